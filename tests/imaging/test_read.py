"""Every picture file is read as what it is, or refused in one clear sentence; nothing else leaks out."""

import errno
import io
import os
import struct
import sys
import threading
import warnings
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from deepintro_desktop.core.errors import UnreadableImageError
from deepintro_desktop.imaging import read as read_module
from deepintro_desktop.imaging import read_file, read_image


def _file(picture, kind="PNG", **options):
    buffer = io.BytesIO()
    picture.save(buffer, format=kind, **options)
    return buffer.getvalue()


def _noise(rng, height=9, width=14, channels=3):
    return rng.integers(0, 256, (height, width, channels), dtype=np.uint8)


def _refusal(source, name=""):
    with pytest.raises(UnreadableImageError) as caught:
        read_image(source, name)
    error = caught.value
    assert error.what.endswith(".")
    assert error.hint.endswith(".")
    assert "\n" not in str(error)
    return error


def test_every_picture_beside_the_checkout_is_read_or_refused_as_its_facts_say(shared_data, expected):
    assert len(expected["images"]) > 40
    for entry in expected["images"]:
        path, facts = shared_data / entry["path"], entry["facts"]
        if path.suffix in (".dcm", ".nii"):
            continue  # they have tests of their own
        if {"error", "decode_error", "note"} & set(facts):
            assert path.name in _refusal(path).what, path
        else:
            image = read_image(path)
            assert image.kind == facts["kind"], path
            assert image.facts["mode"] == facts["mode"], path
            assert image.facts.get("frames", "frame 1 of 1") == f"frame 1 of {facts['frames']}", path
            turned = facts.get("exif_orientation", 1) >= 5
            assert ("orientation" in image.facts) == turned, path
            width, height = reversed(facts["size"]) if turned else facts["size"]
            assert (image.width, image.height) == (width, height), path
            assert image.pixels_hwc_u8.dtype == np.uint8
            assert image.pixels_hwc_u8.shape[2] in (1, 3)
            assert image.pixels_hwc_u8.std() > 0, path


def test_bytes_and_path_give_the_same(shared_data):
    path = shared_data / "images/photos/coffee.png"
    by_path, by_bytes = read_image(path), read_image(path.read_bytes(), path.name)
    assert np.array_equal(by_path.pixels_hwc_u8, by_bytes.pixels_hwc_u8)
    assert by_path.name == by_bytes.name == "coffee.png"
    assert read_file(path) == path.read_bytes()


def test_pictures_of_all_allowed_formats_are_read_by_content(rng, tmp_path):
    pixels = _noise(rng)
    for kind in ("PNG", "TIFF", "BMP", "PPM", "WEBP", "GIF", "JPEG"):
        path = tmp_path / "wrongly-named.txt"
        options = {"lossless": True} if kind == "WEBP" else {}
        path.write_bytes(_file(Image.fromarray(pixels), kind, **options))
        image = read_image(path)
        assert image.kind == kind
        assert image.pixels_hwc_u8.shape == pixels.shape
        if kind not in ("GIF", "JPEG"):
            assert np.array_equal(image.pixels_hwc_u8, pixels), kind


@pytest.mark.parametrize("kind", ["ICO", "TGA", "PCX", "DDS", "SGI"])
def test_formats_outside_the_list_stay_closed(rng, kind):
    assert "not a picture" in _refusal(_file(Image.fromarray(_noise(rng, 16, 16)), kind), "a.png").what


def test_multi_picture_jpeg_is_a_jpeg(rng):
    pictures = [Image.fromarray(_noise(rng)) for _ in range(2)]
    image = read_image(_file(pictures[0], "MPO", save_all=True, append_images=pictures[1:]))
    assert image.kind == "JPEG"
    assert image.facts["frames"] == "frame 1 of 2"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_exif_orientation_is_applied_once(kind, orientation):
    upright = np.zeros((16, 32, 3), np.uint8)
    upright[:8, :8] = 255  # the mark in the upper left corner
    turn_back = {
        1: (),
        2: (Image.Transpose.FLIP_LEFT_RIGHT,),
        3: (Image.Transpose.ROTATE_180,),
        4: (Image.Transpose.FLIP_TOP_BOTTOM,),
        5: (Image.Transpose.TRANSPOSE,),
        6: (Image.Transpose.ROTATE_90,),
        7: (Image.Transpose.TRANSVERSE,),
        8: (Image.Transpose.ROTATE_270,),
    }[orientation]
    stored = Image.fromarray(upright)
    for turn in turn_back:
        stored = stored.transpose(turn)
    exif = Image.Exif()
    exif[0x0112] = orientation
    options = {"quality": 95} if kind == "JPEG" else {}
    image = read_image(_file(stored, kind, exif=exif, **options))
    assert (image.height, image.width) == (16, 32)
    assert image.pixels_hwc_u8[:8, :8].min() > 200
    assert image.pixels_hwc_u8[:, 16:].max() < 50
    assert ("orientation" in image.facts) == (orientation > 1)


def test_senseless_orientation_is_ignored():
    exif = Image.Exif()
    exif[0x0112] = 99
    image = read_image(_file(Image.new("RGB", (4, 2)), exif=exif))
    assert (image.width, "orientation" in image.facts) == (4, False)


def test_damaged_exif_data_do_not_hide_the_picture(rng):
    pixels = _noise(rng)
    exif = Image.Exif()
    exif[0x0112] = 6
    data = _file(Image.fromarray(pixels), "PNG", exif=exif.tobytes()[:20])
    image = read_image(data)
    assert np.array_equal(image.pixels_hwc_u8, pixels)
    assert "damage" in image.facts


def test_grey_stays_grey_and_colour_stays_colour(rng):
    grey = _noise(rng, channels=1)
    image = read_image(_file(Image.fromarray(grey[..., 0])))
    assert np.array_equal(image.pixels_hwc_u8, grey)
    assert read_image(_file(Image.new("1", (3, 2), 1))).pixels_hwc_u8.tolist() == [[[255]] * 3] * 2


def test_transparent_pixels_are_laid_over_white(rng):
    rgba = np.concatenate([_noise(rng), np.zeros((9, 14, 1), np.uint8)], axis=2)
    rgba[:, 7:, 3] = 255
    rgba[0, 0] = (100, 100, 100, 128)
    image = read_image(_file(Image.fromarray(rgba)))
    assert (image.pixels_hwc_u8[1:, :7] == 255).all()
    assert np.array_equal(image.pixels_hwc_u8[:, 7:], rgba[:, 7:, :3])
    assert abs(int(image.pixels_hwc_u8[0, 0, 0]) - 177) <= 1
    assert "white" in image.facts["transparency"]


def test_opaque_alpha_is_no_fact(rng):
    rgba = np.concatenate([_noise(rng), np.full((9, 14, 1), 255, np.uint8)], axis=2)
    image = read_image(_file(Image.fromarray(rgba)))
    assert np.array_equal(image.pixels_hwc_u8, rgba[..., :3])
    assert "transparency" not in image.facts


def test_grey_with_alpha_stays_grey():
    image = read_image(_file(Image.merge("LA", (Image.new("L", (2, 2), 7), Image.new("L", (2, 2), 0)))))
    assert image.pixels_hwc_u8.tolist() == [[[255], [255]], [[255], [255]]]


@pytest.mark.parametrize("mode", ["RGB", "L", "P"])
def test_single_transparent_colour_becomes_white(mode):
    picture = Image.new("RGB", (4, 1), (10, 10, 10))
    picture.putpixel((0, 0), (200, 200, 200))
    picture = picture.convert(mode)
    hidden = picture.getpixel((0, 0))
    image = read_image(_file(picture, transparency=hidden))
    assert image.pixels_hwc_u8[0, 0].min() == 255
    assert image.pixels_hwc_u8[0, 1].max() <= 10
    assert "transparency" in image.facts


def test_palette_becomes_its_colours(rng):
    picture = Image.fromarray(_noise(rng)).quantize(8)
    assert np.array_equal(read_image(_file(picture)).pixels_hwc_u8, np.asarray(picture.convert("RGB")))


def test_cmyk_lab_and_ycbcr_become_rgb():
    colour = Image.new("RGB", (8, 8), (200, 60, 30))
    cmyk = read_image(_file(colour.convert("CMYK"), "TIFF"))
    assert cmyk.pixels_hwc_u8[0, 0].tolist() == [200, 60, 30]
    assert "CMYK" in cmyk.facts["colours"]
    profiles = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
    lab = read_image(_file(ImageCms.profileToProfile(colour, *profiles, outputMode="LAB"), "TIFF"))
    assert np.abs(lab.pixels_hwc_u8[0, 0].astype(int) - (200, 60, 30)).max() <= 3
    assert "Lab" in lab.facts["colours"]


def test_colour_profile_is_named_and_not_applied(rng):
    pixels = _noise(rng)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = read_image(_file(Image.fromarray(pixels), icc_profile=profile))
    assert np.array_equal(image.pixels_hwc_u8, pixels)
    assert "profile" in image.facts


def test_sixteen_bit_grey_is_scaled_by_the_bits_in_use(shared_data):
    for kind in ("PNG", "TIFF"):
        values = np.array([[0, 1000, 4095]], np.uint16)
        image = read_image(_file(Image.fromarray(values), kind))
        assert image.pixels_hwc_u8[0, :, 0].tolist() == [0, 62, 255]
        assert "12 bits" in image.facts["depth"]
    scan = read_image(shared_data / "images/special/ct_16bit_gray.png")
    raw = np.asarray(Image.open(io.BytesIO(read_file(shared_data / "images/special/ct_16bit_gray.png"))))
    assert np.abs(scan.pixels_hwc_u8[..., 0] - raw * (255 / 4095)).max() <= 0.5


def test_float_tiff_is_scaled_and_said(rng):
    values = rng.random((5, 6), dtype=np.float32)
    image = read_image(_file(Image.fromarray(values), "TIFF"))
    assert np.abs(image.pixels_hwc_u8[..., 0] - values * 255).max() <= 0.501
    assert "0..1" in image.facts["depth"]


def test_sixteen_bit_colour_keeps_its_upper_bits_and_says_so():
    row = b"\0" + struct.pack(">6H", *(value * 257 for value in (0, 100, 255, 9, 8, 7)))

    def chunk(name, body):
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 2, 16, 2, 0, 0, 0))
    image = read_image(data + chunk(b"IDAT", zlib.compress(2 * row)) + chunk(b"IEND", b""))
    assert image.pixels_hwc_u8[0].tolist() == [[0, 100, 255], [9, 8, 7]]
    assert "16 bits" in image.facts["depth"]


def test_first_frame_stands_for_an_animation(rng):
    frames = [Image.fromarray(_noise(rng)) for _ in range(3)]
    for kind in ("PNG", "WEBP", "TIFF"):
        options = {"lossless": True} if kind == "WEBP" else {}
        image = read_image(_file(frames[0], kind, save_all=True, append_images=frames[1:], **options))
        assert image.facts["frames"] == "frame 1 of 3", kind
        assert np.array_equal(image.pixels_hwc_u8, np.asarray(frames[0])), kind
        assert image.choices.n_frames == 3, kind


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"<!DOCTYPE html><html><body>404</body></html>", "web page"),
        (b"\n\n <html>", "web page"),
        (b"<?xml version='1.0'?><svg xmlns='x'/>", "SVG"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:ab\n", "LFS pointer"),
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x00\x00\x00\x18ftypheic", "HEIC"),
        (b"\x00\x00\x00\x18ftypmp42", "video"),
        (b"just some words\n", "text"),
        (bytes(range(256)), "unknown"),
        (b"\x00" * 128 + b"DICM" + b"\x00" * 40, "DICOM"),
        (b"\x89PNG\r\n\x1a\n", "damaged"),
        (b"\xff\xd8\xff", "damaged"),
        (b"GIF89a", "damaged"),
        (b"II*\x00\x08\x00\x00\x00", "damaged"),
        (b"BM", "damaged"),
        (b"P6\n3 3\n255\n1", "damaged"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "damaged"),
    ],
)
def test_what_is_no_picture_is_called_what_it_is(content, said):
    error = _refusal(content, "holiday.png")
    assert said in error.message
    assert "holiday.png" in error.what


@pytest.mark.skipif(sys.platform != "linux", reason="names are always text here")
def test_name_that_is_no_text_can_still_be_said(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/h\xfcnd\n.png"))
    path.write_bytes(b"")
    assert _refusal(path).what == "h\ufffdnd\ufffd.png is empty."


def test_folder_missing_and_unreadable_files_are_refused(tmp_path, monkeypatch):
    assert "folder" in _refusal(tmp_path).what
    assert "does not exist" in _refusal(tmp_path / "gone.png").what
    assert _refusal(tmp_path / ("n" * 300 + ".png")).why.startswith("The system says")
    path = tmp_path / "secret.png"
    path.write_bytes(b"x")
    for number, said in ((errno.EACCES, "may not be read"), (errno.EIO, "could not be read")):

        def fail(_, number=number):
            raise OSError(number, os.strerror(number))

        monkeypatch.setattr(Path, "read_bytes", fail)
        assert said in _refusal(path).what


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_pipe_is_refused_without_waiting(tmp_path):
    os.mkfifo(tmp_path / "pipe.png")
    assert "ordinary file" in _refusal(tmp_path / "pipe.png").what


def test_huge_file_is_refused_before_it_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(read_module, "MAX_FILE_BYTES", 10)
    path = tmp_path / "huge.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 20)
    assert "too large" in _refusal(path).what


def test_more_pixels_than_the_limit_are_refused_from_the_header(monkeypatch):
    data = _file(Image.new("L", (1000, 1001)))
    monkeypatch.setattr(read_module, "MAX_MEGAPIXELS", 1)
    monkeypatch.setattr(Image.Image, "load", lambda _: pytest.fail("decoded before the size was checked"))
    assert "1 megapixels; the limit is 1" in _refusal(data, "big.png").why


def test_picture_between_the_limits_of_pillow_and_ours_is_read(monkeypatch):
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 600)
    assert read_image(_file(Image.new("L", (30, 30)))).height == 30


def test_full_memory_is_said(monkeypatch, rng):
    def no_memory(_):
        raise MemoryError

    data = _file(Image.fromarray(_noise(rng)))
    monkeypatch.setattr(read_module, "to_hwc_u8", lambda *_: no_memory(None))
    assert "memory" in _refusal(data, "big.png").what


def test_cut_and_corrupted_files_never_raise_anything_else(shared_data, rng):
    special = sorted((shared_data / "images/special").iterdir())
    small = [path for path in special if path.stat().st_size < 40_000 and "bomb" not in path.name]
    assert len(small) >= 8
    n_refused = 0
    for path in small:
        original = path.read_bytes()
        for _ in range(12):
            data = bytearray(original[: int(rng.integers(1, len(original) + 1))])
            for position in rng.integers(0, len(data), 4):
                data[position] = int(rng.integers(0, 256))
            try:
                read_image(bytes(data), path.name)
            except UnreadableImageError:
                n_refused += 1
    assert n_refused > len(small)


def test_pictures_are_read_by_many_threads_at_once(rng):
    sources = [_noise(rng, 40 + n, 50) for n in range(8)]
    files = [_file(Image.fromarray(pixels)) for pixels in sources]
    with ThreadPoolExecutor(4) as pool:
        for pixels, image in zip(sources * 4, pool.map(read_image, files * 4), strict=True):
            assert np.array_equal(image.pixels_hwc_u8, pixels)


def test_warnings_of_other_threads_pass_through(rng, monkeypatch):
    data = _file(Image.fromarray(_noise(rng)))
    real = read_module.to_hwc_u8

    def meanwhile(picture, facts, view):
        other = threading.Thread(target=lambda: warnings.warn("from elsewhere", RuntimeWarning, stacklevel=1))
        with warnings.catch_warnings(record=False):
            warnings.simplefilter("always", RuntimeWarning)
            other.start()
            other.join()
        return real(picture, facts, view)

    monkeypatch.setattr(read_module, "to_hwc_u8", meanwhile)
    with pytest.warns(RuntimeWarning, match="from elsewhere"):
        image = read_image(data)
    assert "damage" not in image.facts
