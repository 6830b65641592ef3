"""Add, explain, analyse, remove, over and over in one window: nothing that the process holds becomes more.

Every cycle goes the way of a person's clicks, with the real jobs; now and then a network comes and goes, too,
through the helper process.
"""

import gc
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import psutil
from PySide6.QtCore import QObject, QTimer
from reliability.alone import in_own_process
from reliability.figures import Figure
from reliability.stage import RealWindow
from support.tiny import PREPROCESSING, tiny_network, tiny_picture

from deepintro_desktop.core.requests import AddNetworkRequest

N_CYCLES, N_WARM = 300, 50
MAX_GROWTH_MB = 50
_A_NETWORK_EVERY = 25
_MIB = 1024 * 1024


@dataclass(frozen=True)
class Look:
    """What the process holds at one moment."""

    memory_mb: float
    threads: int
    timers: int
    handles: int
    objects: int


def look(stage: RealWindow) -> Look:
    """Count what the process holds, after everything that was let go is gone."""
    stage.rest()
    gc.collect()
    process = psutil.Process()
    handles = process.num_handles() if hasattr(process, "num_handles") else process.num_fds()
    roots: list[QObject] = [stage.app, stage.window, stage.runner]
    timers = sum(len(root.findChildren(QTimer)) for root in roots)
    objects = sum(len(root.findChildren(QObject)) for root in roots)
    return Look(process.memory_info().rss / _MIB, process.num_threads(), timers, handles, objects)


def cycle(stage: RealWindow, folder: Path, number: int) -> None:
    """Add a picture, wait for its explanation, analyse, choose an answer, remove it."""
    program = stage.program
    program.presenter.drop([tiny_picture(folder, f"{number}.png", seed=number)])
    stage.rest()
    assert program.occlusion.scene.features is not None, stage.said()
    program.occlusion.analyse()
    stage.rest()
    stage.window.occlusion_tab.toggle(1)
    stage.rest()
    program.images.remove(program.images.selected.id)
    stage.rest()
    if number % _A_NETWORK_EVERY == _A_NETWORK_EVERY - 1:
        path = tiny_network(folder, seed=number)
        stage.add_network(AddNetworkRequest(path, preprocessing=PREPROCESSING, name=f"n{number}"))
        program.networks.remove(program.networks.records[-1].id)
        stage.rest()


def run_cycles(folder: Path, n_cycles: int, n_warm: int) -> dict[str, Any]:
    """Return what the process held after ``n_warm`` cycles and after all of them."""
    looks: list[Look] = []
    with RealWindow(folder) as stage:
        program = stage.program
        program.presenter.start()
        stage.rest()
        stage.add_network(AddNetworkRequest(tiny_network(folder), preprocessing=PREPROCESSING))
        program.presenter.drop([tiny_picture(folder, "first.png", seed=-1 % 1000)])
        stage.rest()
        program.occlusion.set_parameter("threshold", 2.0)
        program.occlusion.set_parameter("min_size", 2)
        stage.rest()
        for number in range(n_cycles):
            cycle(stage, folder, number)
            if number + 1 == n_warm or (number + 1 > n_warm and (number + 1) % n_warm == 0):
                looks.append(look(stage))
        looks.append(look(stage))
        assert stage.reports() == []
        assert stage.said() == "", stage.said()
    return {"warm": asdict(looks[0]), "end": asdict(looks[-1]), "all": [asdict(one) for one in looks]}


def measure(n_cycles: int = N_CYCLES) -> list[Figure]:
    """Run the cycles and word what came out."""
    n_warm = min(N_WARM, n_cycles // 2)
    with tempfile.TemporaryDirectory() as folder:
        found = in_own_process("cycles", "run_cycles", Path(folder), n_cycles, n_warm)
    for one in found["all"]:
        print(one)
    warm, end = Look(**found["warm"]), Look(**found["end"])
    growth_mb = end.memory_mb - warm.memory_mb
    counts = [
        (name, getattr(warm, name), getattr(end, name))
        for name in ("threads", "timers", "handles", "objects")
    ]
    names = {"threads": "threads", "timers": "timers", "handles": "file handles", "objects": "Qt objects"}
    said = ", ".join(f"{names[name]} {before} → {after}" for name, before, after in counts)
    return [
        Figure(
            f"memory after {n_cycles} cycles of add, explain, analyse, remove, against after {n_warm}",
            f"{growth_mb:+.1f} MB ({end.memory_mb:.0f} MB)",
            f"< +{MAX_GROWTH_MB} MB",
            growth_mb < MAX_GROWTH_MB,
        ),
        Figure("threads, timers, file handles then and at the end", said, "no more", no_more(warm, end)),
    ]


def no_more(before: Look, after: Look) -> bool:
    """Tell whether nothing that is counted has become more."""
    return (
        after.threads <= before.threads
        and after.timers <= before.timers
        and after.handles <= before.handles
        and after.objects <= before.objects
    )
