"""Undo and redo of small immutable values."""

from typing import Generic, TypeVar

T = TypeVar("T")


class History(Generic[T]):
    """A line of values with a place on it; a new value cuts off what was undone."""

    def __init__(self, first: T) -> None:
        self._values = [first]
        self._place = 0

    @property
    def value(self) -> T:
        """The value at the present place."""
        return self._values[self._place]

    @property
    def can_undo(self) -> bool:
        """Whether there is a value before."""
        return self._place > 0

    @property
    def can_redo(self) -> bool:
        """Whether there is a value after."""
        return self._place + 1 < len(self._values)

    def push(self, value: T) -> None:
        """Go on to a new value; an equal one changes nothing."""
        if value != self.value:
            self._values = [*self._values[: self._place + 1], value]
            self._place += 1

    def undo(self) -> T:
        """Go back by one where that is possible."""
        self._place = max(self._place - 1, 0)
        return self.value

    def redo(self) -> T:
        """Go forward by one where that is possible."""
        self._place = min(self._place + 1, len(self._values) - 1)
        return self.value

    def reset(self, first: T) -> None:
        """Forget everything and start at a value."""
        self._values, self._place = [first], 0
