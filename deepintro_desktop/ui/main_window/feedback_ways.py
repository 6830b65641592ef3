"""The ways to feedback in the window: the Help menu, and a link below the analysis."""

from functools import partial

from deepintro_desktop.ui.dialogs.feedback.access import Explaining, FeedbackAccess
from deepintro_desktop.ui.dialogs.feedback.view import FeedbackDialog, GivenFeedbackDialog
from deepintro_desktop.ui.main_window.actions import WindowActions
from deepintro_desktop.ui.main_window.view import MainWindow
from deepintro_desktop.ui.presenters.collection import Services
from deepintro_desktop.ui.theme import ThemeManager


class _Ways:
    def __init__(self, actions: WindowActions) -> None:
        self._actions = actions

    def enable_about_analysis(self, enabled: bool) -> None:
        self._actions.enable(enabled, "feedback_analysis")


def feedback_access(
    theme: ThemeManager, window: MainWindow, services: Services, tab: Explaining
) -> FeedbackAccess:
    """Return what opens the dialogs, connected with the menu and the link."""
    actions = window.actions_by_name
    access = FeedbackAccess(
        _Ways(actions),
        services,
        tab,
        partial(FeedbackDialog, theme, window),
        partial(GivenFeedbackDialog, theme, window),
    )
    actions.connect(
        feedback=access.give, feedback_analysis=access.give_about_analysis, feedback_given=access.show_given
    )
    window.occlusion_tab.side.feedback.clicked.connect(access.give_about_analysis)
    return access
