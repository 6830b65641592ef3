"""Files that are missing, cut or do not belong together: each gives one clear sentence."""

import shutil

import pytest
from importers.tensorflow import graphs, variants

from deepintro_desktop.core.errors import DeepIntroError, UnreadableNetworkError


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a folder with a whole checkpoint, a frozen graph and a SavedModel; do not change it."""
    folder = tmp_path_factory.mktemp("whole")
    made = graphs.made(variants.plain)
    graphs.checkpoint(made, folder)
    graphs.frozen(made, folder)
    graphs.saved(made, folder, {"x": made.picture}, {"y": made.logits})
    return folder


@pytest.fixture
def copy(folder, tmp_path):
    """Return a copy of the folder, to be damaged."""
    return shutil.copytree(folder, tmp_path / "copy")


def refusal_of(path, **options):
    with pytest.raises(DeepIntroError) as refusal:
        graphs.opened(path, **options)
    assert refusal.value.what
    assert refusal.value.why
    assert refusal.value.hint
    return refusal.value


def test_weights_without_a_graph(copy):
    (copy / "net.meta").unlink()
    assert ".meta" in str(refusal_of(copy / "net.index"))


def test_a_graph_without_weights(copy):
    (copy / "net.index").unlink()
    assert "net.index" in str(refusal_of(copy / "net.meta"))


def test_a_missing_data_file(copy):
    (copy / "net.data-00000-of-00001").unlink()
    assert "net.data-00000-of-00001" in str(refusal_of(copy / "net.meta"))


def test_a_missing_part_of_the_data(copy):
    (copy / "net.data-00000-of-00001").rename(copy / "net.data-00000-of-00002")
    assert "net.data-00001-of-00002" in str(refusal_of(copy / "net.meta"))


def test_graph_and_weights_of_different_networks(copy, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    made = graphs.made(variants.batch_norm)
    meta = graphs.checkpoint(made, other)
    (copy / "net.meta").write_bytes(meta.read_bytes())
    refusal = refusal_of(copy / "net.meta")
    assert "do not belong together" in refusal.what
    assert "bn/gamma" in refusal.why


def test_graph_and_weights_of_different_sizes(copy, tmp_path):
    def wider(made):
        made.closed(made.dense(made.flat(made.conv(graphs.placeholder(made), "c1", 9)), "fc", 5))

    other = tmp_path / "other"
    other.mkdir()
    meta = graphs.checkpoint(graphs.made(wider), other)
    (copy / "net.meta").write_bytes(meta.read_bytes())
    refusal = refusal_of(copy / "net.meta")
    assert "do not belong together" in refusal.what
    assert "c1/w is 3 × 3 × 3 × 9 in the graph and 3 × 3 × 3 × 8 in the weights" in refusal.why


@pytest.mark.parametrize(
    "name",
    ["net.meta", "net.index", "net.data-00000-of-00001", "net.pb", "saved/saved_model.pb"],
)
@pytest.mark.parametrize("share", [0.3, 0.9, 0.999])
def test_files_that_are_cut(copy, name, share):
    path = copy / name
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    chosen = {"net.data-00000-of-00001": copy / "net.meta", "saved/saved_model.pb": copy / "saved"}
    refusal_of(chosen.get(name, path))


def test_a_flipped_bit_in_the_weights_is_noticed(copy):
    path = copy / "net.data-00000-of-00001"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 16
    path.write_bytes(content)
    refusal = refusal_of(copy / "net.meta")
    assert isinstance(refusal, UnreadableNetworkError)
    assert "damaged" in refusal.what


def test_a_checkpoint_of_the_first_kind(tmp_path):
    v1 = graphs.tensorflow().compat.v1
    made = graphs.made(variants.plain)
    graphs.checkpoint(made, tmp_path, write_version=v1.train.SaverDef.V1)
    assert "before 1.0" in str(refusal_of(tmp_path / "net"))


def test_a_graph_without_a_network(tmp_path):
    def nothing(made):
        v1 = graphs.tensorflow().compat.v1
        v1.add(made.weight("a", 3), made.weight("b", 3), name="probabilities")

    refusal = refusal_of(graphs.checkpoint(graphs.made(nothing), tmp_path))
    assert "no picture classifier" in refusal.what
