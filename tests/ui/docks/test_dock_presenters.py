"""The docks: lists in step with the library, adding, duplicates, refusals, removing."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from support.fake_jobs import REFUSAL, FakeNotifier, FakePrompter, FakeRunner, FakeSettings, Recorder
from support.results import make_image, make_network, make_picture

from deepintro_desktop.core.changes import Changes
from deepintro_desktop.core.errors import UnreadableImageError
from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.core.results import AddedImages, AddedNetwork
from deepintro_desktop.ui.docks.images.presenter import N_FETCHING, N_THUMBNAILS, ImagesPresenter
from deepintro_desktop.ui.docks.networks.presenter import NetworksPresenter
from deepintro_desktop.ui.presenters.collection import Services


@dataclass
class Desk:
    view: Recorder = field(default_factory=Recorder)
    dialog: Recorder = field(default_factory=Recorder)
    runner: FakeRunner = field(default_factory=FakeRunner)
    notifier: FakeNotifier = field(default_factory=FakeNotifier)
    prompter: FakePrompter = field(default_factory=FakePrompter)
    settings: FakeSettings = field(default_factory=FakeSettings)

    @property
    def services(self) -> Services:
        return Services(self.runner, self.notifier, self.prompter, self.settings)

    def networks(self) -> NetworksPresenter:
        return NetworksPresenter(self.view, self.services, lambda _: self.dialog)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_selection_of_the_last_time_comes_back(desk: Desk) -> None:
    desk.settings.values["selected_network"] = "n2"
    presenter = desk.networks()
    presenter.refresh()
    desk.runner.last("list_networks").succeed((make_network("n1"), make_network("n2")))
    assert presenter.selected.id == "n2"
    assert desk.view.last("show_selected") == "n2"


def test_selection_ends_with_its_entry(desk: Desk) -> None:
    presenter = desk.networks()
    presenter.refresh()
    desk.runner.last("list_networks").succeed((make_network("n1"),))
    presenter.select("n1")
    presenter.select("no such entry")
    assert desk.settings.values["selected_network"] == "n1"
    presenter.refresh()
    desk.runner.last("list_networks").succeed(())
    assert presenter.selected is None
    assert desk.settings.values["selected_network"] == ""


def test_added_network_is_selected_and_a_known_one_said(desk: Desk) -> None:
    presenter = desk.networks()
    record = make_network("n7", "LeNet")
    presenter.take_in(AddedNetwork(record, already_there=True))
    desk.runner.last("list_networks").succeed((make_network(), record))
    assert presenter.selected == record
    assert desk.notifier.messages == [("warning", "Already here", "This network is LeNet.")]


def test_a_network_that_cannot_be_explained_is_said_to_be(desk: Desk) -> None:
    presenter = desk.networks()
    record = make_network("n7", "LeNet", unexplainable=("Of LSTM.",))
    presenter.take_in(AddedNetwork(record, already_there=False))
    assert desk.notifier.messages == [("warning", "LeNet can be predicted, but not explained", "Of LSTM.")]


def test_chosen_files_are_read_in_the_dialog(desk: Desk) -> None:
    presenter = desk.networks()
    desk.prompter.files = (Path("evil.bin"),)
    presenter.ask_add()
    assert desk.dialog.count("open_dialog") == 1
    assert desk.runner.last("inspect_network").request == AddNetworkRequest(Path("evil.bin"))


def test_nothing_to_add_opens_nothing(desk: Desk) -> None:
    desk.networks().add(())
    assert desk.dialog.calls == []


def test_removing_is_asked_first_and_ends_the_selection(desk: Desk) -> None:
    presenter = desk.networks()
    presenter.refresh()
    desk.runner.last("list_networks").succeed((make_network("n1"),))
    presenter.select("n1")
    desk.prompter.confirms = False
    presenter.ask_remove("n1")
    assert desk.runner.count("remove_network") == 0
    desk.prompter.confirms = True
    presenter.ask_remove("n1")
    assert presenter.selected is None
    desk.runner.last("remove_network").succeed(Changes(networks=True))
    assert desk.runner.count("list_networks") == 2


def test_renaming_ignores_empty_and_equal_names(desk: Desk) -> None:
    presenter = desk.networks()
    presenter.refresh()
    desk.runner.last("list_networks").succeed((make_network("n1", "old"),))
    for text in ("  ", "old", " old "):
        presenter.rename("n1", text)
    assert desk.runner.count("rename_network") == 0
    desk.prompter.text = " new "
    presenter.ask_rename("n1")
    assert desk.runner.last("rename_network").request.name == "new"
    desk.runner.last("rename_network").fail(REFUSAL)
    assert desk.notifier.messages[0][:2] == ("error", "It does not work.")


def test_added_duplicate_and_refused_images_are_said(desk: Desk) -> None:
    presenter = ImagesPresenter(desk.view, desk.services)
    presenter.add([Path("a.png")])
    refusal = UnreadableImageError("notes.txt could not be read as an image.", "", "Nothing was added.")
    new, old = make_image("new", "b.png"), make_image("old", "dog.jpg")
    outcome = AddedImages((new,), (("dog (copy).jpg", old),), (("notes.txt", refusal),))
    desk.runner.last("add_images").succeed(outcome)
    assert desk.notifier.messages == [
        ("warning", "Already here", "dog (copy).jpg has the same content as dog.jpg."),
        ("error", "Picture not added", "notes.txt could not be read as an image. Nothing was added."),
    ]
    desk.runner.last("list_images").succeed((old, new))
    assert presenter.selected == new


def test_many_refusals_make_one_message(desk: Desk) -> None:
    presenter = ImagesPresenter(desk.view, desk.services)
    presenter.add([Path("folder")])
    refusal = UnreadableImageError("x", "A reason.", "Do this.")
    refused = tuple((f"{number}.txt", refusal) for number in range(40))
    desk.runner.last("add_images").succeed(AddedImages((), (), refused))
    [(level, title, text)] = desk.notifier.messages
    assert level == "error"
    assert title == "40 files not added"
    assert text == "0.txt, 1.txt, 2.txt and 37 more."
    assert len(desk.notifier.details) == 40
    assert desk.notifier.details[7] == ("Picture not added: 7.txt", "x A reason. Do this.")


def test_adding_nothing_asks_nothing(desk: Desk) -> None:
    ImagesPresenter(desk.view, desk.services).add([])
    assert desk.runner.submitted == []


def test_thumbnail_is_fetched_once_and_only_for_entries(desk: Desk) -> None:
    presenter = ImagesPresenter(desk.view, desk.services)
    presenter.fetch_thumbnails(["i1"])
    presenter.refresh()
    desk.runner.last("list_images").succeed((make_image("i1"),))
    presenter.fetch_thumbnails(["i1"])
    presenter.fetch_thumbnails(["i1"])
    assert desk.runner.count("thumbnail") == 1
    picture = make_picture(0, 4, 4)
    desk.runner.last("thumbnail").succeed(picture)
    assert desk.view.last("show_thumbnail") == ("i1", picture)
    presenter.fetch_thumbnails(["i1"])
    assert desk.runner.count("thumbnail") == 1


def _presenter_with(desk: Desk, n_images: int) -> tuple[ImagesPresenter, list[str]]:
    presenter = ImagesPresenter(desk.view, desk.services)
    presenter.refresh()
    ids = [f"i{number}" for number in range(n_images)]
    desk.runner.last("list_images").succeed(tuple(make_image(name) for name in ids))
    return presenter, ids


def test_rows_that_went_out_of_sight_are_not_fetched(desk: Desk) -> None:
    presenter, ids = _presenter_with(desk, 100)
    for first in range(90):
        presenter.fetch_thumbnails(ids[first : first + 10])
    assert desk.runner.count("thumbnail") == N_FETCHING
    while desk.runner.open:
        desk.runner.open[0].succeed(make_picture(0, 4, 4))
    assert desk.runner.count("thumbnail") <= N_FETCHING + 11
    shown = [args[0] for name, args, _ in desk.view.calls if name == "show_thumbnail"]
    assert set(shown) >= set(ids[89:99])


def test_thumbnails_seen_long_ago_are_forgotten_and_fetched_again(desk: Desk) -> None:
    presenter, ids = _presenter_with(desk, N_THUMBNAILS + 5)
    for name in ids:
        presenter.fetch_thumbnails([name])
        desk.runner.last("thumbnail").succeed(make_picture(0, 4, 4))
    forgotten = [args[0] for name, args, _ in desk.view.calls if name == "forget_thumbnail"]
    assert forgotten == ids[:5]
    presenter.fetch_thumbnails(ids[:1])
    assert desk.runner.count("thumbnail") == N_THUMBNAILS + 6


def test_a_picture_that_is_gone_is_not_asked_for_again_and_again(desk: Desk) -> None:
    presenter, ids = _presenter_with(desk, 1)
    presenter.fetch_thumbnails(ids)
    desk.runner.last("thumbnail").fail(REFUSAL)
    presenter.fetch_thumbnails(ids)
    assert desk.runner.count("thumbnail") == 1


def test_the_neighbour_of_a_removed_entry_is_selected(desk: Desk) -> None:
    presenter = ImagesPresenter(desk.view, desk.services)
    presenter.refresh()
    desk.runner.last("list_images").succeed(tuple(make_image(f"i{number}") for number in range(3)))
    presenter.select("i1")
    presenter.remove("i1")
    assert presenter.selected.id == "i2"
    desk.runner.last("remove_image").succeed(Changes(images=True))
    desk.runner.last("list_images").succeed((make_image("i0"), make_image("i2")))
    presenter.remove("i2")
    assert presenter.selected.id == "i0"


def test_what_is_being_read_is_said_until_it_is_there(desk: Desk) -> None:
    presenter = ImagesPresenter(desk.view, desk.services)
    presenter.add((Path("a.png"),))
    assert desk.view.last("show_reading") == presenter.reading == "Reading a.png…"
    desk.runner.last("add_images").succeed(AddedImages((make_image(),), (), ()))
    assert desk.view.last("show_reading") == "Reading a.png…", "the list is still on its way"
    desk.runner.last("list_images").succeed((make_image(),))
    assert desk.view.last("show_reading") == presenter.reading == ""
    presenter.add((Path("broken.png"),))
    desk.runner.last("add_images").fail(REFUSAL)
    assert desk.view.last("show_reading") == ""
