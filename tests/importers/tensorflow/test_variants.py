"""Every way in which graphs of the time were written gives TensorFlow's own answer."""

import numpy as np
import pytest
from importers.tensorflow import graphs, variants

from deepintro_desktop.core.errors import UnsupportedNetworkError

SAME = 1e-5


def source_batch(name, nhwc):
    """Return pictures 0..1 as the graph of a variant takes them, and as the opened network does."""
    if name == "uint8_input":
        return np.round(nhwc * 255).astype(np.uint8), np.round(nhwc * 255).astype(np.float32)
    if name == "flat_input":
        return nhwc.reshape(len(nhwc), -1), nhwc
    return nhwc, nhwc


@pytest.mark.parametrize("name", sorted(variants.USED_AS_THEY_ARE))
def test_a_checkpoint_answers_like_tensorflow(name, tmp_path):
    made = graphs.made(variants.USED_AS_THEY_ARE[name])
    wish = "auto" if name == "uint8_input" else "zero-to-one"
    imported = graphs.opened(graphs.checkpoint(made, tmp_path), wish)
    channels, side = (1, 28) if name == "flat_input" else (3, imported.manifest.specification.height)
    fed, seen = source_batch(name, graphs.pictures(3, channels, side))
    assert graphs.difference(imported, made.answer(fed), seen) < SAME
    assert imported.manifest.parity.runtime.startswith("tensorflow ")
    assert imported.manifest.parity.max_relative_difference < SAME
    assert imported.manifest.n_classes == graphs.CLASSES
    assert imported.manifest.layer_names
    assert imported.manifest.unexplainable == ()


@pytest.mark.parametrize("name", ["plain", "batch_norm", "keep_prob", "switch_default", "decoder"])
def test_a_frozen_graph_answers_like_tensorflow(name, tmp_path):
    made = graphs.made({**variants.USED_AS_THEY_ARE, "decoder": variants.decoder}[name])
    imported = graphs.opened(graphs.frozen(made, tmp_path))
    nhwc = graphs.pictures(1)
    assert graphs.difference(imported, made.answer(nhwc), nhwc) < SAME
    assert imported.manifest.parity.runtime.startswith("tensorflow ")


@pytest.mark.parametrize("resources", [False, True])
def test_variables_of_both_kinds_are_read(resources, tmp_path):
    made = graphs.made(variants.plain, resources=resources)
    imported = graphs.opened(graphs.checkpoint(made, tmp_path))
    nhwc = graphs.pictures()
    assert graphs.difference(imported, made.answer(nhwc), nhwc) < SAME


@pytest.mark.parametrize("fused", [False, True])
@pytest.mark.parametrize("updates", [False, True])
def test_normalisation_stuck_in_training_uses_its_stored_averages(fused, updates, tmp_path):
    made = graphs.made(lambda made: variants.stuck(made, fused=fused, updates=updates))
    imported = graphs.opened(graphs.checkpoint(made, tmp_path))
    nhwc = graphs.pictures()
    assert graphs.difference(imported, variants.stuck_answer(made, nhwc), nhwc) < SAME
    assert any("averages" in note for note in imported.manifest.notes)


@pytest.mark.parametrize("fused", [False, True])
def test_normalisation_without_averages_is_refused(fused, tmp_path):
    made = graphs.made(lambda made: variants.stuck(made, fused=fused, updates=False))
    with pytest.raises(UnsupportedNetworkError) as refusal:
        graphs.opened(graphs.frozen(made, tmp_path))
    assert "depends on the other pictures" in refusal.value.what
    assert "training mode" in refusal.value.why
    assert "author" in refusal.value.hint


def test_dropout_that_is_on_for_good_is_left_out(tmp_path):
    def body(made):
        v1 = graphs.tensorflow().compat.v1
        x = made.flat(made.conv(graphs.placeholder(made), "c1", 8))
        matrix, bias = made.weight("w", int(x.shape[1]), 5), made.weight("b", 5)
        made.logits = v1.matmul(x, matrix) + bias
        v1.nn.softmax(v1.matmul(v1.nn.dropout(x, rate=0.4), matrix) + bias, name="probabilities")

    made = graphs.made(body)
    imported = graphs.opened(graphs.checkpoint(made, tmp_path), output="probabilities")
    nhwc = graphs.pictures()
    assert graphs.difference(imported, made.answer(nhwc), nhwc) < SAME
    assert any("Dropout" in note for note in imported.manifest.notes)
