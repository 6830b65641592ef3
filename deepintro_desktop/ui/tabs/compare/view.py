"""The compare tab: two networks beside each other. Widgets without decisions."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QHideEvent, QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from deepintro_desktop.core.comparing import NetworkLook, NetworksCompared
from deepintro_desktop.core.records import NetworkRecord
from deepintro_desktop.ui.dialogs.prompter import failure_words
from deepintro_desktop.ui.tabs.compare.presenter import ComparePresenter
from deepintro_desktop.ui.tabs.compare.words import caption
from deepintro_desktop.ui.tabs.occlusion.rows import class_bars
from deepintro_desktop.ui.tabs.pages import ToolPages
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.theme.metrics import CONTROLS_HEIGHT
from deepintro_desktop.ui.widgets.action_row import Action
from deepintro_desktop.ui.widgets.fitted_picture import FittedPicture
from deepintro_desktop.ui.widgets.images import to_qimage
from deepintro_desktop.ui.widgets.inputs import ComboBox, labelled
from deepintro_desktop.ui.widgets.labels import ElidedLabel, WholeLabel
from deepintro_desktop.ui.widgets.top5 import Top5

_LOW, _FEW = 640, 3


class CompareTab(QWidget):
    """The view of the compare tab; ``action_triggered`` carries what is asked of the window."""

    action_triggered = Signal(str)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pages = ToolPages(theme, self)
        self._presenter: ComparePresenter | None = None
        self.other = ComboBox(self.tr("Compare with"), self)
        self.agreement = WholeLabel(theme, self)
        self.columns = (LookColumn(theme, self), LookColumn(theme, self))
        self._pages.set_tools(self._make_tools())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self.other.activated.connect(self._on_other_chosen)
        self._pages.action_triggered.connect(self._on_action)

    def attach(self, presenter: ComparePresenter) -> None:
        """Say whom to tell what the person does."""
        self._presenter = presenter
        presenter.set_in_front(self.isVisible())

    # --- what the presenter shows

    def show_missing(self, *, network: bool, image: bool, listed: bool) -> None:
        """Say which of network and image is not chosen yet."""
        self._pages.say_missing(network=network, image=image, listed=listed)

    def show_reading(self, text: str) -> None:
        """Say that what is missing is being read."""
        self._pages.say_reading(text)

    def show_alone(self) -> None:
        """Say that there is no second network."""
        add = Action("add-network", self.tr("Add a model"), "add", primary=True)
        self._pages.say(
            "compare",
            self.tr("A second model is needed"),
            self.tr("Two models look at the same picture here, beside each other."),
            (add,),
        )

    def show_choice(self, others: Sequence[NetworkRecord], chosen: str) -> None:
        """Offer the other networks."""
        with QSignalBlocker(self.other):
            self.other.clear()
            for record in others:
                self.other.addItem(record.name, record.id)
            self.other.setCurrentIndex(self.other.findData(chosen))
        self.other.describe()
        self._pages.show_tools()

    def show_busy(self, first: NetworkRecord, second: NetworkRecord) -> None:
        """Say who is being asked."""
        self.agreement.set_text(self.tr("Comparing…"))
        for column, record in zip(self.columns, (first, second), strict=True):
            column.set_waiting(record.name)

    def show_compared(self, found: NetworksCompared, text: str) -> None:
        """Show both looks and how they agree."""
        self.agreement.set_text(text)
        for column, look in zip(self.columns, found.looks, strict=True):
            column.set_look(look)
        self._pages.show_tools()

    def show_failure(self, failure: Any) -> None:
        """Show why there is nothing, with a way to try again."""
        self._pages.fail(failure_words(failure), "")

    def show_stopped(self) -> None:
        """Say that the comparison was stopped, with a way to try again."""
        again = Action("retry", self.tr("Compare"), "play", primary=True)
        self._pages.say("stop", self.tr("Stopped"), self.tr("Nothing was compared."), (again,))

    # --- what Qt tells

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Compute what was put off."""
        super().showEvent(event)
        if self._presenter is not None and not event.spontaneous():
            self._presenter.set_in_front(True)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Compute nothing that nobody sees."""
        super().hideEvent(event)
        if self._presenter is not None and not event.spontaneous():
            self._presenter.set_in_front(False)

    # --- construction

    def _make_tools(self) -> QWidget:
        tools = QWidget(self)
        head = QFrame(tools)
        head.setFixedHeight(self._theme.px(CONTROLS_HEIGHT))
        head.setProperty("ground", "surface")
        head.setProperty("edge", "bottom")
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 6, 16, 8)
        row.setSpacing(24)
        row.addWidget(labelled(self.tr("Compare with"), self.other, head))
        row.addWidget(self.agreement, 1, Qt.AlignmentFlag.AlignVCenter)
        line = QFrame(tools)
        line.setProperty("c", "vline")
        lower = QHBoxLayout()
        lower.setSpacing(0)
        lower.addWidget(self.columns[0], 1)
        lower.addWidget(line)
        lower.addWidget(self.columns[1], 1)
        layout = QVBoxLayout(tools)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addLayout(lower, 1)
        return tools

    # --- slots

    def _on_other_chosen(self) -> None:
        if self._presenter is not None:
            self._presenter.choose(self.other.currentData())

    def _on_action(self, key: str) -> None:
        if key != "retry":
            self.action_triggered.emit(key)
        elif self._presenter is not None:
            self._presenter.retry()


class LookColumn(QWidget):
    """One network: its name, the picture with its map and features, its best classes."""

    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look: NetworkLook | None = None
        self._name = QLabel(self)
        self._name.setProperty("c", "title")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._caption = ElidedLabel(theme, self)
        self.picture = FittedPicture(theme, self.tr("The picture with map and features"), self)
        self.top5 = Top5(theme, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(6)
        layout.addWidget(self._name)
        layout.addWidget(self._caption)
        layout.addWidget(self.picture, 1)
        layout.addSpacing(6)
        layout.addWidget(self.top5)

    def set_waiting(self, name: str) -> None:
        """Show whose turn it is; what was shown of another network goes."""
        if self._name.text() != name:
            self._look = None
            self.picture.set_picture(QImage())
            self.top5.set_bars(())
        self._name.setText(name)
        self._caption.set_text("…")

    def set_look(self, look: NetworkLook) -> None:
        """Show what a network makes of the picture."""
        self._name.setText(look.network.name)
        self._caption.set_text(caption(look))
        self.picture.set_picture(to_qimage(look.picture_hwc_u8))
        self._look = look
        self._show_bars()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Show fewer classes where there is little room: the picture matters more."""
        super().resizeEvent(event)
        self._show_bars()

    def _show_bars(self) -> None:
        if self._look is None:
            return
        bars = class_bars(self._look.prediction, None, self._look.target)
        if self.height() < self._theme.px(_LOW):
            others = [bar for bar in bars[:_FEW] if not bar.target]
            target = [bar for bar in bars if bar.target]
            kept = [*others[: _FEW - len(target)], *target]
            bars = [bar for bar in bars if bar in kept]
        if tuple(bars) != self.top5.item_model().bars():
            self.top5.set_bars(bars)
