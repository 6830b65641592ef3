"""The folder: exact numbers, tables that spreadsheets read, and the file that replays."""

import csv
import io
import json
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image
from support.reports import make_case, make_data

from deepintro_desktop.core.replay import read_replay
from deepintro_desktop.core.results import Feature
from deepintro_desktop.reports.folder import folder_files


@pytest.fixture
def files(data):
    return folder_files(data.cases[0], data)


def rows(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"))))


def test_arrays_are_exact(data, files):
    of = data.cases[0].explanation
    np.testing.assert_array_equal(np.load(io.BytesIO(files["relevance.npy"])), of.relevance.values_hw)
    np.testing.assert_array_equal(np.load(io.BytesIO(files["features.npy"])), of.features.labels_hw)
    with Image.open(io.BytesIO(files["input.png"])) as picture:
        np.testing.assert_array_equal(np.asarray(picture), of.input_hwc_u8)


def test_the_table_of_features_says_every_number_in_full(data, files):
    of = data.cases[0].explanation
    found = rows(files["features.csv"])
    assert [int(row["number"]) for row in found] == [feature.number for feature in of.features.features]
    for row, feature in zip(found, of.features.features, strict=True):
        assert float(row["relevance"]) == feature.relevance
        assert tuple(int(row[name]) for name in ("x0", "y0", "x1", "y1")) == feature.box
        drop = of.alone_drops.get(feature.number)
        assert row["change_alone"] == ("" if drop is None else repr(-drop))


def test_the_table_of_answers_says_certainty_and_spread(data, files):
    analysis = data.cases[0].explanation.analysis
    found = {row["answer"]: row for row in rows(files["answers.csv"])}
    assert set(found) == {"largest_change", "most_important", "minimum_to_keep", "minimum_to_occlude"}
    for key, row in found.items():
        answer = getattr(analysis, key)
        assert row["certainty"] == answer.certainty.value
        assert row["features"] == " ".join(map(str, answer.features))
        assert (row["repetitions"], row["held"]) == ("4", "3")


def test_the_json_holds_everything_and_names_the_files(data, files):
    found = json.loads(files["report.json"])
    (one,) = found["explanations"]
    assert found["format"] == "deepintro-report"
    assert set(one["files"].values()) <= set(files)
    assert one["replay"] == json.loads(files["replay.json"])
    assert one["target"]["index"] == data.cases[0].explanation.target.index
    assert one["settings"]
    assert one["limits"]


def test_the_replay_file_can_be_read(data, files):
    replay = read_replay(files["replay.json"], "replay.json")
    assert replay.to_dict() == data.cases[0].replay


def test_a_name_is_no_formula():
    case = make_case()
    first = case.explanation.features.features[0]
    assert isinstance(first, Feature)
    evil = replace(first, name="=1+1")
    features = replace(case.explanation.features, features=(evil, *case.explanation.features.features[1:]))
    case = replace(case, explanation=replace(case.explanation, features=features))
    assert rows(folder_files(case, make_data(case))["features.csv"])[0]["name"] == "'=1+1"


def test_without_an_analysis_there_is_no_table_of_answers():
    case = make_case(analysed=False)
    assert "answers.csv" not in folder_files(case, make_data(case))


def test_where_the_picture_came_from_is_never_written(data):
    case = data.cases[0]
    image = replace(case.explanation.image, source_path="/somewhere/secret/folder/cat.png")
    case = replace(case, explanation=replace(case.explanation, image=image))
    for name, content in folder_files(case, data).items():
        assert b"secret" not in content, name
