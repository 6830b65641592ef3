"""The boundary tab: images between two classes, settings. Widgets without decisions."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deepintro_desktop.core.boundary import BoundaryMode
from deepintro_desktop.core.records import Manifest
from deepintro_desktop.core.synthesis import Layer
from deepintro_desktop.ui.dialogs.prompter import failure_words
from deepintro_desktop.ui.tabs.boundary.cards import BoundaryArea
from deepintro_desktop.ui.tabs.boundary.contract import BoundaryEntry, BoundaryState
from deepintro_desktop.ui.tabs.boundary.presenter import BoundaryPresenter
from deepintro_desktop.ui.tabs.boundary.settings_panel import BoundaryPanel
from deepintro_desktop.ui.tabs.boundary.state import BoundaryWishes
from deepintro_desktop.ui.tabs.making import EarlierGroup, PlanWords
from deepintro_desktop.ui.tabs.pages import ToolPages
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.theme.metrics import COMPACT_BELOW
from deepintro_desktop.ui.widgets.action_row import Action
from deepintro_desktop.ui.widgets.lightbox import Lightbox, LightboxPicture


class BoundaryTab(QWidget):
    """The view of the boundary tab.

    ``action_triggered`` carries what is asked of the window: ``add-network``, ``add-images``.
    """

    action_triggered = Signal(str)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._presenter: BoundaryPresenter | None = None
        self._opened = 0
        self._pages = ToolPages(theme, self)
        self.area = BoundaryArea(theme, self)
        self.panel = BoundaryPanel(theme, self)
        self._pages.set_tools(self._make_tools())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self.lightbox = Lightbox(theme, self)
        self._connect()

    def attach(self, presenter: BoundaryPresenter) -> None:
        """Say whom to tell what the person does."""
        self._presenter = presenter
        presenter.set_in_front(self.isVisible())

    # --- what the presenter shows

    def show_missing(self, *, network: bool, image: bool, listed: bool) -> None:
        """Say which of network and image is not chosen yet."""
        self.lightbox.close_box()
        self._pages.say_missing(network=network, image=image, listed=listed)

    def show_reading(self, text: str) -> None:
        """Say that what is missing is being read."""
        self.lightbox.close_box()
        self._pages.say_reading(text)

    def show_refused(self, title: str, text: str) -> None:
        """Say that no boundary can be made with this network, and why."""
        self.lightbox.close_box()
        self._pages.say("warning", title, text, ())

    def show_tool(self) -> None:
        """Show the tool itself."""
        self._pages.show_tools()

    def show_classes(self, manifest: Manifest, classes: tuple[int, int] | None) -> None:
        """Offer the classes of the network."""
        self.panel.set_classes(manifest, classes)

    def show_layers(self, layers: Sequence[Layer], chosen: str) -> None:
        """Offer the layers of the network."""
        self.panel.set_layers(layers, chosen)

    def show_wishes(self, wishes: BoundaryWishes) -> None:
        """Put the settings into the controls."""
        self.panel.set_wishes(wishes)

    def show_plan(self, words: PlanWords) -> None:
        """Announce the time."""
        self.panel.set_plan(words)

    def show_images(self, state: BoundaryState) -> None:
        """Show the images with the ways to them."""
        self.area.set_state(state)
        if self.lightbox.isVisible():
            self.lightbox.set_pictures(self._large(self._opened))

    def show_earlier(self, groups: Sequence[EarlierGroup]) -> None:
        """Show what was made before in other ways."""
        self.area.set_earlier(groups)

    def show_running(self, *, running: bool, stopping: bool) -> None:
        """Turn the button into Stop, and back."""
        self.panel.run_box.set_running(running=running, stopping=stopping)

    def show_failure(self, failure: Any | None) -> None:
        """Say why images could not be made."""
        if failure is None:
            self.area.notice.hide()
            return
        words = failure_words(failure)
        text = " ".join(part for part in (words.why, words.hint) if part)
        retry = Action("retry", self.tr("Try again"), "refresh")
        self.area.notice.say("error", "danger", words.what, text, (retry,))

    # --- what Qt tells

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Let work begin that waited until the tab is seen."""
        super().showEvent(event)
        if not event.spontaneous():
            self._tell("set_in_front", True)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Let only what was started go on."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._tell("set_in_front", False)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Become compact when there is little room."""
        super().resizeEvent(event)
        self.panel.set_compact(self.width() < self._theme.px(COMPACT_BELOW))

    # --- construction

    def _make_tools(self) -> QWidget:
        tools = QWidget(self)
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.area, 1)
        row.addWidget(self.panel)
        return tools

    def _connect(self) -> None:
        panel = self.panel
        panel.class_chosen.connect(self._on_class_chosen)
        panel.swap_clicked.connect(self._on_swap)
        panel.start_chosen.connect(self._on_start_chosen)
        panel.mode_chosen.connect(self._on_mode_chosen)
        panel.layer_chosen.connect(self._on_layer_chosen)
        panel.n_images_changed.connect(self._on_n_images_changed)
        panel.iterations_chosen.connect(self._on_iterations_chosen)
        panel.run_box.run_clicked.connect(self.make)
        panel.run_box.stop_clicked.connect(self._on_stop)
        self.area.opened.connect(self._on_opened)
        self.area.save_requested.connect(self._save)
        self.area.earlier_chosen.connect(self._on_earlier_chosen)
        self.area.notice.action_triggered.connect(self.make)
        self.lightbox.save_requested.connect(self._on_save_opened)
        self._pages.action_triggered.connect(self.action_triggered)

    def _tell(self, intent: str, *values: Any) -> None:
        if self._presenter is not None:
            getattr(self._presenter, intent)(*values)

    def _large(self, position: int) -> list[LightboxPicture]:
        """Return the way of one image as the lightbox shows it."""
        entries = self.area.state().entries
        if position >= len(entries):
            return []
        entry: BoundaryEntry = entries[position]
        shown = []
        for step in entry.steps:
            if step.image_hwc_u8 is not None:
                title = self.tr("Image {0}, {1}").format(entry.seed + 1, step.title.lower())
                parts = (step.first, step.second, self.area.state().caption)
                text = "  ·  ".join(part for part in parts if part)
                shown.append(LightboxPicture(step.image_hwc_u8, title, text))
        return shown

    def _save(self, position: int, step: int) -> None:
        entry = self.area.state().entries[position]
        shown = entry.steps[step]
        self._tell("save", shown.image_hwc_u8, f"seed {entry.seed}", shown.title.lower())

    # --- slots

    def make(self) -> None:
        """Make images."""
        self._tell("make")

    def _on_stop(self) -> None:
        self._tell("stop")

    def _on_class_chosen(self, which: int, class_index: int) -> None:
        self._tell("set_class", which, class_index)

    def _on_swap(self) -> None:
        self._tell("swap")

    def _on_start_chosen(self, from_picture: bool) -> None:
        self._tell("set_from_picture", from_picture)

    def _on_mode_chosen(self, mode: str) -> None:
        self._tell("set_mode", BoundaryMode(mode))

    def _on_layer_chosen(self, layer: str) -> None:
        self._tell("set_layer", layer)

    def _on_n_images_changed(self, n_images: int) -> None:
        self._tell("set_n_images", n_images)

    def _on_iterations_chosen(self, n_iterations: int) -> None:
        self._tell("set_iterations", n_iterations)

    def _on_earlier_chosen(self, key: str) -> None:
        self._tell("apply_earlier", key)

    def _on_opened(self, position: int, step: int) -> None:
        pictures = self._large(position)
        self._opened = position
        beside = pictures[0] if len(pictures) > 1 else None
        self.lightbox.open_at(pictures, min(step, len(pictures) - 1), beside)

    def _on_save_opened(self, step: int) -> None:
        self._save(self._opened, step)
