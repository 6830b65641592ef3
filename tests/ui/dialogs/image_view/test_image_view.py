"""How an image is seen: every choice is seen at once, and nothing changes before it is kept."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.fake_jobs import REFUSAL, FakeNotifier, FakePrompter, FakeRunner, FakeSettings, Recorder
from support.results import make_image, make_network
from support.stage import Stage
from support.views import EVERYTHING, make_seen

from deepintro_desktop.core.picture_view import (
    AS_IT_COMES,
    CT_WINDOWS,
    NO_CHOICES,
    PictureChoices,
    PictureView,
    Window,
)
from deepintro_desktop.jobs.failure import describe_failure
from deepintro_desktop.ui.dialogs.image_view.presenter import ImageViewPresenter
from deepintro_desktop.ui.dialogs.image_view.view import ImageViewDialog
from deepintro_desktop.ui.dialogs.image_view.words import can_be_seen_otherwise, controls_of
from deepintro_desktop.ui.presenters.collection import Services


class Desk:
    """A presenter on fakes."""

    def __init__(self, image=None, network=None, **settings):
        self.runner, self.notifier, self.view = FakeRunner(), FakeNotifier(), Recorder()
        services = Services(self.runner, self.notifier, FakePrompter(), FakeSettings(**settings))
        self.kept = []
        self.presenter = ImageViewPresenter(
            services, image or make_image(), network or make_network(), self.kept.append
        )
        self.presenter.start(self.view)

    @property
    def asked(self) -> PictureView:
        return self.runner.last("see_picture").request.view

    def answer(self, choices: PictureChoices = EVERYTHING, **facts: str) -> None:
        job = self.runner.last("see_picture")
        job.succeed(make_seen(job.request, choices, **facts))


@pytest.fixture
def desk() -> Desk:
    made = Desk()
    made.answer()
    return made


def test_the_present_view_is_shown_first_with_what_the_network_is_given():
    view = PictureView(frame=4)
    desk = Desk(make_image(view=view), make_network("n7"))
    request = desk.runner.last("see_picture").request
    assert (request.view, request.network, request.image) == (view, "n7", "i1")
    desk.answer()
    sight = desk.view.last("show_sight")
    assert sight.input_hwc_u8 is not None
    assert sight.caption == "800 × 600 pixels · window at 40, 400 wide"
    assert desk.view.last("show_controls").frame.place == 4


def test_every_choice_is_looked_at_and_nothing_is_kept(desk):
    for act, view in (
        (lambda: desk.presenter.set_frame(3), PictureView(frame=3)),
        (lambda: desk.presenter.set_axis("coronal"), PictureView(3, "coronal")),
        (lambda: desk.presenter.set_place(7), PictureView(3, "coronal", 7)),
        (lambda: desk.presenter.set_background("#000000"), PictureView(3, "coronal", 7, None, "#000000")),
    ):
        act()
        assert desk.asked == view
        desk.answer()
    desk.presenter.set_axis("sagittal")
    assert desk.asked.place is None
    desk.presenter.set_overlays(drawn=True)
    assert desk.asked.overlays
    desk.presenter.reset()
    assert desk.asked == AS_IT_COMES
    assert desk.runner.count("keep_view") == 0


def test_the_wheel_goes_through_slices_and_stops_at_the_ends(desk):
    desk.presenter.step(2)
    assert desk.asked == PictureView(place=17)
    desk.answer()
    desk.presenter.step(-99)
    assert desk.asked.place == 0
    desk.answer(replace(EVERYTHING, slices=()))
    desk.presenter.step(99)
    assert desk.asked.frame == 11


def test_dragging_changes_the_window_by_shares_of_all_values(desk):
    desk.presenter.drag_window(0.1, -0.05)
    assert desk.asked.window == Window(40.0 - 0.05 * 2400, 400.0 + 0.1 * 2400)
    desk.answer()
    desk.presenter.drag_window(-9.0, 0.0)
    assert desk.asked.window.width == pytest.approx(2.4)
    plain = Desk()
    plain.answer(NO_CHOICES)
    plain.presenter.drag_window(1.0, 1.0)
    assert plain.asked == AS_IT_COMES


def test_controls_follow_at_once_before_the_picture_is_there(desk):
    desk.presenter.set_window(CT_WINDOWS[2].window)
    window = desk.view.last("show_controls").window
    assert window.window == CT_WINDOWS[2].window
    assert window.chosen


def test_keeping_makes_it_the_image_and_closes(desk):
    assert desk.view.last("allow") == (False, False)
    desk.presenter.set_frame(2)
    assert desk.view.last("allow") == (True, True)
    desk.presenter.keep()
    request = desk.runner.last("keep_view").request
    assert (request.image, request.view) == ("i1", PictureView(frame=2))
    assert desk.view.count("close_dialog") == 0
    desk.runner.last("keep_view").succeed()
    assert desk.view.count("close_dialog") == 1
    assert desk.kept == ["i1"]


def test_what_cannot_be_kept_or_seen_is_said_and_the_dialog_stays(desk):
    desk.presenter.set_frame(2)
    desk.runner.last("see_picture").fail(REFUSAL)
    assert desk.view.last("show_failure").what == REFUSAL.what
    assert desk.view.last("allow") == (True, False), "nobody chooses what nobody saw"
    desk.presenter.keep()
    desk.runner.last("keep_view").fail(REFUSAL)
    assert desk.view.count("close_dialog") == 0
    assert desk.notifier.messages


def test_the_patient_is_hidden_until_asked_for_or_wished_for_always():
    scan = replace(make_image(), kind="DICOM")
    desk = Desk(scan)
    assert desk.view.last("show_patient") is None
    assert desk.runner.count("patient_lines") == 0
    desk.presenter.show_patient()
    desk.runner.last("patient_lines").succeed(("Patient: Doe Jane",))
    assert desk.view.last("show_patient") == ("Patient: Doe Jane",)
    assert Desk(scan, show_patient=True).runner.count("patient_lines") == 1
    assert Desk().view.count("show_patient") == 0


def test_only_what_makes_a_difference_can_be_chosen():
    assert controls_of(AS_IT_COMES, NO_CHOICES, "PNG").is_empty
    pages = controls_of(AS_IT_COMES, PictureChoices(n_frames=3), "TIFF")
    assert (pages.frame.name, pages.frame.count, pages.slice) == ("Page", 3, None)
    flat = controls_of(AS_IT_COMES, PictureChoices(slices=(("axial", 1), ("coronal", 5))), "NIfTI")
    assert flat.slice is None
    assert can_be_seen_otherwise(make_image(facts={"slice": "axial slice 1 of 3"}))
    assert not can_be_seen_otherwise(make_image(facts={"mode": "RGB"}))


# --- the dialog itself


@pytest.fixture
def open_dialog(stage: Stage, qtbot: QtBot):
    stage.open_sample()

    def opened(**facts: str) -> ImageViewDialog:
        stage.library.views.facts = facts
        stage.window.images_dock.show_view()
        stage.live()
        return stage.window.findChild(ImageViewDialog)

    return opened


def test_controls_of_the_dialog_ask_for_what_they_say(stage, open_dialog):
    dialog = open_dialog()
    controls = dialog.controls
    controls.slice.slider.setValue(5)
    controls.frame.number.setValue(3)
    controls.axes.set_choice("sagittal")
    controls.window_.named.setCurrentIndex(3)
    controls.window_.named.activated.emit(3)
    controls.background.colours.set_choice("#808080")
    controls.overlays.click()
    stage.live()
    dialog.accept()
    stage.live()
    [record] = [one for one in stage.library.images if one.id == stage.program.images.selected.id]
    assert record.view == PictureView(2, "sagittal", None, CT_WINDOWS[2].window, "#808080", True)
    assert stage.window.findChild(ImageViewDialog) is None


def test_sliders_and_numbers_of_a_window_mean_the_same(stage, open_dialog):
    group = open_dialog().controls.window_
    group.centre_box.setValue(200.0)
    stage.live()
    assert group.centre.value() == round((200.0 + 1000.0) / 2400.0 * 1000)
    group.width_.setValue(500)
    stage.live()
    assert group.width_box.value() == pytest.approx(0.25 * 2 * 2400.0, abs=0.1)
    assert group.named.currentText() == "Own"
    assert group.centre_box.value() == 200.0


def test_mouse_and_wheel_work_on_the_picture(stage, open_dialog):
    dialog = open_dialog()
    picture = dialog.picture
    for kind, at in (
        (QMouseEvent.Type.MouseButtonPress, 100),
        (QMouseEvent.Type.MouseMove, 140),
        (QMouseEvent.Type.MouseButtonRelease, 140),
    ):
        place, button = QPointF(at, 100), Qt.MouseButton.LeftButton
        event = QMouseEvent(kind, place, place, button, button, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(picture, event)
    stage.live()
    assert dialog.controls.window_.width_box.value() == pytest.approx(400.0 + 240.0)
    wheel = QWheelEvent(
        QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, -240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(picture, wheel)
    stage.live()
    assert dialog.controls.slice.number.value() == 18


def test_what_matters_about_the_picture_is_said(open_dialog):
    dialog = open_dialog(annotations="text is burned into the pixels; it may name the patient")
    assert dialog.warning.text() == "Text is burned into the pixels; it may name the patient."
    dialog.show_failure(describe_failure(REFUSAL, "see_picture", None))
    assert REFUSAL.what in dialog.warning.text()


def test_the_window_explains_anew_what_is_seen_otherwise(stage, open_dialog):
    dialog = open_dialog()
    stage.tab.occlude_all()
    stage.live()
    dialog.controls.frame.number.setValue(4)
    stage.live()
    dialog.accept()
    stage.live()
    assert stage.program.occlusion.scene.image.view == PictureView(frame=3)
    assert stage.program.occlusion.scene.subject[1].startswith(stage.program.images.selected.id + ":")
    assert stage.program.occlusion.scene.features is not None


def test_the_button_beside_the_picture_is_there_where_there_is_a_choice(stage):
    stage.open_sample()
    assert stage.tab.area.seen_as.isHidden()
    stage.library.images = [replace(one, facts={"frames": "frame 1 of 9"}) for one in stage.library.images]
    stage.library.images[0] = replace(stage.library.images[0], view=PictureView(frame=1))
    stage.program.images.refresh()
    stage.live()
    assert not stage.tab.area.seen_as.isHidden()
    stage.tab.area.seen_as.click()
    stage.live()
    assert stage.window.findChild(ImageViewDialog).isVisible()
