"""Layer-wise relevance propagation on the explainable graph: rules, composites, the walk and its ledger."""

from deepintro_desktop.engine.relevance.checks import explainable
from deepintro_desktop.engine.relevance.composites import Composite, composite, default_composite_for, names
from deepintro_desktop.engine.relevance.prepared import PreparedComposite
from deepintro_desktop.engine.relevance.propagate import propagate, propagate_targets

__all__ = [
    "Composite",
    "PreparedComposite",
    "composite",
    "default_composite_for",
    "explainable",
    "names",
    "propagate",
    "propagate_targets",
]
