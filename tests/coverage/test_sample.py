"""A few networks of many kinds, written by their frameworks, opened and explained; ``run.py`` does all."""

import json
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

RUN = Path(__file__).with_name("run.py")
SAMPLE = runpy.run_path(str(RUN.with_name("catalogue.py")))["SAMPLE"]


@pytest.mark.slow
@pytest.mark.parametrize("name", SAMPLE)
def test_network_is_opened_and_explained_within_the_limits(name, tmp_path):
    results, kind = tmp_path / "results.jsonl", SAMPLE[name]
    folders = ["--results", str(results), "--work", str(tmp_path / "work")]
    answer = subprocess.run(
        [sys.executable, str(RUN), name, "--format", kind, *folders],
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    rows = [json.loads(line) for line in results.read_text(encoding="utf-8").splitlines()]
    assert [(row["network"], row["format"], row["status"]) for row in rows] == [(name, kind, "explained")]
