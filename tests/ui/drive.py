"""Drives the real window on real files and keeps pictures of what it shows, for looking at.

    xvfb-run -s "-screen 0 1600x1000x24" python tests/ui/drive.py --out looks --network N --images I …

Every step goes the way of a person's click, through widgets and presenters, with the real runner.
Also says how long the window could not answer: a timer of 10 ms notes its longest delay per step.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QElapsedTimer, QEventLoop, QPoint, QTimer  # noqa: E402
from PySide6.QtGui import QColor, QPainter, QPixmap  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog  # noqa: E402

from deepintro_desktop.jobs import JobRunner  # noqa: E402
from deepintro_desktop.settings import SettingsStore  # noqa: E402
from deepintro_desktop.ui.language import speak  # noqa: E402
from deepintro_desktop.ui.main_window.build import Program, build_window  # noqa: E402
from deepintro_desktop.ui.theme import ThemeManager, ThemeMode  # noqa: E402
from deepintro_desktop.workflows.catalogue import catalogue  # noqa: E402
from deepintro_desktop.workflows.context import Context  # noqa: E402

TICK_MS = 10


class Pulse:
    """Notes how late a timer of 10 ms is: that long the window could not answer."""

    def __init__(self) -> None:
        self.worst_ms = 0
        self._clock = QElapsedTimer()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._clock.start()
        self._timer.start(TICK_MS)

    def take(self) -> int:
        """Return the longest delay since the last call, in ms."""
        worst, self.worst_ms = self.worst_ms, 0
        return worst

    def _beat(self) -> None:
        self.worst_ms = max(self.worst_ms, self._clock.restart() - TICK_MS)


class Driver:
    """Does steps and keeps pictures."""

    def __init__(self, app: QApplication, program: Program, runner: JobRunner, out: Path) -> None:
        self.app, self.program, self.runner, self.out = app, program, runner, out
        self.pulse = Pulse()
        self._n_pictures = 0

    def wait(self, until: Callable[[], bool], limit_s: float = 300.0) -> None:
        """Let the window live until something is true."""
        end = time.monotonic() + limit_s
        while not until() and time.monotonic() < end:
            self.live(0.02)

    def live(self, seconds: float) -> None:
        """Let the window live for a while."""
        loop = QEventLoop()
        QTimer.singleShot(int(seconds * 1000), loop.quit)
        loop.exec()

    def rest(self) -> None:
        """Wait until nothing runs."""
        self.wait(lambda: not self.runner.jobs)
        self.live(0.3)

    def step(self, name: str, action: Callable[[], object], *, settle: bool = True) -> None:
        """Do something, wait, keep a picture, say how long it took and how long the window was blocked."""
        self.live(3 * TICK_MS / 1000)  # the beat that was late because of the picture before
        self.pulse.take()
        began = time.monotonic()
        action()
        if settle:
            self.rest()
        else:
            self.live(0.35)
        print(f"{name:28} {time.monotonic() - began:6.2f} s   longest block {self.pulse.take():4d} ms")
        self.keep(name)

    def accept(self) -> None:
        """Press the best button of the open dialog."""
        dialog = self.app.activeModalWidget()
        if isinstance(dialog, QDialog):
            dialog.accept()

    def reject(self) -> None:
        """Leave the open dialog."""
        dialog = self.app.activeModalWidget()
        if isinstance(dialog, QDialog):
            dialog.reject()

    def keep(self, name: str) -> None:
        """Save a picture of the window."""
        self._n_pictures += 1
        self.out.mkdir(parents=True, exist_ok=True)
        self.picture().save(str(self.out / f"{self._n_pictures:02d}-{name}.png"))

    def picture(self) -> QPixmap:
        """Return the window as it is seen, with the open dialog over it, which is a window of its own."""
        window, dialog = self.program.window, self.app.activeModalWidget()
        picture = window.grab()
        if dialog is not None:
            place = QPoint((window.width() - dialog.width()) // 2, (window.height() - dialog.height()) // 2)
            painter = QPainter(picture)
            painter.fillRect(window.rect(), QColor(0, 0, 0, 90))
            painter.drawPixmap(place, dialog.grab())
            painter.end()
        return picture


def scenario(driver: Driver, networks: list[Path], images: list[Path]) -> None:
    """Go through everything that the window can do with the first network and the first image.

    What was added last is selected, so the first ones come last.
    """
    program = driver.program
    tab = program.window.occlusion_tab
    driver.step("empty", program.presenter.start)
    for network in reversed(networks):
        driver.step("network-read", lambda: program.presenter.drop([network]))  # noqa: B023
        driver.step("network-added", driver.accept)
    driver.step("images-added", lambda: program.presenter.drop(images[1:]))
    driver.step("image-added", lambda: program.presenter.drop(images[:1]))
    driver.step("recluster", lambda: program.occlusion.set_parameter("distance", 3.5))
    driver.step("recluster-size", lambda: program.occlusion.set_parameter("min_size", 40))
    driver.step("hover", lambda: program.occlusion.hover(2))
    driver.step("toggle", lambda: (tab.toggle(1), tab.toggle(3)))
    driver.step("analysing", tab.analyse, settle=False)
    driver.step("analysed", lambda: None)
    driver.step("applied", lambda: program.occlusion.apply_answer("minimum_to_occlude"))
    driver.step("all", tab.occlude_all)
    driver.step("none", tab.occlude_none)
    driver.step("method", lambda: program.occlusion.set_method("lrp-epsilon"))
    driver.step("nothing-found", lambda: program.occlusion.set_parameter("min_size", 2000))
    driver.step("reset", tab.reset_parameters)
    driver.step("duplicate", lambda: program.presenter.drop([*images[:1], Path(__file__)]))


def main() -> int:
    """Run the scenario."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--network", type=Path, nargs="+", default=[])
    options.add_argument("--images", type=Path, nargs="+", default=[])
    options.add_argument("--theme", default="light")
    options.add_argument("--language", default="en")
    options.add_argument("--size", default="1440x900")
    chosen = options.parse_args()
    width, height = map(int, chosen.size.split("x"))
    app = QApplication([])
    speak(app, chosen.language)
    theme = ThemeManager(app, ThemeMode(chosen.theme))
    with tempfile.TemporaryDirectory() as folder:
        context = Context(Path(folder) / "library", "cpu")
        runner = JobRunner(catalogue(), lambda: context, reports_folder=Path(folder) / "faults")
        settings = SettingsStore(Path(folder) / "settings.json")
        program = build_window(theme, runner, settings, device_text="CPU · 2 threads", version="0.1.0")
        program.window.resize(width, height)
        program.window.show()
        driver = Driver(app, program, runner, chosen.out)
        scenario(driver, chosen.network, chosen.images)
        program.window.close()
        driver.rest()
        runner.shutdown()
        context.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
