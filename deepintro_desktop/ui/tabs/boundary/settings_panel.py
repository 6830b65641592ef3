"""The right column: two classes, where images start, how long it takes, and the button."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from deepintro_desktop.core.boundary import BOUNDARY_LABELS, BoundaryMode, BoundaryParameters
from deepintro_desktop.core.parameters import ParameterSpec
from deepintro_desktop.core.records import Manifest
from deepintro_desktop.core.synthesis import Layer
from deepintro_desktop.ui.tabs.boundary.state import MOST_IMAGES, BoundaryWishes
from deepintro_desktop.ui.tabs.making import PlanWords
from deepintro_desktop.ui.tabs.making_tab import scrolled
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.theme.metrics import COMPACT_RIGHT_COLUMN_WIDTH, PANEL_PADDING, RIGHT_COLUMN_WIDTH
from deepintro_desktop.ui.widgets.buttons import PushButton
from deepintro_desktop.ui.widgets.inputs import ComboBox, NumberBox, labelled
from deepintro_desktop.ui.widgets.run_box import RunBox
from deepintro_desktop.ui.widgets.segmented import Choice, Segmented
from deepintro_desktop.ui.widgets.target_box import TargetBox
from deepintro_desktop.ui.widgets.toast import RIGHT_COLUMN

_ITERATIONS = {"draft": 40, "standard": BoundaryParameters().synthesis.n_iterations, "fine": 320}
_PICTURE, _NOISE = "picture", "noise"


class BoundaryPanel(QFrame):
    """Signals carry what the person set; ``class_chosen`` which of the two and its index."""

    class_chosen = Signal(int, int)
    swap_clicked = Signal()
    start_chosen = Signal(bool)
    mode_chosen = Signal(str)
    layer_chosen = Signal(str)
    n_images_changed = Signal(int)
    iterations_chosen = Signal(int)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._classes: tuple[str, ...] = ()
        self.setProperty("ground", "surface")
        self.setProperty("edge", "left")
        self.first, self.second = TargetBox(self), TargetBox(self)
        self.swap = PushButton(theme, self.tr("Exchange a and b"), self, icon="invert", kind="link")
        self.start = Segmented(theme, self._starts(), self.tr("Start from"), self)
        self.mode = Segmented(theme, _modes(), self.tr("What is asked of the images"), self)
        self._mode_text = QLabel(self)
        self.layer = ComboBox(self.tr("Layer"), self)
        most = ParameterSpec("n_images", self.tr("Images"), self.tr("How many at once"), 1, MOST_IMAGES, 1, 2)
        self.n_images = NumberBox(most, self)
        self.quality = Segmented(theme, self._qualities(), self.tr("Quality"), self)
        self.run_box = RunBox(theme, self.tr("Make boundary images"), self)
        self._build()
        self._connect()
        self.set_compact(False)

    def set_classes(self, manifest: Manifest, classes: tuple[int, int] | None) -> None:
        """Offer classes, with two chosen."""
        labels = tuple(manifest.label(index) for index in range(manifest.n_classes))
        for which, box in enumerate((self.first, self.second)):
            if labels != self._classes:
                box.set_classes(manifest)
            if classes is not None:
                box.set_target(classes[which])
            box.setEnabled(classes is not None)
        self._classes = labels

    def set_layers(self, layers: Sequence[Layer], chosen: str) -> None:
        """Offer layers, with one chosen; no signal."""
        with QSignalBlocker(self.layer):
            self.layer.clear()
            for layer in layers:
                self.layer.addItem(layer.name, layer.name)
            self.layer.setCurrentIndex(self.layer.findData(chosen))
            self.layer.describe()

    def set_wishes(self, wishes: BoundaryWishes) -> None:
        """Put the settings into the controls; no signal."""
        blockers = [QSignalBlocker(one) for one in (self.start, self.mode, self.n_images, self.quality)]
        self.start.set_choice(_PICTURE if wishes.from_picture else _NOISE)
        self.mode.set_choice(wishes.parameters.mode.value)
        self.n_images.setValue(wishes.n_images)
        n_iterations = wishes.parameters.synthesis.n_iterations
        quality = next((key for key, n in _ITERATIONS.items() if n == n_iterations), "")
        if quality:
            self.quality.set_choice(quality)
        else:
            self.quality.clear_choice()
        del blockers
        is_mean = wishes.parameters.mode is BoundaryMode.MEAN
        self._layer_box.setVisible(is_mean)
        self._mode_text.setText(
            self.tr("A layer's mean over those of your images that the network takes for one of the two.")
            if is_mean
            else self.tr("Both probabilities one half, next to nothing for the rest.")
        )

    def set_plan(self, words: PlanWords) -> None:
        """Announce the time."""
        self.run_box.say(words.title, words.text, words.level, possible=words.possible)

    def set_compact(self, compact: bool) -> None:
        """Become narrower."""
        width = COMPACT_RIGHT_COLUMN_WIDTH if compact else RIGHT_COLUMN_WIDTH
        self.setFixedWidth(self._theme.px(width))
        self.quality.set_compact(compact)
        if self.isVisible():
            self.window().setProperty(RIGHT_COLUMN, self.minimumWidth())

    def _starts(self) -> tuple[Choice, ...]:
        return (Choice(_PICTURE, self.tr("The picture")), Choice(_NOISE, self.tr("Noise")))

    def _qualities(self) -> tuple[Choice, ...]:
        return (
            Choice("draft", self.tr("Draft")),
            Choice("standard", self.tr("Standard"), self.tr("Normal")),
            Choice("fine", self.tr("Fine")),
        )

    def _connect(self) -> None:
        self.first.target_chosen.connect(self._on_first_chosen)
        self.second.target_chosen.connect(self._on_second_chosen)
        self.swap.clicked.connect(self.swap_clicked)
        self.start.choice_changed.connect(self._on_start_changed)
        self.mode.choice_changed.connect(self.mode_chosen)
        self.layer.activated.connect(self._on_layer_activated)
        self.n_images.valueChanged.connect(self._on_n_images_changed)
        self.quality.choice_changed.connect(self._on_quality_changed)

    def _build(self) -> None:
        self._mode_text.setProperty("c", "second")
        self._mode_text.setWordWrap(True)
        self.n_images.setFixedWidth(self._theme.px(64))
        counts = QHBoxLayout()
        counts.setSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        counts.addWidget(labelled(self.tr("Images"), self.n_images, self), 0, top)
        counts.addWidget(labelled(self.tr("Quality"), self.quality, self), 0, top)
        counts.addStretch(1)
        title = QLabel(self.tr("Settings"), self)
        title.setProperty("c", "heading")
        self._layer_box = labelled(self.tr("Layer"), self.layer, self)
        inside = QWidget(self)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(PANEL_PADDING, 12, PANEL_PADDING, 12)
        layout.setSpacing(10)
        layout.addWidget(title)
        layout.addWidget(labelled(self.tr("Class a"), self.first, self))
        layout.addWidget(labelled(self.tr("Class b"), self.second, self))
        layout.addWidget(self.swap, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(labelled(self.tr("Start from"), self.start, self))
        layout.addWidget(labelled(self.tr("What is asked of the images"), self.mode, self))
        layout.addWidget(self._mode_text)
        layout.addWidget(self._layer_box)
        layout.addLayout(counts)
        layout.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scrolled(inside, only_down=True), 1)
        whole.addWidget(self.run_box)

    def _on_first_chosen(self, class_index: int) -> None:
        self.class_chosen.emit(0, class_index)

    def _on_second_chosen(self, class_index: int) -> None:
        self.class_chosen.emit(1, class_index)

    def _on_start_changed(self, start: str) -> None:
        self.start_chosen.emit(start == _PICTURE)

    def _on_layer_activated(self) -> None:
        self.layer_chosen.emit(self.layer.currentData())

    def _on_n_images_changed(self, value: float) -> None:
        self.n_images_changed.emit(round(value))

    def _on_quality_changed(self, quality: str) -> None:
        self.iterations_chosen.emit(_ITERATIONS[quality])


def _modes() -> tuple[Choice, ...]:
    return tuple(Choice(mode.value, BOUNDARY_LABELS[mode]) for mode in BoundaryMode)
