"""Inputs with a label above them, built from parameter specifications."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLabel, QStyledItemDelegate, QVBoxLayout, QWidget

from deepintro_desktop.core.parameters import ParameterSpec


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
            self.setSuffix(f" {spec.unit}")
        self.setKeyboardTracking(False)
        self.setAccessibleName(spec.label)
        self.setToolTip(spec.help)
        # A style sheet's padding does not reach the editor inside a spin box.
        self.lineEdit().setTextMargins(8, 0, 0, 0)

    def comfortable_width(self) -> int:
        """Return the width at which usual values and the unit are seen in any font."""
        usual = f"{min(self.maximum(), 99):.{self.decimals()}f}{self.suffix()}"
        return self.fontMetrics().horizontalAdvance(usual) + 34


class ComboBox(QComboBox):
    """A list of choices whose popup follows the style sheet; the wheel moves it only when focused."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The delegate that combo boxes bring along knows no style sheet.
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setMaxVisibleItems(16)

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
