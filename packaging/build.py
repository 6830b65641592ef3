"""Freeze the program into one folder that needs no Python, with PyInstaller, for the system it runs on.

    python3 packaging/build.py [--flavour core|full] [--work FOLDER]

``full`` opens everything; ``core`` has no TensorFlow and opens ONNX, Caffe and PyTorch. The folder (default:
build, beside this one) keeps the environment that PyInstaller runs in and the results: FOLDER/full/deepintro.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import environment
import system_libraries

FLAVOURS = ("full", "core")
SPEC = environment.ROOT / "packaging" / "deepintro.spec"
_SOURCES = ("deepintro_desktop", "resources", "pyproject.toml", "README.md")
_ENOUGH_S = 600


class BuildError(Exception):
    """There is no program, or it does not work; the message says why."""


def _install_program() -> None:
    """Install the program as it is now, not as a link to the checkout, into the environment of builds."""
    with tempfile.TemporaryDirectory() as name:
        # A copy, because setuptools leaves its own folders behind where it builds, and finds them again.
        for source in _SOURCES:
            place = environment.ROOT / source
            copy = shutil.copytree if place.is_dir() else shutil.copyfile
            copy(place, Path(name, source))
        command = [environment.program("python"), "-m", "pip", "install", "--quiet", "--force-reinstall"]
        command += ["--disable-pip-version-check", "--no-deps", "--no-build-isolation", name]
        if subprocess.run(command, check=False).returncode != 0:
            raise BuildError("The program could not be installed for the build; pip says why above.")


def _freeze(flavour: str, work: Path) -> Path:
    """Run PyInstaller; return the folder of the program."""
    command = [str(environment.program("python")), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(work), "--workpath", str(work / "steps"), str(SPEC)]
    # Sets of strings then come out in the same order in every build.
    variables = environment.variables(DEEPINTRO_FLAVOUR=flavour, PYTHONHASHSEED="0")
    with (work / "log.txt").open("w", encoding="utf-8") as log:
        code = subprocess.run(command, env=variables, stdout=log, stderr=log, check=False).returncode
    warnings = (work / "log.txt").read_text(encoding="utf-8", errors="replace")
    if code != 0:
        raise BuildError(f"PyInstaller failed:\n{warnings[-4000:]}")
    missing = [line for line in warnings.splitlines() if "could not resolve" in line and "libxcb" in line]
    if missing:
        raise BuildError("The window would not open, libraries are missing here:\n" + "\n".join(missing))
    return work / "deepintro"


def executable(folder: Path) -> Path:
    """Return the program in the folder that PyInstaller made."""
    return folder / ("deepintro.exe" if environment.PLATFORM == "windows" else "deepintro")


def _ask(program: Path, *arguments: str) -> dict[str, object]:
    """Run a verb of the frozen program in folders of its own; return what it says."""
    with tempfile.TemporaryDirectory() as library:
        command = [str(program), *arguments, "--json", "--library", library]
        done = subprocess.run(command, capture_output=True, text=True, timeout=_ENOUGH_S, check=False)
    if done.returncode != 0:
        raise BuildError(f"{' '.join(arguments)} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")
    return json.loads(done.stdout)


def check(program: Path) -> None:
    """See that the frozen program computes, and that its helper opens a network."""
    _ask(program, "doctor")
    sample = program.parent / "_internal" / "resources" / "samples" / "shapes"
    _ask(program, "networks", "add", str(sample / "shapes.onnx"), "--preprocessing", "zero-to-one")


def size_of(folder: Path) -> tuple[int, int]:
    """Return how many files a folder holds, and their bytes; a link counts as itself."""
    sizes = [path.lstat().st_size for path in folder.rglob("*") if path.is_symlink() or path.is_file()]
    return len(sizes), sum(sizes)


def build(flavour: str, folder: Path) -> Path:
    """Make the environment, freeze the program, check the result; return the program."""
    environment.use(folder / "environment")
    missing = system_libraries.missing_packages(on_a_screen=True)
    if not system_libraries.install(missing):
        raise BuildError(system_libraries.advice(missing))
    environment.ensure("build")
    _install_program()
    work = folder / flavour
    work.mkdir(parents=True, exist_ok=True)
    start = time.monotonic()
    frozen = _freeze(flavour, work)
    built = time.monotonic()
    check(executable(frozen))
    n_files, n_bytes = size_of(frozen)
    print(
        f"{executable(frozen)}\n{n_files} files, {n_bytes / 1e6:.0f} MB; frozen in {built - start:.0f} s, "
        f"checked in {time.monotonic() - built:.0f} s"
    )
    return executable(frozen)


def main() -> int:
    """Read the command line and build."""
    summary, _, details = (__doc__ or "").partition("\n\n")
    parser = argparse.ArgumentParser(
        description=summary, epilog=details, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--flavour", choices=FLAVOURS, default="full")
    parser.add_argument("--work", type=Path, default=environment.ROOT / "build", metavar="FOLDER")
    options = parser.parse_args()
    try:
        build(options.flavour, options.work.absolute())
    except (BuildError, environment.SetUpError, OSError, subprocess.SubprocessError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
