"""Calls a function of this suite in a process of its own, so that memory and handles are its own, too."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parents[1]

_CODE = """
import json, sys
from importlib import import_module
from pathlib import Path
module, name, folder, *rest = json.loads(sys.argv[1])
print("\\n" + json.dumps(getattr(import_module(f"reliability.{module}"), name)(Path(folder), *rest)))
"""


def in_own_process(
    module: str, name: str, folder: Path, *arguments: object, prefix: Sequence[str] = ()
) -> Any:
    """Return what a function of a module here returns for a folder and plain arguments.

    ``prefix`` is a program to run it under.
    """
    variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "ORT_DISABLE_TELEMETRY": "1"}
    variables["OMP_WAIT_POLICY"] = "PASSIVE"
    variables["PYTHONPATH"] = os.pathsep.join([str(TESTS), str(TESTS.parent)])
    command = [*prefix, sys.executable, "-c", _CODE, json.dumps([module, name, str(folder), *arguments])]
    done = subprocess.run(command, env=variables, stdout=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 0, f"{module}.{name} ended with {done.returncode}:\n{done.stdout[-2000:]}"
    return json.loads(done.stdout.splitlines()[-1])
