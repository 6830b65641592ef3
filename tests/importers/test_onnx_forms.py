"""The many ways to export one classifier: each must come out in the one form and answer like the source."""

import json

import numpy as np
import onnx
import onnxruntime
import pytest
from importers.builders import classifier, network, save, weights
from onnx import TensorProto, helper, numpy_helper

from deepintro_desktop.core.errors import (
    ParityError,
    UnreadableNetworkError,
    UnsupportedNetworkError,
    WrongRequestError,
)
from deepintro_desktop.core.records import OutputKind, SpecificationSource
from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.importers import open_network

NODE = helper.make_node
TO_FIRST = [0, 3, 1, 2]
SOFTMAX = NODE("Softmax", ["z"], ["p"], axis=-1)
HALF = {"dtype": np.float16, "element": TensorProto.FLOAT16, "output_element": TensorProto.FLOAT16}
DOUBLE = {"dtype": np.float64, "element": TensorProto.DOUBLE, "output_element": TensorProto.DOUBLE}


def opened(tmp_path, model, **request):
    return open_network(AddNetworkRequest(save(model, tmp_path / "net.onnx"), **request))


def run(imported, x):
    session = onnxruntime.InferenceSession(imported.onnx, providers=["CPUExecutionProvider"])
    (entry,), (output,) = session.get_inputs(), session.get_outputs()
    assert entry.type == "tensor(float)"
    assert isinstance(entry.shape[0], str)
    assert len(output.shape) == 2
    return session.run(None, {entry.name: x})[0]


def source_run(model, x, batch=None):
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    name = session.get_inputs()[0].name
    chunks = [x] if batch is None else [x[i : i + batch] for i in range(0, len(x), batch)]
    return np.concatenate([session.run(None, {name: chunk})[0] for chunk in chunks])


@pytest.fixture
def x(rng):
    return rng.integers(0, 256, (4, 3, 8, 8)).astype(np.float32)


def assert_close(result, expected, tolerance=1e-5):
    assert result.shape == expected.shape
    assert np.abs(result - expected).max() <= tolerance * max(1.0, np.abs(expected).max())


@pytest.mark.parametrize("batch", [None, 1, 2, 4])
@pytest.mark.parametrize("opset", [8, 11, 13, 17, 21, 23])
def test_any_batch_size_and_opset(tmp_path, rng, x, batch, opset):
    sizes = {"input_shape": (batch or "N", 3, 8, 8), "outputs": (("z", (batch or "N", 4)),)}
    model = classifier(rng, opset=opset, **sizes)
    assert_close(run(opened(tmp_path, model), x), source_run(model, x, batch))


def test_a_batch_baked_into_a_reshape_is_freed(tmp_path, rng, x):
    nodes = [
        NODE("Conv", ["x", "w"], ["c"], pads=[1, 1, 1, 1]),
        NODE("Reshape", ["c", "to"], ["f"]),
        NODE("MatMul", ["f", "v"], ["z"]),
    ]
    stored = {"w": weights(rng, 2, 3, 3, 3), "v": weights(rng, 128, 4), "to": np.array([1, 128])}
    model = network(nodes, stored, input_shape=(1, 3, 8, 8), outputs=(("z", (1, 4)),))
    assert_close(run(opened(tmp_path, model), x), source_run(model, x, 1))


def test_a_batch_of_one_that_cannot_be_freed_is_kept(tmp_path, rng, x):
    """A class token beside the patches: its size of one says nothing about the batch."""
    nodes = [
        NODE("Conv", ["x", "w"], ["c"], strides=[4, 4]),
        NODE("Reshape", ["c", "to"], ["patches"]),
        NODE("Concat", ["token", "patches"], ["tokens"], axis=2),
        NODE("ReduceMean", ["tokens"], ["mean"], axes=[2], keepdims=0),
        NODE("MatMul", ["mean", "v"], ["z"]),
    ]
    stored = {"w": weights(rng, 6, 3, 4, 4), "v": weights(rng, 6, 4), "token": weights(rng, 1, 6, 1),
              "to": np.array([1, 6, 4])}  # fmt: skip
    model = network(nodes, stored, input_shape=(1, 3, 8, 8), outputs=(("z", (1, 4)),))
    imported = opened(tmp_path, model)
    session = onnxruntime.InferenceSession(imported.onnx, providers=["CPUExecutionProvider"])
    one_by_one = [session.run(None, {session.get_inputs()[0].name: picture[None]})[0] for picture in x]
    assert_close(np.concatenate(one_by_one), source_run(model, x, 1))
    assert any("one picture at a time" in note for note in imported.manifest.notes)
    assert not imported.manifest.unexplainable


def test_a_batch_that_cannot_be_freed_is_refused(tmp_path, rng):
    model = classifier(rng, ending=[NODE("Add", ["z", "row"], ["p"])], result="p", input_shape=(2, 3, 8, 8),
                       outputs=(("p", (2, 4)),))  # fmt: skip
    row = np.repeat(weights(rng, 1, 4), 2, axis=0)
    model.graph.initializer.append(onnx.numpy_helper.from_array(row, "row"))
    with pytest.raises(UnsupportedNetworkError, match="fixed number of pictures.*for 2"):
        opened(tmp_path, model)


ENDINGS = [
    ([SOFTMAX], 17, OutputKind.SOFTMAX),
    ([NODE("Softmax", ["z"], ["p"], axis=1)], 11, OutputKind.SOFTMAX),
    ([NODE("Softmax", ["z"], ["q"], axis=1), NODE("Identity", ["q"], ["p"])], 13, OutputKind.SOFTMAX),
    ([NODE("LogSoftmax", ["z"], ["p"], axis=1)], 17, OutputKind.LOG_SOFTMAX),
    ([NODE("Softmax", ["z"], ["q"], axis=1), NODE("Log", ["q"], ["p"])], 17, OutputKind.LOG_SOFTMAX),
    ([NODE("Sigmoid", ["z"], ["p"])], 17, OutputKind.SIGMOID),
    ([NODE("Identity", ["z"], ["p"])], 17, OutputKind.LOGITS),
]


@pytest.mark.parametrize(("ending", "opset", "kind"), ENDINGS)
def test_the_stored_network_ends_in_logits(tmp_path, rng, x, ending, opset, kind):
    model = classifier(rng, ending=ending, result="p", opset=opset)
    imported = opened(tmp_path, model)
    assert imported.manifest.output_kind is kind
    bare = onnx.ModelProto()
    bare.CopyFrom(model)
    bare.graph.output[0].name = "z"
    assert_close(run(imported, x), source_run(bare, x))


def test_answers_that_depend_on_the_other_pictures_are_refused(tmp_path, rng):
    model = classifier(rng, ending=[NODE("Softmax", ["z"], ["p"], axis=0)], result="p")
    with pytest.raises(ParityError, match=r"largest difference is .* at most"):
        opened(tmp_path, model)


@pytest.mark.parametrize("is_closed", [True, False])
def test_one_number_becomes_two_classes(tmp_path, rng, x, is_closed):
    ending = [NODE("Sigmoid", ["z"], ["p"])] if is_closed else [NODE("Identity", ["z"], ["p"])]
    model = classifier(rng, ending=ending, result="p", n_classes=1)
    imported = opened(tmp_path, model)
    assert (imported.manifest.n_classes, imported.manifest.output_kind) == (2, OutputKind.SOFTMAX)
    assert imported.manifest.notes
    logits = run(imported, x).astype(np.float64)
    chance = 1 / (1 + np.exp(logits[:, 0] - logits[:, 1]))
    answer = source_run(model, x)[:, 0]
    expected = answer if is_closed else 1 / (1 + np.exp(-answer.astype(np.float64)))
    np.testing.assert_allclose(chance, expected, rtol=1e-5, atol=1e-7)


LAYOUTS = [
    ([NODE("Transpose", ["x"], ["t"], perm=TO_FIRST)], TensorProto.FLOAT),
    ([NODE("Identity", ["x"], ["i"]), NODE("Transpose", ["i"], ["t"], perm=TO_FIRST)], TensorProto.FLOAT),
    ([NODE("Cast", ["x"], ["i"], to=1), NODE("Transpose", ["i"], ["t"], perm=TO_FIRST)], TensorProto.UINT8),
    ([NODE("Transpose", ["x"], ["i"], perm=TO_FIRST), NODE("Cast", ["i"], ["t"], to=1)], TensorProto.UINT8),
    ([NODE("Mul", ["x", "s"], ["i"]), NODE("Transpose", ["i"], ["t"], perm=TO_FIRST)], TensorProto.FLOAT),
]


@pytest.mark.parametrize(("first", "element"), LAYOUTS)
@pytest.mark.parametrize("batch", ["N", 2])
def test_channels_come_first(tmp_path, rng, x, first, element, batch):
    options = {"input_shape": (batch, 8, 8, 3), "outputs": (("z", (batch, 4)),), "element": element}
    model = classifier(rng, first=first, source="t", **options)
    model.graph.initializer.append(onnx.numpy_helper.from_array(np.full(1, 1 / 255, np.float32), "s"))
    imported = opened(tmp_path, model)
    last = x.transpose(0, 2, 3, 1).astype(helper.tensor_dtype_to_np_dtype(element))
    assert_close(run(imported, x), source_run(model, last, None if batch == "N" else batch))
    operators = [node.op_type for node in onnx.load_from_string(imported.onnx).graph.node]
    assert ("Transpose" in operators) == (first[0].op_type == "Mul")


def test_whole_numbers_become_float(tmp_path, rng, x):
    model = classifier(
        rng, first=[NODE("Cast", ["x"], ["f32"], to=1)], source="f32", element=TensorProto.UINT8
    )
    imported = opened(tmp_path, model)
    assert imported.manifest.specification_source is SpecificationSource.FILE
    assert imported.manifest.specification.scale == 1.0
    assert_close(run(imported, x), source_run(model, x.astype(np.uint8)))


@pytest.mark.parametrize(("precision", "tolerance"), [(HALF, 5e-3), (DOUBLE, 1e-5)])
def test_other_precisions_become_float(tmp_path, rng, precision, tolerance):
    x = rng.uniform(0, 1, (3, 3, 8, 8)).astype(np.float32)
    imported = opened(tmp_path, classifier(np.random.default_rng(3), **precision))
    same = classifier(np.random.default_rng(3))
    assert_close(run(imported, x), source_run(same, x), tolerance)
    stored = onnx.load_from_string(imported.onnx).graph.initializer
    assert {entry.data_type for entry in stored} <= {TensorProto.FLOAT, TensorProto.INT64}


def test_a_flat_input_becomes_a_grey_picture(tmp_path, rng):
    model = network([NODE("Gemm", ["x", "w"], ["z"])], {"w": weights(rng, 49, 4)}, input_shape=("N", 49),
                    outputs=(("z", ("N", 4)),))  # fmt: skip
    imported = opened(tmp_path, model)
    assert imported.manifest.specification.text == "7 × 7 grey"
    x = rng.normal(0, 1, (2, 1, 7, 7)).astype(np.float32)
    assert_close(run(imported, x), source_run(model, x.reshape(2, 49)))


@pytest.mark.parametrize("shape", [("N", 3, "h", "w"), ("a", "b", "c", "d")])
def test_a_free_picture_size_is_chosen(tmp_path, rng, shape):
    imported = opened(tmp_path, classifier(rng, input_shape=shape))
    assert imported.manifest.specification.text == "224 × 224 RGB"
    assert any("several sizes" in note for note in imported.manifest.notes)
    wish = json.dumps({"height": 32, "width": 48})
    imported = opened(tmp_path, classifier(rng, input_shape=shape), preprocessing=wish)
    assert imported.manifest.specification.text == "48 × 32 RGB"


def test_a_wrong_picture_size_is_refused(tmp_path, rng):
    with pytest.raises(WrongRequestError, match="9 × 8.*8 × 8"):
        opened(tmp_path, classifier(rng), preprocessing='{"height": 8, "width": 9}')


ZIPMAP = NODE("ZipMap", ["p"], ["table"], domain="ai.onnx.ml", classlabels_strings=list("abcd"))


@pytest.mark.parametrize(
    ("ending", "outputs", "kind"),
    [
        ([SOFTMAX], (("z", ("N", 4)), ("p", ("N", 4))), OutputKind.SOFTMAX),
        ([], (("f", ("N", 6)), ("z", ("N", 4))), OutputKind.LOGITS),
        ([NODE("Relu", ["f"], ["aux_out"])], (("aux_out", ("N", 6)), ("z", ("N", 4))), OutputKind.LOGITS),
    ],
)
def test_of_several_outputs_the_classes_are_chosen(tmp_path, rng, ending, outputs, kind):
    imported = opened(tmp_path, classifier(rng, ending=ending, outputs=outputs))
    assert (imported.manifest.n_classes, imported.manifest.output_kind) == (4, kind)
    assert any("several outputs" in note for note in imported.manifest.notes)


def test_a_table_of_names_at_the_end_is_left_out(tmp_path, rng):
    model = classifier(rng, ending=[SOFTMAX, ZIPMAP], domains=["ai.onnx.ml"])
    del model.graph.output[:]
    table = model.graph.output.add(name="table").type.sequence_type.elem_type.map_type
    table.key_type, table.value_type.tensor_type.elem_type = TensorProto.STRING, TensorProto.FLOAT
    assert opened(tmp_path, model).manifest.output_kind is OutputKind.SOFTMAX


def test_what_runs_but_cannot_be_explained_is_predict_only(tmp_path, rng, x):
    model = classifier(rng, ending=[NODE("Sin", ["z"], ["p"])], result="p")
    imported = opened(tmp_path, model)
    assert any("Sin" in reason for reason in imported.manifest.unexplainable)
    assert_close(run(imported, x), source_run(model, x))


BRANCH = helper.make_graph(
    [NODE("Identity", ["z"], ["q"])], "b", [], [helper.make_tensor_value_info("q", TensorProto.FLOAT, None)]
)
CHOICE = [
    NODE("ReduceMax", ["z"], ["m"], keepdims=0),
    NODE("Cast", ["m"], ["on"], to=TensorProto.BOOL),
    NODE("If", ["on"], ["p"], then_branch=BRANCH, else_branch=BRANCH),
]
SECOND = [NODE("Relu", ["g"], ["g2"]), NODE("Flatten", ["g2"], ["f2"])]
CUSTOM = {"ending": [NODE("Foo", ["z"], ["p"], domain="acme")], "result": "p", "domains": ["acme"]}


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (CUSTOM, "acme.Foo"),
        ({"channels": 4, "input_shape": ("N", 4, 8, 8)}, "1 channel"),
        ({"outputs": (("r", ("N", 6, 8, 8)),)}, "does not classify"),
        ({"outputs": (("f", ("N", 6)), ("f2", ("N", 6))), "ending": SECOND}, "several outputs.*f, f2"),
        ({"input_shape": (3, 8, 8)}, "does not take a picture"),
        ({"first": [NODE("Add", ["x", "extra"], ["s"])], "source": "s"}, "exactly one input.*extra"),
        ({"ending": CHOICE, "result": "p"}, "If"),
    ],
)
def test_what_is_no_picture_classifier_is_refused(tmp_path, rng, options, why):
    model = classifier(rng, **options)
    if "extra" in why:
        model.graph.input.append(helper.make_tensor_value_info("extra", TensorProto.FLOAT, ["N", 3, 8, 8]))
    with pytest.raises(UnsupportedNetworkError, match=why):
        opened(tmp_path, model)


def test_batch_normalisation_melts_into_the_convolution(tmp_path, rng, x):
    nodes = [
        NODE("Conv", ["x", "w"], ["c"]),
        NODE("BatchNormalization", ["c", "g", "o", "m", "v"], ["n"]),
        NODE("GlobalAveragePool", ["n"], ["a"]),
        NODE("Flatten", ["a"], ["z"]),
    ]
    stored = {"w": weights(rng, 4, 3, 3, 3), **{name: weights(rng, 4) for name in "gom"},
              "v": rng.uniform(0.5, 2, 4).astype(np.float32)}  # fmt: skip
    model = network(nodes, stored, outputs=(("z", ("N", 4)),))
    imported = opened(tmp_path, model)
    assert_close(run(imported, x), source_run(model, x))
    operators = [node.op_type for node in onnx.load_from_string(imported.onnx).graph.node]
    assert operators == ["Conv", "GlobalAveragePool", "Flatten"]


def test_functions_of_the_file_are_written_out(tmp_path, rng, x):
    model = classifier(rng, ending=[NODE("Twice", ["z"], ["p"], domain="own")], result="p", domains=["own"])
    body = [NODE("Add", ["a", "a"], ["b"])]
    model.functions.append(
        helper.make_function("own", "Twice", ["a"], ["b"], body, [helper.make_opsetid("", 17)])
    )
    assert_close(run(opened(tmp_path, model), x), source_run(model, x))


def test_operators_that_nothing_can_run_are_all_named(tmp_path, monkeypatch):
    nodes = [
        NODE("Det", ["x"], ["d"]),
        NODE("Hardmax", ["d"], ["h"]),
        NODE("Gemm", ["h", "w"], ["y"]),
    ]
    graph = helper.make_graph(
        nodes,
        "odd",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", 3, 8, 8])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["n", 4])],
        [numpy_helper.from_array(np.ones((3, 4), np.float32), "w")],
    )

    def refuse(*_):
        raise UnreadableNetworkError("The network cannot be run.", "onnxruntime says: no kernel.")

    monkeypatch.setattr("deepintro_desktop.importers.onnx.canonical.SourceReference", refuse)
    odd = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
    with pytest.raises(UnsupportedNetworkError, match="Det, Hardmax.*no kernel"):
        opened(tmp_path, odd)
