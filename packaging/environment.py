"""Make and keep an environment of the project from the pinned lock files: ``.venv``, or one for builds."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".venv"
STAMP = FOLDER / "deepintro-stamp.json"
PLATFORM = {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")
CPU_INDEX = "https://download.pytorch.org/whl/cpu"


class SetUpError(Exception):
    """The environment could not be made; the message says what to do."""


def use(folder: Path) -> None:
    """Make and keep the environment in another folder from now on."""
    global FOLDER, STAMP
    FOLDER, STAMP = folder, folder / STAMP.name


def program(name: str) -> Path:
    """Return the path of a program of the environment."""
    folder = FOLDER / ("Scripts" if PLATFORM == "windows" else "bin")
    return folder / (f"{name}.exe" if PLATFORM == "windows" else name)


def lock_files(group: str) -> list[Path]:
    """Return the lock files of a group: ``run``, ``test`` or ``build``."""
    locks = ROOT / "packaging" / "locks"
    names = [f"{PLATFORM}.txt"] + ([] if group == "run" else [f"{PLATFORM}-{group}.txt"])
    return [locks / name for name in names]


def _fingerprint(group: str) -> str:
    """Return a digest of everything that an installation depends on."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    relevant = [project["build-system"], project["project"], project["tool"]["setuptools"]]
    parts = [json.dumps(relevant, sort_keys=True), sys.version, str(ROOT)]
    parts += [path.read_text(encoding="utf-8") for path in lock_files(group)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _stamps() -> dict[str, str]:
    try:
        stamps = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamps if isinstance(stamps, dict) else {}


def is_ready(group: str) -> bool:
    """Say whether nothing has changed since the group was installed."""
    return program("python").exists() and _stamps().get(group) == _fingerprint(group)


def _ask(question: str) -> str:
    command = [str(program("python")), "-c", question]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def _works() -> bool:
    """Say whether the environment belongs to this Python and has a working pip."""
    try:
        return _ask("import sys, pip; print(sys.version)") == sys.version.strip()
    except OSError:
        return False


def _pip(*arguments: str, quiet: bool = False) -> bool:
    command = [str(program("python")), "-m", "pip", "install", "--disable-pip-version-check", *arguments]
    output = subprocess.DEVNULL if quiet else None
    return subprocess.run(command, stdout=output, stderr=output, cwd=ROOT, check=False).returncode == 0


def _make() -> None:
    if FOLDER.exists() and not _works():
        print(f"{FOLDER.name} belongs to another Python or is damaged: making it anew.", flush=True)
        shutil.rmtree(FOLDER)
    if not FOLDER.exists():
        print(f"Making {FOLDER.name}. The first time takes a few minutes and about 4 GB.", flush=True)
        venv.create(FOLDER, with_pip=True)


def _has_torch(requirement: str) -> bool:
    name, version = requirement.split("==")
    question = f"from importlib.metadata import version; print(version({name!r}))"
    return _ask(question).partition("+")[0] == version


def _install_torch(requirement: str) -> bool:
    """Install torch, on Linux the CPU build: the one of the public index there brings gigabytes for CUDA."""
    if _has_torch(requirement):
        return True
    if PLATFORM != "linux":
        return _pip("--no-deps", requirement)
    cpu_build = f"{requirement}+cpu"
    if _pip("--no-deps", cpu_build, quiet=True):
        return True
    if _pip("--no-deps", cpu_build, "--extra-index-url", CPU_INDEX):
        return True
    print("No CPU build of torch can be reached: taking the large CUDA build.", flush=True)
    return _pip(requirement)


def _install(group: str) -> None:
    pins = [line for path in lock_files(group) for line in path.read_text(encoding="utf-8").splitlines()]
    torch = next(line for line in pins if line.startswith("torch=="))
    others = [line for line in pins if line and not line.startswith(("#", "torch=="))]
    failed = "could not be installed. pip says why above; without a network it cannot work the first time."
    print("Installing torch.", flush=True)
    if not _install_torch(torch):
        raise SetUpError(f"torch {failed}")
    print(f"Installing {len(others)} other packages.", flush=True)
    if not _pip("--quiet", "--no-deps", *others):
        raise SetUpError(f"A package {failed}")
    # A build freezes a copy of the program, made when it begins (build.py).
    if group != "build" and not _pip("--quiet", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)):
        raise SetUpError("The program itself could not be installed; pip says why above.")


def ensure(group: str) -> None:
    """Make the environment complete for a group; do nothing when nothing has changed."""
    if is_ready(group):
        return
    _make()
    STAMP.unlink(missing_ok=True)
    _install(group)
    stamps = {name: _fingerprint(name) for name in {group, "run"}}
    STAMP.write_text(json.dumps(stamps), encoding="utf-8")


def variables(**more: str) -> dict[str, str]:
    """Return the variables for programs of the environment, and no others' Python."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    path = os.pathsep.join([str(program("python").parent), kept.get("PATH", "")])
    return {**kept, "VIRTUAL_ENV": str(FOLDER), "PATH": path, **more}
