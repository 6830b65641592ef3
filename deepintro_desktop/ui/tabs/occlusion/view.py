"""The occlusion tab: controls, features, picture, prediction, analysis. Widgets without decisions."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from deepintro_desktop.core.parameters import ClusteringParameters, Fill
from deepintro_desktop.core.records import ImageRecord, NetworkRecord
from deepintro_desktop.core.results import (
    AnalysisResult,
    ClassScore,
    FeatureSet,
    Occlusion,
    Prediction,
    RelevanceMap,
)
from deepintro_desktop.ui.dialogs.image_view.words import can_be_seen_otherwise
from deepintro_desktop.ui.dialogs.ledger import LedgerDialog
from deepintro_desktop.ui.dialogs.prompter import failure_words
from deepintro_desktop.ui.tabs.occlusion.actions import TabActions, bind_number_keys
from deepintro_desktop.ui.tabs.occlusion.cards import KEY_OF_CARD, CardWriter, waiting_cards
from deepintro_desktop.ui.tabs.occlusion.contract import Switchable
from deepintro_desktop.ui.tabs.occlusion.drawing_tools import DrawingTools
from deepintro_desktop.ui.tabs.occlusion.intents import Intents
from deepintro_desktop.ui.tabs.occlusion.pages import OcclusionPages
from deepintro_desktop.ui.tabs.occlusion.presenter import OcclusionPresenter
from deepintro_desktop.ui.tabs.occlusion.rows import class_bars, feature_rows
from deepintro_desktop.ui.tabs.occlusion.state import Selection, Wishes
from deepintro_desktop.ui.tabs.occlusion.words import NothingFound
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.action_row import Action
from deepintro_desktop.ui.widgets.analysis_card import CardKind
from deepintro_desktop.ui.widgets.buttons import IconButton
from deepintro_desktop.ui.widgets.outlines import Outline, compute_outlines


class OcclusionTab(Intents):
    """The view of the occlusion tab.

    ``action_triggered`` carries what is asked of the window: ``add-network``, ``add-images``.
    """

    action_triggered = Signal(str)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._actions = TabActions()
        self._offers: dict[str, tuple[str, float]] = {}
        self._relevance: RelevanceMap | None = None
        self._found: FeatureSet | None = None
        self._outlines: tuple[Outline, ...] = ()
        self._input: NDArray[np.uint8] | None = None
        self._occluded: frozenset[int] = frozenset()
        self._filled: NDArray[np.uint8] | None = None
        self._drops: Mapping[int, float] = {}
        self._target: ClassScore | None = None
        self._explainable = True
        self._copied_text = ""
        self._all_hidden: NDArray[np.uint8] | None = None
        self._pages = OcclusionPages(theme, self)
        self.controls, self.features = self._pages.controls, self._pages.features
        self.area, self.side = self._pages.area, self._pages.side
        self.undo_button = IconButton(theme, "undo", self.tr("Undo"), self)
        self.undo_button.set_hint(self.tr("Undo"), "Ctrl+Z")
        self._drawing = DrawingTools(theme, self, self.area, self.features, self.tell)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self._connect()

    def attach(self, presenter: OcclusionPresenter) -> None:
        """Say whom to tell what the person does."""
        super().attach(presenter)
        self.area.menu.save_requested.connect(presenter.save_picture)

    def bind_actions(self, actions: Switchable) -> None:
        """Take the menu's actions that depend on this tab."""
        self._actions.bind(actions)

    # --- what the presenter shows: states

    def show_missing(self, *, network: bool, image: bool, listed: bool) -> None:
        """Say which of network and image is not chosen yet; ``listed``: the lists hold some."""
        self._pages.say_missing(network=network, image=image, listed=listed)
        self._forget()

    def show_reading(self, text: str) -> None:
        """Say that what is missing is being read."""
        self._pages.say_reading(text)
        self._forget()

    def show_subject(self, network: NetworkRecord, image: ImageRecord) -> None:
        """Empty everything for another network or image."""
        self._forget()
        self._explainable = network.explainable
        self.side.target.set_classes(network.manifest)
        self.side.target.setEnabled(network.explainable)
        why = self.tr("This network can be predicted, but not explained.")
        self.controls.set_relevance_enabled(network.explainable, why)
        self.area.canvas.set_empty("image", image.name, self.tr("Reading the picture…"))
        self.area.set_choices(can_be_seen_otherwise(image))
        focused = self.window().focusWidget()
        if focused is None or self.isAncestorOf(focused):
            self.area.canvas.setFocus()
        self._pages.show_tools()

    def show_predict_only(self, title: str, text: str) -> None:
        """Say that this network cannot be explained; the prediction stays."""
        copy = Action("copy", self.tr("Copy the list"), "copy")
        self.area.notice.say("warning", "warn", title, text, (copy,))
        self._copied_text = text

    def show_failure(self, failure: Any, *, lost: str) -> None:
        """Show why the explanation failed, with a way to try again, or to remove what is lost."""
        self._pages.fail(failure_words(failure), lost)

    def show_stopped(self) -> None:
        """Say that the explanation was stopped before there was anything."""
        self._pages.say_stopped()

    def show_busy(self, *, explaining: bool) -> None:
        """Say that what is shown is about to change."""
        self.features.set_busy(explaining)
        if explaining:
            self._pages.show_tools()

    # --- what the presenter shows: results

    def show_wishes(self, wishes: Wishes) -> None:
        """Put the settings into the controls."""
        self.controls.set_parameters(wishes.clustering)
        self.controls.set_fill(wishes.fill)
        self.controls.set_method(wishes.method, wishes.suiting_method)

    def show_original(self, picture_hwc_u8: NDArray[np.uint8]) -> None:
        """Take the untouched picture in its own size."""
        if self._input is None and not self._explainable:
            self.area.canvas.set_image(picture_hwc_u8)
        self.area.canvas.set_original(picture_hwc_u8)

    def show_input(self, picture_hwc_u8: NDArray[np.uint8]) -> None:
        """Take the picture as the network sees it."""
        if self._input is not None and np.array_equal(self._input, picture_hwc_u8):
            return
        self._input = picture_hwc_u8
        canvas = self.area.canvas
        canvas.set_image(picture_hwc_u8)
        if self._relevance is not None:
            canvas.set_relevance(self._relevance.values_hw)
        if self._found is not None:
            self._draw_features(self._found)
            canvas.set_occluded(self._occluded, self._filled)
            self._show_rows()

    def show_prediction(
        self, original: Prediction, target: ClassScore | None, occlusion: Occlusion | None, text: str
    ) -> None:
        """Show the best classes, with the change where something is occluded."""
        self._target = target
        now = occlusion.prediction if occlusion is not None else None
        self.side.top5.set_bars(class_bars(original, now, target))
        self.side.top5.set_caption(text)
        if target is not None:
            self.side.target.set_target(target.index)

    def show_relevance(self, relevance: RelevanceMap | None) -> None:
        """Lay the relevance over the picture."""
        self._relevance = relevance
        values = None if relevance is None else relevance.values_hw
        self.area.set_n_pixels(1 if values is None else values.size)
        self.area.canvas.set_relevance(values)
        self.area.legend.set_map_visible(values is not None)
        self.area.legend.set_signed(values is None or bool((values < 0).any()))
        self._enable_feature_actions()

    def show_features(self, features: FeatureSet | None, nothing: NothingFound | None) -> None:
        """Show the features, or why there are none."""
        if features is not None and self._relevance is not None:
            features = features.with_shares(self._relevance.values_hw)
        self._found = features
        self._outlines = ()
        if self._found is None:
            self.area.canvas.set_features(None)
        else:
            distance = self._found.parameters.distance
            self._outlines = compute_outlines(self._found.labels_hw, self._found.features, distance)
            self._draw_features(self._found)
        self._drops = {}
        self._show_rows()
        self._show_nothing(nothing)
        self._enable_feature_actions()

    def show_drops(self, drops: Mapping[int, float]) -> None:
        """Write beside each feature what it changes alone."""
        self._drops = drops
        self.area.canvas.set_changes({number: -drop for number, drop in drops.items()})
        self._show_rows()

    def show_occluded(self, occluded: frozenset[int], occlusion: Occlusion | None) -> None:
        """Mark the occluded features at once; the filled picture follows when it is there."""
        self._occluded = self._drawing.occluded = occluded
        self._filled = occlusion.image_hwc_u8 if occlusion is not None else None
        self.area.canvas.set_occluded(occluded, self._filled)
        self._show_rows()

    def show_hover(self, number: int | None) -> None:
        """Mark one feature on the picture and in the list."""
        self.area.canvas.set_hovered(number)
        self.features.set_hovered(-1 if number is None else number)

    def show_selection(self, selection: Selection) -> None:
        """Mark the selected features and enable what can be done with them."""
        self._drawing.show_selection(selection)

    def ask_line(self) -> None:
        """Let a line be drawn along which the selected feature is cut."""
        self._drawing.ask_line()

    def show_analysis(self, analysis: AnalysisResult | None, *, progress: float | None, applied: str) -> None:
        """Fill the four cards."""
        if analysis is None:
            cards = waiting_cards(self._input, progress)
        else:
            label = self._target.label if self._target is not None else ""
            features = self._found.features if self._found is not None else ()
            drawn = frozenset(feature.number for feature in features if feature.drawn)
            writer = CardWriter(self._input, self._outlines, label, self._all_hidden, drawn=drawn)
            cards = writer.cards(analysis, progress, applied)
        for kind, content in cards.items():
            self.side.cards.set_card(kind, content)
        self.side.set_analysis_state(
            possible=self._has_features, running=progress is not None, done=analysis is not None
        )

    def show_all_hidden(self, picture_hwc_u8: NDArray[np.uint8] | None) -> None:
        """Take the picture with every feature occluded, for the card of what has to stay."""
        self._all_hidden = picture_hwc_u8

    def show_undo(self, *, can_undo: bool, can_redo: bool) -> None:
        """Enable undo and redo."""
        self.undo_button.setEnabled(can_undo)
        self._actions.set_undo(can_undo=can_undo, can_redo=can_redo)

    # --- what the person does; more in :class:`~.intents.Intents`

    def show_ledger(self) -> None:
        """Open the ledger of the present map."""
        if self._relevance is not None:
            LedgerDialog(self._theme, self.window(), self._relevance).ask()

    # --- what Qt tells

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Give the menu back its actions."""
        super().showEvent(event)
        self._actions.set_in_front(True)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Take the actions from the menu while another tool is in front."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._actions.set_in_front(False)

    # --- construction

    def _connect(self) -> None:
        self.controls.parameters_changed.connect(self._on_parameters_changed)
        self.controls.fill_changed.connect(self._on_fill_changed)
        self.controls.method_changed.connect(self._on_method_changed)
        self.controls.reset_requested.connect(self.reset_parameters)
        self.features.feature_toggled.connect(self.toggle)
        self.features.row_hovered.connect(self._on_hovered)
        self.features.occlude_all_requested.connect(self.occlude_all)
        self.features.occlude_none_requested.connect(self.occlude_none)
        self.features.invert_requested.connect(self.invert)
        self.area.canvas.feature_clicked.connect(self.toggle)
        self.area.canvas.feature_hovered.connect(self._on_hovered)
        self.area.canvas.region_selected.connect(self._on_region_selected)
        self.area.notice.action_triggered.connect(self._on_action)
        self.side.target.target_chosen.connect(self._on_target_chosen)
        self.side.cards.card_clicked.connect(self._on_card_clicked)
        self.side.analyse_clicked.connect(self.analyse)
        self.side.stop_clicked.connect(self.stop_analysis)
        self.undo_button.clicked.connect(self.undo)
        self._pages.action_triggered.connect(self._on_action)
        bind_number_keys(self, self.toggle)

    # --- helpers

    @property
    def _has_features(self) -> bool:
        return self._found is not None and bool(self._found.features)

    def _draw_features(self, found: FeatureSet) -> None:
        distance = found.parameters.distance
        self.area.canvas.set_features(
            found.labels_hw, found.features, distance=distance, outlines=self._outlines
        )

    def _forget(self) -> None:
        self._relevance = None
        self._input = self._filled = self._target = None
        self._found, self._outlines, self._drops, self._occluded = None, (), {}, frozenset()
        self.area.canvas.set_image(None)
        self.area.canvas.set_original(None)
        self.area.legend.set_map_visible(False)
        self.area.notice.hide()
        self.features.set_rows(())
        self.side.top5.set_bars(())
        self.side.top5.set_caption("")
        self.show_analysis(None, progress=None, applied="")
        self._enable_feature_actions()

    def _show_rows(self) -> None:
        if self._found is None:
            self.features.set_rows(())
        else:
            self.features.set_rows(
                feature_rows(self._found, self._input, self._filled, self._drops, self._occluded)
            )

    def _show_nothing(self, nothing: NothingFound | None) -> None:
        self._offers = {}
        if nothing is None:
            self.area.notice.hide()
            return
        actions = []
        for offer in nothing.offers:
            self._offers[offer.parameter] = (offer.parameter, offer.value)
            actions.append(Action(offer.parameter, offer.label))
        self.area.notice.say("search", "text2", nothing.title, nothing.text, actions)

    def _enable_feature_actions(self) -> None:
        self._actions.set_found(features=self._has_features, relevance=self._relevance is not None)

    # --- slots

    def _on_parameters_changed(self, parameters: ClusteringParameters) -> None:
        self.tell("set_clustering", parameters)

    def _on_fill_changed(self, fill: str) -> None:
        self.tell("set_fill", Fill(fill))

    def _on_method_changed(self, method: str) -> None:
        self.tell("set_method", method)

    def _on_target_chosen(self, class_index: int) -> None:
        self.tell("set_target", class_index)

    def _on_hovered(self, number: int) -> None:
        self.tell("hover", number if number > 0 else None)

    def _on_region_selected(self, region: QRect) -> None:
        self.tell("toggle_region", (region.left(), region.top(), region.right() + 1, region.bottom() + 1))

    def _on_card_clicked(self, kind: str) -> None:
        self.tell("apply_answer", KEY_OF_CARD[CardKind(kind)])

    def _on_action(self, key: str) -> None:
        if key in self._offers:
            self.tell("set_parameter", *self._offers[key])
        elif key == "retry":
            self.tell("retry")
        elif key == "copy":
            QGuiApplication.clipboard().setText(self._copied_text)
        else:
            self.action_triggered.emit(key)
