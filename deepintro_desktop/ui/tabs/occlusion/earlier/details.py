"""What the list of earlier explanations says about one of them, or about two side by side."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from deepintro_desktop.core.earlier import Comparison, EarlierResult
from deepintro_desktop.ui.tabs.occlusion.cards import CardWriter
from deepintro_desktop.ui.tabs.occlusion.earlier.words import (
    Fact,
    agreement_of,
    as_result,
    as_text,
    day_and_time,
    heading_of,
    origin_of,
    settings_of,
    shortened_digest,
)
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.analysis_card import AnalysisCards
from deepintro_desktop.ui.widgets.buttons import PushButton
from deepintro_desktop.ui.widgets.fitted_picture import FittedPicture
from deepintro_desktop.ui.widgets.images import to_qimage

_PICTURE = 220


class OneExplanation(QWidget):
    """The answers, the settings and the origin of one explanation."""

    def __init__(self, theme: ThemeManager, one: EarlierResult, parent: QWidget) -> None:
        super().__init__(parent)
        self._one = one
        layout = _column(self)
        layout.addWidget(_label(self, heading_of(one), "title"))
        layout.addWidget(_label(self, day_and_time(one.made), "second"))
        layout.addSpacing(4)
        layout.addWidget(_answers(theme, one, self))
        layout.addSpacing(8)
        layout.addWidget(_label(self, self.tr("Settings"), "heading"))
        layout.addWidget(FactGrid(settings_of(one), self))
        head = QHBoxLayout()
        head.addWidget(_label(self, self.tr("Where it came from"), "heading"))
        head.addStretch(1)
        self._copy = PushButton(theme, self.tr("Copy all"), self, icon="copy", kind="soft", size="small")
        self._copy.clicked.connect(self._on_copy_clicked)
        head.addWidget(self._copy)
        layout.addSpacing(8)
        layout.addLayout(head)
        layout.addWidget(FactGrid(origin_of(one), self))
        layout.addStretch(1)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self._one))


class TwoExplanations(QWidget):
    """Two explanations beside each other: pictures, agreement, answers, settings that differ."""

    def __init__(
        self, theme: ThemeManager, pair: tuple[EarlierResult, EarlierResult], parent: QWidget
    ) -> None:
        super().__init__(parent)
        layout = _column(self)
        self._agreement = QVBoxLayout()
        name = self.tr("Relevance and features")
        self._pictures = [FittedPicture(theme, name, self, height=_PICTURE) for _ in pair]
        self._waiting = _label(self, self.tr("Comparing…"), "second")
        self._agreement.addWidget(self._waiting)
        columns = QGridLayout()
        columns.setHorizontalSpacing(16)
        for column, one in enumerate(pair):
            columns.setColumnStretch(column, 1)
            columns.addWidget(_label(self, heading_of(one), "heading"), 0, column)
            columns.addWidget(_label(self, day_and_time(one.made), "second"), 1, column)
            columns.addWidget(self._pictures[column], 2, column)
            columns.addWidget(_answers(theme, one, self), 3, column, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(columns)
        layout.addSpacing(4)
        layout.addWidget(_label(self, self.tr("How they agree"), "heading"))
        layout.addLayout(self._agreement)
        layout.addSpacing(4)
        layout.addWidget(_label(self, self.tr("Settings"), "heading"))
        layout.addWidget(FactGrid(settings_of(*pair), self))
        layout.addStretch(1)

    def set_comparison(self, found: Comparison) -> None:
        """Show what has been computed."""
        for picture, pixels in zip(self._pictures, found.pictures, strict=True):
            picture.set_picture(to_qimage(pixels))
        self._waiting.hide()
        self._agreement.addWidget(FactGrid(agreement_of(found), self))

    def set_failure(self, text: str) -> None:
        """Say why there is nothing."""
        self._waiting.setText(text)


class FactGrid(QWidget):
    """Names with values; where two values differ the row is marked."""

    def __init__(self, facts: Sequence[Fact], parent: QWidget) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(3)
        for row, fact in enumerate(facts):
            name = _label(self, fact.name, "second")
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            for column, value in enumerate(fact.values, 1):
                label = _label(self, shortened_digest(value), "mark" if fact.differs else "")
                label.setToolTip(value if label.text() != value else "")
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
                grid.setColumnStretch(column, 1)
            if fact.differs:
                name.setText(f"{fact.name}  ≠")
                name.setAccessibleName(self.tr("{0}, different").format(fact.name))


def _column(widget: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 12, 0)
    layout.setSpacing(6)
    return layout


def _label(parent: QWidget, text: str, kind: str) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("c", kind)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _answers(theme: ThemeManager, one: EarlierResult, parent: QWidget) -> QWidget:
    """Return the four answers as cards, or a sentence where nobody asked for them."""
    result = as_result(one)
    if result is None:
        return _label(
            parent,
            QCoreApplication.translate(
                "Details", "Not analysed. Open it and press Analyse to have the answers."
            ),
            "hint",
        )
    cards = AnalysisCards(theme, parent)
    cards.set_compact(True)
    for kind, content in CardWriter(None, (), one.target_label).cards(result, None, "").items():
        cards.set_card(kind, replace(content, clickable=False))
    return cards
