"""A small memory of values that are costly to make and likely to be asked for again."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import RLock
from typing import TypeVar

T = TypeVar("T")


class Memo:
    """Keeps the values used last; safe to use from several threads.

    The lock is held while a value is made: two threads that want the same thing wait for one computation
    instead of doing it twice.
    """

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._values: OrderedDict[Hashable, object] = OrderedDict()
        self._lock = RLock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return the value of ``key``, making it when it is not remembered."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key]  # type: ignore[return-value]
            value = make()
            self.put(key, value)
            return value

    def put(self, key: Hashable, value: object) -> None:
        """Remember a value, forgetting the one used longest ago when there are too many."""
        with self._lock:
            self._values[key] = value
            self._values.move_to_end(key)
            while len(self._values) > self._capacity:
                self._values.popitem(last=False)

    def forget(self, matches: Callable[[Hashable], bool]) -> None:
        """Drop every value whose key matches."""
        with self._lock:
            for key in [key for key in self._values if matches(key)]:
                del self._values[key]
