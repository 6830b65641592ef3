"""Made-up feedback, and the verbs on it in memory."""

from dataclasses import replace
from typing import Any

from deepintro_desktop.core.errors import LibraryError
from deepintro_desktop.core.feedback import (
    ExportedFeedback,
    Feedback,
    FeedbackSubject,
    FeedbackSubjectRequest,
    KeepFeedbackRequest,
    checked_answers,
)
from deepintro_desktop.core.feedback_forms import FORMS
from deepintro_desktop.core.requests import EntryRequest

MOMENT = "2026-11-03T12:00:00+00:00"
FULL = LibraryError(
    "The library could not be written.", "The disk is full.", "Free some space and try again."
)


def make_subject(**changes: Any) -> FeedbackSubject:
    """Return what feedback about an analysis is about."""
    values: dict[str, Any] = {
        "network_id": "n0",
        "network_name": "ResNet-50",
        "network_sha256": "a" * 64,
        "image_id": "i0",
        "image_name": "cat.jpg",
        "image_sha256": "b" * 64,
        "target_index": 281,
        "target_label": "tabby",
        "settings": {"method": "lrp-epsilon"},
    }
    return FeedbackSubject(**(values | changes))


def make_feedback(entry_id: str = "f1", form: str = "analysis", **answers: Any) -> Feedback:
    """Return feedback, about an analysis where its form is."""
    about = make_subject() if form == "analysis" else None
    return Feedback(entry_id, form, answers, MOMENT, MOMENT, about)


class FakeFeedback:
    """Feedback in memory; ``failure`` is raised where it would be written."""

    def __init__(self) -> None:
        self.entries: list[Feedback] = []
        self.failure: Exception | None = None
        self.described: list[FeedbackSubjectRequest] = []

    def catalogue(self) -> dict[str, Any]:
        """Return the verbs."""
        return {
            "feedback_subject": self.describe,
            "keep_feedback": self.keep,
            "list_feedback": lambda _request, _context, _report: tuple(self.entries),
            "remove_feedback": self.remove,
            "export_feedback": lambda request, _context, _report: ExportedFeedback(
                request.path, len(self.entries)
            ),
        }

    def describe(self, request: FeedbackSubjectRequest, context: Any, report: Any) -> FeedbackSubject:
        """Describe anything in the same way."""
        self.described.append(request)
        return make_subject()

    def keep(self, request: KeepFeedbackRequest, context: Any, report: Any) -> Feedback:
        """Keep or replace."""
        if self.failure is not None:
            raise self.failure
        answers = checked_answers(FORMS[request.form], request.answers)
        for place, one in enumerate(self.entries):
            if one.id == request.id:
                self.entries[place] = replace(one, answers=answers)
                return self.entries[place]
        new = Feedback(f"f{len(self.entries) + 1}", request.form, answers, MOMENT, MOMENT, request.about)
        self.entries.insert(0, new)
        return new

    def remove(self, request: EntryRequest, context: Any, report: Any) -> None:
        """Forget one."""
        self.entries = [one for one in self.entries if one.id != request.id]
