"""Errors that users or files cause, and nothing else.

Everything here carries a sentence of what happened, why, and what to try. An exception that is not a
:class:`DeepIntroError` (and not :class:`~deepintro_desktop.core.progress.Cancelled`) is a fault of ours.
"""

from typing import ClassVar


class DeepIntroError(Exception):
    """A fault of the input or of the machine, worded for the person in front of it.

    Parameters
    ----------
    what : str
        What happened, one sentence.
    why : str
        The reason, one sentence, or empty when ``what`` says it all.
    hint : str
        What to try next, one sentence.
    **fields
        Facts that a front end may show or translate (file name, limits, operator lists).
    """

    kind: ClassVar[str] = "error"

    def __init__(self, what: str, why: str = "", hint: str = "", **fields: object) -> None:
        super().__init__(what)
        self.what = what
        self.why = why
        self.hint = hint
        self.fields = fields

    @property
    def message(self) -> str:
        """What happened and why, without the hint."""
        return " ".join(part for part in (self.what, self.why) if part)

    def __str__(self) -> str:
        return " ".join(part for part in (self.what, self.why, self.hint) if part)


class WrongRequestError(DeepIntroError):
    """The request itself cannot be met: a class out of range, an unknown method, an impossible parameter."""

    kind = "wrong-request"


class NotFoundError(DeepIntroError):
    """A file, or an entry of the library, does not exist (any more)."""

    kind = "not-found"


class UnreadableProjectError(DeepIntroError):
    """A file is not an exported project, or is a damaged, oversized or newer one."""

    kind = "unreadable-project"


class UnreadableImageError(DeepIntroError):
    """A file is not an image, or is a damaged, oversized or unsupported one."""

    kind = "unreadable-image"


class UnreadableNetworkError(DeepIntroError):
    """A file is not a network, or is a damaged or incomplete one."""

    kind = "unreadable-network"


class UnsupportedNetworkError(DeepIntroError):
    """A network is intact but uses what the program does not do; all such things are listed at once."""

    kind = "unsupported-network"


class UnsafeFileError(DeepIntroError):
    """A file could run code, reach other files or exhaust the machine, and was therefore not opened."""

    kind = "unsafe-file"


class ParityError(DeepIntroError):
    """The converted network does not answer like the original one."""

    kind = "parity"


class ExplanationRefusedError(DeepIntroError):
    """Relevance for this network, composite and target would be wrong; all reasons are listed."""

    kind = "cannot-explain"


class LibraryError(DeepIntroError):
    """The library cannot be opened, read or written: locked, full, damaged or from a newer version."""

    kind = "library"


class OutOfMemoryError(DeepIntroError):
    """The work does not fit into the memory of the device, even in its smallest parts."""

    kind = "out-of-memory"
