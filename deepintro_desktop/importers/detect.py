"""Which format a file has, by its content. The name decides only where content cannot."""

from pathlib import Path

from deepintro_desktop.core.errors import NotFoundError, UnreadableNetworkError
from deepintro_desktop.importers import signatures
from deepintro_desktop.importers.archives import zip_format
from deepintro_desktop.importers.checkpoints import is_checkpoint_folder
from deepintro_desktop.importers.contract import CHOOSE_A_NETWORK, Format
from deepintro_desktop.importers.messages import message_format

SAVED_MODEL_FILE = "saved_model.pb"
_HEAD_BYTES = 1 << 16


def detect(path: Path) -> Format:
    """Return the format of a network file or folder.

    Raises ``NotFoundError``, or ``UnreadableNetworkError`` with a sentence that says what the file is
    instead.
    """
    if not path.exists():
        raise NotFoundError(f"{path.name} does not exist.", "", "Check the name, or choose the file again.")
    if path.is_dir():
        return _folder(path)
    if not path.is_file():
        raise not_a_network(path, "It is not an ordinary file.")
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except OSError as error:
        raise not_a_network(path, f"It cannot be read ({error.strerror}).") from error
    return _file(path, head)


def _folder(path: Path) -> Format:
    if (path / SAVED_MODEL_FILE).is_file():
        return Format.SAVED_MODEL
    if (path / "saved_model.pbtxt").is_file():
        raise UnreadableNetworkError(
            f"{path.name} is a SavedModel written as text.",
            "TensorFlow itself reads such folders only for tests.",
            "Ask the network's author for a SavedModel with saved_model.pb.",
        )
    if is_checkpoint_folder(path):
        return Format.TENSORFLOW1
    raise UnreadableNetworkError(
        f"The folder {path.name} is not a network.",
        "Only TensorFlow keeps networks as folders, with saved_model.pb or a checkpoint in them.",
        "Choose the network file itself.",
    )


def _file(path: Path, head: bytes) -> Format:
    if not head:
        raise not_a_network(path, "It is empty.", "Copy or download it again.")
    signatures.refuse_other_things(path, head)
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return zip_format(path)
    if head.startswith(signatures.HDF5):
        return Format.KERAS
    if signatures.is_safetensors(head, path.stat().st_size):
        return Format.TORCH_WEIGHTS
    if signatures.is_pickle(head):
        return Format.TORCH_WEIGHTS
    if signatures.is_tensorflow_index(path) or signatures.is_tensorflow_data_name(path):
        return Format.TENSORFLOW1
    if signatures.is_text(head):
        return _text(path, head)
    if signatures.is_torch_tar(path, head):
        return Format.TORCH_WEIGHTS
    return message_format(path)


def _text(path: Path, head: bytes) -> Format:
    words = head.decode("utf-8-sig", "replace")
    if signatures.CAFFE_WORDS.search(words):
        return Format.CAFFE
    if signatures.CHECKPOINT_WORDS.search(words):
        return Format.TENSORFLOW1
    if signatures.SOLVER_WORDS.search(words):
        raise not_a_network(
            path, "It holds the training settings of Caffe.", "Choose the deploy.prototxt instead."
        )
    for pattern, (why, hint) in signatures.TEXTS.items():
        if pattern.search(words):
            raise not_a_network(path, why, hint)
    raise not_a_network(path, "It is a text file.", "A Caffe structure (.prototxt) would name its layers.")


def not_a_network(path: Path, why: str, hint: str = "") -> UnreadableNetworkError:
    """Return the error for a file that is something else."""
    return UnreadableNetworkError(
        f"{path.name} is not a network.",
        why,
        hint or CHOOSE_A_NETWORK,
    )
