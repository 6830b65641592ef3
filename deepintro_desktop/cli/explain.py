"""``deepintro explain``: relevance, features, occlusion, analysis."""

import argparse

from deepintro_desktop.cli.explain_json import explanation_json
from deepintro_desktop.cli.explain_text import explanation_lines
from deepintro_desktop.cli.feature_options import add_feature_options, clustering_of, positive, whole_numbers
from deepintro_desktop.cli.options import add_network_files
from deepintro_desktop.cli.picture_options import add_picture_options
from deepintro_desktop.cli.session import Session
from deepintro_desktop.core.drawn import NO_EDITS
from deepintro_desktop.core.parameters import Fill
from deepintro_desktop.core.requests import ExplainRequest
from deepintro_desktop.core.results import Explanation


def register(verbs: argparse._SubParsersAction, parents: list[argparse.ArgumentParser]) -> None:
    """Add ``explain``."""
    verb = verbs.add_parser(
        "explain", parents=parents, allow_abbrev=False, help="relevance, features, occlusion, analysis"
    )
    verb.add_argument("network", metavar="NETWORK")
    verb.add_argument("image", metavar="IMAGE")
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
    verb.set_defaults(run=_run)


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
    from deepintro_desktop.workflows.references import network_record

    network = session.network(session.options.network)
    image = session.image(session.options.image)
    usual_method = network_record(network, session.context).manifest.default_method
    request = request_of(session.options, network, image, usual_method)
    explanation = explain(request, session.context, session.report)
    files = _write(session, explanation)
    session.say(*explanation_lines(explanation))
    session.give({**explanation_json(explanation, files), "notices": session.tell_notices(network)})
    return 0


def _write(session: Session, explanation: Explanation) -> dict[str, str]:
    from deepintro_desktop.workflows.export import write_explanation

    return write_explanation(explanation, session.out) if session.out is not None else {}
