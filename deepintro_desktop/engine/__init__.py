"""Computation on arrays: graph, relevance, features, occlusion, analysis. No files, no Qt, no SQL."""
