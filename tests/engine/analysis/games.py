"""Made-up networks for the analysis: random probabilities for every subset, and the slow truth about them."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from math import factorial

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.results import ClassScore, Prediction


@dataclass
class Game:
    """Probabilities of every subset: float64 [2**n, n_classes]; counts what is asked."""

    table: NDArray[np.float64]
    n: int
    n_asked: int = 0

    def __call__(self, masks: NDArray[np.bool_]) -> NDArray[np.float64]:
        assert masks.dtype == np.bool_ and masks.shape[1] == self.n
        self.n_asked += len(masks)
        return self.table[(masks * (1 << np.arange(self.n))).sum(axis=1)]

    @property
    def original(self) -> Prediction:
        return prediction(self.table[0])


def prediction(probabilities: NDArray[np.float64]) -> Prediction:
    best = int(probabilities.argmax())
    score = ClassScore(best, f"label {best}", float(probabilities[best]), 0.0)
    labels = tuple(f"label {i}" for i in range(len(probabilities)))
    return Prediction((score,), np.log(probabilities), probabilities, labels)


def random_game(rng: np.random.Generator, n: int, n_classes: int = 3, rounded: bool = False) -> Game:
    """Return a game without any order: no monotony, and with ``rounded`` many ties."""
    logits = rng.normal(size=(1 << n, n_classes)) * rng.choice([0.3, 1.0, 3.0])
    logits[:, 0] += rng.choice([-3.0, 0.0, 1.0, 3.0])
    if rounded:
        logits = np.round(logits)
    values = np.exp(logits)
    return Game(values / values.sum(axis=1, keepdims=True), n)


def smooth_game(rng: np.random.Generator, n: int, n_classes: int = 4) -> Callable:
    """Return a game for any n: logits are a quadratic function of what is visible."""
    linear = rng.normal(size=(n, n_classes))
    pairs = rng.normal(size=(n, n, n_classes)) * 0.2
    linear[:, 0] = np.abs(linear[:, 0])

    def evaluate(masks: NDArray[np.bool_]) -> NDArray[np.float64]:
        visible = (~masks).astype(float)
        logits = visible @ linear + np.einsum("bi,bj,ijc->bc", visible, visible, pairs)
        values = np.exp(logits - logits.max(axis=1, keepdims=True))
        return values / values.sum(axis=1, keepdims=True)

    return evaluate


@dataclass
class Truth:
    """What all subsets say, looked at one by one; sets are sorted tuples of feature numbers from 1."""

    largest_change: tuple[int, ...] | None
    most_important: tuple[int, ...] | None
    keep_size: int | None
    occlude_size: int | None


def truth(game: Game, target: int) -> Truth:
    everything = set(range(game.n))
    change, keep, occlude = None, None, None
    for size in range(game.n + 1):
        for chosen in combinations(range(game.n), size):
            row = game.table[sum(1 << i for i in chosen)]
            rest = game.table[sum(1 << i for i in everything - set(chosen))]
            if row[target] < game.table[0, target] and (change is None or row[target] < change[0]):
                change = (row[target], chosen)
            if keep is None and int(np.argmax(rest)) == target:
                keep = size
            if occlude is None and int(np.argmax(row)) != target:
                occlude = size
    singles = [(game.table[1 << i, target], i) for i in range(game.n)]
    return Truth(
        tuple(i + 1 for i in change[1]) if change else None,
        (min(singles)[1] + 1,) if singles else None,
        keep,
        occlude,
    )


def shapley_twin(game: Game, target: int) -> NDArray[np.float64]:
    """Shapley values by their definition, over visible sets, one term at a time."""
    n, full = game.n, (1 << game.n) - 1
    values = np.zeros(n)
    for i in range(n):
        others = [k for k in range(n) if k != i]
        for size in range(n):
            weight = factorial(size) * factorial(n - size - 1) / factorial(n)
            for visible in combinations(others, size):
                mask = full ^ sum(1 << k for k in visible)
                values[i] += weight * (game.table[mask ^ 1 << i, target] - game.table[mask, target])
    return values


def interaction_twin(game: Game, target: int) -> NDArray[np.float64]:
    """The Shapley interaction index by its definition, over visible sets."""
    n, full = game.n, (1 << game.n) - 1
    values = np.zeros((n, n))
    for i, j in combinations(range(n), 2):
        others = [k for k in range(n) if k not in (i, j)]
        for size in range(n - 1):
            weight = factorial(size) * factorial(n - size - 2) / factorial(n - 1)
            for visible in combinations(others, size):
                hidden = full ^ sum(1 << k for k in visible)
                v = game.table[:, target]
                change = v[hidden ^ 1 << i ^ 1 << j] - v[hidden ^ 1 << i] - v[hidden ^ 1 << j] + v[hidden]
                values[i, j] += weight * change
    return values + values.T
