"""The window's frame: start, drops, status, leaving."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from support.fake_jobs import REFUSAL, FakeNotifier, FakePrompter, FakeRunner, FakeSettings, Recorder
from support.inspections import make_inspection
from support.results import make_image, make_network, make_project

from deepintro_desktop.core.errors import LibraryError
from deepintro_desktop.core.parameters import ClusteringParameters
from deepintro_desktop.core.results import LibraryCheck, OpenedSample, ProjectList
from deepintro_desktop.ui.docks.images.presenter import ImagesPresenter
from deepintro_desktop.ui.docks.networks.presenter import NetworksPresenter
from deepintro_desktop.ui.main_window.presenter import MainPresenter
from deepintro_desktop.ui.presenters.collection import Services
from deepintro_desktop.ui.presenters.preferences import Preferences
from deepintro_desktop.ui.presenters.projects import ProjectsPresenter
from deepintro_desktop.ui.tabs.occlusion.presenter import OcclusionPresenter


@dataclass
class Desk:
    view: Recorder = field(default_factory=Recorder)
    tab: Recorder = field(default_factory=Recorder)
    dialog: Recorder = field(default_factory=Recorder)
    runner: FakeRunner = field(default_factory=FakeRunner)
    prompter: FakePrompter = field(default_factory=FakePrompter)
    notifier: FakeNotifier = field(default_factory=FakeNotifier)
    notice: str = ""
    settings: FakeSettings = field(default_factory=FakeSettings)

    def __post_init__(self) -> None:
        services = Services(self.runner, self.notifier, self.prompter, self.settings)
        self.networks = NetworksPresenter(Recorder(), services, lambda _: self.dialog)
        self.images = ImagesPresenter(Recorder(), services)
        occlusion = OcclusionPresenter(self.tab, services)
        self.projects = ProjectsPresenter(Recorder(), services)
        self.presenter = MainPresenter(
            self.view, services, self.networks, self.images, occlusion, projects=self.projects
        )

    def start(self, *, n_entries: int) -> None:
        self.presenter.start()
        self.presenter.warm_up()
        self.runner.last("list_projects").succeed(ProjectList((make_project(),), "p1"))
        self.runner.last("list_networks").succeed(tuple(make_network(f"n{i}") for i in range(n_entries)))
        self.runner.last("list_images").succeed(tuple(make_image(f"i{i}") for i in range(n_entries)))
        self.runner.last("warm_up").succeed("CPU · 2 threads")
        self.runner.last("library_notice").succeed(self.notice)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_empty_library_opens_the_start_page(desk: Desk) -> None:
    desk.start(n_entries=0)
    assert desk.view.last("show_start_page") is True


def test_choosing_both_explains(desk: Desk) -> None:
    desk.start(n_entries=1)
    assert desk.view.last("show_start_page") is False
    desk.networks.select("n0")
    assert desk.tab.last("show_missing") == (False, True, True)
    desk.images.select("i0")
    assert desk.view.last("show_subject") == ("SqueezeNet v1.0", "chelsea.png")
    assert desk.runner.last("explain").request.image == "i0"


def test_dropped_files_are_sent_where_they_belong(desk: Desk) -> None:
    desk.presenter.drop([Path("a.onnx"), Path("b.png"), Path("c.jpg")])
    assert desk.runner.last("inspect_network").request.path == Path("a.onnx")
    assert desk.runner.last("add_images").request.paths == (Path("b.png"), Path("c.jpg"))


def test_sample_is_opened_and_explained_once(desk: Desk) -> None:
    desk.start(n_entries=0)
    desk.presenter.open_sample("shapes")
    desk.runner.last("open_sample").succeed(OpenedSample("n1", "i1", ClusteringParameters(threshold=40.0)))
    desk.runner.last("list_networks").succeed((make_network("n1"),))
    assert desk.runner.count("explain") == 0, "the list of images is still on its way"
    desk.runner.last("list_images").succeed((make_image("i1"),))
    assert desk.runner.count("explain") == 1
    assert desk.runner.last("explain").request.clustering.threshold == 40.0


def test_every_network_of_a_sample_begins_with_its_clustering(desk: Desk) -> None:
    desk.start(n_entries=0)
    desk.presenter.open_sample("marker")
    assert desk.runner.last("open_sample").request == "marker"
    clustering = ClusteringParameters(threshold=40.0)
    desk.runner.last("open_sample").succeed(OpenedSample("n1", "i1", clustering, ("n2",)))
    desk.runner.last("list_networks").succeed((make_network("n1"), make_network("n2", "other")))
    desk.runner.last("list_images").succeed((make_image("i1"),))
    desk.networks.select("n2")
    assert desk.runner.last("explain").request.network == "n2"
    assert desk.runner.last("explain").request.clustering.threshold == 40.0


def test_a_sound_library_is_said_to_be(desk: Desk) -> None:
    desk.presenter.check_library()
    desk.runner.last("check_library").succeed(LibraryCheck("here", 1, 2, ()))
    assert desk.notifier.messages == [("info", "The library is sound", "1 model, 2 images, in here")]


def test_every_fault_of_a_library_is_in_the_list(desk: Desk) -> None:
    desk.presenter.check_library()
    desk.runner.last("check_library").succeed(LibraryCheck("here", 1, 2, ("One.", "Two.")))
    assert desk.notifier.messages == [("error", "The library is damaged", "2 things are wrong.")]
    assert desk.notifier.details == (("Library", "One."), ("Library", "Two."))


def test_missing_sample_is_explained(desk: Desk) -> None:
    desk.presenter.open_sample("shapes")
    desk.runner.last("open_sample").fail(REFUSAL)
    assert desk.prompter.failures[0][0] == "Open the sample"


def test_status_shows_the_oldest_long_job_and_cancels_it(desk: Desk) -> None:
    desk.start(n_entries=0)
    assert desk.view.last("show_job") is None
    first, second = desk.runner.submit("analyse"), desk.runner.submit("add_images")
    first.fraction, first.message = 0.5, "412 of 2 000 sets"
    desk.runner.submit("thumbnail")
    shown = desk.view.last("show_job")
    assert (shown.id, shown.text, shown.fraction, shown.n_more) == (first.id, "412 of 2 000 sets", 0.5, 1)
    desk.presenter.cancel(first.id)
    assert first.was_cancelled
    first.stop()
    assert desk.view.last("show_job").text == "Adding images"
    second.succeed()


def test_idle_window_closes_at_once(desk: Desk) -> None:
    desk.start(n_entries=0)
    assert desk.presenter.may_close()
    assert desk.prompter.asked == []


def test_busy_window_asks_stops_waits_and_leaves(desk: Desk) -> None:
    desk.start(n_entries=0)
    job = desk.runner.submit("analyse")
    desk.prompter.confirms = False
    assert not desk.presenter.may_close()
    assert not job.was_cancelled
    desk.prompter.confirms = True
    assert not desk.presenter.may_close()
    question = ("Stop and leave?", "Analysing is not finished. What is finished is kept.")
    assert desk.prompter.asked[-1] == question
    assert job.was_cancelled
    assert desk.view.count("show_leaving") == 1
    assert desk.view.count("leave") == 0
    job.stop()
    assert desk.view.count("leave") == 1
    assert desk.presenter.may_close()


def test_small_jobs_are_stopped_without_a_question(desk: Desk) -> None:
    desk.start(n_entries=0)
    job = desk.runner.submit("thumbnail")
    assert not desk.presenter.may_close()
    assert desk.prompter.asked == []
    job.stop()
    assert desk.view.count("leave") == 1


def test_files_of_the_start_are_asked_about_over_the_start_page(desk: Desk) -> None:
    desk.presenter.start([Path("deploy.prototxt"), Path("net.caffemodel")])
    desk.runner.last("list_networks").succeed(())
    next(job for job in desk.runner.submitted if job.verb == "list_images").succeed(())
    assert desk.view.last("show_start_page") is True
    assert desk.dialog.last("show_reading") == ("deploy.prototxt", None, "")


def test_a_network_on_its_way_is_said_instead_of_the_start_page(desk: Desk) -> None:
    desk.start(n_entries=0)
    desk.presenter.drop([Path("deploy.prototxt"), Path("net.caffemodel")])
    desk.runner.last("inspect_network").succeed(make_inspection())
    desk.networks.adding.confirm("deploy")
    assert desk.view.last("show_start_page") is False
    assert desk.tab.last("show_reading") == "Reading deploy…"
    desk.runner.last("keep_network").fail(REFUSAL)
    assert desk.view.last("show_start_page") is True
    assert desk.tab.last("show_missing") == (True, True, False)


def test_the_sample_on_its_way_keeps_the_start_page_away(desk: Desk) -> None:
    desk.start(n_entries=0)
    desk.presenter.open_sample("shapes")
    assert desk.view.last("show_start_page") is False
    assert desk.tab.last("show_reading") == "Reading the sample…"


def test_a_library_that_can_only_be_read_is_said_once_and_for_good(desk: Desk) -> None:
    desk.notice = "Another window uses it."
    desk.start(n_entries=0)
    assert desk.view.last("show_notice") == "Another window uses it."
    title = "The library can only be read"
    assert desk.notifier.messages == [("warning", title, "Another window uses it.")]


def test_a_library_that_is_well_says_nothing(desk: Desk) -> None:
    desk.start(n_entries=0)
    assert desk.view.count("show_notice") == 0


def test_a_result_that_could_not_be_kept_is_said(desk: Desk) -> None:
    desk.presenter.say_unkept(LibraryError("The library cannot be used.", "The disk is full.", "Free space."))
    assert desk.notifier.messages == [
        ("warning", "The result could not be kept", "The disk is full. Free space.")
    ]


def test_preferences_begin_with_what_is_set(desk: Desk) -> None:
    desk.settings.set("default_method", "sensitivity")
    desk.presenter.ask_preferences()
    desk.runner.last("available_devices").succeed(("cpu",))
    devices, chosen = desk.view.last("show_preferences")
    assert (devices, chosen) == (("cpu",), Preferences(default_method="sensitivity"))


def test_what_needs_a_restart_is_said_and_the_rest_is_not(desk: Desk) -> None:
    desk.presenter.set_preferences(Preferences(show_patient=True))
    assert (desk.settings.get("show_patient"), desk.notifier.messages) == (True, [])
    desk.presenter.set_preferences(Preferences(show_patient=True, language="de"))
    assert desk.settings.get("language") == "de"
    assert "next start" in desk.notifier.messages[-1][2]


def test_another_default_method_explains_what_is_shown(desk: Desk) -> None:
    desk.start(n_entries=1)
    desk.networks.select("n0")
    desk.images.select("i0")
    desk.presenter.set_preferences(Preferences(default_method="gradient-x-input"))
    assert desk.runner.last("explain").request.method == "gradient-x-input"
