"""What people get wrong: one clear sentence with a hint, exit code 3, nothing stored half."""

import json

import pytest
from support.command_line import Outcome, run, run_json
from support.tiny import PREPROCESSING, tiny_network, tiny_picture

BROKEN_PICTURES = {
    "empty.png": b"",
    "page.png": b"<!DOCTYPE html><html><body>Please log in</body></html>",
    "text.jpg": b"just some words\n",
    "header.png": b"\x89PNG\r\n\x1a\n",
    "pointer.png": b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n",
}
BROKEN_NETWORKS = {
    "empty.onnx": b"",
    "page.onnx": b"<html>404</html>",
    "pointer.onnx": b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n",
    "pickle.pth": b"\x80\x04\x95\x10\x00\x00\x00\x00\x00\x00\x00\x8c\x05posix\x94.",
    "picture.onnx": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "words.prototxt": b"this is not a network\n",
}


def refused(outcome: Outcome) -> dict[str, str]:
    """Check the shape of a refusal and return its error object."""
    assert outcome.code == 3, outcome.err
    assert "Traceback" not in outcome.err
    error = outcome.json["error"]
    assert set(error) == {"kind", "message", "hint"}
    assert error["message"].endswith(".")
    assert error["hint"]
    return error


@pytest.fixture
def files(tmp_path):
    return str(tiny_network(tmp_path)), str(tiny_picture(tmp_path))


@pytest.mark.parametrize("name", sorted(BROKEN_PICTURES))
def test_what_is_no_picture_is_refused_and_not_stored(tmp_path, library_folder, name):
    path = tmp_path / name
    path.write_bytes(BROKEN_PICTURES[name])
    error = refused(run("images", "add", str(path), "--json", "--library", str(library_folder)))
    assert name in error["message"]
    assert run_json("images", "list", "--library", str(library_folder))["images"] == []


@pytest.mark.parametrize("name", sorted(BROKEN_NETWORKS))
def test_what_is_no_network_is_refused_and_not_stored(tmp_path, library_folder, name):
    path = tmp_path / name
    path.write_bytes(BROKEN_NETWORKS[name])
    refused(run("networks", "add", str(path), "--json", "--library", str(library_folder)))
    assert run_json("networks", "list", "--library", str(library_folder))["networks"] == []


def test_truncated_network_is_refused(tmp_path, files, library_folder):
    content = (tmp_path / "tiny.onnx").read_bytes()
    cut = tmp_path / "cut.onnx"
    cut.write_bytes(content[: len(content) // 2])
    refused(run("networks", "add", str(cut), "--json", "--library", str(library_folder)))


def test_labels_of_the_wrong_length_name_both_numbers(tmp_path, files):
    labels = tmp_path / "three.txt"
    labels.write_text("a\nb\nc\n")
    error = refused(run("predict", *files, "--labels", str(labels), "--json"))
    assert "3" in error["message"]
    assert "4" in error["message"]


@pytest.mark.parametrize(
    "options",
    [
        ("--target", "99"),
        ("--target", "zebra"),
        ("--method", "magic"),
        ("--occlude", "77"),
        ("--preprocessing", "upside-down"),
        ("--preprocessing", '{"height": 24, "depth": 3}'),
        ("--preprocessing", "{"),
        ("--device", "toaster"),
    ],
)
def test_impossible_wishes_are_refused(files, options):
    wishes = ("--preprocessing", PREPROCESSING, *options)
    refused(run("explain", *files, *wishes, "--json"))


def test_network_that_cannot_be_explained_still_predicts(tmp_path):
    folder = tmp_path / "odd"
    folder.mkdir()
    network, picture = str(tiny_network(folder, operator="Sin")), str(tiny_picture(folder))
    options = ("--preprocessing", PREPROCESSING)
    answer = run_json("predict", network, picture, *options)
    assert not answer["network"]["explainable"]
    error = refused(run("explain", network, picture, *options, "--json"))
    assert error["kind"] == "cannot-explain"
    assert "Sin" in error["message"]


@pytest.mark.parametrize("n_clusters", [1, 40])
def test_one_and_forty_features(files, n_clusters):
    options = ("--preprocessing", PREPROCESSING, "--threshold", "0.5", "--min-size", "1")
    answer = run_json(
        "explain", *files, *options, "--clusters", str(n_clusters), "--analyse", "--budget", "60"
    )
    assert len(answer["features"]) == n_clusters
    assert answer["analysis"]["evaluated"] <= 60
    assert answer["analysis"]["subsets"] == 2**n_clusters


def test_no_feature_is_an_answer_not_an_error(files):
    options = ("--preprocessing", PREPROCESSING, "--threshold", "100")
    answer = run_json("explain", *files, *options, "--analyse")
    assert answer["features"] == []
    assert answer["analysis"]["subsets"] == 1


def test_shared_special_pictures_are_added_or_refused(shared_data, library_folder):
    folder = shared_data / "images" / "special"
    outcome = run("images", "add", str(folder), "--json", "--library", str(library_folder))
    answer = json.loads(outcome.out)
    assert outcome.code == 3
    n_files = sum(1 for path in folder.iterdir() if path.is_file())
    assert len(answer["added"]) + len(answer["duplicates"]) + len(answer["refused"]) == n_files
    refused_names = {entry["file"] for entry in answer["refused"]}
    assert {"bomb_60000x60000.png", "decompression_bomb.gif", "truncated_jpeg.jpg", "chelsea_half.jpg"} == (
        refused_names
    )
    assert all(entry["hint"] for entry in answer["refused"])


def test_options_about_files_are_refused_for_a_network_of_the_library(files, library_folder):
    network, picture = files
    library = ("--library", str(library_folder))
    run_json("networks", "add", network, "--name", "mine", "--preprocessing", PREPROCESSING, *library)
    error = refused(run("predict", "mine", picture, "--labels", "gone.txt", "--json", *library))
    assert "--labels" in error["message"]
    assert run_json("predict", "mine", picture, *library)["top"]


def test_a_logit_of_minus_infinity_is_one_json_object(tmp_path):
    network = tiny_network(tmp_path, operator="Log")
    outcome = run(
        "predict", str(network), str(tiny_picture(tmp_path)), "--preprocessing", PREPROCESSING, "--json"
    )
    assert outcome.code in (0, 3)
    assert outcome.json


def test_labels_of_another_network_beside_it_are_a_note(tmp_path):
    network, picture = str(tiny_network(tmp_path)), str(tiny_picture(tmp_path))
    (tmp_path / "labels.txt").write_text("cat\ndog\n")
    answer = run_json("predict", network, picture, "--preprocessing", PREPROCESSING)
    assert answer["top"][0]["label"].startswith("class ")
    assert any("labels.txt" in note for note in answer["network"]["notes"])


def test_output_folder_that_is_a_file_is_refused(files, tmp_path):
    blocker = tmp_path / "blocker"
    blocker.write_text("")
    options = ("--preprocessing", PREPROCESSING, "--out", str(blocker / "deeper"), "--json")
    refused(run("explain", *files, *options))
