"""The other files of a network, found beside it."""

from collections.abc import Callable
from pathlib import Path

from deepintro_desktop.core.errors import DeepIntroError, NotFoundError, UnreadableNetworkError
from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.importers import signatures
from deepintro_desktop.importers.contract import Format, NetworkFiles, SourceWishes
from deepintro_desktop.importers.detect import detect
from deepintro_desktop.importers.mean import is_typed

_LABEL_NAMES = ("labels.txt", "synset_words.txt", "labels.csv", "synset.txt", "classes.txt")


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
    network, weights = request.path, request.weights
    if kind is Format.CAFFE:
        network, weights = _caffe_pair(request.path, request.weights)
    mean = request.mean or (
        _mean(network) if kind is Format.CAFFE and request.preprocessing == "auto" else None
    )
    labels = request.labels or _labels(network)
    return NetworkFiles(network, weights, labels, mean, request.labels is not None, wishes)


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
    if not found:
        raise UnreadableNetworkError(
            f"{path.name} is only half of a Caffe network.",
            f"No fitting {suffix} file lies beside it.",
            f"Put the {suffix} file into the same folder, or name it.",
        )
    names = ", ".join(sorted(other.name for other in found))
    raise UnreadableNetworkError(
        f"{path.name} is only half of a Caffe network.",
        f"Several files could be the other half: {names}.",
        "Name the right one as weights.",
    )


def _beside(path: Path) -> list[Path]:
    try:
        return sorted(other for other in path.parent.iterdir() if other.is_file() and other != path)
    except OSError:
        return []


def _labels(path: Path) -> Path | None:
    others = _beside(path)
    stem = path.stem.casefold()
    same = [other for other in others if other.name.casefold() in (f"{stem}.labels", f"{stem}.labels.txt")]
    if same:
        return same[0]
    named = {other.name.casefold(): other for other in others}
    return next((named[name] for name in _LABEL_NAMES if name in named), None)


def _mean(path: Path) -> Path | None:
    found = [
        other
        for other in _beside(path)
        if other.suffix.casefold() == ".binaryproto"
        or (other.suffix.casefold() == ".npy" and "mean" in other.stem.casefold())
    ]
    return found[0] if len(found) == 1 else None
