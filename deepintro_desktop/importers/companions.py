"""The other files of a network, found beside it."""

from collections.abc import Callable
from pathlib import Path

from deepintro_desktop.core.errors import DeepIntroError, NotFoundError, UnreadableNetworkError
from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.importers import signatures
from deepintro_desktop.importers.checkpoints import find_checkpoint, shards
from deepintro_desktop.importers.contract import Format, NetworkFiles, SourceWishes
from deepintro_desktop.importers.detect import SAVED_MODEL_FILE, detect
from deepintro_desktop.importers.mean import is_typed

_LABEL_NAMES = (
    "labels.txt",
    "synset_words.txt",
    "labels.csv",
    "synset.txt",
    "classes.txt",
    "class_names.txt",
)


def find_companions(request: AddNetworkRequest, kind: Format, wishes: SourceWishes) -> NetworkFiles:
    """Return all files of the network: those that were named, else those that lie beside it.

    Raises ``NotFoundError`` for a named file that is absent, ``UnreadableNetworkError`` when Caffe's other
    half is missing or several could be meant.
    """
    for path in (request.weights, request.labels, request.mean):
        if path is not None and not path.is_file() and not (path == request.mean and is_typed(path)):
            raise NotFoundError(
                f"{path.name} does not exist.", "", "Check the name, or choose the file again."
            )
    network, weights, extra, notes = request.path, request.weights, (), ()
    if kind is Format.CAFFE:
        network, weights = _caffe_pair(request.path, request.weights)
    elif kind is Format.TENSORFLOW1:
        found = find_checkpoint(request.path, request.weights)
        network, weights, extra, notes = found.meta, found.index, shards(found.index), found.notes
    elif kind is Format.SAVED_MODEL:
        network, extra = _saved_model(request.path)
    mean = request.mean or (
        _mean(network) if kind is Format.CAFFE and request.preprocessing == "auto" else None
    )
    labels = request.labels or _labels(network)
    return NetworkFiles(network, weights, labels, mean, request.labels is not None, wishes, extra, notes)


def _saved_model(path: Path) -> tuple[Path, tuple[Path, ...]]:
    """Return the folder of a SavedModel and the files with its variables."""
    if not path.is_dir() and path.name != SAVED_MODEL_FILE:
        raise UnreadableNetworkError(
            f"{path.name} is the graph of a SavedModel under another name.",
            f"TensorFlow reads it only as {SAVED_MODEL_FILE}, in a folder with its variables.",
            f"Name it {SAVED_MODEL_FILE} again and choose its folder.",
        )
    folder = path if path.is_dir() else path.parent
    return folder, tuple(_files_in(folder / "variables"))


def _caffe_pair(path: Path, weights: Path | None) -> tuple[Path, Path]:
    """Return (structure, weights), whichever of the two was chosen."""
    if _is_structure(path):
        if weights is not None and _is_structure(weights):
            raise UnreadableNetworkError(
                f"{weights.name} holds no weights.",
                "It is a structure, like the network itself.",
                "Choose the .caffemodel as weights.",
            )
        return path, weights or _the_one(path, ".caffemodel", lambda other: not _is_structure(other))
    if weights is not None and _is_structure(weights):
        return weights, path
    return _the_one(path, ".prototxt", _has_layers), path


def _is_structure(path: Path) -> bool:
    with path.open("rb") as file:
        return signatures.is_text(file.read(1 << 16))


def _has_layers(path: Path) -> bool:
    try:
        return detect(path) is Format.CAFFE
    except DeepIntroError:
        return False


def _the_one(path: Path, suffix: str, fits: Callable[[Path], bool]) -> Path:
    """Return the only fitting file beside ``path``; of several, the one with its name or called "deploy"."""
    found = [other for other in _beside(path) if other.suffix.casefold() == suffix and fits(other)]
    same = [other for other in found if other.stem.casefold() == path.stem.casefold()]
    deploy = [other for other in found if "deploy" in other.stem.casefold()]
    for some in (found, same, deploy):
        if len(some) == 1:
            return some[0]
    # For a front end that can ask for the file: which half it is, and what it is probably called.
    role = "weights" if suffix == ".caffemodel" else "network"
    missing = {"missing": role, "expected": path.stem + suffix}
    if not found:
        raise UnreadableNetworkError(
            f"{path.name} is only half of a Caffe network.",
            f"No fitting {suffix} file lies beside it.",
            f"Put the {suffix} file into the same folder, or name it.",
            **missing,
        )
    names = ", ".join(sorted(other.name for other in found))
    raise UnreadableNetworkError(
        f"{path.name} is only half of a Caffe network.",
        f"Several files could be the other half: {names}.",
        "Name the right one as weights.",
        **missing,
    )


def _beside(path: Path) -> list[Path]:
    return [other for other in _files_in(path.parent) if other != path]


def _files_in(folder: Path) -> list[Path]:
    try:
        return sorted(entry for entry in folder.iterdir() if entry.is_file())
    except OSError:
        return []


def _labels(path: Path) -> Path | None:
    """Return the list of classes beside a file, or in a folder: named like the network, else as usual."""
    beside = _beside(path)
    stems = {path.stem.casefold(), path.name.split(".")[0].casefold()}
    names = {f"{stem}{ending}" for stem in stems for ending in (".labels", ".labels.txt", "_labels.txt")}
    same = [other for other in beside if other.name.casefold() in names]
    if same:
        return same[0]
    inside = (*_files_in(path), *_files_in(path / "assets"), *_files_in(path / "assets.extra"))
    candidates = inside if path.is_dir() else beside
    named = {other.name.casefold(): other for other in reversed(candidates)}
    return next((named[name] for name in _LABEL_NAMES if name in named), None)


def _mean(path: Path) -> Path | None:
    found = [
        other
        for other in _beside(path)
        if other.suffix.casefold() == ".binaryproto"
        or (other.suffix.casefold() == ".npy" and "mean" in other.stem.casefold())
    ]
    return found[0] if len(found) == 1 else None
