"""Which thumbnails are in memory."""

from collections import OrderedDict
from collections.abc import Iterable


class Thumbnails:
    """The entries whose thumbnails were seen last, at most so many."""

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._seen: OrderedDict[str, None] = OrderedDict()

    def __contains__(self, entry_id: str) -> bool:
        return entry_id in self._seen

    def touch(self, entry_ids: Iterable[str]) -> None:
        """Say that entries are looked at: they are forgotten last."""
        for entry_id in entry_ids:
            if entry_id in self._seen:
                self._seen.move_to_end(entry_id)

    def forget(self, entry_id: str) -> None:
        """Forget an entry whose picture is another now."""
        self._seen.pop(entry_id, None)

    def add(self, entry_id: str) -> list[str]:
        """Remember an entry, and return those that are forgotten for it."""
        self._seen[entry_id] = None
        self._seen.move_to_end(entry_id)
        n_over = max(len(self._seen) - self._capacity, 0)
        return [self._seen.popitem(last=False)[0] for _ in range(n_over)]
