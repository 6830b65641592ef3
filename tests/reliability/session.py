"""A whole session that counts every socket, with careless file permissions around it.

The window opens the bundled sample through the helper process, explains, analyses, synthesises, exports,
adds, removes, checks. An audit hook sees every socket of Python from the first import on; where ``strace`` is
installed, the system says so for native code and for the helper, too.
"""

import os
import shutil
import stat
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from reliability.alone import in_own_process
from reliability.figures import Figure

HARMLESS = frozenset({"socket.gethostname"})
"""What the module of sockets does without making one."""

_CALLS = "socket,connect,bind,listen,accept,accept4,sendto,sendmsg"
_N_ITERATIONS = 4


def listen() -> list[str]:
    """Return a list to which every socket of this process is written from now on; there is no way back."""
    events: list[str] = []

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith("socket.") and event not in HARMLESS:
            events.append(f"{event} {arguments!r}")

    sys.addaudithook(hear)
    return events


def make_a_socket(folder: Path) -> list[str]:
    """Make one socket; return what was heard of it."""
    events = listen()
    import socket

    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()
    return events


def run_session(folder: Path) -> dict[str, Any]:
    """Do everything once with a mask that forbids nothing; return sockets seen and what others may read."""
    events = listen()
    os.umask(0)
    done = _work(folder)
    import psutil

    connections = [str(one) for one in psutil.Process().net_connections("all")]
    return {
        "events": events,
        "connections": connections,
        "open": open_to_others(folder / "library"),
        "done": done,
    }


def _work(folder: Path) -> list[str]:
    """Use the window; return what came to be, so that an empty session does not count as a quiet one."""
    from reliability.stage import RealWindow
    from support.tiny import tiny_picture

    from deepintro_desktop.core.requests import ExplainRequest
    from deepintro_desktop.workflows.explain import explain
    from deepintro_desktop.workflows.export import write_explanation

    with RealWindow(folder) as stage:
        program = stage.program
        program.presenter.start(sample="shapes")
        stage.rest()
        program.occlusion.analyse()
        stage.rest()
        program.synthesis.set_in_front(True)
        stage.rest()
        program.synthesis.set_n_images(1)
        program.synthesis.set_iterations(_N_ITERATIONS)
        stage.rest()
        program.synthesis.make()
        stage.rest()
        stage.prompter.files = (folder / "exports" / "saved.png",)
        program.synthesis.save(program.occlusion.scene.input_hwc_u8, "picture")
        stage.rest()
        network, image = program.networks.selected.id, program.images.selected.id
        explanation = explain(ExplainRequest(network, image, analyse=True, budget=30), stage.context)
        write_explanation(explanation, folder / "exports")
        program.presenter.drop([tiny_picture(folder)])
        stage.rest()
        program.images.remove(program.images.selected.id)
        program.presenter.check_library()
        program.presenter.ask_preferences()
        stage.rest()
        assert stage.reports() == []
        assert "The library is sound" in stage.said(), stage.said()
        kinds = stage.context.library._storage.database.read("SELECT DISTINCT kind FROM result ORDER BY kind")
        return [str(row[0]) for row in kinds] + sorted(path.name for path in (folder / "exports").iterdir())


def open_to_others(folder: Path) -> list[str]:
    """Return every file and folder of a library that others than its owner may read, write or enter."""
    paths = [folder, *folder.rglob("*")]
    return [f"{path.name} {stat.filemode(mode)}" for path in paths if (mode := path.stat().st_mode) & 0o077]


def sockets_seen_by_the_system(folder: Path, function: str = "run_session") -> list[str] | None:
    """Run the session, or another function of this module, under ``strace``; return all calls about sockets.

    None where there is no ``strace``.
    """
    strace, log = shutil.which("strace"), folder / "calls"
    if strace is None or subprocess.run([strace, "-qq", "true"], capture_output=True, check=False).returncode:
        return None
    prefix = [
        strace,
        "-f",
        "-qq",
        "--seccomp-bpf",
        "-e",
        f"trace={_CALLS}",
        "-e",
        "signal=none",
        "-o",
        str(log),
    ]
    (folder / "own").mkdir()
    in_own_process("session", function, folder / "own", prefix=prefix)
    return [
        line for line in log.read_text().splitlines() if any(f"{call}(" in line for call in _CALLS.split(","))
    ]


def measure(_size: int = 1) -> list[Figure]:
    """Run the session and word what was seen."""
    with tempfile.TemporaryDirectory() as folder:
        found = in_own_process("session", "run_session", Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        calls = sockets_seen_by_the_system(Path(folder))
    for line in [*found["events"], *found["connections"], *found["open"], *(calls or [])]:
        print(line, flush=True)
    seen = len(found["events"]) + len(found["connections"])
    figures = [
        Figure(
            "sockets of Python made, and connections of the process open, during a whole session",
            f"{seen}",
            "0",
            seen == 0,
        )
    ]
    if calls is not None:
        what = "calls of the system about sockets in it, native code and the helper included"
        figures.append(Figure(what, f"{len(calls)}", "0", not calls))
    what = "files and folders of the library open to others, with no mask set"
    return [*figures, Figure(what, f"{len(found['open'])}", "0", not found["open"])]
