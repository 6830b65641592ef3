"""Results as the rows and bars that widgets show."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.results import ClassScore, FeatureSet, Prediction
from deepintro_desktop.ui.widgets.feature_rows import FeatureRow
from deepintro_desktop.ui.widgets.images import feature_thumbnails
from deepintro_desktop.ui.widgets.top5_rows import ClassBar

N_BARS = 5


def short_label(label: str) -> str:
    """Return the first of the synonyms that labels files often give: ``tabby`` of ``tabby, tabby cat``."""
    return label.split(",", 1)[0].strip() or label


def feature_rows(
    found: FeatureSet,
    input_hwc_u8: NDArray[np.uint8] | None,
    filled_hwc_u8: NDArray[np.uint8] | None,
    drops: Mapping[int, float],
    occluded: frozenset[int],
) -> list[FeatureRow]:
    """Return a row for each feature; pictures are uint8 [height, width, 1 or 3] at the input's size."""
    pictures = {} if input_hwc_u8 is None else feature_thumbnails(input_hwc_u8, found.features)
    hidden = [feature for feature in found.features if feature.number in occluded]
    filled = {} if filled_hwc_u8 is None else feature_thumbnails(filled_hwc_u8, hidden)
    return [
        FeatureRow(
            feature.number,
            feature.relevance,
            -drops[feature.number] if feature.number in drops else None,
            feature.number in occluded,
            pictures.get(feature.number),
            filled.get(feature.number),
            feature.name,
            feature.drawn,
        )
        for feature in found.features
    ]


def class_bars(original: Prediction, now: Prediction | None, target: ClassScore | None) -> list[ClassBar]:
    """Return the best classes as they are now, best first; the target is always among them."""
    shown = original if now is None else now
    best = [score.index for score in shown.top[:N_BARS]]
    if target is not None and target.index not in best:
        best[-1:] = [target.index]
    return [
        ClassBar(
            short_label(shown.score(index).label),
            shown.score(index).probability,
            None if now is None else original.score(index).probability,
            target is not None and index == target.index,
        )
        for index in best
    ]
