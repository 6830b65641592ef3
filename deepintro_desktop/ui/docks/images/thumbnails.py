"""Which thumbnails are in memory."""

from collections.abc import KeysView, Sequence


class Thumbnails:
    """The entries whose thumbnails were seen last, at most so many."""

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._seen: dict[str, None] = {}

    @property
    def known(self) -> KeysView[str]:
        """The entries that need not be asked for."""
        return self._seen.keys()

    def touch(self, entry_ids: Sequence[str]) -> None:
        """Say that entries are looked at: they are forgotten last."""
        for entry_id in entry_ids:
            if entry_id in self._seen:
                del self._seen[entry_id]
                self._seen[entry_id] = None

    def add(self, entry_id: str) -> list[str]:
        """Remember an entry, and return those that are forgotten for it."""
        self._seen.pop(entry_id, None)
        self._seen[entry_id] = None
        oldest = list(self._seen)[: max(len(self._seen) - self._capacity, 0)]
        for forgotten in oldest:
            del self._seen[forgotten]
        return oldest
