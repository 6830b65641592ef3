"""Attribution methods under one entry: relevance, gradient × input and sensitivity."""

from deepintro_desktop.engine.attribution.methods import AttributionResult, attribute

__all__ = ["AttributionResult", "attribute"]
