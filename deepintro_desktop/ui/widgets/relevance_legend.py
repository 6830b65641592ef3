"""The foot of the canvas: the strength of the relevance map, what its colours mean, a readout."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QHideEvent, QLinearGradient, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from deepintro_desktop.ui.theme import ThemeManager, Type
from deepintro_desktop.ui.theme.metrics import CANVAS_FOOT_HEIGHT
from deepintro_desktop.ui.widgets.inputs import Slider
from deepintro_desktop.ui.widgets.labels import ElidedLabel
from deepintro_desktop.ui.widgets.paint import text_width
from deepintro_desktop.ui.widgets.toast import CANVAS_FOOT
from deepintro_desktop.ui.widgets.words import percent

_LEVELS = (
    (88, 106, 0, True, True, True),
    (64, 72, 0, True, True, True),
    (56, 64, 1, True, True, True),
    (56, 64, 1, False, True, True),
    (48, 48, 1, False, False, True),
    (48, 40, 1, False, False, False),
)
"""Widths of slider and bar, long or short word, whether readout, percentage and name are shown."""
_WIDEST_READOUT = "x 888  y 888   +88.8 × mean"


class GradientBar(QWidget):
    """The colours of the relevance map from against to for the target, zero marked."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_signed(True)
        theme.theme_changed.connect(self.update)

    def set_signed(self, signed: bool) -> None:
        """Draw both sides of the map, or only the side for the target."""
        self._signed = signed
        both = self.tr("Colours of the relevance map: blue is against, orange is for the target")
        one = self.tr("Colours of the relevance map: the stronger the orange, the more it matters")
        self.setAccessibleName(both if signed else one)
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the drawing."""
        return QSize(112, 14)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Draw the gradient and the tick at zero."""
        with QPainter(self) as painter:
            bar = QRectF(0, 3, self.width(), 8)
            painter.fillRect(bar, self._theme.color("map_ground"))
            gradient = QLinearGradient(bar.topLeft(), bar.topRight())
            stops: tuple[tuple[float, str, float], ...] = (
                (0.0, "map_against", 1.0),
                (0.25, "map_against_half", 0.62),
                (0.4999, "map_against_half", 0.0),
                (0.5001, "map_for_half", 0.0),
                (0.75, "map_for_half", 0.62),
                (1.0, "map_for", 1.0),
            )
            if not self._signed:
                stops = ((0.0, "map_for_half", 0.0), (0.5, "map_for_half", 0.62), (1.0, "map_for", 1.0))
            for place, token, alpha in stops:
                gradient.setColorAt(place, self._theme.color(token, alpha))
            painter.fillRect(bar, gradient)
            if not self._signed:
                return
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
        self._compact = False
        self._slider = Slider(self)
        self._slider.setRange(0, 100)
        self._slider.setFixedWidth(88)
        self._slider.setAccessibleName(self.tr("Opacity of the relevance map"))
        self._value = QLabel(self)
        self._value.setMinimumWidth(theme.px(34))
        self._readout = ElidedLabel(theme, self, right=True)
        self._bar = GradientBar(theme, self)
        self._name = QLabel(self.tr("Relevance"), self)
        self._against = QLabel(self.tr("against"), self)
        self._for_words = (self.tr("for the target"), self.tr("for"))
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
        self._compact = compact
        self._fit()

    def set_signed(self, signed: bool) -> None:
        """Say whether the map has two sides; without a sign nothing speaks against the target."""
        self._against.setText(self.tr("against") if signed else self.tr("little"))
        self._for_words = (
            (self.tr("for the target"), self.tr("for")) if signed else (self.tr("much"), self.tr("much"))
        )
        self._bar.set_signed(signed)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Keep toasts off the slider."""
        super().showEvent(event)
        self.window().setProperty(CANVAS_FOOT, self.height())

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Let toasts use the room again."""
        super().hideEvent(event)
        self.window().setProperty(CANVAS_FOOT, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Show as much as has room."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return a small width: parts are left out as a whole."""
        return QSize(160, self.height())

    def _fit(self) -> None:
        """Choose the fullest arrangement that has room: nothing is cut, the meaning of the colours stays."""
        levels = _LEVELS[3:] if self._compact else _LEVELS
        for level in levels:
            slider, bar, word, readout, value, name = level
            self._slider.setFixedWidth(slider)
            self._bar.setFixedWidth(bar)
            self._for.setText(self._for_words[word])
            self._readout.setVisible(readout)
            self._value.setVisible(value)
            self._name.setVisible(name)
            if self._needed(level) <= self.width():
                return

    def _needed(self, level: tuple[int, int, int, bool, bool, bool]) -> int:
        slider, bar, _word, readout, value, name = level
        labels = [self._against, self._for] + [self._name] * name
        second = self._theme.font(Type.SECOND)
        width = sum(round(text_width(second, label.text())) + 8 for label in labels)
        width += round(text_width(second, _WIDEST_READOUT)) + 12 if readout else 0
        width += max(self._value.minimumWidth(), self._value.sizeHint().width()) + 6 if value else 0
        return width + slider + bar + 16 + 10 + 4 + 3 * 6

    def set_map_visible(self, visible: bool) -> None:
        """Switch the controls off where no map is shown."""
        self._slider.setEnabled(visible)

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 10, 0)
        layout.setSpacing(6)
        name = self._name
        name.setProperty("c", "second")
        name.setBuddy(self._slider)
        layout.addWidget(name)
        layout.addWidget(self._slider)
        layout.addWidget(self._value)
        layout.addSpacing(4)
        self._against.setProperty("c", "second")
        for widget in (self._against, self._bar, self._for):
            layout.addWidget(widget)
        layout.addWidget(self._readout, 1000)
        layout.addStretch(1)

    def _on_value_changed(self, value: int) -> None:
        self._value.setText(percent(value / 100, 0))
        self.opacity_changed.emit(value / 100)
