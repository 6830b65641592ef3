"""Recognise files by their first bytes, so that a refusal can say what a file is instead of a picture."""

import zlib

_PICTURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"II+\x00", "TIFF"),
    (b"MM\x00+", "TIFF"),
    (b"BM", "BMP"),
    (b"P1", "PPM"),
    (b"P2", "PPM"),
    (b"P3", "PPM"),
    (b"P4", "PPM"),
    (b"P5", "PPM"),
    (b"P6", "PPM"),
)

_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x89HDF", "an HDF5 file, perhaps a Keras network"),
    (b"\x00\x00\x00\x0cjP", "a JPEG 2000 picture"),
    (b"\xff\x4f\xff\x51", "a JPEG 2000 picture"),
    (b"\x00\x00\x01\x00", "an icon file"),
    (b"8BPS", "a Photoshop document"),
    (b"version https://git-lfs", "a Git LFS pointer, not the file itself"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
)

_BRANDS = {
    b"heic": "a HEIC picture",
    b"heix": "a HEIC picture",
    b"mif1": "a HEIC picture",
    b"avif": "an AVIF picture",
}

_GZIP, _NIFTI_HEADER_BYTES = b"\x1f\x8b", 540
_NIFTI_HEADER_SIZES = (b"\x5c\x01\x00\x00", b"\x00\x00\x01\x5c", b"\x1c\x02\x00\x00", b"\x00\x00\x02\x1c")


def picture_kind(data: bytes) -> str:
    """Return the picture format that the first bytes announce, or an empty text."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    return next((kind for start, kind in _PICTURES if data.startswith(start)), "")


def is_dicom(data: bytes) -> bool:
    """Tell whether this is a DICOM file, with its preamble or without."""
    return data[128:132] == b"DICM" or data[:4] in (b"\x08\x00\x00\x00", b"\x08\x00\x05\x00")


def is_nifti(data: bytes) -> bool:
    """Tell whether this is a NIfTI volume, version 1 or 2, packed by gzip or not."""
    magic = (data[344:346], data[4:6])
    if data[:2] == _GZIP:
        return is_nifti(_unpacked_start(data))
    return data[:4] in _NIFTI_HEADER_SIZES and (b"n+" in magic or b"ni" in magic)


def _unpacked_start(data: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(data[:4096], _NIFTI_HEADER_BYTES)
    except zlib.error:
        return b""


def describe(data: bytes) -> str:
    """Say what a file that is no picture holds, as a noun with its article."""
    for start, text in _OTHERS:
        if data.startswith(start):
            return text
    if data[4:8] == b"ftyp":
        return _BRANDS.get(data[8:12], "a video")
    return _describe_text(data[:4096])


def _describe_text(start: bytes) -> str:
    head = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html")) or b"<html" in head[:512]:
        return "a web page (HTML)"
    if b"<svg" in head[:1024]:
        return "an SVG drawing"
    if head.startswith(b"<?xml"):
        return "an XML document"
    if start and all(byte >= 32 or byte in (9, 10, 12, 13) for byte in start):
        return "text"
    return "data of an unknown kind"
