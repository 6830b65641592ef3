"""What the window as a whole does: start, dropped files, the running job, leaving."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from deepintro_desktop.core.results import LibraryCheck, OpenedSample
from deepintro_desktop.core.said import said
from deepintro_desktop.core.translation import translate
from deepintro_desktop.ui.docks.images.presenter import ImagesPresenter
from deepintro_desktop.ui.docks.networks.presenter import NetworksPresenter
from deepintro_desktop.ui.presenters.collection import Services
from deepintro_desktop.ui.presenters.file_sorting import sort_files
from deepintro_desktop.ui.presenters.ports import Level
from deepintro_desktop.ui.presenters.preferences import Preferences, load_preferences, save_preferences
from deepintro_desktop.ui.presenters.projects import SUFFIX, ProjectsPresenter
from deepintro_desktop.ui.presenters.scene import Shelf
from deepintro_desktop.ui.presenters.words import JOB_TITLES, counted, job_text, job_title
from deepintro_desktop.ui.tabs.occlusion.presenter import OcclusionPresenter


@dataclass(frozen=True, slots=True)
class RunningJob:
    """The job that the status bar shows. ``fraction`` 0..1; ``seconds_left`` None while unknown."""

    id: int
    text: str
    fraction: float
    seconds_left: float | None
    n_more: int


class MainView(Protocol):
    """The window's frame."""

    def show_start_page(self, visible: bool) -> None:
        """Show the start page instead of the tools."""

    def show_subject(self, network_name: str, image_name: str) -> None:
        """Say what is being looked at; empty texts for nothing."""

    def show_job(self, job: RunningJob | None) -> None:
        """Show the running job in the status bar, or that nothing runs."""

    def show_device(self, text: str) -> None:
        """Say what computes."""

    def show_notice(self, text: str) -> None:
        """Say for as long as the window is open how the library differs from usual."""

    def show_preferences(self, devices: tuple[str, ...], chosen: Preferences) -> None:
        """Let look, language, method and device be chosen."""

    def show_leaving(self) -> None:
        """Say that the window closes as soon as the work has stopped."""

    def leave(self) -> None:
        """Close without asking again."""


class MainPresenter:
    """Decides for the main window and passes on between docks and tools."""

    def __init__(
        self,
        view: MainView,
        services: Services,
        networks: NetworksPresenter,
        images: ImagesPresenter,
        occlusion: OcclusionPresenter,
        *,
        projects: ProjectsPresenter,
    ) -> None:
        self._view = view
        self._services = services
        self._projects = projects
        self._networks = networks
        self._images = images
        self._occlusion = occlusion
        self._is_leaving = False
        self._project_id = ""
        projects.listen(self._on_project_changed)
        for collection in (networks, images):
            collection.listen(self._on_collections_changed)
        services.runner.changed.connect(self._on_jobs_changed)
        services.runner.idle.connect(self._on_idle)

    def start(self, files: Iterable[Path] = (), *, sample: str = "") -> None:
        """Read the library; then take in files as if dropped, or open the sample of that name."""
        self._projects.refresh()
        self._networks.refresh()
        self._images.refresh()
        job = self._services.runner.submit("library_notice")
        job.succeeded.connect(self._on_notice)
        if sample:
            self.open_sample(sample)
        self.drop(files)

    def warm_up(self) -> None:
        """Load what the first computation will need; to be called when the window has been painted."""
        job = self._services.runner.submit("warm_up")
        job.succeeded.connect(self._view.show_device)

    def drop(self, paths: Iterable[Path]) -> None:
        """Take in files: exported projects, networks with their companions, everything else as images."""
        paths = tuple(paths)
        projects = tuple(path for path in paths if path.suffix.lower() == SUFFIX)
        self._projects.take_in(projects)
        chosen = sort_files(path for path in paths if path not in projects)
        self._networks.add(chosen.networks)
        self._images.add(chosen.images)

    def open_sample(self, name: str) -> None:
        """Put a bundled sample into the library and show it."""
        job = self._services.runner.submit("open_sample", name)
        for collection in (self._networks, self._images):
            collection.expect(job, _tr("the sample"))
        job.succeeded.connect(self._on_sample)
        job.failed.connect(self._on_sample_failed)

    def ask_preferences(self) -> None:
        """Look for devices, then let the person choose."""
        job = self._services.runner.submit("available_devices")
        job.succeeded.connect(self._on_devices)

    def set_preferences(self, chosen: Preferences) -> None:
        """Keep what was chosen: methods count from now on, language and device from the next start on."""
        changed = save_preferences(self._services.settings, chosen)
        if "default_method" in changed:
            self._occlusion.begin_with_default_method()
        if changed & {"device", "language"}:
            self._services.notifier.notify(
                Level.INFO, _tr("Saved"), _tr("Another language or device is used from the next start on.")
            )

    def check_library(self) -> None:
        """Read everything in the library again and say whether it is sound."""
        job = self._services.runner.submit("check_library")
        job.succeeded.connect(self._on_checked)
        job.failed.connect(self._on_check_failed)

    def say_unkept(self, error: Any) -> None:
        """Say why a result could not be kept in the library; it is shown all the same."""
        text = " ".join(said(part) for part in (error.why or error.what, error.hint) if part)
        self._services.notifier.notify(Level.WARNING, _tr("The result could not be kept"), text)

    def cancel(self, job_id: int) -> None:
        """Stop one job."""
        for job in self._services.runner.jobs:
            if job.id == job_id:
                job.cancel()

    def may_close(self) -> bool:
        """Tell whether the window may close now; ask and stop first when work is running."""
        if self._is_leaving:
            return True  # asked for a second time: something does not stop, and nobody should be held back
        busy = self._shown_jobs()
        if not busy:
            self._begin_to_leave()
            return not self._services.runner.jobs
        self._services.prompter.confirm(
            _tr("Stop and leave?"),
            _tr("{0} What is finished is kept.").format(_sentence(busy)),
            _tr("Stop and leave"),
            self._begin_to_leave,
        )
        return False

    def _begin_to_leave(self) -> None:
        self._is_leaving = True
        self._services.runner.cancel_all()
        if self._services.runner.jobs:
            self._view.show_leaving()

    def _shown_jobs(self) -> list[Any]:
        return [job for job in self._services.runner.jobs if job.verb in JOB_TITLES]

    def _on_idle(self) -> None:
        if self._is_leaving:
            self._view.leave()

    def _on_jobs_changed(self) -> None:
        jobs = self._shown_jobs()
        if self._is_leaving:
            return
        if not jobs:
            self._view.show_job(None)
            return
        job = jobs[0]
        self._view.show_job(RunningJob(job.id, job_text(job), job.fraction, job.seconds_left, len(jobs) - 1))

    def _on_collections_changed(self) -> None:
        if not (self._networks.is_settled and self._images.is_settled):
            return
        network, image = self._networks.selected, self._images.selected
        shelf = Shelf(
            bool(self._networks.records),
            bool(self._images.records),
            self._networks.reading,
            self._images.reading,
        )
        self._view.show_start_page(shelf == Shelf())
        self._projects.remember_selection(network.id if network else "", image.id if image else "")
        self._view.show_subject(network.name if network else "", image.name if image else "")
        self._occlusion.show(network, image, shelf)

    def _on_project_changed(self) -> None:
        """Show what is in the project that is open now, with what was selected in it."""
        project = self._projects.open_project
        before, self._project_id = self._project_id, project.id if project else ""
        if before and before != self._project_id:
            network_id, image_id = self._projects.remembered_selection()
            self._networks.show_others(network_id or None)
            self._images.show_others(image_id or None)
        else:
            self._on_collections_changed()

    def _on_notice(self, text: str) -> None:
        if text:
            self._services.notifier.notify(Level.WARNING, _tr("The library can only be read"), said(text))
            self._view.show_notice(said(text))

    def _on_sample(self, sample: OpenedSample) -> None:
        for network_id in (sample.network_id, *sample.other_network_ids):
            self._occlusion.suggest_clustering(network_id, sample.clustering)
        # A sample is a project of its own; what it begins with is shown whatever was selected in it.
        self._project_id = ""
        self._projects.refresh()
        self._networks.show_others(sample.network_id)
        self._images.show_others(sample.image_id)

    def _on_devices(self, devices: tuple[str, ...]) -> None:
        self._view.show_preferences(devices, load_preferences(self._services.settings))

    def _on_checked(self, found: LibraryCheck) -> None:
        if found.problems:
            details = [(_tr("Library"), said(problem)) for problem in found.problems]
            text = counted(len(found.problems), _tr("thing is wrong"), _tr("things are wrong"))
            self._services.notifier.notify(Level.ERROR, _tr("The library is damaged"), f"{text}.", details)
            return
        models = counted(found.n_networks, _tr("model"), _tr("models"))
        content = f"{models}, {counted(found.n_images, _tr('image'), _tr('images'))}"
        self._services.notifier.notify(
            Level.INFO, _tr("The library is sound"), _tr("{0}, in {1}").format(content, found.folder)
        )

    def _on_check_failed(self, failure: Any) -> None:
        self._services.prompter.show_failure(_tr("Check the library"), failure)

    def _on_sample_failed(self, failure: Any) -> None:
        self._services.prompter.show_failure(_tr("Open the sample"), failure)


def _sentence(jobs: list[Any]) -> str:
    if len(jobs) == 1:
        return _tr("{0} is not finished.").format(job_title(jobs[0].verb))
    return _tr("{0} not finished.").format(counted(len(jobs), _tr("job is"), _tr("jobs are")))


def _tr(text: str) -> str:
    return translate("Main", text)
