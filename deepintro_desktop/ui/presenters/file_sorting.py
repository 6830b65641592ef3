"""What dropped or chosen files are meant to be: networks with their companions, or images.

The names only say where to send a file; its content says what it is, and that is read elsewhere.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.core.translation import marked

DESCRIPTIONS = frozenset({".prototxt"})
WEIGHTS = frozenset({".caffemodel"})
SINGLE_FILES = frozenset(
    {".onnx", ".h5", ".hdf5", ".keras", ".model", ".pb", ".pt", ".pt2", ".pth", ".th", ".safetensors"}
    # Others that are no pictures either: what they are, and what to ask for, is said when they are opened.
    | {
        ".pkl",
        ".pickle",
        ".tar",
        ".bin",
        ".ckpt",
        ".ptl",
        ".jit",
        ".tflite",
        ".mlmodel",
        ".weights",
        ".pbtxt",
    }
)
MEANS = frozenset({".binaryproto"})
LABELS = frozenset({".txt", ".csv"})
NETWORK_FILTER = marked(
    "Files",
    "Models (*.onnx *.prototxt *.caffemodel *.binaryproto *.pb *.meta *.index *.keras "
    "*.h5 *.hdf5 *.model *.pt *.pt2 *.pth *.th *.safetensors *.txt *.csv);;All files (*)",
)
IMAGE_FILTER = marked(
    "Files", "Images (*.png *.jpg *.jpeg *.tif *.tiff *.bmp *.gif *.webp *.dcm *.nii *.nii.gz);;All files (*)"
)
_N_FOLDER_ENTRIES = 2000
_CHECKPOINT = re.compile(r"(.+)\.(meta|index|data-\d{5}-of-\d{5})", re.IGNORECASE)
_CHECKPOINT_LIST = "checkpoint"
_SAVED_MODEL = ("saved_model.pb", "saved_model.pbtxt")
_STRUCTURE = re.compile(r"(.+\.)?architecture\.txt", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SortedFiles:
    """Requests for networks, and the paths of everything else."""

    networks: tuple[AddNetworkRequest, ...]
    images: tuple[Path, ...]


def sort_files(paths: Iterable[Path]) -> SortedFiles:
    """Sort files, network folders, and the files directly inside other folders, into networks and images."""
    folders, files = _unfold(paths)
    checkpoints, parts = _checkpoints(files)
    descriptions = _with_suffix(files, DESCRIPTIONS)
    weights = _with_suffix(files, WEIGHTS)
    singles = _with_suffix(files, SINGLE_FILES)
    means = _with_suffix(files, MEANS)
    structures = [path for path in files if _STRUCTURE.fullmatch(path.name)]
    labels = [path for path in _with_suffix(files, LABELS) if path not in structures]
    main = _pair(descriptions, weights)
    main += [(path, None) for path in (*folders, *checkpoints, *singles)]
    companions = {"mean": _only(means), "labels": _only(labels)} if len(main) == 1 else {}
    requests = tuple(AddNetworkRequest(path, weights=partner, **companions) for path, partner in main)
    used = {*descriptions, *weights, *parts, *singles, *means}
    used |= {*labels, *structures} if main else set()
    return SortedFiles(requests, tuple(path for path in files if path not in used))


def _unfold(paths: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """Return folders that are networks, and the rest: files, those in folders, and folders in folders."""
    folders, files = list[Path](), list[Path]()
    for path in paths:
        if not path.is_dir():
            files.append(path)
            continue
        if _holds_network(path):
            folders.append(path)
            continue
        shown = [entry for entry in sorted(path.iterdir()) if not entry.name.startswith(".")]
        inside = shown[:_N_FOLDER_ENTRIES]
        folders += [entry for entry in inside if entry.is_dir() and _holds_network(entry)]
        # What lies deeper can only be pictures; a folder without anything is refused as one of these.
        files += [entry for entry in inside if entry not in folders] or ([] if inside else [path])
    return list(dict.fromkeys(folders)), list(dict.fromkeys(files))


def _holds_network(folder: Path) -> bool:
    entries = sorted(folder.iterdir())[:_N_FOLDER_ENTRIES]
    return _is_network([entry.name for entry in entries if entry.is_file()])


def _is_network(names: Sequence[str]) -> bool:
    """Whether files together are one network of TensorFlow: a SavedModel or a training's checkpoints."""
    return any(name in _SAVED_MODEL for name in names) or any(name.endswith(".index") for name in names)


def _checkpoints(files: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Return one file for each checkpoint of TensorFlow, the graph where it is there, and all their files."""
    found: dict[Path, list[Path]] = {}
    lists = [path for path in files if path.name == _CHECKPOINT_LIST]
    for path in files:
        match = _CHECKPOINT.fullmatch(path.name)
        if match is not None:
            found.setdefault(path.with_name(match[1]), []).append(path)
    order = (".meta", ".index")
    first = [
        min(group, key=lambda path: order.index(path.suffix) if path.suffix in order else len(order))
        for group in found.values()
    ]
    parts = [path for group in found.values() for path in group]
    return first or lists, [*parts, *lists]


def _with_suffix(files: Sequence[Path], suffixes: frozenset[str]) -> list[Path]:
    return [path for path in files if path.suffix.lower() in suffixes]


def _pair(descriptions: list[Path], weights: list[Path]) -> list[tuple[Path, Path | None]]:
    """Give each description its weights: of the same name, else the only ones; others stand alone."""
    if len(descriptions) == 1 and len(weights) == 1:
        return [(descriptions[0], weights[0])]
    by_stem = {path.stem: path for path in weights}
    pairs: list[tuple[Path, Path | None]] = [(path, by_stem.pop(path.stem, None)) for path in descriptions]
    return pairs + [(path, None) for path in by_stem.values()]


def _only(paths: list[Path]) -> Path | None:
    return paths[0] if len(paths) == 1 else None
