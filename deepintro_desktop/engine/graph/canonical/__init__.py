"""Rewrites of a graph that keep its function and make relevance independent of how it was written down."""
