"""The replay file: everything that was set comes back, and nonsense is refused in one sentence."""

import json

import pytest

from deepintro_desktop.core.drawn import DrawnFeature, Edits, Shape, ShapeKind
from deepintro_desktop.core.parameters import ClusteringMethod, ClusteringParameters, Fill
from deepintro_desktop.core.picture_view import PictureView, Window
from deepintro_desktop.core.replay import Replay, UnreadableReplayError, read_replay


@pytest.fixture
def replay():
    return Replay(
        network_name="SqueezeNet",
        network_sha256="a" * 64,
        onnx_sha256="b" * 64,
        network_input={"height": 24},
        network_output="softmax",
        image_name="猫.png",
        image_sha256="c" * 64,
        view=PictureView(frame=3, window=Window(40.0, 80.0)),
        target_index=7,
        target_label="Egyptian cat",
        method="lrp-epsilon",
        clustering=ClusteringParameters(2.5, 3.0, 7, 0.25, ClusteringMethod.K_MEANS, 5),
        fill=Fill.BLUR,
        seed=11,
        budget=300,
        repeat=4,
        analyse=True,
        edits=Edits((DrawnFeature(1, Shape(ShapeKind.RECTANGLE, ((1.0, 2.0), (5.5, 6.0))), "ear"),)),
        versions={"numpy": "2.4.6"},
        device="cpu",
    )


def written(replay):
    return json.dumps(replay.to_dict(), ensure_ascii=False).encode()


def test_everything_comes_back(replay):
    assert read_replay(written(replay), "replay.json") == replay


def test_a_mark_at_the_beginning_does_no_harm(replay):
    assert read_replay(b"\xef\xbb\xbf" + written(replay), "replay.json") == replay


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe", b"null", b"[]", b'{"format": "x"}', b"{" * 100_000, b'{"format": "deepintro-re'],
)
def test_other_files_are_refused(content):
    with pytest.raises(UnreadableReplayError, match=r"a\.json is not a replay file"):
        read_replay(content, "a.json")


def test_newer_files_are_refused_by_their_version(replay):
    with pytest.raises(UnreadableReplayError, match="version 2"):
        read_replay(json.dumps({**replay.to_dict(), "version": 2}).encode(), "a.json")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("seed", -1), ("seed", "x"), ("seed", True), ("budget", 1.5), ("fill", "paint"), ("clustering", {}),
        ("clustering", None), ("edits", []), ("target", {"index": None, "label": ""}), ("network", None),
        ("image", {"name": "", "sha256": "", "view": {"axis": "upside-down"}}), ("versions", 3),
    ],
)  # fmt: skip
def test_entries_without_sense_are_refused(replay, name, value):
    with pytest.raises(UnreadableReplayError):
        read_replay(json.dumps({**replay.to_dict(), name: value}).encode(), "a.json")


@pytest.mark.parametrize("name", ["seed", "network", "image", "edits", "method", "repeat"])
def test_missing_entries_are_refused(replay, name):
    plain = replay.to_dict()
    del plain[name]
    with pytest.raises(UnreadableReplayError):
        read_replay(json.dumps(plain).encode(), "a.json")
