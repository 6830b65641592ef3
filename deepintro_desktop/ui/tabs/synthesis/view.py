"""The synthesis tab: features, gallery, settings. Widgets without decisions."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deepintro_desktop.core.records import NetworkRecord
from deepintro_desktop.core.synthesis import Isolation, Layer, SynthesisPlan
from deepintro_desktop.ui.dialogs.prompter import failure_words
from deepintro_desktop.ui.presenters.scene import Scene
from deepintro_desktop.ui.tabs.making import EarlierGroup, PlanWords
from deepintro_desktop.ui.tabs.pages import ToolPages
from deepintro_desktop.ui.tabs.synthesis.contract import GalleryState
from deepintro_desktop.ui.tabs.synthesis.gallery_area import GalleryArea
from deepintro_desktop.ui.tabs.synthesis.presenter import SynthesisPresenter
from deepintro_desktop.ui.tabs.synthesis.settings_panel import SettingsPanel
from deepintro_desktop.ui.tabs.synthesis.state import Quality, SynthesisWishes
from deepintro_desktop.ui.tabs.synthesis.words import subject_name
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.theme.metrics import COMPACT_BELOW
from deepintro_desktop.ui.widgets.action_row import Action
from deepintro_desktop.ui.widgets.images import feature_thumbnails, to_qimage
from deepintro_desktop.ui.widgets.lightbox import Lightbox, LightboxPicture
from deepintro_desktop.ui.widgets.subject_list import SubjectList, SubjectRow


class SynthesisTab(QWidget):
    """The view of the synthesis tab.

    ``action_triggered`` carries what is asked of the window: ``add-network``, ``add-images``.
    """

    action_triggered = Signal(str)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._presenter: SynthesisPresenter | None = None
        self._target: LightboxPicture | None = None
        self._pages = ToolPages(theme, self)
        self.subjects = SubjectList(theme, self.tr("What to synthesise"), self)
        self.area = GalleryArea(theme, self)
        self.panel = SettingsPanel(theme, self)
        self._pages.set_tools(self._make_tools())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self.lightbox = Lightbox(theme, self)
        self._connect()

    def attach(self, presenter: SynthesisPresenter) -> None:
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

    def show_refused(self, network: NetworkRecord) -> None:
        """Say that nothing can be synthesised with this network, and why."""
        title = self.tr("No images can be made for this network")
        why = " ".join(network.manifest.unexplainable)
        text = self.tr("Its layers cannot be followed back to the picture. {0}").format(why)
        self._pages.say("warning", title, text, ())

    def show_tool(self) -> None:
        """Show the tool itself."""
        self._pages.show_tools()

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
            rows.append(SubjectRow(number, name, thumbnails.get(number), counts.get(number, "")))
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
        compact = self.width() < self._theme.px(COMPACT_BELOW)
        for part in (self.subjects, self.area, self.panel):
            part.set_compact(compact)

    # --- construction

    def _make_tools(self) -> QWidget:
        tools = QWidget(self)
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.subjects)
        row.addWidget(self.area, 1)
        row.addWidget(self.panel)
        return tools

    def _connect(self) -> None:
        panel = self.panel
        self.subjects.subject_chosen.connect(self._on_subject_chosen)
        panel.layer_chosen.connect(self._on_layer_chosen)
        panel.isolation_chosen.connect(self._on_isolation_chosen)
        panel.n_images_changed.connect(self._on_n_images_changed)
        panel.quality_chosen.connect(self._on_quality_chosen)
        panel.detail_changed.connect(self._on_detail_changed)
        panel.expert.parameters_changed.connect(self._on_parameters_changed)
        panel.expert.reset_requested.connect(self._on_reset)
        panel.run_box.run_clicked.connect(self.synthesise)
        panel.run_box.stop_clicked.connect(self._on_stop)
        self.area.opened.connect(self._on_opened)
        self.area.save_requested.connect(self._on_save)
        self.area.earlier_chosen.connect(self._on_earlier_chosen)
        self.area.notice.action_triggered.connect(self.synthesise)
        self.lightbox.save_requested.connect(self._on_save)
        self.lightbox.closed.connect(self._on_closed)
        self._pages.action_triggered.connect(self.action_triggered)

    def _tell(self, intent: str, *values: Any) -> None:
        if self._presenter is not None:
            getattr(self._presenter, intent)(*values)

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

    def synthesise(self) -> None:
        """Make images."""
        self._tell("make")

    def _on_stop(self) -> None:
        self._tell("stop")

    def _on_subject_chosen(self, number: int) -> None:
        self._tell("choose_subject", number)

    def _on_layer_chosen(self, layer: str) -> None:
        self._tell("set_layer", layer)

    def _on_isolation_chosen(self, isolation: str) -> None:
        self._tell("set_isolation", Isolation(isolation))

    def _on_n_images_changed(self, n_images: int) -> None:
        self._tell("set_n_images", n_images)

    def _on_quality_chosen(self, quality: str) -> None:
        self._tell("set_quality", Quality(quality))

    def _on_detail_changed(self, detail: float) -> None:
        self._tell("set_detail", detail)

    def _on_parameters_changed(self, parameters: object) -> None:
        self._tell("set_parameters", parameters)

    def _on_reset(self) -> None:
        self._tell("reset_parameters")

    def _on_earlier_chosen(self, key: str) -> None:
        self._tell("apply_earlier", key)

    def _on_opened(self, position: int) -> None:
        seen = [index for index, entry in enumerate(self.area.entries()) if entry.image_hwc_u8 is not None]
        if position in seen:
            self.lightbox.open_at(self._large(), seen.index(position), self._target)

    def _on_save(self, position: int) -> None:
        entries = self.area.entries()
        if self.lightbox.isVisible():
            entries = tuple(entry for entry in entries if entry.image_hwc_u8 is not None)
        entry = entries[position]
        self._tell("save", entry.image_hwc_u8, f"seed {entry.seed}")

    def _on_closed(self) -> None:
        tiles = self.area.gallery.tiles()
        if tiles:
            tiles[0].setFocus()
