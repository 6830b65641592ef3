"""The real window on a real library, without a screen; jobs and threads are real, questions are answered."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from support.fake_jobs import FakePrompter

from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.jobs import JobRunner
from deepintro_desktop.settings import SettingsStore
from deepintro_desktop.ui.dialogs.add_network.view import AddNetworkDialog
from deepintro_desktop.ui.main_window.build import build_window
from deepintro_desktop.ui.theme import ThemeManager, ThemeMode
from deepintro_desktop.workflows.catalogue import Verb, catalogue
from deepintro_desktop.workflows.context import Context, Opener, open_in_helper

LIMIT_S = 300.0
_TICK_MS = 5


class RealWindow:
    """A window with everything behind it, as the program makes it; a ``with`` block closes all of it."""

    def __init__(
        self,
        folder: Path,
        opener: Opener = open_in_helper,
        *,
        library: Path | None = None,
        verbs: Mapping[str, Verb] | None = None,
    ) -> None:
        self.app = QApplication.instance() or QApplication(["reliability"])
        self.folder = folder
        self.context = Context(library or folder / "library", "cpu", opener)
        offered = {**catalogue(), **(verbs or {})}
        self.runner = JobRunner(offered, self._get_context, reports_folder=folder / "faults")
        self.settings = SettingsStore(folder / "settings.json")
        self.theme = ThemeManager(self.app, ThemeMode.LIGHT)
        self.prompter = FakePrompter()
        self.program = build_window(
            self.theme, self.runner, self.settings, device_text="CPU", version="0", prompter=self.prompter
        )
        self.window = self.program.window
        self.context.tell_unkept = self.runner.notice
        self.runner.noticed.connect(self.program.presenter.say_unkept)
        self.window.resize(1440, 900)
        self.window.show()

    def wait(self, until: Callable[[], bool], limit_s: float = LIMIT_S) -> None:
        """Let the window live until something is true."""
        loop, timer, end_s = QEventLoop(), QTimer(), time.monotonic() + limit_s
        came = False

        def look() -> None:
            nonlocal came
            came = came or until()
            if came or time.monotonic() > end_s:
                loop.quit()

        timer.timeout.connect(look)
        timer.start(_TICK_MS)
        loop.exec()
        timer.stop()
        assert came, "the window did not come to rest in time"

    def rest(self) -> None:
        """Wait until nothing runs, and delete what was to be deleted."""
        self.wait(self._is_at_rest)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def add_network(self, request: AddNetworkRequest) -> None:
        """Add a network as a person does who agrees to what the dialog proposes."""
        self.program.networks.add((request,))
        self.rest()
        for dialog in self.window.findChildren(AddNetworkDialog):
            dialog.accept()
        self.rest()

    def said(self) -> str:
        """Return everything that toasts and dialogs have said, a line each."""
        toasts = [
            f"{message.title}{'' if message.title.endswith('.') else ':'} {message.text}"
            for message in self.window.toasts.kept()
        ]
        dialogs = [f"{failure.what} {failure.why} {failure.hint}" for _, failure in self.prompter.failures]
        return "\n".join(toasts + dialogs)

    def reports(self) -> list[Path]:
        """Return the reports of faults of the program that were kept."""
        return sorted((self.folder / "faults").glob("*"))

    def close(self) -> None:
        """Leave as the program does."""
        self.window.close()
        self.rest()
        self.runner.shutdown()
        self.context.close()
        self.theme.retire()
        self.window.deleteLater()
        self.runner.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def __enter__(self) -> "RealWindow":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _get_context(self) -> Context:
        return self.context

    def _is_at_rest(self) -> bool:
        return not self.runner.jobs
