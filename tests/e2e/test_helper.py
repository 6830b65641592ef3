"""The real program and its real helper: interruptions, faults, and what is left of them."""

import os
import signal
import subprocess
import sys

import psutil
import pytest
from support.command_line import run, run_json
from support.tiny import PREPROCESSING, tiny_network

from deepintro_desktop.core.errors import UnreadableNetworkError
from deepintro_desktop.core.faults import RemoteFault
from deepintro_desktop.core.progress import Cancelled, Report
from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.importers.worker import parent
from deepintro_desktop.workflows.add_network import add_network
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.references import visit_network


@pytest.fixture
def context(library_folder, real_helper, new_children):
    made = Context(library_folder, "cpu")
    yield made
    made.close()
    assert new_children() == set()


def test_adding_and_visiting_go_through_the_helper(context, new_children, tmp_path):
    request = AddNetworkRequest(tiny_network(tmp_path), preprocessing=PREPROCESSING)
    pids = set()
    report = Report(on_progress=lambda _, __: pids.update(child.pid for child in new_children()))
    added = add_network(request, context, report).record
    assert len(pids) == 1
    assert visit_network(request, context, report).manifest == added.manifest
    assert len(pids) == 2


def test_a_cancelled_import_stores_nothing(context, tmp_path):
    seen = []
    report = Report(on_progress=lambda _, words: seen.append(words), is_cancelled=lambda: len(seen) >= 3)
    with pytest.raises(Cancelled):
        add_network(AddNetworkRequest(tiny_network(tmp_path)), context, report)
    assert context.library.networks.list() == []


def test_every_refusal_from_the_helper_is_exit_code_3(tmp_path, library_folder, real_helper):
    broken = tmp_path / "broken.onnx"
    broken.write_bytes(tiny_network(tmp_path).read_bytes()[:2000])
    outcome = run("networks", "add", str(broken), "--json", "--library", str(library_folder))
    assert outcome.code == 3
    assert outcome.json["error"]["kind"] == UnreadableNetworkError.kind
    assert "broken.onnx" in outcome.json["error"]["message"]
    assert run_json("networks", "list", "--library", str(library_folder))["networks"] == []


def test_a_fault_in_the_helper_is_exit_code_1_with_its_report(tmp_path, library_folder, monkeypatch):
    what = "a patient's name"

    def fail(*_):
        raise RemoteFault("KeyError", what, '  File "a.py", line 3, in somewhere\nKeyError\n')

    monkeypatch.setattr(parent, "open_in_helper", fail)
    outcome = run("networks", "add", str(tiny_network(tmp_path)), "--library", str(library_folder), "--json")
    assert outcome.code == 1
    assert outcome.json["error"]["message"] == "KeyError"
    report = next((tmp_path / "user").rglob("faults/*.txt"))
    assert "in somewhere" in report.read_text()
    assert what not in report.read_text() + outcome.err


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is another thing on Windows")
def test_ctrl_c_ends_program_and_helper_and_leaves_nothing(tmp_path):
    network, temporary = tiny_network(tmp_path), tmp_path / "temporary"
    temporary.mkdir()
    command = [sys.executable, "-m", "deepintro_desktop", "networks", "add", str(network)]
    program = subprocess.Popen(
        [*command, "--library", str(tmp_path / "library")],
        env={**os.environ, "TMPDIR": str(temporary)},
        stderr=subprocess.PIPE,
        text=True,
    )
    with program:
        assert "Opening the network" in program.stderr.readline()
        assert "Reading" in program.stderr.readline()
        helpers = psutil.Process(program.pid).children()
        program.send_signal(signal.SIGINT)
        assert "Stopped" in program.stderr.read()
    assert program.returncode == 130
    psutil.wait_procs(helpers, timeout=10)
    assert len(helpers) == 1
    assert not helpers[0].is_running()
    assert list(temporary.iterdir()) == []
