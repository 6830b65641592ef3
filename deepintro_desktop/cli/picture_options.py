"""Options that say which picture of a file is meant, and how it is seen."""

import argparse
import re

from deepintro_desktop.core.picture_view import AXES, BLACK, WHITE, PictureView, Window

_COLOURS = {"white": WHITE, "black": BLACK}


def add_picture_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of a view; those that make no difference to a file are passed over."""
    group = parser.add_argument_group(
        "picture", "Which picture of the file; a stored image is seen this way for this once, and not kept."
    )
    group.add_argument("--frame", type=_place, metavar="N", help="frame, page or volume, from 1")
    group.add_argument(
        "--slice",
        type=_slice,
        metavar="AXIS[:N]",
        help="of a volume: axial, coronal or sagittal; the middle one, or the Nth from feet, back or left",
    )
    group.add_argument(
        "--window",
        type=_window,
        metavar="CENTRE,WIDTH",
        help="values from black to white: --window=-600,1500",
    )
    group.add_argument(
        "--background",
        type=_colour,
        metavar="COLOUR",
        help="behind transparent pixels: #rrggbb, white, black",
    )
    group.add_argument("--overlays", action="store_true", help="draw the overlays of a DICOM file, too")


def view_of(options: argparse.Namespace) -> PictureView | None:
    """Return the view that the options name; None when they name none."""
    axis, place = options.slice or ("", None)
    view = PictureView(
        options.frame or 0, axis, place, options.window, options.background or WHITE, options.overlays
    )
    named = (options.frame, options.slice, options.window, options.background)
    return view if options.overlays or any(one is not None for one in named) else None


def _place(text: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]{0,6}", text.strip()):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 on")
    return int(text) - 1


def _slice(text: str) -> tuple[str, int | None]:
    axis, _, place = text.partition(":")
    if axis not in AXES:
        raise argparse.ArgumentTypeError(f"{axis!r} is none of {', '.join(AXES)}")
    return axis, _place(place) if place else None


def _window(text: str) -> Window:
    parts = text.split(",")
    try:
        centre, width = map(float, parts)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not two numbers like 40,400") from error
    if not 0 < width < float("inf") or abs(centre) == float("inf") or centre != centre:
        raise argparse.ArgumentTypeError("a window needs a centre, and a width above 0")
    return Window(centre, width)


def _colour(text: str) -> str:
    colour = _COLOURS.get(text.lower(), text.lower())
    if not re.fullmatch(r"#[0-9a-f]{6}", colour):
        raise argparse.ArgumentTypeError(f"{text!r} is no colour like #204060, white or black")
    return colour
