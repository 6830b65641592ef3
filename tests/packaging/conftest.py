"""The scripts beside the package, which are no part of it."""

import importlib.util
import sys

import pytest
from support.paths import REPOSITORY


@pytest.fixture
def script(monkeypatch):
    """Return a function that loads a script of ``packaging`` by name, afresh for each test."""
    monkeypatch.syspath_prepend(str(REPOSITORY / "packaging"))

    def load(name):
        spec = importlib.util.spec_from_file_location(name, REPOSITORY / "packaging" / f"{name}.py")
        module = importlib.util.module_from_spec(spec)
        monkeypatch.setitem(sys.modules, name, module)
        spec.loader.exec_module(module)
        return module

    return load
