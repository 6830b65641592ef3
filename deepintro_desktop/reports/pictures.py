"""The pictures of a report."""

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.report import ReportCase
from deepintro_desktop.core.translation import translate
from deepintro_desktop.reports import words
from deepintro_desktop.reports.document import Figure

_LONG_SIDE, _SMALL_SIDE = 640, 360


def subject(case: ReportCase) -> tuple[Figure, ...]:
    """Return the picture, and what the model is given of it."""
    of = case.explanation
    specification = of.network.manifest.specification
    return (
        Figure(
            "picture",
            case.picture_hwc_u8,
            _tr("The picture"),
            _tr("The picture {0} as it is in the library.").format(of.image.name),
        ),
        Figure(
            "input",
            _enlarged(of.input_hwc_u8, _SMALL_SIDE),
            _tr("What the model is given"),
            _tr("The same picture at the size of the model's input, {0}.").format(specification.text),
        ),
    )


def relevance(case: ReportCase) -> tuple[Figure, ...]:
    """Return the map on the picture with the features, and the map alone."""
    from deepintro_desktop.imaging.figures import explained_hwc_u8

    of = case.explanation
    drawn = {feature.number for feature in of.features.features if feature.drawn}
    overlay = explained_hwc_u8(
        of.input_hwc_u8,
        of.relevance.values_hw,
        of.features.labels_hw,
        distance=of.features.parameters.distance,
        drawn=drawn,
        long_side=_LONG_SIDE,
    )
    n_features = len(of.features.features)
    return (
        Figure(
            "overlay",
            overlay,
            _tr("Relevance and features"),
            _tr("The picture under its relevance map; {0} features are outlined and numbered.").format(
                n_features
            ),
            _tr("Orange speaks for “{0}”, blue against it.").format(of.target.label),
        ),
        Figure(
            "heatmap",
            heatmap_hwc_u8(of.relevance.values_hw),
            _tr("Relevance alone"),
            _tr("The relevance map alone: orange for the class, blue against it."),
            _tr("Every square is one pixel of the model's input."),
        ),
    )


def answers(case: ReportCase) -> tuple[Figure, ...]:
    """Return what the model saw for each answer that has a set."""
    analysis = case.explanation.analysis
    found = []
    for key in words.ANSWERS:
        answer = getattr(analysis, key, None)
        if answer is None or key not in case.answers_hwc_u8:
            continue
        title, chosen = _tr(words.TITLES[key]), words.answer_set(key, answer)
        then = f"{answer.top.label} {words.percent(answer.top.probability)}" if answer.top else ""
        pixels = _enlarged(case.answers_hwc_u8[key], _SMALL_SIDE)
        alt = _tr("The picture as the model saw it for “{0}”: {1}.").format(title, chosen)
        found.append(Figure(key.replace("_", "-"), pixels, title, alt, f"{chosen} → {then}"))
    return tuple(found)


def all_figures(case: ReportCase) -> tuple[Figure, ...]:
    """Return every picture of a chapter."""
    return (*subject(case), *relevance(case), *answers(case))


def heatmap_hwc_u8(relevance_hw: NDArray[np.floating]) -> NDArray[np.uint8]:
    """Return a relevance map on light ground, enlarged without smoothing: uint8 [H, W, 3]."""
    from deepintro_desktop.imaging.colormap import LIGHT_BACKGROUND, over, relevance_rgba_u8

    ground = np.full((*relevance_hw.shape, 3), LIGHT_BACKGROUND, np.uint8)
    return _enlarged(over(relevance_rgba_u8(relevance_hw), ground, 1.0), _LONG_SIDE)


def _enlarged(pixels_hwc_u8: NDArray[np.uint8], long_side: int) -> NDArray[np.uint8]:
    """Return a small picture enlarged by a whole number; every square is one of its pixels."""
    height, width = pixels_hwc_u8.shape[:2]
    factor = max(1, round(long_side / max(height, width)))
    return pixels_hwc_u8.repeat(factor, axis=0).repeat(factor, axis=1)


def _tr(text: str) -> str:
    return translate("Report", text)
