"""What workflows work with: the library, the device, and what is already in memory."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Generic, TypeVar

from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.records import ImageRecord, NetworkRecord, ProjectRecord
from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.workflows.memo import Memo

if TYPE_CHECKING:
    from deepintro_desktop.core.errors import LibraryError
    from deepintro_desktop.importers import ImportedNetwork
    from deepintro_desktop.library import Library

_log = logging.getLogger(__name__)

Opener = Callable[[AddNetworkRequest, Report], "ImportedNetwork"]
Record = TypeVar("Record")

N_NETWORKS_IN_MEMORY = 2
N_RESULTS_IN_MEMORY = 32
N_PICTURES_IN_MEMORY = 2
"""At full size; one can have 300 MB."""


def open_in_helper(request: AddNetworkRequest, report: Report = SILENT) -> "ImportedNetwork":
    """Open a network file in a process of its own, which no file can make take this one down."""
    from deepintro_desktop.importers.worker import parent

    return parent.open_in_helper(request, report)


def _log_unkept(error: "LibraryError") -> None:
    _log.warning("a result could not be kept: %s", error)


@dataclass(slots=True)
class Visitor(Generic[Record]):
    """Something that is used without being stored: its record and the bytes behind it."""

    record: Record
    content: bytes


@dataclass(slots=True)
class Context:
    """The surroundings of a workflow.

    Parameters
    ----------
    library_folder : Path
        Where the library lies; it is opened when it is first needed.
    device : str
        ``auto``, ``cpu``, ``cuda``, ``cuda:1`` or ``mps``.
    open_network : callable
        Opens the file of a network.
    tell_unkept : callable
        Told, on whatever thread, why a result could not be kept; it is shown all the same.
    """

    library_folder: Path
    device: str = "auto"
    open_network: Opener = open_in_helper
    tell_unkept: Callable[["LibraryError"], object] = _log_unkept
    visiting_networks: dict[str, Visitor[NetworkRecord]] = field(default_factory=dict)
    visiting_images: dict[str, Visitor[ImageRecord]] = field(default_factory=dict)
    networks: Memo = field(default_factory=lambda: Memo(N_NETWORKS_IN_MEMORY))
    results: Memo = field(default_factory=lambda: Memo(N_RESULTS_IN_MEMORY))
    pictures: Memo = field(default_factory=lambda: Memo(N_PICTURES_IN_MEMORY))
    opened_pictures: Memo = field(default_factory=lambda: Memo(1))
    _library: "Library | None" = None
    _project_id: str | None = None
    _lock: RLock = field(default_factory=RLock)

    @property
    def library(self) -> "Library":
        """The library, opened at the first use; raises ``LibraryError`` when it cannot be."""
        with self._lock:
            if self._library is None:
                from deepintro_desktop.library import Library

                self._library = Library.open(self.library_folder)
            return self._library

    @property
    def project_id(self) -> str:
        """The project that is open: networks and images are listed from it, and added to it."""
        with self._lock:
            self._project_id = self.library.projects.current(self._project_id)
            return self._project_id

    def open_project(self, record: ProjectRecord) -> None:
        """Make another project the open one, also for the next start."""
        with self._lock:
            self.library.projects.open(record)
            self._project_id = record.id

    def close(self) -> None:
        """Give the library back."""
        with self._lock:
            if self._library is not None:
                self._library.close()
                self._library, self._project_id = None, None
