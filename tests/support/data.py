"""Fixtures for the networks and pictures that stand beside the checkout."""

import json
from pathlib import Path
from typing import Any

import pytest

from support.paths import SHARED_DATA


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Return the folder of networks and pictures made by others; skip where it is absent."""
    if not (SHARED_DATA / "expected.json").is_file():
        pytest.skip("the folder shared/data does not stand beside the checkout")
    return SHARED_DATA


@pytest.fixture(scope="session")
def expected(shared_data: Path) -> dict[str, Any]:
    """Return the reference answers of the native runtimes (``expected.json``). Do not change it."""
    return json.loads((shared_data / "expected.json").read_text(encoding="utf-8"))
