"""Files become arrays, arrays become what a network sees, relevance becomes pictures.

What draws features (:mod:`.figures`, :mod:`.outlines`) is imported from there: it needs scipy.
"""

from deepintro_desktop.imaging.colormap import overlay_hwc_u8, relevance_rgba_u8, relevance_scale
from deepintro_desktop.imaging.decoded import DecodedImage
from deepintro_desktop.imaging.png import png_bytes
from deepintro_desktop.imaging.prepare import (
    Placement,
    affine,
    input_bounds,
    input_table,
    placement,
    to_input_hwc_u8,
    to_network,
)
from deepintro_desktop.imaging.read import OpenedPicture, open_picture, read_file, read_image, shown_name
from deepintro_desktop.imaging.thumbnail import smaller_hwc_u8, thumbnail_hwc_u8

__all__ = [
    "DecodedImage",
    "OpenedPicture",
    "Placement",
    "affine",
    "input_bounds",
    "input_table",
    "open_picture",
    "overlay_hwc_u8",
    "placement",
    "png_bytes",
    "read_file",
    "read_image",
    "relevance_rgba_u8",
    "relevance_scale",
    "shown_name",
    "smaller_hwc_u8",
    "thumbnail_hwc_u8",
    "to_input_hwc_u8",
    "to_network",
]
