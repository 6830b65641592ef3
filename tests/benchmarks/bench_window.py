"""The window: seconds to the first paint, and how long the main thread is ever away while an analysis runs.

Run with ``python tests/benchmarks/bench_window.py``; offscreen where there is no display.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"

FIRST_PAINT = """
import sys, time
start = float(sys.argv[1])
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from deepintro_desktop import bootstrap
from deepintro_desktop.cli.window import WindowRequest

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            app.removeEventFilter(self)
            heavy = sorted({"torch", "onnxruntime", "tensorflow", "scipy", "onnx"} & set(sys.modules))
            print(time.time() - start, ",".join(heavy) or "none")
            QTimer.singleShot(0, app.quit)
        return False

original = QApplication.__init__
def init(self, arguments):
    global app, watch
    original(self, arguments)
    app, watch = self, Watch()
    self.installEventFilter(watch)
QApplication.__init__ = init
bootstrap.open_window(WindowRequest((), False, Path(sys.argv[2]), "cpu", False))
"""

BUSY = """
import sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from deepintro_desktop.core.requests import AddImagesRequest, AddNetworkRequest
from deepintro_desktop import bootstrap
from deepintro_desktop.jobs import JobRunner
from deepintro_desktop.settings import SettingsStore
from deepintro_desktop.ui.main_window.build import build_window
from deepintro_desktop.ui.theme import ThemeManager, ThemeMode
from deepintro_desktop.workflows.add_images import add_images
from deepintro_desktop.workflows.add_network import add_network
from deepintro_desktop.workflows.catalogue import catalogue

folder = Path(sys.argv[1])
network, preprocessing, picture = Path(sys.argv[3]), sys.argv[4], Path(sys.argv[5])
app = QApplication(["bench"])
context = bootstrap.make_context(folder / "library", "cpu")
added = add_network(AddNetworkRequest(network, preprocessing=preprocessing), context).record
image = add_images(AddImagesRequest((picture,)), context).added[0]
settings = SettingsStore(folder / "settings.json")
settings.set("selected_network", added.id)
settings.set("selected_image", image.id)
runner = JobRunner(catalogue(), lambda: context)
theme = ThemeManager(app, ThemeMode.LIGHT)
program = build_window(theme, runner, settings)
program.window.resize(1440, 900)
program.window.show()
program.presenter.start()
gaps, last, verbs = [], [time.perf_counter()], set()

def tick():
    now = time.perf_counter()
    if any(job.verb == "analyse" for job in runner.jobs):
        verbs.add("analyse")
        gaps.append(now - last[0])
    last[0] = now

def begin():
    if runner.jobs:
        return
    if "analyse" in verbs:
        app.quit()
    elif not asked:
        asked.append(1)
        program.occlusion.analyse()

asked = []
timer = QTimer(); timer.timeout.connect(tick); timer.start(10)
starter = QTimer(); starter.timeout.connect(begin); starter.start(200)
QTimer.singleShot(int(sys.argv[6]) * 1000, app.quit)
app.exec()
runner.shutdown()
context.close()
gaps.sort()
print(len(gaps), max(gaps), gaps[int(len(gaps) * 0.99)], gaps[len(gaps) // 2])
"""


def _environment(folder: Path) -> dict[str, str]:
    values = dict(os.environ)
    if not values.get("DISPLAY"):
        values.setdefault("QT_QPA_PLATFORM", "offscreen")
    values.update(
        {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("DATA", "CONFIG", "STATE", "CACHE")}
    )
    return values


def first_paint(n_runs: int = 6) -> tuple[list[float], str]:
    """Return seconds from process start to the first paint, warm, and the heavy modules loaded by then."""
    seconds, heavy = [], ""
    with tempfile.TemporaryDirectory() as name:
        for run in range(n_runs + 1):
            outcome = subprocess.run(
                [sys.executable, "-c", FIRST_PAINT, str(time.time()), name],
                env=_environment(Path(name)),
                cwd=ROOT,
                capture_output=True,
                text=True,
                check=True,
            )
            taken, heavy = outcome.stdout.split()[-2:]
            if run:
                seconds.append(float(taken))
    return seconds, heavy


def main_thread_gaps(
    network: Path, preprocessing: str, picture: Path, limit_s: int = 120
) -> tuple[float, ...]:
    """Return count, largest, 99th percentile and median gap of a 10 ms timer during an analysis, in s."""
    with tempfile.TemporaryDirectory() as name:
        outcome = subprocess.run(
            [
                sys.executable,
                "-c",
                BUSY,
                name,
                str(TESTS),
                str(network),
                preprocessing,
                str(picture),
                str(limit_s),
            ],
            env=_environment(Path(name)),
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
    return tuple(float(value) for value in outcome.stdout.split())


def _subject() -> tuple[Path, str, Path]:
    data = ROOT.parent / "shared" / "data"
    squeezenet = data / "models" / "caffe_squeezenet_v1.0" / "deploy.prototxt"
    if squeezenet.is_file():
        return squeezenet, "caffe", data / "images" / "photos" / "chelsea.png"
    sample = ROOT / "resources" / "samples" / "shapes"
    return sample / "shapes.onnx", "zero-to-one", sample / "quadrilateral-01.png"


def main() -> None:
    """Print both tables."""
    seconds, heavy = first_paint()
    print("| what | median | largest | asked for |")
    print("| --- | --- | --- | --- |")
    print(f"| first paint, warm, s | {statistics.median(seconds):.2f} | {max(seconds):.2f} | ≤ 1.5 |")
    count, largest, high, median = main_thread_gaps(*_subject())
    print(
        f"| gap of a 10 ms timer during an analysis, ms | {1000 * median:.0f} | {1000 * largest:.0f} | ≤ 50 |"
    )
    print(f"\n{count:.0f} ticks, 99th percentile {1000 * high:.0f} ms; heavy at the first paint: {heavy}")


if __name__ == "__main__":
    main()
