"""From a relevance map to features: clustering, k-means for comparison, merging, a person's edits."""

from deepintro_desktop.engine.features.cluster import cluster, measure
from deepintro_desktop.engine.features.edit import apply_edits
from deepintro_desktop.engine.features.split import split_along, split_pieces

__all__ = ["apply_edits", "cluster", "measure", "split_along", "split_pieces"]
