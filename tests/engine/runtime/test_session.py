"""The session against onnxruntime itself, and what happens when memory or devices are missing."""

from pathlib import Path
from threading import Thread
from typing import Any

import numpy as np
import onnxruntime
import pytest
from engine.runtime.networks import batch_of, small_network
from onnx import TensorProto, helper, numpy_helper

from deepintro_desktop.core.errors import OutOfMemoryError, UnreadableNetworkError, WrongRequestError
from deepintro_desktop.engine.runtime import InferenceSession, devices
from deepintro_desktop.engine.runtime import session as session_module
from deepintro_desktop.engine.runtime.devices import n_cuda_devices


def direct(onnx_bytes: bytes, batch: np.ndarray) -> np.ndarray:
    session = onnxruntime.InferenceSession(onnx_bytes, providers=["CPUExecutionProvider"])
    return session.run(None, {session.get_inputs()[0].name: batch})[0]


def test_logits_are_those_of_onnxruntime() -> None:
    network, batch = small_network(), batch_of(7)
    with InferenceSession(network, "cpu") as session:
        assert (session.device, session.notices) == ("cpu", [])
        assert session.input_shape == (None, 3, 12, 12)
        assert session.n_classes == 5
        logits = session.logits(batch)
        assert (logits.dtype, logits.shape) == (np.float32, (7, 5))
        np.testing.assert_allclose(logits, direct(network, batch), rtol=1e-6, atol=1e-7)
        assert session.logits(batch[:0]).shape == (0, 5)


def test_published_network(shared_data: Path) -> None:
    content = (shared_data / "models/onnx_cifar10_winml/ImageClassifier.onnx").read_bytes()
    batch = batch_of(3, side=32)
    with InferenceSession(content) as session:
        assert session.input_shape == (None, 3, 32, 32)
        assert session.n_classes == 10
        expected = direct(content, batch).reshape(3, -1)
        np.testing.assert_allclose(session.logits(batch), expected, rtol=1e-5, atol=1e-5)


@pytest.mark.parametrize("kind", ["MaxPool", "AveragePool", "Conv"])
def test_padding_with_zeros_stays_padding_with_zeros(kind: str, rng: np.random.Generator) -> None:
    weights = {"w": rng.standard_normal((1, 1, 3, 3)), "p": [0, 0, 1, 1, 0, 0, 1, 1], "v": 0.0}
    attributes = {"kernel_shape": [3, 3], "strides": [2, 2]}
    nodes = [
        helper.make_node("Pad", ["x", "p", "v"], ["y"]),
        helper.make_node(kind, ["y", "w"] if kind == "Conv" else ["y"], ["z"], **attributes),
        helper.make_node("Flatten", ["z"], ["logits"]),
    ]
    stored = [
        numpy_helper.from_array(np.array(value, np.int64 if name == "p" else np.float32), name)
        for name, value in weights.items()
    ]
    ends = [("x", ["n", 1, 8, 8]), ("logits", ["n", 16])]
    values = [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in ends]
    graph = helper.make_graph(nodes, "net", values[:1], values[1:], stored)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    # Below zero, so that the padding wins every maximum at the border.
    x = -rng.random((2, 1, 8, 8)).astype(np.float32) - 0.5
    windows = np.lib.stride_tricks.sliding_window_view(
        np.pad(x, [(0, 0), (0, 0), (1, 1), (1, 1)]), (3, 3), (2, 3)
    )[:, :, ::2, ::2]
    of_window = {"MaxPool": windows.max((4, 5)), "AveragePool": windows.mean((4, 5))}
    expected = of_window[kind] if kind != "Conv" else (windows * weights["w"]).sum((4, 5))
    with InferenceSession(model.SerializeToString(), "cpu") as session:
        np.testing.assert_allclose(session.logits(x), expected.reshape(2, 16), rtol=1e-5, atol=1e-6)


def test_any_memory_layout_and_precision_of_the_input() -> None:
    with InferenceSession(small_network(), "cpu") as session:
        batch = batch_of(4)
        turned = np.asfortranarray(batch.astype(np.float64))
        np.testing.assert_array_equal(session.logits(turned), session.logits(batch))


def test_fixed_batch_is_filled_up() -> None:
    batch = batch_of(7)
    expected = direct(small_network(), batch)
    with InferenceSession(small_network(batch=3), "cpu") as session:
        assert session.batch_size() == 3
        np.testing.assert_allclose(session.logits(batch), expected, rtol=1e-6, atol=1e-7)
        assert session.logits(batch[:1]).shape == (1, 5)


@pytest.mark.parametrize("content", [b"", b"not a network", small_network()[:200]])
def test_unreadable_network(content: bytes) -> None:
    with pytest.raises(UnreadableNetworkError):
        InferenceSession(content, "cpu")


def test_unknown_device() -> None:
    with pytest.raises(WrongRequestError, match="no device 'tpu'"):
        InferenceSession(small_network(), "tpu")


def test_missing_device_is_said_and_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: ["CPUExecutionProvider"])
    with InferenceSession(small_network(), "cuda:1") as session:
        assert session.device == "cpu"
        assert session.notices == ["The device cuda:1 could not be used; predictions run on the processor."]
        assert session.logits(batch_of(1)).shape == (1, 5)


@pytest.mark.parametrize("n_seen", [0, 1])
def test_missing_cuda_prints_nothing(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], n_seen: int
) -> None:
    """onnxruntime offers CUDA on any machine; without device or libraries the processor takes over."""
    if n_cuda_devices() or "CUDAExecutionProvider" not in onnxruntime.get_available_providers():
        pytest.skip("needs onnxruntime's CUDA provider and a machine without a CUDA device")
    monkeypatch.setattr(devices, "n_cuda_devices", lambda: n_seen)
    with InferenceSession(small_network(), "cuda") as session:
        assert session.device == "cpu"
        assert "could not be used" in session.notices[0]
    assert capfd.readouterr() == ("", "")


class _Small:
    """Stands before a session and fails for batches above a limit."""

    def __init__(self, real: Any, largest: int, error: Exception) -> None:
        self._real, self._largest, self._error = real, largest, error
        self.sizes: list[int] = []

    def run(self, names: list[str], feed: dict[str, np.ndarray]) -> list[np.ndarray]:
        size = len(next(iter(feed.values())))
        self.sizes.append(size)
        if size > self._largest:
            raise self._error
        return self._real.run(names, feed)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


_ERRORS = (
    MemoryError(),
    RuntimeError("std::bad_alloc"),
    RuntimeError("bfc_arena.cc:376 Failed to allocate memory for requested buffer of size 123"),
    RuntimeError("CUDA failure 2: out of memory"),
)


@pytest.mark.parametrize("error", _ERRORS, ids=str)
def test_out_of_memory_halves_the_batch_and_says_so(error: Exception) -> None:
    batch = batch_of(10)
    with InferenceSession(small_network(), "cpu") as session:
        expected = session.logits(batch)
        session._session = small = _Small(session._session, 3, error)
        np.testing.assert_allclose(session.logits(batch), expected, rtol=1e-6, atol=1e-7)
        assert small.sizes == [10, 5, 3, 2, 5, 3, 2]
        assert session.batch_size() == 3
        assert session.notices == [
            "The memory was too small for 10 pictures at once; now 5.",
            "The memory was too small for 5 pictures at once; now 3.",
        ]


def test_not_even_one_picture_fits() -> None:
    with InferenceSession(small_network(), "cpu") as session:
        session._session = _Small(session._session, 0, MemoryError())
        with pytest.raises(OutOfMemoryError, match="does not fit"):
            session.logits(batch_of(2))


def test_processor_takes_over_when_another_device_is_full() -> None:
    network, batch = small_network(), batch_of(2)
    with InferenceSession(network, "cpu") as session:
        session.device, session._onnx_bytes = "cuda:0", network
        session._session = _Small(session._session, 0, RuntimeError("out of memory"))
        np.testing.assert_allclose(session.logits(batch), direct(network, batch), rtol=1e-6, atol=1e-7)
        assert session.device == "cpu"
        assert session.notices[-1] == "The memory of cuda:0 was too small; predictions run on the processor."


def test_other_errors_are_not_taken_for_missing_memory() -> None:
    with (
        InferenceSession(small_network(), "cpu") as session,
        pytest.raises(session_module._onnxruntime_errors(), match="dimensions"),
    ):
        session.logits(batch_of(1, side=11))


@pytest.mark.parametrize("side", [8, 28, 32, 112, 224, 227, 299, 512, 1024, 4000])
def test_batches_are_bounded(side: int) -> None:
    with InferenceSession(small_network(), "cpu") as session:
        size = session.batch_size((3, side, side))
        assert 1 <= size <= 64
        assert size == 1 or size * 3 * side * side * 4 * 96 <= 2**30


def test_threads_share_a_session() -> None:
    batches = [batch_of(3, seed) for seed in range(8)]
    with InferenceSession(small_network(), "cpu") as session:
        expected = [session.logits(batch) for batch in batches]
        found: dict[int, np.ndarray] = {}
        threads = [Thread(target=lambda k=k: found.update({k: session.logits(batches[k])})) for k in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for k, logits in enumerate(expected):
            np.testing.assert_array_equal(found[k], logits)


def test_closed_session_is_closed() -> None:
    session = InferenceSession(small_network(), "cpu")
    session.close()
    with pytest.raises(RuntimeError, match="closed"):
        session.logits(batch_of(1))
