"""Options that every verb understands, and those of verbs that name a network by its files."""

import argparse
from pathlib import Path

from deepintro_desktop.core.requests import AddNetworkRequest


def common_options() -> argparse.ArgumentParser:
    """Return a parent parser with the options of every verb; they may stand before or after the verb."""
    parent = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    group = parent.add_argument_group("common options")
    group.add_argument("--out", type=Path, metavar="DIR", help="write files into this folder")
    group.add_argument("--json", action="store_true", help="one JSON object on stdout, nothing else there")
    group.add_argument("--device", metavar="NAME", help="auto, cpu, cuda[:n] or mps (default auto)")
    group.add_argument("--library", type=Path, metavar="DIR", help="folder of the library")
    group.add_argument("--seed", type=_natural, metavar="N", help="seed of everything random (default 0)")
    group.add_argument("--quiet", action="store_true", help="no progress")
    group.add_argument("-v", "--verbose", action="store_true", help="say more on stderr")
    return parent


DEFAULTS: dict[str, object] = {
    "out": None,
    "json": False,
    "device": "auto",
    "library": None,
    "seed": 0,
    "quiet": False,
    "verbose": False,
}


def _natural(text: str) -> int:
    if not text.strip().isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 0 on")
    return int(text)


natural = _natural


def add_network_files(parser: argparse.ArgumentParser) -> None:
    """Add the options that name a network's companions and preprocessing."""
    group = parser.add_argument_group("network files")
    group.add_argument(
        "--weights", type=Path, metavar="PATH", help="weights, where they are a file of their own"
    )
    group.add_argument("--labels", type=Path, metavar="PATH", help="class names, one a line")
    group.add_argument("--mean", type=Path, metavar="PATH", help="mean file (.binaryproto, .npy)")
    group.add_argument(
        "--preprocessing",
        default="auto",
        metavar="NAME_OR_JSON",
        help="imagenet, caffe, minus-one-to-one, zero-to-one, raw, auto, or a JSON object",
    )
    group.add_argument("--architecture", default="", metavar="NAME", help="for files that hold weights only")


def file_options(options: argparse.Namespace) -> list[str]:
    """Return the options about a network's files that were given."""
    unset: dict[str, object] = {
        "weights": None,
        "labels": None,
        "mean": None,
        "preprocessing": "auto",
        "architecture": "",
    }
    return [f"--{name}" for name, value in unset.items() if getattr(options, name) != value]


def network_request(path: Path, options: argparse.Namespace, name: str = "") -> AddNetworkRequest:
    """Return the request to open the network at ``path`` with the companions that were named."""
    return AddNetworkRequest(
        path=path,
        weights=options.weights,
        labels=options.labels,
        mean=options.mean,
        preprocessing=options.preprocessing,
        architecture=options.architecture,
        name=name,
    )
