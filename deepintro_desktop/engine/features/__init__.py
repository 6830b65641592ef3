"""From a relevance map to features: clustering, merging, a person's edits, and how two sets agree."""

from deepintro_desktop.engine.features.agreement import best_pairs, correlation, overlap
from deepintro_desktop.engine.features.cluster import cluster, measure
from deepintro_desktop.engine.features.edit import apply_edits
from deepintro_desktop.engine.features.split import split_along, split_pieces

__all__ = [
    "apply_edits",
    "best_pairs",
    "cluster",
    "correlation",
    "measure",
    "overlap",
    "split_along",
    "split_pieces",
]
