"""Where things lie during a test run."""

from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
"""Root of the checkout."""

PACKAGE = REPOSITORY / "deepintro_desktop"
"""The program."""

TESTS = REPOSITORY / "tests"
"""The tests."""

SHARED_DATA = REPOSITORY.parent / "shared" / "data"
"""Networks and pictures made by others; they stand beside the checkout, not in it."""
