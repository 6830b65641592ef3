"""Processes that open hostile files, and the canary that tells whether they did harm."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from security.canary import Canary
from security.pool import Opener, Outcome, worded

from deepintro_desktop.core.errors import DeepIntroError
from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.importers.worker.parent import open_in_helper


@pytest.fixture(scope="session")
def alone() -> Iterator[Opener]:
    """Return a process with the importers and nothing around them, not even variables that forbid."""
    with Opener(guarded=False, forced=False) as opener:
        yield opener


@pytest.fixture(scope="session")
def guarded() -> Iterator[Opener]:
    """Return a process with the guards of the helper around the importers."""
    with Opener(guarded=True) as opener:
        yield opener


@pytest.fixture
def canary(tmp_path: Path) -> Iterator[Canary]:
    """Return a folder for hostile files; the test fails when any harm was done."""
    root = tmp_path / "canary"
    root.mkdir()
    made = Canary(root)
    made.arm()
    yield made
    harm = made.harm()
    made.close()
    assert harm == []


class Ways:
    """Opens a hostile file in every way that it could come in."""

    def __init__(self, openers: tuple[Opener, ...], canary: Canary) -> None:
        self._openers = openers
        self._canary = canary

    def refused(self, path: Path, kind: str = "", says: str = "", **options: Any) -> Outcome:
        """Open a file in each process; it must be refused in words, as the kind of error and saying this.

        No harm may be done. Returns the last outcome.
        """
        found = self.opened(path, **options)
        assert found.is_refusal, found
        assert kind in ("", found.end), found
        assert says in f"{found.what} {found.why} {found.hint}", found
        return found

    def opened(self, path: Path, **options: Any) -> Outcome:
        """Open a file in each process, whatever the end in words is; no harm may be done."""
        options.setdefault("preprocessing", "zero-to-one")
        self._canary.arm()
        for opener in self._openers:
            found = opener.open(path, **options)
            assert not found.is_fault, f"{found.end}: {found.what}\n{found.why}\n{found.trace}"
            assert self._canary.harm() == []
        return found


@pytest.fixture
def ways(alone: Opener, guarded: Opener, canary: Canary) -> Ways:
    """Return both processes, with the canary of this test."""
    return Ways((alone, guarded), canary)


@pytest.fixture
def by_guarded(guarded: Opener, canary: Canary) -> Ways:
    """Return the guarded process alone, for what takes seconds."""
    return Ways((guarded,), canary)


@pytest.fixture
def by_helper(real_helper: None, canary: Canary) -> Any:
    """Return a function that opens a file as the program does: in a fresh helper process of its own."""

    def opened(path: Path, **options: Any) -> Outcome:
        options.setdefault("preprocessing", "zero-to-one")
        canary.arm()
        try:
            imported = open_in_helper(AddNetworkRequest(path, **options))
        except DeepIntroError as error:
            return worded(Outcome(error.kind, error.what, error.why, error.hint))
        return Outcome("opened", f"{imported.manifest.n_classes} classes")

    return opened
