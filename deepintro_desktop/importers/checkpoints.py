"""The files of a TensorFlow 1 checkpoint, beside each other: graph (.meta), .index and weights (.data)."""

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from deepintro_desktop.core.errors import UnreadableNetworkError
from deepintro_desktop.importers import signatures

META, INDEX, LIST_NAME = ".meta", ".index", "checkpoint"
_DATA = re.compile(r"\.data-\d{5}-of-\d{5}$")
_NAMED = re.compile(r'^[ \t]*model_checkpoint_path\s*:\s*"((?:[^"\\]|\\.)*)"', re.MULTILINE)
_STEP = re.compile(r"-(\d+)$")
_MAX_LIST_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The graph and the index of one checkpoint, and what was decided on the way."""

    meta: Path
    index: Path
    notes: tuple[str, ...] = ()


def is_checkpoint_folder(folder: Path) -> bool:
    """Whether a folder holds a checkpoint directly."""
    names = [entry.name for entry in _files(folder)]
    return any(name.endswith((META, INDEX)) or name == LIST_NAME for name in names)


def find_checkpoint(path: Path, weights: Path | None = None) -> Checkpoint:
    """Return the checkpoint that any of its files, or its folder, leads to.

    ``weights`` is its .index or .data file, where a person named it. The file ``checkpoint`` may name places
    on another machine: only the last part counts, beside it. Files of another training are never mixed in.

    Raises ``UnreadableNetworkError`` when graph or weights are missing; says what to ask the author for.
    """
    notes: list[str] = []
    folder = path if path.is_dir() else path.parent
    is_graph = _is_graph(path)
    prefix = _without_ending(weights or path)
    if weights is None and (path.is_dir() or _is_list(path)):
        prefix = _chosen(path, folder, _prefixes(folder, INDEX), notes)
    _refuse_old_form(path, prefix)
    if weights is None and is_graph and not _with(prefix, INDEX).is_file():
        fitting = [other for other in _prefixes(folder, INDEX) if _belong_together(prefix, other, META)]
        if not fitting:
            raise _weightless(path)
        prefix = _chosen(path, folder, fitting, notes)
    index = _with(prefix, INDEX)
    if not index.is_file():
        raise _weightless(path)
    meta = path if is_graph else _with(prefix, META)
    if not meta.is_file():
        meta = _other_graph(prefix, notes)
    return Checkpoint(meta, index, tuple(notes))


def _is_list(path: Path) -> bool:
    return path.name == LIST_NAME or bool(_named_in(path))


def _is_graph(path: Path) -> bool:
    """Whether a file is none of the others, so that it can only be the graph, however it is called."""
    if not path.is_file() or _DATA.search(path.name) or _is_list(path):
        return False
    return not signatures.is_tensorflow_index(path)


def shards(index: Path) -> tuple[Path, ...]:
    """Return the .data files that belong to an index."""
    prefix = index.name.removesuffix(INDEX)
    return tuple(entry for entry in _files(index.parent) if _DATA.sub("", entry.name) == prefix != entry.name)


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(entry for entry in folder.iterdir() if entry.is_file())
    except OSError:
        return []


def _without_ending(path: Path) -> Path:
    name = _DATA.sub("", path.name)
    return path.with_name(name.removesuffix(META).removesuffix(INDEX) or name)


def _with(prefix: Path, ending: str) -> Path:
    return prefix.with_name(prefix.name + ending)


def _prefixes(folder: Path, ending: str) -> list[Path]:
    return [_without_ending(entry) for entry in _files(folder) if entry.name.endswith(ending)]


def _belong_together(prefix: Path, other: Path, partner: str) -> bool:
    """Whether two names are steps of one training, or ``other`` has no ``partner`` of its own."""
    return _STEP.sub("", prefix.name) == _STEP.sub("", other.name) or not _with(other, partner).is_file()


def _chosen(path: Path, folder: Path, found: list[Path], notes: list[str]) -> Path:
    """Return what the list of checkpoints names; else the only checkpoint, else the latest, with a note."""
    named = _named_in(path if path.is_file() and _is_list(path) else folder / LIST_NAME)
    if named and (folder / named in found or (not found and (folder / named).is_file())):
        if len(found) > 1:
            notes.append(f"Of {len(found)} checkpoints in the folder, the one in use is {named}.")
        return folder / named
    if not found:
        raise UnreadableNetworkError(
            f"{path.name} leads to no checkpoint.",
            f"It names {named}; {named}{INDEX} is not there." if named else "No .index file is there.",
            "Put all files of the checkpoint into one folder: .meta, .index and every .data file.",
        )
    latest = max(found, key=lambda prefix: (_step(prefix), _with(prefix, INDEX).stat().st_mtime, prefix.name))
    if len(found) > 1:
        notes.append(f"Of {len(found)} checkpoints in the folder, the latest is in use: {latest.name}.")
    elif named or _is_graph(path):
        notes.append(f"The weights are those of {latest.name}, the only ones that fit by name.")
    return latest


def _named_in(file: Path) -> str:
    """Return the last part of the path that a list of checkpoints names; empty when it names none."""
    try:
        with file.open("rb") as stream:
            text = stream.read(_MAX_LIST_BYTES).decode("utf-8", "replace")
    except OSError:
        return ""
    match = _NAMED.search(text)
    if match is None:
        return ""
    named = match[1].replace("\\\\", "\\")
    name = PurePosixPath(PureWindowsPath(named).name).name
    return "" if name in ("", ".", "..") else name


def _step(prefix: Path) -> int:
    match = _STEP.search(prefix.name)
    return int(match[1]) if match else -1


def _other_graph(prefix: Path, notes: list[str]) -> Path:
    """Return the graph of another step of the same training, or the only one that has no weights."""
    found = _prefixes(prefix.parent, META)
    steps = [other for other in found if _STEP.sub("", other.name) == _STEP.sub("", prefix.name)]
    alone = [other for other in found if not _with(other, INDEX).is_file()]
    if steps or len(alone) == 1:
        meta = _with((steps or alone)[-1], META)
        notes.append(f"The graph is that of {meta.name}.")
        return meta
    if found:
        raise UnreadableNetworkError(
            f"{prefix.name} has no graph of its own.",
            f"Graphs of others lie beside it: {', '.join(_with(other, META).name for other in found[:6])}.",
            "Choose the right .meta file, and give the .index file as its weights.",
            missing="network",
            expected=f"{prefix.name}{META}",
        )
    raise UnreadableNetworkError(
        f"{prefix.name} holds weights without the network.",
        "A TensorFlow checkpoint keeps its graph in a .meta file, and none lies beside it.",
        "Ask the network's author for the .meta file, or for a SavedModel, a frozen .pb or an ONNX export.",
        missing="network",
        expected=f"{prefix.name}{META}",
    )


def _weightless(meta: Path) -> UnreadableNetworkError:
    name = _without_ending(meta).name
    return UnreadableNetworkError(
        f"{meta.name} is a network without weights.",
        f"TensorFlow keeps them in {name}{INDEX} and {name}.data-00000-of-00001, which do not lie beside it.",
        "Put all files of the checkpoint into one folder, or ask the network's author for them.",
        missing="weights",
        expected=f"{name}{INDEX}",
    )


def _refuse_old_form(path: Path, prefix: Path) -> None:
    """Refuse the single-file checkpoints of TensorFlow before 1.0: the only form without an index."""
    if _with(prefix, INDEX).is_file() or not prefix.is_file() or prefix.name.endswith(INDEX):
        return
    if signatures.is_tensorflow_index(prefix):
        raise UnreadableNetworkError(
            f"{path.name} is a checkpoint in the form of TensorFlow before 1.0.",
            f"Its weights are one single file ({prefix.name}), which today's TensorFlow does not read fully.",
            "Ask the network's author to save it again with a newer TensorFlow, or for a frozen .pb.",
        )
