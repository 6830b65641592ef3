"""From a relevance map to features: clustering, k-means for comparison, merging."""

from deepintro_desktop.engine.features.cluster import cluster, measure

__all__ = ["cluster", "measure"]
