"""Write packaging/locks anew: the newest versions that fit pyproject.toml, one per package for all Pythons.

    .venv/bin/python packaging/make_locks.py           everything
    .venv/bin/python packaging/make_locks.py build     only the tools that freeze the program

Resolves each platform with the oldest Python of the project, then checks that the other Pythons have wheels
of the same versions. pip evaluates conditions like ``sys_platform`` for the machine it runs on, so run this
on Linux: what other platforms need beyond it is named in ``EXTRA``.
"""

import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "packaging" / "locks"
PYTHONS = ("3.11", "3.12", "3.13")
WHEELS = {
    "linux": [f"manylinux_2_{minor}_x86_64" for minor in (34, 28, 27, 26, 17)] + ["manylinux2014_x86_64"],
    "windows": ["win_amd64"],
    "macos": [f"macosx_{major}_0_{cpu}" for major in (14, 13, 12, 11) for cpu in ("arm64", "universal2")],
}
EXTRA = {"linux": [], "windows": ["colorama"], "macos": []}
# torch comes as the CPU build (environment.py); what it and the others that ask for it need is resolved here.
APART = {
    "run": {"torch": "2.13.0", "torchvision": "0.28.0"},
    "test": {"zennit": "0.5.1", "timm": "1.0.31"},
}
NEEDED_BY_APART = {
    "run": ["filelock", "typing-extensions>=4.10", "sympy>=1.13.3", "networkx>=2.5.1", "jinja2", "fsspec"],
    "test": ["click", "pyyaml", "huggingface-hub"],
}
# PyInstaller freezes the program (build.py); it is no dependency of the package and comes into no other
# environment. What it needs on one platform only is named here, see above.
BUILD = {
    "linux": ["pyinstaller>=6.22,<7"],
    "windows": ["pyinstaller>=6.22,<7", "pefile>=2022.5.30", "pywin32-ctypes>=0.2.1"],
    "macos": ["pyinstaller>=6.22,<7", "macholib>=1.8"],
}
HEADER = """\
# {title}, exact versions for Python 3.11 to 3.13 on {platform}. Written by packaging/make_locks.py.
# No hashes: torch is the CPU build of whichever source the machine has (a local wheel, or PyTorch's CPU
# index), and other wheels may come from a local mirror: the versions are exact, the files need not be.
"""


def requirements(platform: str, group: str) -> list[str]:
    """Return the requirements of pyproject.toml for one platform, without those that come apart."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = list(project["project"]["dependencies"]) + project["build-system"]["requires"]
    chosen = NEEDED_BY_APART["run"] + EXTRA[platform]
    if group == "test":
        wanted += project["project"]["optional-dependencies"]["test"]
        chosen = chosen + NEEDED_BY_APART["test"]
    apart = APART["run"].keys() | APART["test"].keys()
    for line in wanted:
        requirement, _, condition = (part.strip() for part in line.partition(";"))
        if condition and ("==" in condition) != (platform == "macos"):
            continue
        if requirement.split("==")[0].split(">")[0] not in apart:
            chosen.append(requirement)
    return chosen


def resolve(platform: str, python: str, wanted: list[str]) -> dict[str, str]:
    """Return name -> version of everything that pip would install there."""
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder) / "report.json"
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed"]
        command += ["--report", str(answer), "--target", folder, "--only-binary=:all:"]
        command += ["--implementation", "cp", "--python-version", python]
        for tag in (f"cp{python.replace('.', '')}", "abi3", "none"):
            command += ["--abi", tag]
        for wheel in WHEELS[platform]:
            command += ["--platform", wheel]
        subprocess.run(command + wanted, check=True)
        found = json.loads(answer.read_text(encoding="utf-8"))["install"]
    packages = [entry["metadata"] for entry in found]
    return {package["name"].lower().replace("_", "-"): package["version"] for package in packages}


def write(platform: str) -> None:
    """Write both lock files of one platform."""
    test = resolve(platform, PYTHONS[0], requirements(platform, "test"))
    exact = [f"{name}=={version}" for name, version in test.items()]
    for python in PYTHONS[1:]:
        resolve(platform, python, exact)
    run = {name: test[name] for name in resolve(platform, PYTHONS[0], requirements(platform, "run"))}
    run |= APART["run"]
    test |= APART["test"]
    tools = {name: version for name, version in test.items() if name not in run}
    _write_file(f"{platform}.txt", HEADER.format(title="What the program runs on", platform=platform), run)
    _write_file(f"{platform}-test.txt", HEADER.format(title="Tools for tests", platform=platform), tools)


def write_build(platform: str) -> None:
    """Write the lock file of the tools that freeze the program: what they need beyond the program's own."""
    run = _read_file(f"{platform}.txt")
    pinned = [f"{name}=={version}" for name, version in run.items() if name in ("packaging", "setuptools")]
    tools = resolve(platform, PYTHONS[0], [*BUILD[platform], *pinned])
    tools = {name: version for name, version in tools.items() if name not in run}
    for python in PYTHONS[1:]:
        resolve(platform, python, [f"{name}=={version}" for name, version in tools.items()])
    _write_file(f"{platform}-build.txt", HEADER.format(title="Tools that freeze", platform=platform), tools)


def _read_file(name: str) -> dict[str, str]:
    lines = (LOCKS / name).read_text(encoding="utf-8").splitlines()
    return dict(line.split("==") for line in lines if line and not line.startswith("#"))


def _write_file(name: str, header: str, pins: dict[str, str]) -> None:
    lines = [f"{package}=={version}\n" for package, version in sorted(pins.items())]
    (LOCKS / name).write_text(header + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    LOCKS.mkdir(exist_ok=True)
    for platform in WHEELS:
        if sys.argv[1:] != ["build"]:
            write(platform)
        write_build(platform)
