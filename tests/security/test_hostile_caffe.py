"""Caffe files that want to run code, read elsewhere, or grow without end."""

import struct

import numpy as np
import pytest
from security import small_networks

HEAD = 'input: "data" input_dim: 1 input_dim: 3 input_dim: 6 input_dim: 6\n'


@pytest.fixture
def network(canary):
    """Return the structure of a sound network with weights and mean beside it, in the canary's folder."""
    sample = small_networks.caffe_networks(canary.folder.parent / "made")[0]
    return sample.write(canary.folder)


def layer(kind, body="", name="c", bottom="data", top="c"):
    return f'layer {{ name: "{name}" type: "{kind}" bottom: "{bottom}" top: "{top}" {body} }}\n'


def test_the_sound_network_opens(ways, network):
    assert ways.opened(network, preprocessing="auto").end == "opened"


@pytest.mark.parametrize(
    "body",
    [
        layer("Python", 'python_param { module: "os" layer: "system" param_str: "touch {marker}" }'),
        layer("Data", 'data_param { source: "{secret}" backend: LMDB }') + layer("ReLU"),
        layer("ImageData", 'image_data_param { source: "{secret}" }') + layer("ReLU"),
        layer("HDF5Data", 'hdf5_data_param { source: "{secret}" }') + layer("ReLU"),
        layer("HDF5Output", 'hdf5_output_param { file_name: "{marker}" }'),
        layer("WindowData", 'window_data_param { source: "{secret}" }') + layer("ReLU"),
        layer("ReLU", 'transform_param { mean_file: "{secret}" }'),
        layer("InfogainLoss", 'infogain_loss_param { source: "{secret}" }'),
        layer("../../evil"),
        layer("\\033[2J\\007"),
        layer("x" * 100_000),
    ],
)
def test_layers_reach_nothing(ways, canary, network, body):
    text = body.replace("{marker}", str(canary.marker)).replace("{secret}", str(canary.secret))
    network.write_text(HEAD + text)
    ways.opened(network)


def test_a_python_layer_is_refused_by_name(ways, network):
    network.write_text(HEAD + layer("Python", 'python_param { module: "os" layer: "system" }'))
    ways.refused(network, "unsupported-network", "Python (c)")


@pytest.mark.slow
def test_the_helper_refuses_it_too(by_helper, network):
    network.write_text(HEAD + layer("Python", 'python_param { module: "os" layer: "system" }'))
    assert by_helper(network).end == "unsupported-network"


NUMBERS = ("0", "-1", "2147483647", "18446744073709551615", "9" * 400, "nan")
PLACES = {
    "outputs": layer("Convolution", "convolution_param {{ num_output: {} kernel_size: 3 }}"),
    "window": layer("Convolution", "convolution_param {{ num_output: 4 kernel_size: {} }}"),
    "padding": layer("Convolution", "convolution_param {{ num_output: 4 kernel_size: 3 pad: {} }}"),
    "stride": layer("Convolution", "convolution_param {{ num_output: 4 kernel_size: 3 pad: 1 stride: {} }}"),
    "dilation": layer(
        "Convolution", "convolution_param {{ num_output: 4 kernel_size: 3 pad: 1 dilation: {} }}"
    ),
    "groups": layer("Convolution", "convolution_param {{ num_output: 4 kernel_size: 3 pad: 1 group: {} }}"),
    "transposed": layer("Deconvolution", "convolution_param {{ num_output: 3 kernel_size: 3 stride: {} }}"),
    "pooling": layer("Pooling", "pooling_param {{ pool: AVE kernel_size: {} }}"),
    "pooling padding": layer("Pooling", "pooling_param {{ kernel_size: 3 pad: {} stride: 1 }}"),
    "matrix": layer("InnerProduct", "inner_product_param {{ num_output: {} }}"),
    "axis": layer("InnerProduct", "inner_product_param {{ num_output: 4 axis: {} }}"),
    "neighbours": layer("LRN", "lrn_param {{ local_size: {} }}"),
    "shape": layer("Reshape", "reshape_param {{ shape {{ dim: 0 dim: {} dim: 1 dim: 1 }} }}"),
    "repeated": layer("Tile", "tile_param {{ axis: 1 tiles: {} }}"),
    "cut": layer("Slice", "slice_param {{ axis: 1 slice_point: {} }}"),
    "power": layer("Power", "power_param {{ power: {} scale: {} }}"),
    "slope": layer("ReLU", "relu_param {{ negative_slope: {} }}"),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("number", NUMBERS)
def test_numbers_that_no_network_has(ways, network, place, number):
    body = PLACES[place].replace("{{", "{").replace("}}", "}").replace("{}", number)
    network.write_text(
        HEAD + body + layer("InnerProduct", "inner_product_param { num_output: 3 }", "f", "c", "f")
    )
    found = ways.opened(network)
    assert found.peak_mb < 2000
    assert found.seconds < 10


@pytest.mark.parametrize(
    "sizes", [(1, 3, 2**31 - 1, 2**31 - 1), (1, 2**62, 6, 6), (0, 3, 6, 6), (1, 3, -6, 6), (2**40, 3, 6, 6)]
)
def test_pictures_that_no_machine_has(ways, network, sizes):
    text = "".join(f"dim: {size} " for size in sizes)
    network.write_text(network.read_text().replace(HEAD.strip(), f'input: "data" input_shape {{ {text} }}'))
    assert ways.opened(network).peak_mb < 2000


@pytest.mark.parametrize(
    "text",
    [
        "layer {" * 20_000,
        "layer { name: " * 5_000,
        "a { " * 3_000 + "}" * 3_000,
        HEAD + "layer { include { " * 2_000,
        HEAD + layer("ReLU") * 5_000,
        HEAD + layer("ReLU") * 50_000,
        HEAD + 'layer { name: "' + "x" * 5_000_000 + '" }',
        HEAD + "#" * 5_000_000,
        HEAD + "layer { unknown_field: [" + "1," * 500_000 + "1] }",
        HEAD + 'layer { name: "\\377\\376" type: "ReLU" bottom: "data" top: "c" }',
        HEAD + "".join(layer("ReLU", name=f"r{i}", bottom=f"b{i}", top=f"b{i - 1}") for i in range(2000)),
        HEAD + layer("Concat", 'bottom: "data" ' * 5_000),
        HEAD + "".join(layer("Split", f'top: "s{i}"', f"n{i}", "data", f"t{i}") for i in range(2000)),
    ],
)
def test_texts_without_end(ways, network, text):
    network.write_text(text)
    found = ways.opened(network)
    assert found.seconds < 25
    assert found.peak_mb < 2500


def _varint(value):
    result = bytearray()
    while value >= 0x80:
        result.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*result, value])


def _field(number, data):
    return _varint(number << 3 | 2) + _varint(len(data)) + data


def _weights(*dims, values=b""):
    shape = _field(7, _field(1, b"".join(_varint(size) for size in dims)))
    return _field(100, _field(1, b"c") + _field(7, shape + _field(5, values)))


@pytest.mark.parametrize(
    "data",
    [
        _weights(2**62, 2**62),
        _weights(0, 2**63 - 1),
        _weights(2**31, 2**33, values=bytes(16)),
        _weights(4, 3, 3, 3, values=b"\0\0\xc0\x7f" * 108),
        _weights(*[1] * 500_000, values=bytes(4)),
        _field(100, _field(1, b"c") + _field(7, b"\x2a\xff\xff\xff\xff\x0f")),
        _field(100, b"\x3a" * 100_000),
        _field(100, _field(1, b"c")) * 200_000,
        _field(100, _field(1, b"\xff\xfe") + _field(7, b"")),
    ],
)
def test_weights_that_claim_what_is_not_there(ways, network, data):
    (network.parent / "net.caffemodel").write_bytes(data)
    found = ways.refused(network, "unreadable-network")
    assert found.seconds < 25


def _npy(header):
    text = header.encode("latin1").ljust(117) + b"\n"
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(text)) + text + bytes(24)


@pytest.mark.parametrize(
    "content",
    [
        _npy("{'descr': '<f8', 'fortran_order': False, 'shape': (1000000000000,)}"),
        _npy("{'descr': '|O', 'fortran_order': False, 'shape': (3,)}"),
        _npy("{'descr': '<f8', 'fortran_order': False, 'shape': (-3,)}"),
        _npy("__import__('os').system('touch {marker}')"),
        _npy("{'descr': [('a', 'O')], 'fortran_order': False, 'shape': (3,)}"),
        _npy("(" * 100),
        _npy("\xa3\xa3"),
        b"\x93NUMPY\x03\x00\xff\xff\xff\xff{",
        b"PK\x03\x04evil",
        b"\x80\x04cos\nsystem\n(S'touch x'\ntR.",
    ],
)
def test_means_that_are_none(ways, canary, network, content):
    (network.parent / "mean.npy").write_bytes(content.replace(b"{marker}", str(canary.marker).encode()))
    ways.refused(network, mean=network.parent / "mean.npy", preprocessing="auto")


def test_a_mean_larger_than_the_network(ways, network):
    np.save(network.parent / "mean.npy", np.zeros((3, 2000, 2000)))
    found = ways.opened(network, mean=network.parent / "mean.npy", preprocessing="auto")
    assert found.end == "opened"
    assert found.peak_mb < 2000
