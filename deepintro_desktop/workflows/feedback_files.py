"""Feedback as files for other programs: a table, and JSON."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from deepintro_desktop import __version__
from deepintro_desktop.core.feedback import Answer, Feedback, FeedbackSubject
from deepintro_desktop.core.feedback_forms import question_ids

_FIRST = ("id", "form", "made", "changed")
_ABOUT = (
    "network_name",
    "network_sha256",
    "image_name",
    "image_sha256",
    "target_index",
    "target_label",
    "is_analysed",
    "result_id",
)
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How cells begin that a spreadsheet program takes for a formula."""


def as_csv(entries: Sequence[Feedback]) -> bytes:
    """Return a table with a row for each entry and a column for each question, UTF-8 with a mark for Excel.

    Several ticked options are joined by ``; ``. An apostrophe stands before what a spreadsheet program would
    run as a formula.
    """
    answered = dict.fromkeys((*question_ids(), *(key for one in entries for key in one.answers)))
    settings = dict.fromkeys(key for one in entries if one.about for key in one.about.settings)
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    head = (*_FIRST, "gone", *_ABOUT, *(f"setting_{key}" for key in settings), *answered)
    writer.writerow(map(_cell, head))
    for one in entries:
        cells = [getattr(one, key) for key in _FIRST]
        cells.append("; ".join(one.gone))
        cells += [_of(one.about, key) for key in _ABOUT]
        cells += [one.about.settings.get(key, "") if one.about else "" for key in settings]
        cells += [_plain(one.answers.get(key, "")) for key in answered]
        writer.writerow(map(_cell, cells))
    return buffer.getvalue().encode("utf-8-sig")


def as_json(entries: Iterable[Feedback]) -> bytes:
    """Return the same as JSON: what a person wrote stands there as it is."""
    document = {
        "format": "deepintro-feedback",
        "version": 1,
        "program": __version__,
        "feedback": [feedback_json(one) for one in entries],
    }
    return (json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2) + "\n").encode()


def feedback_json(one: Feedback) -> dict[str, Any]:
    """Return what JSON says of one entry."""
    answers = {key: list(value) if isinstance(value, tuple) else value for key, value in one.answers.items()}
    return asdict(one) | {"answers": answers, "gone": list(one.gone)}


def _of(about: FeedbackSubject | None, key: str) -> object:
    if about is None:
        return ""
    value = getattr(about, key)
    return ("yes" if value else "no") if isinstance(value, bool) else value


def _plain(answer: Answer) -> str | int:
    return "; ".join(answer) if isinstance(answer, tuple) else answer


def _cell(value: object) -> object:
    """Keep text from being run as a formula; numbers stay numbers."""
    return f"'{value}" if isinstance(value, str) and value.lstrip(" ").startswith(_RISKY) else value
