"""PyTorch itself: quiet, without gradients, and never unpickling what is not plain data."""

import contextlib
import logging
import os
import re
import warnings
from collections.abc import Iterator
from typing import Any

import torch

from deepintro_desktop.core.errors import OutOfMemoryError
from deepintro_desktop.engine.runtime.memory import is_shortage
from deepintro_desktop.importers.onnx.edit import first_line

_WEIGHTS_ONLY = "TORCH_FORCE_WEIGHTS_ONLY_LOAD"
_LOGGERS = ("torch", "torch.onnx", "torch.export", "torch._export", "onnxscript", "onnx_ir")
_PLAIN = re.compile(r"[\w ./:-]{1,100}")
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")


@contextlib.contextmanager
def careful() -> Iterator[None]:
    """Keep PyTorch from chatting, from tracking gradients, and from ever falling back to full unpickling."""
    before = os.environ.get(_WEIGHTS_ONLY)
    os.environ[_WEIGHTS_ONLY] = "1"
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    levels = [logger.level for logger in loggers]
    # Fused attention is faster, but no exporter takes it apart again.
    was_fused = torch.backends.mha.get_fastpath_enabled()
    torch.backends.mha.set_fastpath_enabled(False)
    for logger in loggers:
        logger.setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings(), torch.no_grad():
            warnings.simplefilter("ignore")
            yield
    finally:
        torch.backends.mha.set_fastpath_enabled(was_fused)
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
        if before is None:
            del os.environ[_WEIGHTS_ONLY]
        else:
            os.environ[_WEIGHTS_ONLY] = before


def refuse_shortage(error: BaseException, name: str) -> None:
    """Raise ``OutOfMemoryError`` where a foreign error only says that memory is short."""
    if is_shortage(error):
        raise OutOfMemoryError(
            f"{name} does not fit into memory.", "", "Close other programs, or use a smaller network."
        ) from error


def version() -> str:
    """Return name and version of the runtime, as manifests show it."""
    return f"torch {torch.__version__}"


def said(error: BaseException) -> str:
    """Return what PyTorch complains about at the bottom of it, in one line without final stop."""
    while error.__cause__ is not None:
        error = error.__cause__
    lines = [line.strip() for line in _COLOURS.sub("", str(error)).splitlines() if line.strip()]
    if lines and "TorchScript interpreter" in lines[0]:
        # What failed stands below the trace.
        return lines[-1].removeprefix("RuntimeError: ")[:240].rstrip(".")
    return _COLOURS.sub("", first_line(error))


def flat_tensors(value: Any) -> dict[str, torch.Tensor]:
    """Return the tensors in what a network gave, by their place in it, for example ``1`` or ``logits``."""
    return {".".join(map(str, keys)) or "output": tensor for keys, tensor in _walked(value, ())}


def access(value: Any, place: str) -> str:
    """Return how Python reaches a place in a value, for example ``["logits"][0]``."""
    for keys, _ in _walked(value, ()):
        if (".".join(map(str, keys)) or "output") == place:
            return "".join(f"[{key}]" if isinstance(key, int) else f'["{key}"]' for key in keys)
    raise KeyError(place)


def _walked(value: Any, keys: tuple[int | str, ...]) -> Iterator[tuple[tuple[int | str, ...], torch.Tensor]]:
    if isinstance(value, torch.Tensor):
        yield keys, value
    elif isinstance(value, dict):
        for key, entry in value.items():
            if isinstance(key, str) and _PLAIN.fullmatch(key):
                yield from _walked(entry, (*keys, key))
    elif isinstance(value, (list, tuple)):
        for index, entry in enumerate(value):
            yield from _walked(entry, (*keys, index))
