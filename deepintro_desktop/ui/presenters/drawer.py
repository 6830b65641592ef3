"""What was made of one network and one picture, in the library or only in this session."""

from collections.abc import Callable, Hashable
from typing import Any, Generic, Protocol, TypeVar

R = TypeVar("R", bound=Hashable)


class Entry(Protocol):
    """Images that were made together, without their pixels."""

    @property
    def id(self) -> str:
        """Names them in the library."""

    @property
    def seeds(self) -> tuple[int, ...]:
        """One for each image."""


class Drawer(Generic[R]):
    """Keeps entries by recipe, that is by all that images have in common except for their seeds.

    Parameters
    ----------
    recipe_of : callable
        Returns an entry's recipe.
    group_of : callable
        Returns what recipes are of, for example a feature; other recipes of the same are offered.
    """

    def __init__(self, recipe_of: Callable[[Any], R], group_of: Callable[[R], Hashable]) -> None:
        self._recipe_of = recipe_of
        self._group_of = group_of
        self._in_library: tuple[Any, ...] = ()
        self._of_session: tuple[Any, ...] = ()
        self._results: dict[str, Any] = {}

    def set_library(self, entries: tuple[Any, ...]) -> None:
        """Take what the library has, newest first; what it has by now is no longer only of this session."""
        known = {self._name(entry): entry.id for entry in entries}
        kept = []
        for entry in self._of_session:
            stored = known.get(self._name(entry))
            if stored is None:
                kept.append(entry)
            else:
                self._results[stored] = self._results.pop(entry.id)
        self._in_library, self._of_session = entries, tuple(kept)

    def add(self, entry: Any, result: Any) -> None:
        """Take what was made just now."""
        self._of_session = (entry, *self._of_session)
        self._results[entry.id] = result

    def add_results(self, ids: tuple[str, ...], results: tuple[Any, ...]) -> None:
        """Take images from the library, in the order of the ids; what cannot be read (None) is forgotten."""
        found = dict(zip(ids, results, strict=True))
        self._results.update({name: result for name, result in found.items() if result is not None})
        self._in_library = tuple(one for one in self._in_library if found.get(one.id, one) is not None)

    def entries(self) -> tuple[Any, ...]:
        """Return everything, newest first, the same seeds of a recipe once."""
        found: dict[tuple[R, tuple[int, ...]], Any] = {}
        for entry in (*self._of_session, *self._in_library):
            found.setdefault(self._name(entry), entry)
        return tuple(found.values())

    def of_recipe(self, recipe: R) -> tuple[Any, ...]:
        """Return what was made by a recipe, by seeds."""
        found = (entry for entry in self.entries() if self._recipe_of(entry) == recipe)
        return tuple(sorted(found, key=lambda entry: entry.seeds))

    def other_recipes(self, recipe: R) -> tuple[R, ...]:
        """Return by which other recipes images of the same were made, newest first."""
        found = dict.fromkeys(self._recipe_of(entry) for entry in self.entries())
        group = self._group_of(recipe)
        return tuple(other for other in found if other != recipe and self._group_of(other) == group)

    def n_images(self, group: Hashable) -> int:
        """Return how many images there are of something."""
        recipes = {self._recipe_of(entry) for entry in self.entries()}
        return sum(len(self.seeds(recipe)) for recipe in recipes if self._group_of(recipe) == group)

    def seeds(self, recipe: R) -> frozenset[int]:
        """Return the seeds of all images of a recipe."""
        return frozenset(seed for entry in self.of_recipe(recipe) for seed in entry.seeds)

    def next_seed(self, recipe: R) -> int:
        """Return the first seed that no image of a recipe has."""
        return 1 + max(self.seeds(recipe), default=-1)

    def result(self, entry: Entry) -> Any | None:
        """Return the images, or None while they have not been read."""
        return self._results.get(entry.id)

    def unread(self, recipe: R, n_others: int) -> tuple[str, ...]:
        """Return the ids of what is seen and not yet read: a recipe's images, and the first of others."""
        wanted = list(self.of_recipe(recipe))
        for other in self.other_recipes(recipe)[:n_others]:
            wanted += self.of_recipe(other)[:1]
        return tuple(entry.id for entry in wanted if entry.id not in self._results)

    def _name(self, entry: Any) -> tuple[R, tuple[int, ...]]:
        return self._recipe_of(entry), entry.seeds
