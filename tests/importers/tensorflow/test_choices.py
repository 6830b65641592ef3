"""Graphs without signatures: what is guessed, and how a person chooses otherwise."""

import pytest
from importers.tensorflow import graphs, variants

from deepintro_desktop.core.errors import UnsupportedNetworkError, WrongRequestError
from deepintro_desktop.core.records import OutputKind
from deepintro_desktop.importers.tensorflow.runtime import tensorflow

SAME = 1e-5


def test_the_logits_behind_a_loss_are_the_answer(tmp_path):
    imported = graphs.opened(graphs.checkpoint(graphs.made(variants.with_loss), tmp_path))
    assert imported.manifest.output_kind is OutputKind.LOGITS
    assert imported.manifest.choices == ()


def two_heads(made):
    tf = tensorflow()
    x = made.flat(made.conv(graphs.placeholder(made), "c1", 8))
    aux = made.dense(x, "AuxLogits", graphs.CLASSES)
    tf.nn.softmax(aux, name="aux_probabilities")
    hidden = tf.nn.relu(made.dense(x, "hidden", 12))
    made.closed(made.dense(hidden, "fc", graphs.CLASSES))
    made.aux = aux


def test_the_main_answer_is_preferred_to_the_auxiliary_one(tmp_path):
    made = graphs.made(two_heads)
    imported = graphs.opened(graphs.checkpoint(made, tmp_path))
    nhwc = graphs.pictures()
    assert graphs.difference(imported, made.answer(nhwc), nhwc) < SAME
    (choice,) = imported.manifest.choices
    assert (choice.what, choice.used, choice.guessed) == ("output", "probabilities:0", True)
    assert choice.others == ("aux_probabilities:0",)


@pytest.mark.parametrize("name", ["aux_probabilities", "aux_probabilities:0"])
def test_a_person_can_choose_the_other_answer(name, tmp_path):
    made = graphs.made(two_heads)
    imported = graphs.opened(graphs.checkpoint(made, tmp_path), output=name)
    nhwc = graphs.pictures()
    expected = made.session.run(made.aux, {made.picture: nhwc})
    assert graphs.difference(imported, expected, nhwc) < SAME
    assert imported.manifest.choices[0].guessed is False


def test_a_gate_inside_the_network_is_not_its_answer(tmp_path):
    def gated(made):
        tf = tensorflow()
        x = made.conv(graphs.placeholder(made), "c1", 8)
        gate = tf.sigmoid(made.dense(tf.reduce_mean(x, [1, 2]), "gate", 8))
        made.logits = made.dense(made.flat(x * gate[:, None, None, :]), "fc", graphs.CLASSES)

    made = graphs.made(gated)
    imported = graphs.opened(graphs.frozen(made, tmp_path, "fc/out"))
    nhwc = graphs.pictures()
    assert graphs.difference(imported, made.answer(nhwc), nhwc) < SAME


@pytest.mark.parametrize(("wish", "real"), [("output", "probabilities:0"), ("input", "picture:0")])
def test_a_wrong_name_lists_the_real_ones(wish, real, tmp_path):
    path = graphs.checkpoint(graphs.made(variants.plain), tmp_path)
    with pytest.raises(WrongRequestError) as refusal:
        graphs.opened(path, **{wish: "nonsense"})
    assert "nonsense" in refusal.value.what
    assert real in refusal.value.why
    assert real in refusal.value.fields["names"]


def test_a_second_input_of_unknown_meaning_is_named(tmp_path):
    def with_age(made):
        v1 = tensorflow().compat.v1
        age = v1.placeholder(v1.float32, [None, 1], name="patient_age")
        x = made.flat(made.conv(graphs.placeholder(made), "c1", 8))
        made.closed(made.dense(v1.concat([x, age], 1), "fc", graphs.CLASSES))

    path = graphs.checkpoint(graphs.made(with_age), tmp_path)
    with pytest.raises(UnsupportedNetworkError) as refusal:
        graphs.opened(path)
    assert "patient_age" in refusal.value.why
    assert "author" in refusal.value.hint


def test_a_network_that_colours_pixels_is_refused(tmp_path):
    def segmenting(made):
        x = made.conv(graphs.placeholder(made), "c1", 8)
        made.logits = made.conv(x, "c2", graphs.CLASSES)
        tensorflow().nn.softmax(made.logits, name="probabilities")

    path = graphs.checkpoint(graphs.made(segmenting), tmp_path)
    with pytest.raises(UnsupportedNetworkError) as refusal:
        graphs.opened(path)
    assert "does not classify" in refusal.value.what


def test_a_network_of_words_is_refused(tmp_path):
    def reading(made):
        v1 = tensorflow().compat.v1
        words = v1.placeholder(v1.int32, [None, 20], name="words")
        table = made.weight("table", 50, 8)
        made.closed(made.dense(v1.reduce_mean(v1.gather(table, words), 1), "fc", graphs.CLASSES))

    path = graphs.checkpoint(graphs.made(reading), tmp_path)
    with pytest.raises(UnsupportedNetworkError) as refusal:
        graphs.opened(path)
    assert "does not take a picture" in refusal.value.what
    assert "words" in refusal.value.why


def test_layers_bear_the_names_of_the_source_in_order(tmp_path):
    imported = graphs.opened(graphs.checkpoint(graphs.made(variants.plain), tmp_path))
    names = imported.manifest.layer_names
    wanted = ["c1/conv", "c1/relu", "fc/out", "probabilities"]
    assert [name for name in names if name in wanted] == wanted


def test_pixels_scaled_inside_are_not_scaled_twice(tmp_path):
    def scaled(made):
        x = graphs.placeholder(made) / 127.5 - 1.0
        made.closed(made.dense(made.flat(made.conv(x, "c1", 8)), "fc", graphs.CLASSES))

    path = graphs.checkpoint(graphs.made(scaled), tmp_path)
    assert graphs.opened(path, "auto").manifest.specification.scale == 1.0
