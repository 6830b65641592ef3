"""Synthesis and boundary in the whole window, on made-up verbs: what a person clicks, and what is seen."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.fake_jobs import REFUSAL
from support.stage import Stage

from deepintro_desktop.ui.dialogs.preferences import PreferencesDialog
from deepintro_desktop.ui.theme import ThemeManager

SYNTHESIS, BOUNDARY = 1, 2


def open_tool(stage: Stage, tool: int) -> None:
    stage.open_sample()
    stage.window.tools.show_tool(tool)
    stage.live()


def press(stage: Stage, tab: object) -> None:
    tab.panel.run_box.button.click()
    stage.live()


def test_tabs_change_with_the_keys(stage: Stage, qtbot: QtBot) -> None:
    stage.open_sample()
    assert stage.window.occlusion_tab.undo_button.isVisible()
    stage.window.activateWindow()
    qtbot.keyClick(stage.window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert stage.window.tools.current_tool() == SYNTHESIS
    assert stage.window.synthesis_tab.isVisible()
    assert not stage.window.occlusion_tab.undo_button.isVisible()


def test_actions_of_the_occlusion_tab_are_off_behind_another(stage: Stage) -> None:
    stage.open_sample()
    assert stage.window.actions_by_name["analyse"].isEnabled()
    stage.window.tools.show_tool(SYNTHESIS)
    assert not stage.window.actions_by_name["analyse"].isEnabled()
    stage.window.tools.show_tool(0)
    assert stage.window.actions_by_name["analyse"].isEnabled()


@pytest.mark.parametrize("tool", [SYNTHESIS, BOUNDARY])
def test_without_a_picture_the_tool_says_what_is_missing(stage: Stage, tool: int) -> None:
    stage.program.presenter.start()
    stage.program.presenter.drop([Path("net.onnx")])
    stage.live()
    stage.window.tools.show_tool(tool)
    stage.live()
    tab = stage.window.synthesis_tab if tool == SYNTHESIS else stage.window.boundary_tab
    assert not tab.panel.isVisible()
    asked = []
    tab.action_triggered.connect(asked.append)
    tab._pages.action_triggered.emit("add-images")
    assert asked == ["add-images"]


def test_images_are_made_and_seen_large(stage: Stage) -> None:
    open_tool(stage, SYNTHESIS)
    tab = stage.window.synthesis_tab
    assert tab.panel.run_box.title() == "4 images: about 4\u00a0s"
    press(stage, tab)
    tiles = tab.area.gallery.tiles()
    assert [tile.content().title for tile in tiles] == ["Image 1", "Image 2", "Image 3", "Image 4"]
    assert tab.area.curve.isVisible()
    assert tab.panel.run_box.title() == "4 more: about 4\u00a0s"
    tiles[2].click()
    assert tab.lightbox.isVisible()
    assert "2.20" in tab.lightbox._text.text()
    tab.lightbox.close_box()
    assert not tab.lightbox.isVisible()


def test_order_by_error_is_the_order_of_the_lightbox(stage: Stage) -> None:
    open_tool(stage, SYNTHESIS)
    tab = stage.window.synthesis_tab
    press(stage, tab)
    made = stage.library.made[0]
    result = stage.library.results[made.id]
    best = min(result.images, key=lambda image: image.error)
    tab.area.order.setCurrentIndex(1)
    assert tab.area.entries()[0].seed == best.seed


def test_subjects_layers_and_settings_reach_the_presenter(stage: Stage) -> None:
    open_tool(stage, SYNTHESIS)
    tab, presenter = stage.window.synthesis_tab, stage.program.synthesis
    model = tab.subjects.view.model()
    tab.subjects.view.setCurrentIndex(model.index(0, 0))
    assert not tab.panel.isolation.isEnabled()
    tab.subjects.view.setCurrentIndex(model.index(2, 0))
    tab.panel.bars.layer_chosen.emit("conv")
    tab.panel.isolation.set_choice("centred")
    tab.panel.quality.set_choice("fine")
    tab.panel.n_images.setValue(3)
    tab.panel.detail.setValue(80)
    request = presenter._request()
    assert (request.feature, request.layer, request.isolation.value, request.n_images) == (
        2,
        "conv",
        "centred",
        3,
    )
    assert (request.parameters.n_iterations, request.parameters.detail) == (250, 0.8)
    tab.panel.expert.reset_requested.emit()
    assert presenter._request().parameters.n_iterations == 80
    assert tab.panel.quality.choice() == "standard"


def test_own_iterations_choose_no_quality(stage: Stage) -> None:
    open_tool(stage, SYNTHESIS)
    tab = stage.window.synthesis_tab
    tab.panel.expert._numbers["n_iterations"].setValue(77)
    assert tab.panel.quality.choice() == ""
    assert stage.program.synthesis._request().parameters.n_iterations == 77


def test_a_failed_synthesis_offers_another_try(stage: Stage) -> None:
    open_tool(stage, SYNTHESIS)
    tab = stage.window.synthesis_tab
    stage.library.failure = REFUSAL
    press(stage, tab)
    assert tab.area.notice.isVisible()
    stage.library.failure = None
    tab.area.notice.action_triggered.emit("retry")
    stage.live()
    assert not tab.area.notice.isVisible()
    assert len(tab.area.gallery.tiles()) == 4


def test_what_was_made_comes_back_with_its_picture(stage: Stage) -> None:
    open_tool(stage, SYNTHESIS)
    tab = stage.window.synthesis_tab
    press(stage, tab)
    stage.program.images.select("s2")
    stage.live()
    stage.library.made, kept = [], stage.library.made
    stage.program.images.select("s1")
    stage.library.made = kept
    stage.live()
    assert [tile.content().value for tile in tab.area.gallery.tiles()][0] == "2.00\u00a0% error"


def test_saving_goes_through_the_question_for_a_place(stage: Stage) -> None:
    open_tool(stage, SYNTHESIS)
    tab = stage.window.synthesis_tab
    press(stage, tab)
    stage.prompter.files = (Path("eye.png"),)
    tab.area.gallery.save_requested.emit(1)
    stage.live()
    assert stage.library.saved[0].path == Path("eye.png")


def test_boundary_images_are_made_and_seen(stage: Stage) -> None:
    open_tool(stage, BOUNDARY)
    tab = stage.window.boundary_tab
    assert tab.panel.run_box.title() == "2 images: about 3\u00a0s"
    press(stage, tab)
    assert len(tab.area.cards()) == 2
    way = tab.area.cards()[0].way.tiles()
    assert [tile.content().title for tile in way] == ["Picture", "Step 1", "Step 2", "Boundary"]
    way[3].click()
    assert tab.lightbox.isVisible()
    assert tab.lightbox._title.text() == "Image 1, boundary"


def test_classes_and_ways_of_a_boundary_reach_the_presenter(stage: Stage) -> None:
    open_tool(stage, BOUNDARY)
    tab, presenter = stage.window.boundary_tab, stage.program.boundary
    tab.panel.second.target_chosen.emit(3)
    tab.panel.swap.click()
    tab.panel.start.set_choice("noise")
    tab.panel.mode.set_choice("mean")
    tab.panel.quality.set_choice("draft")
    tab.panel.n_images.setValue(5)
    request = presenter._request()
    assert (request.classes, request.image, request.n_images) == (("3", "0"), "", 5)
    assert request.parameters.mode.value == "mean"
    assert request.parameters.synthesis.n_iterations == 40
    assert tab.panel.layer.isVisible()


@pytest.mark.parametrize("size", [(1100, 700), (1600, 1000)])
def test_both_tabs_paint_in_every_size(stage: Stage, theme: ThemeManager, size: tuple[int, int]) -> None:
    stage.window.resize(*size)
    for tool, tab in ((SYNTHESIS, stage.window.synthesis_tab), (BOUNDARY, stage.window.boundary_tab)):
        open_tool(stage, tool) if tool == SYNTHESIS else stage.window.tools.show_tool(tool)
        press(stage, tab)
        QApplication.sendPostedEvents()
        assert not stage.window.grab().isNull()


def test_the_window_may_close_while_images_grow(stage: Stage) -> None:
    open_tool(stage, SYNTHESIS)
    stage.window.synthesis_tab.panel.run_box.button.click()
    stage.window.close()
    assert stage.prompter.asked[-1][0] == "Stop and leave?"
    assert "Synthesising is not finished." in stage.prompter.asked[-1][1]
    stage.live()
    assert not stage.window.isVisible()


def test_the_tool_that_was_in_front_is_in_front_again(
    stage: Stage, theme: ThemeManager, qtbot: QtBot
) -> None:
    open_tool(stage, BOUNDARY)
    stage.window.close()
    again = Stage(theme, **stage.settings.values)
    qtbot.addWidget(again.window)
    assert again.window.tools.current_tool() == BOUNDARY
    odd = Stage(theme, tool=77)
    qtbot.addWidget(odd.window)
    assert odd.window.tools.current_tool() == 0


def test_preferences_change_look_and_device(stage: Stage, theme: ThemeManager) -> None:
    stage.program.presenter.start()
    stage.live()
    stage.window.actions_by_name["preferences"].trigger()
    stage.live()
    dialog = stage.window.findChild(PreferencesDialog)
    dialog.modes.set_choice("dark")
    dialog.device.setCurrentIndex(2)
    dialog.accept()
    assert theme.is_dark
    assert (stage.settings.values["theme"], stage.settings.values["device"]) == ("dark", "cuda:0")
    checked = [action.data() for action in stage.window._theme_actions.actions() if action.isChecked()]
    assert checked == ["dark"]


def test_the_default_method_explains_a_fresh_pair(theme: ThemeManager, qtbot: QtBot) -> None:
    stage = Stage(theme, default_method="gradient-x-input")
    qtbot.addWidget(stage.window)
    stage.open_sample()
    assert stage.tab.controls.method() == "gradient-x-input"
    assert stage.program.occlusion.feedback_request().source.method == "gradient-x-input"
