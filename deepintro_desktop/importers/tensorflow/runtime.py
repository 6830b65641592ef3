"""TensorFlow itself: imported when it is needed, on the processor, without its chatter."""

import contextlib
import logging
import os
import sys
import warnings
from collections.abc import Iterator
from typing import Any


def tensorflow() -> Any:
    """Return the module ``tensorflow``. The first call takes seconds and settles where it computes."""
    is_new = "tensorflow" not in sys.modules
    if is_new:
        os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
        # Convolutions are then computed alike on every processor.
        os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
    with quiet():
        import tensorflow as module
    if is_new:
        # Without initialised devices there is nothing to hide, and an initialised one must not be touched.
        with contextlib.suppress(RuntimeError):
            module.config.set_visible_devices([], "GPU")
    return module


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Keep TensorFlow and tf2onnx from warning about their own ways; what they return is checked instead."""
    loggers = [logging.getLogger(name) for name in ("tensorflow", "tf2onnx", "absl")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def version() -> str:
    """Return the name and version of the runtime, as manifests show it."""
    return f"tensorflow {tensorflow().__version__}"
