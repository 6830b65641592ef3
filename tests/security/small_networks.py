"""Small sound networks with seeded weights, one function per format."""

import json
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from importers.builders import classifier, save, save_caffe, weights, with_input
from onnx import ModelProto, TensorProto, helper
from security.corpus import Sample, read

_CAFFE = with_input(
    'layer { name: "c" type: "Convolution" bottom: "data" top: "c" '
    "convolution_param { num_output: 4 kernel_size: 3 pad: 1 stride: 1 group: 1 } }\n"
    'layer { name: "r" type: "ReLU" bottom: "c" top: "c" relu_param { negative_slope: 0.1 } }\n'
    'layer { name: "p" type: "Pooling" bottom: "c" top: "p" '
    "pooling_param { pool: AVE kernel_size: 2 stride: 2 } }\n"
    'layer { name: "f" type: "InnerProduct" bottom: "p" top: "f" inner_product_param { num_output: 3 } }\n'
    'layer { name: "s" type: "Softmax" bottom: "f" top: "s" }\n',
    *(1, 3, 6, 6),
)


def _folder(parent: Path, name: str) -> Path:
    folder = parent / name
    folder.mkdir(parents=True)
    return folder


def onnx_networks(parent: Path) -> list[Sample]:
    """Return a network with functions of its own, and one with weights in another file."""
    nested = _folder(parent, "nested")
    save(_nested(), nested / "net.onnx")
    apart = _folder(parent, "apart")
    model = classifier(np.random.default_rng(5))
    tensor = model.graph.initializer[0]
    (apart / "weights.bin").write_bytes(tensor.raw_data)
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    for key, value in (("location", "weights.bin"), ("offset", "0"), ("length", str(tensor_bytes(model)))):
        tensor.external_data.add(key=key, value=value)
    save(model, apart / "net.onnx")
    return [read(nested, "net.onnx"), read(apart, "net.onnx")]


def tensor_bytes(model: ModelProto) -> int:
    """Return the bytes of the first stored float array."""
    return 4 * int(np.prod(model.graph.initializer[0].dims))


def _nested() -> ModelProto:
    """Return a classifier whose ending goes through a function of its own that calls another one."""
    ending = [helper.make_node("Own", ["z"], ["p"], domain="own")]
    model = classifier(np.random.default_rng(4), ending=ending, result="p", domains=["own"])
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("own", 1)]
    bodies = {
        "Own": [
            helper.make_node("LeakyRelu", ["a"], ["b"], alpha=0.5),
            helper.make_node("Inner", ["b"], ["c"], domain="own"),
        ],
        "Inner": [helper.make_node("Mul", ["a", "a"], ["c"])],
    }
    for name, body in bodies.items():
        model.functions.append(helper.make_function("own", name, ["a"], ["c"], body, opsets))
    return model


def caffe_networks(parent: Path) -> list[Sample]:
    """Return one network in the current and in the older form of weights, with a mean file."""
    rng, samples = np.random.default_rng(4), []
    arrays = {"c": [weights(rng, 4, 3, 3, 3), weights(rng, 4)], "f": [weights(rng, 3, 36), weights(rng, 3)]}
    for form in ("current", "v1"):
        folder = _folder(parent, form)
        save_caffe(folder, _CAFFE, arrays, form=form)
        np.save(folder / "mean.npy", np.array([104.0, 117.0, 123.0]))
        targets = ("deploy.prototxt", "net.caffemodel", "net.caffemodel", "mean.npy")
        samples.append(read(folder, "deploy.prototxt", *targets, preprocessing="auto"))
    return samples


def _graph(body: str, folder: Path, write: Callable[..., Any]) -> None:
    from importers.tensorflow import graphs, variants

    made = graphs.made(getattr(variants, body))
    write(made, folder)
    made.session.close()


def checkpoints(parent: Path) -> list[Sample]:
    """Return TensorFlow 1 checkpoints of several graphs."""
    from importers.tensorflow import graphs

    samples = []
    for body in ("plain", "with_loss", "batch_norm"):
        folder = _folder(parent, body)
        _graph(body, folder, graphs.checkpoint)
        samples.append(
            read(folder, "net.meta", "net.meta", "net.index", "net.data-00000-of-00001", "checkpoint")
        )
    return samples


def frozen_graphs(parent: Path) -> list[Sample]:
    """Return frozen graphs."""
    from importers.tensorflow import graphs

    samples = []
    for body in ("plain", "batch_norm", "local_response"):
        folder = _folder(parent, body)
        _graph(body, folder, graphs.frozen)
        samples.append(read(folder, "net.pb"))
    return samples


def saved_models(parent: Path) -> list[Sample]:
    """Return a SavedModel of each generation."""
    from importers.tensorflow import graphs, modules

    def write(made: graphs.Made, folder: Path) -> None:
        graphs.saved(made, folder, {"x": made.picture}, {"y": made.logits})

    first, second = _folder(parent, "first"), _folder(parent, "second")
    _graph("plain", first, write)
    values = modules.module()
    modules.saved(values, second, serving_default=values.logits)
    targets = ("saved_model.pb", "variables/variables.index", "variables/variables.data-00000-of-00001")
    return [read(folder / "saved", ".", *targets) for folder in (first, second)]


def keras_networks(parent: Path) -> list[Sample]:
    """Return .keras and .h5 files of Keras 3."""
    import keras

    folder, samples = _folder(parent, "keras"), []
    keras.utils.set_random_seed(6)
    layers = keras.layers
    network = keras.Sequential(
        [
            keras.Input((12, 12, 3)),
            layers.Conv2D(4, 3, activation="relu"),
            layers.BatchNormalization(),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(5, activation="softmax"),
        ]
    )
    for name in ("net.keras", "net.h5"):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the older form is meant
            network.save(folder / name)
        samples.append(Sample(name, {name: (folder / name).read_bytes()}, name, (name,), _SCALED))
    return samples


_SCALED = {"preprocessing": "zero-to-one"}
_SMALL_PICTURE = {
    "preprocessing": json.dumps({"height": 8, "width": 8, "channels": 3, "scale": 1 / 255}),
}


def _torch_network() -> Any:
    import torch

    torch.manual_seed(6)
    return torch.nn.Sequential(
        torch.nn.Conv2d(3, 4, 3, padding=1),
        torch.nn.BatchNorm2d(4),
        torch.nn.ReLU(),
        torch.nn.AdaptiveAvgPool2d(1),
        torch.nn.Flatten(),
        torch.nn.Linear(4, 5),
    ).eval()


def scripts(parent: Path) -> list[Sample]:
    """Return TorchScript files, one traced and one compiled."""
    import torch

    folder, samples = _folder(parent, "script"), []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # TorchScript is old, and people have such files
        network = _torch_network()
        torch.jit.trace(network, torch.zeros(1, 3, 8, 8)).save(str(folder / "traced.pt"))
        torch.jit.script(network).save(str(folder / "compiled.pt"))
    for name in ("traced.pt", "compiled.pt"):
        samples.append(Sample(name, {name: (folder / name).read_bytes()}, name, (name,), _SMALL_PICTURE))
    return samples


def exported(parent: Path) -> list[Sample]:
    """Return a program of torch.export."""
    import torch

    folder = _folder(parent, "exported")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        program = torch.export.export(_torch_network(), (torch.zeros(2, 3, 8, 8),))
        torch.export.save(program, folder / "net.pt2")
    return [
        Sample("net.pt2", {"net.pt2": (folder / "net.pt2").read_bytes()}, "net.pt2", ("net.pt2",), _SCALED)
    ]


def state_dicts(parent: Path) -> list[Sample]:
    """Return weights with a list of their layers, in each form that PyTorch wrote, and as safetensors."""
    import torch
    from importers.pytorch.networks import SMALL, Small, randomised
    from safetensors.torch import save_file

    folder, state = _folder(parent, "weights"), randomised(Small()).state_dict()
    torch.save({"epoch": 3, "state_dict": state}, folder / "zipped.pth")
    torch.save(state, folder / "early.pth", _use_new_zipfile_serialization=False)
    save_file(state, folder / "net.safetensors")
    options = {"preprocessing": "zero-to-one", "architecture": SMALL}
    return [
        Sample(path.name, {path.name: path.read_bytes()}, path.name, (path.name,), options)
        for path in sorted(folder.iterdir())
    ]


MAKERS: dict[str, Callable[[Path], list[Sample]]] = {
    "onnx": onnx_networks,
    "caffe": caffe_networks,
    "tensorflow1": checkpoints,
    "frozen-graph": frozen_graphs,
    "savedmodel": saved_models,
    "keras": keras_networks,
    "torchscript": scripts,
    "torch-export": exported,
    "torch-weights": state_dicts,
}
