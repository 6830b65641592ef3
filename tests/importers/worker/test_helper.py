"""The helper process: it answers like the importer, and whatever happens inside stays inside."""

import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from importers.worker.conftest import MISBEHAVIOUR, PLENTY
from support.paths import REPOSITORY
from support.tiny import PREPROCESSING, tiny_network

from deepintro_desktop.core.errors import (
    NotFoundError,
    OutOfMemoryError,
    ParityError,
    UnreadableNetworkError,
    UnsafeFileError,
    UnsupportedNetworkError,
)
from deepintro_desktop.core.faults import RemoteFault, keep_fault_report
from deepintro_desktop.core.progress import Cancelled, Report
from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.importers import open_network
from deepintro_desktop.importers.worker import surroundings
from deepintro_desktop.importers.worker.parent import open_in_helper

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="a matter of the Linux kernel")


@pytest.fixture
def elsewhere(tmp_path, monkeypatch, real_helper):
    """Work in an empty folder, with a network that is named relative to it."""
    monkeypatch.chdir(tmp_path)
    tiny_network(tmp_path)
    return Path("tiny.onnx")


def test_the_helper_answers_like_the_importer(elsewhere):
    request = AddNetworkRequest(elsewhere, preprocessing=PREPROCESSING, labels=Path("labels.txt"))
    seen = []
    ours = open_in_helper(request, Report(on_progress=lambda done, words: seen.append((done, words))))
    assert ours == open_network(request)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert any("Comparing" in words for _, words in seen)


def test_the_same_refusal_comes_out(tmp_path, real_helper):
    page = tmp_path / "page.onnx"
    page.write_text("<html>404</html>")
    with pytest.raises(UnreadableNetworkError, match="web page") as inside:
        open_network(AddNetworkRequest(page))
    with pytest.raises(UnreadableNetworkError, match="web page") as outside:
        open_in_helper(AddNetworkRequest(page))
    assert str(inside.value) == str(outside.value)


def test_what_is_not_there_is_said_without_a_helper(tmp_path, real_helper):
    with pytest.raises(NotFoundError, match=r"gone\.onnx"):
        open_in_helper(AddNetworkRequest(tmp_path / "gone.onnx"), command=lambda _: ["no such program"])


def test_errors_keep_class_words_and_fields(bench):
    with pytest.raises(UnsupportedNetworkError) as caught:
        bench.open("refuse")
    error = caught.value
    assert (error.what, error.why, error.hint) == ("A", "b", "ç ☃")
    assert error.fields == {"operators": ("Foo", "Bar"), "where": str(bench.network), "n": 3}
    with pytest.raises(ParityError, match="differently"):
        bench.open("differ")


def test_an_error_of_a_kind_that_nobody_knows_keeps_its_words(bench):
    with pytest.raises(UnreadableNetworkError, match=r"What\. Why\. Hint\."):
        bench.open("refuse_strangely")


def test_a_fault_inside_brings_its_places_but_no_names_of_files(bench, tmp_path):
    with pytest.raises(RemoteFault, match="ZeroDivisionError") as caught:
        bench.open("break_down")
    assert "in break_down" in caught.value.trace
    assert "in break_down" in caught.value.__notes__[0]
    text = keep_fault_report(tmp_path / "faults", "networks", caught.value).read_text()
    assert "in break_down" in text
    assert "tiny.onnx" in str(caught.value)
    assert "tiny.onnx" not in text


@pytest.mark.parametrize(
    ("behaviour", "ended"), [("crash", "SIGSEGV"), ("abort", "SIGABRT"), ("leave", "code 3")]
)
def test_a_helper_that_breaks_down_is_one_sentence(bench, behaviour, ended):
    with pytest.raises(UnreadableNetworkError, match=r"tiny\.onnx could not be opened") as caught:
        bench.open(behaviour)
    if sys.platform != "win32" or behaviour == "leave":
        assert ended in caught.value.why
    assert caught.value.hint


def test_the_log_of_a_crash_is_kept_for_support(bench):
    with pytest.raises(UnreadableNetworkError) as caught:
        bench.open("crash")
    assert "in crash" in caught.value.fields["log"]


@pytest.mark.parametrize("behaviour", ["run_out_of_memory_natively", "raise_memory_error"])
def test_no_memory_inside_is_said(bench, behaviour):
    with pytest.raises(OutOfMemoryError, match=r"tiny\.onnx"):
        bench.open(behaviour)


def test_the_memory_limit_stops_the_helper(bench):
    with pytest.raises(OutOfMemoryError, match=r"tiny\.onnx needs too much memory.*stopped at 0\.5 GB"):
        bench.open("hog", replace(PLENTY, memory_bytes=500_000_000))


@pytest.mark.parametrize(
    ("behaviour", "limits"),
    [
        ("hang", replace(PLENTY, silent_s=0.5)),
        ("turn_in_circles", replace(PLENTY, total_s=1.5)),
    ],
)
def test_the_time_limits_stop_the_helper(bench, behaviour, limits):
    with pytest.raises(UnreadableNetworkError, match=r"tiny\.onnx takes too long"):
        bench.open(behaviour, limits)


def test_cancelling_is_prompt(bench):
    asked = []
    report = Report(
        on_progress=lambda _, words: "Waiting" in words and asked.append(time.monotonic()),
        is_cancelled=lambda: bool(asked),
    )
    with pytest.raises(Cancelled):
        bench.open("hang", report=report)
    assert time.monotonic() - asked[0] < 1.0


def test_an_error_in_the_report_stops_the_helper(bench):
    def fail(done, words):
        if "Waiting" in words:
            raise LookupError

    with pytest.raises(LookupError):
        bench.open("hang", report=Report(on_progress=fail))


def test_what_libraries_print_disturbs_nothing(bench):
    assert bench.open("shout").manifest.n_classes == 4


def test_a_helper_that_cannot_start_is_a_fault_of_the_program(tmp_path, real_helper):
    network = tiny_network(tmp_path)
    command = [sys.executable, "-c", "print('hello'); import surely_not_there"]
    with pytest.raises(RemoteFault, match="did not start|DidNotStart") as caught:
        open_in_helper(AddNetworkRequest(network), command=lambda _: command)
    assert "surely_not_there" in caught.value.trace


def test_what_no_network_needs_is_refused_inside(bench):
    with pytest.raises(UnsupportedNetworkError, match="Told") as caught:
        bench.open("misbehave")
    told = caught.value.fields
    assert told.pop("inside") == "done"
    assert set(told.values()) == {"Refusal"}
    assert not (bench.network.parent / "outside.txt").exists()


@LINUX
def test_the_kernel_refuses_it_to_native_code_too(bench):
    if not _has_landlock():
        pytest.skip("this kernel has no Landlock")
    with pytest.raises(UnsupportedNetworkError, match="Told") as caught:
        bench.open("misbehave_natively")
    told = caught.value.fields
    assert min(told["inside"], told["null"], told["read"]) >= 0
    assert told["write"] == told["remove"] == -1
    assert told["system"] != 0
    assert bench.network.exists()
    assert not (bench.network.parent / "outside.txt").exists()


def _has_landlock() -> bool:
    code = "import sys, pathlib; from deepintro_desktop.importers.worker import landlock; "
    code += "sys.exit(not landlock.confine(pathlib.Path.cwd()))"
    return subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, check=False).returncode == 0


def test_a_file_that_makes_it_write_elsewhere_is_called_unsafe(bench):
    with pytest.raises(UnsafeFileError, match=r"tiny\.onnx is not safe"):
        bench.open("write_outside")


def test_secrets_and_homes_stay_outside(bench, monkeypatch):
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy")
    with pytest.raises(UnsupportedNetworkError) as caught:
        bench.open("tell_surroundings")
    told = caught.value.fields
    assert not {"AWS_SECRET_ACCESS_KEY", "HTTPS_PROXY"} & set(told)
    assert told["folder"] == told["HOME"] == told["TMPDIR"] == str(bench.folders[0])
    assert told["TORCH_FORCE_WEIGHTS_ONLY_LOAD"] == "1"
    assert told["path"] not in ("", told["folder"])


ORPHAN = """
import sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from importers.worker.conftest import Bench
bench = Bench(Path({network!r}))
from deepintro_desktop.core.progress import Report
import psutil
def tell(_, words):
    if "Waiting" in words:
        print(psutil.Process().children()[0].pid, bench.folders[0], flush=True)
bench.open("hang", report=Report(on_progress=tell))
"""


def test_an_orphan_ends_and_tidies_up(tmp_path, real_helper):
    network = tiny_network(tmp_path)
    code = ORPHAN.format(tests=str(MISBEHAVIOUR.parents[2]), network=str(network))
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=REPOSITORY, stdout=subprocess.PIPE, text=True
    ) as middle:
        pid, folder = middle.stdout.readline().split(maxsplit=1)
        helper = psutil.Process(int(pid))
        middle.kill()
        helper.wait(10)
    assert not Path(folder.strip()).exists()


def test_a_frozen_program_starts_itself(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert surroundings.helper_command(tmp_path) == [sys.executable, "--import-helper", str(tmp_path)]
    assert "PYTHONPATH" not in surroundings.helper_environment(tmp_path)


def test_a_package_that_is_only_on_the_path_is_found(tmp_path, elsewhere):
    """Neither installed nor in the working folder: the helper still finds the package."""
    code = (
        "import sys; from pathlib import Path; "
        "from deepintro_desktop.core.requests import AddNetworkRequest; "
        "from deepintro_desktop.importers.worker.parent import open_in_helper; "
        "print(open_in_helper(AddNetworkRequest(Path('tiny.onnx'))).manifest.n_classes)"
    )
    variables = {**os.environ, "PYTHONPATH": os.path.relpath(REPOSITORY)}
    answer = subprocess.run(
        [sys.executable, "-c", code], env=variables, capture_output=True, text=True, check=False
    )
    assert answer.stdout == "4\n", answer.stderr


def test_the_helper_starts_without_qt_and_without_anything_that_computes():
    code = (
        "import sys, deepintro_desktop.__main__, deepintro_desktop.importers.worker.child; "
        "print({'PySide6', 'torch', 'tensorflow', 'onnxruntime', 'scipy'} & set(sys.modules))"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout == "set()\n"
