"""The real window on the real engine: add, explain, occlude, analyse, close, open again."""

from e2e.hands import PATIENCE_MS, box, click, place_of, rest
from PySide6.QtCore import Qt
from support.tiny import tiny_network, tiny_picture

from deepintro_desktop.ui.dialogs.add_network.view import AddNetworkDialog
from deepintro_desktop.ui.dialogs.prompter import DialogPrompter
from deepintro_desktop.ui.tabs.occlusion.view import OcclusionTab
from deepintro_desktop.ui.widgets.analysis_card import CardKind


def test_from_dropped_files_to_an_analysis_and_back_again(qtbot, tmp_path, open_program):
    network, picture = tiny_network(tmp_path), tiny_picture(tmp_path)
    broken = tmp_path / "notes.png"
    broken.write_text("no picture")
    with open_program() as (program, runner):
        program.presenter.drop([network, picture, broken])
        rest(qtbot, runner)
        program.window.findChild(AddNetworkDialog).accept()
        rest(qtbot, runner)
        tab, desk = program.window.occlusion_tab, program.occlusion
        desk.set_parameter("threshold", 2.0)
        desk.set_parameter("min_size", 2)
        rest(qtbot, runner)
        rows = tab.features.item_model().rowCount()
        assert rows >= 2
        desk.toggle(1)
        rest(qtbot, runner)
        occluded = tab.area.canvas.grab()
        desk.analyse()
        rest(qtbot, runner)
        assert tab.area.canvas.grab().toImage() == occluded.toImage()
        assert program.window.toasts.kept()
    with open_program() as (program, runner):
        rest(qtbot, runner)
        assert program.window.occlusion_tab.features.item_model().rowCount() == rows


def test_from_the_start_page_to_an_analysis_and_the_next_day(qtbot, tmp_path, open_program, monkeypatch):
    """Click what a person clicks; only the system's own dialog of files is stood in for."""
    network, picture = tiny_network(tmp_path), tiny_picture(tmp_path)
    chosen = iter([(network,), (picture,)])
    monkeypatch.setattr(DialogPrompter, "ask_files", lambda _self, _title, _filters, then: then(next(chosen)))
    with open_program() as (program, runner):
        rest(qtbot, runner)
        window = program.window
        assert window.start_page.isVisible()
        click(qtbot, window.start_page, "Add a model")
        qtbot.waitUntil(lambda: window.findChild(AddNetworkDialog) is not None, timeout=PATIENCE_MS)
        rest(qtbot, runner)
        dialog = window.findChild(AddNetworkDialog)
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
        rest(qtbot, runner)
        assert not window.start_page.isVisible()
        click(qtbot, window.images_dock, "Add images")
        rest(qtbot, runner)
        tab = window.occlusion_tab
        for name, value in (("Threshold", 2.0), ("Minimum size", 2.0)):
            box(tab, name).setValue(value)
        rest(qtbot, runner)
        assert tab.features.item_model().rowCount() >= 2
        qtbot.mouseClick(tab.area.canvas, Qt.MouseButton.LeftButton, pos=place_of(tab.area.canvas, 1))
        rest(qtbot, runner)
        click(qtbot, tab, "Analyse")
        rest(qtbot, runner)
        seen = _said(tab)
        assert all(answer for answer, _ in seen)
        title = window.windowTitle()
    with open_program() as (program, runner):
        rest(qtbot, runner)
        window, tab = program.window, program.window.occlusion_tab
        assert window.windowTitle() == title
        assert _said(tab) == seen, "the library answers, nothing is searched again"
        assert program.occlusion._occluded.value == {1}


def _said(tab: OcclusionTab) -> list[tuple[str, str]]:
    cards = [tab.side.cards.card(kind).content() for kind in CardKind]
    return [(card.answer, card.detail) for card in cards]


def test_sample_opens_on_a_quadrilateral(qtbot, open_program):
    with open_program() as (program, runner):
        program.presenter.open_sample("shapes")
        rest(qtbot, runner)
        assert "quadrilateral-05.png" in program.window.windowTitle()
        assert program.window.occlusion_tab.features.item_model().rowCount() == 4, "one for each corner"
