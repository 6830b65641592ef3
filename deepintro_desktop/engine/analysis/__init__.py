"""The analysis of features: the four metrics with their certainty, Shapley values and interactions."""

from deepintro_desktop.engine.analysis.answers import Answers
from deepintro_desktop.engine.analysis.evaluations import Evaluate, Evaluations
from deepintro_desktop.engine.analysis.search import DEFAULT_BUDGET, analyse
from deepintro_desktop.engine.analysis.shapley import exact_interactions, exact_shapley
from deepintro_desktop.engine.analysis.spread import spread

__all__ = [
    "DEFAULT_BUDGET",
    "Answers",
    "Evaluate",
    "Evaluations",
    "analyse",
    "exact_interactions",
    "exact_shapley",
    "spread",
]
