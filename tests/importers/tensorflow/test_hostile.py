"""Graphs that want to run code or reach files: nothing of that happens, and a sentence says why."""

from pathlib import Path

import numpy as np
import pytest
from importers.tensorflow import graphs, modules, variants

from deepintro_desktop.core.errors import UnsafeFileError, UnsupportedNetworkError
from deepintro_desktop.importers.tensorflow.runtime import quiet, tensorflow

SAME = 1e-5


@pytest.fixture
def target(tmp_path):
    """Return a path that a hostile graph would write to."""
    return tmp_path / "written.txt"


def _victim(made, through):
    """Build a plain network whose picture passes ``through`` something."""
    x = through(made.conv(graphs.placeholder(made), "c1", 8))
    x.set_shape([None, graphs.SIDE, graphs.SIDE, 8])
    made.closed(made.dense(made.flat(x), "fc", graphs.CLASSES))


def test_python_code_in_the_way_is_refused(tmp_path, target):
    def code(x):
        Path(target).write_text("run")
        return x

    def body(made):
        v1 = tensorflow().compat.v1
        _victim(made, lambda x: v1.py_func(code, [x], v1.float32, name="evil"))

    made = graphs.made(body)
    with pytest.raises(UnsafeFileError) as refusal:
        graphs.opened(graphs.checkpoint(made, tmp_path))
    assert "PyFunc (evil)" in refusal.value.why
    assert not target.exists()


def test_everything_unsafe_is_named_at_once(tmp_path, target):
    def body(made):
        tf, v1 = tensorflow(), tensorflow().compat.v1

        def through(x):
            x = v1.py_func(lambda x: x, [x], v1.float32, name="evil")
            secret = tf.strings.to_number(tf.io.read_file(str(target)))
            return x + secret + tf.cast(tf.strings.length(tf.io.read_file(str(target))), tf.float32)

        _victim(made, through)

    made = graphs.made(body)
    with pytest.raises(UnsafeFileError) as refusal:
        graphs.opened(graphs.checkpoint(made, tmp_path))
    assert {"PyFunc", "ReadFile", "StringToNumber", "StringLength"} <= set(refusal.value.fields["operators"])


def test_writing_on_the_side_never_happens(tmp_path, target):
    def body(made):
        tf = tensorflow()

        def through(x):
            with tf.control_dependencies([tf.io.write_file(str(target), "written")]):
                return tf.identity(x)

        _victim(made, through)

    made = graphs.made(body)
    nhwc = graphs.pictures()
    imported = graphs.opened(graphs.checkpoint(made, tmp_path))
    assert not target.exists()
    assert graphs.difference(imported, made.answer(nhwc), nhwc) < SAME
    assert target.exists()  # TensorFlow itself, asked by this test, did write


def test_writing_inside_a_function_never_happens(tmp_path, target):
    values = modules.module()

    def writing(x):
        tensorflow().io.write_file(str(target), "written")
        return values.logits(x)

    folder = modules.saved(values, tmp_path, serving_default=writing)
    target.unlink(missing_ok=True)
    imported = graphs.opened(folder)
    assert not target.exists()
    nhwc = graphs.pictures()
    expected = values.logits(tensorflow().constant(nhwc)).numpy()
    assert graphs.difference(imported, expected, nhwc) < SAME


def test_reading_inside_a_function_is_refused(tmp_path, target):
    values = modules.module()
    target.write_text("1.0")

    def reading(x):
        return values.logits(x) + tensorflow().strings.to_number(tensorflow().io.read_file(str(target)))

    folder = modules.saved(values, tmp_path, serving_default=reading)
    with pytest.raises(UnsafeFileError) as refusal:
        graphs.opened(folder)
    assert "ReadFile" in refusal.value.why


def test_python_code_in_a_function_is_refused(tmp_path, target):
    values = modules.module()
    tf = tensorflow()

    def code(x):
        Path(target).write_text("run")
        return x

    def hostile(x):
        y = tf.numpy_function(code, [x], tf.float32)
        y.set_shape(x.shape)
        return values.logits(y)

    folder = modules.saved(values, tmp_path, serving_default=hostile)
    target.unlink(missing_ok=True)
    with pytest.raises(UnsafeFileError) as refusal:
        graphs.opened(folder)
    assert "PyFunc" in refusal.value.why
    assert not target.exists()


def test_what_runs_when_a_saved_model_is_loaded_is_not_run(tmp_path, target):
    """Initialisers of a SavedModel run when TensorFlow loads it; the program never loads it."""
    v1 = tensorflow().compat.v1
    made = graphs.made(variants.plain)
    folder = tmp_path / "saved"
    with quiet(), made.graph.as_default():
        start = tensorflow().io.write_file(str(target), "written")
        signature = v1.saved_model.predict_signature_def({"x": made.picture}, {"y": made.logits})
        builder = v1.saved_model.builder.SavedModelBuilder(str(folder))
        builder.add_meta_graph_and_variables(
            made.session,
            [v1.saved_model.tag_constants.SERVING],
            {"serving_default": signature},
            main_op=start,
        )
        builder.save()
    nhwc = graphs.pictures()
    assert graphs.difference(graphs.opened(folder), made.answer(nhwc), nhwc) < SAME
    assert not target.exists()


def _message(made):
    return made.graph.as_graph_def()


def test_a_function_that_calls_itself_is_refused(tmp_path):
    values = modules.module()
    folder = modules.saved(values, tmp_path, serving_default=values.logits)
    path = folder / "saved_model.pb"
    from deepintro_desktop.importers.tensorflow.reading import read_saved

    saved = read_saved(path)
    for function in saved.meta_graphs[0].graph_def.library.function:
        for node in function.node_def:
            if node.op in ("PartitionedCall", "StatefulPartitionedCall"):
                node.attr["f"].func.name = function.signature.name
                del node.input[:]
                node.input.extend(argument.name for argument in function.signature.input_arg)
    path.write_bytes(saved.SerializeToString())
    with pytest.raises(UnsafeFileError) as refusal:
        graphs.opened(folder)
    assert "too large" in refusal.value.what


def test_a_constant_that_would_fill_the_memory_is_refused(tmp_path):
    made = graphs.made(variants.plain)
    message = _message(made)
    node = message.node.add(name="bomb", op="Const")
    node.attr["dtype"].type = node.attr["value"].tensor.dtype = 1
    for _ in range(2):
        node.attr["value"].tensor.tensor_shape.dim.add(size=100_000)
    node.attr["value"].tensor.float_val.append(1.0)
    path = tmp_path / "bomb.pb"
    path.write_bytes(message.SerializeToString())
    with pytest.raises(UnsafeFileError) as refusal:
        graphs.opened(path)
    assert "memory" in refusal.value.what


def test_an_operator_nobody_knows_is_refused_by_name(tmp_path):
    made = graphs.made(variants.plain)
    path = graphs.frozen(made, tmp_path)
    from deepintro_desktop.importers.tensorflow.reading import read_graph

    message = read_graph(path)
    for node in message.node:
        if node.name == "c1/relu":
            node.op = "FancyActivation"
        if node.op == "MaxPool":
            node.op = "FancyPool"
    path.write_bytes(message.SerializeToString())
    with pytest.raises(UnsupportedNetworkError) as refusal:
        graphs.opened(path)
    assert "FancyActivation (c1/relu)" in refusal.value.why
    assert "FancyPool" in refusal.value.why
    assert "author" in refusal.value.hint


def test_code_behind_a_switch_that_is_off_is_not_run(tmp_path, target):
    def code(x):
        Path(target).write_text("run")
        return x

    def body(made):
        v1 = tensorflow().compat.v1
        switch = v1.placeholder_with_default(False, [], name="is_training")
        _victim(
            made,
            lambda x: v1.cond(switch, lambda: v1.py_func(code, [x], v1.float32), lambda: v1.identity(x)),
        )

    made = graphs.made(body)
    nhwc = graphs.pictures()
    imported = graphs.opened(graphs.checkpoint(made, tmp_path))
    assert graphs.difference(imported, made.answer(nhwc), nhwc) < SAME
    assert not target.exists()


def test_a_random_answer_is_refused(tmp_path):
    def body(made):
        tf = tensorflow()
        _victim(made, lambda x: x + tf.random.normal([1, graphs.SIDE, graphs.SIDE, 8]))

    made = graphs.made(body)
    assert np.ptp([made.answer(graphs.pictures(1))[0, 0] for _ in range(3)]) > 0
    with pytest.raises(UnsupportedNetworkError) as refusal:
        graphs.opened(graphs.checkpoint(made, tmp_path))
    assert "RandomStandardNormal" in refusal.value.why
