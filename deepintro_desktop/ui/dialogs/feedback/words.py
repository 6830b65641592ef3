"""Feedback in words: what it is about, what was asked, what was answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from deepintro_desktop.core.feedback import Answer, Feedback, FeedbackSubject, Question, QuestionKind
from deepintro_desktop.core.feedback_forms import CONTEXT, FORMS
from deepintro_desktop.core.parameters import METHOD_LABELS
from deepintro_desktop.core.said import said
from deepintro_desktop.core.translation import marked, translate
from deepintro_desktop.ui.presenters.words import date_text

_GONE = {
    "image": marked("Feedback", "The image is not in the library any more."),
    "network": marked("Feedback", "The model is not in the library any more."),
    "result": marked("Feedback", "The analysis is not in the library any more."),
}


@dataclass(frozen=True, slots=True)
class GivenLine:
    """One entry of the list of given feedback."""

    id: str
    title: str
    text: str


def form_text(text: str) -> str:
    """Return a text of a form in the language of the window."""
    return translate(CONTEXT, text) if text else ""


def subject_text(about: FeedbackSubject) -> str:
    """Say what feedback is about: ``tabby in cat.jpg, seen by ResNet-50; LRP ε``."""
    method = about.settings.get("method", "")
    label = said(METHOD_LABELS[method]) if method in METHOD_LABELS else method
    text = _tr("{0} in {1}, seen by {2}").format(about.target_label, about.image_name, about.network_name)
    return f"{text}; {label}" if label else text


def gone_lines(one: Feedback) -> tuple[str, ...]:
    """Say what the library has no more of what feedback is about; results go with picture or model."""
    parts = one.gone if one.gone == ("result",) else tuple(part for part in one.gone if part != "result")
    return tuple(_tr(_GONE[part]) for part in parts)


def line_of(one: Feedback) -> GivenLine:
    """Return the entry of the list."""
    title = form_text(FORMS[one.form].title) if one.form in FORMS else one.form
    day = _day(one.made)
    if one.about is None:
        return GivenLine(one.id, title, day)
    return GivenLine(one.id, title, f"{day} · {one.about.image_name}")


def details_of(one: Feedback) -> str:
    """Return everything about one entry, to read and to copy."""
    head = [form_text(FORMS[one.form].title) if one.form in FORMS else one.form]
    if one.about is not None:
        head.append(subject_text(one.about))
    head += gone_lines(one)
    dates = _tr("Given on {0}").format(_day(one.made))
    if one.changed != one.made:
        dates = _tr("Given on {0}, changed on {1}").format(_day(one.made), _day(one.changed))
    head.append(dates)
    answers = [f"{question}\n{answer}" for question, answer in answer_words(one)]
    return "\n\n".join(["\n".join(head), *answers])


def answer_words(one: Feedback) -> Sequence[tuple[str, str]]:
    """Return what was asked and what was answered; of questions of other versions the bare ids."""
    questions = {question.id: question for question in FORMS[one.form].questions} if one.form in FORMS else {}
    return [
        (form_text(questions[key].text) if key in questions else key, _answer(questions.get(key), answer))
        for key, answer in one.answers.items()
    ]


def scale_text(question: Question, step: int) -> str:
    """Say where a scale stands: ``4 of 5``."""
    return _tr("{0} of {1}").format(step, question.n_steps)


def _answer(question: Question | None, answer: Answer) -> str:
    if isinstance(answer, int):
        if question is None or question.kind is not QuestionKind.SCALE:
            return str(answer)
        low, high = map(form_text, question.ends)
        return _tr("{0} (1: {1}, {2}: {3})").format(scale_text(question, answer), low, question.n_steps, high)
    options = {option.id: form_text(option.text) for option in question.options} if question else {}
    if isinstance(answer, tuple):
        return "\n".join(f"– {options.get(one, one)}" for one in answer)
    return options.get(answer, answer)


def _day(moment: str) -> str:
    try:
        return date_text(datetime.fromisoformat(moment).astimezone().date())
    except ValueError:
        return moment


def _tr(text: str) -> str:
    return translate("Feedback", text)
