"""What people said about the program and its analyses; it outlives what it is about."""

import json
import logging
import sqlite3
import uuid
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from deepintro_desktop.core.changes import Changes
from deepintro_desktop.core.errors import NotFoundError
from deepintro_desktop.core.feedback import Answer, Answers, Feedback, FeedbackSubject
from deepintro_desktop.library.events import record_event
from deepintro_desktop.library.writing import Storage, now

_log = logging.getLogger(__name__)
_CHANGED = Changes(feedback=True)


class FeedbackEntries:
    """Feedback by id, newest first."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def add(self, form: str, answers: Answers, about: FeedbackSubject | None = None) -> Feedback:
        """Keep the answers to a form, and what they are about."""
        made = now()
        entry_id = uuid.uuid4().hex[:16]
        values = (entry_id, form, _text(answers), _text(asdict(about) if about else None), made, made)
        with self._storage.writing() as change:
            change.execute("INSERT INTO feedback VALUES (?, ?, ?, ?, ?, ?)", values)
            record_event(change, "feedback given", entry_id, form=form)
        return self.find(entry_id)

    def replace(self, entry_id: str, answers: Answers) -> Feedback:
        """Put other answers in the place of those that were given; raise ``NotFoundError``."""
        with self._storage.writing() as change:
            statement = "UPDATE feedback SET answers = ?, changed = ? WHERE id = ?"
            _refuse_missing(change.execute(statement, (_text(answers), now(), entry_id)).rowcount)
            record_event(change, "feedback changed", entry_id)
        return self.find(entry_id)

    def remove(self, entry_id: str) -> Changes:
        """Forget feedback; raise ``NotFoundError`` when it is not there."""
        with self._storage.writing() as change:
            _refuse_missing(change.execute("DELETE FROM feedback WHERE id = ?", (entry_id,)).rowcount)
            record_event(change, "feedback removed", entry_id)
        return _CHANGED

    def find(self, entry_id: str) -> Feedback:
        """Return the feedback of an id; raise ``NotFoundError`` when there is none that can be read."""
        found = next((one for one in self.list() if one.id == entry_id), None)
        _refuse_missing(int(found is not None))
        assert found is not None
        return found

    def list(self) -> tuple[Feedback, ...]:
        """Return all feedback, newest first, each with what is gone of what it is about."""
        database = self._storage.database
        with database.lock:
            rows = database.read("SELECT * FROM feedback ORDER BY made DESC, rowid DESC")
            kept = {
                "network": {row[0] for row in database.read("SELECT id FROM network")},
                "image": {row[0] for row in database.read("SELECT id FROM image")},
                "result": {row[0] for row in database.read("SELECT id FROM result")} if rows else set(),
            }
        return tuple(one for row in rows if (one := _read(row, kept)) is not None)


def _read(row: sqlite3.Row, kept: Mapping[str, set[str]]) -> Feedback | None:
    """Return the feedback of a row; one that is damaged is left out, so that the others can be seen."""
    try:
        about = _subject(json.loads(row["about"]))
        answers = {str(key): _answer(value) for key, value in json.loads(row["answers"]).items()}
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        _log.warning("feedback %s is left out: %r", row["id"], error)
        return None
    gone = () if about is None else _gone(about, kept)
    return Feedback(row["id"], row["form"], answers, row["made"], row["changed"], about, gone)


def _gone(about: FeedbackSubject, kept: Mapping[str, set[str]]) -> tuple[str, ...]:
    wanted = {"network": about.network_id, "image": about.image_id, "result": about.result_id}
    return tuple(kind for kind, entry_id in wanted.items() if entry_id and entry_id not in kept[kind])


def _subject(values: dict[str, Any] | None) -> FeedbackSubject | None:
    if values is None:
        return None
    settings = {str(name): str(value) for name, value in values["settings"].items()}
    return FeedbackSubject(**{**values, "settings": settings})


def _answer(value: Any) -> Answer:
    if isinstance(value, list):
        return tuple(str(one) for one in value)
    if type(value) is int or isinstance(value, str):
        return value
    message = f"{type(value).__name__} is no answer"
    raise TypeError(message)


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _refuse_missing(n_rows: int) -> None:
    if n_rows == 0:
        raise NotFoundError("This feedback is not in the library any more.", hint="Open the list again.")
