"""Helpers that misbehave, and a look at what they leave behind."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from support.tiny import tiny_network

from deepintro_desktop.core.progress import Report
from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.importers import ImportedNetwork
from deepintro_desktop.importers.worker.limits import Limits
from deepintro_desktop.importers.worker.parent import open_in_helper

MISBEHAVIOUR = Path(__file__).with_name("misbehaviour.py")
PLENTY = Limits(memory_bytes=4 << 30, total_s=60, silent_s=60)


class Bench:
    """Opens a tiny network with helpers of a chosen behaviour; remembers their folders."""

    def __init__(self, network: Path) -> None:
        self.network = network
        self.folders: list[Path] = []

    def open(self, behaviour: str, limits: Limits = PLENTY, report: Report | None = None) -> ImportedNetwork:
        """Open the network with a helper that behaves so."""

        def command(folder: Path) -> list[str]:
            self.folders.append(folder)
            return [sys.executable, "-P", str(MISBEHAVIOUR), behaviour, str(folder)]

        request = AddNetworkRequest(self.network, preprocessing="zero-to-one")
        return open_in_helper(request, report or Report(), limits=limits, command=command)


@pytest.fixture
def bench(
    tmp_path: Path, real_helper: None, new_children: Callable[[], set[psutil.Process]]
) -> Iterator[Bench]:
    """Return a bench; afterwards no helper runs and none of their folders is left."""
    made = Bench(tiny_network(tmp_path))
    yield made
    assert made.folders
    assert [folder for folder in made.folders if folder.exists()] == []
    assert new_children() == set()
