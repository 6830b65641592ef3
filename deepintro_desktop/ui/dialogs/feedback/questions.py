"""One widget for each kind of question."""

from typing import cast

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from deepintro_desktop.core.feedback import Answer, Question, QuestionKind
from deepintro_desktop.ui.dialogs.feedback.words import form_text, scale_text
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.buttons import PushButton
from deepintro_desktop.ui.widgets.inputs import Slider

_TEXT_HEIGHT, _SPARE = 76, 4


class QuestionField(QWidget):
    """A question with what answers it; ``answered`` carries the answer, None where it was taken back."""

    answered = Signal(str, object)

    def __init__(self, theme: ThemeManager, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        self.question = question
        self.words = form_text(question.text)
        self.label = QLabel(self.words, self)
        self.label.setProperty("c", "heading")
        self.label.setWordWrap(True)
        self.clear = PushButton(theme, self.tr("Clear"), self, kind="link", size="small")
        self.clear.setAccessibleName(self.tr("Clear the answer to: {0}").format(self.words))
        # The question keeps its place when the link comes and goes.
        policy = self.clear.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.clear.setSizePolicy(policy)
        self.clear.hide()
        self.clear.clicked.connect(self._on_clear)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.label, 1)
        head.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignTop)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(6)
        self.rows.addLayout(head)
        if question.hint:
            hint = QLabel(form_text(question.hint), self)
            hint.setProperty("c", "hint")
            hint.setWordWrap(True)
            self.rows.addWidget(hint)
        self._build(theme)

    def set_answer(self, answer: Answer) -> None:
        """Show an answer that was given before; no signal is emitted."""
        raise NotImplementedError

    def forget(self) -> None:
        """Show that there is no answer."""
        raise NotImplementedError

    def _build(self, theme: ThemeManager) -> None:
        raise NotImplementedError

    def _tell(self, answer: Answer | None) -> None:
        self.answered.emit(self.question.id, answer)

    def _on_clear(self) -> None:
        self.forget()
        self.clear.hide()
        self._tell(None)


class _Options(QuestionField):
    """Options below one another, of which several or one can be ticked."""

    kind: type[QAbstractButton] = QCheckBox

    def _build(self, theme: ThemeManager) -> None:
        self.group = QButtonGroup(self)
        self.group.setExclusive(self.question.kind is QuestionKind.CHOICE)
        self.buttons: dict[str, QAbstractButton] = {}
        for option in self.question.options:
            text = form_text(option.text)
            button = self.kind(text, self)
            button.setAccessibleDescription(self.words)
            self.group.addButton(button)
            self.buttons[option.id] = button
            self.rows.addWidget(button)
        self.group.buttonToggled.connect(self._on_toggled)

    def ticked(self) -> tuple[str, ...]:
        """Return the ids of what is ticked."""
        return tuple(key for key, button in self.buttons.items() if button.isChecked())

    def set_answer(self, answer: Answer) -> None:
        """Tick what was ticked before."""
        wanted = answer if isinstance(answer, tuple) else (answer,)
        with QSignalBlocker(self.group):
            for key, button in self.buttons.items():
                button.setChecked(key in wanted)
        self.clear.setVisible(self.group.exclusive() and bool(self.ticked()))

    def forget(self) -> None:
        """Take every tick away."""
        exclusive = self.group.exclusive()
        with QSignalBlocker(self.group):
            self.group.setExclusive(False)
            for button in self.buttons.values():
                button.setChecked(False)
            self.group.setExclusive(exclusive)

    def _on_toggled(self, _: QAbstractButton, checked: bool) -> None:
        if self.group.exclusive():
            if checked:
                self.clear.show()
                self._tell(self.ticked()[0])
        else:
            self._tell(self.ticked())


class ChecksField(_Options):
    """Any of the options."""

    kind = QCheckBox


class ChoiceField(_Options):
    """One of the options."""

    kind = QRadioButton


class ScaleField(QuestionField):
    """A slider that stands in the middle without meaning it until it is touched."""

    def _build(self, theme: ThemeManager) -> None:
        self.slider = Slider(self)
        self.slider.setRange(1, self.question.n_steps)
        self.slider.setPageStep(1)
        low, high = map(form_text, self.question.ends)
        self.slider.setAccessibleName(self.words)
        self.slider.setAccessibleDescription(
            self.tr("From 1, {0}, to {1}, {2}").format(low, self.question.n_steps, high)
        )
        self.value = QLabel(self)
        self.value.setProperty("c", "second")
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        widest = (self.tr("no answer"), scale_text(self.question, self.question.n_steps))
        self.value.setMinimumWidth(
            max(self.value.fontMetrics().horizontalAdvance(text) for text in widest) + 4
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.slider, 0, 0, 1, 2)
        grid.addWidget(self.value, 0, 2)
        for column, (text, side) in enumerate(
            ((low, Qt.AlignmentFlag.AlignLeft), (high, Qt.AlignmentFlag.AlignRight))
        ):
            end = QLabel(text, self)
            end.setProperty("c", "hint")
            grid.addWidget(end, 1, column, side)
        self.rows.addLayout(grid)
        self.forget()
        self.slider.valueChanged.connect(self._on_touched)
        self.slider.sliderPressed.connect(self._on_touched)

    def set_answer(self, answer: Answer) -> None:
        """Show an answer that was given before."""
        with QSignalBlocker(self.slider):
            self.slider.setValue(cast("int", answer))
        self._mark(is_set=True)

    def forget(self) -> None:
        """Show that there is no answer."""
        with QSignalBlocker(self.slider):
            self.slider.setValue((1 + self.question.n_steps) // 2)
        self._mark(is_set=False)

    def _mark(self, *, is_set: bool) -> None:
        self.slider.setProperty("c", "" if is_set else "unset")
        self.slider.style().unpolish(self.slider)
        self.slider.style().polish(self.slider)
        text = scale_text(self.question, self.slider.value()) if is_set else self.tr("no answer")
        self.value.setText(text)
        self.clear.setVisible(is_set)

    def _on_touched(self, *_: int) -> None:
        self._mark(is_set=True)
        self._tell(self.slider.value())


class TextField(QuestionField):
    """Words over several lines."""

    def _build(self, theme: ThemeManager) -> None:
        self.edit = QPlainTextEdit(self)
        self.edit.setTabChangesFocus(True)
        self.edit.setAccessibleName(self.words)
        self.edit.setFixedHeight(theme.px(_TEXT_HEIGHT))
        self.rows.addWidget(self.edit)
        self.edit.textChanged.connect(self._on_changed)

    def set_answer(self, answer: Answer) -> None:
        """Show an answer that was given before."""
        with QSignalBlocker(self.edit):
            self.edit.setPlainText(str(answer))

    def forget(self) -> None:
        """Show that there is no answer."""
        with QSignalBlocker(self.edit):
            self.edit.clear()

    def _on_changed(self) -> None:
        self._tell(self.edit.toPlainText())


class LineField(QuestionField):
    """Words on one line."""

    def _build(self, theme: ThemeManager) -> None:
        self.edit = QLineEdit(self)
        self.edit.setAccessibleName(self.words)
        self.rows.addWidget(self.edit)
        self.edit.textChanged.connect(self._tell)

    def set_answer(self, answer: Answer) -> None:
        """Show an answer that was given before."""
        with QSignalBlocker(self.edit):
            self.edit.setText(str(answer))

    def forget(self) -> None:
        """Show that there is no answer."""
        with QSignalBlocker(self.edit):
            self.edit.clear()


_FIELDS: dict[QuestionKind, type[QuestionField]] = {
    QuestionKind.CHECKS: ChecksField,
    QuestionKind.CHOICE: ChoiceField,
    QuestionKind.SCALE: ScaleField,
    QuestionKind.TEXT: TextField,
    QuestionKind.LINE: LineField,
}


def make_field(theme: ThemeManager, question: Question, parent: QWidget) -> QuestionField:
    """Return the widget for a question."""
    return _FIELDS[question.kind](theme, question, parent)
