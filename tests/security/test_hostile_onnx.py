"""ONNX files that want to read elsewhere, fill memory or time with few bytes, or confuse what reads them.

``tests/importers/test_hostile_onnx.py`` has more of them, opened in the test's own process.
"""

import os

import numpy as np
import pytest
from importers.builders import classifier, network, save
from onnx import TensorProto, helper

NODE = helper.make_node


def far(location):
    """Return an array whose values lie elsewhere."""
    tensor = TensorProto(name="far", data_type=TensorProto.FLOAT, dims=[6])
    tensor.data_location = TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value=location)
    return tensor


def _in_an_attribute(model, tensor):
    model.graph.node.insert(0, NODE("Constant", [], ["far"], value=tensor))


def _in_a_branch(model, tensor):
    value = helper.make_tensor_value_info("far", TensorProto.FLOAT, [6])
    branch = helper.make_graph([NODE("Constant", [], ["far"], value=tensor)], "branch", [], [value])
    truth = helper.make_tensor("t", TensorProto.BOOL, [], [True])
    model.graph.node.insert(0, NODE("Constant", [], ["is_so"], value=truth))
    model.graph.node.insert(1, NODE("If", ["is_so"], ["q"], then_branch=branch, else_branch=branch))


def _in_a_function(model, tensor):
    body = [NODE("Constant", [], ["far"], value=tensor), NODE("Relu", ["a"], ["c"])]
    opsets = [helper.make_opsetid("", 17)]
    model.functions.append(helper.make_function("own", "Own", ["a"], ["c"], body, opsets))


def _in_a_list(model, tensor):
    model.graph.node[0].attribute.append(helper.make_attribute("many", [tensor, tensor]))


def _in_sparse_values(model, tensor):
    sparse = model.graph.sparse_initializer.add()
    sparse.values.CopyFrom(tensor)
    sparse.indices.CopyFrom(helper.make_tensor("i", TensorProto.INT64, [6], range(6)))
    sparse.dims.append(6)


def _in_training(model, tensor):
    model.training_info.add().initialization.initializer.append(tensor)


PLACES = (_in_an_attribute, _in_a_branch, _in_a_function, _in_a_list, _in_sparse_values, _in_training)


@pytest.mark.parametrize("put", PLACES)
@pytest.mark.parametrize("location", ["../outside/secret.bin", "{secret}", "link.bin", "/proc/self/environ"])
def test_weights_elsewhere_are_never_read(ways, canary, rng, put, location):
    try:
        (canary.folder / "link.bin").symlink_to(canary.secret)
    except OSError:
        pytest.skip("this system does not let us make links")
    model = classifier(rng)
    put(model, far(location.format(secret=canary.secret)))
    ways.opened(save(model, canary.folder / "net.onnx"))


@pytest.mark.parametrize("location", ["../outside/secret.bin", "{secret}"])
def test_the_helper_refuses_weights_elsewhere(by_helper, canary, rng, location):
    model = classifier(rng)
    _in_an_attribute(model, far(location.format(secret=canary.secret)))
    assert by_helper(save(model, canary.folder / "net.onnx")).end == "unsafe-file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a matter of other systems")
def test_a_pipe_is_not_waited_for(ways, canary, rng):
    model = classifier(rng)
    _in_an_attribute(model, far("pipe"))
    path = save(model, canary.folder / "net.onnx")
    os.mkfifo(canary.folder / "pipe")
    ways.refused(path, "unsafe-file", "same folder")


def test_names_that_are_no_text(ways, canary, rng):
    model = classifier(rng)
    _in_an_attribute(model, far("../outside/secret.bin"))
    for old in (b"../outside/secret.bin", b"location", b"far"):
        data = model.SerializeToString().replace(old, b"\xff\xfe" + old[2:])
        path = canary.folder / "net.onnx"
        path.write_bytes(data)
        ways.refused(path)


def ints(*values):
    return helper.make_tensor("v", TensorProto.INT64, [len(values)], values)


def constant(name, *values):
    return NODE("Constant", [], [name], value=ints(*values))


def _scalar(name, value, kind=TensorProto.INT64):
    return NODE("Constant", [], [name], value=helper.make_tensor("v", kind, [], [value]))


def _loop():
    """Turn for ever: the condition stays true, and the count is beyond all time."""
    body = helper.make_graph(
        [NODE("Identity", ["go"], ["on"]), NODE("Relu", ["v"], ["w"])],
        "body",
        [
            helper.make_tensor_value_info("i", TensorProto.INT64, []),
            helper.make_tensor_value_info("go", TensorProto.BOOL, []),
            helper.make_tensor_value_info("v", TensorProto.FLOAT, None),
        ],
        [
            helper.make_tensor_value_info("on", TensorProto.BOOL, []),
            helper.make_tensor_value_info("w", TensorProto.FLOAT, None),
        ],
    )
    count, truth = _scalar("n", 2**62), _scalar("yes", True, TensorProto.BOOL)
    one = NODE("Constant", [], ["k"], value=helper.make_tensor("v", TensorProto.FLOAT, [1], [1.0]))
    return [count, truth, one, NODE("Loop", ["n", "yes", "k"], ["m"], body=body)]


BOMBS = {
    "range": [_scalar("a", 0), _scalar("b", 2**40), _scalar("c", 1), NODE("Range", ["a", "b", "c"], ["r"]),
              NODE("Cast", ["r"], ["m"], to=1)],
    "expand": [constant("s", 1, 1, 2**20, 2**20), NODE("Expand", ["x0", "s"], ["m"])],
    "tile": [constant("s", 1, 1, 2**20, 2**20), NODE("Tile", ["x", "s"], ["m"])],
    "pad": [constant("s", 0, 0, 2**30, 2**30, 0, 0, 2**30, 2**30), NODE("Pad", ["x", "s"], ["m"])],
    "resize": [constant("s", 1, 3, 2**20, 2**20), NODE("Resize", ["x", "", "", "s"], ["m"])],
    "one hot": [constant("i", *range(4)), _scalar("d", 2**40), constant("ab", 0, 1),
                NODE("OneHot", ["i", "d", "ab"], ["h"]), NODE("Cast", ["h"], ["m"], to=1)],
    "constant of shape": [constant("s", 2**20, 2**20), NODE("ConstantOfShape", ["s"], ["m"])],
    "outer sum": [constant("s", 1, 1, 2**17, 1), constant("t", 1, 1, 1, 2**17),
                  NODE("ConstantOfShape", ["s"], ["p"]), NODE("ConstantOfShape", ["t"], ["q"]),
                  NODE("Add", ["p", "q"], ["m"])],
    "outer product": [constant("s", 2**17, 1), constant("t", 1, 2**17), NODE("ConstantOfShape", ["s"], ["p"]),
                      NODE("ConstantOfShape", ["t"], ["q"]), NODE("MatMul", ["p", "q"], ["m"])],
    "einsum": [constant("s", 2**12), NODE("ConstantOfShape", ["s"], ["p"]),
               NODE("Einsum", ["p", "p", "p"], ["m"], equation="a,b,c->abc")],
    "doubling": [node for i in range(40) for node in (
        NODE("Concat", [f"d{i}" if i else "x", f"d{i}" if i else "x"], [f"d{i + 1}"], axis=2),)]
        + [NODE("Identity", ["d40"], ["m"])],
    "loop": _loop(),
    "eye": [constant("s", 2**20, 2**20), NODE("ConstantOfShape", ["s"], ["p"]),
            NODE("EyeLike", ["p"], ["m"])],
    "random": [NODE("RandomNormal", [], ["m"], shape=[2**20, 2**20])],
    "depth": [NODE("DepthToSpace", ["x"], ["m"], blocksize=2**30)],
}  # fmt: skip


def bombed(nodes):
    first = NODE("ReduceMean", ["x"], ["x0"], axes=[2, 3], keepdims=1)
    ending = [
        NODE("ReduceMean", ["m"], ["mean"], keepdims=0),
        NODE("Add", ["x", "mean"], ["a"]),
        NODE("GlobalAveragePool", ["a"], ["g"]),
        NODE("Flatten", ["g"], ["y"]),
    ]
    return network([first, *nodes, *ending], {}, outputs=(("y", ("N", 3)),))


@pytest.mark.parametrize("bomb", BOMBS)
def test_few_bytes_do_not_become_many(ways, canary, bomb):
    path = save(bombed(BOMBS[bomb]), canary.folder / "net.onnx")
    assert path.stat().st_size < 8000
    found = ways.refused(path)
    assert found.peak_mb < 2000
    assert found.seconds < 10


def test_the_helper_refuses_a_bomb(by_helper, canary):
    assert by_helper(save(bombed(BOMBS["outer sum"]), canary.folder / "net.onnx")).end == "unsafe-file"


def _nested(depth):
    value = helper.make_tensor_value_info("o", TensorProto.FLOAT, None)
    graph = helper.make_graph([NODE("Relu", ["x"], ["o"])], "g", [], [value])
    for _ in range(depth):
        node = NODE("If", ["is_so"], ["o"], then_branch=graph, else_branch=graph if depth < 8 else None)
        graph = helper.make_graph([node], "g", [], [value])
    return graph.node[0]


@pytest.mark.parametrize("depth", [7, 20])
def test_graphs_in_graphs_in_graphs(ways, canary, rng, depth):
    model = classifier(rng)
    truth = helper.make_tensor("t", TensorProto.BOOL, [], [True])
    model.graph.node.insert(0, NODE("Constant", [], ["is_so"], value=truth))
    model.graph.node.insert(1, _nested(depth))
    path = canary.folder / "net.onnx"
    path.write_bytes(model.SerializeToString())
    ways.opened(path)


def _circle(model):
    model.graph.node[1].input[0] = "z"


def _own_input(model):
    model.graph.node[1].input[0] = model.graph.node[1].output[0]


def _two_writers(model):
    model.graph.node.add().CopyFrom(model.graph.node[1])


def _standard_operator_redefined(model):
    body = [NODE("Relu", ["a"], ["b"]), NODE("Relu", ["b"], ["c"])]
    function = helper.make_function("", "Relu", ["a"], ["c"], body, [helper.make_opsetid("", 17)])
    model.functions.append(function)


def _many_opsets(model):
    for number in range(10_000):
        model.opset_import.add(domain=f"d{number}", version=number)


def _opset_of_the_future(model):
    model.opset_import[0].version = 2**62


def _negative_opset(model):
    model.opset_import[0].version = -1


def _endless_text(model):
    model.doc_string = "x" * 20_000_000
    model.metadata_props.add(key="k" * 1_000_000, value="v" * 1_000_000)


def _tricky_names(model):
    for node in model.graph.node:
        node.name = "\x1b[2J\r\n" + "y" * 10_000
    model.graph.node[1].op_type = "Evil\x1b]0;x\x07\n" + "z" * 10_000


def _wild_sizes(model):
    model.graph.initializer[0].dims[:] = [2**62, 2**62, 4]


def _negative_sizes(model):
    model.graph.initializer[0].dims[:] = [-6, -3, 3, 3]


def _unknown_type(model):
    model.graph.initializer[0].data_type = 999


def _texts_for_numbers(model):
    tensor = model.graph.initializer[0]
    tensor.ClearField("raw_data")
    tensor.data_type = TensorProto.STRING
    tensor.string_data.extend([b"\xff"] * 162)


def _many_inputs(model):
    model.graph.node[1].input.extend(["c"] * 50_000)


def _many_results(model):
    for index in range(5_000):
        model.graph.output.add(name=f"none{index}")


@pytest.mark.parametrize(
    "change",
    [_circle, _own_input, _two_writers, _standard_operator_redefined, _many_opsets, _opset_of_the_future,
     _negative_opset, _endless_text, _tricky_names, _wild_sizes, _negative_sizes, _unknown_type,
     _texts_for_numbers, _many_inputs, _many_results],
)  # fmt: skip
def test_networks_that_no_tool_writes(ways, canary, rng, change):
    model = classifier(rng)
    change(model)
    path = canary.folder / "net.onnx"
    path.write_bytes(model.SerializeToString())
    found = ways.opened(path)
    assert found.peak_mb < 2000
    assert found.seconds < 10


def test_values_that_are_no_numbers(ways, canary, rng):
    model = classifier(rng)
    model.graph.initializer[0].raw_data = np.full(162, np.inf, np.float32).tobytes()
    ways.refused(save(model, canary.folder / "net.onnx"), "unreadable-network")
