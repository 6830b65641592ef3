"""The right column: what is matched and how, how long it takes, and the button."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from deepintro_desktop.core.said import said
from deepintro_desktop.core.synthesis import ISOLATION_LABELS, Isolation, Layer, SynthesisPlan
from deepintro_desktop.ui.tabs.making import PlanWords
from deepintro_desktop.ui.tabs.making_panel import MakingPanel
from deepintro_desktop.ui.tabs.making_tab import scrolled
from deepintro_desktop.ui.tabs.synthesis.expert import ExpertPage
from deepintro_desktop.ui.tabs.synthesis.settings import MOST_IMAGES
from deepintro_desktop.ui.tabs.synthesis.state import ITERATIONS, SynthesisWishes
from deepintro_desktop.ui.tabs.synthesis.words import layer_text
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.theme.metrics import PANEL_PADDING
from deepintro_desktop.ui.widgets.buttons import PushButton
from deepintro_desktop.ui.widgets.images import as_rgb, to_qimage
from deepintro_desktop.ui.widgets.inputs import Slider, labelled
from deepintro_desktop.ui.widgets.layer_bars import LayerBars
from deepintro_desktop.ui.widgets.paint import draw_image, fill_box
from deepintro_desktop.ui.widgets.segmented import Choice, Segmented

_PICTURE = 96


class SettingsPanel(MakingPanel):
    """Signals carry what the person set."""

    isolation_chosen = Signal(str)
    detail_changed = Signal(float)

    def __init__(self, theme: ThemeManager) -> None:
        verb = QCoreApplication.translate("SettingsPanel", "Synthesise")
        super().__init__(theme, verb, ITERATIONS, MOST_IMAGES)
        self.bars = LayerBars(theme, self)
        self._layer_text = QLabel(self)
        self.isolation = Segmented(theme, _isolations(), self.tr("Isolation of the feature"), self)
        self.detail = Slider(self)
        self._detail_value = QLabel(self)
        self.expert = ExpertPage(theme, self)
        self._target = _Picture(theme, self)
        self._target_title = QLabel(self.tr("What the layer was given"), self)
        self._target_text = QLabel(self)
        self._all = PushButton(theme, self.tr("All settings…"), self, kind="link")
        self._fewer = PushButton(theme, self.tr("Fewer settings"), self, icon="chevron-left", kind="link")
        self._pages = QStackedWidget(self)
        self._build()
        self._connect()

    def set_layers(self, layers: Sequence[Layer], chosen: str) -> None:
        """Offer layers, with one chosen; no signal."""
        super().set_layers(layers, chosen)
        self.bars.set_layers(layers, chosen)
        found = next((layer for layer in layers if layer.name == chosen), None)
        self._layer_text.setText(layer_text(found) if found else self.tr("Looking at the layers…"))

    def set_wishes(self, wishes: SynthesisWishes, *, is_feature: bool) -> None:
        """Put the settings into the controls; no signal."""
        with QSignalBlocker(self.isolation), QSignalBlocker(self.detail):
            self.isolation.set_choice(wishes.isolation.value)
            self.detail.setValue(round(100 * wishes.parameters.detail))
        self.isolation.setEnabled(is_feature)
        self.isolation.setToolTip("" if is_feature else self.tr("The whole image has nothing round it."))
        self._say_detail(self.detail.value())
        self.set_counts(wishes.n_images, wishes.parameters.n_iterations)
        self.expert.set_parameters(wishes.parameters)

    def set_plan(self, words: PlanWords, plan: SynthesisPlan | None) -> None:
        """Announce the time, and the numbers that were chosen for the layer."""
        self.say_plan(words)
        self.expert.set_plan(plan)

    def set_target(self, picture_hwc_u8: NDArray[np.uint8] | None, text: str) -> None:
        """Show what the layer was given."""
        self._target.set_picture(picture_hwc_u8)
        self._target_text.setText(text)

    def _connect(self) -> None:
        self.bars.layer_chosen.connect(self.layer_chosen)
        self.isolation.choice_changed.connect(self.isolation_chosen)
        self.detail.valueChanged.connect(self._on_detail_changed)
        self.detail.sliderMoved.connect(self._say_detail)
        self._all.clicked.connect(self._on_all_clicked)
        self._fewer.clicked.connect(self._on_fewer_clicked)

    def _build(self) -> None:
        for label in (self._layer_text, self._target_text):
            label.setProperty("c", "second")
            label.setWordWrap(True)
        self._target_title.setProperty("c", "heading")
        self._target_title.setWordWrap(True)
        self.detail.setRange(0, 100)
        self.detail.setPageStep(10)
        self.detail.setTracking(False)
        self.detail.setAccessibleName(self.tr("Detail"))
        self.detail.setToolTip(self.tr("Left: smooth and sure. Right: everything that the layer holds."))
        for page in (self._usual_page(), self._expert_page()):
            self._pages.addWidget(page)
        self.compose(self._pages)

    def _usual_page(self) -> QWidget:
        line = QFrame(self)
        line.setProperty("c", "line")
        inside = QWidget(self)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(PANEL_PADDING, 10, PANEL_PADDING, 12)
        layout.setSpacing(10)
        layout.addLayout(self._head())
        layout.addWidget(labelled(self.tr("Layer"), self.layer, self))
        layout.addWidget(self.bars)
        layout.addWidget(self._layer_text)
        layout.addWidget(labelled(self.tr("Isolation of the feature"), self.isolation, self))
        layout.addLayout(self.counts())
        layout.addLayout(self._detail_head())
        layout.addWidget(self.detail)
        layout.addWidget(line)
        layout.addLayout(self._given())
        layout.addStretch(1)
        return scrolled(inside, only_down=True)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        title = QLabel(self.tr("Settings"), self)
        title.setProperty("c", "heading")
        row.addWidget(title)
        row.addStretch(1)
        row.addWidget(self._all)
        return row

    def _detail_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        name = QLabel(self.tr("Detail"), self)
        for label in (name, self._detail_value):
            label.setProperty("c", "label")
        row.addWidget(name)
        row.addStretch(1)
        row.addWidget(self._detail_value)
        return row

    def _given(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._target_title)
        words.addWidget(self._target_text)
        words.addStretch(1)
        row.addWidget(self._target, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _expert_page(self) -> QWidget:
        inside = QWidget(self)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(PANEL_PADDING, 10, PANEL_PADDING, 12)
        layout.setSpacing(10)
        layout.addWidget(self._fewer, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.expert)
        layout.addStretch(1)
        return scrolled(inside, only_down=True)

    def _say_detail(self, value: int) -> None:
        self._detail_value.setText(f"{value}\u00a0%")

    def _on_detail_changed(self, value: int) -> None:
        self._say_detail(value)
        self.detail_changed.emit(value / 100)

    def _on_all_clicked(self) -> None:
        self._pages.setCurrentIndex(1)
        self._fewer.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_fewer_clicked(self) -> None:
        self._pages.setCurrentIndex(0)
        self._all.setFocus(Qt.FocusReason.OtherFocusReason)


class _Picture(QWidget):
    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = QImage()
        self.setFixedSize(QSize(theme.px(_PICTURE), theme.px(_PICTURE)))
        theme.theme_changed.connect(self.update)

    def set_picture(self, picture_hwc_u8: NDArray[np.uint8] | None) -> None:
        self._picture = QImage() if picture_hwc_u8 is None else to_qimage(as_rgb(picture_hwc_u8))
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            rect = self.rect().toRectF()
            if self._picture.isNull():
                fill_box(painter, rect, self._theme.color("track"), 4)
            else:
                draw_image(painter, rect, self._picture)


def _isolations() -> tuple[Choice, ...]:
    ways = (Isolation.IN_PLACE, Isolation.CENTRED, Isolation.RESIZED)
    return tuple(Choice(way.value, said(ISOLATION_LABELS[way])) for way in ways)
