"""Whether maps find what the answer hangs on: delete tiles of real pictures, trained networks, best first.

``python tests/coverage/deletion.py [NAME …]`` needs the networks and pictures beside the checkout. Every tile
becomes the mean of its picture; the figure is the area under p(class) / p(class before), less is better.
"""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import table
from isolation import FOLDER, REPOSITORY, run_alone
from numpy.typing import NDArray

DATA = REPOSITORY.parent / "shared" / "data"
METHODS = ("lrp-alpha2-beta1", "lrp-epsilon", "lrp-z-plus", "sensitivity")
N_RANDOM = 3
N_STEPS = 64
"""How often the network is asked on the way from the whole picture to none."""
_RESULTS = FOLDER / "deletion.json"

_UNIT = {"scale": 1 / 255}
_CIFAR = {
    "height": 32,
    "width": 32,
    "channels": 3,
    "order": "RGB",
    **_UNIT,
    "mean": [0.5] * 3,
    "std": [0.5] * 3,
}
_GREY = {"height": 28, "width": 28, "channels": 1, "order": "GRAY"}
_TRAFFIC = {"height": 32, "width": 32, "channels": 3, "order": "RGB", **_UNIT}
_FACES = {"height": 64, "width": 64, "channels": 1, "order": "GRAY", **_UNIT, "mean": [0.5], "std": [0.5]}
NETWORKS: dict[str, tuple[str, dict[str, Any] | str]] = {
    "caffe_squeezenet_v1.0": ("deploy.prototxt", "caffe"),
    "keras_h5_emotion_mini_xception": ("fer2013_mini_XCEPTION.102-0.66.hdf5", _FACES),
    "onnx_cifar10_winml": ("ImageClassifier.onnx", _CIFAR),
    "torchscript_cifar10_winml_derived": ("cifar10_traced.pt", _CIFAR),
    "onnx_mnist_cntk": ("mnist.onnx", "auto"),
    "keras_fashion_mnist": ("fashion_mnist_model.keras", {**_GREY, **_UNIT}),
    "savedmodel_tf2_fashion_derived": ("saved_model.pb", {**_GREY, **_UNIT}),
    "savedmodel_tf1_mnist_dotnet": ("saved_model.pb", _GREY),
    "tf1_traffic_lenet": ("lenet.ckpt.meta", _TRAFFIC),
    "tf1_frozen_traffic_lenet_derived": ("traffic_lenet_frozen.pb", _TRAFFIC),
    "safetensors_mnist_mlp": ("mnist.safetensors", {**_GREY, **_UNIT}),
}


def main() -> int:
    """Measure the named networks in processes of their own and write the table."""
    known = json.loads(_RESULTS.read_text(encoding="utf-8")) if _RESULTS.is_file() else {}
    with tempfile.TemporaryDirectory() as place:
        for name in sys.argv[1:] or NETWORKS:
            answer = Path(place) / f"{name}.json"
            log = Path(place) / f"{name}.log"
            outcome = run_alone("deletion.py", "--one", name, str(answer), seconds=600, memory_gb=5, log=log)
            row = {"reason": outcome.fault}
            known[name] = row if outcome.fault else json.loads(answer.read_text(encoding="utf-8"))
            print(name, known[name], flush=True)
    _RESULTS.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")
    table.write_deletion(FOLDER / "README.md", {name: known[name] for name in NETWORKS if name in known})
    return 0


def measure(name: str) -> dict[str, Any]:
    """Return the mean areas of one network by method, and what it was measured on."""
    import torch

    from deepintro_desktop.core.errors import DeepIntroError
    from deepintro_desktop.core.requests import AddNetworkRequest
    from deepintro_desktop.importers import open_network

    torch.set_num_threads(1)
    file, wish = NETWORKS[name]
    preprocessing = wish if isinstance(wish, str) else json.dumps(wish)
    path = DATA / "models" / name / file
    try:
        imported = open_network(AddNetworkRequest(path, preprocessing=preprocessing))
    except DeepIntroError as error:
        return {"reason": error.message[:300]}
    if imported.manifest.unexplainable:
        return {"reason": " ".join(imported.manifest.unexplainable)[:300]}
    network = Deletion(imported)
    answers = [network.picture(DATA / entry) for entry in _pictures(name)]
    by_method = {
        method: [answer["areas"].get(method) for answer in answers] for method in (*METHODS, "random")
    }
    return {
        "pictures": len(answers),
        "side": network.side,
        "tile": network.tile,
        "areas": {method: _mean(found) for method, found in by_method.items()},
        "refused": {method: found.count(None) for method, found in by_method.items()},
        "sum": _mean([answer["sum"] for answer in answers]),
        "absolute": _mean([answer["absolute"] for answer in answers]),
    }


class Deletion:
    """One network, and the tiles of its pictures."""

    def __init__(self, imported: Any) -> None:
        from deepintro_desktop.engine.graph.canonicalise import canonicalise
        from deepintro_desktop.engine.graph.graph import ExplainableGraph
        from deepintro_desktop.engine.runtime.session import InferenceSession

        self._manifest = imported.manifest
        self._session = InferenceSession(imported.onnx, "cpu", 1)
        self._graph = canonicalise(ExplainableGraph.from_onnx(imported.onnx))[0]
        self.side = imported.manifest.specification.height
        self.tile = 8 if self.side >= 64 else 4

    def picture(self, path: Path) -> dict[str, Any]:
        """Return the area by method for one picture at the network's size."""
        from deepintro_desktop.core.errors import ExplanationRefusedError
        from deepintro_desktop.engine.attribution.methods import attribute
        from deepintro_desktop.imaging import read_image, to_input_hwc_u8, to_network

        specification = self._manifest.specification
        pixels = to_input_hwc_u8(read_image(path).pixels_hwc_u8, specification)
        x = to_network(pixels, specification)[None]
        target = int(self._session.logits(x)[0].argmax())
        areas, sums = {}, {}
        for method in METHODS:
            try:
                found = attribute(self._graph, x, target, method)
            except ExplanationRefusedError:
                continue
            areas[method] = self._area(x, target, self._by_tile(found.values_hw))
            if found.ledger is not None:
                sums[method] = found.ledger.sum, found.ledger.absolute_sum
        n_tiles = self._tiles(self.side) ** 2
        orders = [np.random.default_rng(seed).random(n_tiles) for seed in range(N_RANDOM)]
        areas["random"] = _mean([self._area(x, target, order) for order in orders])
        total, absolute = sums.get(METHODS[0], (None, None))
        return {"areas": areas, "sum": total, "absolute": absolute}

    def _tiles(self, side: int) -> int:
        return -(-side // self.tile)

    def _by_tile(self, values_hw: NDArray[np.float32]) -> NDArray[np.float64]:
        starts = [np.arange(0, length, self.tile) for length in values_hw.shape]
        rows = np.add.reduceat(values_hw.astype(np.float64), starts[0], axis=0)
        return np.add.reduceat(rows, starts[1], axis=1).ravel()

    def _area(self, x: NDArray[np.float32], target: int, scores: NDArray[np.float64]) -> float:
        from deepintro_desktop.engine.runtime.probabilities import probabilities

        n_columns = self._tiles(x.shape[3])
        mean = x.mean((2, 3))[0]
        order, current = np.argsort(-scores, kind="stable"), x[0].copy()
        steps = [current.copy()]
        for group in np.array_split(order, min(N_STEPS, len(order))):
            for number in group:
                row, column = (int(entry) * self.tile for entry in divmod(int(number), n_columns))
                current[:, row : row + self.tile, column : column + self.tile] = mean[:, None, None]
            steps.append(current.copy())
        batch = np.stack(steps)
        chances = [
            probabilities(self._session.logits(part), self._manifest.output_kind)[:, target]
            for part in np.array_split(batch, -(-len(batch) // 32))
        ]
        curve = np.concatenate(chances)
        return float(np.trapezoid(curve / curve[0]) / (len(curve) - 1))


def _mean(values: list[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return float(np.mean(known)) if known else None


def _pictures(name: str) -> list[str]:
    expected = json.loads((DATA / "expected.json").read_text(encoding="utf-8"))
    references = next(entry for entry in expected["models"] if entry["id"] == name)["references"]
    return list(dict.fromkeys(reference["prepared"] for reference in references))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        Path(sys.argv[3]).write_text(json.dumps(measure(sys.argv[2])), encoding="utf-8")
    else:
        sys.exit(main())
