"""A few networks of many kinds, written by their frameworks, opened and explained; ``run.py`` does all."""

import json
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

RUN = Path(__file__).with_name("run.py")
SAMPLE = runpy.run_path(str(RUN.with_name("catalogue.py")))["SAMPLE"]
FAULTS = runpy.run_path(str(RUN.with_name("results.py")))["faults"]
JOBS = 2
"""Networks at once: each is measured by a process that computes on one core."""


@pytest.fixture(scope="module")
def measured(tmp_path_factory):
    """Return the exit code of one run, what it found out about each network, and all that it printed."""
    folder = tmp_path_factory.mktemp("coverage")
    results = folder / "results.jsonl"
    folders = ["--results", str(results), "--work", str(folder / "work")]
    answer = subprocess.run(
        [sys.executable, str(RUN), "--sample", "--jobs", str(JOBS), *folders],
        capture_output=True,
        text=True,
        check=False,
    )
    text = answer.stdout + answer.stderr
    lines = results.read_text(encoding="utf-8").splitlines() if results.is_file() else []
    return answer.returncode, {row["network"]: row for row in map(json.loads, lines)}, text


@pytest.mark.slow
@pytest.mark.parametrize("name", SAMPLE)
def test_network_is_opened_and_explained_within_the_limits(name, measured):
    _, rows, text = measured
    assert name in rows, text
    assert (rows[name]["format"], rows[name]["status"]) == (SAMPLE[name], "explained"), text
    assert FAULTS(rows[name]) == (), text


@pytest.mark.slow
def test_the_run_says_that_nothing_failed(measured):
    code, _, text = measured
    assert code == 0, text
