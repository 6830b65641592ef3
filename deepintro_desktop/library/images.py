"""The images of a library: the original files, unchanged."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from deepintro_desktop.core.changes import Changes
from deepintro_desktop.core.errors import NotFoundError
from deepintro_desktop.core.records import ImageRecord
from deepintro_desktop.imaging import DecodedImage, shown_name
from deepintro_desktop.library import entries
from deepintro_desktop.library.events import record_event
from deepintro_desktop.library.objects import digest
from deepintro_desktop.library.results import contents_of_results
from deepintro_desktop.library.writing import Storage, now

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

    def add(self, path: Path, content: bytes, decoded: DecodedImage) -> AddedImage:
        """Store the bytes of a picture file; bytes that are there already are a duplicate.

        Two different files of one name are both kept; the second is called ``dog (2).jpg``.

        Parameters
        ----------
        path : Path
            Where the file lies; only remembered.
        content : bytes
            The file's content.
        decoded : DecodedImage
            The same content, read.
        """
        sha256 = digest(content)
        with self._storage.writing() as change:
            same = change.execute("SELECT * FROM image WHERE sha256 = ?", (sha256,)).fetchone()
            if same is not None:
                existing = _record(same)
                return AddedImage(existing, existing, Changes())
            name = shown_name(path.name or decoded.name)
            record = ImageRecord(
                id=sha256[:16],
                name=entries.distinct_name(name, self._names()),
                sha256=change.put(content),
                height=decoded.height,
                width=decoded.width,
                kind=decoded.kind,
                added=now(),
                source_path=shown_name(str(path)),
                facts=dict(decoded.facts),
            )
            change.execute(
                "INSERT INTO image (id, name, sha256, height, width, kind, source_path, facts, added)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    record.id,
                    record.name,
                    sha256,
                    record.height,
                    record.width,
                    record.kind,
                    record.source_path,
                    json.dumps(record.facts, ensure_ascii=False),
                    record.added,
                ),
            )
            change.execute("INSERT INTO project_image VALUES ('default', ?)", (record.id,))
            record_event(change, "image added", record.id, kind=record.kind)
            return AddedImage(record, None, _CHANGED)

    def list(self) -> list[ImageRecord]:
        """Return all images, oldest first."""
        return [_record(row) for row in self._storage.database.read("SELECT * FROM image ORDER BY rowid")]

    def find(self, reference: str) -> ImageRecord:
        """Return the image of an id, a name, or a unique beginning of either; raise ``NotFoundError``."""
        # Rows that come into sight ask for their pictures by id, many times a second.
        rows = self._storage.database.read("SELECT * FROM image WHERE id = ?", (reference,))
        if rows:
            return _record(rows[0])
        return entries.find(self.list(), reference, _NOUN)

    def rename(self, record: ImageRecord, name: str) -> Changes:
        """Give an image another name; refuse one that another image has."""
        with self._storage.writing() as change:
            others = (other.name for other in self.list() if other.id != record.id)
            wanted = entries.checked_name(name, others, _NOUN)
            n_rows = change.execute("UPDATE image SET name = ? WHERE id = ?", (wanted, record.id)).rowcount
            _refuse_missing(n_rows, record)
        return _CHANGED

    def remove(self, record: ImageRecord) -> Changes:
        """Remove an image, the results made of it, and its content; the file that it came from stays."""
        with self._storage.writing() as change:
            change.release([record.sha256, *contents_of_results(change, "image_id", record.id)])
            _refuse_missing(change.execute("DELETE FROM image WHERE id = ?", (record.id,)).rowcount, record)
            record_event(change, "image removed", record.id)
        return Changes(images=True, analyses=True)

    def _names(self) -> Iterator[str]:
        return (str(row[0]) for row in self._storage.database.read("SELECT name FROM image"))

    def read_bytes(self, record: ImageRecord) -> bytes:
        """Return the original file, byte for byte."""
        return self._storage.objects.read(record.sha256, record.name)


def _record(row: sqlite3.Row) -> ImageRecord:
    try:
        facts = {str(name): str(value) for name, value in json.loads(row["facts"]).items()}
        height, width = int(row["height"]), int(row["width"])
    except (ValueError, TypeError, AttributeError) as error:
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
    )


def _refuse_missing(n_rows: int, record: ImageRecord) -> None:
    if n_rows == 0:
        raise NotFoundError(
            f"The image “{record.name}” is not in the library any more.", hint="Choose another image."
        )
