"""``deepintro explain``: relevance, features, occlusion, analysis."""

import argparse
from collections.abc import Callable

from deepintro_desktop.cli.explain_json import explanation_json
from deepintro_desktop.cli.explain_text import explanation_lines
from deepintro_desktop.cli.options import add_network_files
from deepintro_desktop.cli.session import Session
from deepintro_desktop.core.parameters import (
    CLUSTERING_SPECS,
    DEFAULT_METHOD,
    METHOD_LABELS,
    ClusteringMethod,
    ClusteringParameters,
    Fill,
    ParameterSpec,
)
from deepintro_desktop.core.requests import ExplainRequest
from deepintro_desktop.core.results import Explanation


def register(verbs: argparse._SubParsersAction, parents: list[argparse.ArgumentParser]) -> None:
    """Add ``explain``."""
    verb = verbs.add_parser(
        "explain", parents=parents, allow_abbrev=False, help="relevance, features, occlusion, analysis"
    )
    verb.add_argument("network", metavar="NETWORK")
    verb.add_argument("image", metavar="IMAGE")
    add_network_files(verb)
    group = verb.add_argument_group("explanation")
    group.add_argument("--target", default="", metavar="INDEX_OR_LABEL", help="default: the top class")
    group.add_argument(
        "--method",
        default="",
        metavar="NAME",
        help=f"default: what suits the network, mostly {DEFAULT_METHOD}. One of {', '.join(METHOD_LABELS)}",
    )
    for spec in CLUSTERING_SPECS:
        flag = f"--{spec.name.replace('_', '-')}"
        text = f"{spec.help} Default {spec.default:g}."
        group.add_argument(flag, type=_number(spec), default=_as_type(spec, spec.default), help=text)
    group.add_argument("--clusters", type=_positive, metavar="K", help="use k-means with K features instead")
    group.add_argument("--fill", choices=[fill.value for fill in Fill], default=Fill.PIXELISE.value)
    group.add_argument(
        "--occlude", type=_numbers, default=(), metavar="1,3", help="switch these features off"
    )
    group.add_argument("--analyse", action="store_true", help="search the four metrics")
    group.add_argument("--budget", type=_positive, metavar="N", help="evaluate at most N sets of features")
    verb.set_defaults(run=_run)


def _as_type(spec: ParameterSpec, value: float) -> float | int:
    return value if spec.decimals else int(value)


def _number(spec: ParameterSpec) -> Callable[[str], float | int]:
    def parse(text: str) -> float | int:
        value = float(text) if spec.decimals else int(text)
        if not spec.minimum <= value <= spec.maximum:
            raise argparse.ArgumentTypeError(f"{text} is not between {spec.minimum:g} and {spec.maximum:g}")
        return value

    parse.__name__ = "number"
    return parse


def _positive(text: str) -> int:
    if not text.strip().isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above 0")
    return int(text)


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(_positive(part) for part in text.split(",") if part.strip())


def request_of(options: argparse.Namespace, network: str, usual_method: str) -> ExplainRequest:
    """Return the request that the options make; ``usual_method`` is for those who name none."""
    clustering = ClusteringParameters(
        threshold=options.threshold,
        distance=options.distance,
        min_size=options.min_size,
        merge_level=options.merge_level,
        method=ClusteringMethod.K_MEANS if options.clusters else ClusteringMethod.DISTANCE,
        n_clusters=options.clusters or ClusteringParameters().n_clusters,
    )
    return ExplainRequest(
        network=network,
        image=options.image,
        target=options.target,
        method=options.method or usual_method,
        clustering=clustering,
        fill=Fill(options.fill),
        occlude=options.occlude,
        analyse=options.analyse,
        budget=options.budget,
        seed=options.seed,
    )


def _run(session: Session) -> int:
    from deepintro_desktop.workflows.explain import explain
    from deepintro_desktop.workflows.references import network_record

    network = session.network(session.options.network)
    usual_method = network_record(network, session.context).manifest.default_method
    request = request_of(session.options, network, usual_method)
    explanation = explain(request, session.context, session.report)
    files = _write(session, explanation)
    session.say(*explanation_lines(explanation))
    session.give({**explanation_json(explanation, files), "notices": session.tell_notices(network)})
    return 0


def _write(session: Session, explanation: Explanation) -> dict[str, str]:
    from deepintro_desktop.workflows.export import write_explanation

    return write_explanation(explanation, session.out) if session.out is not None else {}
