"""``deepintro report`` and ``explain --replay``."""

import json

import pytest
from support.command_line import run, run_json
from support.tiny import PREPROCESSING, tiny_network, tiny_picture


@pytest.fixture
def library(tmp_path, library_folder):
    network, picture = tiny_network(tmp_path), tiny_picture(tmp_path)
    options = ("--library", str(library_folder), "--quiet")
    run_json("networks", "add", str(network), "--preprocessing", PREPROCESSING, *options)
    run_json("images", "add", str(picture), *options)
    return options


@pytest.fixture
def explained(library):
    settings = ("--threshold", "2", "--min-size", "2", "--repeat", "2", "--seed", "4", "--fill", "random")
    return run_json("explain", "tiny", "picture.png", *settings, *library)


def _cleaned(value):
    """Take away what another run may say otherwise."""
    if isinstance(value, dict):
        left_out = ("seconds", "date", "from_library", "files", "settings", "gradient_device")
        return {key: _cleaned(entry) for key, entry in value.items() if key not in left_out}
    return [_cleaned(entry) for entry in value] if isinstance(value, list) else value


def test_analyses_are_listed_and_reported(library, explained, tmp_path):
    (one,) = run_json("report", "--list", *library)["analyses"]
    assert (one["network"], one["image"], one["kind"]) == ("tiny", "picture.png", "analysis")
    listed = run("report", "--list", *library).out
    assert one["id"][:12] in listed
    formats = ("--format", "html", "--format", "folder", "--format", "html")
    more = ("--out", str(tmp_path / "out"), "--name", "r", "--comment", "Plausible, I think.")
    written = run_json("report", one["id"][:10], *formats, *more, *library)
    assert [path.rpartition("/")[2] for path in written["files"]] == ["r.html", "r"]
    assert "Plausible, I think." in (tmp_path / "out" / "r.html").read_text("utf-8")


def test_a_replay_makes_the_same_numbers(library, explained, tmp_path):
    (one,) = run_json("report", "--list", *library)["analyses"]
    run_json("report", one["id"], "--format", "folder", "--out", str(tmp_path), "--name", "r", *library)
    replay = tmp_path / "r" / "replay.json"
    again = run_json("explain", "--replay", str(replay), *library)
    assert json.dumps(_cleaned(again), sort_keys=True) == json.dumps(_cleaned(explained), sort_keys=True)
    fresh = ("--library", str(tmp_path / "fresh"), "--quiet")
    files = (str(tmp_path / "tiny.onnx"), str(tmp_path / "picture.png"))
    visited = run_json("explain", *files, "--replay", str(replay), "--preprocessing", PREPROCESSING, *fresh)
    assert visited["features"] == explained["features"]
    assert _cleaned(visited["analysis"]) == _cleaned(explained["analysis"])
    missing = run("explain", "--replay", str(replay), *fresh)
    assert missing.code == 3
    assert "not in the library" in missing.err


@pytest.mark.parametrize(
    "options", [("--target", "1"), ("--threshold", "3"), ("--seed", "9"), ("--frame", "2"), ("--analyse",)]
)
def test_a_replay_takes_no_other_settings(library, tmp_path, options):
    outcome = run("explain", "--replay", str(tmp_path / "r.json"), *options, *library)
    assert outcome.code == 2
    assert options[0] in outcome.err


def test_wrong_use_is_said(library):
    assert run("report", *library).code == 2
    assert run("explain", *library).code == 2
    assert run("explain", "tiny", *library).code == 2
    assert run("report", "abc", "--format", "docx", *library).code == 2
    assert run("report", "abc", *library).code == 3


def test_an_empty_library_has_nothing_to_report(library):
    assert run_json("report", "--list", *library) == {"analyses": []}
    assert "No analyses yet" in run("report", "--list", *library).out


def test_files_that_are_no_replay_are_refused(library, tmp_path):
    (tmp_path / "r.json").write_text("{}")
    outcome = run("explain", "--replay", str(tmp_path / "r.json"), "--json", *library)
    assert outcome.code == 3
    assert outcome.json["error"]["kind"] == "unreadable-replay"
