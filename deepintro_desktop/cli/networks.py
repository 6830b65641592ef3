"""``deepintro networks``: the network collection."""

import argparse
from pathlib import Path
from typing import Any

from deepintro_desktop.cli.options import add_network_files, network_request
from deepintro_desktop.cli.session import Session
from deepintro_desktop.core.errors import NotFoundError
from deepintro_desktop.core.records import NetworkRecord
from deepintro_desktop.core.requests import EntryRequest


def register(verbs: argparse._SubParsersAction, parents: list[argparse.ArgumentParser]) -> None:
    """Add ``networks add|list|show|remove``."""
    top = verbs.add_parser("networks", parents=parents, allow_abbrev=False, help="the network collection")
    actions = top.add_subparsers(dest="action", required=True, metavar="ACTION")
    add = actions.add_parser(
        "add", parents=parents, allow_abbrev=False, help="add a network file to the library"
    )
    add.add_argument("path", type=Path, metavar="PATH")
    add_network_files(add)
    add.add_argument("--name", default="", metavar="N", help="what to call it")
    add.set_defaults(run=_add)
    actions.add_parser("list", parents=parents, allow_abbrev=False, help="list the networks").set_defaults(
        run=_list
    )
    for name, run, text in (("show", _show, "show one network"), ("remove", _remove, "remove a network")):
        action = actions.add_parser(name, parents=parents, allow_abbrev=False, help=text)
        action.add_argument("network", metavar="NETWORK")
        action.set_defaults(run=run)


def network_json(record: NetworkRecord) -> dict[str, Any]:
    """Return what JSON says of a network."""
    manifest = record.manifest
    spec = manifest.specification
    parity = manifest.parity
    return {
        "id": record.id,
        "name": record.name,
        "sha256": manifest.sha256,
        "format": manifest.format,
        "input": spec.to_dict() | {"source": manifest.specification_source.value},
        "n_classes": manifest.n_classes,
        "output": manifest.output_kind.value,
        "explainable": record.explainable,
        "unexplainable": list(manifest.unexplainable),
        "parity": parity
        and {
            "runtime": parity.runtime,
            "max_abs_difference": parity.max_abs_difference,
            "max_relative_difference": parity.max_relative_difference,
        },
        "files": [
            {"role": file.role, "name": file.name, "sha256": file.sha256, "bytes": file.n_bytes}
            for file in manifest.files
        ],
        "notes": list(manifest.notes),
    }


def network_lines(record: NetworkRecord) -> tuple[str, ...]:
    """Return what people read of a network."""
    manifest = record.manifest
    lines = [
        f"{record.name}  ({manifest.format}, {manifest.specification.text}, {manifest.n_classes} classes)"
    ]
    if manifest.parity:
        lines.append(
            f"  checked against {manifest.parity.runtime}: "
            f"largest difference {manifest.parity.max_abs_difference:.1e}"
        )
    lines += [f"  cannot be explained: {reason}" for reason in manifest.unexplainable]
    lines += [f"  note: {note}" for note in manifest.notes]
    return (*lines, f"  id {record.id}")


def _add(session: Session) -> int:
    from deepintro_desktop.workflows.add_network import add_network

    path = session.options.path
    if not path.exists():
        raise NotFoundError(f"{path} does not exist.", "", "Check the path.")
    request = network_request(path, session.options, session.options.name)
    outcome = add_network(request, session.context, session.report)
    session.say(
        "Already in the library:" if outcome.already_there else "Added:", *network_lines(outcome.record)
    )
    session.give({"network": network_json(outcome.record), "already_there": outcome.already_there})
    return 0


def _list(session: Session) -> int:
    records = session.context.library.networks.list()
    session.say(*(line for record in records for line in network_lines(record)[:1]))
    if not records:
        session.say("No networks yet. Add one with: deepintro networks add PATH")
    session.give({"networks": [network_json(record) for record in records]})
    return 0


def _show(session: Session) -> int:
    record = session.context.library.networks.find(session.options.network)
    labels = record.manifest.labels
    session.say(*network_lines(record))
    session.say(*(f"  {index}: {label}" for index, label in enumerate(labels)))
    session.give({"network": network_json(record) | {"labels": list(labels)}})
    return 0


def _remove(session: Session) -> int:
    from deepintro_desktop.workflows.entries import remove_network

    record = session.context.library.networks.find(session.options.network)
    remove_network(EntryRequest(record.id), session.context)
    session.say(f"Removed {record.name}. Its files were not touched.")
    session.give({"removed": network_json(record)})
    return 0
