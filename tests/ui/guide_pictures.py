"""Makes the pictures of the guide, from the program as it is and its two samples, in every language.

    xvfb-run -a -s "-screen 0 1600x1000x24" python tests/ui/guide_pictures.py

They lie beside the pages, in resources/guide/LANGUAGE/pictures. To be run after a change that is seen; the
fonts are those of the system (Inter where it is installed).
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import nibabel
import numpy as np
from drive import ROOT, Driver
from pictures import do, open_window
from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog

from deepintro_desktop.ui.language import LANGUAGES, speak
from deepintro_desktop.ui.theme import ThemeMode

SIZE = (1100, 700)
SYNTHESIS, BOUNDARY, COMPARE = 1, 2, 3


def folder(language: str) -> Path:
    """Return where the pictures of a language lie."""
    return ROOT / "resources" / "guide" / language / "pictures"


def main() -> int:
    """Make every picture in every language."""
    app = QApplication([])
    app.setApplicationDisplayName("DeepIntro")
    for language in LANGUAGES:
        folder(language).mkdir(parents=True, exist_ok=True)
        speak(app, language)
        for scene in SCENES.values():
            with open_window(app, ThemeMode.LIGHT, SIZE) as driver:
                scene(driver, language)
    return 0


def start(driver: Driver, language: str) -> None:
    """The start page."""
    do(driver, driver.program.presenter.start)
    save(driver.program.window.grab().toImage(), language, "start")


def shapes(driver: Driver, language: str) -> None:
    """The first sample: as it opens, two features occluded, analysed, drawn."""
    program = driver.program
    do(driver, lambda: program.presenter.start(sample="shapes"))
    save(program.window.grab().toImage(), language, "shapes")
    do(driver, lambda: program.occlusion.toggle(1))
    save(program.window.tools.grab().toImage(), language, "shapes-occluded")
    do(driver, program.occlusion.occlude_none)
    do(driver, program.window.occlusion_tab.analyse)
    save(program.window.tools.grab().toImage(), language, "shapes-analysed")
    save(program.window.occlusion_tab.side.grab().toImage(), language, "answers")
    save(program.window.occlusion_tab.area.legend.grab().toImage(), language, "legend")
    do(driver, program.window.actions_by_name["report"].trigger)
    [dialog] = [one for one in program.window.findChildren(QDialog) if one.isVisible()]
    save(dialog.grab().toImage(), language, "report")
    do(driver, dialog.reject)


def marker(driver: Driver, language: str) -> None:
    """The second sample: the network that trusts the letter, without it, and both networks compared."""
    program = driver.program
    do(driver, lambda: program.presenter.start(sample="marker"))
    save(program.window.grab().toImage(), language, "marker")
    do(driver, lambda: program.occlusion.toggle(1))
    save(program.window.tools.grab().toImage(), language, "marker-occluded")
    do(driver, lambda: program.window.tools.show_tool(COMPARE))
    save(program.window.tools.grab().toImage(), language, "compare")


def making(driver: Driver, language: str) -> None:
    """Images that the network cannot tell from a feature, and images between two classes."""
    program, window = driver.program, driver.program.window
    do(driver, lambda: program.presenter.start(sample="shapes"))
    do(driver, lambda: window.tools.show_tool(SYNTHESIS))
    do(driver, lambda: program.synthesis.choose_subject(1))
    window.synthesis_tab.panel.quality.set_choice("draft")
    do(driver, window.synthesis_tab.panel.run_box.button.click)
    save(window.tools.grab().toImage(), language, "synthesis")
    do(driver, lambda: window.tools.show_tool(BOUNDARY))
    do(driver, window.boundary_tab.panel.run_box.button.click)
    save(window.tools.grab().toImage(), language, "boundary")


def image_view(driver: Driver, language: str) -> None:
    """How an image is seen: a slice of a volume that was never in any head."""
    program = driver.program
    do(driver, lambda: program.presenter.start(sample="shapes"))
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "phantom.nii"
        nibabel.save(nibabel.Nifti1Image(phantom(), np.eye(4)), path)
        do(driver, lambda: program.images.add((path,)))
    do(driver, program.window.images_dock.show_view)
    [dialog] = [one for one in program.window.findChildren(QDialog) if one.isVisible()]
    save(dialog.grab().toImage(), language, "image-view")
    do(driver, dialog.reject)


def phantom() -> np.ndarray:
    """Return a volume of ellipsoids within each other, int16 [96, 112, 96]."""
    shape = (96, 112, 96)
    x, y, z = np.meshgrid(*(np.linspace(-1, 1, n) for n in shape), indexing="ij", sparse=True)
    volume = np.zeros(shape)
    for value, centre, radii in (
        (1800, (0, 0, 0), (0.72, 0.92, 0.86)),
        (-900, (0, 0, 0), (0.66, 0.86, 0.80)),
        (220, (0, 0.05, 0.1), (0.62, 0.8, 0.72)),
        (-350, (-0.22, 0.05, 0.05), (0.12, 0.36, 0.25)),
        (-350, (0.22, 0.05, 0.05), (0.12, 0.36, 0.25)),
        (420, (0.3, -0.42, 0.12), (0.13, 0.13, 0.13)),
    ):
        parts = zip((x, y, z), centre, radii, strict=True)
        volume += value * (sum(((one - at) / radius) ** 2 for one, at, radius in parts) < 1)
    noise = np.random.default_rng(0).normal(0, 25, shape)
    return (volume + noise).astype(np.int16)


SCENES: dict[str, Callable[[Driver, str], None]] = {
    "start": start,
    "shapes": shapes,
    "marker": marker,
    "making": making,
    "image_view": image_view,
}


def save(image: QImage, language: str, name: str) -> None:
    """Write a picture, as small as it gets without loss."""
    path = folder(language) / f"{name}.webp"
    pixels = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(pixels.constBits(), np.uint8).reshape(pixels.height(), pixels.bytesPerLine())
    array = rows[:, : 3 * pixels.width()].reshape(pixels.height(), pixels.width(), 3)
    Image.fromarray(array).save(path, lossless=True, quality=100, method=6)
    print(f"{language}/{path.name}  {path.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    sys.exit(main())
