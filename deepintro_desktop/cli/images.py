"""``deepintro images``: the image collection."""

import argparse
from pathlib import Path
from typing import Any

from deepintro_desktop.cli.session import Session
from deepintro_desktop.core.records import ImageRecord
from deepintro_desktop.core.requests import AddImagesRequest

EXIT_SOME_REFUSED = 3


def register(verbs: argparse._SubParsersAction, parents: list[argparse.ArgumentParser]) -> None:
    """Add ``images add|list|remove``."""
    top = verbs.add_parser("images", parents=parents, allow_abbrev=False, help="the image collection")
    actions = top.add_subparsers(dest="action", required=True, metavar="ACTION")
    add = actions.add_parser(
        "add", parents=parents, allow_abbrev=False, help="add image files to the library"
    )
    add.add_argument("paths", type=Path, nargs="+", metavar="PATH")
    add.set_defaults(run=_add)
    actions.add_parser("list", parents=parents, allow_abbrev=False, help="list the images").set_defaults(
        run=_list
    )
    remove = actions.add_parser("remove", parents=parents, allow_abbrev=False, help="remove an image")
    remove.add_argument("image", metavar="IMAGE")
    remove.set_defaults(run=_remove)


def image_json(record: ImageRecord) -> dict[str, Any]:
    """Return what JSON says of an image."""
    return {
        "id": record.id,
        "name": record.name,
        "sha256": record.sha256,
        "height": record.height,
        "width": record.width,
        "kind": record.kind,
        "facts": dict(record.facts),
    }


def _line(record: ImageRecord) -> str:
    return f"{record.name}  ({record.kind}, {record.width} × {record.height})  id {record.id}"


def _add(session: Session) -> int:
    from deepintro_desktop.workflows.add_images import add_images

    outcome = add_images(AddImagesRequest(tuple(session.options.paths)), session.context, session.report)
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
