"""The guide opens where the person is, is read with mouse or keys, and opens nothing outside itself."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QKeySequence, QShortcut, QTextDocument
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot
from support.stage import Stage
from ui.accessible import icons_without_words, missed_by_tab, out_of_reading_order, unnamed

from deepintro_desktop.ui.dialogs.frame import FramedDialog
from deepintro_desktop.ui.docks.collection_dock import CollectionDock
from deepintro_desktop.ui.guide.document import write_page
from deepintro_desktop.ui.guide.pages import ORDER, load_pages
from deepintro_desktop.ui.guide.places import PLACES, page_for
from deepintro_desktop.ui.guide.window import GuideWindow
from deepintro_desktop.ui.tabs.making_tab import MakingTab
from deepintro_desktop.ui.theme import ThemeManager

NEED_NO_PAGE = {
    # Questions and facts, which say all there is to say themselves.
    "AboutDialog", "ChoiceDialog", "ConfirmDialog", "FactsDialog", "LabelsDialog", "TextDialog",
}  # fmt: skip


@pytest.fixture
def guide(qtbot: QtBot, theme: ThemeManager) -> GuideWindow:
    window = GuideWindow(theme, load_pages("en"))
    qtbot.addWidget(window)
    window.show_page("start")
    window.show()
    return window


def _subclasses(kind: type) -> set[str]:
    return {one.__name__ for sub in kind.__subclasses__() for one in (sub,)} | {
        name for sub in kind.__subclasses__() for name in _subclasses(sub)
    }


def test_every_place_has_a_page_that_exists() -> None:
    assert set(PLACES.values()) <= set(ORDER)


def test_every_dialog_dock_and_tool_has_a_page(stage: Stage) -> None:
    parts = _subclasses(FramedDialog) | _subclasses(CollectionDock) | _subclasses(MakingTab)
    ours = {name for name in parts if not name.startswith(("_", "Fake", "Probe"))}
    assert ours - set(PLACES) - NEED_NO_PAGE == set()
    for part in (stage.tab, stage.window.compare_tab, stage.window.start_page):
        assert type(part).__name__ in PLACES


def test_the_innermost_part_counts(stage: Stage) -> None:
    stage.open_sample()
    assert page_for(stage.tab.area.canvas) == "features"
    assert page_for(stage.tab.area.strip) == "drawing"
    assert page_for(stage.tab.area.legend) == "relevance"
    assert page_for(stage.tab.side.target) == "answers"
    assert page_for(stage.window.images_dock.list) == "images"
    assert page_for(stage.window.synthesis_tab.panel) == "synthesis"
    assert page_for(QWidget()) == page_for(None) == ""


def test_the_menu_opens_the_page_for_where_the_person_is(stage: Stage) -> None:
    stage.program.presenter.start()
    stage.live()
    action = stage.window.actions_by_name["guide"]
    assert action.shortcut().toString() == "F1"
    action.trigger()
    guide = stage.window.help.guide.guide
    assert guide.current() == "start"
    stage.open_sample()
    stage.window.activateWindow()
    stage.window.images_dock.list.setFocus()
    stage.window.help.guide.open_page(page_for(stage.window.images_dock.list))
    assert guide.current() == "images"
    guide.activateWindow()
    stage.window.tools.show_tool(2)
    stage.window.help.guide.open_here(guide.list)
    assert guide.current() == "boundary"
    stage.window.close()
    assert stage.window.help.guide.guide is None


def test_f1_in_a_dialog_opens_its_page(stage: Stage) -> None:
    stage.open_sample()
    stage.window.images_dock.show_view()
    stage.live()
    [dialog] = [one for one in stage.window.findChildren(QDialog) if one.isVisible()]
    [key] = [one for one in dialog.findChildren(QShortcut) if one.key() == QKeySequence(Qt.Key.Key_F1)]
    dialog.controls.slice.slider.setFocus()
    key.activated.emit()
    assert stage.window.help.guide.guide is not None
    assert stage.window.help.guide.guide.current() == "images"
    dialog.reject()
    stage.window.help.guide.close()


def test_links_back_and_forward(guide: GuideWindow) -> None:
    guide.page.anchorClicked.emit(QUrl("shapes"))
    assert guide.current() == "shapes"
    guide.page.anchorClicked.emit(QUrl("https://example.org"))
    guide.page.anchorClicked.emit(QUrl("file:///etc/passwd"))
    assert guide.current() == "shapes"
    guide.list.setCurrentRow(ORDER.index("limits"))
    guide.go_back()
    guide.go_back()
    assert guide.current() == "start"
    assert not guide.back.isEnabled()
    guide.go_forward()
    assert guide.current() == "shapes"
    assert guide.list.currentItem().text() == "The first sample, step by step"


def test_what_is_typed_leaves_the_pages_that_have_it(guide: GuideWindow) -> None:
    guide.search.setText("shapley")
    shown = [guide.list.item(row).text() for row in range(guide.list.count())]
    assert "The four answers" in shown
    assert len(shown) < len(ORDER)
    assert guide.current() != "start"
    guide.search.setText("qqqq")
    assert guide.list.count() == 0
    assert guide.nothing.isVisibleTo(guide)
    guide.search.clear()
    assert guide.list.count() == len(ORDER)


def test_letters_grow_and_pictures_fit(guide: GuideWindow, theme: ThemeManager) -> None:
    page = next(page for page in load_pages("en") if page.name == "shapes")
    heights = []
    for zoom in (1.0, 1.6):
        document = QTextDocument()
        write_page(document, theme, page, width=500, zoom=zoom)
        document.setTextWidth(500)
        assert document.idealWidth() <= 501
        heights.append(document.size().height())
        name = QUrl("pictures/shapes.webp")
        image = document.resource(QTextDocument.ResourceType.ImageResource.value, name)
        assert isinstance(image, QImage)
        assert not image.isNull()
    assert heights[1] > 1.2 * heights[0]
    for _ in range(9):
        guide.zoom_in()
    assert not guide.larger.isEnabled()
    for _ in range(9):
        guide.zoom_out()
    assert not guide.smaller.isEnabled()


def test_the_guide_can_be_used_without_eyes_and_mouse(guide: GuideWindow) -> None:
    assert unnamed(guide) == []
    assert icons_without_words(guide) == []
    assert missed_by_tab(guide) == []
    assert out_of_reading_order(guide.search.parentWidget()) == []
