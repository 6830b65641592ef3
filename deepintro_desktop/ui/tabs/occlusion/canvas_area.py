"""The middle: what is shown, the picture, the foot with the map's strength."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.theme.metrics import CANVAS_BAR_HEIGHT
from deepintro_desktop.ui.widgets.buttons import IconButton
from deepintro_desktop.ui.widgets.canvas import CanvasMode, CanvasTool, ImageCanvas
from deepintro_desktop.ui.widgets.canvas_menu import CanvasMenu
from deepintro_desktop.ui.widgets.drawing_strip import DrawingStrip
from deepintro_desktop.ui.widgets.notice import Notice
from deepintro_desktop.ui.widgets.relevance_legend import RelevanceLegend
from deepintro_desktop.ui.widgets.segmented import Choice, Segmented
from deepintro_desktop.ui.widgets.words import signed

_LEFT, _RIGHT, _SPACE = 16, 10, 6


class CanvasArea(QWidget):
    """Bar, canvas with a place for notices, legend."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._n_pixels = 1
        choices = (
            Choice(CanvasMode.ORIGINAL.value, self.tr("Original")),
            Choice(CanvasMode.INPUT.value, self.tr("Network input"), self.tr("Input")),
            Choice(CanvasMode.OCCLUDED.value, self.tr("Occluded")),
        )
        self.modes = Segmented(theme, choices, self.tr("What is shown"), self)
        self.canvas = ImageCanvas(theme, self)
        self.menu = CanvasMenu(theme, self.canvas)
        self.strip = DrawingStrip(theme, self)
        self.notice = Notice(theme, self)
        self.legend = RelevanceLegend(theme, self)
        self.seen_as = IconButton(theme, "sliders", self.tr("How the image is seen: frame, window"), self)
        self.seen_as.hide()
        self._fit = IconButton(theme, "fit", self.tr("Fit the image"), self)
        self._fit.set_hint(self.tr("Fit the image"), "0")
        self._build()
        self.modes.choice_changed.connect(self.canvas.set_mode)
        self.legend.opacity_changed.connect(self.canvas.set_opacity)
        self.canvas.pixel_hovered.connect(self._on_pixel_hovered)
        self._fit.clicked.connect(self.canvas.fit)
        self.strip.tool_chosen.connect(self.choose_tool)
        self.canvas.tool_changed.connect(self.strip.set_tool)
        self.modes.set_choice(CanvasMode.OCCLUDED.value)
        self.canvas.set_opacity(self.legend.opacity())

    def set_n_pixels(self, n_pixels: int) -> None:
        """Take the number of pixels of the map; the readout is in multiples of the mean."""
        self._n_pixels = n_pixels

    def set_compact(self, compact: bool) -> None:
        """Use shorter words."""
        self.modes.set_compact(compact)
        self.legend.set_compact(compact)
        self._fit_strip()

    def set_choices(self, has_some: bool) -> None:
        """Offer to see the image otherwise where its file is likely to hold more than one picture."""
        self.seen_as.setVisible(has_some)
        self._fit_strip()

    def choose_tool(self, tool: str) -> None:
        """Let the pointer draw; what the file holds has other pixels than the features."""
        if CanvasTool(tool) is not CanvasTool.SELECT and self.modes.choice() == CanvasMode.ORIGINAL.value:
            self.modes.set_choice(CanvasMode.OCCLUDED.value)
        self.canvas.set_tool(tool)
        self.strip.set_tool(tool)
        self.canvas.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put actions into a menu where there is no room for their buttons."""
        super().resizeEvent(event)
        self._fit_strip()

    def _fit_strip(self) -> None:
        buttons = [one for one in (self.seen_as, self._fit) if not one.isHidden()]
        others = self.modes.sizeHint().width() + _LEFT + _RIGHT + 2 * _SPACE
        others += sum(one.width() + _SPACE for one in buttons)
        self.strip.set_short(self.width() < others + self.strip.width_of(short=False))

    def _build(self) -> None:
        bar = QFrame(self)
        bar.setFixedHeight(self._theme.px(CANVAS_BAR_HEIGHT))
        bar.setProperty("ground", "surface")
        bar.setProperty("edge", "bottom")
        row = QHBoxLayout(bar)
        row.setContentsMargins(_LEFT, 0, _RIGHT, 0)
        row.setSpacing(_SPACE)
        row.addWidget(self.modes, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self.strip)
        row.addStretch(1)
        row.addWidget(self.seen_as)
        row.addWidget(self._fit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self.canvas, 1)
        layout.addWidget(self.notice)
        layout.addWidget(self.legend)

    def _on_pixel_hovered(self, x: int, y: int, relevance: float) -> None:
        if x < 0:
            self.legend.set_readout("")
        else:
            mean = self.tr("{0} × mean").format(signed(relevance * self._n_pixels, 1))
            self.legend.set_readout(f"x {x}  y {y}   {mean}")
