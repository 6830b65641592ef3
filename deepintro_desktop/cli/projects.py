"""``deepintro projects``: list, make, rename, duplicate and remove projects, and move them as one file."""

import argparse
import dataclasses
import sys
from pathlib import Path
from typing import Any

from deepintro_desktop.cli.session import Session
from deepintro_desktop.core.records import ProjectRecord
from deepintro_desktop.core.requests import EntryRequest, ExportProjectRequest, ImportProjectRequest

EXIT_SOME_REFUSED = 3


def register(verbs: argparse._SubParsersAction, parents: list[argparse.ArgumentParser]) -> None:
    """Add ``projects list|new|open|rename|duplicate|remove|export|import``."""
    top = verbs.add_parser("projects", parents=parents, allow_abbrev=False, help="the projects")
    actions = top.add_subparsers(dest="action", required=True, metavar="ACTION")

    def action(name: str, run: Any, text: str, *arguments: str) -> argparse.ArgumentParser:
        parser: argparse.ArgumentParser = actions.add_parser(
            name, parents=parents, allow_abbrev=False, help=text
        )
        for argument in arguments:
            parser.add_argument(argument.lower(), metavar=argument)
        parser.set_defaults(run=run)
        return parser

    action("list", _list, "list the projects, the open one first")
    action("new", _new, "make an empty project and open it", "NAME")
    action("open", _open, "open a project: what is added now goes there", "PROJECT")
    action("rename", _rename, "give a project another name", "PROJECT", "NAME")
    duplicate = action("duplicate", _duplicate, "make a second project of the same members", "PROJECT")
    duplicate.add_argument("--name", default="", metavar="N", help="what to call it")
    action("remove", _remove, "remove a project and what no other project has of it", "PROJECT")
    export = action("export", _export, "write a project as one file", "PROJECT")
    export.add_argument("file", type=Path, metavar="FILE")
    export.add_argument("--without-networks", action="store_true", help="leave the networks out")
    export.add_argument("--without-images", action="store_true", help="leave the images out")
    export.add_argument(
        "--with-patients", action="store_true", help="also image files that say whose picture they are"
    )
    take = action("import", _import, "take an exported project in and open it")
    take.add_argument("file", type=Path, metavar="FILE")


def project_json(record: ProjectRecord) -> dict[str, Any]:
    """Return what JSON says of a project."""
    return dataclasses.asdict(record)


def _line(record: ProjectRecord) -> str:
    return f"{record.name}  ({record.n_networks} networks, {record.n_images} images)  id {record.id}"


def _find(session: Session) -> ProjectRecord:
    return session.context.library.projects.find(session.options.project)


def _say(session: Session, word: str, record: ProjectRecord) -> int:
    session.say(f"{word} {_line(record)}")
    session.give({"project": project_json(record)})
    return 0


def _list(session: Session) -> int:
    records = session.context.library.projects.list()
    session.say(*map(_line, records))
    session.give({"projects": [project_json(one) for one in records], "open": session.context.project_id})
    return 0


def _new(session: Session) -> int:
    from deepintro_desktop.workflows.projects import create_project

    return _say(session, "Made", create_project(EntryRequest("", session.options.name), session.context))


def _open(session: Session) -> int:
    from deepintro_desktop.workflows.projects import open_project

    return _say(session, "Open:", open_project(EntryRequest(session.options.project), session.context))


def _rename(session: Session) -> int:
    from deepintro_desktop.workflows.projects import rename_project

    record = _find(session)
    rename_project(EntryRequest(record.id, session.options.name), session.context)
    return _say(session, "Renamed:", session.context.library.projects.find(record.id))


def _duplicate(session: Session) -> int:
    from deepintro_desktop.workflows.projects import duplicate_project

    request = EntryRequest(_find(session).id, session.options.name)
    return _say(session, "Made", duplicate_project(request, session.context))


def _remove(session: Session) -> int:
    from deepintro_desktop.workflows.projects import project_extent, remove_project

    record = _find(session)
    extent = project_extent(EntryRequest(record.id), session.context)
    remove_project(EntryRequest(record.id), session.context)
    session.say(
        f"Removed {record.name}, and {extent.n_networks} networks and {extent.n_images} images "
        "that no other project has. The files that they came from were not touched."
    )
    session.give({"removed": project_json(record), **dataclasses.asdict(extent)})
    return 0


def _export(session: Session) -> int:
    from deepintro_desktop.workflows.projects import export_project

    options = session.options
    parts = (not options.without_networks, not options.without_images, options.with_patients)
    request = ExportProjectRequest(_find(session).id, options.file, *parts)
    written = export_project(request, session.context, session.report)
    session.say(
        f"Wrote {written.name}: {written.n_networks} networks, {written.n_images} images, "
        f"{written.n_results} results, {written.n_bytes / 2**20:.1f} MiB."
    )
    if written.n_left_out:
        session.say(f"{written.n_left_out} images name their patient and stayed here (--with-patients).")
    session.give(dataclasses.asdict(written))
    return 0


def _import(session: Session) -> int:
    from deepintro_desktop.workflows.projects import import_project

    found = import_project(ImportProjectRequest(session.options.file), session.context, session.report)
    session.say(f"Took in {_line(found.record)}, with {found.n_results} results.")
    session.say(*(f"{name} is neither in the file nor in the library." for name in found.missing))
    values: dict[str, Any] = {
        "project": project_json(found.record),
        "n_results": found.n_results,
        "missing": list(found.missing),
        "refused": [
            {"name": name, "kind": error.kind, "message": error.message, "hint": error.hint}
            for name, error in found.refused
        ],
    }
    for name, error in found.refused:
        sys.stderr.write(f"{name}: {error}\n")
    if found.refused:
        error = found.refused[0][1]
        values["error"] = {"kind": error.kind, "message": error.message, "hint": error.hint}
    session.give(values)
    return EXIT_SOME_REFUSED if found.refused else 0
