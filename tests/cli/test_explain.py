"""``deepintro explain --repeat``: how answers do with other fills."""

import pytest
from support.command_line import run, run_json
from support.tiny import PREPROCESSING, tiny_network, tiny_picture

from deepintro_desktop.bootstrap import settings_file
from deepintro_desktop.settings import SettingsStore

METRICS = ("largest_change", "most_important", "minimum_to_keep", "minimum_to_occlude")


@pytest.fixture
def arguments(tmp_path, library_folder):
    network, picture = tiny_network(tmp_path), tiny_picture(tmp_path)
    options = ("--preprocessing", PREPROCESSING, "--library", str(library_folder), "--quiet")
    return ("explain", str(network), str(picture), "--threshold", "2", "--min-size", "2", *options)


def test_spread_is_reported_for_each_answer(arguments):
    analysis = run_json(*arguments, "--repeat", "7")["analysis"]
    spread = analysis["spread"]
    assert len(spread["repetitions"]) == 7
    assert len({(entry["fill"], entry["seed"]) for entry in spread["repetitions"]}) == 7
    for name in METRICS:
        found = spread[name]
        if analysis[name]["probability"] is None:
            assert found is None
        else:
            assert 0 <= found["held"] <= 7
            assert 0.0 <= found["lowest"] <= found["highest"] <= 1.0


def test_without_repetitions_there_is_no_spread(arguments):
    assert run_json(*arguments, "--analyse")["analysis"]["spread"] is None
    assert run_json(*arguments)["analysis"] is None


def test_people_read_how_often_an_answer_holds(arguments):
    assert "of 2 repetitions" in run(*arguments, "--repeat", "2").out


@pytest.mark.parametrize("count", ["0", "-1", "many"])
def test_a_count_that_makes_no_sense_is_wrong_use(arguments, count):
    assert run(*arguments, "--repeat", count).code == 2


def test_the_default_method_of_the_window_is_none_of_the_command_lines(arguments):
    SettingsStore(settings_file()).set("default_method", "sensitivity")
    assert run_json(*arguments)["relevance"]["method"] == "lrp-alpha2-beta1"
    assert run_json(*arguments, "--method", "sensitivity")["relevance"]["method"] == "sensitivity"
