"""Telling a lack of memory from other faults: every library says it in its own words."""

_SIGNS = (
    "bad allocation",
    "bad_alloc",
    "bfcarena",
    "can't allocate memory",
    "defaultcpuallocator",
    "failed to allocate",
    "not enough memory",
    "out of memory",
)


def is_shortage(error: BaseException) -> bool:
    """Whether torch or onnxruntime only says that memory is short."""
    text = str(error).lower()
    return isinstance(error, MemoryError) or any(sign in text for sign in _SIGNS)
