"""What filling costs beside one prediction, and how long a toggle takes until the new top-5.

``python tests/benchmarks/bench_occlusion.py``: SqueezeNet v1.0 with random weights, 227 × 227, 27 features.
Everything is compared with one forward pass of onnxruntime in the same run. Limits: filling 2 %, toggle 1.3
× + 30 ms.
"""

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from squeezenet import SIDE, picture_with_features, squeezenet
from table import print_table, shortest_in_turns_ms, shortest_ms, verdict

from deepintro_desktop.core.parameters import FILL_LABELS, Fill
from deepintro_desktop.core.specification import ChannelOrder, InputSpecification
from deepintro_desktop.engine.occlusion import Filler, NetworkInput
from deepintro_desktop.engine.runtime import InferenceSession, probabilities
from deepintro_desktop.imaging import to_network

SPECIFICATION = InputSpecification(SIDE, SIDE, 3, ChannelOrder.BGR, mean=(104.0, 117.0, 123.0))


def preprocess(image_hwc_u8: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Prepare a picture as for a prediction."""
    return to_network(image_hwc_u8, SPECIFICATION)


def main() -> None:
    """Print the table."""
    network = squeezenet()
    plain = onnxruntime.InferenceSession(network, providers=["CPUExecutionProvider"])
    image, labels = picture_with_features()
    rows = []
    with InferenceSession(network, "cpu") as session:
        for fill in Fill:
            rows.append(_row(fill, session, plain, image, labels))
    columns = [
        "fill",
        "patches, once",
        "a pass",
        "fill a picture",
        "share",
        "fill in a batch",
        "share",
        "≤ 2 %",
        "toggle to top-5",
        "beyond a pass",
        "≤ 1.3 × + 30 ms",
    ]
    print_table("All 27 features occluded, beside one forward pass of onnxruntime", columns, rows)


def _row(
    fill: Fill,
    session: InferenceSession,
    plain: onnxruntime.InferenceSession,
    image: NDArray[np.uint8],
    labels: NDArray[np.int32],
) -> list[str]:
    filler = Filler(image, labels, fill)
    everything = np.ones((1, len(filler.numbers)), bool)
    made = shortest_ms(lambda: Filler(image, labels, fill).apply(everything[0]), 3)
    writer, batch = NetworkInput(filler, preprocess), np.empty((1, 3, SIDE, SIDE), np.float32)
    values = preprocess(image)[None]

    def toggle() -> NDArray[np.intp]:
        logits = session.logits(preprocess(filler.apply(everything[0]))[None])
        return np.argsort(-probabilities(logits)[0], kind="stable")[:5]

    forward, picture, batched, toggled = shortest_in_turns_ms(
        [
            lambda: plain.run(None, {"data": values}),
            lambda: filler.apply(everything[0]),
            lambda: writer.write(everything, batch),
            toggle,
        ]
    )
    return [
        FILL_LABELS[fill],
        f"{made:.1f} ms",
        f"{forward:.1f} ms",
        f"{picture:.3f} ms",
        f"{picture / forward:.2%}",
        f"{batched:.3f} ms",
        f"{batched / forward:.2%}",
        verdict(max(picture, batched) / forward, 0.02),
        f"{toggled:.1f} ms",
        f"{toggled - forward:+.1f} ms",
        verdict(toggled, 1.3 * forward + 30.0),
    ]


if __name__ == "__main__":
    main()
