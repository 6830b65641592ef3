"""The networks of a library."""

import hashlib
import json
import sqlite3
from dataclasses import dataclass, replace

from deepintro_desktop.core.changes import Changes
from deepintro_desktop.core.errors import NotFoundError
from deepintro_desktop.core.records import Manifest, NetworkRecord
from deepintro_desktop.library import entries, manifests
from deepintro_desktop.library.events import record_event
from deepintro_desktop.library.membership import NETWORKS
from deepintro_desktop.library.writing import Storage, Writing, now

_NOUN = "network"
_CHANGED = Changes(networks=True)


@dataclass(frozen=True, slots=True)
class AddedNetwork:
    """The outcome of adding a network. ``already_there``: the library had it, perhaps with other labels."""

    record: NetworkRecord
    already_there: bool
    changes: Changes


class Networks:
    """Networks by id, name, or the beginning of either; oldest first."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def add(self, manifest: Manifest, onnx: bytes, name: str, project_id: str | None = None) -> AddedNetwork:
        """Store a network under a name made distinct from the others, and make it a member of a project.

        ``project_id`` is None for the project that was open last. A network of another project becomes a
        member of this one, too.

        A network with the same source files, layers, preprocessing and choices is the same network: its entry
        stays and gets the labels and the conversion of this one. Labels are not lost to an addition without.
        """
        with self._storage.writing() as change:
            known = self.list()
            network_id = network_identity(manifest)
            existing = next((record for record in known if record.id == network_id), None)
            if existing is not None:
                outcome = _renew(change, existing, manifest, onnx)
                if NETWORKS.join(change, existing.id, project_id):
                    outcome = replace(outcome, already_there=False, changes=_CHANGED)
                return outcome
            distinct = entries.distinct_name(name.strip() or _NOUN, (record.name for record in known))
            record = insert_network(change, NetworkRecord(network_id, distinct, manifest, ""), onnx)
            NETWORKS.join(change, record.id, project_id)
            return AddedNetwork(record, already_there=False, changes=_CHANGED)

    def list(self, project_id: str | None = None) -> list[NetworkRecord]:
        """Return the networks of a project (None: of all), oldest first."""
        return [read_record(row) for row in NETWORKS.read(self._storage, project_id)]

    def find(self, reference: str) -> NetworkRecord:
        """Return the network of an id, a name, or a unique beginning of either; raise ``NotFoundError``."""
        return entries.find(self.list(), reference, _NOUN)

    def rename(self, record: NetworkRecord, name: str) -> Changes:
        """Give a network another name; refuse one that another network has."""
        with self._storage.writing() as change:
            others = (other.name for other in self.list() if other.id != record.id)
            wanted = entries.checked_name(name, others, _NOUN)
            n_rows = change.execute("UPDATE network SET name = ? WHERE id = ?", (wanted, record.id)).rowcount
            _refuse_missing(n_rows, record)
        return _CHANGED

    def relabel(self, record: NetworkRecord, manifest: Manifest) -> NetworkRecord:
        """Keep another manifest of the same network; only labels, and where they came from, may differ."""
        with self._storage.writing() as change:
            text = manifests.to_text(manifest)
            cursor = change.execute("UPDATE network SET manifest = ? WHERE id = ?", (text, record.id))
            _refuse_missing(cursor.rowcount, record)
            record_event(change, "network relabelled", record.id)
        return replace(record, manifest=manifest)

    def remove(self, record: NetworkRecord, project_id: str | None = None) -> Changes:
        """Remove a network, the results made with it, and every content that nothing else refers to.

        From a project alone when it is given and the network is a member of others, too.
        """
        with self._storage.writing() as change:
            if NETWORKS.leave(change, record.id, project_id):
                return _CHANGED
            _refuse_missing(NETWORKS.discard(change, record.id), record)
        return Changes(networks=True, analyses=True)

    def onnx_bytes(self, record: NetworkRecord) -> bytes:
        """Return the stored ONNX file of a network."""
        return self._storage.objects.read(record.onnx_sha256, record.name)


def insert_network(change: Writing, record: NetworkRecord, onnx: bytes) -> NetworkRecord:
    """Write the row and the content of a network that is not there yet, as part of a change."""
    record = replace(record, onnx_sha256=change.put(onnx), added=now())
    change.execute(
        "INSERT INTO network (id, name, manifest, onnx_sha256, added) VALUES (?, ?, ?, ?, ?)",
        (record.id, record.name, manifests.to_text(record.manifest), record.onnx_sha256, record.added),
    )
    record_event(change, "network added", record.id, format=record.manifest.format)
    return record


def network_identity(manifest: Manifest) -> str:
    """Return the id of a network: the same for the same source, layers, preprocessing and choices."""
    described: list[object] = [
        manifest.format,
        manifest.sha256,
        manifest.specification.to_dict(),
        list(manifest.layer_names),
    ]
    if manifest.choices:
        described.append([[choice.what, choice.used] for choice in manifest.choices])
    return hashlib.sha256(json.dumps(described, sort_keys=True).encode()).hexdigest()[:16]


def _renew(change: Writing, existing: NetworkRecord, manifest: Manifest, onnx: bytes) -> AddedNetwork:
    merged = replace(manifest, labels=manifest.labels or existing.manifest.labels)
    sha256 = change.put(onnx)
    if (merged, sha256) == (existing.manifest, existing.onnx_sha256):
        return AddedNetwork(existing, already_there=True, changes=Changes())
    change.release([existing.onnx_sha256])
    change.execute(
        "UPDATE network SET manifest = ?, onnx_sha256 = ? WHERE id = ?",
        (manifests.to_text(merged), sha256, existing.id),
    )
    record_event(change, "network renewed", existing.id)
    record = replace(existing, manifest=merged, onnx_sha256=sha256)
    return AddedNetwork(record, already_there=True, changes=_CHANGED)


def read_record(row: sqlite3.Row) -> NetworkRecord:
    """Return the entry that a row of the table holds; raise ``LibraryError`` when it is damaged."""
    manifest = manifests.from_text(row["manifest"], row["name"])
    return NetworkRecord(row["id"], row["name"], manifest, row["onnx_sha256"], row["added"])


def _refuse_missing(n_rows: int, record: NetworkRecord) -> None:
    if n_rows == 0:
        raise NotFoundError(
            f"The network “{record.name}” is not in the library any more.", hint="Choose another network."
        )
