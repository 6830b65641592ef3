"""The parts of a Keras file, read without Keras: the configuration and which Keras wrote it."""

import io
import json
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deepintro_desktop.core.errors import (
    DeepIntroError,
    UnreadableNetworkError,
    UnsafeFileError,
    UnsupportedNetworkError,
)
from deepintro_desktop.importers.keras import scan, storage

_CONFIG, _METADATA, _WEIGHTS = "config.json", "metadata.json", "model.weights.h5"
_IGNORED = ("__MACOSX/", ".DS_Store")
_MAX_RATIO, _SMALL_BYTES = 200, 16 << 20
_MAX_ATTRIBUTE_VALUES = 4


@dataclass(frozen=True, slots=True)
class KerasFile:
    """What a file says about itself. ``version`` is "" where it says nothing; ``backend`` likewise."""

    path: Path
    is_archive: bool
    config: dict[str, Any]
    version: str
    backend: str = ""

    @property
    def is_legacy(self) -> bool:
        """Whether Keras 2 wrote it, whose networks Keras 3 reads only in part."""
        major = re.match("[0-9]{1,4}", self.version)
        if major is not None:
            return int(major[0]) < 3
        return not _has_key(self.config, "batch_shape")


def _has_key(config: dict[str, Any], key: str) -> bool:
    return f'"{key}":' in json.dumps(config)


def read(path: Path) -> KerasFile:
    """Return the checked parts of a file.

    Raises
    ------
    UnreadableNetworkError
        Damaged files, and files that are something else.
    UnsupportedNetworkError
        Weights without a network, and layers that are not Keras's own.
    UnsafeFileError
        Files that hold code, point to other files, or would fill memory or disk.
    """
    with path.open("rb") as file:
        is_archive = file.read(2) == b"PK"
    try:
        found = _archive(path) if is_archive else _hdf5(path)
    except DeepIntroError:
        raise
    except RecursionError as error:
        raise scan.too_large(path.name) from error
    except Exception as error:  # h5py and zipfile raise many kinds for damaged files
        raise _damaged(path) from error
    _refuse_first_generation(found)
    scan.refuse_unknown(found.config, path.name)
    return found


def _damaged(path: Path) -> UnreadableNetworkError:
    return UnreadableNetworkError(
        f"{path.name} is cut short or damaged.",
        "Its contents cannot be read.",
        "Copy or download it again.",
    )


def _hdf5(path: Path) -> KerasFile:
    import h5py

    with h5py.File(path, "r") as file:
        storage.check(file, path.stat().st_size, path.name)
        config = _text(file, "model_config", path)
        if not config:
            raise _without_config(file, path)
        version = _text(file, "keras_version", path) or _text(file["model_weights"], "keras_version", path)
        backend = _text(file, "backend", path)
        return KerasFile(path, False, scan.parse(config.encode(), path.name), version, backend)


def _text(place: Any, key: str, path: Path) -> str:
    """Return a text attribute, empty when it is not there."""
    if key not in place.attrs:
        return ""
    kept = place.attrs.get_id(key)
    if len(kept.shape) > 1 or max(kept.shape, default=1) > _MAX_ATTRIBUTE_VALUES:
        raise _damaged(path)
    value = place.attrs[key]
    if hasattr(value, "reshape"):
        value = value.reshape(-1)[0]
    if isinstance(value, bytes):
        return value.decode("utf-8")
    if not isinstance(value, str):
        raise _damaged(path)
    return value


def _without_config(file: Any, path: Path) -> DeepIntroError:
    is_weights = "layer_names" in file.attrs or "layers" in file or "_layer_checkpoint_dependencies" in file
    if is_weights:
        return UnsupportedNetworkError(
            f"{path.name} holds only weights.",
            "It does not say how the network is built, and Keras alone cannot tell.",
            "Ask the network's author for the whole network, as model.save(…) writes it, or for ONNX.",
        )
    return UnreadableNetworkError(
        f"{path.name} is not a network.",
        "It is an HDF5 file with other data in it.",
        "Choose the file that Keras's model.save(…) wrote.",
    )


def _archive(path: Path) -> KerasFile:
    with zipfile.ZipFile(path) as archive:
        entries = [entry for entry in archive.infolist() if not _is_ignored(entry.filename)]
        _check_entries(entries, path)
        config = scan.parse(archive.read(_CONFIG), path.name)
        version = _version(archive, entries)
        _check_weights(archive, path)
    return KerasFile(path, True, config, version)


def _is_ignored(name: str) -> bool:
    return name.startswith(_IGNORED[0]) or name == _IGNORED[1]


def _check_entries(entries: list[zipfile.ZipInfo], path: Path) -> None:
    names = [entry.filename for entry in entries]
    wanted = {_CONFIG, _METADATA, _WEIGHTS}
    strange = sorted({name for name in names if name not in wanted or names.count(name) > 1})
    if strange:
        raise UnsafeFileError(
            f"{path.name} holds more than a network.",
            f"Keras would unpack it: {', '.join(name[:60] for name in strange[:6])}.",
            "Ask the network's author for the network alone, as model.save(…) writes it.",
        )
    for entry in entries:
        is_bomb = entry.file_size > max(_SMALL_BYTES, _MAX_RATIO * max(entry.compress_size, 1))
        if is_bomb or (entry.filename != _WEIGHTS and entry.file_size > scan.MAX_BYTES):
            raise UnsafeFileError(
                f"{path.name} is not safe to open.",
                f"Unpacked it would take {entry.file_size / 1e9:.1f} GB.",
                "Do not open networks from sources that you do not trust.",
            )
    missing = {_CONFIG, _WEIGHTS}.difference(names)
    if missing:
        raise UnreadableNetworkError(
            f"{path.name} is incomplete.",
            f"It has no {' and no '.join(sorted(missing))}.",
            "Ask the network's author for the file that model.save(…) writes.",
        )


def _version(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> str:
    if all(entry.filename != _METADATA for entry in entries):
        return ""
    found = json.loads(archive.read(_METADATA))
    version = found.get("keras_version") if isinstance(found, dict) else None
    return version if isinstance(version, str) else ""


def _check_weights(archive: zipfile.ZipFile, path: Path) -> None:
    import h5py

    with archive.open(_WEIGHTS) as packed:
        weights = io.BytesIO(packed.read())
    n_bytes = weights.getbuffer().nbytes
    with h5py.File(weights, "r") as file:
        storage.check(file, n_bytes, path.name)


def _refuse_first_generation(found: KerasFile) -> None:
    if found.version.startswith(("0.", "1.")):
        raise UnsupportedNetworkError(
            f"{found.path.name} was saved by Keras {found.version}, the first generation.",
            "Later ones describe layers in another way.",
            "Ask the network's author to save it again with Keras 2, or for an ONNX export.",
        )
