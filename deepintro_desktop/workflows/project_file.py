"""Exported projects: a ZIP file with ``project.json`` and ``objects/<sha256>``, written whole or not at all.

A file of somebody else is read as what it is: a claim. Every content has to have the digest that it is called
by, every entry the id that follows from its content, and nothing is ever unpacked to a path that it names.
"""

import contextlib
import json
import os
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deepintro_desktop import __version__
from deepintro_desktop.core import manifests
from deepintro_desktop.core.errors import DeepIntroError, UnreadableProjectError, WrongRequestError
from deepintro_desktop.core.picture_view import PictureView
from deepintro_desktop.core.records import ImageRecord, NetworkRecord
from deepintro_desktop.imaging import shown_name
from deepintro_desktop.workflows.export import UnwritableFolderError

if TYPE_CHECKING:
    from deepintro_desktop.library import PackedProject, PackedResult

SUFFIX = ".deepintro"
_FORMAT, _VERSION = "deepintro-project", 1
_DOCUMENT, _FOLDER = "project.json", "objects/"
_MAX_DOCUMENT_BYTES = 256 * 2**20
_MAX_CONTENT_BYTES = 2 * 2**30
_MAX_NAME = 200
_HINT = "Ask for the file again, or export the project once more."


@contextlib.contextmanager
def writing(path: Path) -> Iterator[zipfile.ZipFile]:
    """Give a ZIP file to write; it takes its name when the block ends well, else nothing is left.

    Raises ``UnwritableFolderError`` when it cannot be written.
    """
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        with unfinished.open("wb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
                yield archive
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError as error:
        why = f"{error.strerror or error}."
        raise UnwritableFolderError(
            f"{path.name} could not be written.", why, "Choose another folder; nothing was left half-written."
        ) from error
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink()


def write_document(archive: zipfile.ZipFile, packed: "PackedProject") -> None:
    """Write what the project consists of; where a picture's file lay is nobody's business."""
    document = {
        "format": _FORMAT,
        "version": _VERSION,
        "program": __version__,
        "name": packed.name,
        "created": packed.created,
        "networks": [_network_values(record) for record in packed.networks],
        "images": [_image_values(record) for record in packed.images],
        "results": [asdict(result.row) | {"arrays": dict(result.arrays)} for result in packed.results],
    }
    archive.writestr(_DOCUMENT, json.dumps(document, ensure_ascii=False, allow_nan=True))


def write_content(archive: zipfile.ZipFile, sha256: str, content: bytes, *, is_dense: bool) -> None:
    """Write one content under its digest; what is dense already is not compressed again."""
    method = zipfile.ZIP_STORED if is_dense else zipfile.ZIP_DEFLATED
    archive.writestr(f"{_FOLDER}{sha256}", content, compress_type=method)


def _network_values(record: NetworkRecord) -> dict[str, Any]:
    return {
        "id": record.id,
        "name": record.name,
        "onnx_sha256": record.onnx_sha256,
        "manifest": json.loads(manifests.to_text(record.manifest)),
    }


def _image_values(record: ImageRecord) -> dict[str, Any]:
    return asdict(record) | {"source_path": "", "view": record.view.to_dict()}


@dataclass(frozen=True, slots=True, eq=False)
class ProjectFile:
    """An opened file of a project. ``contents``: sizes of what it holds, by digest."""

    name: str
    archive: zipfile.ZipFile
    packed: "PackedProject"
    contents: Mapping[str, int]

    def read(self, sha256: str) -> bytes:
        """Return a content; raise ``UnreadableProjectError`` when it is not what it is called."""
        from deepintro_desktop.library import digest

        with _worded(self.name):
            content = self.archive.read(f"{_FOLDER}{sha256}")
        if digest(content) != sha256:
            raise _damaged(self.name, "A part of it is not what it was when it was written.")
        return content


@contextlib.contextmanager
def reading(path: Path) -> Iterator[ProjectFile]:
    """Open the file of a project, as long as the block runs.

    Raises
    ------
    UnreadableProjectError
        When it is not such a file, is damaged, too large, or made by a newer version of the program.
    """
    name = shown_name(path.name)
    with contextlib.ExitStack() as stack:
        with _worded(name):
            archive = stack.enter_context(zipfile.ZipFile(path))
            opened = _opened(name, archive)
        yield opened


def _opened(name: str, archive: zipfile.ZipFile) -> ProjectFile:
    sizes = {info.filename: info.file_size for info in archive.infolist()}
    if _DOCUMENT not in sizes:
        raise _foreign(name)
    contents = {
        entry.removeprefix(_FOLDER): size for entry, size in sizes.items() if entry.startswith(_FOLDER)
    }
    if sizes[_DOCUMENT] > _MAX_DOCUMENT_BYTES or max(contents.values(), default=0) > _MAX_CONTENT_BYTES:
        raise _damaged(name, "A part of it is larger than any project has.")
    document = json.loads(archive.read(_DOCUMENT))
    json.dumps(document, ensure_ascii=False).encode()  # half characters could not be stored
    return ProjectFile(name, archive, _packed(document, name), contents)


@contextlib.contextmanager
def _worded(name: str) -> Iterator[None]:
    """Turn what libraries say of damaged files into a sentence."""
    try:
        yield
    except FileNotFoundError as error:
        raise UnreadableProjectError(f"{name} does not exist.", hint="Check the path.") from error
    except zipfile.BadZipFile as error:
        raise _foreign(name) from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, NotImplementedError) as error:
        raise _damaged(name, "Its description of the project cannot be read.") from error
    except (EOFError, zlib.error) as error:
        raise _damaged(name, "It ends too early, or was changed.") from error
    except OSError as error:
        raise UnreadableProjectError(
            f"{name} cannot be read.", f"{error.strerror or error}.", _HINT
        ) from error


def _packed(document: dict[str, Any], name: str) -> "PackedProject":
    from deepintro_desktop.library import PackedProject

    if document.get("format") != _FORMAT:
        raise _foreign(name)
    if document["version"] > _VERSION:
        raise UnreadableProjectError(
            f"{name} was made by a newer version of the program.",
            f"Its form is number {document['version']}; this version knows {_VERSION}.",
            "Install the newer version.",
        )
    return PackedProject(
        _name(document["name"]),
        str(document["created"]),
        tuple(_network(entry, name) for entry in document["networks"]),
        tuple(_image(entry, name) for entry in document["images"]),
        tuple(_result(entry) for entry in document["results"]),
    )


def _network(entry: dict[str, Any], name: str) -> NetworkRecord:
    from deepintro_desktop.library import network_identity

    try:
        manifest = manifests.from_text(json.dumps(entry["manifest"]))
    except WrongRequestError as error:
        raise _damaged(name, error.message) from error
    # The id follows from the description: a file cannot pass a network off as another.
    return NetworkRecord(
        network_identity(manifest), _name(entry["name"]), manifest, _digest(entry["onnx_sha256"])
    )


def _image(entry: dict[str, Any], name: str) -> ImageRecord:
    sha256 = _digest(entry["sha256"])
    try:
        view = PictureView.from_dict(entry.get("view", {}))
    except WrongRequestError as error:
        raise _damaged(name, error.message) from error
    return ImageRecord(
        id=sha256[:16],
        name=_name(entry["name"]),
        sha256=sha256,
        height=int(entry["height"]),
        width=int(entry["width"]),
        kind=str(entry["kind"]),
        view=view,
    )


def _result(entry: dict[str, Any]) -> "PackedResult":
    from deepintro_desktop.library import PackedResult, ResultRow

    row = ResultRow(
        str(entry["kind"]),
        json.loads(json.dumps(dict(entry["key"]), allow_nan=False)),
        dict(entry["document"]),
        str(entry["created"]),
        None if entry["network_id"] is None else str(entry["network_id"]),
        None if entry["image_id"] is None else str(entry["image_id"]),
    )
    return PackedResult(row, {str(name): _digest(sha256) for name, sha256 in entry["arrays"].items()})


def _name(text: object) -> str:
    return shown_name(str(text)).strip()[:_MAX_NAME] or "unnamed"


def _digest(text: object) -> str:
    if not (isinstance(text, str) and len(text) == 64 and set(text) <= set("0123456789abcdef")):
        message = f"{text!r} is no digest"
        raise ValueError(message)
    return text


def _foreign(name: str) -> DeepIntroError:
    return UnreadableProjectError(
        f"{name} is not an exported project.", "", f"Choose a file that ends in {SUFFIX}."
    )


def _damaged(name: str, why: str) -> DeepIntroError:
    return UnreadableProjectError(f"{name} is damaged.", why, _HINT)
