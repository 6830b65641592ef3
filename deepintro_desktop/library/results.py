"""What was computed, by what it was computed from; it goes with its network or image."""

import hashlib
import io
import json
import logging
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.errors import LibraryError
from deepintro_desktop.library.writing import Storage, Writing, now

_log = logging.getLogger(__name__)

Arrays = dict[str, NDArray[Any]]


@dataclass(frozen=True, slots=True, eq=False)
class StoredResult:
    """A result without its arrays: its id, what it was computed from, what came of it, and when."""

    id: str
    key: Mapping[str, Any]
    document: Mapping[str, Any]
    created: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class ResultRow:
    """A result as the table holds it; ``created`` is UTC, ISO 8601."""

    kind: str
    key: Mapping[str, Any]
    document: Mapping[str, Any]
    created: str
    network_id: str | None
    image_id: str | None


class Results:
    """Results by kind and key. A key is everything that the result depends on, as plain JSON values."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def store(
        self,
        kind: str,
        key: Mapping[str, object],
        document: Mapping[str, object],
        arrays: Mapping[str, NDArray[Any]],
        *,
        network_id: str | None = None,
        image_id: str | None = None,
    ) -> str | None:
        """Keep a result; one that was kept under the same kind and key is replaced.

        Parameters
        ----------
        kind : str
            What sort of result it is (``relevance``, ``analysis``, …).
        key, document : mapping
            Plain JSON values; the key must not hold numbers that are not finite.
        arrays : mapping
            Arrays of numbers or truth values, any shape.
        network_id, image_id : str, optional
            The entries that the result belongs to; it is removed with the first of them.

        Returns
        -------
        str or None
            The result's id, or None when its network or image was removed meanwhile, and it was not kept.
        """
        result_id = _identity(kind, key)
        owners = (("network", network_id), ("image", image_id))
        row = ResultRow(kind, key, document, now(), network_id, image_id)
        with self._storage.writing() as change:
            if not all(owner is None or _exists(change, table, owner) for table, owner in owners):
                return None
            change.release(_contents(change, "id", result_id))
            change.execute("DELETE FROM result WHERE id = ?", (result_id,))
            insert_result(change, row, {name: _to_npy(array) for name, array in arrays.items()})
        return result_id

    def load(self, kind: str, key: Mapping[str, object]) -> tuple[dict[str, Any], Arrays] | None:
        """Return document and arrays of a result, or None when there is none.

        A result whose content is damaged counts as none: it can be computed again.
        """
        return self.load_by_id(kind, _identity(kind, key))

    def has(self, kind: str, key: Mapping[str, object]) -> bool:
        """Tell whether there is such a result; its content is not looked at."""
        sql = "SELECT 1 FROM result WHERE id = ?"
        return bool(self._storage.database.read(sql, (_identity(kind, key),)))

    def find(self, kind: str, image_id: str | None) -> tuple[StoredResult, ...]:
        """Return what is kept of a kind for an image, or for none (None), newest first."""
        sql = (
            "SELECT id, key, document, created FROM result WHERE kind = ? AND image_id IS ?"
            " ORDER BY created DESC, rowid DESC"
        )
        with self._storage.database.lock:
            rows = self._storage.database.read(sql, (kind, image_id))
        return tuple(result for row in rows if (result := _found(kind, row)) is not None)

    def load_by_id(self, kind: str, result_id: str) -> tuple[dict[str, Any], Arrays] | None:
        """Return document and arrays of a result by its id, or None as :meth:`load` does."""
        database = self._storage.database
        with database.lock:
            rows = database.read("SELECT document FROM result WHERE id = ? AND kind = ?", (result_id, kind))
            if not rows:
                return None
            sql = "SELECT name, sha256 FROM result_array WHERE result_id = ?"
            contents = {row["name"]: row["sha256"] for row in database.read(sql, (result_id,))}
        try:
            objects = self._storage.objects
            arrays = {name: _from_npy(objects.read(sha256, name)) for name, sha256 in contents.items()}
            document = json.loads(rows[0]["document"])
        except (LibraryError, ValueError, TypeError) as error:
            _log.warning("a stored %s counts as none: %s", kind, error)
            return None
        return document, arrays


def _found(kind: str, row: sqlite3.Row) -> StoredResult | None:
    """Return a result without its arrays; one whose row is damaged counts as none."""
    try:
        return StoredResult(
            row["id"], json.loads(row["key"]), json.loads(row["document"]), str(row["created"])
        )
    except (ValueError, TypeError) as error:
        _log.warning("a stored %s counts as none: %s", kind, error)
        return None


def has_result(change: Writing, row: ResultRow) -> bool:
    """Tell whether there is a result of that kind and key."""
    return _exists(change, "result", _identity(row.kind, row.key))


def insert_result(change: Writing, row: ResultRow, arrays: Mapping[str, bytes]) -> None:
    """Write a result that is not there yet, with its arrays as files of NumPy, as part of a change."""
    result_id = _identity(row.kind, row.key)
    change.execute(
        "INSERT INTO result (id, kind, key, document, network_id, image_id, created)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            result_id,
            row.kind,
            _canonical(row.key),
            _plain(row.document),
            row.network_id,
            row.image_id,
            row.created,
        ),
    )
    for name, content in arrays.items():
        change.execute("INSERT INTO result_array VALUES (?, ?, ?)", (result_id, name, change.put(content)))


def contents_of_results(change: Writing, owner_column: str, owner_id: str) -> list[str]:
    """Return the digests of the arrays of all results that belong to a network or an image."""
    return _contents(change, owner_column, owner_id)


def _contents(change: Writing, column: str, value: str) -> list[str]:
    sql = f"SELECT sha256 FROM result_array JOIN result ON result.id = result_id WHERE result.{column} = ?"
    return [row["sha256"] for row in change.execute(sql, (value,))]


def _exists(change: Writing, table: str, entry_id: str) -> bool:
    return change.execute(f"SELECT 1 FROM {table} WHERE id = ?", (entry_id,)).fetchone() is not None


def _identity(kind: str, key: Mapping[str, object]) -> str:
    return hashlib.sha256(f"{kind}\n{_canonical(key)}".encode()).hexdigest()


def _canonical(key: Mapping[str, object]) -> str:
    return json.dumps(key, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def _plain(document: Mapping[str, object]) -> str:
    return json.dumps(document, ensure_ascii=False)


def _to_npy(array: NDArray[Any]) -> bytes:
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, np.asarray(array), allow_pickle=False)
    return buffer.getvalue()


def _from_npy(data: bytes) -> NDArray[Any]:
    array: NDArray[Any] = np.lib.format.read_array(io.BytesIO(data), allow_pickle=False)
    return array
