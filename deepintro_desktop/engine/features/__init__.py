"""From a relevance map to features: clustering, k-means for comparison, merging, and how two sets agree."""

from deepintro_desktop.engine.features.agreement import best_pairs, correlation, overlap
from deepintro_desktop.engine.features.cluster import cluster, measure

__all__ = ["best_pairs", "cluster", "correlation", "measure", "overlap"]
