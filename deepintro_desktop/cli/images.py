"""``deepintro images``: the image collection."""

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

from deepintro_desktop.cli.picture_options import add_picture_options, view_of
from deepintro_desktop.cli.session import Session
from deepintro_desktop.core.picture_view import AS_IT_COMES, PictureChoices
from deepintro_desktop.core.records import ImageRecord
from deepintro_desktop.core.requests import AddImagesRequest, KeepViewRequest, SeePictureRequest
from deepintro_desktop.reports.plain import image_json

EXIT_SOME_REFUSED = 3


def register(verbs: argparse._SubParsersAction, parents: list[argparse.ArgumentParser]) -> None:
    """Add ``images add|view|list|remove``."""
    top = verbs.add_parser("images", parents=parents, allow_abbrev=False, help="the image collection")
    actions = top.add_subparsers(dest="action", required=True, metavar="ACTION")
    add = actions.add_parser(
        "add", parents=parents, allow_abbrev=False, help="add image files to the library"
    )
    add.add_argument("paths", type=Path, nargs="+", metavar="PATH")
    add_picture_options(add)
    add.set_defaults(run=_add)
    view = actions.add_parser(
        "view",
        parents=parents,
        allow_abbrev=False,
        help="say what can be chosen about a stored image, or choose it",
        description="Without options: what can be chosen. With them: that is the image from then on.",
    )
    view.add_argument("image", metavar="IMAGE")
    add_picture_options(view)
    view.add_argument("--reset", action="store_true", help="leave the choice to the program again")
    view.set_defaults(run=_view)
    actions.add_parser("list", parents=parents, allow_abbrev=False, help="list the images").set_defaults(
        run=_list
    )
    remove = actions.add_parser("remove", parents=parents, allow_abbrev=False, help="remove an image")
    remove.add_argument("image", metavar="IMAGE")
    remove.set_defaults(run=_remove)


def _line(record: ImageRecord) -> str:
    return f"{record.name}  ({record.kind}, {record.width} × {record.height})  id {record.id}"


def _add(session: Session) -> int:
    from deepintro_desktop.workflows.add_images import add_images

    view = view_of(session.options) or AS_IT_COMES
    request = AddImagesRequest(tuple(session.options.paths), view)
    outcome = add_images(request, session.context, session.report)
    session.say(*(f"Added {_line(record)}" for record in outcome.added))
    session.say(
        *(f"{name} is already here as {record.name}." for name, record in outcome.duplicates),
    )
    _say_refusals(session, outcome.refused)
    values = {
        "added": [image_json(record) for record in outcome.added],
        "duplicates": [{"file": name, "image": image_json(record)} for name, record in outcome.duplicates],
        "refused": [
            {"file": name, "kind": error.kind, "message": error.message, "hint": error.hint}
            for name, error in outcome.refused
        ],
    }
    if outcome.refused:
        error = outcome.refused[0][1]
        values["error"] = {"kind": error.kind, "message": error.message, "hint": error.hint}
    session.give(values)
    return EXIT_SOME_REFUSED if outcome.refused else 0


def _view(session: Session) -> int:
    from deepintro_desktop.workflows.picture_view import keep_view, see_picture

    images, context = session.context.library.images, session.context
    record = images.find(session.options.image)
    chosen = AS_IT_COMES if session.options.reset else view_of(session.options)
    if chosen is not None:
        keep_view(KeepViewRequest(record.id, chosen), context)
        record = images.find(record.id)
    choices = see_picture(SeePictureRequest(record.id, record.view, size=1), context).choices
    facts = (f"  {name}: {value}" for name, value in record.facts.items())
    session.say(_line(record), *facts, *choice_lines(choices))
    session.give({"image": image_json(record), "choices": choices_json(choices)})
    return 0


def choices_json(choices: PictureChoices) -> dict[str, Any]:
    """Return what JSON says of what can be chosen about the picture of a file."""
    return asdict(choices) | {"slices": dict(choices.slices)}


def choice_lines(choices: PictureChoices) -> list[str]:
    """Return the options that make a difference to a file, and their limits."""
    lines = [f"  --slice {axis}:1 … {axis}:{count}" for axis, count in choices.slices]
    if choices.n_frames > 1:
        lines.append(f"  --frame 1 … {choices.n_frames}")
    if choices.values is not None:
        low, high = choices.values
        lines.append(f"  --window CENTRE,WIDTH of values {low:g} to {high:g} {choices.unit}".rstrip())
    if choices.transparent:
        lines.append("  --background COLOUR")
    if choices.overlays:
        lines.append("  --overlays")
    return ["Can be chosen:", *lines] if lines else ["Nothing can be chosen about this picture."]


def _say_refusals(session: Session, refused: tuple[tuple[str, Any], ...]) -> None:
    import sys

    for _, error in refused:
        sys.stderr.write(f"{error}\n")


def _list(session: Session) -> int:
    records = session.context.library.images.list()
    session.say(*map(_line, records))
    if not records:
        session.say("No images yet. Add some with: deepintro images add PATH…")
    session.give({"images": [image_json(record) for record in records]})
    return 0


def _remove(session: Session) -> int:
    record = session.context.library.images.find(session.options.image)
    session.context.library.images.remove(record)
    session.say(f"Removed {record.name}. The file that it came from was not touched.")
    session.give({"removed": image_json(record)})
    return 0
