"""Guards around every test: no unexpected log record, no network, nothing of Qt left running or visible."""

import gc
import logging
import socket
import sys
import weakref
from collections.abc import Iterator
from typing import Any

import pytest

_POOL_GRACE_MS = 2000


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def _no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail on a logged warning or worse, unless the test reads ``caplog`` or is marked ``allow_log``."""
    collector = _Collector()
    logger = logging.getLogger("deepintro_desktop")
    logger.addHandler(collector)
    yield
    logger.removeHandler(collector)
    if "caplog" in request.fixturenames or request.node.get_closest_marker("allow_log"):
        return
    if collector.records:
        lines = [f"{record.levelname} {record.name}: {record.getMessage()}" for record in collector.records]
        pytest.fail("unexpected log records:\n" + "\n".join(lines), pytrace=False)


def _is_local(connection: socket.socket, address: Any) -> bool:
    if connection.family not in (socket.AF_INET, socket.AF_INET6):
        return True
    # Windows has no socket pair of its own: the standard library builds one over the loopback address.
    return sys.platform == "win32" and isinstance(address, tuple) and address[0] in ("127.0.0.1", "::1")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Refuse every connection, and fail the test even when the refusal was swallowed."""
    attempts: list[str] = []
    real_connect = socket.socket.connect

    def connect(self: socket.socket, address: Any) -> None:
        if _is_local(self, address):
            real_connect(self, address)
            return
        attempts.append(str(address))
        raise ConnectionRefusedError(f"the tests work without a network; somebody wanted {address}")

    def resolve(host: Any, *_: Any, **__: Any) -> Any:
        attempts.append(str(host))
        raise socket.gaierror(f"the tests work without a network; somebody asked for {host}")

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket.socket, "connect_ex", connect)
    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    yield
    if attempts:
        pytest.fail(f"network connections were tried: {', '.join(attempts)}", pytrace=False)


class _Census:
    """Finds every thread pool and timer among all objects there are.

    Libraries make some hundred thousand objects when they are loaded. Those are looked through once and then
    set aside, so that a test only pays for its own.
    """

    _MANY_MODULES = 100

    def __init__(self) -> None:
        self._n_modules = 0
        self._set_aside: list[weakref.ref[Any]] = []

    def settle(self) -> None:
        """Set aside what is there when much was loaded since the last time."""
        if len(sys.modules) - self._n_modules < self._MANY_MODULES or "PySide6.QtCore" not in sys.modules:
            return
        self._n_modules = len(sys.modules)
        gc.collect()
        found = self.pools_and_timers()
        self._set_aside = [weakref.ref(thing) for things in found for thing in things]
        gc.freeze()

    def pools_and_timers(self) -> tuple[list[Any], list[Any]]:
        """Return all thread pools, and all timers, that have not been destroyed."""
        from PySide6.QtCore import QThreadPool, QTimer
        from shiboken6 import isValid

        pools, timers = [], []
        for thing in (*gc.get_objects(), *(reference() for reference in self._set_aside)):
            if type(thing) is QThreadPool and isValid(thing):
                pools.append(thing)
            elif type(thing) is QTimer and isValid(thing):
                timers.append(thing)
        return pools, timers


_census = _Census()


def pytest_unconfigure() -> None:
    """Let go of what was set aside, or libraries complain of leaks when the process ends."""
    gc.unfreeze()


@pytest.fixture(autouse=True)
def _nothing_of_qt_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail when a test leaves a visible window, a busy thread pool or a running timer behind."""
    uses_qt = {"qtbot", "qapp"} & set(request.fixturenames)
    if uses_qt:
        _census.settle()
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if not uses_qt or widgets is None or widgets.QApplication.instance() is None:
        return
    leftovers = _leftovers_of_qt()
    if leftovers:
        pytest.fail("left behind: " + "; ".join(leftovers), pytrace=False)


def _leftovers_of_qt() -> list[str]:
    from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
    from PySide6.QtWidgets import QApplication

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    found = [f"visible window {widget!r}" for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    pools, timers = _census.pools_and_timers()
    pools.append(QThreadPool.globalInstance())
    found += [f"busy thread pool {pool!r}" for pool in pools if not pool.waitForDone(_POOL_GRACE_MS)]
    found += [f"running timer {timer!r} of {timer.parent()!r}" for timer in timers if timer.isActive()]
    for widget in QApplication.topLevelWidgets():
        widget.hide()
    return found
