"""Every way in which a file can store pixels becomes RGB or grey with eight bits per channel."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms

from deepintro_desktop.imaging import grey

_DEEP_GREY = ("I", "F", "I;16", "I;16L", "I;16B", "I;16N")
_GREY = ("1", "L", "LA", "La")
_COLOURS = {
    "CMYK": "CMYK converted to RGB without a colour profile",
    "YCbCr": "YCbCr converted to RGB",
    "HSV": "HSV converted to RGB",
    "LAB": "Lab converted to sRGB",
}


def to_hwc_u8(picture: Image.Image, facts: dict[str, str]) -> NDArray[np.uint8]:
    """Return the pixels of a loaded picture, and note in ``facts`` what had to be converted.

    Transparent pixels are laid over white. Embedded colour profiles are not applied: networks are trained on
    pixel values as they stand in the file.

    Returns
    -------
    ndarray
        uint8 [height, width, 1] for grey, else uint8 [height, width, 3] in RGB order.
    """
    if picture.mode in _DEEP_GREY:
        values_hw, facts["depth"] = grey.to_u8(np.asarray(picture))
        return values_hw[..., None]
    if picture.mode in _COLOURS:
        facts["colours"] = _COLOURS[picture.mode]
    if "icc_profile" in picture.info:
        facts["profile"] = "an embedded colour profile was not applied"
    is_grey = picture.mode in _GREY
    if picture.mode in ("LA", "La", "RGBA", "RGBa", "PA") or "transparency" in picture.info:
        picture = _over_white(picture, facts)
    if picture.mode == "LAB":
        picture = _lab_to_srgb(picture)
    pixels = np.array(picture.convert("L" if is_grey else "RGB"))
    return pixels[..., None] if is_grey else pixels


def _over_white(picture: Image.Image, facts: dict[str, str]) -> Image.Image:
    if picture.mode in ("La", "RGBa"):  # premultiplied: these convert only to their plain twin
        picture = picture.convert({"La": "LA", "RGBa": "RGBA"}[picture.mode])
    layered = picture.convert("RGBA")
    if layered.getchannel("A").getextrema() == (255, 255):
        return layered
    facts["transparency"] = "transparent pixels laid over white"
    white = Image.new("RGBA", layered.size, "white")
    return Image.alpha_composite(white, layered)


def _lab_to_srgb(picture: Image.Image) -> Image.Image:
    lab, srgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
    converted = ImageCms.profileToProfile(picture, lab, srgb, outputMode="RGB")
    if converted is None:
        message = "Lab could not be converted"
        raise OSError(message)
    return converted
