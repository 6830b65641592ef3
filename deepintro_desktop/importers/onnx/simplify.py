"""Fold constants, fuse batch normalisation into convolutions, remove what does nothing."""

import contextlib
import io
import logging

from onnx import ModelProto

_LOG = logging.getLogger(__name__)
_FOLDED_AT_MOST = "256MB"


def simplified(network: ModelProto) -> ModelProto | None:
    """Return a simpler network that computes the same, or None when the simplifier cannot handle this one.

    The caller must compare the two: a simplifier is not taken at its word.
    """
    import onnxsim

    try:
        with contextlib.redirect_stdout(io.StringIO()):
            simpler, _ = onnxsim.simplify(
                network,
                check_n=0,
                tensor_size_threshold=_FOLDED_AT_MOST,
                certify=False,
                import_custom_schemas=False,
            )
    except Exception as error:  # whatever it dislikes, the unsimplified network remains
        _LOG.info("the simplifier gave up: %s", type(error).__name__)
        return None
    return simpler
