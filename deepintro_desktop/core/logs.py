"""What the program writes to the error stream while it works."""

import logging
import sys
import warnings

_TELL_OF_FILES = ("pydicom", "highdicom")
"""Libraries whose messages may quote a medical file, the names of patients included. What is wrong with a
file is said in the program's own words."""


def set_up(*, verbose: bool) -> None:
    """Write faults to the error stream, or all that happens; nothing of what stands in medical files."""
    logging.basicConfig(level=logging.INFO if verbose else logging.ERROR, stream=sys.stderr)
    for name in _TELL_OF_FILES:
        logger = logging.getLogger(name)
        # The library sets its level when it is loaded, which comes later; this lasts.
        logger.propagate = False
        logger.addHandler(logging.NullHandler())
        warnings.filterwarnings("ignore", module=rf"{name}(\.|$)")
