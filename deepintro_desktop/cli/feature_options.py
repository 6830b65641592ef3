"""Options that say which features are meant: target, method, clustering, and what was drawn."""

import argparse
from collections.abc import Callable

from deepintro_desktop.core.parameters import (
    CLUSTERING_SPECS,
    DEFAULT_METHOD,
    METHOD_LABELS,
    ClusteringMethod,
    ClusteringParameters,
    ParameterSpec,
)


def add_feature_options(group: argparse._ArgumentGroup) -> None:
    """Add the target class, the relevance method, the clustering, and what a person made of it."""
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
    group.add_argument("--clusters", type=positive, metavar="K", help="use k-means with K features instead")
    group.add_argument(
        "--drawn",
        action="store_true",
        help="with what was drawn, merged, split and deleted in the window for this network and image",
    )


def clustering_of(options: argparse.Namespace) -> ClusteringParameters:
    """Return the clustering that the options ask for."""
    return ClusteringParameters(
        threshold=options.threshold,
        distance=options.distance,
        min_size=options.min_size,
        merge_level=options.merge_level,
        method=ClusteringMethod.K_MEANS if options.clusters else ClusteringMethod.DISTANCE,
        n_clusters=options.clusters or ClusteringParameters().n_clusters,
    )


def positive(text: str) -> int:
    """Parse a whole number above 0."""
    if not text.strip().isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above 0")
    return int(text)


def whole_numbers(text: str) -> tuple[int, ...]:
    """Parse whole numbers above 0 between commas."""
    return tuple(positive(part) for part in text.split(",") if part.strip())


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
