"""The codes with which the objects say what they hold."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydicom.sr.coding import Code

_OURS = "99DEEPINTRO"


def region_category() -> "Code":
    """Return the category of a feature: a place, not a structure of the body."""
    from pydicom.sr.coding import Code

    return Code("309825002", "SCT", "Spatial and Relational Concept")


def region_type() -> "Code":
    """Return what a feature is. No public code says it, and none of a finding would be true."""
    from pydicom.sr.coding import Code

    return Code("FEATURE", _OURS, "Region relevant to an image classifier")


def relevance_share() -> "Code":
    """Return the name of a feature's share of the relevance."""
    from pydicom.sr.coding import Code

    return Code("RELEVANCE", _OURS, "Share of relevance")


def drop_alone() -> "Code":
    """Return the name of how far the certainty falls without a feature."""
    from pydicom.sr.coding import Code

    return Code("DROP", _OURS, "Drop of class probability when occluded")


def procedure() -> "Code":
    """Return what was done."""
    from pydicom.sr.coding import Code

    return Code("EXPLAIN", _OURS, "Explanation of an image classification")


def percent() -> "Code":
    """Return the unit percent."""
    from pydicom.sr.coding import Code

    return Code("%", "UCUM", "percent")
