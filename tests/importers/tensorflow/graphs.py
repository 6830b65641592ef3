"""Small TensorFlow 1 graphs with seeded weights (never zero), as files, and TensorFlow's own answers."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.importers import ImportedNetwork, open_network
from deepintro_desktop.importers.tensorflow.runtime import quiet, tensorflow

SIDE, CHANNELS, CLASSES = 16, 3, 5


@dataclass
class Made:
    """A graph while it is made, and what was made of it.

    ``feeds`` are what the inputs besides the picture must be when the network is used.
    """

    rng: np.random.Generator
    resources: bool = False
    feeds: dict[str, Any] = field(default_factory=dict)
    picture: Any = None
    logits: Any = None
    graph: Any = None
    session: Any = None

    def weight(self, name: str, *shape: int, positive: bool = False) -> Any:
        """Return a variable with random values."""
        scale = np.sqrt(np.prod(shape[:-1]) or 1)
        values = self.rng.normal(0, 1, shape) / scale + 1e-3
        if positive:
            values = np.abs(values) + 0.5
        v1 = tensorflow().compat.v1
        return v1.get_variable(
            name, initializer=values.astype(np.float32), use_resource=self.resources, trainable=not positive
        )

    def conv(self, x: Any, name: str, channels: int, **options: Any) -> Any:
        """Return convolution, bias and relu."""
        tf = tensorflow()
        first = options.get("data_format") == "NCHW"
        n_in = int(x.shape[1] if first else x.shape[3])
        w, b = self.weight(f"{name}/w", 3, 3, n_in, channels), self.weight(f"{name}/b", channels)
        y = tf.compat.v1.nn.conv2d(x, w, strides=[1, 1, 1, 1], padding="SAME", name=f"{name}/conv", **options)
        return tf.nn.relu(tf.nn.bias_add(y, b, **options), name=f"{name}/relu")

    def dense(self, x: Any, name: str, n_out: int) -> Any:
        """Return matrix and bias."""
        tf = tensorflow()
        w, b = self.weight(f"{name}/w", int(x.shape[1]), n_out), self.weight(f"{name}/b", n_out)
        return tf.add(tf.matmul(x, w), b, name=f"{name}/out")

    def flat(self, x: Any) -> Any:
        """Return pooled and flattened values."""
        tf = tensorflow()
        pooled = tf.nn.max_pool2d(x, 2, 2, "SAME")
        n_values = int(np.prod([int(size) for size in pooled.shape[1:]]))
        return tf.reshape(pooled, [-1, n_values])

    def closed(self, logits: Any) -> None:
        """Set the logits, and put a softmax behind them."""
        self.logits = logits
        tensorflow().nn.softmax(logits, name="probabilities")

    def answer(self, pictures: np.ndarray, **more: Any) -> np.ndarray:
        """Return TensorFlow's logits for pictures in the graph's own layout."""
        with quiet():
            return self.session.run(self.logits, {self.picture: pictures, **self.feeds, **more})


Body = Callable[[Made], None]


def placeholder(made: Made, *shape: int | None, dtype: Any = None) -> Any:
    """Make the picture input."""
    v1 = tensorflow().compat.v1
    made.picture = v1.placeholder(dtype or v1.float32, shape or [None, SIDE, SIDE, CHANNELS], name="picture")
    return made.picture


def made(body: Body, *, seed: int = 1, resources: bool = False) -> Made:
    """Build a graph and give its variables their values."""
    result = Made(np.random.default_rng(seed), resources)
    v1 = tensorflow().compat.v1
    with quiet(), tensorflow().Graph().as_default() as graph:
        v1.set_random_seed(seed)
        body(result)
        result.graph = graph
        config = v1.ConfigProto()
        config.graph_options.rewrite_options.cpu_layout_conversion = 1  # channels first on a processor
        result.session = v1.Session(graph=graph, config=config)
        result.session.run(v1.global_variables_initializer())
    return result


def checkpoint(result: Made, folder: Path, name: str = "net", **options: Any) -> Path:
    """Write a checkpoint and return its .meta file."""
    with quiet(), result.graph.as_default():
        saver = tensorflow().compat.v1.train.Saver(**options)
        saver.save(result.session, str(folder / name))
    return folder / f"{name}.meta"


def frozen(result: Made, folder: Path, output: str = "probabilities") -> Path:
    """Write a frozen graph and return its file."""
    with quiet():
        message = tensorflow().compat.v1.graph_util.convert_variables_to_constants(
            result.session, result.graph.as_graph_def(), [output]
        )
    path = folder / "net.pb"
    path.write_bytes(message.SerializeToString())
    return path


def saved(
    result: Made, folder: Path, inputs: dict[str, Any], outputs: dict[str, Any], name: str = "serving_default"
) -> Path:
    """Write a TensorFlow 1 SavedModel and return its folder."""
    v1 = tensorflow().compat.v1
    target = folder / "saved"
    with quiet(), result.graph.as_default():
        signature = v1.saved_model.predict_signature_def(inputs, outputs)
        builder = v1.saved_model.builder.SavedModelBuilder(str(target))
        builder.add_meta_graph_and_variables(
            result.session, [v1.saved_model.tag_constants.SERVING], signature_def_map={name: signature}
        )
        builder.save()
    return target


def opened(path: Path, preprocessing: str = "zero-to-one", **wishes: Any) -> ImportedNetwork:
    """Open a network through the program's one door."""
    return open_network(AddNetworkRequest(path, preprocessing=preprocessing, **wishes))


def pictures(n: int = 3, channels: int = CHANNELS, side: int = SIDE, seed: int = 7) -> np.ndarray:
    """Return random pictures float32 [N, H, W, C] in 0..1."""
    return np.random.default_rng(seed).uniform(0, 1, (n, side, side, channels)).astype(np.float32)


def logits(imported: ImportedNetwork, nhwc: np.ndarray) -> np.ndarray:
    """Return what the stored network gives for pictures [N, H, W, C]."""
    session = onnxruntime.InferenceSession(imported.onnx, providers=["CPUExecutionProvider"])
    x = np.ascontiguousarray(nhwc.transpose(0, 3, 1, 2))
    return session.run(None, {session.get_inputs()[0].name: x})[0]


def difference(imported: ImportedNetwork, expected: np.ndarray, nhwc: np.ndarray) -> float:
    """Return the largest difference to TensorFlow's logits, relative to the largest of them."""
    return float(np.abs(logits(imported, nhwc) - expected).max() / np.abs(expected).max())
