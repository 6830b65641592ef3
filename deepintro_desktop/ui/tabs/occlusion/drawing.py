"""What a person makes of the features: drawn, merged, split, deleted, named; what is selected for it."""

from collections.abc import Collection
from functools import partial
from typing import Any

import numpy as np

from deepintro_desktop.core import editing
from deepintro_desktop.core.drawn import Edits, Pixels, Point, Shape, ShapeKind
from deepintro_desktop.core.requests import KeepDrawnRequest, SplitRequest
from deepintro_desktop.core.results import Feature, FeatureSet
from deepintro_desktop.core.translation import translate
from deepintro_desktop.ui.presenters.collection import Services
from deepintro_desktop.ui.presenters.errand import Errand
from deepintro_desktop.ui.presenters.ports import Level
from deepintro_desktop.ui.tabs.occlusion import state as requests
from deepintro_desktop.ui.tabs.occlusion.contract import OcclusionView
from deepintro_desktop.ui.tabs.occlusion.occluded_set import NOTHING
from deepintro_desktop.ui.tabs.occlusion.state import Selection
from deepintro_desktop.ui.tabs.occlusion.words import ONE_PIECE, feature_name, small_shape
from deepintro_desktop.ui.tabs.occlusion.work import OcclusionWork

_LONGEST_NAME = 60


class DrawingWork(OcclusionWork):
    """Edits the features; every edit is a wish, like a threshold, and a step that can be taken back.

    New features come from the same job as at another threshold. Until they are there, the numbers that a
    person sees are those of the features before, and further edits are not taken.
    """

    def __init__(self, view: OcclusionView, services: Services) -> None:
        self._selected = NOTHING
        self._is_shape_new = False
        self._kept: Edits | None = None
        self._splitting = Errand(self._on_split, self._on_side_failed)
        self._to_split: tuple[FeatureSet | None, int] = (None, 0)
        super().__init__(view, services)

    # --- what the person selects

    def select(self, number: int) -> None:
        """Select a feature as well, or no longer."""
        if number in self._found.numbers:
            self._show_selection(self._selected ^ {number})

    def select_only(self, number: int) -> None:
        """Select a feature; when it is among the selected ones already, they all stay selected."""
        if number in self._found.numbers and number not in self._selected:
            self._show_selection(frozenset({number}))

    def select_region(self, box: tuple[int, int, int, int]) -> None:
        """Select the features mostly inside a box (x0, y0, x1, y1) as well."""
        if self._found.features is not None:
            self._show_selection(self._selected | requests.features_inside(self._found.features, box))

    def clear_selection(self) -> None:
        """Select nothing."""
        self._show_selection(NOTHING)

    # --- what the person makes

    def draw(self, kind: str, points: Collection[Point]) -> None:
        """Make a feature of a shape; points (x, y) are in pixels of the network's input."""
        found = self._editable()
        if found is not None:
            self._is_shape_new = True
            self._edit(editing.with_shape(found, Shape(ShapeKind(kind), tuple(points))))

    def merge_selected(self) -> None:
        """Make one feature of the selected ones."""
        found = self._editable()
        if found is not None:
            self._edit(editing.merged(found, self._selected))

    def split_selected(self) -> None:
        """Cut the selected feature into its pieces; when it is one piece, a line is asked for."""
        self._split(None)

    def split_along(self, line: tuple[Point, Point]) -> None:
        """Cut the selected feature along a line."""
        self._split(line)

    def rename_selected(self) -> None:
        """Ask for a name for the selected feature."""
        found, feature = self._found.features, self._one_selected()
        if found is not None and feature is not None:
            usual = feature_name(feature.number)
            then = partial(self._rename, found, feature.number)
            title = _tr("Rename feature {0}").format(feature.number)
            self._services.prompter.ask_text(title, _tr("Name"), feature.name or usual, then)

    def delete_selected(self) -> None:
        """Delete the selected features."""
        found = self._editable()
        if found is not None:
            self._edit(editing.removed(found, self._selected))

    # --- jobs out

    def _editable(self) -> FeatureSet | None:
        """Return the features that are seen, or None while others are on their way."""
        found = self._found.features
        if found is None or found.edits != self._wishes.edits:
            return None
        return found

    def _edit(self, edits: Edits) -> None:
        if self._keeper.change(edits=edits):
            self._cluster()
        else:
            self._is_shape_new = False

    def _split(self, line: tuple[Point, Point] | None) -> None:
        found, feature = self._editable(), self._one_selected()
        if found is None or feature is None or self._network is None:
            return
        self._to_split = (found, feature.number)
        pixels = Pixels.of(found.labels_hw == feature.number)
        request = SplitRequest(pixels, found.parameters.min_size, line)
        self._splitting.follow(self._services.runner.submit("split_feature", request, queue=self._network.id))

    def _rename(self, found: FeatureSet, number: int, name: str) -> None:
        if self._editable() is found:
            name = " ".join(name.split())[:_LONGEST_NAME]
            self._edit(editing.renamed(found, number, "" if name == feature_name(number) else name))

    def _keep(self, edits: Edits) -> None:
        """Write edits into the library that are not there yet."""
        if self._network is not None and self._image is not None and edits != self._kept:
            self._kept = edits
            request = KeepDrawnRequest(self._network.id, self._image.id, edits)
            # Two of one picture in the wrong order would keep the older edits.
            self._services.runner.submit("keep_drawn", request, queue=f"drawn {self._image.id}")

    # --- results in

    def _start_over(self) -> None:
        self._splitting.drop()
        self._is_shape_new, self._kept = False, self._wishes.edits
        super()._start_over()
        self._show_selection(NOTHING)

    def _is_current(self, found: FeatureSet) -> bool:
        return super()._is_current(found) and found.edits == self._wishes.edits

    def _take_features(self, found: FeatureSet) -> None:
        if self._wishes.edits is None:
            self._kept = found.edits
            self._keeper.change(edits=found.edits, budget=self._wishes.budget)
        super()._take_features(found)

    def _on_features(self, found: FeatureSet) -> None:
        before = self._found.features
        if self._is_shape_new and before is not None and found.edits == self._wishes.edits:
            self._is_shape_new = False
            if not _new_numbers(before, found):
                self._take_shape_back(before)
                return
            self._hint_small(before, found)
        super()._on_features(found)
        if before is None or not _same_regions(before, found):
            self._show_selection(NOTHING if before is None else _new_numbers(before, found))

    def _on_features_returned(self, found: FeatureSet) -> None:
        self._keeper.change(edits=found.edits)
        super()._on_features_returned(found)
        self._show_selection(NOTHING)

    def _show_features(self, found: FeatureSet) -> None:
        before = self._found.features
        if before is None or not _same_regions(before, found):
            super()._show_features(found)
        else:
            # Only names are others: what is known about the features holds.
            self._found.features = found
            self._found.source = self._source(found.parameters, found.edits)
            self._view.show_features(found, None)
            self._view.show_drops(self._found.drops)
            self._publish()
            self._show_analysis()
            self._show_selection(self._selected)
        self._keep(found.edits)

    def _on_split(self, parts: tuple[Pixels, ...]) -> None:
        found, number = self._to_split
        if found is None or self._editable() is not found or number not in self._selected:
            return
        if len(parts) > 1:
            self._edit(editing.split(found, number, parts))
        else:
            title, text = ONE_PIECE
            self._services.notifier.notify(
                Level.INFO, translate("Occlusion", title), translate("Occlusion", text)
            )
            self._view.ask_line()

    def _on_side_failed(self, failure: Any) -> None:
        super()._on_side_failed(failure)
        found = self._found.features
        if found is not None and not self._clustering.is_running:
            self._is_shape_new = False
            self._keeper.change(edits=found.edits)

    # --- helpers

    def _one_selected(self) -> Feature | None:
        found = self._found.features
        if found is None or len(self._selected) != 1:
            return None
        return next((one for one in found.features if one.number in self._selected), None)

    def _take_shape_back(self, before: FeatureSet) -> None:
        self._keeper.change(edits=before.edits)
        self._services.notifier.notify(
            Level.INFO,
            _tr("Nothing drawn"),
            _tr("The shape holds no pixel of the network's input. Zoom in, or draw larger."),
        )
        self._occluded.refresh()
        if not self._found.drops:
            self._evaluate()

    def _hint_small(self, before: FeatureSet, found: FeatureSet) -> None:
        new = _new_numbers(before, found)
        n_pixels = sum(one.n_pixels for one in found.features if one.number in new)
        text = small_shape(n_pixels, found.parameters.min_size)
        if text:
            self._services.notifier.notify(Level.INFO, _tr("A small feature"), text)

    def _show_selection(self, selected: frozenset[int]) -> None:
        self._selected = selected
        n_selected = len(selected)
        self._view.show_selection(
            Selection(
                selected,
                can_draw=self._found.features is not None,
                can_merge=n_selected > 1,
                can_split=n_selected == 1,
                can_rename=n_selected == 1,
                can_delete=n_selected > 0,
            )
        )


def _new_numbers(before: FeatureSet, now: FeatureSet) -> frozenset[int]:
    """Return the numbers of features that a person has made since."""
    known = {one.id for one in before.edits.drawn}
    return frozenset(one.number for one in now.features if one.drawn and one.drawn_id not in known)


def _same_regions(before: FeatureSet, now: FeatureSet) -> bool:
    """Tell whether two sets differ in names at most."""
    made_alike = before.parameters == now.parameters and before.edits.digest == now.edits.digest
    return made_alike and np.array_equal(before.labels_hw, now.labels_hw)


def _tr(text: str) -> str:
    return translate("Drawing", text)
