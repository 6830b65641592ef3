"""``deepintro boundary``: images that the network sees as between two classes."""

import argparse
from typing import Any

from deepintro_desktop.cli.options import add_network_files
from deepintro_desktop.cli.picture_options import add_picture_options
from deepintro_desktop.cli.session import Session
from deepintro_desktop.cli.synthesis_options import add_synthesis_options, between, parameters_of
from deepintro_desktop.core.boundary import BoundaryMode, BoundaryParameters, BoundaryResult
from deepintro_desktop.core.requests import BoundaryRequest

_DEFAULT = BoundaryParameters()


def register(verbs: argparse._SubParsersAction, parents: list[argparse.ArgumentParser]) -> None:
    """Add ``boundary``."""
    verb = verbs.add_parser(
        "boundary", parents=parents, allow_abbrev=False, help="images between two classes"
    )
    verb.add_argument("network", metavar="NETWORK")
    verb.add_argument(
        "--between", nargs=2, required=True, metavar=("A", "B"), help="two classes, by index or label"
    )
    verb.add_argument(
        "--from", dest="image", default="", metavar="IMAGE", help="start from this picture, not from noise"
    )
    verb.add_argument(
        "--mode",
        choices=[mode.value for mode in BoundaryMode],
        default=_DEFAULT.mode.value,
        help="raw: probabilities one half each; mean: the mean of sample pictures of both classes",
    )
    verb.add_argument(
        "--samples", nargs="+", default=(), metavar="IMAGE", help="for mean; default: those of the library"
    )
    verb.add_argument("--layer", default="", metavar="NAME", help="for mean; default: one in the middle")
    verb.add_argument(
        "--rest", type=between(0.0, 0.2), default=_DEFAULT.rest, help="share of all other classes together"
    )
    add_synthesis_options(verb, _DEFAULT.synthesis.n_iterations, 2)
    add_picture_options(verb)
    add_network_files(verb)
    verb.set_defaults(run=_run)


def _run(session: Session) -> int:
    from deepintro_desktop.workflows.boundary import boundary
    from deepintro_desktop.workflows.export import write_images

    options = session.options
    network = session.network(options.network)
    request = BoundaryRequest(
        network,
        tuple(options.between),
        session.image(options.image),
        options.layer,
        tuple(options.samples),
        options.images,
        BoundaryParameters(BoundaryMode(options.mode), options.rest, parameters_of(options)),
        options.seed,
    )
    result = boundary(request, session.context, session.report)
    pictures = {f"boundary-{image.seed}.png": image.image_hwc_u8 for image in result.images}
    ways = {
        f"way-{image.seed}-{step}.png": frame.image_hwc_u8
        for image in result.images
        for step, frame in enumerate(image.frames)
    }
    write_images(pictures | ways, session.out)
    files = list(pictures) if session.out is not None else [None] * len(pictures)
    session.say(*_lines(result))
    session.give(_json(result, files))
    return 0


def _lines(result: BoundaryResult) -> tuple[str, ...]:
    rows = []
    for image in result.images:
        a, b = image.probabilities
        word = "reached" if image.reached else "not reached"
        rows.append(f"seed {image.seed}: p(a) {a:.3f}, p(b) {b:.3f}, moved by {image.distance:.1f}, {word}")
    return (f"{result.n_iterations} iterations, {result.seconds:.1f} s", *rows, *result.notes)


def _json(result: BoundaryResult, files: list[Any]) -> dict[str, Any]:
    return {
        "classes": list(result.classes),
        "mode": result.parameters.mode.value,
        "iterations": result.n_iterations,
        "seconds": result.seconds,
        "images": [
            {"file": file, **image.to_dict()} for file, image in zip(files, result.images, strict=True)
        ],
        "notes": list(result.notes),
    }
