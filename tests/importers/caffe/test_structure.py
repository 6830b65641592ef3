"""Old and new ways to write a Caffe network, and what is wrong with some files."""

import numpy as np
import pytest
from importers.builders import fill_blob, weights, with_input
from importers.caffe.reference import assert_same, converted, ours

from deepintro_desktop.core.errors import UnreadableNetworkError, UnsupportedNetworkError
from deepintro_desktop.importers.caffe.read import read_blob
from deepintro_desktop.importers.caffe.schema import message

CLASSES = (
    'layer {{ name: "fc" type: "InnerProduct" bottom: "{}" top: "fc" '
    "inner_product_param {{ num_output: 3 }} }}\n"
)
V1 = """
layers { name: "conv" type: CONVOLUTION bottom: "data" top: "conv" blobs_lr: 1
  convolution_param { num_output: 4 kernel_size: 3 group: 2 weight_filler { type: "gaussian" std: 0.01 } } }
layers { name: "relu" type: RELU bottom: "conv" top: "conv" }
layers { name: "norm" type: LRN bottom: "conv" top: "norm" lrn_param { local_size: 3 alpha: 0.1 } }
layers { name: "pool" type: POOLING bottom: "norm" top: "pool"
  pooling_param { pool: MAX kernel_size: 3 stride: 2 } }
layers { name: "fc" type: INNER_PRODUCT bottom: "pool" top: "fc" inner_product_param { num_output: 3 } }
layers { name: "drop" type: DROPOUT bottom: "fc" top: "fc" }
layers { name: "prob" type: SOFTMAX bottom: "fc" top: "prob" }
"""
TRAINING = """
layer { name: "data" type: "Data" top: "data" top: "label" include { phase: TRAIN }
  transform_param { crop_size: 99 } data_param { source: "x" batch_size: 9 backend: LMDB } }
layer { name: "data" type: "Data" top: "data" top: "label" include { phase: TEST }
  transform_param { crop_size: 8 mean_value: 104 mean_value: 117 mean_value: 123 scale: 0.5 mirror: false } }
layer { name: "fc" type: "InnerProduct" bottom: "data" top: "fc" inner_product_param { num_output: 3
  weight_filler { type: "xavier" } } }
layer { name: "only_train" type: "Dropout" bottom: "fc" top: "fc" exclude { phase: TEST } }
layer { name: "accuracy" type: "Accuracy" bottom: "fc" bottom: "label" top: "accuracy"
  include { phase: TEST } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "fc" bottom: "label" top: "loss" }
"""


def fc(rng, n_in):
    return {"fc": [weights(rng, 3, n_in), weights(rng, 3)]}


def test_v1_layers_with_old_blobs_answer_like_opencv(tmp_path, rng):
    blobs = {"conv": [weights(rng, 4, 2, 3, 3), weights(rng, 4)], **fc(rng, 36)}
    x = rng.normal(0, 1, (1, 4, 8, 8)).astype(np.float32)
    assert_same(tmp_path, with_input(V1, 10, 4, 8, 8), blobs, x, form="v1")


def test_doubles_are_read(tmp_path, rng):
    x = rng.normal(0, 1, (2, 3, 4, 4)).astype(np.float32)
    blobs = fc(rng, 48)
    result = ours(
        converted(tmp_path, with_input(CLASSES.format("data"), 1, 3, 4, 4), blobs, form="double"), x
    )
    np.testing.assert_allclose(
        result, x.reshape(2, -1) @ blobs["fc"][0].T + blobs["fc"][1], rtol=1e-4, atol=1e-5
    )


@pytest.mark.parametrize(
    "head",
    [
        'input: "data" input_dim: 10 input_dim: 3 input_dim: 4 input_dim: 4',
        'input: "data" input_shape { dim: 1 dim: 3 dim: 4 dim: 4 }',
        'layer { name: "in" type: "Input" top: "data" '
        "input_param { shape { dim: 5 dim: 3 dim: 4 dim: 4 } } }",
        'layer { name: "in" type: "MemoryData" top: "data" top: "label" '
        "memory_data_param { batch_size: 2 channels: 3 height: 4 width: 4 } }",
    ],
)
def test_the_input_may_be_written_in_any_way(tmp_path, rng, head):
    source = converted(tmp_path, f"{head}\n{CLASSES.format('data')}", fc(rng, 48))
    assert (source.hints.channels, source.hints.height, source.hints.width) == (3, 4, 4)
    assert ours(source, rng.normal(0, 1, (3, 3, 4, 4)).astype(np.float32)).shape == (3, 3)


def test_a_training_structure_gives_its_test_phase(tmp_path, rng):
    source = converted(tmp_path, TRAINING, fc(rng, 192))
    assert source.layer_names == ("fc", "loss")
    assert [node.op_type for node in source.onnx.graph.node] == ["Flatten", "Gemm", "Softmax"]
    hints = source.hints
    assert (hints.exact, hints.height, hints.scale) == (True, 8, 0.5)
    # Caffe subtracts before it scales.
    assert hints.mean == (52.0, 58.5, 61.5)


def test_stages_and_levels_choose_layers(tmp_path, rng):
    body = (
        CLASSES.format("data")
        + 'layer { name: "a" type: "ReLU" bottom: "fc" top: "fc" include { stage: "extra" } }\n'
        + 'layer { name: "b" type: "Sigmoid" bottom: "fc" top: "fc" '
        + 'include { not_stage: "extra" max_level: 0 } }\n'
        + 'layer { name: "c" type: "TanH" bottom: "fc" top: "fc" exclude { min_level: 0 } }\n'
    )
    source = converted(tmp_path, with_input(body, 1, 3, 4, 4), fc(rng, 48))
    assert source.layer_names == ("fc", "b")


def test_repeated_names_are_told_apart(tmp_path, rng):
    body = CLASSES.format("data") + 'layer { name: "fc" type: "ReLU" bottom: "fc" top: "fc" }\n'
    source = converted(tmp_path, with_input(body, 1, 3, 4, 4), fc(rng, 48))
    assert source.layer_names == ("fc", "fc (2)")


def test_of_several_ends_the_last_is_used_and_said(tmp_path, rng):
    body = CLASSES.format("data").replace("fc", "aux") + CLASSES.format("data")
    blobs = {**fc(rng, 48), "aux": [weights(rng, 3, 48), weights(rng, 3)]}
    source = converted(tmp_path, with_input(body, 1, 3, 4, 4), blobs)
    assert source.layer_names == ("fc",)
    assert "not aux" in source.notes[0]


def test_unknown_layers_are_listed_together(tmp_path):
    body = (
        'layer { name: "a" type: "Python" bottom: "data" top: "a" }\n'
        'layer { name: "b" type: "Proposal" bottom: "a" top: "b" }\n'
    )
    with pytest.raises(UnsupportedNetworkError, match=r"Proposal \(b\), Python \(a\)"):
        converted(tmp_path, with_input(body, 1, 3, 4, 4), {})


def test_weights_of_another_network_are_refused_with_both_lists(tmp_path, rng):
    with pytest.raises(UnreadableNetworkError, match="layers fc; it has arrays for other") as caught:
        converted(tmp_path, with_input(CLASSES.format("data"), 1, 3, 4, 4), {"other": [weights(rng, 3, 48)]})
    assert caught.value.fields["missing"] == ("fc",)


READS_DATA = 'layer { name: "a" type: "ReLU" bottom: "data" top: "a" }'
ADDS = 'layer { name: "a" type: "Eltwise" bottom: "data" bottom: "b" top: "a" }'
ONLY_ACCURACY = 'layer { name: "a" type: "Accuracy" bottom: "data" top: "a" }'
V0 = 'layers { layer { name: "c" type: "conv" } bottom: "data" top: "c" }'


@pytest.mark.parametrize(
    ("text", "error", "why"),
    [
        (V0, UnsupportedNetworkError, "V0"),
        ('name: "nothing"', UnreadableNetworkError, "no layers"),
        ('layer { name: "a" type: "ReLU" bottom: "data"', UnreadableNetworkError, "cannot be read"),
        (READS_DATA, UnsupportedNetworkError, "data"),
        (f'input: "data"\n{READS_DATA}', UnsupportedNetworkError, "large"),
        (with_input(ADDS, 1, 3, 4, 4), UnsupportedNetworkError, "produces b"),
        (f'input: "data" input: "b"\n{ADDS}', UnsupportedNetworkError, "exactly one input"),
        (ONLY_ACCURACY, UnsupportedNetworkError, "no prediction"),
    ],
)
def test_broken_structures_say_what_is_wrong(tmp_path, text, error, why):
    with pytest.raises(error, match=why):
        converted(tmp_path, text, {"x": [np.ones(1, np.float32)]})


@pytest.mark.parametrize("form", ["current", "v1", "double"])
def test_blobs_are_read_in_every_form(rng, form):
    values, blob = weights(rng, 2, 3, 1, 4), message("BlobProto")
    fill_blob(blob, values, form)
    read = read_blob(memoryview(blob.SerializeToString()))
    assert read.shape == (2, 3, 1, 4)
    np.testing.assert_array_equal(read.values.reshape(read.shape), values)
    assert read.values.dtype == np.float32
