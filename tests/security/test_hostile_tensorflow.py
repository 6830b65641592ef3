"""TensorFlow files that want to run code, reach other files, grow without end, or go in circles.

``tests/importers/tensorflow/test_hostile.py`` has more of them, opened in the test's own process.
"""

import shutil

import pytest
from importers.tensorflow import graphs, modules, variants

from deepintro_desktop.importers.tensorflow import operators
from deepintro_desktop.importers.tensorflow.reading import read_graph, read_meta_graph, read_saved

UNSAFE = ("unsafe-file", "unsupported-network", "unreadable-network")


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """Return a folder with a checkpoint, a frozen graph, and SavedModels of both generations."""
    folder = tmp_path_factory.mktemp("sound")
    made = graphs.made(variants.plain)
    graphs.checkpoint(made, folder)
    graphs.frozen(made, folder)
    graphs.saved(made, folder, {"x": made.picture}, {"y": made.logits})
    (folder / "second").mkdir()
    values = modules.module()
    modules.saved(values, folder / "second", serving_default=values.logits)
    return folder


@pytest.fixture
def network(sound, canary):
    """Copy what is sound into the canary's folder."""
    shutil.copytree(sound, canary.folder, dirs_exist_ok=True)
    return canary.folder


def test_no_operator_that_is_let_through_keeps_state_or_reaches_out():
    from tensorflow.python.framework import op_def_registry

    graphs.tensorflow()
    kinds = {name: op_def_registry.get(name) for name in operators.CONVERTIBLE}
    stateful = {name for name, kind in kinds.items() if kind is not None and kind.is_stateful}
    assert stateful == {"CheckNumerics", "GuaranteeConst"}  # their state is that they are not folded away
    run = {name: op_def_registry.get(name) for name in operators.HARMLESS}
    stateful = {name for name, kind in run.items() if kind is not None and kind.is_stateful}
    memory_only = (
        operators.RANDOM | operators.VARIABLES | operators.READS | operators.CALLS | operators.BRANCHES
    )
    changes = {name for name in operators.HARMLESS if name.startswith("Assign")}
    assert stateful <= memory_only | changes | {
        "CheckNumerics",
        "GuaranteeConst",
        "Assert",
        "VarIsInitializedOp",
    }
    words = ("File", "Py", "Rpc", "Save", "Restore", "Print", "Send", "Recv", "Reader", "Dataset", "Lookup")
    assert [name for name in operators.HARMLESS if any(word in name for word in words)] == []


def replace(node, op):
    """Make a node another operator, with inputs in plenty."""
    node.op = op
    node.input.extend([node.input[0]] * 6)


EVIL = (
    "ReadFile", "WriteFile", "PyFunc", "PyFuncStateless", "EagerPyFunc", "MatchingFiles", "DecodeCSV",
    "LoadAndRemapMatrix", "RestoreV2", "SaveV2", "ImmutableConst", "PrintV2", "Send", "XlaLaunch",
    "WholeFileReaderV2", "TextLineDataset", "LookupTableFindV2", "InitializeTableFromTextFileV2",
    "DecodeJpeg", "SymbolicGradient", "RemoteCall", "While", "NoSuchOperator", "",
)  # fmt: skip


@pytest.mark.parametrize("op", EVIL)
def test_operators_on_the_way_are_refused(ways, network, op):
    path = network / "net.pb"
    message = read_graph(path)
    for node in message.node:
        if node.op == "Relu":
            replace(node, op)
    path.write_bytes(message.SerializeToString())
    kind = "unsafe-file" if op in operators.DANGEROUS else ""
    ways.refused(path, kind, says=op if kind else "")


@pytest.mark.parametrize("op", ["WriteFile", "ReadFile", "PyFunc"])
def test_operators_inside_functions_are_refused(ways, network, op):
    path = network / "second" / "saved" / "saved_model.pb"
    saved = read_saved(path)
    n_changed = 0
    for function in saved.meta_graphs[0].graph_def.library.function:
        for node in function.node_def:
            if node.op == "Relu":
                replace(node, op)
                n_changed += 1
    assert n_changed
    path.write_bytes(saved.SerializeToString())
    ways.refused(path.parent, "unsafe-file", op)


def _strange_place(function):
    for node in function.node_def:
        for index, entry in enumerate(node.input):
            node.input[index] = f"{entry.split(':')[0]}:output:²" if ":" in entry else entry


def _nothing_returned(function):
    function.ret.clear()


def _missing_inside(function):
    del function.node_def[0]


def _no_arguments(function):
    del function.signature.input_arg[:]


@pytest.mark.parametrize("change", [_strange_place, _nothing_returned, _missing_inside, _no_arguments])
def test_functions_that_no_tool_writes(ways, network, change):
    path = network / "second" / "saved" / "saved_model.pb"
    saved = read_saved(path)
    for function in saved.meta_graphs[0].graph_def.library.function:
        change(function)
    path.write_bytes(saved.SerializeToString())
    ways.opened(path.parent)


@pytest.mark.slow
def test_the_helper_refuses_them_too(by_helper, network):
    path = network / "net.meta"
    meta = read_meta_graph(path)
    for node in meta.graph_def.node:
        if node.op == "Relu":
            replace(node, "PyFunc")
    path.write_bytes(meta.SerializeToString())
    assert by_helper(path).end == "unsafe-file"


@pytest.mark.parametrize(
    "text",
    ['model_checkpoint_path: "{secret}"', 'model_checkpoint_path: "../outside/secret.bin"',
     'model_checkpoint_path: "..\\\\outside\\\\secret.bin"', 'model_checkpoint_path: "file://{secret}"',
     'model_checkpoint_path: "net/../../outside/secret.bin"', 'model_checkpoint_path: "/proc/self/environ"'],
)  # fmt: skip
def test_a_list_of_checkpoints_leads_nowhere_else(ways, canary, network, text):
    path = network / "checkpoint"
    path.write_text(text.format(secret=canary.secret))
    ways.opened(path)
    (network / "net.meta").unlink()
    ways.refused(path)


def test_assets_and_restoring_from_elsewhere_are_not_read(ways, canary, network):
    path = network / "saved" / "saved_model.pb"
    saved = read_saved(path)
    meta = saved.meta_graphs[0]
    meta.asset_file_def.add(filename=f"../../../{canary.secret}").tensor_info.name = "picture:0"
    for node in meta.graph_def.node:
        if node.op == "Const" and node.attr["dtype"].type == 7:
            tensor = node.attr["value"].tensor
            tensor.string_val[:] = [str(canary.secret).encode() for _ in tensor.string_val]
    path.write_bytes(saved.SerializeToString())
    ways.opened(path.parent)


def test_a_saver_that_names_another_file_is_not_followed(ways, canary, network):
    path = network / "net.meta"
    meta = read_meta_graph(path)
    meta.saver_def.filename_tensor_name = str(canary.secret)
    meta.saver_def.restore_op_name = "c1/relu"
    meta.collection_def["asset_filepaths"].bytes_list.value.append(str(canary.secret).encode())
    path.write_bytes(meta.SerializeToString())
    ways.opened(path)


def _circle(message):
    """Let two operations that hand values on read each other, between the picture and the answer."""
    node = next(node for node in message.node if node.op == "Relu")
    for name, source in (("round", "trip"), ("trip", "round")):
        other = message.node.add(name=name, op="Identity", input=[source])
        other.attr["T"].type = 1
    node.input[0] = "round"


def _circle_of_weights(message):
    node = next(node for node in message.node if node.op == "Conv2D")
    for name, source in (("round", "trip"), ("trip", "round")):
        message.node.add(name=name, op="Identity", input=[source]).attr["T"].type = 1
    node.input[1] = "round"


def _long_chain(message):
    node = next(node for node in message.node if node.op == "Relu")
    last = node.input[0]
    for index in range(3000):
        message.node.add(name=f"chain{index}", op="Identity", input=[last]).attr["T"].type = 1
        last = f"chain{index}"
    node.input[0] = last


def _many_results(message):
    for node in message.node:
        if node.op == "Softmax":
            node.input[0] += ":2000000000"


def _digits_without_end(message):
    for node in message.node:
        if node.op == "Softmax":
            node.input[0] += ":" + "9" * 5000


def _texts_for_numbers(message):
    for node in message.node:
        if node.op == "Const" and node.attr["dtype"].type == 3:
            node.attr["dtype"].type = node.attr["value"].tensor.dtype = 7
            node.attr["value"].tensor.ClearField("tensor_content")
            node.attr["value"].tensor.string_val[:] = [b"\xff"]


def _types_that_are_none(message):
    for node in message.node:
        if node.op == "Const":
            node.attr["dtype"].type = node.attr["value"].tensor.dtype = -1


def _many_inputs(message):
    for node in message.node:
        if node.op == "Relu":
            node.input.extend([node.input[0]] * 5000)


def _own_input(message):
    for node in message.node:
        if node.op == "Relu":
            node.input[0] = node.name


def _two_of_one_name(message):
    message.node.add().CopyFrom(message.node[3])


def _huge_sizes(message):
    for node in message.node:
        if node.op == "Placeholder":
            for size in node.attr["shape"].shape.dim:
                size.size = 2**62


def _negative_sizes(message):
    for node in message.node:
        for size in node.attr["value"].tensor.tensor_shape.dim:
            size.size = -(2**40)


def _control_characters(message):
    for node in message.node:
        if node.op == "Relu":
            node.op = "\x1b[2J\x1b]0;title\x07\r\n" + "y" * 9000


@pytest.mark.parametrize(
    "change",
    [_circle, _circle_of_weights, _long_chain, _many_results, _digits_without_end, _texts_for_numbers,
     _types_that_are_none, _many_inputs, _own_input, _two_of_one_name,
     _huge_sizes, _negative_sizes, _control_characters],
)  # fmt: skip
def test_graphs_that_no_tool_writes(ways, network, change):
    path = network / "net.pb"
    message = read_graph(path)
    change(message)
    path.write_bytes(message.SerializeToString())
    found = ways.opened(path)
    assert found.end in (*UNSAFE, "opened")
    assert found.seconds < 15


def test_restoring_in_circles(ways, network):
    path = network / "net.meta"
    meta = read_meta_graph(path)
    restore = next(node for node in meta.graph_def.node if node.op == "RestoreV2")
    last = restore.name
    for index in range(3000):
        node = meta.graph_def.node.add(name=f"hand{index}", op="Identity", input=[last])
        node.attr["T"].type = 1
        last = node.name
    path.write_bytes(meta.SerializeToString())
    assert ways.opened(path).end == "opened"


@pytest.mark.slow
@pytest.mark.parametrize("is_doubling", [True, False])
def test_functions_that_grow_without_end(by_guarded, network, is_doubling):
    """One calls the other twice, forty deep; or two call each other for ever."""
    path = network / "second" / "saved" / "saved_model.pb"
    saved = read_saved(path)
    graph = saved.meta_graphs[0].graph_def
    original = next(f for f in graph.library.function if any(node.op == "Relu" for node in f.node_def))
    relu = next(node for node in original.node_def if node.op == "Relu")
    n_levels = 40 if is_doubling else 2
    for level in range(n_levels):
        function = graph.library.function.add()
        function.signature.name = f"grow{level}"
        function.signature.input_arg.add(name="a", type=1)
        function.signature.output_arg.add(name="b", type=1)
        inner = (level + 1) % n_levels
        source = "a"
        for index in range(2):
            node = function.node_def.add(name=f"n{index}", op="PartitionedCall", input=[source])
            if is_doubling and inner == 0:
                node.op = "Identity"
                node.attr["T"].type = 1
            else:
                node.attr["f"].func.name = f"grow{inner}"
                node.attr["Tin"].list.type.append(1)
                node.attr["Tout"].list.type.append(1)
            source = f"n{index}:output:0"
        function.ret["b"] = source
    relu.op = "PartitionedCall"
    relu.attr.clear()
    relu.attr["f"].func.name = "grow0"
    relu.attr["Tin"].list.type.append(1)
    relu.attr["Tout"].list.type.append(1)
    for node in original.node_def:
        for index, entry in enumerate(node.input):
            node.input[index] = entry.replace(f"{relu.name}:activations", f"{relu.name}:output")
    path.write_bytes(saved.SerializeToString())
    found = by_guarded.refused(path.parent, "unsafe-file", "too large")
    assert found.seconds < 25


@pytest.mark.parametrize("name", ["net.meta", "net.pb", "saved/saved_model.pb"])
def test_messages_nested_without_end(ways, network, name):
    """Each level announces another one; a reader that follows them would run out of stack."""
    path, data = network / name, b""
    for _ in range(3000):
        length, size = len(data), b""
        while length >= 0x80:
            size += bytes([length & 0x7F | 0x80])
            length >>= 7
        data = b"\x0a" + size + bytes([length]) + data
    path.write_bytes(path.read_bytes() + data)
    ways.opened(path if path.suffix != ".pb" or name == "net.pb" else path.parent)
