"""Networks that are zip archives: PyTorch and Keras. Only the list of contents is read."""

import lzma
import zipfile
import zlib
from pathlib import Path

from deepintro_desktop.core.errors import UnreadableNetworkError, UnsafeFileError
from deepintro_desktop.importers.contract import Format

DAMAGED = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, ValueError, NotImplementedError, EOFError,
    RuntimeError,
)  # fmt: skip
"""What reading a damaged archive raises, whatever its members are packed with."""

_MAX_ENTRIES = 100_000
_MAX_BYTES = 8 << 30
_MAX_RATIO = 200


def zip_format(path: Path) -> Format:
    """Return the format of a zip archive; raise ``UnreadableNetworkError`` or ``UnsafeFileError``."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except DAMAGED as error:
        raise UnreadableNetworkError(
            f"{path.name} is cut short or damaged.",
            "It is an archive without its table of contents.",
            "Copy or download it again.",
        ) from error
    total = sum(entry.file_size for entry in entries)
    if (
        len(entries) > _MAX_ENTRIES
        or total > _MAX_BYTES
        or total > _MAX_RATIO * max(path.stat().st_size, 1 << 20)
    ):
        raise UnsafeFileError(
            f"{path.name} is not safe to open.",
            f"Unpacked it would take {total / 1e9:.1f} GB.",
            "Do not open networks from sources that you do not trust.",
        )
    return _format(path, [entry.filename for entry in entries])


def _format(path: Path, names: list[str]) -> Format:
    below_top = {name.split("/", 1)[1] for name in names if "/" in name}
    if "config.json" in names and any(name.endswith("weights.h5") for name in names):
        return Format.KERAS
    if (
        "archive_format" in below_top
        or any(name.startswith("models/") and name.endswith(".json") for name in below_top)
        or "serialized_exported_program.json" in names
    ):
        return Format.TORCH_EXPORT
    if "constants.pkl" in below_top and any(name.startswith("code/") for name in below_top):
        return Format.TORCHSCRIPT
    if "data.pkl" in below_top:
        return Format.TORCH_WEIGHTS
    raise UnreadableNetworkError(
        f"{path.name} is an archive, not a network.",
        f"It holds {', '.join(names[:3]) or 'nothing'}{' and more' if len(names) > 3 else ''}.",
        "Unpack it, and choose the network file itself.",
    )
