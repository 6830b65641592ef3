"""From one detail slider to the numbers of the objective, layer by layer."""

from dataclasses import dataclass

from deepintro_desktop.core.synthesis import Goal, Layer, SolverName, SynthesisParameters
from deepintro_desktop.engine.synthesis.priors import Priors

_WEIGHTS: dict[Goal, tuple[float, float]] = {
    Goal.MATCH: (100.0, 1e5),
    Goal.CARICATURE: (1.0, 1.0),
    Goal.MAXIMISE: (1.0, 0.1),
}
"""C at the middle of the slider, for layers with places and without.

To match few units leaves the picture free, and the priors need not compete with them. What is to be large and
not to be met has no end: with more weight the pictures become black and white in pure colours.
"""
_USUAL_CONTRAST = 6.5
"""B / V of the sources."""
_JITTER_SHARE = 4


@dataclass(frozen=True, slots=True)
class Choices:
    """C, the priors, and the largest shift in pixels."""

    weight: float
    priors: Priors
    jitter: int


def choose(parameters: SynthesisParameters, layer: Layer) -> Choices:
    """Return the numbers for a layer; those that the parameters fix stay.

    The detail slider, 0 to 1, moves C over two powers of ten and V over a factor of four; at its middle C is
    100 to match layers with places, and V is twice that of the sources.
    """
    middle = _WEIGHTS[parameters.goal][0 if layer.is_spatial else 1]
    weight = middle * 10.0 ** (2.0 * parameters.detail - 1.0)
    variation = parameters.typical_norm / _USUAL_CONTRAST * 4.0**parameters.detail
    jitter = 0 if parameters.solver is SolverName.LBFGS else layer.stride // _JITTER_SHARE
    return Choices(
        weight if parameters.match_weight is None else parameters.match_weight,
        Priors(
            parameters.typical_norm,
            variation if parameters.variation is None else parameters.variation,
            parameters.alpha,
            parameters.beta,
            parameters.distance_weight,
            parameters.norm_bound * parameters.typical_norm,
        ),
        jitter if parameters.jitter is None else parameters.jitter,
    )
