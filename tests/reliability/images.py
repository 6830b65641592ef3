"""Thousands of images in one project: opening, scrolling through all of them, memory with the thumbnails.

The images are added by one process and looked at by another, so that memory is that of looking.
"""

import tempfile
import time
from pathlib import Path

import numpy as np
import psutil
from PIL import Image
from reliability.alone import in_own_process
from reliability.figures import Figure

N_IMAGES = 5000
FRAME_MS = 1000 / 60
STEP_PX = 60
"""How far the list moves in a frame; more than a row."""

_HEIGHT, _WIDTH = 96, 128
_MIB = 1024 * 1024


def make_pictures(folder: Path, n_images: int) -> None:
    """Write small distinct pictures: coloured blocks, each with another few pixels."""
    rng = np.random.default_rng(5)
    folder.mkdir(parents=True)
    for number in range(n_images):
        blocks = rng.integers(0, 256, (6, 8, 3), dtype=np.uint8)
        pixels = np.repeat(np.repeat(blocks, _HEIGHT // 6, 0), _WIDTH // 8, 1)
        pixels[:2, :8] = rng.integers(0, 256, (2, 8, 3), dtype=np.uint8)
        Image.fromarray(pixels).save(folder / f"picture-{number:05d}.png", compress_level=1)


def add_all(folder: Path, n_images: int) -> float:
    """Make pictures and add them to the library of a folder as one request; return the seconds it took."""
    from deepintro_desktop.core.requests import AddImagesRequest
    from deepintro_desktop.workflows.add_images import add_images
    from deepintro_desktop.workflows.context import Context

    make_pictures(folder / "pictures", n_images)
    context = Context(folder / "library", "cpu")
    began = time.perf_counter()
    added = add_images(AddImagesRequest((folder / "pictures",)), context)
    taken_s = time.perf_counter() - began
    context.close()
    assert len(added.added) == n_images, added.refused[:3]
    return taken_s


def look_at_all(folder: Path, computing: bool = True) -> dict[str, float]:
    """Open the window on the library of a folder and scroll from the first image to the last, frame by frame.

    A frame is: move the list, let everything happen that waits for the main thread: thumbnails that came, and
    painting. Without ``computing`` the libraries that compute are not loaded.
    """
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication
    from reliability.stage import RealWindow

    without = {} if computing else {"warm_up": _nothing}
    with RealWindow(folder, verbs=without) as stage:
        stage.app.processEvents()
        images = stage.program.images
        began = time.perf_counter()
        stage.program.presenter.start()
        stage.wait(lambda: images.is_settled)
        rows = stage.window.images_dock.list
        rows.viewport().repaint()
        opened_s = time.perf_counter() - began
        stage.rest()
        bar = rows.verticalScrollBar()
        frames, cpu = [], []
        for place in range(0, bar.maximum() + STEP_PX, STEP_PX):
            start, start_cpu = time.perf_counter(), time.thread_time()
            bar.setValue(place)
            QApplication.processEvents()
            frames.append(1000 * (time.perf_counter() - start))
            cpu.append(1000 * (time.thread_time() - start_cpu))
            loop = QEventLoop()
            QTimer.singleShot(max(round(FRAME_MS - frames[-1]), 0), loop.quit)
            loop.exec()
        stage.rest()
        in_sight = _rows_in_sight(stage)
        return {
            "n_images": len(images.records),
            "opened_s": opened_s,
            "n_frames": len(frames),
            "p95_ms": float(np.percentile(frames, 95)),
            "p99_ms": float(np.percentile(frames, 99)),
            "largest_ms": max(frames),
            "cpu_p95_ms": float(np.percentile(cpu, 95)),
            "late": sum(frame > FRAME_MS for frame in frames),
            "rows_in_sight": len(in_sight),
            "thumbnails_in_sight": sum(not row.thumbnail.isNull() for row in in_sight),
            "memory_mb": psutil.Process().memory_info().rss / _MIB,
        }


def _nothing(_request: object, _context: object, _report: object) -> str:
    return ""


def _rows_in_sight(stage):  # noqa: ANN001, ANN202
    from deepintro_desktop.ui.widgets.dock_row import ROW_ROLE

    dock = stage.window.images_dock
    indices = (dock.list.model().index_of(entry_id) for entry_id in dock.visible_ids())
    return [index.data(ROW_ROLE) for index in indices]


def measure(n_images: int = N_IMAGES) -> list[Figure]:
    """Add, open, scroll, and word what came out."""
    with tempfile.TemporaryDirectory() as name:
        added_s = in_own_process("images", "add_all", Path(name), n_images)
        alone = in_own_process("images", "look_at_all", Path(name), False)
        found = in_own_process("images", "look_at_all", Path(name))
    print(alone, found, sep="\n")
    smooth = f"{found['p95_ms']:.1f} ms, {found['p99_ms']:.1f} ms, {found['largest_ms']:.0f} ms"
    late = f"{found['late']} of {found['n_frames']} frames over {FRAME_MS:.1f} ms"
    return [
        Figure(f"adding {n_images} images, one request", f"{added_s:.0f} s", "–", True),
        Figure(
            f"opening a library with {n_images} images, until they are listed and painted",
            f"{found['opened_s']:.2f} s",
            "< 1 s",
            found["opened_s"] < 1,
        ),
        Figure(
            "scrolling through all of them: a frame, 95th and 99th percentile, largest",
            f"{smooth}; {late}",
            "95 of 100 ≤ 16.7 ms",
            found["p95_ms"] <= FRAME_MS,
        ),
        Figure(
            "memory after all thumbnails were seen; with torch and onnxruntime loaded beside them",
            f"{alone['memory_mb']:.0f} MB; {found['memory_mb']:.0f} MB",
            "< 400 MB; –",
            alone["memory_mb"] < 400,
        ),
    ]
