"""The composition root: where things lie, and what is connected to what. The only place that knows all."""

import logging
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import platformdirs

from deepintro_desktop import __version__
from deepintro_desktop.cli.window import WindowRequest
from deepintro_desktop.core import logs
from deepintro_desktop.core.faults import keep_fault_report
from deepintro_desktop.core.said import said
from deepintro_desktop.workflows.context import Context

_log = logging.getLogger(__name__)

APPLICATION_NAME = "DeepIntro"
LIBRARY_VARIABLE = "DEEPINTRO_LIBRARY"


def prepare_process() -> None:
    """Set what libraries read when they are loaded; to be called before anything else.

    Threads of torch that wait by spinning are up to twenty times slower when another program wants a core.
    Measured on two cores beside one busy process: relevance of SqueezeNet 0.3 s passive, 2 to 7 s spinning;
    on a quiet machine both take the same.

    onnxruntime keeps an identity of this device and events of use in a database of its own, to be sent to its
    makers, unless it is told not to before it is loaded. Nothing is ever sent from here, whoever wishes it.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"


def data_folder() -> Path:
    """Return the folder of the user's own data."""
    return Path(platformdirs.user_data_dir(APPLICATION_NAME, appauthor=False))


def default_library_folder() -> Path:
    """Return where the library lies when nobody says otherwise."""
    named = os.environ.get(LIBRARY_VARIABLE)
    return Path(named) if named else data_folder() / "library"


def faults_folder() -> Path:
    """Return where reports of faults of the program are kept."""
    return Path(platformdirs.user_log_dir(APPLICATION_NAME, appauthor=False)) / "faults"


def settings_file() -> Path:
    """Return where the settings of the window are kept."""
    return Path(platformdirs.user_config_dir(APPLICATION_NAME, appauthor=False)) / "settings.json"


def make_context(library: Path | None, device: str) -> Context:
    """Return the context of workflows; nothing is opened yet."""
    return Context(library or default_library_folder(), device)


def open_window(request: WindowRequest) -> int:
    """Open the window, run until it is closed, and return the exit code."""
    from PySide6.QtWidgets import QApplication

    from deepintro_desktop.jobs import JobRunner
    from deepintro_desktop.settings import SETTINGS, SettingsStore
    from deepintro_desktop.ui.language import SYSTEM, speak
    from deepintro_desktop.ui.main_window.build import build_window
    from deepintro_desktop.ui.theme import ThemeManager, ThemeMode
    from deepintro_desktop.workflows.catalogue import catalogue

    logs.set_up(verbose=request.verbose)
    _catch_faults()
    app = QApplication([APPLICATION_NAME])
    app.setApplicationName(APPLICATION_NAME)
    app.setApplicationDisplayName("DeepIntro")
    app.setDesktopFileName("deepintro")
    settings = SettingsStore(settings_file())
    speak(app, str(settings.get("language")) if "language" in SETTINGS else SYSTEM)
    device = request.device if request.device != "auto" else str(settings.get("device"))
    context = make_context(request.library, device)
    runner = JobRunner(catalogue(), lambda: context, reports_folder=faults_folder())
    theme = ThemeManager(app, ThemeMode(str(settings.get("theme"))))
    program = build_window(theme, runner, settings, device_text=_device_text(device), version=__version__)
    context.tell_unkept = runner.notice
    runner.noticed.connect(program.presenter.say_unkept)
    program.window.show()
    program.presenter.start(request.files, sample=request.sample)
    code = app.exec()
    runner.shutdown()
    context.close()
    return code


def _device_text(device: str) -> str:
    """Say what computes without loading what would know it exactly; the warm-up corrects it."""
    n_threads = os.cpu_count() or 1
    return said(f"CPU · {n_threads} threads") if device in ("auto", "cpu") else device.upper()


def _catch_faults() -> None:
    """Keep a report of every fault that nobody caught; the window lives on."""

    def keep(error: BaseException | None) -> None:
        if error is None or isinstance(error, KeyboardInterrupt):
            return
        path = keep_fault_report(faults_folder(), "window", error)
        _log.error("A fault of the program; a report was kept in %s", path)

    def from_main(_: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
        keep(error)

    sys.excepthook = from_main
    threading.excepthook = _for_threads(keep)


def _for_threads(keep: Callable[[BaseException | None], None]) -> Callable[[threading.ExceptHookArgs], None]:
    return lambda arguments: keep(arguments.exc_value)
