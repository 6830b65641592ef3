"""Inputs with a label above them, built from parameter specifications."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QSlider,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from deepintro_desktop.core.parameters import ParameterSpec
from deepintro_desktop.core.said import said

_BESIDE_NUMBER = 38
"""Left margin, step buttons and edges of a number box."""


class NumberBox(QDoubleSpinBox):
    """A spin box for one parameter: its range, step, decimals and unit; whole units look like ``3.5 px``."""

    def __init__(self, spec: ParameterSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLocale(QLocale(QLocale.Language.C))
        self.setDecimals(spec.decimals)
        self.setRange(spec.minimum, spec.maximum)
        self.setSingleStep(spec.step)
        self.setValue(spec.default)
        if spec.unit:
            self.setSuffix(f" {said(spec.unit)}")
        self.setKeyboardTracking(False)
        self.setAccessibleName(said(spec.label))
        self.setToolTip(said(spec.help))
        # A style sheet's padding does not reach the editor inside a spin box.
        self.lineEdit().setTextMargins(8, 0, 0, 0)
        # The usual policy would focus the box by the very wheel that must not change it.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def comfortable_width(self) -> int:
        """Return the width at which every value and the unit are seen in any font."""
        widest = max((self.textFromValue(value) for value in (self.minimum(), self.maximum())), key=len)
        return self.fontMetrics().horizontalAdvance(widest + self.suffix()) + _BESIDE_NUMBER

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Let the page scroll under an unfocused box."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Slider(QSlider):
    """A slider that the wheel moves only when it is focused."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Let the page scroll under an unfocused slider."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ComboBox(QComboBox):
    """A list of choices whose popup follows the style sheet; the wheel moves it only when focused."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The delegate that combo boxes bring along knows no style sheet.
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setMaxVisibleItems(16)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.currentIndexChanged.connect(self.describe)

    def describe(self) -> None:
        """Say the chosen value in full in the tooltip, and what it is for where that is known."""
        parts = (self.currentText(), self.itemData(self.currentIndex(), Qt.ItemDataRole.ToolTipRole))
        self.setToolTip("\n".join(part for part in parts if part))

    def shown_text(self) -> str:
        """Return the chosen value as it is drawn: it ends in an ellipsis where it has no room."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        elide = Qt.TextElideMode.ElideRight
        return self.fontMetrics().elidedText(self.currentText(), elide, room.width() - 2)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Draw the box with its value shortened where it has no room."""
        with QStylePainter(self) as painter:
            option = QStyleOptionComboBox()
            self.initStyleOption(option)
            option.currentText = self.shown_text()
            painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
            painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Let the page scroll under an unfocused box."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def labelled(text: str, field: QWidget, parent: QWidget) -> QWidget:
    """Return the field with its label above it."""
    box = QWidget(parent)
    label = QLabel(text, box)
    label.setProperty("c", "label")
    label.setBuddy(field)
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(3)
    layout.addWidget(label)
    layout.addWidget(field, 0, Qt.AlignmentFlag.AlignVCenter)
    return box
