"""Computation on arrays: the explainable graph, relevance, features, occlusion, analysis. No files, no Qt, no SQL."""
