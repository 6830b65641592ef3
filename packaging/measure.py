"""Measure a frozen program: its size by part, and how long it takes until it answers.

    python3 packaging/measure.py build/full/deepintro/deepintro

The window is measured on Linux where there is a screen and xdotool (xvfb-run gives one), until it is visible.
Every time is the shortest of some starts, the first of which warms the caches.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import build

N_STARTS = 5
N_PARTS = 8


def _command_line(program: Path) -> float:
    start = time.monotonic()
    subprocess.run([program, "--version"], check=True, capture_output=True)
    return time.monotonic() - start


def _helper(program: Path) -> float:
    """Return the time until the helper says its first word; its task is missing, so that it ends then."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.monotonic()
        command = [program, "--import-helper", folder]
        with subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as helper:
            assert helper.stdout is not None
            helper.stdout.readline()
            seconds = time.monotonic() - start
            helper.communicate()
    return seconds


def _window(program: Path) -> float:
    with tempfile.TemporaryDirectory() as library:
        start = time.monotonic()
        window = subprocess.Popen([program, "gui", "--library", library], stdin=subprocess.DEVNULL)
        try:
            find = ["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(window.pid)]
            subprocess.run(find, check=True, capture_output=True, timeout=60)
            return time.monotonic() - start
        finally:
            window.terminate()
            window.wait()


def _shortest(program: Path, start: Callable[[Path], float]) -> str:
    times = [start(program) for _ in range(N_STARTS)]
    return f"{min(times):.2f} s (first {times[0]:.2f} s)"


def main(program: Path) -> int:
    """Print what was measured."""
    n_files, n_bytes = build.size_of(program.parent)
    print(f"{n_files} files, {n_bytes / 1e6:.0f} MB")
    parts = {
        path.name: build.size_of(path)[1]
        for path in (program.parent / "_internal").iterdir()
        if path.is_dir()
    }
    for name in sorted(parts, key=lambda name: -parts[name])[:N_PARTS]:
        print(f"  {name} {parts[name] / 1e6:.0f} MB")
    print(f"command line: {_shortest(program, _command_line)}")
    print(f"helper, first word: {_shortest(program, _helper)}")
    if os.environ.get("DISPLAY") and shutil.which("xdotool"):
        print(f"window, visible: {_shortest(program, _window)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()) if len(sys.argv) == 2 else __doc__)
