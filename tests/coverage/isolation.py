"""Run one step in a process of its own, with limits of time and memory."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

FOLDER = Path(__file__).parent
REPOSITORY = FOLDER.parents[1]

_ENVIRONMENT = {
    "OMP_NUM_THREADS": "1",
    "OMP_WAIT_POLICY": "PASSIVE",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "CUDA_VISIBLE_DEVICES": "",
    "PYTHONPATH": str(REPOSITORY),
}
_STEP_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a step ended. ``fault`` is empty when it ended well, else one line that says what happened."""

    fault: str
    seconds: float
    memory_mb: int


def run_alone(script: str, *arguments: str, seconds: float, memory_gb: float, log: Path) -> Outcome:
    """Run ``script`` of this folder; what it prints goes to ``log``."""
    command = [sys.executable, str(FOLDER / script), *arguments]
    with log.open("w", encoding="utf-8") as output:
        process = psutil.Popen(
            command, env={**os.environ, **_ENVIRONMENT}, stdout=output, stderr=subprocess.STDOUT, cwd=FOLDER
        )
        started, peak, fault = time.monotonic(), 0, ""
        while process.poll() is None:
            peak = max(peak, _memory(process))
            fault = _broken_limit(time.monotonic() - started, peak, seconds, memory_gb)
            if fault:
                _end(process)
                break
            try:
                process.wait(_STEP_SECONDS)
            except psutil.TimeoutExpired:
                continue
        elapsed = time.monotonic() - started
    if not fault and process.returncode:
        fault = f"ended with {process.returncode}: {_last_line(log)}"
    return Outcome(fault, elapsed, peak >> 20)


def _memory(process: psutil.Process) -> int:
    try:
        family = [process, *process.children(recursive=True)]
        return sum(member.memory_info().rss for member in family)
    except psutil.Error:
        return 0


def _broken_limit(elapsed: float, peak: int, seconds: float, memory_gb: float) -> str:
    if elapsed > seconds:
        return f"stopped after {seconds:.0f} s"
    return f"stopped at {memory_gb:g} GB of memory" if peak > memory_gb * 2**30 else ""


def _end(process: psutil.Process) -> None:
    for member in [*process.children(recursive=True), process]:
        member.kill()
    process.wait()


def _last_line(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return lines[-1][:300] if lines else "nothing was printed"
