"""The right column of tools that make images: what they share of the settings, and the button."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from deepintro_desktop.core.parameters import ParameterSpec
from deepintro_desktop.core.synthesis import Layer
from deepintro_desktop.ui.tabs.making import PlanWords, Quality
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.theme.metrics import COMPACT_RIGHT_COLUMN_WIDTH, RIGHT_COLUMN_WIDTH
from deepintro_desktop.ui.widgets.inputs import ComboBox, NumberBox, labelled
from deepintro_desktop.ui.widgets.run_box import RunBox
from deepintro_desktop.ui.widgets.segmented import Choice, Segmented
from deepintro_desktop.ui.widgets.toast import RIGHT_COLUMN


class MakingPanel(QFrame):
    """Layer, number of images, quality, and the button; a tool adds its own and puts all of it together.

    Signals carry what the person set.

    Parameters
    ----------
    verb : str
        What the button does.
    iterations : mapping of Quality to int
        How long images grow.
    most_images : int
        At once.
    """

    layer_chosen = Signal(str)
    n_images_changed = Signal(int)
    iterations_chosen = Signal(int)

    def __init__(
        self, theme: ThemeManager, verb: str, iterations: Mapping[Quality, int], most_images: int
    ) -> None:
        super().__init__()
        self._theme = theme
        self._iterations = dict(iterations)
        self._layers: tuple[Layer, ...] = ()
        self.setProperty("ground", "surface")
        self.setProperty("edge", "left")
        self.layer = ComboBox(self.tr("Layer"), self)
        most = ParameterSpec("n_images", self.tr("Images"), self.tr("How many at once"), 1, most_images, 1, 1)
        self.n_images = NumberBox(most, self)
        self.n_images.setFixedWidth(theme.px(64))
        self.quality = Segmented(theme, self._qualities(), self.tr("Quality"), self)
        self.run_box = RunBox(theme, verb, self)
        self.layer.activated.connect(self._on_layer_activated)
        self.n_images.valueChanged.connect(self._on_n_images_changed)
        self.quality.choice_changed.connect(self._on_quality_changed)

    def set_layers(self, layers: Sequence[Layer], chosen: str) -> None:
        """Offer layers, with one chosen; no signal."""
        with QSignalBlocker(self.layer):
            if tuple(layers) != self._layers:
                self._layers = tuple(layers)
                self.layer.clear()
                for layer in layers:
                    self.layer.addItem(layer.name, layer.name)
            self.layer.setCurrentIndex(self.layer.findData(chosen))
            self.layer.describe()

    def set_counts(self, n_images: int, n_iterations: int) -> None:
        """Show how many images are made, and how long they grow; no signal."""
        with QSignalBlocker(self.n_images), QSignalBlocker(self.quality):
            self.n_images.setValue(n_images)
            quality = next((key for key, n in self._iterations.items() if n == n_iterations), None)
            if quality is None:
                self.quality.clear_choice()
            else:
                self.quality.set_choice(quality.value)

    def say_plan(self, words: PlanWords) -> None:
        """Announce the time."""
        self.run_box.say(words.title, words.text, words.level, possible=words.possible)

    def set_compact(self, compact: bool) -> None:
        """Become narrower."""
        width = COMPACT_RIGHT_COLUMN_WIDTH if compact else RIGHT_COLUMN_WIDTH
        self.setFixedWidth(self._theme.px(width))
        self.quality.set_compact(compact)
        if self.isVisible():
            self.window().setProperty(RIGHT_COLUMN, self.minimumWidth())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Keep toasts away from the button."""
        super().showEvent(event)
        self.window().setProperty(RIGHT_COLUMN, self.minimumWidth())

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Let toasts use the corner again."""
        super().hideEvent(event)
        self.window().setProperty(RIGHT_COLUMN, 0)

    def compose(self, settings: QWidget) -> None:
        """Put the settings over the button."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(settings, 1)
        layout.addWidget(self.run_box)
        self.set_compact(False)

    def counts(self) -> QHBoxLayout:
        """Return the row with number and quality."""
        row = QHBoxLayout()
        row.setSpacing(12)
        for text, field in ((self.tr("Images"), self.n_images), (self.tr("Quality"), self.quality)):
            row.addWidget(labelled(text, field, self), 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        return row

    def _qualities(self) -> tuple[Choice, ...]:
        return (
            Choice(Quality.DRAFT.value, self.tr("Draft")),
            Choice(Quality.STANDARD.value, self.tr("Standard"), self.tr("Normal")),
            Choice(Quality.FINE.value, self.tr("Fine")),
        )

    def _on_layer_activated(self) -> None:
        self.layer_chosen.emit(self.layer.currentData())

    def _on_n_images_changed(self, value: float) -> None:
        self.n_images_changed.emit(round(value))

    def _on_quality_changed(self, quality: str) -> None:
        self.iterations_chosen.emit(self._iterations[Quality(quality)])
