"""Puts the window together: views, presenters, and what they share."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from deepintro_desktop.ui.dialogs.add_network.view import AddNetworkDialog
from deepintro_desktop.ui.dialogs.image_view.presenter import ImageViewing
from deepintro_desktop.ui.dialogs.image_view.view import ImageViewDialog
from deepintro_desktop.ui.dialogs.prompter import DialogPrompter
from deepintro_desktop.ui.dialogs.report.presenter import Reporting
from deepintro_desktop.ui.dialogs.report.view import ReportDialog, usual_paper
from deepintro_desktop.ui.docks.images.presenter import ImagesPresenter
from deepintro_desktop.ui.docks.networks.care import NetworkCare
from deepintro_desktop.ui.docks.networks.presenter import NetworksPresenter
from deepintro_desktop.ui.main_window.actions import WindowActions
from deepintro_desktop.ui.main_window.feedback_ways import feedback_access
from deepintro_desktop.ui.main_window.notifier import ToastNotifier
from deepintro_desktop.ui.main_window.presenter import MainPresenter
from deepintro_desktop.ui.main_window.view import MainWindow
from deepintro_desktop.ui.presenters.collection import Services
from deepintro_desktop.ui.presenters.ports import Prompter, Runner, Settings
from deepintro_desktop.ui.presenters.projects import ProjectsPresenter
from deepintro_desktop.ui.tabs.boundary.presenter import BoundaryPresenter
from deepintro_desktop.ui.tabs.compare.presenter import ComparePresenter
from deepintro_desktop.ui.tabs.occlusion.earlier.presenter import EarlierPresenter
from deepintro_desktop.ui.tabs.occlusion.earlier.view import EarlierAccess
from deepintro_desktop.ui.tabs.occlusion.presenter import OcclusionPresenter
from deepintro_desktop.ui.tabs.synthesis.presenter import SynthesisPresenter
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.tab_order import follow_layout


@dataclass(frozen=True, slots=True)
class Program:
    """A window with everything behind it."""

    window: MainWindow
    presenter: MainPresenter
    networks: NetworksPresenter
    images: ImagesPresenter
    occlusion: OcclusionPresenter
    synthesis: SynthesisPresenter
    boundary: BoundaryPresenter
    projects: ProjectsPresenter
    earlier: EarlierPresenter
    compare: ComparePresenter
    reporting: Reporting


def build_window(
    theme: ThemeManager,
    runner: Runner,
    settings: Settings,
    *,
    device_text: str = "",
    version: str = "",
    prompter: Prompter | None = None,
) -> Program:
    """Return a window that is ready to be shown; ``presenter.start()`` then fills it.

    Parameters
    ----------
    theme : ThemeManager
        Look of the program.
    runner : JobRunner or InlineRunner
        Runs the verbs.
    settings : Settings
        Values that outlive the program.
    device_text : str
        What computes, for the status bar.
    version : str
        Of the program, for the About dialog.
    prompter : Prompter, optional
        Asks questions; dialogs of this window when not given.
    """
    window = MainWindow(theme, settings, device_text, version)
    asker: Any = prompter or DialogPrompter(theme, settings, window)
    services = Services(runner, ToastNotifier(window.toasts, window.messages), asker, settings)
    make_dialog = partial(AddNetworkDialog, theme, settings, window)
    networks = NetworksPresenter(window.networks_dock, services, make_dialog)
    images = ImagesPresenter(window.images_dock, services)
    images.listen(networks.adding.look_for_pictures)
    make_image_view = partial(ImageViewDialog, theme, window)
    viewing = ImageViewing(services, images, networks, make_image_view, images.read_again)
    window.images_dock.attach_viewing(viewing)
    window.occlusion_tab.area.seen_as.clicked.connect(viewing.ask)
    occlusion = OcclusionPresenter(window.occlusion_tab, services)
    synthesis = SynthesisPresenter(window.synthesis_tab, services)
    boundary = BoundaryPresenter(window.boundary_tab, services)
    earlier_view = _earlier_access(theme, window)
    earlier = EarlierPresenter(earlier_view, services, occlusion)
    earlier_view.attach(earlier)
    compare = ComparePresenter(window.compare_tab, services, networks)
    make_report = partial(ReportDialog, theme, window)
    reporting = Reporting(services, occlusion.shown, make_report, usual_paper())
    window.actions_by_name["report"].triggered.connect(reporting.ask)
    feedback = feedback_access(theme, window, services, occlusion)
    for tool in (synthesis, boundary, earlier, compare, feedback):
        occlusion.listen(tool.show)
    projects = ProjectsPresenter(window.projects, services)
    presenter = MainPresenter(window, services, networks, images, occlusion, projects=projects)
    window.projects.attach(projects)
    window.networks_dock.attach(networks)
    window.networks_dock.attach_care(NetworkCare(services, networks))
    window.images_dock.attach(images)
    window.occlusion_tab.attach(occlusion)
    window.synthesis_tab.attach(synthesis)
    window.boundary_tab.attach(boundary)
    window.compare_tab.attach(compare)
    window.attach(presenter)
    follow_layout(window.centralWidget())
    return Program(
        window,
        presenter,
        networks,
        images,
        occlusion,
        synthesis,
        boundary,
        projects,
        earlier,
        compare,
        reporting,
    )


def _earlier_access(theme: ThemeManager, window: MainWindow) -> EarlierAccess:
    """Return the way to what was explained before: a button in the first tool, and the menu's entry."""
    actions = window.actions_by_name
    name = "show_earlier"
    access = EarlierAccess(theme, window.occlusion_tab.side, window, partial(_enable, actions, name))
    actions[name].triggered.connect(access.ask)
    return access


def _enable(actions: WindowActions, name: str, enabled: bool) -> None:
    actions.enable(enabled, name)
