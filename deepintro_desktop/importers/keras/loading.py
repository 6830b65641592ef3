"""Keras itself builds the network: Keras 3, or tf_keras for what Keras 2 wrote."""

import contextlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from deepintro_desktop.core.errors import OutOfMemoryError, UnreadableNetworkError
from deepintro_desktop.importers.keras.package import KerasFile
from deepintro_desktop.importers.onnx.edit import first_line
from deepintro_desktop.importers.tensorflow.runtime import quiet, tensorflow

_ARCHIVE, _HDF5 = (".keras",), (".h5", ".hdf5")


def library(*, is_legacy: bool) -> Any:
    """Return the module ``keras`` (3), or ``tf_keras`` (2). The first call takes seconds."""
    if "tensorflow" not in sys.modules:
        os.environ["TF_USE_LEGACY_KERAS"] = "1" if is_legacy else "0"
    if "keras" not in sys.modules:
        os.environ["KERAS_BACKEND"] = "tensorflow"
    tensorflow()
    with quiet():
        if is_legacy:
            import tf_keras as module
        else:
            import keras as module
    return module


def load(found: KerasFile) -> Any:
    """Return the network of a file that was looked through.

    Raises ``UnreadableNetworkError`` with what Keras says, or ``OutOfMemoryError``.
    """
    keras = library(is_legacy=found.is_legacy)
    try:
        with quiet(), _named_as_expected(found) as path:
            return keras.saving.load_model(str(path), compile=False, safe_mode=True)
    except MemoryError:
        raise
    except tensorflow().errors.ResourceExhaustedError as error:
        raise OutOfMemoryError(
            f"{found.path.name} does not fit into memory.",
            "",
            "Close other programs, or use a smaller network.",
        ) from error
    except Exception as error:  # Keras raises many kinds
        raise UnreadableNetworkError(
            f"{found.path.name} cannot be read by Keras.",
            f"Keras {found.version or 'itself'} wrote it; {version(keras)} says: {_said(error)}.",
            "The file may be damaged. Ask the network's author to save it again, or for an ONNX export.",
        ) from error


def _said(error: Exception) -> str:
    """Return what Keras complains about at the bottom of it: it wraps errors, and shows whole networks."""
    text = str(error).rpartition("Exception encountered: ")[2].partition("Full config:")[0].strip()
    return first_line(Exception(text)) if text else first_line(error)


def version(keras: Any) -> str:
    """Return name and version of a Keras, as manifests show it."""
    return f"{keras.__name__} {keras.__version__}"


@contextlib.contextmanager
def _named_as_expected(found: KerasFile) -> Iterator[Path]:
    """Lend a path that ends as Keras wants it: the name decides there how a file is read."""
    endings = _ARCHIVE if found.is_archive else _HDF5
    if found.path.name.endswith(endings):
        yield found.path
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"network{endings[0]}")
        try:
            path.symlink_to(found.path.resolve())
        except OSError:
            shutil.copyfile(found.path, path)
        yield path
