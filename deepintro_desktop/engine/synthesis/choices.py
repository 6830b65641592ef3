"""From one detail slider to the numbers of the objective, layer by layer."""

from dataclasses import dataclass

from deepintro_desktop.core.synthesis import Layer, SolverName, SynthesisParameters
from deepintro_desktop.engine.synthesis.priors import Priors

_SPATIAL_WEIGHT, _UNIT_WEIGHT = 100.0, 1e5
"""C at the middle of the slider. Few units leave the picture free; the priors need not compete with them."""
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
    100 for layers with places, and V is twice that of the sources.
    """
    middle = _SPATIAL_WEIGHT if layer.is_spatial else _UNIT_WEIGHT
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
