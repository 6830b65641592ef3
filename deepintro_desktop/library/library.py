"""A library in a folder: networks, images, results, and who may change them."""

import contextlib
import os
from pathlib import Path
from types import TracebackType

from deepintro_desktop.core.errors import LibraryError
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.library import lock, seal
from deepintro_desktop.library.check import check
from deepintro_desktop.library.database import open_for_reading, open_for_writing
from deepintro_desktop.library.events import Events
from deepintro_desktop.library.exchange import Exchange
from deepintro_desktop.library.faults import DATABASE_NAME, as_library_error, damaged, is_full, mapped
from deepintro_desktop.library.feedback import FeedbackEntries
from deepintro_desktop.library.images import Images
from deepintro_desktop.library.networks import Networks
from deepintro_desktop.library.objects import FOLDER_NAME, ObjectStore
from deepintro_desktop.library.projects import Projects
from deepintro_desktop.library.results import Results
from deepintro_desktop.library.writing import Storage

_WANTED = "It was opened for reading only."


class Library:
    """An open library. All of it may be used from any thread.

    Open one with :meth:`open`; close it with :meth:`close` or a ``with`` block.
    """

    def __init__(self, folder: Path, storage: Storage, writer_lock: lock.WriterLock | None) -> None:
        self.folder = folder
        self.projects = Projects(storage)
        self.networks = Networks(storage)
        self.images = Images(storage)
        self.results = Results(storage)
        self.feedback = FeedbackEntries(storage)
        self.events = Events(storage)
        self.exchange = Exchange(storage)
        self._storage = storage
        self._writer_lock = writer_lock

    @classmethod
    def open(cls, folder: Path, *, read_only: bool = False) -> "Library":
        """Open the library in a folder, and make one where there is none.

        Where another process writes to it, or the folder may not be written, it is opened for reading, and
        :attr:`read_only_reason` says why. What an interrupted writer left is cleaned up.

        Raises
        ------
        LibraryError
            When the library is damaged, from a newer version, not a library, or out of reach.
        """
        folder = Path(folder).absolute()
        if read_only:
            return cls._open_for_reading(folder, _WANTED)
        writer_lock, reason = _writer_lock(folder)
        if writer_lock is None:
            return cls._open_for_reading(folder, reason)
        try:
            if not seal.is_broken(folder):
                return cls._open_for_writing(folder, writer_lock)
        except LibraryError as error:
            writer_lock.release()
            return cls._open_full(folder, error)
        except BaseException:
            writer_lock.release()
            raise
        writer_lock.release()
        return cls._open_for_reading(folder, "")

    @classmethod
    def _open_full(cls, folder: Path, error: LibraryError) -> "Library":
        """Open a library for reading that cannot be written for want of space; else say what was said."""
        if not is_full(error):
            raise error
        try:
            return cls._open_for_reading(folder, f"{error.why} {error.hint}")
        except LibraryError:
            raise error from None

    @classmethod
    def _open_for_reading(cls, folder: Path, reason: str) -> "Library":
        is_broken = seal.is_broken(folder)
        storage = Storage(open_for_reading(folder), ObjectStore(folder), seal.BROKEN if is_broken else reason)
        try:
            if is_broken and storage.faults_of_database():
                raise damaged(folder)
        except BaseException:
            storage.database.close()
            raise
        return cls(folder, storage, None)

    @classmethod
    def _open_for_writing(cls, folder: Path, writer_lock: lock.WriterLock) -> "Library":
        objects = ObjectStore(folder)
        _refuse_lost_database(folder, objects)
        _keep_to_the_owner(folder)
        storage = Storage(open_for_writing(folder), objects)
        try:
            with mapped(folder):
                storage.collect_leftovers()
        except BaseException:
            storage.database.close()
            raise
        return cls(folder, storage, writer_lock)

    @property
    def read_only_reason(self) -> str | None:
        """Why the library can only be read, as a sentence, or None when it can be changed."""
        return self._storage.read_only_reason

    def check(self, report: Report = SILENT) -> list[str]:
        """Return every fault of the library as a sentence: database, missing, damaged and stray contents."""
        return check(self._storage, report)

    def close(self) -> None:
        """Close the database and let others write."""
        try:
            self._storage.database.close()
            if self._writer_lock is not None:
                seal.write(self.folder)
        finally:
            if self._writer_lock is not None:
                self._writer_lock.release()

    def __enter__(self) -> "Library":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _writer_lock(folder: Path) -> tuple[lock.WriterLock | None, str]:
    """Return the right to write, or None and why it could not be had."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        held = lock.acquire(folder)
    except OSError as error:
        if (folder / DATABASE_NAME).is_file() and isinstance(error, PermissionError):
            return None, "Its folder may not be written."
        calm = as_library_error(error, folder)
        raise (calm or error) from error
    if held is not None:
        return held, ""
    process = lock.owner(folder)
    return None, f"Another window{f' (process {process})' if process else ''} has it open."


def _keep_to_the_owner(folder: Path) -> None:
    """Take from others what a copy or a careless mask has given them; Windows has other permissions."""
    if os.name != "posix":
        return
    for path, mode in ((folder, 0o700), (folder / FOLDER_NAME, 0o700), (folder / DATABASE_NAME, 0o600)):
        with contextlib.suppress(OSError):
            if path.stat().st_mode & 0o077:
                path.chmod(mode)


def _refuse_lost_database(folder: Path, objects: ObjectStore) -> None:
    """Contents without their database are somebody's data: they must not be collected as leftovers."""
    path = folder / DATABASE_NAME
    with mapped(folder):
        lost = (not path.exists() or path.stat().st_size == 0) and any(True for _ in objects.all())
    if lost:
        raise LibraryError(
            f"The library in {folder} cannot be used.",
            f"{DATABASE_NAME} is missing or empty, but contents are still there.",
            f"Restore {DATABASE_NAME} from a backup, or choose another folder with --library.",
        )
