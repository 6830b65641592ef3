"""Every kind of Keras file and of layer gives the answers of Keras itself."""

import numpy as np
import pytest
from importers.keras import networks
from importers.keras.networks import CHANNELS, CLASSES, SAME, SIDE

from deepintro_desktop.core.errors import UnsupportedNetworkError
from deepintro_desktop.core.records import OutputKind

INPUT = (SIDE, SIDE, CHANNELS)


def _body(keras, x, stage):
    """Put one kind of layer between the picture and the classes."""
    layers = keras.layers
    x = stage(layers, layers.Conv2D(8, 3, padding="same", name="stem")(x))
    if len(x.shape) == 4:
        x = layers.GlobalAveragePooling2D()(x)
    return layers.Dense(CLASSES, name="classes")(x)


def _attention(layers, x):
    x = layers.Reshape((-1, 8))(layers.AveragePooling2D(4)(x))
    x = layers.LayerNormalization(epsilon=1e-6)(x)
    x = layers.Add()([x, layers.MultiHeadAttention(2, 4)(x, x)])
    return layers.GlobalAveragePooling1D()(x)


def _gate(layers, x):
    gate = layers.Dense(8, activation="sigmoid")(layers.GlobalAveragePooling2D(keepdims=True)(x))
    return layers.Multiply()([x, gate])


def _augmented(layers, x):
    x = layers.RandomFlip()(layers.RandomRotation(0.2)(x))
    return layers.GaussianNoise(0.3)(layers.SpatialDropout2D(0.4)(layers.Dropout(0.5)(x)))


def _branches(layers, x):
    a = layers.MaxPooling2D(2, padding="same")(x)
    b = layers.Conv2D(4, 3, strides=2, padding="same", activation="swish")(x)
    c = layers.ZeroPadding2D(1)(layers.Conv2D(4, 3, dilation_rate=2, activation="elu")(x))
    return layers.Concatenate()([a, b, layers.Resizing(8, 8)(c)])


STAGES = {
    "grouped convolution": lambda layers, x: layers.Conv2D(16, 3, groups=4, activation="relu")(x),
    "depthwise convolution": lambda layers, x: layers.DepthwiseConv2D(3, strides=2, padding="same")(x),
    "separable convolution": lambda layers, x: layers.SeparableConv2D(12, 3, activation="relu")(x),
    "transposed convolution": lambda layers, x: layers.Conv2DTranspose(6, 3, strides=2, padding="same")(x),
    "exact gelu": lambda layers, x: layers.Activation("gelu")(x),
    "layer normalisation": lambda layers, x: layers.LayerNormalization(epsilon=1e-6)(x),
    "group normalisation": lambda layers, x: layers.GroupNormalization(4)(x),
    "prelu": lambda layers, x: layers.PReLU(shared_axes=[1, 2])(x),
    "leaky relu": lambda layers, x: layers.LeakyReLU()(x),
    "flat": lambda layers, x: layers.Dense(9, activation="tanh")(layers.Flatten()(x)),
    "attention": _attention,
    "gate": _gate,
    "only in training": _augmented,
    "branches": _branches,
}


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("kind", ["keras 3, .keras", "keras 2, .h5"])
def test_a_layer_answers_like_keras(stage, kind, tmp_path):
    is_legacy, ending = networks.KINDS[kind]
    keras = networks.library(is_legacy)
    picture = keras.layers.Input(INPUT, name="picture")
    network = networks.filled(keras.Model(picture, _body(keras, picture, STAGES[stage])))
    imported = networks.opened(networks.written(network, tmp_path, ending))
    nhwc = networks.pictures()
    found = networks.stored_answer(imported, nhwc)
    assert networks.difference(found, networks.own_answer(network, nhwc)) < SAME
    assert imported.manifest.parity.max_relative_difference < SAME
    assert imported.manifest.unexplainable == ()


def _scaled(module, keras):
    picture = keras.layers.Input(INPUT, name="picture")

    def scale(layers, x):
        return layers.ReLU()(module.StochasticDepth(0.2)(module.LayerScale(0.3, 8)(x)))

    return networks.filled(keras.Model(picture, _body(keras, picture, scale)))


def test_layers_of_single_applications_are_known_where_the_file_says_whose_they_are(tmp_path):
    keras = networks.library(is_legacy=False)
    from keras.src.applications import convnext

    network = _scaled(convnext, keras)
    imported = networks.opened(networks.written(network, tmp_path))
    nhwc = networks.pictures()
    found = networks.stored_answer(imported, nhwc)
    assert networks.difference(found, networks.own_answer(network, nhwc)) < SAME
    with pytest.raises(UnsupportedNetworkError, match="LayerScale .*, StochasticDepth"):
        networks.opened(networks.written(network, tmp_path, ".h5"))


@pytest.mark.parametrize("kind", networks.KINDS)
def test_sequential_and_nested_networks_of_every_file_kind(kind, tmp_path):
    is_legacy, ending = networks.KINDS[kind]
    keras = networks.library(is_legacy)
    layers = keras.layers
    inner_picture = layers.Input((None, None, 3))
    inner = keras.Model(inner_picture, layers.Conv2D(6, 3, name="deep")(inner_picture), name="backbone")
    network = networks.filled(
        keras.Sequential(
            [
                layers.InputLayer(INPUT),
                inner,
                layers.BatchNormalization(name="norm"),
                layers.GlobalMaxPooling2D(name="pool"),
                layers.Dense(CLASSES, activation="softmax", name="classes"),
            ]
        )
    )
    imported = networks.opened(networks.written(network, tmp_path, ending))
    nhwc = networks.pictures()
    logits = networks.stored_answer(imported, nhwc).astype(np.float64)
    closed = np.exp(logits - np.logaddexp.reduce(logits, axis=1, keepdims=True))
    assert networks.difference(closed, networks.own_answer(network, nhwc)) < SAME
    manifest = imported.manifest
    assert manifest.output_kind is OutputKind.SOFTMAX
    assert manifest.layer_names == ("backbone/deep", "norm", "pool", "classes")
    assert manifest.parity.runtime == f"{keras.__name__} {keras.__version__}"
    assert manifest.format == "keras"


@pytest.mark.parametrize("name", ["network.model", "network.hdf5", "Network.H5", "weights of mine.keras.bak"])
@pytest.mark.parametrize("is_legacy", [False, True])
def test_the_name_of_the_file_does_not_matter(name, is_legacy, tmp_path):
    network = networks.plain(networks.library(is_legacy))
    ending = ".keras" if name.endswith(".bak") else ".h5"
    path = networks.written(network, tmp_path, ending).rename(tmp_path / name)
    nhwc = networks.pictures()
    found = networks.stored_answer(networks.opened(path), nhwc)
    assert networks.difference(found, networks.own_answer(network, nhwc)) < SAME


@pytest.mark.parametrize("is_legacy", [False, True])
def test_pictures_of_any_size(is_legacy, tmp_path):
    network = networks.plain(networks.library(is_legacy), size=(None, None, 3))
    imported = networks.opened(
        networks.written(network, tmp_path), networks.json.dumps({"scale": 1.0, "height": 20, "width": 20})
    )
    nhwc = networks.pictures(20)
    assert imported.manifest.specification.height == imported.manifest.specification.width == 20
    found = networks.stored_answer(imported, nhwc)
    assert networks.difference(found, networks.own_answer(network, nhwc)) < SAME


@pytest.mark.parametrize("is_legacy", [False, True])
def test_channels_first(is_legacy, tmp_path):
    keras = networks.library(is_legacy)
    layers, first = keras.layers, {"data_format": "channels_first"}
    twin_layers = []
    networks_made = []
    for options in (first, {}):
        axis = 1 if options else -1
        shape = (3, SIDE, SIDE) if options else INPUT
        twin_layers = [
            layers.InputLayer(shape),
            layers.Conv2D(8, 3, **options),
            layers.BatchNormalization(axis=axis),
            layers.ReLU(),
            layers.DepthwiseConv2D(3, **options),
            layers.MaxPooling2D(2, **options),
            layers.GlobalAveragePooling2D(**options),
            layers.Dense(CLASSES),
        ]
        networks_made.append(networks.filled(keras.Sequential(twin_layers)))
    network, twin = networks_made
    twin.set_weights(network.get_weights())
    imported = networks.opened(networks.written(network, tmp_path))
    nhwc = networks.pictures()
    found = networks.stored_answer(imported, nhwc)
    assert networks.difference(found, networks.own_answer(twin, nhwc)) < SAME


@pytest.mark.parametrize("is_legacy", [False, True])
def test_mixed_precision(is_legacy, tmp_path):
    keras = networks.library(is_legacy)
    layers = keras.layers
    network = networks.filled(
        keras.Sequential(
            [
                layers.InputLayer(INPUT),
                layers.Conv2D(8, 3, activation="relu", dtype="mixed_float16"),
                layers.GlobalAveragePooling2D(dtype="mixed_float16"),
                layers.Dense(CLASSES, dtype="float32"),
            ]
        )
    )
    imported = networks.opened(networks.written(network, tmp_path), networks.UNIT)
    nhwc = networks.pictures() / 255
    found = networks.stored_answer(imported, nhwc)
    assert networks.difference(found, networks.own_answer(network, nhwc)) < 1e-2


@pytest.mark.parametrize("is_legacy", [False, True])
def test_whole_numbers_as_input(is_legacy, tmp_path):
    keras = networks.library(is_legacy)
    picture = keras.layers.Input(INPUT, dtype="uint8", name="pixels")
    x = keras.layers.Rescaling(1 / 255)(picture)
    network = networks.filled(keras.Model(picture, _body(keras, x, lambda layers, x: layers.ReLU()(x))))
    imported = networks.opened(networks.written(network, tmp_path), "auto")
    nhwc = networks.pictures()
    found = networks.stored_answer(imported, nhwc)
    assert networks.difference(found, networks.own_answer(network, nhwc.astype(np.uint8))) < SAME
    assert imported.manifest.specification.scale == 1.0


@pytest.mark.parametrize("is_legacy", [False, True])
def test_one_probability_becomes_two_classes(is_legacy, tmp_path):
    keras = networks.library(is_legacy)
    picture = keras.layers.Input(INPUT)
    x = keras.layers.GlobalAveragePooling2D()(keras.layers.Conv2D(4, 3)(picture))
    network = networks.filled(keras.Model(picture, keras.layers.Dense(1, activation="sigmoid")(x)))
    imported = networks.opened(networks.written(network, tmp_path))
    nhwc = networks.pictures() / 255
    logits = networks.stored_answer(imported, nhwc)
    probability = 1 / (1 + np.exp(logits[:, :1] - logits[:, 1:]))
    assert networks.difference(probability, networks.own_answer(network, nhwc)) < SAME
