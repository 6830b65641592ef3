"""Features drawn on a picture: outlines that show on any ground, and their numbers."""

from collections.abc import Collection, Iterator

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont
from scipy import ndimage

from deepintro_desktop.imaging.colormap import CHIP_TEXT, FEATURE_PALETTE

_CASING_EXTRA, _CASING_ALPHA = 2.5, 0.7
_WIDE, _NARROW, _N_WIDE = 2.0, 1.5, 3
_DASH = (14, 7)
"""Pixels of a dash and of the gap behind it, along a row."""
_LABEL_WIDTH, _LABEL_HEIGHT, _LABEL_GAP = 20, 18, 4

Box = tuple[int, int, int, int]


def feature_colour(number: int) -> tuple[int, int, int]:
    """Return the RGB colour of a feature; numbers count from 1."""
    return FEATURE_PALETTE[(number - 1) % len(FEATURE_PALETTE)]


def outline_mask(mask_hw: NDArray[np.bool_], factor: int, distance: float = 1.5) -> NDArray[np.bool_]:
    """Return the smooth, closed, hole-free area that is outlined in place of a feature's exact pixels.

    Parameters
    ----------
    mask_hw : ndarray
        bool [height, width], the feature.
    factor : int
        How many times larger the result is.
    distance : float
        Gaps up to about this many pixels are closed.

    Returns
    -------
    ndarray
        bool [height · factor, width · factor].
    """
    margin = int(np.ceil(distance)) + 2
    padded = np.pad(mask_hw, margin)
    closed = ndimage.binary_closing(padded, _disk(distance))
    grown = ndimage.binary_dilation(ndimage.binary_fill_holes(closed), _disk(1.0))
    enlarged = np.kron(grown, np.ones((factor, factor))) if factor > 1 else grown.astype(np.float64)
    smooth = ndimage.gaussian_filter(enlarged, 0.6 * factor) > 0.5
    edge = margin * factor
    return np.asarray(smooth[edge:-edge, edge:-edge])


def _disk(radius: float) -> NDArray[np.bool_]:
    reach = int(np.floor(radius))
    y, x = np.ogrid[-reach : reach + 1, -reach : reach + 1]
    return np.asarray(x * x + y * y <= radius * radius)


def draw_features(
    picture_hwc_u8: NDArray[np.uint8],
    labels_hw: NDArray[np.integer],
    factor: int,
    distance: float = 1.5,
    *,
    drawn: Collection[int] = (),
) -> NDArray[np.uint8]:
    """Return a picture with every feature outlined and numbered.

    Parameters
    ----------
    picture_hwc_u8 : ndarray
        uint8 [height · factor, width · factor, 3].
    labels_hw : ndarray
        Integers [height, width]: 0 for no feature, else the feature's number.
    factor : int
        How many pixels of the picture one entry of ``labels_hw`` has on each side.
    distance : float
        Gaps up to about this many entries are closed by the outline.
    drawn : collection of int
        The features that a person made; their lines are dashed.

    Returns
    -------
    ndarray
        uint8 like the picture.
    """
    canvas = picture_hwc_u8.astype(np.float64)
    taken = np.zeros(canvas.shape[:2], bool)
    boxes: list[tuple[int, Box]] = []
    for number, mask in _masks(labels_hw, factor, distance):
        _stroke(canvas, mask, number, dashed=number in drawn)
        taken |= mask
        boxes.append((number, _bounding_box(mask)))
    return _draw_labels(np.floor(canvas + 0.5).astype(np.uint8), boxes, taken)


def _masks(
    labels_hw: NDArray[np.integer], factor: int, distance: float
) -> Iterator[tuple[int, NDArray[np.bool_]]]:
    """Yield number and enlarged area of each feature, the last first: the most relevant is drawn on top."""
    height, width = labels_hw.shape
    reach = int(np.ceil(distance)) + 2
    for index, window in reversed(list(enumerate(ndimage.find_objects(labels_hw)))):
        if window is None:
            continue
        top, left = max(window[0].start - reach, 0), max(window[1].start - reach, 0)
        part = labels_hw[top : window[0].stop + reach, left : window[1].stop + reach]
        area = outline_mask(part == index + 1, factor, distance)
        mask = np.zeros((height * factor, width * factor), bool)
        mask[top * factor :, left * factor :][: area.shape[0], : area.shape[1]] = area
        if area.any():
            yield index + 1, mask


def _stroke(canvas: NDArray[np.float64], mask: NDArray[np.bool_], number: int, *, dashed: bool) -> None:
    """Draw a line in the feature's colour on a darker, wider casing: one of the two shows on any ground.

    Dashes are where the line crosses diagonal stripes.
    """
    width = _WIDE if number <= _N_WIDE else _NARROW
    reach = int(np.ceil(width + _CASING_EXTRA)) + 1
    x0, y0, x1, y1 = _bounding_box(mask)
    window = (slice(max(y0 - reach, 0), y1 + reach), slice(max(x0 - reach, 0), x1 + reach))
    inside = np.pad(mask[window], 1, mode="edge")
    to_edge, to_feature = ndimage.distance_transform_edt(inside), ndimage.distance_transform_edt(~inside)
    from_edge = np.where(inside, to_edge, to_feature)[1:-1, 1:-1] - 0.5
    y, x = np.ogrid[: from_edge.shape[0], : from_edge.shape[1]]
    dash = (x + y) % sum(_DASH) < _DASH[0] if dashed else np.True_
    for colour, half, opacity in (
        (0.0, (width + _CASING_EXTRA) / 2, _CASING_ALPHA),
        (np.asarray(feature_colour(number), np.float64), width / 2, dash),
    ):
        alpha = (np.clip(half + 0.5 - from_edge, 0, 1) * opacity)[..., None]
        canvas[window] = canvas[window] * (1 - alpha) + colour * alpha


def _bounding_box(mask: NDArray[np.bool_]) -> Box:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def _draw_labels(
    picture_hwc_u8: NDArray[np.uint8], boxes: list[tuple[int, Box]], taken: NDArray[np.bool_]
) -> NDArray[np.uint8]:
    picture = Image.fromarray(picture_hwc_u8)
    draw = ImageDraw.Draw(picture)
    font = ImageFont.load_default(12)
    cost = taken.astype(np.float64)
    for number, box in reversed(boxes):
        x, y = _label_place(box, cost)
        area = (x, y, x + _LABEL_WIDTH - 1, y + _LABEL_HEIGHT - 1)
        draw.rounded_rectangle(area, radius=4, fill=feature_colour(number), outline=(0, 0, 0))
        middle = (x + _LABEL_WIDTH / 2, y + _LABEL_HEIGHT / 2)
        draw.text(middle, str(number), fill=CHIP_TEXT, font=font, anchor="mm")
        cost[y : y + _LABEL_HEIGHT, x : x + _LABEL_WIDTH] = 4.0  # another label is worse than an outline
    return np.array(picture)


def _label_place(box: Box, cost: NDArray[np.float64]) -> tuple[int, int]:
    """Return where a label covers least: corner, above, left, below, right of its feature, in this order."""
    x0, y0, x1, y1 = box
    middle_x, middle_y = (x0 + x1 - _LABEL_WIDTH) // 2, (y0 + y1 - _LABEL_HEIGHT) // 2
    above, left = y0 - _LABEL_HEIGHT - _LABEL_GAP, x0 - _LABEL_WIDTH - _LABEL_GAP
    below, right = y1 + _LABEL_GAP, x1 + _LABEL_GAP
    wishes = [(left, above), (middle_x, above), (left, middle_y), (middle_x, below), (right, middle_y)]
    last_x, last_y = max(cost.shape[1] - _LABEL_WIDTH, 0), max(cost.shape[0] - _LABEL_HEIGHT, 0)
    places = [(min(max(x, 0), last_x), min(max(y, 0), last_y)) for x, y in wishes]
    return min(places, key=lambda at: _covered(at, cost))


def _covered(at: tuple[int, int], cost: NDArray[np.float64]) -> float:
    x, y = at
    return float(cost[y : y + _LABEL_HEIGHT, x : x + _LABEL_WIDTH].sum())
