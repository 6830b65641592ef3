"""The foot of the canvas: the strength of the relevance map, what its colours mean, a readout."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QSlider, QWidget

from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.theme.metrics import CANVAS_FOOT_HEIGHT
from deepintro_desktop.ui.widgets.labels import ElidedLabel
from deepintro_desktop.ui.widgets.words import percent


class GradientBar(QWidget):
    """The colours of the relevance map from against to for the target, zero marked."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(
            self.tr("Colours of the relevance map: blue is against, orange is for the target")
        )
        theme.theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the drawing."""
        return QSize(112, 14)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Draw the gradient and the tick at zero."""
        with QPainter(self) as painter:
            bar = QRectF(0, 3, self.width(), 8)
            painter.fillRect(bar, self._theme.color("map_ground"))
            gradient = QLinearGradient(bar.topLeft(), bar.topRight())
            stops = (
                (0.0, "map_against", 1.0),
                (0.25, "map_against_half", 0.62),
                (0.4999, "map_against_half", 0.0),
                (0.5001, "map_for_half", 0.0),
                (0.75, "map_for_half", 0.62),
                (1.0, "map_for", 1.0),
            )
            for place, token, alpha in stops:
                gradient.setColorAt(place, self._theme.color(token, alpha))
            painter.fillRect(bar, gradient)
            painter.fillRect(QRectF(self.width() / 2 - 0.5, 0, 1, self.height()), self._theme.color("text2"))


class RelevanceLegend(QFrame):
    """Opacity of the map, its colours, and a readout.

    ``opacity_changed`` carries the new opacity from 0 to 1.
    """

    opacity_changed = Signal(float)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(theme.px(CANVAS_FOOT_HEIGHT))
        self.setProperty("ground", "surface")
        self.setProperty("edge", "top")
        self._slider = QSlider(Qt.Orientation.Horizontal, self)
        self._slider.setRange(0, 100)
        self._slider.setFixedWidth(88)
        self._slider.setAccessibleName(self.tr("Opacity of the relevance map"))
        self._value = QLabel(self)
        self._value.setMinimumWidth(theme.px(34))
        self._readout = ElidedLabel(theme, self, right=True)
        self._bar = GradientBar(theme, self)
        self._for = QLabel(self)
        self._for.setProperty("c", "second")
        self._build()
        self._slider.valueChanged.connect(self._on_value_changed)
        self.set_compact(False)
        self.set_opacity(0.7)

    def opacity(self) -> float:
        """Return the opacity from 0 to 1."""
        return self._slider.value() / 100

    def set_opacity(self, opacity: float) -> None:
        """Move the slider; the signal is emitted when that is a change."""
        self._slider.setValue(round(opacity * 100))

    def set_readout(self, text: str) -> None:
        """Say what is under the pointer, for example ``x 92  y 75  +1.4 × mean``; empty for nothing."""
        self._readout.set_text(text)

    def set_compact(self, compact: bool) -> None:
        """Save room in narrow windows; the readout goes first."""
        self._readout.setVisible(not compact)
        self._slider.setFixedWidth(56 if compact else 88)
        self._bar.setFixedWidth(64 if compact else 106)
        self._for.setText(self.tr("for") if compact else self.tr("for the target"))

    def set_map_visible(self, visible: bool) -> None:
        """Switch the controls off where no map is shown."""
        self._slider.setEnabled(visible)

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 10, 0)
        layout.setSpacing(6)
        name = QLabel(self.tr("Relevance"), self)
        name.setProperty("c", "second")
        name.setBuddy(self._slider)
        layout.addWidget(name)
        layout.addWidget(self._slider)
        layout.addWidget(self._value)
        layout.addSpacing(4)
        against = QLabel(self.tr("against"), self)
        against.setProperty("c", "second")
        for widget in (against, self._bar, self._for):
            layout.addWidget(widget)
        layout.addWidget(self._readout, 1000)
        layout.addStretch(1)

    def _on_value_changed(self, value: int) -> None:
        self._value.setText(percent(value / 100, 0))
        self.opacity_changed.emit(value / 100)
