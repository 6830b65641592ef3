"""Files become arrays, arrays become what a network sees, relevance becomes pictures."""

from deepintro_desktop.imaging.decoded import DecodedImage
from deepintro_desktop.imaging.prepare import (
    Placement,
    affine,
    input_bounds,
    input_table,
    placement,
    to_input_hwc_u8,
    to_network,
)
from deepintro_desktop.imaging.read import read_file, read_image
from deepintro_desktop.imaging.thumbnail import thumbnail_hwc_u8

__all__ = [
    "DecodedImage",
    "Placement",
    "affine",
    "input_bounds",
    "input_table",
    "placement",
    "read_file",
    "read_image",
    "thumbnail_hwc_u8",
    "to_input_hwc_u8",
    "to_network",
]
