"""Damaged Caffe files end in success or in a sentence, never in another exception."""

import random

import numpy as np
import pytest
from importers.builders import save_caffe, weights, with_input

from deepintro_desktop.core.errors import DeepIntroError
from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.importers import open_network

STRUCTURE = with_input(
    'layer { name: "c" type: "Convolution" bottom: "data" top: "c" '
    "convolution_param { num_output: 4 kernel_size: 3 pad: 1 stride: 1 group: 1 } }\n"
    'layer { name: "r" type: "ReLU" bottom: "c" top: "c" relu_param { negative_slope: 0.1 } }\n'
    'layer { name: "p" type: "Pooling" bottom: "c" top: "p" '
    "pooling_param { pool: AVE kernel_size: 2 stride: 2 } }\n"
    'layer { name: "f" type: "InnerProduct" bottom: "p" top: "f" inner_product_param { num_output: 3 } }\n'
    'layer { name: "s" type: "Softmax" bottom: "f" top: "s" }\n',
    *(1, 3, 6, 6),
)


@pytest.fixture
def caffe(tmp_path):
    rng = np.random.default_rng(4)
    arrays = {"c": [weights(rng, 4, 3, 3, 3), weights(rng, 4)], "f": [weights(rng, 3, 36), weights(rng, 3)]}
    return save_caffe(tmp_path, STRUCTURE, arrays)


def test_the_sound_network_opens(caffe):
    assert open_network(AddNetworkRequest(caffe)).manifest.n_classes == 3


@pytest.mark.parametrize("name", ["deploy.prototxt", "net.caffemodel"])
@pytest.mark.parametrize("seed", range(50))
def test_damage_ends_in_success_or_in_a_sentence(caffe, name, seed):
    path = caffe.with_name(name)
    chance, data = random.Random(seed), bytearray(path.read_bytes())
    for _ in range(chance.randrange(1, 4)):
        action, start = chance.random(), chance.randrange(len(data))
        if action < 0.6:
            data[start] ^= 1 << chance.randrange(8)
        elif action < 0.8:
            del data[start : start + chance.randrange(1, 9)]
        else:
            data[start:start] = str(chance.randrange(10**9)).encode()
    path.write_bytes(bytes(data))
    try:
        imported = open_network(AddNetworkRequest(caffe))
    except DeepIntroError as error:
        assert error.what.endswith(".")
    else:
        assert imported.manifest.parity is not None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("num_output: 4", "num_output: 4000000000"),
        ("kernel_size: 3", "kernel_size: 4000000000"),
        ("stride: 1", "stride: 0"),
        ("pad: 1", "pad: 100000"),
        ("input_dim: 6", "input_dim: 2000000000"),
        ("input_dim: 3", "input_dim: -3"),
        ("group: 1", "group: 0"),
        ("kernel_size: 2", "kernel_size: 0"),
    ],
)
def test_impossible_sizes_are_refused(caffe, old, new):
    assert old in STRUCTURE
    caffe.write_text(STRUCTURE.replace(old, new))
    with pytest.raises(DeepIntroError):
        open_network(AddNetworkRequest(caffe))
