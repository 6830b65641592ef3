"""Exit codes and streams of the command line."""

import pytest
from support.command_line import run

from deepintro_desktop.cli import predict
from deepintro_desktop.cli.main import parse
from deepintro_desktop.cli.window import window_request
from deepintro_desktop.core.progress import Cancelled


def test_help_lists_every_verb():
    outcome = run("--help")
    assert outcome.code == 0
    verbs = ("networks", "images", "predict", "explain", "synthesise", "boundary", "evaluate", "doctor")
    for verb in (*verbs, "gui", "sample"):
        assert verb in outcome.out


@pytest.mark.parametrize(
    "arguments",
    [
        ("frobnicate",),
        ("explain",),
        ("explain", "a.onnx", "b.png", "--threshold", "-1"),
        ("explain", "a.onnx", "b.png", "--fill", "plaid"),
        ("explain", "a.onnx", "b.png", "--budget", "0"),
        ("predict", "a.onnx", "b.png", "--seed", "x"),
        ("networks",),
        ("gone.onnx",),
        ("--lib", ".", "networks", "list"),
        ("explain", "a.onnx", "b.png", "--occlude", "a"),
    ],
)
def test_wrong_use_is_exit_code_2_without_a_traceback(arguments):
    outcome = run(*arguments)
    assert outcome.code == 2
    assert "Traceback" not in outcome.err
    assert "_numbers" not in outcome.err
    assert outcome.out == ""


def test_missing_file_is_exit_code_3_with_json(library_folder):
    outcome = run("predict", "nowhere/net.onnx", "cat.png", "--json", "--library", str(library_folder))
    assert outcome.code == 3
    assert outcome.json["error"]["kind"] == "not-found"
    assert set(outcome.json["error"]) == {"kind", "message", "hint"}
    assert "nowhere/net.onnx" in outcome.err


def test_a_fault_of_ours_is_exit_code_1_with_a_report(monkeypatch, library_folder):
    def break_down(session):
        raise ZeroDivisionError("secret patient")

    monkeypatch.setattr(predict, "_run", break_down)
    outcome = run("predict", "a", "b", "--library", str(library_folder))
    assert outcome.code == 1
    assert "Traceback" not in outcome.err
    assert "report was kept" in outcome.err
    assert "secret patient" not in outcome.err


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, Cancelled])
def test_interruption_is_exit_code_130(monkeypatch, library_folder, interruption):
    def stop(session):
        raise interruption

    monkeypatch.setattr(predict, "_run", stop)
    assert run("predict", "a", "b", "--library", str(library_folder)).code == 130


def test_without_a_verb_the_window_is_asked_for(tmp_path):
    picture = tmp_path / "cat.png"
    picture.write_bytes(b"")
    assert window_request(parse([])).files == ()
    assert window_request(parse([str(picture)])).files == (picture,)
    assert window_request(parse(["--device", "cpu", str(picture)])).device == "cpu"
    assert window_request(parse(["gui", str(picture)])).files == (picture,)
    assert window_request(parse(["sample"])).sample == "shapes"
    assert window_request(parse(["sample", "marker"])).sample == "marker"
    assert window_request(parse(["gui"])).sample == ""
    assert window_request(parse(["doctor"])) is None


def test_common_options_may_stand_before_and_after_the_verb(tmp_path):
    before = parse(["--library", str(tmp_path), "--seed", "3", "doctor"])
    after = parse(["doctor", "--library", str(tmp_path), "--seed", "3"])
    assert before.library == after.library == tmp_path
    assert before.seed == after.seed == 3
    assert not after.json
