"""``deepintro networks``: the network collection."""

import argparse
from pathlib import Path

from deepintro_desktop.cli.network_text import (
    description_json,
    description_lines,
    network_lines,
)
from deepintro_desktop.cli.options import add_network_files, network_request
from deepintro_desktop.cli.session import Session
from deepintro_desktop.core.errors import NotFoundError
from deepintro_desktop.core.requests import EntryRequest
from deepintro_desktop.reports.plain import network_json


def register(verbs: argparse._SubParsersAction, parents: list[argparse.ArgumentParser]) -> None:
    """Add ``networks add|list|show|remove``."""
    top = verbs.add_parser("networks", parents=parents, allow_abbrev=False, help="the network collection")
    actions = top.add_subparsers(dest="action", required=True, metavar="ACTION")
    add = actions.add_parser(
        "add", parents=parents, allow_abbrev=False, help="add a network file of any framework to the library"
    )
    add.add_argument("path", type=Path, metavar="PATH", help="the main file or folder; the others are found")
    add_network_files(add)
    add.add_argument("--name", default="", metavar="N", help="what to call it")
    add.set_defaults(run=_add)
    actions.add_parser("list", parents=parents, allow_abbrev=False, help="list the networks").set_defaults(
        run=_list
    )
    show = actions.add_parser(
        "show",
        parents=parents,
        allow_abbrev=False,
        help="show one network: how it was checked, what was chosen, what can be explained",
    )
    show.add_argument("network", metavar="NETWORK", help="a name or id of the library, or a file")
    add_network_files(show)
    show.set_defaults(run=_show)
    remove = actions.add_parser("remove", parents=parents, allow_abbrev=False, help="remove a network")
    remove.add_argument("network", metavar="NETWORK")
    remove.set_defaults(run=_remove)


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
    from deepintro_desktop.workflows.describe import describe_network

    network = session.network(session.options.network)
    description = describe_network(EntryRequest(network), session.context)
    session.say(*description_lines(description))
    session.give({"network": description_json(description)})
    return 0


def _remove(session: Session) -> int:
    record = session.context.library.networks.find(session.options.network)
    session.context.library.networks.remove(record)
    session.say(f"Removed {record.name}. Its files were not touched.")
    session.give({"removed": network_json(record)})
    return 0
