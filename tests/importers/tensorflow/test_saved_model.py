"""SavedModels of both generations: signatures, outputs, and functions inside functions."""

import pytest
from importers.tensorflow import graphs, modules, variants

from deepintro_desktop.core.errors import (
    UnreadableNetworkError,
    UnsupportedNetworkError,
    WrongRequestError,
)
from deepintro_desktop.core.records import Choice, OutputKind
from deepintro_desktop.importers.tensorflow.runtime import tensorflow

SAME = 1e-5


def answer(function, nhwc):
    return function(tensorflow().constant(nhwc)).numpy()


def test_a_function_answers_like_tensorflow(tmp_path):
    values = modules.module()
    imported = graphs.opened(modules.saved(values, tmp_path, serving_default=values.logits))
    nhwc = graphs.pictures()
    assert graphs.difference(imported, answer(values.logits, nhwc), nhwc) < SAME
    assert imported.manifest.parity.runtime.startswith("tensorflow ")
    assert imported.manifest.parity.max_relative_difference < SAME
    assert imported.manifest.choices == ()
    assert not any("PartitionedCall" in name for name in imported.manifest.layer_names)


def test_grouped_convolution_compiled_apart_is_read(tmp_path):
    values = modules.module(groups=2)
    imported = graphs.opened(modules.saved(values, tmp_path, serving_default=values.logits))
    nhwc = graphs.pictures()
    assert graphs.difference(imported, answer(values.logits, nhwc), nhwc) < SAME


def test_normalisation_stuck_in_training_inside_a_function_uses_averages(tmp_path):
    values = modules.module()

    def stuck(x):
        return values.logits(x, training=True)

    imported = graphs.opened(modules.saved(values, tmp_path, serving_default=stuck))
    nhwc = graphs.pictures()
    assert graphs.difference(imported, answer(values.logits, nhwc), nhwc) < SAME
    assert any("averages" in note for note in imported.manifest.notes)


def test_of_several_outputs_the_classes_are_guessed_and_others_can_be_named(tmp_path):
    values = modules.module()
    softmax = tensorflow().nn.softmax

    def both(x):
        return {"embedding": values.features(x), "y": softmax(values.logits(x))}

    folder = modules.saved(values, tmp_path, serving_default=both)
    imported = graphs.opened(folder)
    nhwc = graphs.pictures()
    assert graphs.difference(imported, answer(values.logits, nhwc), nhwc) < SAME
    assert imported.manifest.output_kind is OutputKind.SOFTMAX
    assert imported.manifest.choices == (Choice("output", "y", ("embedding",), guessed=True),)
    wished = graphs.opened(folder, output="embedding")
    assert graphs.difference(wished, answer(values.features, nhwc), nhwc) < SAME
    assert wished.manifest.choices == (Choice("output", "embedding", ("y",), guessed=False),)


def test_of_several_signatures_one_is_guessed_and_others_can_be_named(tmp_path):
    values = modules.module()
    folder = modules.saved(values, tmp_path, serving_default=values.logits, embed=values.features)
    assert graphs.opened(folder).manifest.choices == (Choice("signature", "serving_default", ("embed",)),)
    wished = graphs.opened(folder, signature="embed")
    assert wished.manifest.choices == (Choice("signature", "embed", ("serving_default",), guessed=False),)
    nhwc = graphs.pictures()
    assert graphs.difference(wished, answer(values.features, nhwc), nhwc) < SAME


@pytest.mark.parametrize(
    ("wish", "real"), [("signature", "serving_default"), ("output", "output_0"), ("input", "picture")]
)
def test_a_wrong_name_lists_the_real_ones(wish, real, tmp_path):
    values = modules.module()
    folder = modules.saved(values, tmp_path, serving_default=values.logits)
    with pytest.raises(WrongRequestError) as refusal:
        graphs.opened(folder, **{wish: "nonsense"})
    assert "nonsense" in refusal.value.what
    assert real in refusal.value.why


def test_the_first_generation_with_switches_is_read(tmp_path):
    made = graphs.made(variants.keep_prob)
    keep = made.graph.get_tensor_by_name("keep_prob:0")
    folder = graphs.saved(made, tmp_path, {"x": made.picture, "keep": keep}, {"scores": made.logits})
    imported = graphs.opened(folder)
    nhwc = graphs.pictures()
    assert graphs.difference(imported, made.answer(nhwc), nhwc) < SAME


def test_without_signature_it_says_what_to_ask_for(tmp_path):
    values = modules.module()
    with pytest.raises(UnsupportedNetworkError) as refusal:
        graphs.opened(modules.saved(values, tmp_path))
    assert "signature" in refusal.value.why


def test_without_its_variables_it_says_what_is_missing(tmp_path):
    values = modules.module()
    folder = modules.saved(values, tmp_path, serving_default=values.logits)
    for path in (folder / "variables").iterdir():
        path.unlink()
    with pytest.raises(UnreadableNetworkError) as refusal:
        graphs.opened(folder)
    assert "variables" in str(refusal.value)
