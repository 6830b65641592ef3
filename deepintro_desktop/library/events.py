"""What happened in a library, in order: for people who ask, and for reports of faults. No names, only ids."""

import json
from dataclasses import dataclass

from deepintro_desktop.library.writing import Storage, Writing, now


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. ``subject`` is the id of the entry it happened to; ``at`` is UTC."""

    at: str
    kind: str
    subject: str
    detail: dict[str, str]


def record_event(change: Writing, event: str, subject: str = "", **detail: str) -> None:
    """Note an event as part of the change that it tells of."""
    change.execute(
        "INSERT INTO event (at, kind, subject, detail) VALUES (?, ?, ?, ?)",
        (now(), event, subject, json.dumps(detail)),
    )


class Events:
    """The events of a library."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def record(self, event: str, subject: str = "", **detail: str) -> None:
        """Note an event that changed nothing else."""
        with self._storage.writing() as change:
            record_event(change, event, subject, **detail)

    def list(self, n_last: int = 100) -> list[Event]:
        """Return the latest events, oldest first."""
        rows = self._storage.database.read("SELECT * FROM event ORDER BY id DESC LIMIT ?", (n_last,))
        return [
            Event(row["at"], row["kind"], row["subject"], _detail(row["detail"])) for row in reversed(rows)
        ]


def _detail(text: str) -> dict[str, str]:
    """Return the facts of an event; what is damaged is not worth more than the rest."""
    try:
        return dict(json.loads(text))
    except (ValueError, TypeError):
        return {}
