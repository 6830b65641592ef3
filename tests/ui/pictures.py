"""Makes the pictures of the window that the README shows, from the program as it is.

    xvfb-run -s "-screen 0 1600x1000x24" python tests/ui/pictures.py --data ../shared/data

Occlusion in both themes, boundary and the dialog that adds a model in the light one, synthesis in the
dark one. The fonts are those of the system (Inter where it is installed).
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from drive import ROOT, Driver, JobRunner
from PySide6.QtWidgets import QApplication

from deepintro_desktop.settings import SettingsStore
from deepintro_desktop.ui.main_window.build import build_window
from deepintro_desktop.ui.theme import ThemeManager, ThemeMode
from deepintro_desktop.workflows.catalogue import catalogue
from deepintro_desktop.workflows.context import Context

OUT = ROOT / "packaging" / "pictures"
SYNTHESIS, BOUNDARY = 1, 2
PHOTOS = ("astronaut.png", "wolves.jpg", "coffee.png", "dog.jpg", "caffe_cat.jpg", "chelsea.png")


def main() -> int:
    """Make every picture."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True, help="folder with models and images")
    data = options.parse_args().data
    app = QApplication([])
    for mode in (ThemeMode.LIGHT, ThemeMode.DARK):
        with open_window(app, mode) as driver:
            _fill(driver, data)
            _occlusion(driver, mode.value)
            if mode is ThemeMode.DARK:
                _synthesis(driver, mode.value)
            else:
                _adding(driver, data, mode.value)
                _boundary(driver, mode.value)
    return 0


@contextmanager
def open_window(app: QApplication, mode: ThemeMode, size: tuple[int, int] = (1440, 900)) -> Iterator[Driver]:
    """Open the window on a library of its own; close and forget both."""
    theme = ThemeManager(app, mode)
    with tempfile.TemporaryDirectory() as folder:
        context = Context(Path(folder) / "library", "cpu")
        runner = JobRunner(catalogue(), lambda: context, reports_folder=Path(folder) / "faults")
        settings = SettingsStore(Path(folder) / "settings.json")
        program = build_window(theme, runner, settings, device_text="CPU · 2 threads", version="0.1.0")
        program.window.resize(*size)
        program.window.show()
        driver = Driver(app, program, runner, OUT)
        yield driver
        program.window.close()
        driver.rest()
        runner.shutdown()
        context.close()
    program.window.deleteLater()
    theme.retire()


def _fill(driver: Driver, data: Path) -> None:
    program, models = driver.program, data / "models"
    do(driver, program.presenter.start)
    for folder, pattern in (
        ("onnx_mnist_cntk", "*.onnx"),
        ("onnx_cifar10_winml", "*.onnx"),
        ("caffe_squeezenet_v1.0", "*.caffemodel"),
    ):
        files = sorted((models / folder).glob(pattern))
        do(driver, lambda files=files: program.presenter.drop(files))
        do(driver, driver.accept)
    photos = [data / "images" / "photos" / name for name in PHOTOS]
    for files in (photos[:-1], photos[-1:]):  # what was added last is looked at
        do(driver, lambda files=files: program.presenter.drop(files))
    do(driver, lambda: program.occlusion.set_parameter("distance", 3.5))
    do(driver, lambda: program.occlusion.set_parameter("min_size", 40))


def _adding(driver: Driver, data: Path, theme: str) -> None:
    [network] = (data / "models" / "caffe_squeezenet_v1.0").glob("*.prototxt")
    do(driver, lambda: driver.program.presenter.drop([network]))
    _save(driver, f"adding-{theme}")
    do(driver, driver.reject)


def _occlusion(driver: Driver, theme: str) -> None:
    program = driver.program
    do(driver, program.window.occlusion_tab.analyse)
    do(driver, lambda: (program.occlusion.toggle(1), program.occlusion.toggle(3)))
    do(driver, lambda: program.occlusion.hover(2))
    _save(driver, f"occlusion-{theme}")


def _synthesis(driver: Driver, theme: str) -> None:
    program, tab = driver.program, driver.program.window.synthesis_tab
    do(driver, lambda: program.window.tools.show_tool(SYNTHESIS))
    do(driver, lambda: program.synthesis.choose_subject(2))
    tab.panel.quality.set_choice("draft")
    do(driver, tab.panel.run_box.button.click)
    tab.panel.quality.set_choice("standard")
    do(driver, tab.panel.run_box.button.click)
    _save(driver, f"synthesis-{theme}")


def _boundary(driver: Driver, theme: str) -> None:
    program, tab = driver.program, driver.program.window.boundary_tab
    do(driver, lambda: program.window.tools.show_tool(BOUNDARY))
    do(driver, tab.panel.run_box.button.click)
    do(driver, lambda: program.boundary.set_class(1, tab.panel.second.labels().index("golden retriever")))
    do(driver, tab.panel.run_box.button.click)
    _save(driver, f"boundary-{theme}")


def do(driver: Driver, action: Callable[[], object]) -> None:
    """Do something, and wait until nothing runs."""
    action()
    driver.rest()


def _save(driver: Driver, name: str) -> None:
    driver.picture().save(str(OUT / f"{name}.png"))
    print(f"{name}.png")


if __name__ == "__main__":
    sys.exit(main())
