"""File names that every system takes."""

import re
import unicodedata

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)")
_MAX_BYTES = 120
"""Far below the 255 bytes that file systems take: folders and endings need some, too."""


def safe_name(text: str, instead: str = "report") -> str:
    """Return a name for a file or folder that Windows, macOS and Linux take.

    Forbidden characters become ``_``. What cannot be seen goes: control characters, and those that turn the
    direction of writing, with which a name can pretend to end in something else. Letters of every script
    stay. Names of devices (``CON``) get a ``_`` in front.

    Parameters
    ----------
    text : str
        Anything.
    instead : str
        The name where nothing is left of the text.
    """
    visible = "".join(map(_visible, unicodedata.normalize("NFC", text)))
    name = _trimmed(_FORBIDDEN.sub("_", visible))
    name = _trimmed(name.encode()[:_MAX_BYTES].decode(errors="ignore"))
    if not name.strip("_"):
        name = instead
    return f"_{name}" if _RESERVED.match(name) else name


def _visible(character: str) -> str:
    """Return a character, or what stands for one that cannot be seen; joiners of emoji and scripts stay."""
    category = unicodedata.category(character)
    if category in ("Zs", "Zl", "Zp") or character in "\t\r\n":
        return " "
    if character in "\u200c\u200d":
        return character
    return "" if category in ("Cc", "Cf", "Cs", "Cn", "Co") else character


def _trimmed(name: str) -> str:
    """Take away spaces at both ends, dots that hide a file, and dots that Windows drops."""
    return re.sub(r"\s+", " ", name).strip(" .\u200c\u200d")
