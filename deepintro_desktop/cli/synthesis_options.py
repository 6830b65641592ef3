"""Options of images that are made step by step, shared by ``synthesise`` and ``boundary``."""

import argparse
from collections.abc import Callable
from dataclasses import fields

from deepintro_desktop.cli.feature_options import positive
from deepintro_desktop.cli.options import natural
from deepintro_desktop.core.synthesis import (
    Goal,
    Parametrisation,
    SolverName,
    SynthesisParameters,
    Upkeep,
)

_DEFAULT = SynthesisParameters()


def add_synthesis_options(parser: argparse.ArgumentParser, n_iterations: int, n_images: int) -> None:
    """Add how images are made: what everybody needs, and what experts may want."""
    group = parser.add_argument_group("images")
    group.add_argument(
        "--images", type=positive, default=n_images, metavar="N", help=f"how many (default {n_images})"
    )
    group.add_argument("--iterations", type=positive, default=n_iterations, metavar="N")
    group.add_argument(
        "--detail",
        type=between(0.0, 1.0),
        default=_DEFAULT.detail,
        help="0 to 1: how much the representation counts against smoothness (default 0.5)",
    )
    expert = parser.add_argument_group("for experts")
    forms = [form.value for form in Parametrisation]
    expert.add_argument("--parametrisation", choices=forms, default=_DEFAULT.parametrisation.value)
    expert.add_argument("--c", type=above_zero, default=None, help="weight of the representation")
    expert.add_argument("--b", type=above_zero, default=_DEFAULT.typical_norm, help="usual norm of a pixel")
    expert.add_argument("--v", type=above_zero, default=None, help="usual difference of neighbours")
    expert.add_argument("--alpha", type=above_zero, default=_DEFAULT.alpha)
    expert.add_argument("--beta", type=above_zero, default=_DEFAULT.beta)
    expert.add_argument(
        "--distance-weight", type=from_zero, default=0.0, help="weight of the distance to the picture"
    )
    expert.add_argument("--bf16", action="store_true", help="compute the network in bfloat16")


def add_solver_options(parser: argparse.ArgumentParser) -> None:
    """Add what only ``synthesise`` lets people choose."""
    group = parser.add_argument_group("goal and solver")
    group.add_argument("--goal", choices=[goal.value for goal in Goal], default=Goal.MATCH.value)
    group.add_argument(
        "--unit", type=natural, default=0, metavar="N", help="channel, unit or class to maximise"
    )
    group.add_argument("--single-place", action="store_true", help="one unit and not its whole channel")
    group.add_argument("--solver", choices=[name.value for name in SolverName], default=_DEFAULT.solver.value)
    group.add_argument("--from-picture", action="store_true", help="start from the picture, not from noise")
    group.add_argument(
        "--jitter", type=natural, default=None, metavar="PX", help="largest shift per iteration"
    )
    group.add_argument(
        "--norm-bound", type=from_zero, default=_DEFAULT.norm_bound, help="in multiples of --b; 0: none"
    )
    for entry in fields(Upkeep):
        flag = f"--{entry.name.replace('_', '-')}"
        kind: Callable[[str], float | int] = positive if entry.type is int else from_zero
        group.add_argument(
            flag, type=kind, default=entry.default, help="of a maximisation, with adam in pixels"
        )


def parameters_of(options: argparse.Namespace) -> SynthesisParameters:
    """Return the parameters that the options ask for; those that a verb does not have are the usual ones."""
    own = {entry.name: getattr(options, entry.name, entry.default) for entry in fields(Upkeep)}
    return SynthesisParameters(
        goal=Goal(getattr(options, "goal", _DEFAULT.goal)),
        solver=SolverName(getattr(options, "solver", _DEFAULT.solver)),
        parametrisation=Parametrisation(options.parametrisation),
        n_iterations=options.iterations,
        detail=options.detail,
        match_weight=options.c,
        typical_norm=options.b,
        variation=options.v,
        alpha=options.alpha,
        beta=options.beta,
        norm_bound=getattr(options, "norm_bound", _DEFAULT.norm_bound),
        distance_weight=options.distance_weight,
        jitter=getattr(options, "jitter", None),
        from_picture=getattr(options, "from_picture", False),
        half_precision=options.bf16,
        unit=getattr(options, "unit", 0),
        single_place=getattr(options, "single_place", False),
        upkeep=Upkeep(**own),
    )


def between(low: float, high: float) -> Callable[[str], float]:
    """Return a parser of numbers from ``low`` to ``high``."""

    def parse(text: str) -> float:
        value = float(text)
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(f"{text} is not between {low:g} and {high:g}")
        return value

    parse.__name__ = "number"
    return parse


def above_zero(text: str) -> float:
    """Parse a number above 0."""
    value = float(text)
    if not 0 < value < float("inf"):
        raise argparse.ArgumentTypeError(f"{text} is not a number above 0")
    return value


def from_zero(text: str) -> float:
    """Parse a number from 0 on."""
    value = float(text)
    if not 0 <= value < float("inf"):
        raise argparse.ArgumentTypeError(f"{text} is not a number from 0 on")
    return value
