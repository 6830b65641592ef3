"""The stored variables of a checkpoint: an .index file and its .data files."""

import math
import re
from pathlib import Path
from typing import Any

import numpy as np

from deepintro_desktop.core.errors import UnreadableNetworkError
from deepintro_desktop.importers.onnx.edit import first_line
from deepintro_desktop.importers.tensorflow.runtime import quiet, tensorflow

_SHARD = re.compile(r"\.data-(\d{5})-of-(\d{5})$")


class Bundle:
    """Reads arrays by the name under which they were stored."""

    def __init__(self, prefix: Path, reader: Any) -> None:
        self._prefix = prefix
        self._reader = reader
        self.shapes: dict[str, tuple[int, ...]] = {
            name: tuple(shape) for name, shape in reader.get_variable_to_shape_map().items()
        }
        self._types = reader.get_variable_to_dtype_map()
        self._check_sizes()

    def __contains__(self, name: str) -> bool:
        return name in self.shapes

    def array(self, name: str) -> np.ndarray:
        """Return one array.

        Raise ``UnreadableNetworkError`` when it cannot be read in full.
        """
        try:
            with quiet():
                return np.asarray(self._reader.get_tensor(name))
        except Exception as error:  # TensorFlow raises many kinds for a broken file
            raise _broken(self._prefix, f"{name} cannot be read from it: {first_line(error)}.") from error

    def _check_sizes(self) -> None:
        """Refuse arrays that are larger than the files: they would only fill the memory."""
        there = sum(path.stat().st_size for path in shards(self._prefix))
        wanted = 0
        for name, shape in self.shapes.items():
            kind = self._types[name]
            wanted += math.prod(shape) * (kind.size if kind.is_numpy_compatible and kind.size else 0)
        if wanted > there:
            raise UnreadableNetworkError(
                f"{self._prefix.name}.data is cut short.",
                f"Its index announces {wanted} bytes of weights; {there} are there.",
                "Copy or download all .data files again.",
            )


def shards(prefix: Path) -> list[Path]:
    """Return the .data files of a checkpoint."""
    found = []
    for path in sorted(prefix.parent.iterdir()):
        match = _SHARD.search(path.name)
        if match and path.name[: match.start()] == prefix.name and path.is_file():
            found.append(path)
    return found


def open_bundle(prefix: Path) -> Bundle:
    """Open the checkpoint whose files begin with ``prefix``.

    Raises ``UnreadableNetworkError`` when files are missing or damaged.
    """
    _check_shards(prefix)
    module = tensorflow()
    try:
        with quiet():
            return Bundle(prefix, module.train.load_checkpoint(str(prefix)))
    except UnreadableNetworkError:
        raise
    except Exception as error:  # TensorFlow raises many kinds for a broken file
        raise _broken(prefix, f"TensorFlow says: {first_line(error)}.") from error


def _check_shards(prefix: Path) -> None:
    found = shards(prefix)
    if not found:
        raise UnreadableNetworkError(
            f"The weights of {prefix.name} are missing.",
            f"TensorFlow keeps them in {prefix.name}.data-00000-of-00001, which is not beside the index.",
            "Put all files of the checkpoint into one folder: .meta, .index and every .data file.",
        )
    counts = {int(_SHARD.search(path.name)[2]) for path in found}  # type: ignore[index]
    n_files = max(counts)
    missing = [
        name
        for number in range(n_files)
        if not (prefix.parent / (name := f"{prefix.name}.data-{number:05d}-of-{n_files:05d}")).is_file()
    ]
    if missing:
        raise UnreadableNetworkError(
            f"Part of the weights of {prefix.name} is missing.",
            f"Not there: {', '.join(missing[:6])}{' …' if len(missing) > 6 else ''}.",
            "Put all .data files of the checkpoint into its folder.",
            missing=tuple(missing),
        )


def _broken(prefix: Path, why: str) -> UnreadableNetworkError:
    return UnreadableNetworkError(
        f"The weights of {prefix.name} are damaged.", why, "Copy or download .index and .data files again."
    )
