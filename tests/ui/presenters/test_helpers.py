"""Errands, history, wording, sorting of files."""

from pathlib import Path

import pytest
from support.fake_jobs import REFUSAL, FakeRunner

from deepintro_desktop.ui.presenters.errand import Errand
from deepintro_desktop.ui.presenters.file_sorting import sort_files
from deepintro_desktop.ui.presenters.history import History
from deepintro_desktop.ui.presenters.words import counted, listed
from deepintro_desktop.ui.tabs.occlusion.words import occluded_text


def test_errand_hears_the_newest_job_only() -> None:
    heard: list[object] = []
    runner = FakeRunner()
    errand = Errand(heard.append, heard.append, partial=heard.append, cancelled=lambda: heard.append("stop"))
    first, second = runner.submit("a"), runner.submit("a")
    errand.follow(first)
    errand.follow(second)
    assert first.was_cancelled
    first.partial.emit(1)
    first.succeed(2)
    second.partial.emit(3)
    assert errand.is_running
    second.stop()
    assert heard == [3, "stop"]
    assert not errand.is_running


def test_live_errand_takes_older_results_in_order_but_no_older_failures() -> None:
    heard: list[object] = []
    runner = FakeRunner()
    errand = Errand(heard.append, lambda _: heard.append("failed"))
    jobs = [runner.submit("a") for _ in range(4)]
    for job in jobs:
        errand.follow_live(job)
    jobs[1].succeed(1)
    jobs[0].succeed(0)
    jobs[2].fail(REFUSAL)
    jobs[3].succeed(3)
    assert heard == [1, 3]
    assert not jobs[0].was_cancelled


def test_dropped_errand_is_deaf() -> None:
    heard: list[object] = []
    runner = FakeRunner()
    errand = Errand(heard.append, heard.append)
    job = runner.submit("a")
    errand.follow_live(job)
    errand.follow_live(runner.submit("a"))
    errand.drop()
    job.succeed(1)
    assert heard == []


def test_history_walks_and_cuts() -> None:
    history = History(0)
    for value in (1, 1, 2, 3):
        history.push(value)
    assert [history.undo(), history.undo(), history.redo()] == [2, 1, 2]
    history.push(9)
    assert not history.can_redo
    assert [history.undo(), history.undo(), history.undo(), history.undo()] == [2, 1, 0, 0]


@pytest.mark.parametrize(
    ("names", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c", "d", "e"], "a, b, c and 2 more")],
)
def test_names_are_listed(names: list[str], text: str) -> None:
    assert listed(names) == text


def test_counts_and_sets_are_said() -> None:
    assert counted(1, "image", "images") == "1 image"
    assert counted(12345, "image", "images") == "12\u2009345 images"
    assert occluded_text(frozenset(), 3) == "nothing occluded"
    assert occluded_text(frozenset({2}), 3) == "feature 2 occluded"
    assert occluded_text(frozenset({3, 1}), 3) == "features 1, 3 occluded"
    assert occluded_text(frozenset({1, 2, 3}), 3) == "all 3 features occluded"
    assert occluded_text(frozenset({1}), 1) == "feature 1 occluded"


def _names(paths: tuple[Path | None, ...]) -> tuple[str, ...]:
    return tuple(path.name if path else "" for path in paths)


def test_companions_travel_with_their_network(tmp_path: Path) -> None:
    names = ("a.PROTOTXT", "weights.caffemodel", "words.txt", "m.binaryproto", "cat.png")
    for name in names:
        (tmp_path / name).touch()
    chosen = sort_files([tmp_path])
    [request] = chosen.networks
    parts = (request.path, request.weights, request.labels, request.mean)
    assert _names(parts) == ("a.PROTOTXT", "weights.caffemodel", "words.txt", "m.binaryproto")
    assert _names(chosen.images) == ("cat.png",)


def test_several_networks_are_paired_by_name() -> None:
    names = ("a.prototxt", "b.prototxt", "b.caffemodel", "c.caffemodel", "d.onnx", "l.txt")
    requests = sort_files([Path(name) for name in names]).networks
    pairs = [_names((request.path, request.weights, request.labels)) for request in requests]
    assert pairs == [
        ("a.prototxt", "", ""),
        ("b.prototxt", "b.caffemodel", ""),
        ("c.caffemodel", "", ""),
        ("d.onnx", "", ""),
    ]


def test_unknown_files_are_tried_as_images() -> None:
    chosen = sort_files([Path("notes.txt"), Path("notes.txt"), Path("x")])
    assert chosen.networks == ()
    assert _names(chosen.images) == ("notes.txt", "x")


def test_the_files_of_a_checkpoint_are_one_network() -> None:
    names = (
        "net.ckpt-7.data-00000-of-00001",
        "net.ckpt-7.index",
        "net.ckpt-7.meta",
        "checkpoint",
        "labels.txt",
    )
    [request] = sort_files([Path(name) for name in names]).networks
    assert _names((request.path, request.labels)) == ("net.ckpt-7.meta", "labels.txt")
    assert sort_files([Path("checkpoint")]).networks[0].path == Path("checkpoint")
    two = sort_files([Path(name) for name in ("a.index", "b.meta", "a.data-00000-of-00001")])
    assert [request.path.name for request in two.networks] == ["a.index", "b.meta"]
    assert two.images == ()


@pytest.mark.parametrize("name", ["saved_model.pb", "net-3.index"])
def test_a_folder_of_tensorflow_is_one_network(name: str, tmp_path: Path) -> None:
    for entry in (name, "cat.png", "fingerprint.pb"):
        (tmp_path / entry).touch()
    chosen = sort_files([tmp_path])
    assert [request.path for request in chosen.networks] == [tmp_path]
    assert chosen.images == ()


def test_a_list_of_layers_is_no_list_of_labels(tmp_path: Path) -> None:
    for entry in ("net.pth", "net.architecture.txt", "labels.txt"):
        (tmp_path / entry).touch()
    [request] = sort_files([tmp_path]).networks
    assert _names((request.path, request.labels)) == ("net.pth", "labels.txt")


def test_folders_within_a_folder_are_looked_at(tmp_path: Path) -> None:
    study = tmp_path / "study"
    series, network, hidden, empty = (study / name for name in ("series", "net", ".git", "empty"))
    for folder in (series, network, hidden, empty):
        folder.mkdir(parents=True)
    (network / "saved_model.pb").write_bytes(b"x")
    (study / "scan.dcm").write_bytes(b"x")
    found = sort_files([study])
    assert [request.path for request in found.networks] == [network]
    assert set(found.images) == {study / "scan.dcm", series, empty}
    assert sort_files([empty]).images == (empty,)
