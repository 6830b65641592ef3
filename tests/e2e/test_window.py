"""The real window on the real engine: add, explain, occlude, analyse, close, open again."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from support.tiny import tiny_network, tiny_picture

from deepintro_desktop import bootstrap
from deepintro_desktop.jobs import JobRunner
from deepintro_desktop.settings import SettingsStore
from deepintro_desktop.ui.dialogs.add_network.view import AddNetworkDialog
from deepintro_desktop.ui.dialogs.prompter import DialogPrompter
from deepintro_desktop.ui.main_window.build import Program, build_window
from deepintro_desktop.ui.tabs.occlusion.view import OcclusionTab
from deepintro_desktop.ui.theme import ThemeManager, ThemeMode
from deepintro_desktop.ui.widgets.analysis_card import CardKind
from deepintro_desktop.ui.widgets.canvas import ImageCanvas
from deepintro_desktop.ui.widgets.inputs import NumberBox
from deepintro_desktop.workflows.catalogue import catalogue

PATIENCE_MS = 60_000


@pytest.fixture
def open_program(qtbot, qapp, tmp_path):
    """Return a context manager that opens the program on one library and leaves it properly."""

    @contextmanager
    def opened() -> Iterator[tuple[Program, JobRunner]]:
        context = bootstrap.make_context(tmp_path / "library", "cpu")
        runner = JobRunner(catalogue(), lambda: context, reports_folder=tmp_path / "faults")
        theme = ThemeManager(qapp, ThemeMode.LIGHT)
        settings = SettingsStore(tmp_path / "settings.json")
        program = build_window(theme, runner, settings)
        qtbot.addWidget(program.window)
        program.window.show()
        program.presenter.start()
        try:
            yield program, runner
        finally:
            rest(qtbot, runner)
            program.window.close()
            assert runner.shutdown()
            context.close()
            theme.retire()
        assert not (tmp_path / "faults").exists()

    return opened


def rest(qtbot, runner: JobRunner) -> None:
    """Wait until no job is left."""
    qtbot.waitUntil(lambda: not runner.jobs, timeout=PATIENCE_MS)


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
        _click(qtbot, window.start_page, "Add a model")
        qtbot.waitUntil(lambda: window.findChild(AddNetworkDialog) is not None, timeout=PATIENCE_MS)
        rest(qtbot, runner)
        dialog = window.findChild(AddNetworkDialog)
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
        rest(qtbot, runner)
        assert not window.start_page.isVisible()
        _click(qtbot, window.images_dock, "Add images")
        rest(qtbot, runner)
        tab = window.occlusion_tab
        for name, value in (("Threshold", 2.0), ("Minimum size", 2.0)):
            _box(tab, name).setValue(value)
        rest(qtbot, runner)
        assert tab.features.item_model().rowCount() >= 2
        qtbot.mouseClick(tab.area.canvas, Qt.MouseButton.LeftButton, pos=_place_of(tab.area.canvas, 1))
        rest(qtbot, runner)
        _click(qtbot, tab, "Analyse")
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


def _place_of(canvas: ImageCanvas, number: int) -> QPoint:
    places = (QPoint(x, y) for y in range(0, canvas.height(), 4) for x in range(0, canvas.width(), 4))
    return next(place for place in places if canvas.feature_at(QPointF(place)) == number)


def _said(tab: OcclusionTab) -> list[tuple[str, str]]:
    cards = [tab.side.cards.card(kind).content() for kind in CardKind]
    return [(card.answer, card.detail) for card in cards]


def _click(qtbot, parent: QWidget, name: str) -> None:
    button = next(
        one
        for one in parent.findChildren(QAbstractButton)
        if one.accessibleName() == name and one.isVisible()
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _box(parent: QWidget, name: str) -> NumberBox:
    return next(one for one in parent.findChildren(NumberBox) if one.accessibleName() == name)


def test_sample_opens_on_a_quadrilateral(qtbot, open_program):
    with open_program() as (program, runner):
        program.presenter.open_sample("shapes")
        rest(qtbot, runner)
        assert "quadrilateral-05.png" in program.window.windowTitle()
        assert program.window.occlusion_tab.features.item_model().rowCount() == 4, "one for each corner"
