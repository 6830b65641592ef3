"""Inputs, outputs and preparation: what the file says, what is guessed, and what a person may choose."""

import numpy as np
import pytest
from importers.keras import networks
from importers.keras.networks import CHANNELS, CLASSES, SAME, SIDE

from deepintro_desktop.core.errors import UnsupportedNetworkError, WrongRequestError
from deepintro_desktop.core.records import Choice, SpecificationSource

INPUT = (SIDE, SIDE, CHANNELS)
both = pytest.mark.parametrize("is_legacy", [False, True])


def _features(keras):
    picture = keras.layers.Input(INPUT, name="picture")
    x = keras.layers.Conv2D(8, 3, activation="relu", name="conv")(picture)
    return picture, keras.layers.GlobalAveragePooling2D(name="features")(x)


def _two_outputs(keras):
    layers = keras.layers
    picture, x = _features(keras)
    classes = layers.Dense(CLASSES, activation="softmax", name="diagnosis")(x)
    other = layers.Dense(3, name="embedding")(x)
    return networks.filled(keras.Model(picture, [other, classes, layers.Reshape((2, 4), name="grid")(x)]))


@both
def test_of_several_outputs_the_classes_are_guessed(is_legacy, tmp_path):
    network = _two_outputs(networks.library(is_legacy))
    imported = networks.opened(networks.written(network, tmp_path))
    nhwc = networks.pictures()
    logits = networks.stored_answer(imported, nhwc).astype(np.float64)
    closed = np.exp(logits - np.logaddexp.reduce(logits, axis=1, keepdims=True))
    assert networks.difference(closed, networks.own_answer(network, nhwc, 1)) < SAME
    assert imported.manifest.choices == (Choice("output", "diagnosis", ("embedding", "grid")),)


@both
def test_another_output_can_be_named(is_legacy, tmp_path):
    network = _two_outputs(networks.library(is_legacy))
    path = networks.written(network, tmp_path)
    imported = networks.opened(path, output="embedding")
    nhwc = networks.pictures()
    found = networks.stored_answer(imported, nhwc)
    assert networks.difference(found, networks.own_answer(network, nhwc)) < SAME
    (choice,) = imported.manifest.choices
    assert (choice.used, choice.guessed, set(choice.others)) == ("embedding", False, {"diagnosis", "grid"})


@both
@pytest.mark.parametrize("wish", ["output", "input"])
def test_a_wrong_name_lists_the_real_ones(wish, is_legacy, tmp_path):
    path = networks.written(_two_outputs(networks.library(is_legacy)), tmp_path)
    with pytest.raises(WrongRequestError) as refusal:
        networks.opened(path, **{wish: "nonsense"})
    assert "nonsense" in refusal.value.what
    assert ("diagnosis" if wish == "output" else "picture") in refusal.value.why


@both
def test_an_output_that_holds_no_classes_is_refused(is_legacy, tmp_path):
    keras = networks.library(is_legacy)
    picture = keras.layers.Input(INPUT)
    path = networks.written(keras.Model(picture, keras.layers.Conv2D(2, 1, name="mask")(picture)), tmp_path)
    with pytest.raises(UnsupportedNetworkError, match=r"16 × 16 × 2"):
        networks.opened(path)


@both
def test_several_inputs_are_all_named(is_legacy, tmp_path):
    keras = networks.library(is_legacy)
    picture, x = _features(keras)
    age = keras.layers.Input((1,), name="age")
    joined = keras.layers.Concatenate()([x, age])
    path = networks.written(keras.Model([picture, age], keras.layers.Dense(2)(joined)), tmp_path)
    with pytest.raises(UnsupportedNetworkError) as refusal:
        networks.opened(path)
    assert "picture [N × 16 × 16 × 3]" in refusal.value.why
    assert "age [N × 1]" in refusal.value.why


def _front(keras, name):
    layers = keras.layers
    return {
        "signed": (layers.Rescaling(1 / 127.5, -1),),
        "unit": (layers.Rescaling(1 / 255),),
        "augmented": (layers.RandomFlip("horizontal"), layers.Rescaling(scale=1 / 255)),
        "imagenet": (
            layers.Rescaling(1 / 255),
            layers.Normalization(mean=[0.485, 0.456, 0.406], variance=[0.0524, 0.0502, 0.0506]),
        ),
        "statistics": (layers.Normalization(mean=[123.7, 116.3, 103.5], variance=[3409.0, 3262.0, 3291.0]),),
    }[name]


@both
@pytest.mark.parametrize("front", ["signed", "unit", "augmented", "imagenet", "statistics"])
def test_preparation_inside_the_network_is_not_done_twice(front, is_legacy, tmp_path):
    keras = networks.library(is_legacy)
    network = networks.plain(keras, before=_front(keras, front))
    imported = networks.opened(networks.written(network, tmp_path), "auto")
    manifest = imported.manifest
    assert (manifest.specification.scale, *manifest.specification.mean) == (1.0, 0.0, 0.0, 0.0)
    assert manifest.specification.std == (1.0, 1.0, 1.0)
    assert manifest.specification_source is SpecificationSource.FILE
    assert any("rescales its input itself" in note and "0 to 255" in note for note in manifest.notes)
    nhwc = networks.pictures()
    found = networks.stored_answer(imported, nhwc)
    assert networks.difference(found, networks.own_answer(network, nhwc)) < SAME


@both
def test_preparation_from_unit_range_is_recognised(is_legacy, tmp_path):
    keras = networks.library(is_legacy)
    network = networks.plain(keras, before=(keras.layers.Rescaling(2.0, -1.0),))
    manifest = networks.opened(networks.written(network, tmp_path), "auto").manifest
    assert manifest.specification.scale == pytest.approx(1 / 255)
    assert manifest.specification.mean == (0.0, 0.0, 0.0)
    assert manifest.specification_source is SpecificationSource.FILE
    assert any("divided by 255" in note for note in manifest.notes)


@both
def test_arithmetic_in_front_counts_as_preparation(is_legacy, tmp_path):
    keras = networks.library(is_legacy)
    picture = keras.layers.Input(INPUT)
    x = picture / 127.5 - 1.0
    x = keras.layers.GlobalAveragePooling2D()(keras.layers.Conv2D(6, 3)(x))
    network = networks.filled(keras.Model(picture, keras.layers.Dense(CLASSES)(x)))
    imported = networks.opened(networks.written(network, tmp_path), "auto")
    assert imported.manifest.specification.scale == 1.0
    assert imported.manifest.specification_source is SpecificationSource.FILE
    nhwc = networks.pictures()
    found = networks.stored_answer(imported, nhwc)
    assert networks.difference(found, networks.own_answer(network, nhwc)) < SAME


@both
def test_a_first_batch_normalisation_is_no_preparation(is_legacy, tmp_path):
    keras = networks.library(is_legacy)
    network = networks.plain(keras, before=(keras.layers.BatchNormalization(),))
    network.layers[0].set_weights([np.ones(3), np.zeros(3) + 0.1, np.full(3, 120.0), np.full(3, 4000.0)])
    manifest = networks.opened(networks.written(network, tmp_path), "auto").manifest
    assert manifest.specification_source is SpecificationSource.GUESS


@both
def test_a_well_known_name_is_told_and_not_applied(is_legacy, tmp_path):
    keras = networks.library(is_legacy)
    picture = keras.layers.Input(INPUT)
    inner = keras.Model(picture, keras.layers.Conv2D(4, 3)(picture), name="vgg16")
    network = networks.plain(keras, before=(inner,))
    manifest = networks.opened(networks.written(network, tmp_path), "auto").manifest
    assert any("vgg16" in note and "caffe" in note for note in manifest.notes)
    assert manifest.specification_source is SpecificationSource.GUESS
    assert manifest.specification.scale == pytest.approx(1 / 255)


@both
def test_dropout_left_on_is_left_out(is_legacy, tmp_path):
    keras = networks.library(is_legacy)
    picture, x = _features(keras)
    on = keras.layers.Dropout(0.5)(x, training=True)
    classes = keras.layers.Dense(CLASSES, name="classes")
    network = networks.filled(keras.Model(picture, classes(on)))
    imported = networks.opened(networks.written(network, tmp_path))
    if is_legacy:  # Keras 3 itself leaves it out as soon as a network is used
        assert any("Dropout" in note for note in imported.manifest.notes)
        assert imported.manifest.parity.runtime.startswith("tensorflow ")
    without = keras.Model(picture, classes(x))
    nhwc = networks.pictures()
    found = networks.stored_answer(imported, nhwc)
    assert networks.difference(found, networks.own_answer(without, nhwc)) < SAME


def _normalised_by_the_batch(keras):
    picture = keras.layers.Input(INPUT)
    x = keras.layers.BatchNormalization()(keras.layers.Conv2D(6, 3)(picture), training=True)
    x = keras.layers.Dense(CLASSES)(keras.layers.GlobalAveragePooling2D()(x))
    return networks.filled(keras.Model(picture, x))


def test_normalisation_by_the_batch_is_refused(tmp_path):
    path = networks.written(_normalised_by_the_batch(networks.library(True)), tmp_path)
    with pytest.raises(UnsupportedNetworkError, match="other pictures"):
        networks.opened(path)


def test_normalisation_by_the_batch_is_none_in_keras_3(tmp_path):
    """Keras 3 uses the stored averages when a network is used, whatever was asked when it was built."""
    network = _normalised_by_the_batch(networks.library(False))
    imported = networks.opened(networks.written(network, tmp_path))
    nhwc = networks.pictures()
    found = networks.stored_answer(imported, nhwc)
    assert networks.difference(found, networks.own_answer(network, nhwc)) < SAME
