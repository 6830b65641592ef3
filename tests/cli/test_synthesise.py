"""``deepintro synthesise`` and ``boundary``: files, JSON, and wrong use."""

import pytest
from PIL import Image
from support.command_line import run, run_json
from support.tiny import PREPROCESSING, tiny_network, tiny_picture


@pytest.fixture
def files(tmp_path, library_folder):
    network, picture = tiny_network(tmp_path), tiny_picture(tmp_path)
    options = ("--preprocessing", PREPROCESSING, "--library", str(library_folder), "--quiet")
    return str(network), str(picture), options


def test_pre_images_are_written_with_their_errors(files, tmp_path):
    network, picture, options = files
    out = tmp_path / "out"
    arguments = ("--whole", "--layer", "p", "--images", "3", "--iterations", "5", "--seed", "7")
    answer = run_json("synthesise", network, picture, *arguments, *options, "--out", str(out))
    assert (answer["layer"], answer["isolation"], answer["solver"]) == ("p", "whole", "lbfgs")
    assert answer["iterations"] == 5
    assert [entry["seed"] for entry in answer["images"]] == [7, 8, 9]
    for entry in answer["images"]:
        with Image.open(out / entry["file"]) as image:
            assert image.size == (24, 24)
    errors = [entry["error"] for entry in answer["images"]]
    assert answer["mean_error"] == pytest.approx(sum(errors) / 3)
    assert answer["std_error"] > 0


def test_without_a_folder_nothing_is_written(files):
    network, picture, options = files
    answer = run_json(
        "synthesise", network, picture, "--feature", "1", "--min-size", "2", "--threshold", "2",
        "--iterations", "2", "--images", "1", *options,
    )  # fmt: skip
    assert answer["feature"] == 1
    assert answer["images"][0]["file"] is None
    assert answer["std_error"] == 0


@pytest.mark.parametrize(
    "extra",
    [
        (
            "--solver",
            "adam",
            "--parametrisation",
            "pixels",
            "--goal",
            "maximise",
            "--unit",
            "1",
            "--decay",
            "0.01",
        ),
        ("--goal", "caricature", "--from-picture"),
        ("--solver", "adagrad", "--jitter", "1", "--beta", "1.5", "--c", "5", "--v", "12"),
        ("--bf16", "--detail", "0.9", "--distance-weight", "0.1"),
    ],
)
def test_experts_can_say_everything(files, extra):
    network, picture, options = files
    answer = run_json("synthesise", network, picture, "--whole", "--iterations", "2", *extra, *options)
    assert len(answer["images"]) == 4


def test_boundary_images_are_written_with_their_ways(files, tmp_path):
    network, picture, options = files
    out = tmp_path / "out"
    arguments = ("--between", "0", "3", "--from", picture, "--images", "1", "--iterations", "60")
    answer = run_json("boundary", network, *arguments, *options, "--out", str(out))
    assert answer["classes"] == [0, 3]
    (entry,) = answer["images"]
    assert set(entry) >= {"file", "seed", "probabilities", "rest", "distance", "reached"}
    assert entry["reached"] == all(abs(p - 0.5) <= 0.02 for p in entry["probabilities"])
    assert len(entry["way"]) == 7
    assert {path.name for path in out.iterdir()} == {"boundary-0.png", *(f"way-0-{n}.png" for n in range(7))}


def test_people_read_lines(files):
    network, picture, options = files
    made = run("synthesise", network, picture, "--whole", "--iterations", "2", *options)
    assert made.code == 0
    assert "mean error" in made.out
    between = run("boundary", network, "--between", "0", "3", "--iterations", "2", *options)
    assert between.code == 0
    assert "not reached" in between.out


@pytest.mark.parametrize(
    "arguments",
    [
        ("synthesise", "a.onnx", "b.png"),
        ("synthesise", "a.onnx", "b.png", "--whole", "--feature", "1"),
        ("synthesise", "a.onnx", "b.png", "--whole", "--detail", "2"),
        ("synthesise", "a.onnx", "b.png", "--whole", "--images", "0"),
        ("synthesise", "a.onnx", "b.png", "--whole", "--c", "-1"),
        ("boundary", "a.onnx"),
        ("boundary", "a.onnx", "--between", "1"),
        ("boundary", "a.onnx", "--between", "1", "2", "--rest", "0.9"),
    ],
)
def test_wrong_use_is_exit_code_2(arguments):
    outcome = run(*arguments)
    assert outcome.code == 2
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--between", "1", "1"), "Both classes are the same"),
        (("--between", "1", "77"), "77"),
        (("--between", "0", "1", "--mode", "mean"), "no sample pictures"),
    ],
)
def test_a_boundary_that_is_none_is_exit_code_3(files, arguments, words):
    network, _, options = files
    outcome = run("boundary", network, *arguments, *options)
    assert outcome.code == 3
    assert words in outcome.err
