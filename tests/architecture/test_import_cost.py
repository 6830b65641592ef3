"""Nothing heavy is loaded before it is needed. Each question runs in an interpreter of its own."""

import json
import subprocess
import sys
from importlib.util import find_spec

import pytest

COMPUTING = {"torch", "onnxruntime", "onnx", "tensorflow", "scipy", "onnxsim"}
REPORTS = {"fpdf", "highdicom", "fontTools", "uharfbuzz", "pydicom"}
QT = {"PySide6", "shiboken6", "pyqtgraph"}
HELP = """
from deepintro_desktop.__main__ import main
try:
    main({arguments!r})
except SystemExit:
    pass
"""
ALL_MODULES = """
import importlib, pkgutil
for name in {packages!r}:
    package = importlib.import_module("deepintro_desktop." + name)
    for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        importlib.import_module(found.name)
"""
TELL = "\nimport json, sys\nprint('\\n' + json.dumps(sorted({name.split('.')[0] for name in sys.modules})))"


def _loaded_by(code: str) -> set[str]:
    command = [sys.executable, "-c", code + TELL]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    return set(json.loads(answer.stdout.splitlines()[-1]))


def _require(module: str) -> None:
    try:
        found = find_spec(module)
    except ModuleNotFoundError:
        found = None
    if found is None or found.origin is None:
        pytest.skip(f"{module} does not exist yet")


def test_the_window_loads_nothing_that_computes() -> None:
    _require("deepintro_desktop.ui.main_window")
    loaded = _loaded_by("import deepintro_desktop.bootstrap" + ALL_MODULES.format(packages=["ui", "jobs"]))
    assert "PySide6" in loaded
    assert loaded & (COMPUTING | REPORTS) == set()


@pytest.mark.parametrize("arguments", [["--help"], ["explain", "--help"], ["networks", "--help"]])
def test_help_loads_neither_qt_nor_anything_that_computes(arguments: list[str]) -> None:
    _require("deepintro_desktop.cli.main")
    assert _loaded_by(HELP.format(arguments=arguments)) & (QT | COMPUTING | REPORTS) == set()


def test_the_command_line_never_reaches_qt() -> None:
    _require("deepintro_desktop.cli.main")
    packages = ["cli", "workflows", "importers", "library", "engine"]
    assert _loaded_by(ALL_MODULES.format(packages=packages)) & QT == set()
