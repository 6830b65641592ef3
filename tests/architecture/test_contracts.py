"""The import contracts of pyproject.toml hold, and each of them bites."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from support.paths import PACKAGE, REPOSITORY

RUN = "from importlinter.cli import lint_imports_command; lint_imports_command()"

BREACHES = [
    ("layers", {"core/probe.py": "from deepintro_desktop import engine"}),
    ("layers", {"imaging/probe.py": "def late():\n    from deepintro_desktop import workflows"}),
    ("layers", {"jobs/probe.py": "from deepintro_desktop import workflows"}),
    ("layers", {"newcomer/__init__.py": ""}),
    ("qt", {"workflows/probe.py": "from PySide6 import QtCore"}),
    ("qt", {"cli/probe.py": "from deepintro_desktop.jobs import probe", "jobs/probe.py": "import PySide6"}),
    ("computing", {"workflows/probe.py": "import torch"}),
    ("computing", {"ui/widgets/probe.py": "import onnxruntime"}),
    ("engine-hidden", {"ui/widgets/probe.py": "from deepintro_desktop.engine import graph"}),
    ("engine-pure", {"engine/probe.py": "import sqlite3"}),
    ("sql", {"importers/probe.py": "import sqlite3"}),
    ("migrations", {"library/migrations/probe.py": "from deepintro_desktop.core import errors"}),
    ("no-network", {"core/probe.py": "import urllib.request"}),
    ("presenters", {"ui/presenters/probe.py": "from PySide6 import QtCore"}),
    ("presenters", {"ui/probe/__init__.py": "", "ui/probe/presenter.py": "from PySide6 import QtCore"}),
    (
        "no-cycles",
        {
            "core/probe.py": "from deepintro_desktop.core import echo",
            "core/echo.py": "import deepintro_desktop.core.probe",
        },
    ),
]


def _lint(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", RUN, "--no-cache", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def copied_program(tmp_path: Path) -> Path:
    """Return a folder with a copy of the program's sources and of the contracts."""
    shutil.copytree(PACKAGE, tmp_path / PACKAGE.name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(REPOSITORY / "pyproject.toml", tmp_path)
    return tmp_path


def test_all_contracts_hold() -> None:
    answer = _lint(REPOSITORY)
    assert answer.returncode == 0, answer.stdout + answer.stderr


@pytest.mark.parametrize(
    ("contract", "files"), BREACHES, ids=lambda value: value if isinstance(value, str) else ""
)
def test_contract_bites_on_one_bad_import(copied_program: Path, contract: str, files: dict[str, str]) -> None:
    assert _lint(copied_program, "--contract", contract).returncode == 0
    for name, text in files.items():
        path = copied_program / PACKAGE.name / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text + "\n", encoding="utf-8")
    answer = _lint(copied_program, "--contract", contract)
    assert answer.returncode == 1
    assert "BROKEN" in answer.stdout


def test_every_contract_has_a_breach_here() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = {contract["id"] for contract in project["tool"]["importlinter"]["contracts"]}
    assert contracts == {contract for contract, _ in BREACHES}


def test_every_folder_of_the_program_is_a_package() -> None:
    """A folder without ``__init__.py`` is invisible to the contracts."""
    folders = {path.parent for path in PACKAGE.rglob("*.py")}
    assert [folder for folder in sorted(folders) if not (folder / "__init__.py").is_file()] == []
