"""The synthesis tab: features, gallery, settings. Widgets without decisions."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from deepintro_desktop.core.synthesis import Isolation, Layer, SynthesisPlan
from deepintro_desktop.ui.presenters.scene import Scene
from deepintro_desktop.ui.tabs.making import PlanWords
from deepintro_desktop.ui.tabs.making_tab import MakingTab
from deepintro_desktop.ui.tabs.synthesis.contract import GalleryState
from deepintro_desktop.ui.tabs.synthesis.gallery_area import GalleryArea
from deepintro_desktop.ui.tabs.synthesis.settings_panel import SettingsPanel
from deepintro_desktop.ui.tabs.synthesis.state import SynthesisWishes
from deepintro_desktop.ui.tabs.synthesis.words import subject_name
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.images import feature_thumbnails, to_qimage
from deepintro_desktop.ui.widgets.lightbox import LightboxPicture
from deepintro_desktop.ui.widgets.subject_list import SubjectList, SubjectRow


class SynthesisTab(MakingTab):
    """The view of the synthesis tab."""

    def __init__(self, theme: ThemeManager) -> None:
        self.area = GalleryArea(theme)
        self.panel = SettingsPanel(theme)
        title = QCoreApplication.translate("SynthesisTab", "What to synthesise")
        self.subjects = SubjectList(theme, title)
        super().__init__(theme, self.area, self.panel, self.panel.run_box, self.subjects)
        self._target: LightboxPicture | None = None
        self._connect()

    # --- what the presenter shows

    def show_subjects(self, scene: Scene, counts: dict[int, str], chosen: int) -> None:
        """List the whole picture and the features."""
        features = scene.features.features if scene.features else ()
        picture = scene.input_hwc_u8
        thumbnails = {} if picture is None else feature_thumbnails(picture, features)
        whole = None if picture is None else to_qimage(picture)
        rows = [SubjectRow(0, self.tr("Whole image"), whole, counts.get(0, ""))]
        for feature in features:
            number = feature.number
            name = feature.name or subject_name(number)
            count = counts.get(number, "")
            rows.append(SubjectRow(number, name, thumbnails.get(number), count, feature.drawn))
        self.subjects.set_rows(rows, chosen)

    def show_layers(self, layers: Sequence[Layer], chosen: str) -> None:
        """Offer the layers of the network."""
        self.panel.set_layers(layers, chosen)

    def show_wishes(self, wishes: SynthesisWishes, *, is_feature: bool) -> None:
        """Put the settings into the controls."""
        self.panel.set_wishes(wishes, is_feature=is_feature)

    def show_plan(self, words: PlanWords, plan: SynthesisPlan | None) -> None:
        """Announce the time."""
        self.panel.set_plan(words, plan)

    def show_target(self, picture_hwc_u8: NDArray[np.uint8] | None, text: str) -> None:
        """Show what the layer was given."""
        self.panel.set_target(picture_hwc_u8, text)
        title = self.tr("What the layer was given")
        self._target = None if picture_hwc_u8 is None else LightboxPicture(picture_hwc_u8, title, text)

    def show_gallery(self, state: GalleryState) -> None:
        """Show the images."""
        self.area.set_state(state)
        self.lightbox.set_pictures(self._large())

    def set_compact(self, compact: bool) -> None:
        """Make the columns narrower, and leave out what has no room."""
        super().set_compact(compact)
        self.area.set_compact(compact)

    # --- construction

    def _connect(self) -> None:
        panel = self.panel
        self.subjects.subject_chosen.connect(self._on_subject_chosen)
        panel.layer_chosen.connect(self._on_layer_chosen)
        panel.isolation_chosen.connect(self._on_isolation_chosen)
        panel.n_images_changed.connect(self._on_n_images_changed)
        panel.iterations_chosen.connect(self._on_iterations_chosen)
        panel.detail_changed.connect(self._on_detail_changed)
        panel.expert.parameters_changed.connect(self._on_parameters_changed)
        panel.expert.reset_requested.connect(self._on_reset)
        self.area.opened.connect(self._on_opened)
        self.area.save_requested.connect(self._on_save)
        self.lightbox.save_requested.connect(self._on_save)
        self.lightbox.closed.connect(self._on_closed)

    def _large(self) -> list[LightboxPicture]:
        """Return the pictures of the gallery as the lightbox shows them."""
        state = self.area.state()
        shown = []
        for entry in self.area.entries():
            if entry.image_hwc_u8 is not None:
                title = self.tr("Image {0}").format(entry.seed + 1)
                parts = (entry.error, entry.state, self.tr("seed {0}").format(entry.seed), state.caption)
                text = "  ·  ".join(part for part in parts if part)
                shown.append(LightboxPicture(entry.image_hwc_u8, title, text))
        return shown

    # --- slots

    def _on_subject_chosen(self, number: int) -> None:
        self.tell("choose_subject", number)

    def _on_layer_chosen(self, layer: str) -> None:
        self.tell("set_layer", layer)

    def _on_isolation_chosen(self, isolation: str) -> None:
        self.tell("set_isolation", Isolation(isolation))

    def _on_n_images_changed(self, n_images: int) -> None:
        self.tell("set_n_images", n_images)

    def _on_iterations_chosen(self, n_iterations: int) -> None:
        self.tell("set_iterations", n_iterations)

    def _on_detail_changed(self, detail: float) -> None:
        self.tell("set_detail", detail)

    def _on_parameters_changed(self, parameters: object) -> None:
        self.tell("set_parameters", parameters)

    def _on_reset(self) -> None:
        self.tell("reset_parameters")

    def _on_opened(self, position: int) -> None:
        seen = [index for index, entry in enumerate(self.area.entries()) if entry.image_hwc_u8 is not None]
        if position in seen:
            self.lightbox.open_at(self._large(), seen.index(position), self._target)

    def _on_save(self, position: int) -> None:
        entries = self.area.entries()
        if self.lightbox.isVisible():
            entries = tuple(entry for entry in entries if entry.image_hwc_u8 is not None)
        entry = entries[position]
        self.tell("save", entry.image_hwc_u8, self.tr("seed {0}").format(entry.seed))

    def _on_closed(self) -> None:
        tiles = self.area.gallery.tiles()
        if tiles:
            tiles[0].setFocus()
