"""Which picture of a file is meant, on the command line."""

import numpy as np
import pytest
from PIL import Image
from support.command_line import run, run_json
from support.tiny import PREPROCESSING, tiny_network


@pytest.fixture
def pages(tmp_path):
    generator = np.random.default_rng(9)
    path = tmp_path / "pages.tif"
    first, *others = (Image.fromarray(generator.integers(0, 256, (20, 24, 3), np.uint8)) for _ in range(3))
    first.save(path, save_all=True, append_images=others)
    first.save(tmp_path / "first.png")
    others[0].save(tmp_path / "second.png")
    return path


@pytest.fixture
def library(library_folder):
    return ("--library", str(library_folder), "--quiet")


def _probabilities(network, image, *options):
    values = run_json("predict", str(network), str(image), "--preprocessing", PREPROCESSING, *options)
    return [entry["probability"] for entry in values["top"]]


def test_a_file_that_is_only_used_is_seen_as_the_options_say(pages, tmp_path, library):
    network = tiny_network(tmp_path)
    second = _probabilities(network, tmp_path / "second.png", *library)
    assert _probabilities(network, pages, "--frame", "2", *library) == second
    assert _probabilities(network, pages, *library) == _probabilities(
        network, tmp_path / "first.png", *library
    )
    assert _probabilities(network, pages, *library) != second


def test_a_stored_image_is_seen_otherwise_once_or_from_then_on(pages, tmp_path, library):
    network = tiny_network(tmp_path)
    run("images", "add", str(pages), *library)
    first = _probabilities(network, "pages.tif", *library)
    second = _probabilities(network, "pages.tif", "--frame", "2", *library)
    assert second != first
    assert _probabilities(network, "pages.tif", *library) == first
    shown = run_json("images", "view", "pages.tif", "--frame", "2", *library)
    assert shown["image"]["view"] == {"frame": 1}
    assert shown["choices"]["n_frames"] == 3
    assert _probabilities(network, "pages.tif", *library) == second
    assert run_json("images", "view", "pages.tif", "--reset", *library)["image"]["view"] == {}


def test_explanations_say_the_view_in_their_json(pages, tmp_path, library):
    arguments = ("explain", str(tiny_network(tmp_path)), str(pages), "--preprocessing", PREPROCESSING)
    values = run_json(*arguments, "--frame", "3", *library)
    assert values["image"]["view"] == {"frame": 2}
    assert values["provenance"]["image_view"] == {"frame": 2}


def test_people_read_what_can_be_chosen(pages, tmp_path, library):
    deep = tmp_path / "deep.png"
    Image.fromarray(np.arange(600, dtype=np.uint16).reshape(20, 30)).save(deep)
    cut = tmp_path / "cut.png"
    Image.new("RGBA", (4, 3), (10, 20, 30, 40)).save(cut)
    Image.new("RGB", (4, 3)).save(tmp_path / "plain.png")
    run("images", "add", str(pages), str(deep), str(cut), str(tmp_path / "plain.png"), *library)
    assert "--frame 1 … 3" in run("images", "view", "pages.tif", *library).out
    assert "of values 0 to 599" in run("images", "view", "deep.png", *library).out
    assert "--background" in run("images", "view", "cut.png", *library).out
    assert "Nothing can be chosen" in run("images", "view", "plain.png", *library).out
    chosen = run("images", "view", "deep.png", "--window=-10,1.5e2", *library)
    assert "window at -10, 150 wide, chosen" in chosen.out


@pytest.mark.parametrize(
    "wrong",
    [
        ("--frame", "0"),
        ("--slice", "oblique"),
        ("--slice", "axial:0"),
        ("--window", "1"),
        ("--window", "1,-2"),
        ("--window", "nan,2"),
        ("--background", "pink"),
    ],
)
def test_what_makes_no_sense_is_wrong_use(pages, library, wrong):
    assert run("images", "add", str(pages), *wrong, *library).code == 2


def test_a_frame_that_is_not_there_is_the_fault_of_the_input(pages, library):
    answer = run("images", "add", str(pages), "--frame", "4", *library)
    assert answer.code == 3
    assert "pages.tif has no frame 4. It has 3." in answer.err
