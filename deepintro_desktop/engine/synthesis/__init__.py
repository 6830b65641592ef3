"""Images that the network cannot tell from a feature, made step by step."""

from deepintro_desktop.engine.synthesis.layers import find_layer, layers_of, usual_layer
from deepintro_desktop.engine.synthesis.problem import Problem, Source, pose
from deepintro_desktop.engine.synthesis.synthesise import Made, make_images, seconds_per_iteration

__all__ = [
    "Made",
    "Problem",
    "Source",
    "find_layer",
    "layers_of",
    "make_images",
    "pose",
    "seconds_per_iteration",
    "usual_layer",
]
