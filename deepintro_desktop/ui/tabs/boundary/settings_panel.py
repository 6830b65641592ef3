"""The right column: two classes, where images start, how long it takes, and the button."""

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from deepintro_desktop.core.boundary import BOUNDARY_LABELS, BoundaryMode
from deepintro_desktop.core.records import Manifest
from deepintro_desktop.core.said import said
from deepintro_desktop.ui.tabs.boundary.state import ITERATIONS, MOST_IMAGES, BoundaryWishes
from deepintro_desktop.ui.tabs.making_panel import MakingPanel
from deepintro_desktop.ui.tabs.making_tab import scrolled
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.theme.metrics import PANEL_PADDING
from deepintro_desktop.ui.widgets.buttons import PushButton
from deepintro_desktop.ui.widgets.inputs import labelled
from deepintro_desktop.ui.widgets.segmented import Choice, Segmented
from deepintro_desktop.ui.widgets.target_box import TargetBox

_PICTURE, _NOISE = "picture", "noise"


class BoundaryPanel(MakingPanel):
    """Signals carry what the person set; ``class_chosen`` which of the two and its index."""

    class_chosen = Signal(int, int)
    swap_clicked = Signal()
    start_chosen = Signal(bool)
    mode_chosen = Signal(str)

    def __init__(self, theme: ThemeManager) -> None:
        verb = QCoreApplication.translate("BoundaryPanel", "Make boundary images")
        super().__init__(theme, verb, ITERATIONS, MOST_IMAGES)
        self._classes: tuple[str, ...] = ()
        self.first, self.second = TargetBox(self), TargetBox(self)
        self.swap = PushButton(theme, self.tr("Exchange a and b"), self, icon="invert", kind="link")
        self.start = Segmented(theme, self._starts(), self.tr("Start from"), self)
        self.mode = Segmented(theme, _modes(), self.tr("What is asked of the images"), self)
        self._mode_text = QLabel(self)
        self._build()
        self._connect()

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

    def set_wishes(self, wishes: BoundaryWishes) -> None:
        """Put the settings into the controls; no signal."""
        with QSignalBlocker(self.start), QSignalBlocker(self.mode):
            self.start.set_choice(_PICTURE if wishes.from_picture else _NOISE)
            self.mode.set_choice(wishes.parameters.mode.value)
        self.set_counts(wishes.n_images, wishes.parameters.synthesis.n_iterations)
        is_mean = wishes.parameters.mode is BoundaryMode.MEAN
        self._layer_box.setVisible(is_mean)
        self._mode_text.setText(
            self.tr("A layer's mean over those of your images that the network takes for one of the two.")
            if is_mean
            else self.tr("Both probabilities one half, next to nothing for the rest.")
        )

    def _starts(self) -> tuple[Choice, ...]:
        return (Choice(_PICTURE, self.tr("The picture")), Choice(_NOISE, self.tr("Noise")))

    def _connect(self) -> None:
        self.first.target_chosen.connect(self._on_first_chosen)
        self.second.target_chosen.connect(self._on_second_chosen)
        self.swap.clicked.connect(self.swap_clicked)
        self.start.choice_changed.connect(self._on_start_changed)
        self.mode.choice_changed.connect(self.mode_chosen)

    def _build(self) -> None:
        self._mode_text.setProperty("c", "second")
        self._mode_text.setWordWrap(True)
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
        layout.addLayout(self.counts())
        layout.addStretch(1)
        self.compose(scrolled(inside, only_down=True))

    def _on_first_chosen(self, class_index: int) -> None:
        self.class_chosen.emit(0, class_index)

    def _on_second_chosen(self, class_index: int) -> None:
        self.class_chosen.emit(1, class_index)

    def _on_start_changed(self, start: str) -> None:
        self.start_chosen.emit(start == _PICTURE)


def _modes() -> tuple[Choice, ...]:
    return tuple(Choice(mode.value, said(BOUNDARY_LABELS[mode])) for mode in BoundaryMode)
