"""From a picture to what the network sees, and from there to the numbers that it is fed."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from deepintro_desktop.core.specification import ChannelOrder, InputSpecification, Resize

_LEVELS = np.arange(256, dtype=np.float64)
_MAX_SCALED_PIXELS = 50_000_000


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a picture lies in the input of a network.

    The picture is resampled to ``scaled_height`` × ``scaled_width``, and its upper left corner lies at row
    ``top`` and column ``left`` of the input (negative: cropped). All numbers are in pixels.
    """

    original_height: int
    original_width: int
    scaled_height: int
    scaled_width: int
    top: int
    left: int
    input_height: int
    input_width: int

    def to_original(self, x: float, y: float) -> tuple[float, float]:
        """Return the point (x, y in pixels) of the picture that lies at a point of the input."""
        return (
            (x - self.left) * self.original_width / self.scaled_width,
            (y - self.top) * self.original_height / self.scaled_height,
        )

    def to_input(self, x: float, y: float) -> tuple[float, float]:
        """Return the point of the input at which a point of the picture lies, even if cropped away."""
        return (
            x * self.scaled_width / self.original_width + self.left,
            y * self.scaled_height / self.original_height + self.top,
        )

    def map_box_back(self, box: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
        """Return the smallest box of whole picture pixels that holds a box of the input.

        Boxes are (x0, y0, x1, y1), end exclusive. Parts on padding are left out: a box on padding alone has
        no area.
        """
        x0, y0 = self.to_original(box[0], box[1])
        x1, y1 = self.to_original(box[2], box[3])
        # A tenth of a millionth of a pixel is rounding, not another pixel.
        left, top = int(np.floor(x0 + 1e-7)), int(np.floor(y0 + 1e-7))
        right, bottom = int(np.ceil(x1 - 1e-7)), int(np.ceil(y1 - 1e-7))
        width, height = self.original_width, self.original_height
        return (
            min(max(left, 0), width),
            min(max(top, 0), height),
            min(max(right, 0), width),
            min(max(bottom, 0), height),
        )

    @property
    def covered_box(self) -> tuple[int, int, int, int]:
        """The part (x0, y0, x1, y1), end exclusive, of the input that shows the picture, not padding."""
        return (
            max(self.left, 0),
            max(self.top, 0),
            min(self.left + self.scaled_width, self.input_width),
            min(self.top + self.scaled_height, self.input_height),
        )


def placement(height: int, width: int, spec: InputSpecification) -> Placement:
    """Return where a picture of that size lies in the input.

    *Stretch* fits both sides and ignores the proportions. *Crop* fits the side that needs more enlarging and
    cuts the other to its middle. *Pad* fits the side that needs less and centres the picture.
    """
    if (height, width) == (spec.height, spec.width) or spec.resize is Resize.STRETCH:
        return Placement(height, width, spec.height, spec.width, 0, 0, spec.height, spec.width)
    down, across = spec.height / height, spec.width / width
    by_height = down >= across if spec.resize is Resize.CROP else down <= across
    if by_height:
        scaled = (spec.height, max(1, int(width * spec.height / height)))
    else:
        scaled = (max(1, int(height * spec.width / width)), spec.width)
    top, left = round((spec.height - scaled[0]) / 2), round((spec.width - scaled[1]) / 2)
    return Placement(height, width, *scaled, top, left, spec.height, spec.width)


def to_input_hwc_u8(pixels_hwc_u8: NDArray[np.uint8], spec: InputSpecification) -> NDArray[np.uint8]:
    """Return what the network sees: the picture at the network's size, before any arithmetic.

    Colour becomes grey by ITU-R 601 before resampling, grey becomes colour by repetition. Resampling is
    Pillow's bilinear filter, whose support grows with the reduction (antialiasing); a picture of the right
    size is not touched.

    Parameters
    ----------
    pixels_hwc_u8 : ndarray
        uint8 [height, width, 3] in RGB order, or uint8 [height, width, 1].
    spec : InputSpecification
        What the network wants.

    Returns
    -------
    ndarray
        uint8 [spec.height, spec.width, 3] in RGB order whatever the network wants, or [..., 1] for grey.
    """
    picture = _picture(pixels_hwc_u8).convert("L" if spec.channels == 1 else "RGB")
    place = placement(picture.height, picture.width, spec)
    values = np.array(_place(picture, place, spec))
    return values[..., None] if values.ndim == 2 else values


def _place(picture: Image.Image, place: Placement, spec: InputSpecification) -> Image.Image:
    size, target = (place.scaled_width, place.scaled_height), (spec.width, spec.height)
    if size[0] * size[1] > max(_MAX_SCALED_PIXELS, target[0] * target[1]):
        # A picture one pixel high: enlarging all of it before the crop would need gigabytes.
        box = place.to_original(0, 0) + place.to_original(*target)
        return picture.resize(target, Image.Resampling.BILINEAR, box=box)
    if picture.size != size:
        picture = picture.resize(size, Image.Resampling.BILINEAR)
    if size == target:
        return picture
    canvas = Image.new(picture.mode, target, _padding(spec))
    canvas.paste(picture, (place.left, place.top))
    return canvas


def affine(spec: InputSpecification) -> tuple[NDArray[np.float64], NDArray[np.float64], tuple[int, ...]]:
    """Return how pixels become input values: ``value[c] = pixel[order[c]] * scale[c] + offset[c]``.

    Returns
    -------
    (ndarray, ndarray, tuple of int)
        ``scale`` and ``offset``, float64 [C] in the order of the network's channels, and for each of these
        the index of the channel in an RGB (or grey) picture.
    """
    std = np.asarray(spec.std, np.float64)
    scale = spec.scale / std
    offset = -np.asarray(spec.mean, np.float64) / std
    return scale, offset, _source_channels(spec)


def input_table(spec: InputSpecification) -> NDArray[np.float32]:
    """Return the input value of each of the 256 pixel values: float32 [C, 256], network channel order."""
    mean, std = np.asarray(spec.mean, np.float64)[:, None], np.asarray(spec.std, np.float64)[:, None]
    return ((_LEVELS * spec.scale - mean) / std).astype(np.float32)


def to_network(image_hwc_u8: NDArray[np.uint8], spec: InputSpecification) -> NDArray[np.float32]:
    """Return what the network is fed: ``(pixel * scale - mean) / std`` per channel, in the network's order.

    Works for patches of any size too. The arithmetic is done in double precision and rounded once.

    Parameters
    ----------
    image_hwc_u8 : ndarray
        uint8 [height, width, C] as :func:`to_input_hwc_u8` returns it.
    spec : InputSpecification
        What the network wants; its size is not looked at.

    Returns
    -------
    ndarray
        float32 [C, height, width].
    """
    table = input_table(spec)
    channels = [table[c][image_hwc_u8[..., source]] for c, source in enumerate(_source_channels(spec))]
    return np.stack(channels)


def input_bounds(spec: InputSpecification) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the smallest and the largest value of each channel: float32 [C] each, network channel order."""
    ends = input_table(spec)[:, [0, 255]]
    return ends.min(axis=1), ends.max(axis=1)


def _source_channels(spec: InputSpecification) -> tuple[int, ...]:
    return {ChannelOrder.RGB: (0, 1, 2), ChannelOrder.BGR: (2, 1, 0), ChannelOrder.GRAY: (0,)}[spec.order]


def _picture(pixels_hwc_u8: NDArray[np.uint8]) -> Image.Image:
    if pixels_hwc_u8.shape[2] == 1:
        return Image.fromarray(np.ascontiguousarray(pixels_hwc_u8[..., 0]))
    return Image.fromarray(np.ascontiguousarray(pixels_hwc_u8))


def _padding(spec: InputSpecification) -> int | tuple[int, ...]:
    """Return the colour that the network sees as nothing: the mean where it is a pixel value, else black."""
    levels = [spec.mean[_source_channels(spec).index(source)] / spec.scale for source in range(spec.channels)]
    colour = tuple(int(level + 0.5) if 0 <= level <= 255 else 0 for level in levels)
    return colour if spec.channels == 3 else colour[0]
