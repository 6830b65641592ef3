from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deepintro_desktop.ui.theme import ThemeManager, ThemeMode
from deepintro_desktop.ui.widgets.buttons import IconButton, PushButton
from deepintro_desktop.ui.widgets.toast import (
    BOTTOM_STRIP,
    CANVAS_FOOT,
    RIGHT_COLUMN,
    Message,
    ToastHost,
    ToastKind,
)

HERE = Message(ToastKind.WARNING, "Already here", "dog (copy).jpg has the same content as dog.jpg.")
DONE = Message(ToastKind.INFO, "Analysis finished", "Four answers.", "Show", "analysis")
BAD = Message(
    ToastKind.ERROR, "Not an image", "notes.txt could not be read as an image. Nothing was added. " * 3
)


@pytest.fixture
def host(theme: ThemeManager, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[ToastHost]:
    monkeypatch.setattr(ThemeManager, "duration", lambda _self, _ms: 0)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    result = ToastHost(theme, window)
    result.set_bottom_inset(30)
    yield result
    result.close_all()


def test_newest_is_lowest_and_all_stay_apart(host: ToastHost) -> None:
    toasts = [host.show_message(message) for message in (HERE, BAD)]
    boxes = [toast.geometry() for toast in toasts]
    assert boxes[1].bottom() == 600 - 30 - 16 - 1
    assert boxes[1].right() == 900 - 16 - 1 and boxes[1].width() == 360
    assert boxes[0].bottom() + 10 == boxes[1].top() - 1
    assert boxes[1].height() > boxes[0].height()


def test_at_most_two_are_seen_and_the_rest_wait(host: ToastHost) -> None:
    first, second, third = [host.show_message(message) for message in (HERE, DONE, BAD)]
    assert host.visible_toasts() == (first, second) and third.isHidden() and not third._timer.isActive()
    assert host.show_message(BAD) is third and len(host.kept()) == 3
    first._timer.timeout.emit()
    assert host.visible_toasts() == (second, third) and third._timer.isActive()
    host.show_message(HERE)
    host.close_all()
    assert host.visible_toasts() == ()


def test_stack_stays_beside_the_right_column(host: ToastHost) -> None:
    toast = host.show_message(HERE)
    host.set_right_inset(300)
    assert toast.geometry().right() == 900 - 300 - 17
    host.set_right_inset(0)
    toast.window().setProperty(RIGHT_COLUMN, 280)
    toast.window().resize(1000, 600)
    toast.window().grab()
    assert toast.geometry().right() == 1000 - 280 - 17
    host.set_right_inset(800)
    assert toast.geometry().right() == 1000 - 17


def test_stack_stays_above_a_strip_with_buttons(host: ToastHost) -> None:
    toast = host.show_message(HERE)
    toast.window().setProperty(BOTTOM_STRIP, 90)
    assert toast.geometry().bottom() == 600 - 30 - 90 - 17
    toast.window().setProperty(BOTTOM_STRIP, 0)
    assert toast.geometry().bottom() == 600 - 30 - 17


def test_stack_stays_above_the_controls_under_the_picture(host: ToastHost) -> None:
    toast = host.show_message(HERE)
    before = toast.geometry().bottom()
    toast.window().setProperty(CANVAS_FOOT, 36)
    assert toast.geometry().bottom() == before - 36
    toast.window().setProperty(BOTTOM_STRIP, 90)  # the strip lies over these controls and knows them
    assert toast.geometry().bottom() == before - 90


def test_stack_follows_the_window(host: ToastHost) -> None:
    toast = host.show_message(HERE)
    toast.window().resize(1200, 800)
    QApplication.sendPostedEvents()
    toast.window().grab()
    assert toast.geometry().right() == 1200 - 17 and toast.geometry().bottom() == 800 - 47


def test_same_message_is_shown_once(host: ToastHost) -> None:
    assert host.show_message(HERE) is host.show_message(HERE)
    assert len(host.visible_toasts()) == 1 and host.kept() == (HERE,)


def test_closing_one_keeps_it_in_the_list(host: ToastHost) -> None:
    first, second = host.show_message(HERE), host.show_message(BAD)
    low = second.geometry().bottom()
    second.findChild(IconButton).click()
    assert host.visible_toasts() == (first,)
    assert first.geometry().bottom() == low
    assert host.kept() == (HERE, BAD) and host.unread() == 2


def test_reading_and_clearing_the_list(host: ToastHost, qtbot: QtBot) -> None:
    host.show_message(HERE)
    with qtbot.waitSignal(host.kept_changed, timeout=1000):
        host.mark_read()
    assert host.unread() == 0 and host.kept()
    host.clear_kept()
    assert host.kept() == ()


def test_link_tells_its_key_and_closes(host: ToastHost, qtbot: QtBot) -> None:
    toast = host.show_message(DONE)
    with qtbot.waitSignal(host.action_triggered, timeout=1000) as caught:
        toast.findChild(PushButton).click()
    assert caught.args == ["analysis"] and host.visible_toasts() == ()


def test_time_runs_out_but_not_under_the_pointer(host: ToastHost) -> None:
    toast = host.show_message(HERE)
    assert toast._timer.isActive() and toast._timer.interval() == ToastKind.WARNING.value[3]
    QApplication.sendEvent(toast, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
    assert not toast._timer.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast._timer.isActive()
    toast._timer.timeout.emit()
    assert host.visible_toasts() == ()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_toasts_paint(host: ToastHost, theme: ThemeManager, mode: str) -> None:
    theme.set_mode(ThemeMode(mode))
    for message in (HERE, DONE, BAD):
        toast = host.show_message(message)
        assert not toast.grab().isNull()
        assert toast.accessibleName() == message.title
