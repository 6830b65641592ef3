"""How files of other kinds begin."""

import pickletools
import re
import struct
from pathlib import Path

from deepintro_desktop.core.errors import UnreadableNetworkError

HDF5 = b"\x89HDF\r\n\x1a\n"
# Only blanks are skipped before a word: files of empty lines would be searched from each line anew.
CAFFE_WORDS = re.compile(r"^[ \t]*(layers?\s*\{|layers?\s*:\s*\{|input\s*:\s*\"|input_dim\s*:)", re.MULTILINE)
CHECKPOINT_WORDS = re.compile(r"^[ \t]*(all_)?model_checkpoint_paths?\s*:", re.MULTILINE)
SOLVER_WORDS = re.compile(r"^[ \t]*(base_lr|lr_policy|max_iter|train_net|net)\s*:", re.MULTILINE)
_FULL_HINT = "Ask the network's author for the whole network: saved with weights, or as an ONNX export."
TEXTS = {
    re.compile(r'^\s*\{.*"modelTopology"', re.DOTALL): (
        "It describes a network of TensorFlow.js, whose weights are other files.",
        "Ask the network's author for the Keras file or the SavedModel that it was made from.",
    ),
    re.compile(r'^\s*\{.*"class_name"\s*:\s*"(Sequential|Functional|Model)"', re.DOTALL): (
        "It describes the layers of a Keras network, without the weights.",
        _FULL_HINT,
    ),
    re.compile(r"^[ \t]*(meta_info_def|graph_def|node|saved_model_schema_version)\s*[{:]", re.MULTILINE): (
        "It describes a graph of TensorFlow as text, without the weights.",
        _FULL_HINT,
    ),
    re.compile(r"^\[net(work)?\]\s*$", re.MULTILINE): (
        "It describes a network of Darknet.",
        "Ask the network's author for an ONNX export of it.",
    ),
}
"""Descriptions in text that are no whole network, with what to say about them."""

_TABLE_MAGIC = b"\x57\xfb\x80\x8b\x24\x75\x47\xdb"
_N_TAR_ENTRIES = 16
_PICTURES = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"BM": "a BMP picture",
    b"II*\0": "a TIFF picture",
    b"MM\0*": "a TIFF picture",
}
_OTHERS = {
    b"%PDF": "a PDF document",
    b"\x1f\x8b": "a compressed (gzip) file",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"Rar!": "a RAR archive",
    b"BZh": "a compressed (bzip2) file",
    b"\xfd7zXZ": "a compressed (xz) file",
    b"\x93NUMPY": "a NumPy array",
    b"MZ": "a Windows program",
    b"\x7fELF": "a program",
}
_AT_4 = {b"TFL3": "a TensorFlow Lite network", b"ORTM": "an onnxruntime-internal network"}


def refuse_other_things(path: Path, head: bytes) -> None:
    """Raise ``UnreadableNetworkError`` that names the thing: a failed download, a picture, an archive."""
    start = head[:512].lstrip().lower()
    if head.startswith(b"version https://git-lfs"):
        raise UnreadableNetworkError(
            f"{path.name} is only a pointer to the network.",
            "Git LFS left it in place of the real file, which was not downloaded.",
            "Fetch the real file (git lfs pull), or download it from its page.",
        )
    if start.startswith((b"<!doctype html", b"<html", b"<head")) or (
        start.startswith(b"<?xml") and b"<html" in start
    ):
        raise UnreadableNetworkError(
            f"{path.name} is a web page, not a network.",
            "A download that needs a login, or a wrong link, gives that.",
            "Download the file itself again.",
        )
    picture = next((name for magic, name in _PICTURES.items() if head.startswith(magic)), "")
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        picture = "a WebP picture"
    if head[128:132] == b"DICM":
        picture = "a DICOM picture"
    if picture and not (picture == "a BMP picture" and head[6:10] != b"\0\0\0\0"):
        raise UnreadableNetworkError(
            f"{path.name} is {picture}, not a network.",
            "",
            "Add it to the pictures, and choose a network file here.",
        )
    other = next((name for magic, name in _OTHERS.items() if head.startswith(magic)), "") or _AT_4.get(
        head[4:8], ""
    )
    if other and not (other == "a Windows program" and b"This program" not in head[:512]):
        raise UnreadableNetworkError(
            f"{path.name} is {other}.",
            "The program cannot read a network from it.",
            "Unpack it first."
            if "compress" in other or "archive" in other
            else "Export the network to ONNX.",
        )


def is_text(head: bytes) -> bool:
    """Whether the beginning of a file is readable text."""
    if b"\0" in head:
        return False
    try:
        text = head.decode("utf-8")
    except UnicodeDecodeError as error:
        # The last character may be cut by the end of what was read.
        if error.start < len(head) - 4:
            return False
        text = head[: error.start].decode("utf-8")
    n_odd = sum(1 for character in text if ord(character) < 32 and character not in "\t\n\r\f")
    return n_odd == 0


def is_safetensors(head: bytes, n_bytes: int) -> bool:
    """Whether the file starts with the length of a JSON header and the header."""
    if len(head) < 10:
        return False
    (length,) = struct.unpack("<Q", head[:8])
    return 2 <= length <= n_bytes - 8 and head[8:9] == b"{"


def is_pickle(head: bytes) -> bool:
    """Whether the file is a Python pickle (old PyTorch files are); it is looked at, never loaded."""
    if head[:1] != b"\x80" or len(head) < 4 or head[1] > 5:
        return False
    try:
        operations = pickletools.genops(head[:256])
        for _ in range(3):
            next(operations)
    except (ValueError, StopIteration, IndexError, UnicodeDecodeError):
        return False
    return True


def is_torch_tar(path: Path, head: bytes) -> bool:
    """Whether the file is an archive of the kind that the first versions of PyTorch wrote."""
    if head[257:262] != b"ustar" and not head.startswith(b"sys_info\0"):
        return False
    names, position = set(), 0
    with path.open("rb") as file:
        for _ in range(_N_TAR_ENTRIES):
            file.seek(position)
            header = file.read(512)
            size = header[124:136].strip(b" \0")
            if len(header) < 512 or not size.isdigit() or size.strip(b"01234567"):
                break
            names.add(header[:100].split(b"\0")[0].removeprefix(b"./"))
            position += 512 + (int(size, 8) + 511) // 512 * 512
    return {b"storages", b"tensors", b"pickle"} <= names


def is_tensorflow_index(path: Path) -> bool:
    """Whether the file ends like the table of a TensorFlow checkpoint (.index)."""
    if path.stat().st_size < 48:
        return False
    with path.open("rb") as file:
        file.seek(-8, 2)
        return file.read(8) == _TABLE_MAGIC


def is_tensorflow_data_name(path: Path) -> bool:
    """Whether the file is named like the values of a TensorFlow checkpoint; their content says nothing."""
    return bool(re.search(r"\.data-\d{5}-of-\d{5}$", path.name))
