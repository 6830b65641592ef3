"""The synthesis tab: images that the network cannot tell from a feature."""
