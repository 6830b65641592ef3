"""Whole projects out of a library and into one: rows as plain values, contents by their digests."""

import json
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.records import ImageRecord, NetworkRecord, ProjectRecord
from deepintro_desktop.library import entries, images, networks
from deepintro_desktop.library.events import record_event
from deepintro_desktop.library.membership import IMAGES, NETWORKS
from deepintro_desktop.library.projects import create_project
from deepintro_desktop.library.results import ResultRow, has_result, insert_result
from deepintro_desktop.library.writing import Storage, Writing, now

ReadContent = Callable[[str], bytes]


@dataclass(frozen=True, slots=True, eq=False)
class PackedResult:
    """A computed result on its way, and the digests of its arrays by their names."""

    row: ResultRow
    arrays: Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class PackedProject:
    """Everything of a project except the contents, which go by their digests."""

    name: str
    created: str
    networks: tuple[NetworkRecord, ...]
    images: tuple[ImageRecord, ...]
    results: tuple[PackedResult, ...]


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What became of a packed project: the new one, how much is in it, and what had to be left out.

    ``missing`` names networks and images that were neither in the file nor in the library.
    """

    project: ProjectRecord
    n_results: int
    missing: tuple[str, ...]


class Exchange:
    """Packs projects of a library, and takes packed ones in."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def pack(self, record: ProjectRecord) -> PackedProject:
        """Return a project with its members and every result that was computed of them."""
        with self._storage.database.lock:
            members = tuple(networks.read_record(row) for row in NETWORKS.read(self._storage, record.id))
            pictures = tuple(images.read_record(row) for row in IMAGES.read(self._storage, record.id))
            results = self._results({one.id for one in members}, {one.id for one in pictures})
        return PackedProject(record.name, record.created, members, pictures, results)

    def _results(self, network_ids: set[str], image_ids: set[str]) -> tuple[PackedResult, ...]:
        arrays: dict[str, dict[str, str]] = {}
        images_or_none = {*image_ids, None}
        for row in self._storage.database.read("SELECT result_id, name, sha256 FROM result_array"):
            arrays.setdefault(row["result_id"], {})[row["name"]] = row["sha256"]
        rows = self._storage.database.read("SELECT * FROM result ORDER BY created, rowid")
        return tuple(
            PackedResult(_row(row), arrays.get(row["id"], {}))
            for row in rows
            if row["network_id"] in network_ids and row["image_id"] in images_or_none
        )

    def content(self, sha256: str, name: str) -> bytes:
        """Return a content by its digest; raise ``LibraryError`` naming ``name`` when it is damaged."""
        return self._storage.objects.read(sha256, name)

    def is_kept(self, sha256: str) -> bool:
        """Tell whether anything in the library refers to a content."""
        return sha256 in self._storage.referred()

    def unpack(
        self,
        packed: PackedProject,
        contents: frozenset[str],
        read: ReadContent,
        report: Report = SILENT,
    ) -> Unpacked:
        """Make a project of a packed one, completely or not at all.

        Networks and images that the library has already are shared with it and keep their names there.

        Parameters
        ----------
        packed : PackedProject
            Rows whose values were checked.
        contents : frozenset of str
            Digests of the contents that ``read`` can give.
        read : callable
            Returns a content by its digest, checked against it.
        report : Report
            Progress; raises when the work is to stop, and then nothing is changed.
        """
        with self._storage.writing() as change:
            moving = _Moving(change, contents, read, report, len(packed.networks) + len(packed.images))
            project = create_project(change, packed.name, self._projects())
            for network in packed.networks:
                moving.take_network(network, project.id)
            for image in packed.images:
                moving.take_image(image, project.id)
            n_results = sum(moving.take_result(result) for result in packed.results)
            record_event(change, "project taken in", project.id)
            return Unpacked(project, n_results, tuple(moving.missing))

    def _projects(self) -> list[ProjectRecord]:
        rows = self._storage.database.read("SELECT * FROM project")
        return [ProjectRecord(row["id"], row["name"], row["created"], row["opened"]) for row in rows]


class _Moving:
    """One project on its way into a library."""

    def __init__(
        self, change: Writing, contents: frozenset[str], read: ReadContent, report: Report, n_entries: int
    ) -> None:
        self._change, self._contents, self._read = change, contents, read
        self._report, self._n_entries, self._n_done = report, n_entries, 0
        self._there: set[str] = set()
        self.missing: list[str] = []

    def take_network(self, record: NetworkRecord, project_id: str) -> None:
        self._tell(record.name)
        if not self._has("network", record.id):
            if record.onnx_sha256 not in self._contents:
                self.missing.append(record.name)
                return
            renamed = replace(record, name=self._free("network", record.name))
            networks.insert_network(self._change, renamed, self._read(record.onnx_sha256))
        NETWORKS.join(self._change, record.id, project_id)
        self._there.add(record.id)

    def take_image(self, record: ImageRecord, project_id: str) -> None:
        self._tell(record.name)
        if not self._has("image", record.id):
            if record.sha256 not in self._contents:
                self.missing.append(record.name)
                return
            renamed = replace(record, name=self._free("image", record.name), added=now())
            images.insert_image(self._change, renamed, self._read(record.sha256))
        IMAGES.join(self._change, record.id, project_id)
        self._there.add(record.id)

    def take_result(self, result: PackedResult) -> bool:
        """Tell whether the result is in the library now; what is there already stays as it is."""
        owners = {owner for owner in (result.row.network_id, result.row.image_id) if owner is not None}
        if not owners <= self._there or not set(result.arrays.values()) <= self._contents:
            return False
        self._report.check()
        if not has_result(self._change, result.row):
            arrays = {name: self._read(sha256) for name, sha256 in result.arrays.items()}
            insert_result(self._change, result.row, arrays)
        return True

    def _has(self, table: str, entry_id: str) -> bool:
        found = self._change.execute(f"SELECT 1 FROM {table} WHERE id = ?", (entry_id,))
        return found.fetchone() is not None

    def _free(self, table: str, name: str) -> str:
        taken = self._change.execute(f"SELECT name FROM {table}").fetchall()
        return entries.distinct_name(name, (row["name"] for row in taken))

    def _tell(self, name: str) -> None:
        self._report(self._n_done, self._n_entries, f"Taking in {name}")
        self._n_done += 1


def _row(row: sqlite3.Row) -> ResultRow:
    return ResultRow(
        row["kind"],
        json.loads(row["key"]),
        json.loads(row["document"]),
        row["created"],
        row["network_id"],
        row["image_id"],
    )
