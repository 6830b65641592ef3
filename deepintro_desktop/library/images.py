"""The images of a library: the original files, unchanged."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from deepintro_desktop.core.changes import Changes
from deepintro_desktop.core.errors import NotFoundError, WrongRequestError
from deepintro_desktop.core.picture_view import AS_IT_COMES, PictureView
from deepintro_desktop.core.records import ImageRecord
from deepintro_desktop.imaging import DecodedImage, shown_name
from deepintro_desktop.library import entries
from deepintro_desktop.library.events import record_event
from deepintro_desktop.library.membership import IMAGES
from deepintro_desktop.library.objects import digest
from deepintro_desktop.library.writing import Storage, Writing, now

_NOUN = "image"
_CHANGED = Changes(images=True)


@dataclass(frozen=True, slots=True)
class AddedImage:
    """The outcome of adding an image; ``duplicate_of`` is the entry that had these bytes before."""

    record: ImageRecord
    duplicate_of: ImageRecord | None
    changes: Changes


class Images:
    """Images by id, name, or the beginning of either; oldest first."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def add(
        self,
        path: Path,
        content: bytes,
        decoded: DecodedImage,
        project_id: str | None = None,
        *,
        view: PictureView = AS_IT_COMES,
    ) -> AddedImage:
        """Store the bytes of a picture file in a project; bytes that are there already are a duplicate.

        Two different files of one name are both kept; the second is called ``dog (2).jpg``. A picture of
        another project becomes a member of this one, too.

        Parameters
        ----------
        path : Path
            Where the file lies; only remembered.
        content : bytes
            The file's content.
        decoded : DecodedImage
            The same content, read in that view.
        project_id : str, optional
            The project; the one that was open last when not given.
        view : PictureView
            Which of the file's pictures it is.
        """
        sha256 = digest(content)
        with self._storage.writing() as change:
            same = change.execute("SELECT * FROM image WHERE sha256 = ?", (sha256,)).fetchone()
            if same is not None:
                existing = read_record(same)
                if IMAGES.join(change, existing.id, project_id):
                    return AddedImage(existing, None, _CHANGED)
                return AddedImage(existing, existing, Changes())
            name = shown_name(path.name or decoded.name)
            distinct = entries.distinct_name(name, self._names())
            record = insert_image(change, image_record(decoded, content, distinct, path, view), content)
            IMAGES.join(change, record.id, project_id)
            return AddedImage(record, None, _CHANGED)

    def list(self, project_id: str | None = None) -> list[ImageRecord]:
        """Return the images of a project (None: of all), oldest first."""
        return [read_record(row) for row in IMAGES.read(self._storage, project_id)]

    def find(self, reference: str) -> ImageRecord:
        """Return the image of an id, a name, or a unique beginning of either; raise ``NotFoundError``."""
        # Rows that come into sight ask for their pictures by id, many times a second.
        rows = self._storage.database.read("SELECT * FROM image WHERE id = ?", (reference,))
        if rows:
            return read_record(rows[0])
        return entries.find(self.list(), reference, _NOUN)

    def rename(self, record: ImageRecord, name: str) -> Changes:
        """Give an image another name; refuse one that another image has."""
        with self._storage.writing() as change:
            others = (other.name for other in self.list() if other.id != record.id)
            wanted = entries.checked_name(name, others, _NOUN)
            n_rows = change.execute("UPDATE image SET name = ? WHERE id = ?", (wanted, record.id)).rowcount
            _refuse_missing(n_rows, record)
        return _CHANGED

    def show_as(self, record: ImageRecord, view: PictureView, decoded: DecodedImage) -> Changes:
        """Make another picture of its file the image; what was computed of the present one stays.

        Parameters
        ----------
        record : ImageRecord
            The image.
        view : PictureView
            The other picture.
        decoded : DecodedImage
            The file, read in that view.
        """
        facts = json.dumps(decoded.facts, ensure_ascii=False)
        values = (json.dumps(view.to_dict()), decoded.height, decoded.width, facts, record.id)
        with self._storage.writing() as change:
            statement = "UPDATE image SET view = ?, height = ?, width = ?, facts = ? WHERE id = ?"
            _refuse_missing(change.execute(statement, values).rowcount, record)
            record_event(change, "image seen otherwise", record.id)
        return Changes(images=True, analyses=True)

    def remove(self, record: ImageRecord, project_id: str | None = None) -> Changes:
        """Remove an image, the results made of it, and its content; the file that it came from stays.

        From a project alone when it is given and the image is a member of others, too.
        """
        with self._storage.writing() as change:
            if IMAGES.leave(change, record.id, project_id):
                return _CHANGED
            _refuse_missing(IMAGES.discard(change, record.id), record)
        return Changes(images=True, analyses=True)

    def _names(self) -> Iterator[str]:
        return (str(row[0]) for row in self._storage.database.read("SELECT name FROM image"))

    def read_bytes(self, record: ImageRecord) -> bytes:
        """Return the original file, byte for byte."""
        return self._storage.objects.read(record.sha256, record.name)


def image_record(
    decoded: DecodedImage,
    content: bytes,
    name: str,
    path: Path | None = None,
    view: PictureView = AS_IT_COMES,
) -> ImageRecord:
    """Return the entry of a picture file's content, read in that view; ``path`` is where it came from."""
    sha256 = digest(content)
    return ImageRecord(
        id=sha256[:16],
        name=name,
        sha256=sha256,
        height=decoded.height,
        width=decoded.width,
        kind=decoded.kind,
        added=now(),
        source_path=shown_name(str(path)) if path else "",
        facts=dict(decoded.facts),
        view=view,
    )


def insert_image(change: Writing, record: ImageRecord, content: bytes) -> ImageRecord:
    """Write the row and the content of an image that is not there yet, as part of a change."""
    change.put(content)
    change.execute(
        "INSERT INTO image (id, name, sha256, height, width, kind, source_path, facts, added, view)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            record.id,
            record.name,
            record.sha256,
            record.height,
            record.width,
            record.kind,
            record.source_path,
            json.dumps(record.facts, ensure_ascii=False),
            record.added,
            json.dumps(record.view.to_dict()),
        ),
    )
    record_event(change, "image added", record.id, kind=record.kind)
    return record


def read_record(row: sqlite3.Row) -> ImageRecord:
    """Return the entry that a row of the table holds; raise ``LibraryError`` when it is damaged."""
    try:
        facts = {str(name): str(value) for name, value in json.loads(row["facts"]).items()}
        height, width = int(row["height"]), int(row["width"])
        view = PictureView.from_dict(json.loads(row["view"]))
    except (ValueError, TypeError, AttributeError, KeyError, WrongRequestError) as error:
        raise entries.damaged_entry("image", row["name"]) from error
    return ImageRecord(
        id=row["id"],
        name=row["name"],
        sha256=row["sha256"],
        height=height,
        width=width,
        kind=row["kind"],
        added=row["added"],
        source_path=row["source_path"],
        facts=facts,
        view=view,
    )


def _refuse_missing(n_rows: int, record: ImageRecord) -> None:
    if n_rows == 0:
        raise NotFoundError(
            f"The image “{record.name}” is not in the library any more.", hint="Choose another image."
        )
