"""How the helper is started: its command line and its environment."""

import os
import site
import sys
from pathlib import Path

from deepintro_desktop.importers.worker.protocol import OPTION

PACKAGE = __name__.split(".")[0]

_KEPT = (
    # How programs find their libraries and their language.
    "PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LANG", "LANGUAGE", "TZ", "SYSTEMROOT", "SYSTEMDRIVE",
    "WINDIR", "COMSPEC", "PATHEXT", "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE",
    "VIRTUAL_ENV", "PYTHONHOME", "PYTHONUTF8", "PYTHONIOENCODING", "__PYVENV_LAUNCHER__",
    # How many threads they may use.
    "OMP_NUM_THREADS", "OMP_WAIT_POLICY", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "TF_NUM_INTEROP_THREADS",
    "TF_NUM_INTRAOP_THREADS",
)  # fmt: skip
_KEPT_BEGINNINGS = ("LC_", "_PYI_", "_MEIPASS")
_HOMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TMPDIR", "TEMP", "TMP", "XDG_CACHE_HOME",
          "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "KERAS_HOME", "TORCH_HOME", "HF_HOME",
          "MPLCONFIGDIR", "TORCHINDUCTOR_CACHE_DIR", "TFHUB_CACHE_DIR")  # fmt: skip
_FORCED = {
    # What a file from a stranger holds is never unpickled, whatever a library would fall back to.
    "TORCH_FORCE_WEIGHTS_ONLY_LOAD": "1",
    "HF_HUB_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "ORT_DISABLE_TELEMETRY": "1",
    "DO_NOT_TRACK": "1",
    # Graphics cards win nothing here and cost seconds and memory to wake.
    "CUDA_VISIBLE_DEVICES": "-1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    # Fused arithmetic of oneDNN rounds differently from run to run of the graph rewriter.
    "TF_ENABLE_ONEDNN_OPTS": "0",
    "TF_USE_LEGACY_KERAS": "0",
    "KERAS_BACKEND": "tensorflow",
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONUNBUFFERED": "1",
    "OMP_WAIT_POLICY": "PASSIVE",
}


def helper_command(folder: Path) -> list[str]:
    """Return the command line of a helper: this very program, also when it is frozen into one file.

    From source, ``-P`` keeps the working folder off the path of imports: nobody plants a module there.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, OPTION, str(folder)]
    return [sys.executable, "-P", "-m", PACKAGE, OPTION, str(folder)]


def helper_environment(folder: Path) -> dict[str, str]:
    """Return the environment of a helper: little of ours, with the helper's folder as home and temp folder.

    Passwords, tokens and proxies stay here, and nothing finds the person's caches and settings.
    """
    kept = {
        name: value
        for name, value in os.environ.items()
        if name.upper() in _KEPT or name.upper().startswith(_KEPT_BEGINNINGS)
    }
    homes = dict.fromkeys(_HOMES, str(folder))
    return kept | homes | _FORCED | _python_path()


def _python_path() -> dict[str, str]:
    """Say where the packages lie: with another home and working folder Python would not find them all."""
    if getattr(sys, "frozen", False):
        return {}
    root = str(Path(__file__).resolve().parents[3])
    named = [entry for entry in os.environ.get("PYTHONPATH", "").split(os.pathsep) if entry]
    entries = [str(Path(entry).absolute()) for entry in named]
    if root not in site.getsitepackages():
        entries.insert(0, root)
    return {
        "PYTHONPATH": os.pathsep.join(dict.fromkeys(entries)),
        "PYTHONUSERBASE": site.getuserbase(),
    }
