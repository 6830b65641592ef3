"""What the presenter of the occlusion tab expects of its view."""

from collections.abc import Mapping
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.records import ImageRecord, NetworkRecord
from deepintro_desktop.core.results import (
    AnalysisResult,
    ClassScore,
    FeatureSet,
    Occlusion,
    Prediction,
    RelevanceMap,
)
from deepintro_desktop.ui.presenters.scene import MissingView
from deepintro_desktop.ui.tabs.occlusion.state import Selection, Wishes
from deepintro_desktop.ui.tabs.occlusion.words import NothingFound


class OcclusionView(MissingView, Protocol):
    """Widgets without decisions. Arrays are uint8 [height, width, 1 or 3]."""

    def show_subject(self, network: NetworkRecord, image: ImageRecord) -> None:
        """Empty everything for another network or image."""

    def show_wishes(self, wishes: Wishes) -> None:
        """Put the settings into the controls."""

    def show_original(self, picture_hwc_u8: NDArray[np.uint8]) -> None:
        """Take the untouched picture in its own size."""

    def show_input(self, picture_hwc_u8: NDArray[np.uint8]) -> None:
        """Take the picture as the network sees it."""

    def show_prediction(
        self, original: Prediction, target: ClassScore | None, occlusion: Occlusion | None, text: str
    ) -> None:
        """Show the best classes, with the change where something is occluded; ``text`` says what."""

    def show_relevance(self, relevance: RelevanceMap | None) -> None:
        """Lay the relevance over the picture."""

    def show_features(self, features: FeatureSet | None, nothing: NothingFound | None) -> None:
        """Show the features, or why there are none."""

    def show_drops(self, drops: Mapping[int, float]) -> None:
        """Write beside each feature what it changes alone."""

    def show_occluded(self, occluded: frozenset[int], occlusion: Occlusion | None) -> None:
        """Mark the occluded features at once; the filled picture follows when it is there."""

    def show_selection(self, selection: Selection) -> None:
        """Mark the selected features and enable what can be done with them."""

    def ask_line(self) -> None:
        """Let a line be drawn along which the selected feature is cut."""

    def show_hover(self, number: int | None) -> None:
        """Mark one feature on the picture and in the list."""

    def show_analysis(self, analysis: AnalysisResult | None, *, progress: float | None, applied: str) -> None:
        """Fill the four cards.

        ``progress``: 0 to 1 while the search runs, else None; ``applied`` names the card whose set is shown.
        """

    def show_all_hidden(self, picture_hwc_u8: NDArray[np.uint8] | None) -> None:
        """Take the picture with every feature occluded, for the card of what has to stay; None forgets it."""

    def show_busy(self, *, explaining: bool) -> None:
        """Say that what is shown is about to change."""

    def show_predict_only(self, title: str, text: str) -> None:
        """Say that this network cannot be explained; the prediction stays."""

    def show_failure(self, failure: Any, *, lost: str) -> None:
        """Show why the explanation failed, with a way to try again.

        ``lost``: ``image`` or ``network`` when that entry of the library cannot be read any more, else empty.
        """

    def show_stopped(self) -> None:
        """Say that the explanation was stopped before there was anything, with a way to try again."""

    def show_undo(self, *, can_undo: bool, can_redo: bool) -> None:
        """Enable undo and redo."""


class Switchable(Protocol):
    """Named actions that can be switched on and off."""

    def enable(self, enabled: bool, *names: str) -> None:
        """Switch actions."""
