"""``deepintro explain``: relevance, features, occlusion, analysis."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from deepintro_desktop.cli.explain_text import explanation_lines
from deepintro_desktop.cli.feature_options import add_feature_options, clustering_of, positive, whole_numbers
from deepintro_desktop.cli.options import DEFAULTS, add_network_files
from deepintro_desktop.cli.picture_options import add_picture_options
from deepintro_desktop.cli.session import Session
from deepintro_desktop.core.drawn import NO_EDITS
from deepintro_desktop.core.parameters import Fill
from deepintro_desktop.core.requests import ExplainRequest
from deepintro_desktop.core.results import Explanation
from deepintro_desktop.reports.plain import explanation_json

_OF_REPLAY = (
    "target", "method", "threshold", "distance", "min_size", "merge_level", "clusters", "fill", "drawn",
    "analyse", "budget", "repeat", "frame", "slice", "window", "background", "overlays",
)  # fmt: skip
"""Options that a replay file answers for."""


def register(verbs: argparse._SubParsersAction, parents: list[argparse.ArgumentParser]) -> None:
    """Add ``explain``."""
    verb = verbs.add_parser(
        "explain", parents=parents, allow_abbrev=False, help="relevance, features, occlusion, analysis"
    )
    verb.add_argument("network", metavar="NETWORK", nargs="?", default="")
    verb.add_argument("image", metavar="IMAGE", nargs="?", default="")
    verb.add_argument(
        "--replay",
        type=Path,
        metavar="FILE",
        help="with the settings of a report's replay.json; network and image are found by hash, or checked",
    )
    add_picture_options(verb)
    add_network_files(verb)
    group = verb.add_argument_group("explanation")
    add_feature_options(group)
    group.add_argument("--fill", choices=[fill.value for fill in Fill], default=Fill.PIXELISE.value)
    group.add_argument(
        "--occlude", type=whole_numbers, default=(), metavar="1,3", help="switch these features off"
    )
    group.add_argument("--analyse", action="store_true", help="search the four metrics")
    group.add_argument("--budget", type=positive, metavar="N", help="evaluate at most N sets of features")
    group.add_argument(
        "--repeat",
        type=positive,
        default=0,
        metavar="N",
        help="evaluate the answers of --analyse again with N other fills and seeds",
    )
    usual = {name: verb.get_default(name) for name in _OF_REPLAY} | {"seed": DEFAULTS["seed"]}
    verb.set_defaults(run=_run, misuse=verb.error, usual=usual)


def request_of(options: argparse.Namespace, network: str, image: str, usual_method: str) -> ExplainRequest:
    """Return the request that the options make; ``usual_method`` is for those who name none."""
    return ExplainRequest(
        network=network,
        image=image,
        target=options.target,
        method=options.method or usual_method,
        clustering=clustering_of(options),
        fill=Fill(options.fill),
        occlude=options.occlude,
        analyse=options.analyse or options.repeat > 0,
        budget=options.budget,
        repeat=options.repeat,
        seed=options.seed,
        edits=None if options.drawn else NO_EDITS,
    )


def _run(session: Session) -> int:
    from deepintro_desktop.workflows.explain import explain

    request = _replayed(session) if session.options.replay else _asked(session)
    network = request.network
    explanation = explain(request, session.context, session.report)
    files = _write(session, explanation)
    session.say(*explanation_lines(explanation))
    session.give({**explanation_json(explanation, files), "notices": session.tell_notices(network)})
    return 0


def _asked(session: Session) -> ExplainRequest:
    from deepintro_desktop.workflows.references import network_record

    options = session.options
    if not (options.network and options.image):
        options.misuse("the following arguments are required: NETWORK, IMAGE (or --replay FILE)")
    network, image = session.network(options.network), session.image(options.image)
    usual_method = network_record(network, session.context).manifest.default_method
    return request_of(options, network, image, usual_method)


def _replayed(session: Session) -> ExplainRequest:
    """Return the request of a replay file; what could make other numbers is said on stderr."""
    from deepintro_desktop.workflows.replay import read_replay_file, resolve_replay

    options = session.options
    named = [name for name, usual in options.usual.items() if getattr(options, name) != usual]
    if named:
        flags = ", ".join(f"--{name.replace('_', '-')}" for name in named)
        options.misuse(f"not allowed with --replay, which has settings of its own: {flags}")
    network = session.network(options.network) if options.network else ""
    replayed = resolve_replay(read_replay_file(options.replay), session.context, network, options.image)
    sys.stderr.writelines(f"{warning}\n" for warning in replayed.warnings)
    return replace(replayed.request, occlude=options.occlude)


def _write(session: Session, explanation: Explanation) -> dict[str, str]:
    from deepintro_desktop.workflows.export import write_explanation

    return write_explanation(explanation, session.out) if session.out is not None else {}
