"""Both walks of the guide, done step by step with what their pages name in bold, on the real engine."""

import re
from collections.abc import Iterator

import pytest
from e2e.hands import box, click, menu_entry, open_tab, place_of, rest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QWidget

from deepintro_desktop.ui.guide.pages import load_pages
from deepintro_desktop.ui.main_window.help import plain_text
from deepintro_desktop.ui.widgets.analysis_card import CardKind
from deepintro_desktop.ui.widgets.top5 import Top5

_STEP = re.compile(r"^\d+\. (.*)$", re.MULTILINE)
_BOLD = re.compile(r"\*\*([^*]+)\*\*")


class Walk:
    """The steps of a page: what each names in bold, and its whole text."""

    def __init__(self, page: str) -> None:
        text = next(one.text for one in load_pages("en") if one.name == page)
        self._steps: Iterator[str] = iter(_STEP.findall(text))

    def names(self) -> list[str]:
        """Go to the next step, and return what it names."""
        self.text = next(self._steps)
        return _BOLD.findall(self.text)

    def is_done(self) -> bool:
        """Say whether every step was done."""
        return next(self._steps, None) is None


def sees(parent: QWidget, name: str) -> bool:
    """Say whether a word stands in the window."""
    return any(one.text() == name and one.isVisible() for one in parent.findChildren(QLabel))


def answers(top5: Top5) -> dict[str, float]:
    """Return the shown classes with what is written beside them."""
    return {bar.label: round(bar.probability, 3) for bar in top5.item_model().bars()}


def best(top5: Top5) -> str:
    """Return the class on top."""
    return top5.item_model().bars()[0].label


def press(qtbot, window: QWidget, key: str) -> None:
    """Press the key of a menu entry, where no text is typed."""
    window.activateWindow()
    window.occlusion_tab.area.canvas.setFocus()
    code = QKeySequence(key)[0].key()
    [entry] = [
        one for menu in window.menuBar().actions() for one in menu.menu().actions() if one.shortcut() == key
    ]
    assert entry.isEnabled(), plain_text(entry.text())
    qtbot.keyClick(window.occlusion_tab.area.canvas, code)


@pytest.fixture
def opened(open_program):
    with open_program() as (program, runner):
        yield program, runner


def test_the_walk_through_the_first_sample(qtbot, opened):
    program, runner = opened
    window, tab = program.window, program.window.occlusion_tab
    canvas, walk = tab.area.canvas, Walk("shapes")

    rest(qtbot, runner)
    start, entry, menu = walk.names()
    assert menu_entry(window, menu, entry)
    click(qtbot, window.start_page, start)
    rest(qtbot, runner)

    [prediction] = walk.names()
    assert sees(tab, prediction)
    assert answers(tab.side.top5)["quadrilateral"] >= 0.99

    [features] = walk.names()
    assert sees(tab, features)
    assert tab.features.item_model().rowCount() == 4

    assert walk.names() == []
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place_of(canvas, 1))
    rest(qtbot, runner)
    moved = answers(tab.side.top5)["quadrilateral"]
    assert moved < 0.9

    [back] = walk.names()
    press(qtbot, window, back)
    rest(qtbot, runner)
    assert answers(tab.side.top5)["quadrilateral"] > moved
    _analyse_and_change(qtbot, opened, walk)


def _analyse_and_change(qtbot, opened, walk: Walk) -> None:
    """Go the second half of the way."""
    program, runner = opened
    window, tab = program.window, program.window.occlusion_tab
    canvas = tab.area.canvas

    [analyse] = walk.names()
    click(qtbot, tab, analyse)
    rest(qtbot, runner)
    assert all(tab.side.cards.card(kind).content().answer for kind in CardKind)

    [back] = walk.names()
    qtbot.mouseClick(tab.side.cards.card(CardKind.MINIMUM_TO_OCCLUDE), Qt.MouseButton.LeftButton)
    rest(qtbot, runner)
    assert best(tab.side.top5) == "ellipse"
    press(qtbot, window, back)
    rest(qtbot, runner)
    assert best(tab.side.top5) == "quadrilateral"

    [space] = walk.names()
    before = canvas.grab().toImage()
    canvas.setFocus()
    qtbot.keyPress(canvas, Qt.Key[f"Key_{space}"])
    assert canvas.grab().toImage() != before
    qtbot.keyRelease(canvas, Qt.Key[f"Key_{space}"])

    threshold, reset, _ = walk.names()
    usual = box(tab, threshold).value()
    box(tab, threshold).setValue(10.0)
    rest(qtbot, runner)
    assert tab.features.item_model().rowCount() == 1, "the whole outline is one feature"
    click(qtbot, tab, reset)
    rest(qtbot, runner)
    assert box(tab, threshold).value() == usual
    assert walk.is_done()


def test_the_walk_through_the_second_sample(qtbot, opened):
    program, runner = opened
    window, tab = program.window, program.window.occlusion_tab
    canvas, walk = tab.area.canvas, Walk("marker")

    entry, menu = walk.names()
    menu_entry(window, menu, entry).trigger()
    rest(qtbot, runner)

    walk.names()
    assert best(tab.side.top5) == "lesion"
    first = answers(tab.side.top5)["lesion"]

    [features] = walk.names()
    assert sees(tab, features)
    shares = [row.share for row in tab.features.item_model().rows()]
    assert shares[0] > 0.8

    walk.names()
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place_of(canvas, 1))
    rest(qtbot, runner)
    assert best(tab.side.top5) == "no lesion"
    lost = first - answers(tab.side.top5)["lesion"]
    assert lost == pytest.approx(0.800, abs=0.002)

    [compare] = walk.names()
    open_tab(qtbot, window, compare)
    rest(qtbot, runner)
    second = answers(window.compare_tab.columns[1].top5)
    assert f"{second['no lesion']:.3f}" in walk.text

    models, occlusion = walk.names()
    assert sees(window.networks_dock, models) or window.networks_dock.windowTitle() == models
    networks = window.networks_dock.list
    place = networks.visualRect(networks.model().index(1, 0)).center()
    qtbot.mouseClick(networks.viewport(), Qt.MouseButton.LeftButton, pos=place)
    rest(qtbot, runner)
    open_tab(qtbot, window, occlusion)
    rest(qtbot, runner)
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place_of(canvas, 1))
    rest(qtbot, runner)
    assert best(tab.side.top5) == "no lesion"
    assert f"{answers(tab.side.top5)['no lesion']:.3f}" in walk.text
    assert walk.is_done()
