"""The dialog that adds models: one after another, what is asked, what is stored, what is given back."""

from dataclasses import dataclass, field, replace
from json import loads
from pathlib import Path
from typing import Any

import pytest
from support.fake_jobs import REFUSAL, FakeNotifier, FakePrompter, FakeRunner, FakeSettings, Recorder
from support.inspections import CAFFE, make_inspection, make_trials
from support.results import make_image, make_network, make_picture

from deepintro_desktop.core.errors import UnreadableNetworkError, UnsupportedNetworkError, WrongRequestError
from deepintro_desktop.core.inspection import TriedPicture
from deepintro_desktop.core.records import Choice, SpecificationSource
from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.core.results import AddedNetwork
from deepintro_desktop.ui.dialogs.add_network.contract import Ask, Mark
from deepintro_desktop.ui.dialogs.add_network.own import fields_of
from deepintro_desktop.ui.dialogs.add_network.presenter import AddNetworkPresenter
from deepintro_desktop.ui.presenters.collection import Services

NET = AddNetworkRequest(Path("deploy.prototxt"))


class Dialog(Recorder):
    """A recorder that chooses prepared files."""

    def __init__(self) -> None:
        super().__init__()
        self.files: tuple[Path, ...] = ()

    def ask_files(self, title: str, filters: str, then: Any) -> None:
        self.calls.append(("ask_files", (title,), {}))
        if self.files:
            then(self.files)


@dataclass
class Desk:
    view: Dialog = field(default_factory=Dialog)
    shelf: Recorder = field(default_factory=Recorder)
    runner: FakeRunner = field(default_factory=FakeRunner)
    settings: FakeSettings = field(default_factory=FakeSettings)

    def __post_init__(self) -> None:
        services = Services(self.runner, FakeNotifier(), FakePrompter(), self.settings)
        self.presenter = AddNetworkPresenter(lambda _: self.view, services, self.shelf)

    def find(self, request: AddNetworkRequest = NET, n_images: int = 2, **inspection: Any) -> None:
        """Read a network and try it on pictures of the library."""
        self.presenter.add([request])
        images = tuple(make_image(f"i{number}", f"{number}.png") for number in range(n_images))
        self.runner.last("list_images").succeed(images)
        self.inspected(request, **inspection)

    def inspected(self, request: AddNetworkRequest = NET, **inspection: Any) -> None:
        job = self.runner.last("inspect_network")
        job.succeed(replace(make_inspection(request.path, **inspection), request=job.request))
        self.tried()

    def tried(self) -> None:
        job = self.runner.last("try_preparations")
        job.succeed(make_trials(job.request))

    def kept(self) -> None:
        record = make_network("n1", self.runner.last("keep_network").request.name)
        self.runner.last("keep_network").succeed(AddedNetwork(record, already_there=False))

    def cards(self) -> tuple[list[str], str]:
        cards, chosen = self.view.last("show_cards")
        return [card.key for card in cards], chosen

    def files(self) -> list[tuple[Mark, str]]:
        return [(row.mark, row.title) for row in self.view.last("show_found").files]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_what_was_found_is_shown_and_enter_adds_it(desk: Desk) -> None:
    desk.find()
    assert desk.view.count("open_dialog") == 1
    found = desk.view.last("show_found")
    assert (found.title, found.name) == ("Which one reads the picture correctly?", "deploy")
    assert desk.cards() == (["caffe", "raw", "zero-to-one"], "caffe")
    assert "usual for Caffe networks, and the surest" in desk.view.last("show_verdict").text
    assert desk.view.last("show_verdict").warning
    desk.presenter.confirm("My net")
    request = desk.runner.last("keep_network").request
    assert (request.name, request.specification, request.source) == (
        "My net",
        CAFFE,
        SpecificationSource.GUESS,
    )
    desk.kept()
    assert desk.shelf.last("take_in").record.name == "My net"
    assert desk.view.count("close_dialog") == 1


def test_a_chosen_card_is_stored_as_the_person_s_decision(desk: Desk) -> None:
    desk.find()
    desk.presenter.choose_card("raw")
    assert desk.cards()[1] == "raw"
    rows = {row.name: row for row in desk.view.last("show_fields")}
    assert (rows["Order"].value, rows["Order"].source) == ("RGB", SpecificationSource.USER)
    assert rows["Size"].source is SpecificationSource.FILE
    desk.presenter.choose_picture("i1")
    assert desk.cards()[1] == "raw", "another picture changes no decision"
    desk.presenter.confirm("net")
    assert desk.runner.last("keep_network").request.source is SpecificationSource.USER


def test_a_confirmed_guess_is_a_decision_too(desk: Desk) -> None:
    desk.find()
    desk.presenter.choose_card("caffe")
    desk.presenter.confirm("net")
    assert desk.runner.last("keep_network").request.source is SpecificationSource.USER


def test_what_the_file_says_needs_no_choice_and_stays_the_file_s(desk: Desk) -> None:
    desk.find(is_open=False)
    assert desk.view.last("show_found").title == "The file says how pixels are prepared"
    assert desk.cards() == (["file"], "file")
    assert desk.view.last("show_verdict").text == ""
    desk.presenter.confirm("net")
    assert desk.runner.last("keep_network").request.source is SpecificationSource.FILE


def test_up_to_five_pictures_are_tried_the_selected_one_in_view(desk: Desk) -> None:
    desk.settings.values["selected_image"] = "i7"
    desk.find(n_images=9)
    tiles, chosen = desk.view.last("show_pictures")
    assert [tile.id for tile in tiles] == ["i0", "i1", "i2", "i3", "i7"]
    assert chosen == "i7"
    assert desk.runner.last("try_preparations").request.pictures == ("i0", "i1", "i2", "i3", "i7")
    assert desk.runner.count("thumbnail") == 5
    picture = make_picture(0, 4, 4)
    desk.runner.last("thumbnail").succeed(picture)
    assert desk.view.last("show_thumbnail") == ("i7", picture)


def test_without_pictures_the_values_are_shown_and_adding_is_possible(desk: Desk) -> None:
    desk.find(n_images=0)
    cards, chosen = desk.view.last("show_cards")
    assert [(card.low, card.high, card.bars) for card in cards][0] == (-104.0, 151.0, ())
    assert chosen == "caffe"
    assert desk.view.last("show_pictures") == ([], "")
    desk.presenter.confirm("net")
    assert desk.runner.count("keep_network") == 1


def test_a_picture_of_one_s_own_is_tried_and_given_back(desk: Desk) -> None:
    desk.find(n_images=5)
    desk.view.files = (Path("mine.png"),)
    desk.presenter.ask_picture()
    picture = TriedPicture(make_image("visiting-mine", "mine.png"), make_picture(1, 8, 8))
    desk.runner.last("try_picture").succeed(picture)
    tiles, chosen = desk.view.last("show_pictures")
    assert (len(tiles), tiles[-1].name, chosen) == (5, "mine.png", "visiting-mine")
    assert desk.runner.last("try_preparations").request.pictures[-1] == "visiting-mine"
    desk.presenter.skip()
    given_back = [job.request.id for job in desk.runner.submitted if job.verb == "forget_inspected"]
    assert given_back == ["visiting-deploy", "visiting-mine"]
    assert desk.view.count("close_dialog") == 1


def test_pictures_dropped_together_with_the_network_are_tried_too(desk: Desk) -> None:
    desk.presenter.look_for_pictures()
    assert desk.runner.count("list_images") == 0, "no dialog is open"
    desk.find(n_images=0)
    desk.presenter.look_for_pictures()
    desk.runner.last("list_images").succeed((make_image("new", "new.png"),))
    assert desk.runner.last("try_preparations").request.pictures == ("new",)
    assert desk.view.last("show_pictures")[1] == "new"
    n_trials = desk.runner.count("try_preparations")
    desk.presenter.look_for_pictures()
    desk.runner.last("list_images").succeed((make_image("new", "new.png"),))
    assert desk.runner.count("try_preparations") == n_trials


def test_a_picture_that_is_none_is_a_row(desk: Desk) -> None:
    desk.find()
    desk.view.files = (Path("notes.doc"),)
    desk.presenter.ask_picture()
    desk.runner.last("try_picture").fail(REFUSAL)
    assert (Mark.TROUBLE, "Not used") in desk.files()


def test_progress_is_shown_and_cancel_stops_the_reading(desk: Desk) -> None:
    desk.presenter.add([NET])
    job = desk.runner.last("inspect_network")
    job.progressed.emit(0.4, "Comparing")
    assert desk.view.last("show_reading") == ("deploy.prototxt", 0.4, "Comparing")
    desk.presenter.confirm("too early")
    assert desk.runner.count("keep_network") == 0
    desk.presenter.skip()
    assert job.was_cancelled
    assert desk.view.count("close_dialog") == 1
    job.progressed.emit(0.5, "Late")
    assert desk.view.last("show_reading")[1] == 0.4


def test_a_refusal_says_why_and_another_file_can_be_chosen(desk: Desk) -> None:
    desk.presenter.add([AddNetworkRequest(Path("evil.pkl"))])
    desk.runner.last("inspect_network").fail(REFUSAL)
    refusal = desk.view.last("show_refusal")
    assert (refusal.ask, refusal.failure.what) == (Ask.OTHER_FILE, "It does not work.")
    desk.view.files = (Path("good.onnx"),)
    desk.presenter.ask_file("network")
    assert desk.runner.last("inspect_network").request == AddNetworkRequest(Path("good.onnx"))


@pytest.mark.parametrize(
    ("missing", "expected"),
    [
        ("weights", AddNetworkRequest(Path("deploy.prototxt"), weights=Path("other"))),
        ("network", AddNetworkRequest(Path("other"), weights=Path("deploy.prototxt"))),
    ],
)
@pytest.mark.parametrize("is_dropped", [True, False])
def test_a_missing_half_is_named_and_asked_for(
    desk: Desk, missing: str, expected: AddNetworkRequest, is_dropped: bool
) -> None:
    desk.presenter.add([NET])
    error = UnreadableNetworkError("Half.", "", "", missing=missing, expected="deploy.x")
    desk.runner.last("inspect_network").fail(error)
    refusal = desk.view.last("show_refusal")
    assert (refusal.ask, refusal.role) == (Ask.MISSING_FILE, missing)
    assert refusal.files[1].detail == "not found beside it"
    assert refusal.files[1].title.endswith(": deploy.x")
    if is_dropped:
        desk.presenter.drop([Path("other")])
    else:
        desk.view.files = (Path("other"),)
        desk.presenter.ask_file(missing)
    assert desk.runner.last("inspect_network").request == expected


def test_weights_without_structure_are_asked_about_until_they_fit(desk: Desk) -> None:
    desk.presenter.add([AddNetworkRequest(Path("net.pth"))])
    error = UnsupportedNetworkError("Only weights.", "They are conv fc.", "Ask.", architecture="conv fc")
    desk.runner.last("inspect_network").fail(error)
    assert desk.view.last("show_refusal").value == "conv fc"
    desk.presenter.name_structure("  ")
    desk.presenter.name_structure("conv relu flatten fc")
    assert desk.runner.last("inspect_network").request.architecture == "conv relu flatten fc"
    desk.runner.last("inspect_network").fail(WrongRequestError("conv cannot be a convolution."))
    refusal = desk.view.last("show_refusal")
    assert (refusal.ask, refusal.value) == (Ask.STRUCTURE, "conv relu flatten fc")


def test_another_output_is_read_in_place_of_the_guess(desk: Desk) -> None:
    desk.find(choices=(Choice("output", "logits", ("aux",)),))
    [row] = desk.view.last("show_found").options
    assert (row.what, row.options, row.guessed) == ("output", ("logits", "aux"), True)
    desk.presenter.choose_option("output", "aux")
    assert desk.runner.last("inspect_network").request.output == "aux"
    desk.inspected(entry_id="visiting-aux")
    assert desk.runner.last("forget_inspected").request.id == "visiting-deploy"
    desk.presenter.confirm("net")
    assert desk.runner.last("keep_network").request.network == "visiting-aux"


def test_a_wish_that_cannot_be_met_leaves_what_was_found(desk: Desk) -> None:
    desk.find(choices=(Choice("output", "logits", ("aux",)),))
    desk.presenter.choose_option("output", "aux")
    desk.runner.last("inspect_network").fail(REFUSAL)
    assert (Mark.TROUBLE, "Not used") in desk.files()
    desk.presenter.confirm("net")
    assert desk.runner.last("keep_network").request.network == "visiting-deploy"


def test_other_labels_are_taken_or_refused_in_a_row(desk: Desk) -> None:
    desk.find()
    desk.view.files = (Path("fruit.txt"),)
    desk.presenter.ask_file("labels")
    request = desk.runner.last("relabel_network").request
    assert request.labels == Path("fruit.txt")
    wrong = WrongRequestError("The labels in fruit.txt do not fit the network.", "There are 2 labels.")
    desk.runner.last("relabel_network").fail(wrong)
    assert (Mark.TROUBLE, "Not used") in desk.files()
    desk.presenter.drop([Path("good.txt")])
    desk.runner.last("relabel_network").succeed(request.inspection)
    assert (Mark.TROUBLE, "Not used") not in desk.files()
    assert desk.runner.count("inspect_network") == 1


def test_a_mean_picture_means_reading_again(desk: Desk) -> None:
    desk.find(format="caffe")
    desk.view.files = (Path("mean.binaryproto"),)
    desk.presenter.ask_file("mean")
    assert desk.runner.last("inspect_network").request.mean == Path("mean.binaryproto")


def test_own_settings_are_tried_beside_the_presets(desk: Desk) -> None:
    desk.find()
    desk.presenter.show_other(True)
    fields = desk.view.last("show_own")[0]
    assert (fields.order, fields.scale, fields.mean) == ("BGR", "1", "104, 117, 123")
    desk.presenter.set_own(fields)
    assert desk.runner.count("try_preparations") == 1, "nothing was changed"
    desk.presenter.set_own(replace(fields, mean="abc"))
    assert desk.view.last("show_own_problem") == "Mean: 'abc' is not a number."
    desk.presenter.set_own(replace(fields, scale="1/255", mean="0.5", std="0.5"))
    desk.tried()
    assert desk.cards() == (["caffe", "raw", "zero-to-one", "own"], "own")
    desk.presenter.confirm("net")
    request = desk.runner.last("keep_network").request
    assert request.specification.std == (0.5, 0.5, 0.5)
    assert request.source is SpecificationSource.USER


def test_another_size_means_reading_again(desk: Desk) -> None:
    desk.find()
    desk.presenter.set_own(replace(fields_of(CAFFE), width="128", height="96"))
    wish = loads(desk.runner.last("inspect_network").request.preprocessing)
    assert (wish["width"], wish["height"], wish["order"]) == (128, 96, "BGR")


def test_of_several_only_those_that_leave_something_open_are_asked_about(desk: Desk) -> None:
    names = ("a.onnx", "b.onnx", "c.onnx")
    desk.presenter.add([AddNetworkRequest(Path(name)) for name in names])
    desk.runner.last("list_images").succeed(())
    assert desk.view.last("show_place") == (1, 3)
    desk.runner.last("inspect_network").succeed(make_inspection(Path("a.onnx"), is_open=False))
    assert desk.view.count("show_found") == 0
    desk.kept()
    assert desk.view.last("show_place") == (2, 3)
    desk.inspected(AddNetworkRequest(Path("b.onnx")))
    assert desk.view.last("show_found").name == "b"
    desk.presenter.skip()
    assert desk.runner.last("forget_inspected").request.id == "visiting-b"
    desk.runner.last("inspect_network").succeed(make_inspection(Path("c.onnx"), is_open=False))
    desk.kept()
    assert [call[1][0].record.name for call in desk.shelf.calls if call[0] == "take_in"] == ["a", "c"]
    assert desk.view.count("close_dialog") == 1


def test_what_is_dropped_meanwhile_waits_for_its_turn(desk: Desk) -> None:
    desk.find()
    desk.presenter.drop([Path("second.onnx"), Path("cat.png")])
    assert desk.runner.last("try_picture").request.path == Path("cat.png")
    assert desk.view.last("show_place") == (1, 2)
    assert desk.view.count("open_dialog") == 1
    desk.presenter.confirm("first")
    desk.kept()
    assert desk.runner.last("inspect_network").request == AddNetworkRequest(Path("second.onnx"))


def test_what_cannot_be_stored_is_said_and_not_lost(desk: Desk) -> None:
    desk.find()
    desk.presenter.confirm("net")
    assert desk.view.last("show_keeping") is True
    desk.presenter.skip()
    assert desk.view.count("close_dialog") == 0, "it is just being stored"
    desk.runner.last("keep_network").fail(REFUSAL)
    assert desk.view.last("show_keeping") is False
    assert desk.view.last("show_refusal").ask is Ask.BACK
    desk.presenter.go_back()
    desk.presenter.confirm("net")
    assert desk.runner.count("keep_network") == 2


def test_answers_are_shown_as_they_come_and_judged_at_the_end(desk: Desk) -> None:
    desk.presenter.add([NET])
    desk.runner.last("list_images").succeed((make_image("i0"),))
    desk.runner.last("inspect_network").succeed(make_inspection())
    assert desk.view.last("show_verdict").text == "Trying what each way gives…"
    job = desk.runner.last("try_preparations")
    trials = make_trials(job.request)
    job.partial.emit((trials[0], *(replace(trial, answers=(), mean_best=None) for trial in trials[1:])))
    cards, _ = desk.view.last("show_cards")
    assert [bool(card.bars) for card in cards] == [True, False, False]
    assert not any(card.recommended for card in cards)
    desk.tried()
    assert [card.recommended for card in desk.view.last("show_cards")[0]] == [True, False, False]
    assert desk.view.last("show_verdict").text.startswith("Recommended: usual for Caffe networks")


def test_preparations_that_cannot_be_tried_are_a_row(desk: Desk) -> None:
    desk.presenter.add([NET])
    desk.runner.last("inspect_network").succeed(make_inspection())
    desk.runner.last("try_preparations").fail(REFUSAL)
    assert (Mark.TROUBLE, "Not used") in desk.files()
    assert desk.cards() == (["caffe", "raw", "zero-to-one"], "caffe")
