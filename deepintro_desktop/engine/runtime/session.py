"""A network ready for predictions: one onnxruntime session, with batches that fit into memory."""

import contextlib
import io
import logging
import math
from functools import cache
from threading import Lock
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from onnxruntime.capi import onnxruntime_pybind11_state

from deepintro_desktop.core.errors import OutOfMemoryError, UnreadableNetworkError
from deepintro_desktop.core.records import OutputKind
from deepintro_desktop.engine.runtime.devices import DeviceName, parse_device, providers
from deepintro_desktop.engine.runtime.memory import is_shortage
from deepintro_desktop.engine.runtime.probabilities import probabilities

DISABLED_OPTIMIZERS = ("Pad_Fusion",)
"""What onnxruntime (1.31) must not do to a network: it moves a padding with zeros into the max pooling behind
it, which pads with −∞, and answers wrongly wherever the zeros would have won."""

_log = logging.getLogger(__name__)

_MEMORY_LIMIT = 1 << 30
_LARGEST_BATCH = 64
_FATAL = 4


class InferenceSession:
    """Runs a stored network forward. Safe to use from several threads at once.

    Parameters
    ----------
    onnx_bytes : bytes
        A network with one image input, float32 [batch, channels, height, width], that ends in logits.
    device : str
        ``auto``, ``cpu``, ``cuda``, ``cuda:1`` or ``mps`` (predictions then run on the processor).
    n_threads : int, optional
        Of the processor; default: all cores.

    Attributes
    ----------
    device : str
        What really computes: ``cpu`` or ``cuda:<n>``.
    notices : list of str
        Sentences for the person: a device that could not be used, batches that had to shrink.

    Raises
    ------
    UnreadableNetworkError
        When onnxruntime refuses the network.
    """

    def __init__(self, onnx_bytes: bytes, device: str = "auto", n_threads: int | None = None) -> None:
        self.notices: list[str] = []
        self._lock = Lock()
        self._n_threads = n_threads
        self._batch_limit = _LARGEST_BATCH
        wanted = parse_device(device)
        self._session: Any = self._open(onnx_bytes, providers(wanted, onnxruntime.get_available_providers()))
        on_cuda = "CUDAExecutionProvider" in self._session.get_providers()
        self.device = f"cuda:{wanted.index}" if on_cuda else "cpu"
        # The processor can take over when the other device runs out of memory.
        self._onnx_bytes = onnx_bytes if on_cuda else b""
        if wanted.kind == "cuda" and not on_cuda:
            self._notice(f"The device {wanted} could not be used; predictions run on the processor.")
        self._input = self._session.get_inputs()[0]
        self._output = self._session.get_outputs()[0]

    @property
    def input_shape(self) -> tuple[int | None, ...]:
        """The input's shape (batch, channels, height, width); None where any length will do."""
        return tuple(_length(entry) for entry in self._input.shape)

    @property
    def n_classes(self) -> int:
        """How many logits there are."""
        length = _length(self._output.shape[-1]) if self._output.shape else None
        if length is None:
            shape = [entry or 1 for entry in self.input_shape]
            length = self.logits(np.zeros(shape, np.float32)).shape[1]
        return length

    def batch_size(self, shape_chw: tuple[int, ...] | None = None) -> int:
        """Return how many inputs to compute at once: fast, and within about 1 GiB beside the network.

        Measured on convolutional networks, a batch is fastest while its activations fit into the caches of
        the processor, and small inputs gain from larger batches because each call has a cost of its own.
        The activations of such networks take about 32 times the bytes of the input, 96 times at worst.
        """
        fixed = self.input_shape[0] if len(self.input_shape) == 4 else None
        if fixed is not None:
            return fixed
        shape = shape_chw or tuple(entry or 1 for entry in self.input_shape[1:])
        n_bytes = 4 * math.prod(shape)
        cache = (1 << 25) if self.device == "cpu" else (1 << 29)
        fast = max(4, cache // (32 * n_bytes))
        return max(1, min(fast, self._batch_limit, _MEMORY_LIMIT // (96 * n_bytes)))

    def logits(self, batch_nchw: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return float32 [N, n_classes] for float32 [N, channels, height, width].

        A batch that does not fit into memory is halved until it does; later batches are then smaller too.

        Raises
        ------
        OutOfMemoryError
            When not even a single input fits.
        """
        batch = np.ascontiguousarray(batch_nchw, np.float32)
        if not len(batch):
            return np.empty((0, self.n_classes), np.float32)
        fixed = self.input_shape[0]
        if fixed is not None and len(batch) != fixed:
            return self._in_fixed_batches(batch, fixed)
        try:
            return self._run(batch)
        except (MemoryError, *_onnxruntime_errors()) as error:
            if not is_shortage(error):
                raise
            return self._in_smaller_parts(batch, error)

    def probabilities(
        self, logits: NDArray[np.floating], output_kind: OutputKind = OutputKind.SOFTMAX
    ) -> NDArray[np.float64]:
        """Return float64 [N, n_classes]; see :func:`~.probabilities.probabilities`."""
        return probabilities(logits, output_kind)

    def close(self) -> None:
        """Give the session's memory back; the session cannot be used any more."""
        with self._lock:
            self._session = None
            self._onnx_bytes = b""

    def __enter__(self) -> "InferenceSession":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _open(self, onnx_bytes: bytes, chosen: list[Any]) -> Any:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._n_threads or 0
        # What onnxruntime has to say comes back as an error or in get_providers(), not on the terminal.
        options.log_severity_level = _FATAL
        onnxruntime.set_default_logger_severity(_FATAL)
        if len(chosen) > 1:
            _load_cuda_libraries()
        try:
            return onnxruntime.InferenceSession(
                onnx_bytes, options, providers=chosen, disabled_optimizers=list(DISABLED_OPTIMIZERS)
            )
        except _onnxruntime_errors() as error:
            raise UnreadableNetworkError(
                "The network cannot be loaded.", f"onnxruntime says: {error}", "Import the network again."
            ) from error

    def _run(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        session = self._session
        if session is None:
            raise RuntimeError("the session is closed")
        values = session.run([self._output.name], {self._input.name: batch})[0]
        return np.asarray(values, np.float32).reshape(len(batch), -1)

    def _in_fixed_batches(self, batch: NDArray[np.float32], fixed: int) -> NDArray[np.float32]:
        rows = []
        for first in range(0, len(batch), fixed):
            part = batch[first : first + fixed]
            missing = fixed - len(part)
            padded = np.concatenate([part, np.repeat(part[-1:], missing, axis=0)]) if missing else part
            rows.append(self._run(padded)[: len(part)])
        return np.concatenate(rows)

    def _in_smaller_parts(self, batch: NDArray[np.float32], error: Exception) -> NDArray[np.float32]:
        if len(batch) > 1:
            half = (len(batch) + 1) // 2
            with self._lock:
                if half < self._batch_limit:
                    self._batch_limit = half
                    self._notice(f"The memory was too small for {len(batch)} pictures at once; now {half}.")
            return np.concatenate([self.logits(batch[:half]), self.logits(batch[half:])])
        if self._fall_back():
            return self.logits(batch)
        raise OutOfMemoryError(
            "The network does not fit into the memory of this machine.",
            f"There was not enough for a single picture on {self.device}.",
            "Close other programs, or use a network with a smaller input.",
        ) from error

    def _fall_back(self) -> bool:
        """Move to the processor, once; return whether that changed anything."""
        with self._lock:
            if not self._onnx_bytes:
                return False
            self._session = self._open(self._onnx_bytes, providers(DeviceName("cpu"), []))
            self._notice(f"The memory of {self.device} was too small; predictions run on the processor.")
            self.device, self._onnx_bytes, self._batch_limit = "cpu", b"", _LARGEST_BATCH
            return True

    def _notice(self, sentence: str) -> None:
        self.notices.append(sentence)
        _log.info(sentence)


@cache
def _load_cuda_libraries() -> None:
    """Load the CUDA libraries among the installed Python packages: the system does not look there."""
    # It prints what it misses, but stdout belongs to the command line's answer.
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        onnxruntime.preload_dlls()
    _log.info("loading the CUDA libraries: %s", said.getvalue().strip() or "done")


@cache
def _onnxruntime_errors() -> tuple[type[Exception], ...]:
    """Return what onnxruntime raises; its exceptions have no base class of their own."""
    things = vars(onnxruntime_pybind11_state).values()
    raised = [thing for thing in things if isinstance(thing, type) and issubclass(thing, Exception)]
    return (RuntimeError, *raised)


def _length(entry: object) -> int | None:
    return entry if isinstance(entry, int) and entry > 0 else None
