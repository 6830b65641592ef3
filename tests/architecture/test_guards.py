"""The guards around every test bite: each is provoked in a test run of its own."""

from pathlib import Path

import pytest
from support.paths import TESTS

pytest_plugins = ["pytester"]


@pytest.fixture
def guarded(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """Return a pytester whose tests stand under the same guards as ours."""
    pytester.makeconftest((TESTS / "conftest.py").read_text(encoding="utf-8"))
    pytester.makeini(f"[pytest]\npythonpath = {TESTS}\nmarkers = allow_log\nqt_api = pyside6\n")
    return pytester


def _outcome(guarded: pytest.Pytester, body: str) -> tuple[dict[str, int], str]:
    guarded.makepyfile(body)
    result = guarded.runpytest_subprocess("-p", "no:cacheprovider")
    return result.parseoutcomes(), result.stdout.str()


LOGS = """
import logging, pytest
def test_quiet(): logging.getLogger("deepintro_desktop.x").info("fine")
def test_loud(): logging.getLogger("deepintro_desktop.x").warning("careful")
@pytest.mark.allow_log
def test_meant(): logging.getLogger("deepintro_desktop.x").error("on purpose")
def test_read(caplog): logging.getLogger("deepintro_desktop.x").warning("looked at")
"""

NETWORK = """
import socket
def test_connects():
    try:
        socket.create_connection(("127.0.0.1", 9), timeout=1)
    except OSError:
        pass
def test_resolves():
    try:
        socket.getaddrinfo("example.org", 80)
    except OSError:
        pass
def test_nothing(): pass
"""

QT = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
KEPT, EARLY = [], QTimer()
def test_clean(qtbot):
    widget = QWidget(); qtbot.addWidget(widget); widget.show()
def test_window(qapp):
    KEPT.append(QWidget()); KEPT[0].show()
def test_timer(qapp):
    KEPT.append(QTimer()); KEPT[-1].start(100000)
def test_after(qapp):
    KEPT[-1].stop()
def test_early(qapp):
    EARLY.start(100000)
def test_late(qapp):
    EARLY.stop()
"""


def test_log_guard_fails_only_the_unexpected_record(guarded: pytest.Pytester) -> None:
    outcome, text = _outcome(guarded, LOGS)
    assert outcome == {"passed": 4, "errors": 1}
    assert "WARNING deepintro_desktop.x: careful" in text


def test_network_guard_fails_even_when_the_refusal_is_swallowed(guarded: pytest.Pytester) -> None:
    outcome, text = _outcome(guarded, NETWORK)
    assert outcome == {"passed": 3, "errors": 2}
    assert "example.org" in text


def test_qt_guard_fails_visible_windows_and_running_timers(guarded: pytest.Pytester) -> None:
    outcome, text = _outcome(guarded, QT)
    assert outcome == {"passed": 6, "errors": 3}, text
    assert "visible window" in text
    assert "running timer" in text


def test_every_test_has_user_folders_of_its_own(user_folder: Path) -> None:
    import platformdirs

    assert Path(platformdirs.user_data_dir("deepintro")).is_relative_to(user_folder)
    assert Path(platformdirs.user_config_dir("deepintro")).is_relative_to(user_folder)
