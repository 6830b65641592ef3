"""Every way in which a file can store pixels becomes RGB or grey with eight bits per channel."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms, ImageColor

from deepintro_desktop.core.picture_view import AS_IT_COMES, BLACK, WHITE, PictureChoices, PictureView
from deepintro_desktop.imaging import grey
from deepintro_desktop.imaging.levels import Levels

_DEEP_GREY = ("I", "F", "I;16", "I;16L", "I;16B", "I;16N")
_GREY = ("1", "L", "LA", "La")
_NAMES = {WHITE: "white", BLACK: "black"}
_COLOURS = {
    "CMYK": "CMYK converted to RGB without a colour profile",
    "YCbCr": "YCbCr converted to RGB",
    "HSV": "HSV converted to RGB",
    "LAB": "Lab converted to sRGB",
}


def to_hwc_u8(
    picture: Image.Image, facts: dict[str, str], view: PictureView = AS_IT_COMES
) -> tuple[NDArray[np.uint8], PictureChoices]:
    """Return the pixels of a loaded picture of eight bits, and note in ``facts`` what had to be converted.

    Transparent pixels are laid over the background of the view. Embedded colour profiles are not applied:
    networks are trained on pixel values as they stand in the file.

    Returns
    -------
    (ndarray, PictureChoices)
        uint8 [height, width, 1] for grey, else uint8 [height, width, 3] in RGB order; and what of the view
        makes a difference to this picture.
    """
    if picture.mode in _COLOURS:
        facts["colours"] = _COLOURS[picture.mode]
    if "icc_profile" in picture.info:
        facts["profile"] = "an embedded colour profile was not applied"
    is_grey = picture.mode in _GREY
    if picture.mode in ("LA", "La", "RGBA", "RGBa", "PA") or "transparency" in picture.info:
        picture = _over(view.background, picture, facts)
        is_grey &= len(set(ImageColor.getrgb(view.background))) == 1
    if picture.mode == "LAB":
        picture = _lab_to_srgb(picture)
    pixels = np.array(picture.convert("L" if is_grey else "RGB"))
    return pixels[..., None] if is_grey else pixels, PictureChoices(transparent="transparency" in facts)


def deep_levels(picture: Image.Image) -> Levels | None:
    """Return the values of a loaded picture that is grey of more than eight bits; None of any other."""
    return Levels.of(np.asarray(picture)) if picture.mode in _DEEP_GREY else None


def deep_to_hwc_u8(
    levels: Levels, facts: dict[str, str], view: PictureView
) -> tuple[NDArray[np.uint8], PictureChoices]:
    """Return what :func:`to_hwc_u8` returns, of grey of more than eight bits."""
    scaled = grey.to_u8(levels, view.window)
    facts["depth"] = scaled.text
    return scaled.pixels_hw_u8[..., None], PictureChoices(values=scaled.extremes, window=scaled.window)


def _over(background: str, picture: Image.Image, facts: dict[str, str]) -> Image.Image:
    if picture.mode in ("La", "RGBa"):  # premultiplied: these convert only to their plain twin
        picture = picture.convert({"La": "LA", "RGBa": "RGBA"}[picture.mode])
    layered = picture.convert("RGBA")
    if layered.getchannel("A").getextrema() == (255, 255):
        return layered
    facts["transparency"] = f"transparent pixels laid over {_NAMES.get(background, background)}"
    return Image.alpha_composite(Image.new("RGBA", layered.size, background), layered)


def _lab_to_srgb(picture: Image.Image) -> Image.Image:
    lab, srgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
    converted = ImageCms.profileToProfile(picture, lab, srgb, outputMode="RGB")
    if converted is None:
        message = "Lab could not be converted"
        raise OSError(message)
    return converted
