"""What people are asked about the program and about an analysis: forms as data, and answers to them.

Question and option ids are never changed or used again for something else: exports of different versions stay
comparable by them. A question that stands in both forms has one id.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.requests import ClusterRequest

MAX_TEXT = 20_000
"""Characters of one answer in words; about six pages."""

Answer = tuple[str, ...] | str | int
Answers = Mapping[str, Answer]


class QuestionKind(StrEnum):
    """How a question is answered, and so what its answer is.

    ``checks``: any of the options, a tuple of their ids. ``choice``: one of them, its id. ``scale``: a whole
    number from 1 to ``n_steps``. ``text`` and ``line``: words, over several lines or on one.
    """

    CHECKS = "checks"
    CHOICE = "choice"
    SCALE = "scale"
    TEXT = "text"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to tick; ``text`` is translated where it is shown."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``ends`` are the words at the two ends of a scale; no question has to be answered."""

    id: str
    kind: QuestionKind
    text: str
    options: tuple[Option, ...] = ()
    ends: tuple[str, str] = ("", "")
    n_steps: int = 5
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """Some questions, in order; ``about_analysis`` tells whether it is about one."""

    id: str
    title: str
    questions: tuple[Question, ...]
    about_analysis: bool = False


@dataclass(frozen=True, slots=True)
class FeedbackSubject:
    """The analysis that feedback is about, in words and digests that outlive network, picture and result.

    ``result_id``: of the analysis in the library, empty where it was not kept (then ``is_analysed`` says
    whether there was one). ``settings``: what the explanation was made with, by name.
    """

    network_id: str
    network_name: str
    network_sha256: str
    image_id: str
    image_name: str
    image_sha256: str
    target_index: int
    target_label: str
    result_id: str = ""
    is_analysed: bool = False
    settings: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a person answered. Times are UTC, ISO 8601; ``changed`` equals ``made`` until it is edited.

    ``gone``: which of ``network``, ``image`` and ``result`` the library does not have any more.
    """

    id: str
    form: str
    answers: Answers = field(hash=False)
    made: str
    changed: str
    about: FeedbackSubject | None = None
    gone: tuple[str, ...] = ()


class FeedbackFormat(StrEnum):
    """How feedback is exported."""

    CSV = "csv"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class FeedbackSubjectRequest:
    """Describe the analysis of these features, or the features where there is none yet."""

    source: ClusterRequest
    fill: str
    seed: int = 0
    budget: int | None = None
    is_analysed: bool = False


@dataclass(frozen=True, slots=True)
class KeepFeedbackRequest:
    """Keep answers to a form; with an ``id`` they take the place of those that were kept under it."""

    form: str
    answers: Answers = field(hash=False)
    about: FeedbackSubject | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class ExportFeedbackRequest:
    """Write all feedback of the library into one file."""

    path: Path
    format: FeedbackFormat


@dataclass(frozen=True, slots=True)
class ExportedFeedback:
    """What was written."""

    path: Path
    n_entries: int


def checked_answers(form: Form, answers: Mapping[str, Any]) -> dict[str, Answer]:
    """Return the answers as they are kept, in the form's order, without those that say nothing.

    Raises
    ------
    WrongRequestError
        When there is an answer to no question of the form, or one that its question does not allow, or none.
    """
    questions = {question.id: question for question in form.questions}
    unknown = sorted(set(answers) - set(questions))
    if unknown:
        raise WrongRequestError(
            f"The form “{form.id}” has no question {', '.join(unknown)}.", hint="Open the form again."
        )
    found = {id_: _checked(questions[id_], answers[id_]) for id_ in questions if id_ in answers}
    kept = {id_: answer for id_, answer in found.items() if answer not in ((), "")}
    if not kept:
        raise WrongRequestError("The form is empty.", hint="Answer at least one question.")
    return kept


def _checked(question: Question, answer: Any) -> Answer:
    ids = [option.id for option in question.options]
    match question.kind:
        case QuestionKind.CHECKS:
            if isinstance(answer, (list, tuple)) and set(answer) <= set(ids):
                return tuple(id_ for id_ in ids if id_ in answer)
        case QuestionKind.CHOICE:
            if answer == "" or answer in ids:
                return str(answer)
        case QuestionKind.SCALE:
            if type(answer) is int and 1 <= answer <= question.n_steps:
                return answer
        case _:
            if isinstance(answer, str):
                return _checked_text(question, answer)
    raise WrongRequestError(
        f"The question “{question.id}” has no answer {answer!r}.", hint="Open the form again."
    )


def _checked_text(question: Question, answer: str) -> str:
    # Half characters come from broken clipboards; no file could hold them.
    whole = answer.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").replace("\0", "")
    text = whole.strip() if question.kind is QuestionKind.TEXT else " ".join(whole.split())
    if len(text) > MAX_TEXT:
        raise WrongRequestError(
            f"The answer has {len(text)} characters.", f"{MAX_TEXT} can be kept.", "Shorten it."
        )
    return text
