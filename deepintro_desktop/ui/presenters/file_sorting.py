"""What dropped or chosen files are meant to be: networks with their companions, or images.

The names only say where to send a file; its content says what it is, and that is read elsewhere.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from deepintro_desktop.core.requests import AddNetworkRequest

DESCRIPTIONS = frozenset({".prototxt"})
WEIGHTS = frozenset({".caffemodel"})
SINGLE_FILES = frozenset(
    {".onnx", ".pt", ".pth", ".pt2", ".pkl", ".safetensors", ".h5", ".hdf5", ".keras", ".pb", ".meta"}
)
MEANS = frozenset({".binaryproto"})
LABELS = frozenset({".txt", ".csv"})
NETWORK_FILTER = "Models (*.onnx *.prototxt *.caffemodel *.binaryproto *.txt *.csv);;All files (*)"
IMAGE_FILTER = "Images (*.png *.jpg *.jpeg *.tif *.tiff *.bmp *.gif *.webp *.dcm);;All files (*)"
_N_FOLDER_ENTRIES = 2000


@dataclass(frozen=True, slots=True)
class SortedFiles:
    """Requests for networks, and the paths of everything else."""

    networks: tuple[AddNetworkRequest, ...]
    images: tuple[Path, ...]


def sort_files(paths: Iterable[Path]) -> SortedFiles:
    """Sort files, and the files directly inside folders, into networks and images."""
    files = _unfold(paths)
    descriptions = _with_suffix(files, DESCRIPTIONS)
    weights = _with_suffix(files, WEIGHTS)
    singles = _with_suffix(files, SINGLE_FILES)
    means = _with_suffix(files, MEANS)
    labels = _with_suffix(files, LABELS)
    main = _pair(descriptions, weights)
    main += [(path, None) for path in singles]
    companions = {"mean": _only(means), "labels": _only(labels)} if len(main) == 1 else {}
    requests = tuple(AddNetworkRequest(path, weights=partner, **companions) for path, partner in main)
    used = {*descriptions, *weights, *singles, *means, *(labels if main else ())}
    return SortedFiles(requests, tuple(path for path in files if path not in used))


def _unfold(paths: Iterable[Path]) -> list[Path]:
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            entries = sorted(path.iterdir())[:_N_FOLDER_ENTRIES]
            files += [entry for entry in entries if entry.is_file() and not entry.name.startswith(".")]
        else:
            files.append(path)
    return list(dict.fromkeys(files))


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
