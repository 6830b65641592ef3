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


FORMATS_HELP = (
    "ONNX (.onnx) · Caffe (.prototxt, .caffemodel) · TensorFlow (SavedModel folder, frozen .pb, checkpoint "
    ".meta, .index or its folder) · Keras (.keras, .h5, .hdf5) · PyTorch (TorchScript .pt, exported .pt2, "
    "weights .pth or .safetensors). Nothing in a file is run."
)
"""Which files a network can be."""

_FILES = {
    "weights": "weights, where they are a file of their own (.caffemodel, .index)",
    "labels": "class names, one a line",
    "mean": "mean file (.binaryproto, .npy), or means like 104,117,123",
}
_WISHES = {
    "architecture": "for files that hold weights only: what they belong to, for example resnet18, or the "
    "layers in order: 'conv1(padding=1) bn1 relu maxpool(2) flatten fc1'",
    "signature": "for files with several signatures: the one to use",
    "input": "for networks with several inputs: the one for pictures",
    "output": "for networks with several outputs: the one with the classes",
}
_UNSET: dict[str, object] = {
    **dict.fromkeys(_FILES, None),
    "preprocessing": "auto",
    **dict.fromkeys(_WISHES, ""),
}


def add_network_files(parser: argparse.ArgumentParser) -> None:
    """Add the options that name a network's companions, its preprocessing, and what is used of it."""
    group = parser.add_argument_group("network files", f"A network can be: {FORMATS_HELP}")
    for name, text in _FILES.items():
        group.add_argument(f"--{name}", type=Path, metavar="PATH", help=text)
    group.add_argument(
        "--preprocessing",
        default=_UNSET["preprocessing"],
        metavar="NAME_OR_JSON",
        help="imagenet, caffe, minus-one-to-one, zero-to-one, raw, auto, or a JSON object",
    )
    for name, text in _WISHES.items():
        group.add_argument(f"--{name}", default=_UNSET[name], metavar="NAME", help=text)


def file_options(options: argparse.Namespace) -> list[str]:
    """Return the options about a network's files that were given."""
    return [f"--{name}" for name, unset in _UNSET.items() if getattr(options, name) != unset]


def network_request(path: Path, options: argparse.Namespace, name: str = "") -> AddNetworkRequest:
    """Return the request to open the network at ``path`` with what was named for it."""
    return AddNetworkRequest(path, name=name, **{entry: getattr(options, entry) for entry in _UNSET})
