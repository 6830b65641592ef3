"""Files that want to read elsewhere, to fill the memory, or to break a foreign library."""

import random

import numpy as np
import pytest
from importers.builders import classifier, network, save, weights
from onnx import TensorProto, helper

from deepintro_desktop.core.errors import (
    DeepIntroError,
    NotFoundError,
    UnreadableNetworkError,
    UnsafeFileError,
    UnsupportedNetworkError,
)
from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.importers import open_network
from deepintro_desktop.importers.onnx import load

NODE = helper.make_node


def opened(path):
    return open_network(AddNetworkRequest(path))


def with_external(rng, **facts):
    """Return a network whose first weights lie elsewhere, and the bytes that belong there."""
    model = classifier(rng)
    tensor = model.graph.initializer[0]
    data = tensor.raw_data
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    for key, value in facts.items():
        tensor.external_data.add(key=key, value=str(value))
    return model, data


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "secret.bin").write_bytes(b"s" * 4096)
    inner = tmp_path / "inner"
    (inner / "sub").mkdir(parents=True)
    return inner


@pytest.mark.parametrize(
    "location",
    [
        "../secret.bin",
        "{outside}",
        "sub/../../secret.bin",
        "C:\\secret.bin",
        "..\\secret.bin",
        "..",
        ".",
        "sub",
        "",
        "/proc/self/environ",
        "sub/x.bin",
    ],
)
def test_weights_elsewhere_are_never_read(folder, rng, location):
    location = location.format(outside=folder.parent / "secret.bin")
    model, _ = with_external(rng, location=location)
    with pytest.raises(UnsafeFileError, match="same folder"):
        opened(save(model, folder / "net.onnx"))


def test_links_are_not_followed(folder, rng):
    try:
        (folder / "link.bin").symlink_to(folder.parent / "secret.bin")
    except OSError:
        pytest.skip("this system does not let us make links")
    model, _ = with_external(rng, location="link.bin")
    with pytest.raises(UnsafeFileError, match="same folder"):
        opened(save(model, folder / "net.onnx"))


def test_missing_weights_are_named(folder, rng):
    model, _ = with_external(rng, location="weights.bin")
    with pytest.raises(NotFoundError, match="weights.bin"):
        opened(save(model, folder / "net.onnx"))


def test_weights_beside_the_file_are_read(folder, rng):
    model, data = with_external(rng, location="weights.bin", offset=8, length=648)
    (folder / "weights.bin").write_bytes(b"8" * 8 + data)
    imported = opened(save(model, folder / "net.onnx"))
    assert [(entry.role, entry.name) for entry in imported.manifest.files] == [
        ("network", "net.onnx"),
        ("weights", "weights.bin"),
    ]


@pytest.mark.parametrize("facts", [{"offset": -8}, {"length": 10**15}, {"offset": 9}, {"offset": "x"}])
def test_weights_that_do_not_fit_are_refused(folder, rng, facts):
    model, data = with_external(rng, location="weights.bin", **facts)
    (folder / "weights.bin").write_bytes(data)
    with pytest.raises(UnreadableNetworkError, match="weights.bin"):
        opened(save(model, folder / "net.onnx"))


def bomb(shape):
    nodes = [
        NODE("ConstantOfShape", ["s"], ["k"]),
        NODE("ReduceMean", ["k"], ["m"], keepdims=0),
        NODE("Add", ["x", "m"], ["a"]),
        NODE("GlobalAveragePool", ["a"], ["g"]),
        NODE("Flatten", ["g"], ["y"]),
    ]
    return network(nodes, {"s": np.array(shape, np.int64)}, outputs=(("y", ("N", 3)),))


def hidden_bomb():
    model = bomb([1])
    model.graph.initializer[0].CopyFrom(helper.make_tensor("e", TensorProto.FLOAT, [3], [11.0, 11.0, 11.0]))
    nodes = [NODE("Exp", ["e"], ["f"]), NODE("Cast", ["f"], ["s"], to=TensorProto.INT64), *model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    return model


def padded(**attributes):
    def build():
        model = classifier(np.random.default_rng(1))
        del model.graph.node[0].attribute[:]
        model.graph.node[0].attribute.extend(helper.make_attribute(*entry) for entry in attributes.items())
        return model

    return build


@pytest.mark.parametrize(
    ("build", "error"),
    [
        (lambda: bomb([1, 4096, 4096, 4096]), UnsafeFileError),
        (lambda: bomb([2**31, 2**31, 2, 2]), UnsafeFileError),
        (lambda: bomb([-1, 2, 2]), UnsupportedNetworkError),
        (hidden_bomb, UnsupportedNetworkError),
        (padded(pads=[60000] * 4), UnsafeFileError),
        (padded(pads=[2**40] * 4), UnreadableNetworkError),
        (padded(strides=[0, 0]), UnreadableNetworkError),
        (padded(dilations=[-1, 1]), UnreadableNetworkError),
        (padded(group=0), UnreadableNetworkError),
    ],
)
def test_sizes_that_no_machine_has_are_refused_before_anything_runs(tmp_path, build, error):
    path = save(build(), tmp_path / "net.onnx")
    assert path.stat().st_size < 4000
    with pytest.raises(error):
        opened(path)


def chain(n_nodes):
    nodes = [NODE("Relu", [f"t{i}"], [f"t{i + 1}"]) for i in range(n_nodes)]
    head = [NODE("GlobalAveragePool", ["x"], ["g"]), NODE("Flatten", ["g"], ["t0"])]
    return network(head + nodes, {}, outputs=((f"t{n_nodes}", ("N", 3)),))


def test_a_deep_graph_is_no_danger(tmp_path):
    assert opened(save(chain(3000), tmp_path / "net.onnx")).manifest.n_classes == 3


def test_too_many_operations_are_refused(tmp_path):
    with pytest.raises(UnsafeFileError, match="operations"):
        opened(save(chain(load.MAX_NODES), tmp_path / "net.onnx"))


@pytest.mark.parametrize("is_endless", [True, False])
def test_functions_that_grow_without_end_are_refused(tmp_path, rng, is_endless):
    model = classifier(rng, ending=[NODE("F0", ["z"], ["p"], domain="own")], result="p", domains=["own"])
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("own", 1)]
    n_levels = 1 if is_endless else 40
    for level in range(n_levels):
        deeper = NODE(f"F{0 if is_endless else level + 1}", ["a"], ["b"], domain="own")
        body = [deeper, NODE(deeper.op_type, ["b"], ["c"], domain="own")]
        model.functions.append(helper.make_function("own", f"F{level}", ["a"], ["c"], body, opsets))
    if not is_endless:
        last = [NODE("Relu", ["a"], ["c"])]
        model.functions.append(helper.make_function("own", f"F{n_levels}", ["a"], ["c"], last, opsets))
    with pytest.raises(UnsafeFileError, match="functions"):
        opened(save(model, tmp_path / "net.onnx"))


def test_values_that_are_no_numbers_are_refused(tmp_path, rng):
    model = classifier(rng)
    model.graph.initializer[3].CopyFrom(helper.make_tensor("a", TensorProto.FLOAT, [4], [np.nan] * 4))
    with pytest.raises(UnreadableNetworkError, match="numbers"):
        opened(save(model, tmp_path / "net.onnx"))


@pytest.fixture(scope="module")
def sound_bytes():
    rng = np.random.default_rng(8)
    nodes = [
        NODE("Conv", ["x", "w", "b"], ["c"], pads=[1, 1, 1, 1], strides=[1, 1], dilations=[1, 1], group=1),
        NODE("LeakyRelu", ["c"], ["r"], alpha=0.1),
        NODE("MaxPool", ["r"], ["p"], kernel_shape=[2, 2], strides=[2, 2]),
        NODE("Reshape", ["p", "to"], ["f"]),
        NODE("Gemm", ["f", "v"], ["z"], transB=1),
        NODE("Softmax", ["z"], ["y"], axis=1),
    ]
    stored = {
        "w": weights(rng, 2, 3, 3, 3),
        "b": weights(rng, 2),
        "v": weights(rng, 4, 32),
        "to": np.array([-1, 32]),
    }
    return network(nodes, stored).SerializeToString()


def test_every_truncation_is_refused(tmp_path, sound_bytes):
    path = tmp_path / "net.onnx"
    for n_bytes in range(0, len(sound_bytes), 17):
        path.write_bytes(sound_bytes[:n_bytes])
        with pytest.raises(DeepIntroError):
            opened(path)


@pytest.mark.parametrize("seed", range(100))
def test_damage_ends_in_success_or_in_a_sentence(tmp_path, sound_bytes, seed):
    chance, data = random.Random(seed), bytearray(sound_bytes)
    for _ in range(chance.randrange(1, 5)):
        if chance.random() < 0.7:
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        else:
            start = chance.randrange(len(data))
            del data[start : start + chance.randrange(1, 9)]
    path = tmp_path / "net.onnx"
    path.write_bytes(bytes(data))
    try:
        imported = opened(path)
    except DeepIntroError as error:
        assert error.what.endswith((".", "!"))
        assert "Traceback" not in str(error)
    else:
        assert imported.manifest.parity is not None
