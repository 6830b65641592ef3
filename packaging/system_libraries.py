"""Which shared libraries of the system are missing for Qt and Python on Linux, and how to get them."""

import ctypes
import os
import shutil
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

ALWAYS = {
    "libstdc++.so.6": "libstdc++6",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libX11.so.6": "libx11-6",
    "libzstd.so.1": "libzstd1",
    "libbrotlidec.so.1": "libbrotli1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
ON_A_SCREEN = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-glx.so.0": "libxcb-glx0",
}
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
APT = ["apt-get", "-o", "DPkg::Lock::Timeout=300"]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_fonts() -> bool:
    folders = [Path(folder).expanduser() for folder in FONT_FOLDERS]
    return any(next(folder.rglob("*.[to]t[fc]"), None) for folder in folders if folder.is_dir())


def missing_packages(on_a_screen: bool) -> list[str]:
    """Return the Debian packages that hold what is missing; always empty on other systems than Linux."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = {**ALWAYS, **(ON_A_SCREEN if on_a_screen else {})}
    missing = [package for library, package in wanted.items() if not _loads(library)]
    if not _has_fonts():
        missing.append("fonts-dejavu-core")
    if find_spec("ensurepip") is None:
        missing.append("python3-venv")
    return missing


def _apt(*arguments: str) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run([*APT, *arguments], env=environment, check=False).returncode == 0


def _update() -> None:
    # The option above waits for dpkg, not for another `apt-get update`: that lock has to be tried again.
    for _ in range(10):
        if _apt("update", "-qq"):
            return
        time.sleep(6)


def install(packages: list[str]) -> bool:
    """Install the packages when that is possible without asking anybody; say whether all are there now."""
    if not packages:
        return True
    may_install = hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")
    if not may_install:
        return False
    print(f"Installing system libraries: {' '.join(packages)}", flush=True)
    _update()
    return _apt("install", "-y", "-qq", "--no-install-recommends", *packages)


def advice(packages: list[str]) -> str:
    """Return the line to type for what could not be installed."""
    line = f"sudo apt-get install -y {' '.join(packages)}"
    if shutil.which("apt-get"):
        return f"Libraries of the system are missing. Type this, then start again:\n\n    {line}\n"
    return (
        "Libraries of the system are missing. Install what your distribution calls these Debian packages, "
        f"then start again:\n\n    {' '.join(packages)}\n"
    )
