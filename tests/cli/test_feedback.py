"""``deepintro feedback``: list and export."""

import json

import pytest
from support.command_line import run, run_json

from deepintro_desktop.core.feedback import FeedbackSubject
from deepintro_desktop.library import Library


@pytest.fixture
def here(library_folder):
    """Return the options of a library with two entries."""
    about = FeedbackSubject("n", "net", "a" * 64, "i", "dog.png", "b" * 64, 3, "dog")
    with Library.open(library_folder) as library:
        library.feedback.add("general", {"ease": 5})
        library.feedback.add("analysis", {"trust": 2, "remarks": "=1"}, about)
    return ("--library", str(library_folder))


def test_the_list_says_what_feedback_is_about_and_what_is_gone(here):
    newest, oldest = run("feedback", "list", *here).out.splitlines()
    assert "about dog in dog.png (net), of which the library has no more: network, image" in newest
    assert "2 answers" in newest
    assert "  general  1 answer  id " in oldest
    assert [one["form"] for one in run_json("feedback", "list", *here)["feedback"]] == ["analysis", "general"]


def test_export_as_a_table_and_as_json(here, tmp_path):
    table, plain = tmp_path / "f.csv", tmp_path / "f.json"
    assert "Wrote 2 entries" in run("feedback", "export", "--out", str(table), *here).out
    assert b"'=1" in table.read_bytes()
    given = run_json("feedback", "export", "--format", "json", "--out", str(plain), *here)
    assert given == {"path": str(plain), "n_entries": 2}
    assert json.loads(plain.read_text("utf-8"))["feedback"][1]["answers"]["remarks"] == "=1"


def test_a_file_has_to_be_named(here, tmp_path):
    for more in ((), ("--out", str(tmp_path))):
        outcome = run("feedback", "export", *more, *here)
        assert outcome.code == 3
        assert "--out" in outcome.err


def test_a_library_without_feedback(library_folder, tmp_path):
    here, path = ("--library", str(library_folder)), tmp_path / "f.csv"
    assert run("feedback", "list", *here).out == ""
    outcome = run("feedback", "export", "--out", str(path), *here)
    assert (outcome.code, outcome.err) == (0, "The library has no feedback.\n")
    assert path.read_bytes().startswith(b"\xef\xbb\xbfid,form,")
