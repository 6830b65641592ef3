"""Which of several outputs holds one number per class."""

import re
from collections.abc import Mapping

from deepintro_desktop.core.errors import UnsupportedNetworkError, WrongRequestError
from deepintro_desktop.core.records import Choice

_ASIDE = re.compile(r"aux", re.IGNORECASE)
_ANSWER = re.compile(r"logit|prob|pred|class|score|out", re.IGNORECASE)

Shape = tuple[int, ...]


def choose(outputs: Mapping[str, Shape], wish: str, name: str) -> tuple[str, tuple[Choice, ...]]:
    """Return the place of the output to use, and what else there is; ``outputs`` by place, in order.

    Raises
    ------
    WrongRequestError
        The wished output is not there.
    UnsupportedNetworkError
        No output has one number per class; all are named.
    """
    if wish and wish not in outputs:
        raise WrongRequestError(
            f"The network has no output called {wish}.",
            f"It has {', '.join(outputs)}.",
            "Choose one of them, or leave it to the program.",
            names=tuple(outputs),
        )
    candidates = [wish] if wish else [place for place, shape in outputs.items() if _is_classes(shape)]
    if not candidates:
        listed = ", ".join(
            f"{place} [{' × '.join(map(str, ('N', *shape[1:])))}]" for place, shape in outputs.items()
        )
        raise UnsupportedNetworkError(
            f"{name} does not classify pictures.",
            f"It gives {listed or 'nothing'}, not one number per class.",
            "Ask the network's author for a version of it that gives probabilities or logits.",
        )
    if len(outputs) == 1:
        return candidates[0], ()
    order = sorted(candidates, key=lambda place: (bool(_ASIDE.search(place)), not _ANSWER.search(place)))
    others = (*order[1:], *(place for place in outputs if place not in order))
    return order[0], (Choice("output", order[0], others, guessed=not wish),)


def _is_classes(shape: Shape) -> bool:
    return len(shape) >= 2 and all(size == 1 for size in shape[2:])
