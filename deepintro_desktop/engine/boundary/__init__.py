"""Images that a network sees as between two classes."""

from deepintro_desktop.engine.boundary.boundary import (
    Between,
    BoundaryProblem,
    make_boundaries,
    most_evaluations,
    pose_boundary,
)
from deepintro_desktop.engine.boundary.goals import check_classes

__all__ = [
    "Between",
    "BoundaryProblem",
    "check_classes",
    "make_boundaries",
    "most_evaluations",
    "pose_boundary",
]
