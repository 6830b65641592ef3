"""Every file of the collection opens as its own library says, after the documented transforms, or is refused.

Pixel values come straight from pydicom, nibabel and Pillow here, and the transforms are written out again.
"""

import warnings
from pathlib import Path

import nibabel
import numpy as np
import pydicom
import pytest
from PIL import Image, ImageOps

from deepintro_desktop.core.errors import UnreadableImageError
from deepintro_desktop.imaging import read_image

REFUSED = {
    "MR_truncated.dcm": "a part of its pixels is missing",
    "decompression_bomb.gif": "megapixels",
    "bomb_60000x60000.png": "3600 megapixels",
    "truncated_jpeg.jpg": "its end is missing",
    "chelsea_half.jpg": "its end is missing",
}


def _rounded(share: np.ndarray) -> np.ndarray:
    return np.floor(np.clip(share, 0, 1) * 255 + 0.5).astype(np.uint8)


def _dicom(path: Path) -> np.ndarray:
    data = pydicom.dcmread(path)
    values = data.pixel_array[0] if int(data.get("NumberOfFrames", 1)) > 1 else data.pixel_array
    if data.SamplesPerPixel == 3:
        return values  # converted to RGB where the file has YBR
    grey = values.astype(float) * float(data.get("RescaleSlope", 1)) + float(data.get("RescaleIntercept", 0))
    if data.get("WindowCenter") is not None:
        centre, width = float(data.WindowCenter), float(data.WindowWidth)
        share = np.select(
            [grey <= centre - 0.5 - (width - 1) / 2, grey > centre - 0.5 + (width - 1) / 2],
            [0.0, 1.0],
            (grey - (centre - 0.5)) / (width - 1) + 0.5,
        )
    else:
        share = (grey - grey.min()) / (grey.max() - grey.min())
    return _rounded(1 - share if data.PhotometricInterpretation == "MONOCHROME1" else share)[..., None]


def _nifti(path: Path) -> np.ndarray:
    volume = nibabel.as_closest_canonical(nibabel.load(path)).get_fdata()
    share = (volume - volume.min()) / (volume.max() - volume.min())
    return _rounded(share[::-1, ::-1, volume.shape[2] // 2].T)[..., None]


def _pillow(path: Path) -> np.ndarray:
    with Image.open(path) as file:
        file.load()
        picture = ImageOps.exif_transpose(file)
    if picture.mode.startswith("I"):
        values = np.asarray(picture).astype(float)
        bits = next(bits for bits in (8, 10, 12, 14, 16) if values.max() < 2**bits)
        return _rounded(values / (2**bits - 1))[..., None]
    if "transparency" in picture.info or picture.mode in ("RGBA", "LA"):
        layer = np.asarray(picture.convert("RGBA")).astype(float)
        alpha = layer[..., 3:] / 255
        return np.rint(layer[..., :3] * alpha + 255 * (1 - alpha)).astype(np.uint8)
    values = np.asarray(picture if picture.mode == "L" else picture.convert("RGB"))
    return values[..., None] if values.ndim == 2 else values


def _files(shared_data: Path) -> list[Path]:
    return sorted(path for path in (shared_data / "images").rglob("*") if path.is_file())


def test_every_file_opens_as_its_library_says_or_is_refused_with_its_reason(shared_data):
    paths = _files(shared_data)
    assert len(paths) > 60
    n_same = 0
    for path in paths:
        if path.name in REFUSED:
            with pytest.raises(UnreadableImageError, match=REFUSED[path.name]) as caught:
                read_image(path)
            assert path.name in caught.value.what
            assert caught.value.hint
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            wanted = {".dcm": _dicom, ".nii": _nifti}.get(path.suffix, _pillow)(path)
        ours = read_image(path).pixels_hwc_u8
        assert ours.shape == wanted.shape, path.name
        # Laying over white rounds once in Pillow and once here.
        tolerance = 1 if "tr" in path.stem and path.suffix == ".png" else 0
        assert np.abs(ours.astype(int) - wanted).max() <= tolerance, path.name
        n_same += 1
    assert n_same == len(paths) - len(REFUSED)


@pytest.mark.parametrize("size", [(3, 3), (1, 1), (1, 500)])
def test_tiny_pictures_are_pictures(rng, tmp_path, size):
    pixels = rng.integers(0, 256, (*size, 3), dtype=np.uint8)
    path = tmp_path / "tiny.png"
    Image.fromarray(pixels).save(path)
    assert np.array_equal(read_image(path).pixels_hwc_u8, pixels)
