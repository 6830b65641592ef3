"""The whole window on made-up verbs, for tests that click."""

from typing import Any

from PySide6.QtWidgets import QApplication

from deepintro_desktop.jobs import InlineRunner
from deepintro_desktop.ui.dialogs.add_network.view import AddNetworkDialog
from deepintro_desktop.ui.main_window.build import Program, build_window
from deepintro_desktop.ui.theme import ThemeManager
from support.fake_jobs import FakePrompter, FakeSettings
from support.fake_verbs import FakeLibrary


class Stage:
    """A window on fakes."""

    def __init__(self, theme: ThemeManager, n_features: int = 3, **settings: Any) -> None:
        self.library = FakeLibrary(n_features)
        self.runner = InlineRunner(self.library.catalogue())
        self.prompter = FakePrompter()
        self.settings = FakeSettings(**settings)
        self.program: Program = build_window(
            theme, self.runner, self.settings, device_text="CPU", version="0", prompter=self.prompter
        )
        self.window = self.program.window
        self.tab = self.window.occlusion_tab

    @property
    def dialog(self) -> AddNetworkDialog:
        """The open dialog that adds models."""
        found = self.window.findChildren(AddNetworkDialog)
        return next(dialog for dialog in found if dialog.isVisible())

    def live(self) -> None:
        """Do all work and paint."""
        for _ in range(3):
            self.runner.drain()
            QApplication.sendPostedEvents()
        self.window.grab()

    def open_sample(self) -> None:
        """Show the sample, explained."""
        self.program.presenter.start(sample="shapes")
        self.live()
