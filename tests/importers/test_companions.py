"""Every file of a network leads to the same network, and to its labels."""

import os
from pathlib import Path

import pytest

from deepintro_desktop.core.errors import NotFoundError, UnreadableNetworkError
from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.importers import Format, NetworkFiles, detect
from deepintro_desktop.importers.companions import find_companions
from deepintro_desktop.importers.contract import SourceWishes

TABLE = b"\0" * 64 + b"\x57\xfb\x80\x8b\x24\x75\x47\xdb"
GRAPH = b"\x12\x0a\x0a\x08\x0a\x01x\x12\x03Foo"
"""A message with a graph of one node in it, as .meta files are."""


def found(path: Path, **options: Path) -> NetworkFiles:
    """Return the files that a chosen file leads to, by its content."""
    return find_companions(AddNetworkRequest(path, **options), detect(path), SourceWishes())


def checkpoint(folder: Path, name: str, *, meta=True, index=True, n_shards=1) -> Path:
    """Write the files of a checkpoint with the right beginnings and ends; return the path of its graph."""
    folder.mkdir(exist_ok=True)
    if meta:
        (folder / f"{name}.meta").write_bytes(GRAPH)
    if index:
        (folder / f"{name}.index").write_bytes(TABLE)
    for number in range(n_shards if index else 0):
        (folder / f"{name}.data-{number:05d}-of-{n_shards:05d}").write_bytes(b"12345678")
    return folder / f"{name}.meta"


def named(folder: Path, text: str) -> Path:
    path = folder / "checkpoint"
    path.write_text(f'model_checkpoint_path: "{text}"\nall_model_checkpoint_paths: "{text}"\n')
    return path


def test_every_file_of_a_checkpoint_leads_to_it(tmp_path):
    meta = checkpoint(tmp_path, "net.ckpt-7", n_shards=2)
    (tmp_path / "labels.txt").write_text("a\n")
    chosen = [named(tmp_path, "net.ckpt-7"), tmp_path, *tmp_path.glob("net.ckpt-7*")]
    assert len(chosen) == 6
    for path in chosen:
        files = found(path)
        assert (files.network, files.weights) == (meta, meta.with_suffix(".index"))
        assert [entry.name[-14:] for entry in files.extra] == ["00000-of-00002", "00001-of-00002"]
        assert files.labels == tmp_path / "labels.txt"
        assert files.notes == ()


@pytest.mark.parametrize(
    "text", ["/mnt/somebody/train/net", r"C:\\train\\net", "../elsewhere/net", "./net", r"D:\\a/b\\net"]
)
def test_places_on_other_machines_are_ignored(tmp_path, text):
    meta = checkpoint(tmp_path, "net")
    assert found(named(tmp_path, text)).network == meta


def test_of_several_checkpoints_the_named_one_is_taken(tmp_path):
    for step in (5, 40, 300):
        meta = checkpoint(tmp_path, f"net-{step}")
    assert found(named(tmp_path, "net-40")).network.name == "net-40.meta"
    assert "net-40" in found(tmp_path).notes[0]
    assert found(meta).weights.name == "net-300.index"
    assert found(meta).notes == ()


def test_of_several_checkpoints_the_latest_step_is_taken_with_a_note(tmp_path):
    for step in (5, 40, 300):
        checkpoint(tmp_path, f"net-{step}")
    for path in (tmp_path, named(tmp_path, "net-9")):
        files = found(path)
        assert files.network.name == "net-300.meta"
        assert "net-300" in files.notes[0]


def test_one_graph_serves_all_steps_of_its_training(tmp_path):
    meta = checkpoint(tmp_path, "net", index=False)
    checkpoint(tmp_path, "net-100", meta=False)
    checkpoint(tmp_path, "net-20", meta=False)
    files = found(meta)
    assert (files.network, files.weights.name) == (meta, "net-100.index")
    assert "net-100" in files.notes[0]
    files = found(tmp_path / "net-20.index")
    assert (files.network, files.weights.name) == (meta, "net-20.index")
    assert "net.meta" in files.notes[0]


def test_the_only_partner_under_another_name_is_taken_with_a_note(tmp_path):
    meta = checkpoint(tmp_path, "graph", index=False)
    checkpoint(tmp_path, "weights", meta=False)
    for path in (meta, tmp_path / "weights.index", tmp_path / "weights.data-00000-of-00001"):
        files = found(path)
        assert (files.network, files.weights.name) == (meta, "weights.index")
        assert files.notes


def test_files_of_another_training_are_never_mixed_in(tmp_path):
    checkpoint(tmp_path, "cats")
    lonely = checkpoint(tmp_path, "dogs", index=False)
    with pytest.raises(UnreadableNetworkError, match=r"dogs\.meta is a network without weights.*dogs\.index"):
        found(lonely)
    lonely.unlink()
    checkpoint(tmp_path, "dogs", meta=False)
    with pytest.raises(UnreadableNetworkError, match=r"no graph of its own.*cats\.meta"):
        found(tmp_path / "dogs.index")
    files = found(tmp_path / "cats.meta", weights=tmp_path / "dogs.index")
    assert files.weights.name == "dogs.index", "a person may know better"


def test_weights_without_a_graph_say_what_to_ask_for(tmp_path):
    checkpoint(tmp_path, "net", meta=False)
    for path in (tmp_path / "net.index", tmp_path / "net.data-00000-of-00001", named(tmp_path, "net")):
        with pytest.raises(UnreadableNetworkError, match="without the network") as caught:
            found(path)
        assert ".meta" in caught.value.hint
        assert caught.value.fields == {"missing": "network", "expected": "net.meta"}


def test_checkpoints_in_one_file_are_refused(tmp_path):
    old = tmp_path / "net.ckpt"
    old.write_bytes(TABLE)
    checkpoint(tmp_path, "net.ckpt", index=False)
    for path in (old, tmp_path / "net.ckpt.meta", named(tmp_path, "/somewhere/net.ckpt")):
        with pytest.raises(UnreadableNetworkError, match=r"TensorFlow before 1\.0"):
            found(path)


def test_a_list_that_leads_nowhere_is_refused(tmp_path):
    with pytest.raises(UnreadableNetworkError, match="leads to no checkpoint"):
        found(named(tmp_path, "/gone/net-3"))


def test_a_graph_under_another_name_takes_named_weights(tmp_path):
    checkpoint(tmp_path, "net")
    graph = (tmp_path / "net.meta").rename(tmp_path / "graph.bin")
    files = found(graph, weights=tmp_path / "net.data-00000-of-00001")
    assert (files.network, files.weights.name) == (graph, "net.index")


@pytest.fixture
def saved_model(tmp_path):
    """Return a folder that looks like a SavedModel."""
    folder = tmp_path / "net"
    (folder / "variables").mkdir(parents=True)
    (folder / "saved_model.pb").write_bytes(b"\x08\x01\x12\x02\x0a\x00")
    for name in ("variables.index", "variables.data-00000-of-00001"):
        (folder / "variables" / name).write_bytes(b"1")
    return folder


def test_a_saved_model_is_its_folder(saved_model):
    for path in (saved_model, saved_model / "saved_model.pb"):
        assert detect(path) is Format.SAVED_MODEL
        files = found(path)
        assert files.network == saved_model
        assert [entry.name for entry in files.extra] == ["variables.data-00000-of-00001", "variables.index"]


def test_labels_of_a_saved_model_lie_in_its_folder_or_among_its_assets(saved_model):
    (saved_model.parent / "labels.txt").write_text("of another network\n")
    assert found(saved_model).labels is None
    (saved_model / "assets").mkdir()
    (saved_model / "assets" / "labels.txt").write_text("a\n")
    assert found(saved_model).labels.parent.name == "assets"
    (saved_model / "labels.txt").write_text("a\n")
    assert found(saved_model).labels.parent == saved_model
    (saved_model.parent / "net.labels.txt").write_text("a\n")
    assert found(saved_model).labels.name == "net.labels.txt"


def test_a_saved_model_under_another_name_is_refused(saved_model):
    other = (saved_model / "saved_model.pb").rename(saved_model / "graph.pb")
    with pytest.raises(UnreadableNetworkError, match=r"saved_model\.pb"):
        found(other)


@pytest.mark.parametrize("name", ["net.h5", "net.v2.keras", "net.pt"])
def test_labels_named_like_the_network_win(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"\x89HDF\r\n\x1a\n")
    (tmp_path / "labels.txt").write_text("a\n")
    assert found(path).labels.name == "labels.txt"
    (tmp_path / "net_labels.txt").write_text("a\n")
    assert found(path).labels.name == "net_labels.txt"


def test_weights_that_are_not_there_are_said(tmp_path):
    meta = checkpoint(tmp_path, "net")
    with pytest.raises(NotFoundError, match=r"gone\.index"):
        found(meta, weights=tmp_path / "gone.index")


def test_the_latest_file_wins_where_no_step_is_named(tmp_path):
    for age, name in enumerate(("b", "a", "c")):
        checkpoint(tmp_path, name)
        os.utime(tmp_path / f"{name}.index", (1e9 - age, 1e9 - age))
    assert found(tmp_path).network.name == "b.meta"
