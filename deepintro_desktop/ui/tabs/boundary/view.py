"""The boundary tab: images between two classes, settings. Widgets without decisions."""

from collections.abc import Sequence

from deepintro_desktop.core.boundary import BoundaryMode
from deepintro_desktop.core.records import Manifest
from deepintro_desktop.core.synthesis import Layer
from deepintro_desktop.ui.tabs.boundary.cards import BoundaryArea
from deepintro_desktop.ui.tabs.boundary.contract import BoundaryEntry, BoundaryState
from deepintro_desktop.ui.tabs.boundary.settings_panel import BoundaryPanel
from deepintro_desktop.ui.tabs.boundary.state import BoundaryWishes
from deepintro_desktop.ui.tabs.making import PlanWords
from deepintro_desktop.ui.tabs.making_tab import MakingTab
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.lightbox import LightboxPicture


class BoundaryTab(MakingTab):
    """The view of the boundary tab."""

    def __init__(self, theme: ThemeManager) -> None:
        self.area = BoundaryArea(theme)
        self.panel = BoundaryPanel(theme)
        super().__init__(theme, self.area, self.panel, self.panel.run_box)
        self._opened = 0
        self._connect()

    # --- what the presenter shows

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
        self.panel.say_plan(words)

    def show_images(self, state: BoundaryState) -> None:
        """Show the images with the ways to them."""
        self.area.set_state(state)
        if self.lightbox.isVisible():
            self.lightbox.set_pictures(self._large(self._opened))

    # --- construction

    def _connect(self) -> None:
        panel = self.panel
        panel.class_chosen.connect(self._on_class_chosen)
        panel.swap_clicked.connect(self._on_swap)
        panel.start_chosen.connect(self._on_start_chosen)
        panel.mode_chosen.connect(self._on_mode_chosen)
        panel.layer_chosen.connect(self._on_layer_chosen)
        panel.n_images_changed.connect(self._on_n_images_changed)
        panel.iterations_chosen.connect(self._on_iterations_chosen)
        self.area.opened.connect(self._on_opened)
        self.area.save_requested.connect(self._save)
        self.lightbox.save_requested.connect(self._on_save_opened)

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
        self.tell("save", shown.image_hwc_u8, self.tr("seed {0}").format(entry.seed), shown.title.lower())

    # --- slots

    def _on_class_chosen(self, which: int, class_index: int) -> None:
        self.tell("set_class", which, class_index)

    def _on_swap(self) -> None:
        self.tell("swap")

    def _on_start_chosen(self, from_picture: bool) -> None:
        self.tell("set_from_picture", from_picture)

    def _on_mode_chosen(self, mode: str) -> None:
        self.tell("set_mode", BoundaryMode(mode))

    def _on_layer_chosen(self, layer: str) -> None:
        self.tell("set_layer", layer)

    def _on_n_images_changed(self, n_images: int) -> None:
        self.tell("set_n_images", n_images)

    def _on_iterations_chosen(self, n_iterations: int) -> None:
        self.tell("set_iterations", n_iterations)

    def _on_opened(self, position: int, step: int) -> None:
        pictures = self._large(position)
        self._opened = position
        beside = pictures[0] if len(pictures) > 1 else None
        self.lightbox.open_at(pictures, min(step, len(pictures) - 1), beside)

    def _on_save_opened(self, step: int) -> None:
        self._save(self._opened, step)
