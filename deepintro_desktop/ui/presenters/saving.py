"""Names for files that a person saves."""

import re

_ODD = re.compile(r"[^\w.-]+")


def file_name(*parts: str, suffix: str = ".png") -> str:
    """Return a file name from words: what no system forbids, joined by hyphens."""
    cleaned = (_ODD.sub("_", part).strip("_.") for part in parts)
    return "-".join(part for part in cleaned if part)[:120] + suffix
