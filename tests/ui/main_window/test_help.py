"""The list of shortcuts says what the window really does."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from support.results import make_picture
from support.stage import Stage

from deepintro_desktop.ui.dialogs.keys import KeysDialog
from deepintro_desktop.ui.main_window.help import key_sections, plain_text
from deepintro_desktop.ui.main_window.widget_keys import (
    Keys,
    canvas_keys,
    feature_keys,
    gallery_keys,
    lightbox_keys,
    list_keys,
)
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.feature_list import FeatureView
from deepintro_desktop.ui.widgets.gallery import Tile
from deepintro_desktop.ui.widgets.lightbox import Lightbox, LightboxPicture


@pytest.fixture
def stage(stage: Stage) -> Stage:
    stage.open_sample()
    return stage


def test_every_action_with_a_key_is_listed(stage: Stage) -> None:
    listed = {key for section in key_sections(stage.window) for key, _ in section.keys}
    for menu in stage.window.actions_by_name.menus:
        for action in menu.actions():
            if not action.shortcut().isEmpty():
                native = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                assert native in listed, action.text()


def test_shortcuts_without_a_menu_say_what_they_do(stage: Stage) -> None:
    [section] = [one for one in key_sections(stage.window) if one.title == "Anywhere in the window"]
    assert ("1 – 9", "Occlude a feature, or bring it back") in section.keys
    assert ("Alt+2", "Show the tool Synthesis") in section.keys
    assert all(meaning for _, meaning in section.keys)


def test_words_of_actions_lose_mark_and_dots() -> None:
    assert plain_text("Add a &model…") == "Add a model"
    assert plain_text("This && that") == "This & that"


def takes(widget: QWidget, key: Qt.Key) -> bool:
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    widget.keyPressEvent(event)
    return event.isAccepted()


def check(widget: QWidget, keys: Keys) -> None:
    assert not takes(widget, Qt.Key.Key_F9)
    for some, meaning in keys:
        for key in some:
            assert takes(widget, key), meaning


def test_keys_of_widgets_are_taken_by_them(stage: Stage) -> None:
    stage.prompter.confirms = False
    check(stage.tab.area.canvas, canvas_keys())
    features = stage.tab.features.findChild(FeatureView)
    features.setCurrentIndex(features.model().index(0, 0))
    check(features, feature_keys())
    check(stage.window.images_dock.list, list_keys())
    stage.live()
    assert [title for title, _ in stage.prompter.asked] == ["Rename image", "Remove square.png?"]


def test_keys_of_images_that_were_made_are_taken(qtbot: QtBot, theme: ThemeManager) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    box = Lightbox(theme, parent)
    box.open_at([LightboxPicture(make_picture(1), "1", "")], 0, None)
    check(box, lightbox_keys())
    check(Tile(theme, parent), gallery_keys())


def test_search_leaves_what_mentions_it(stage: Stage) -> None:
    stage.window.actions_by_name["shortcuts"].trigger()
    [dialog] = stage.window.findChildren(KeysDialog)
    assert "Ctrl+M" in dialog.visible_keys()
    dialog.search.setText("add model")
    assert dialog.visible_keys() == ("Ctrl+M",)
    dialog.search.setText("nothing of that kind")
    assert dialog.visible_keys() == ()
    dialog.reject()
