"""The one place that knows where bundled files lie, in a checkout, installed, or frozen."""

import sys
from pathlib import Path


def resource_path(*parts: str) -> Path:
    """Return the path of a bundled file or folder, for example ``resource_path("samples", "shapes")``."""
    frozen = getattr(sys, "_MEIPASS", None)
    base = Path(frozen) if frozen else Path(__file__).resolve().parents[2]
    return base.joinpath("resources", *parts)
