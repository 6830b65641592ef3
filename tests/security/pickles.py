"""Objects that pickle as calls: whoever unpickles them runs something."""

import os
import subprocess
from pathlib import Path

import torch


class Calling:
    """Pickles as a call."""

    def __init__(self, function, *arguments):
        self._call = (function, arguments)

    def __reduce__(self):
        return self._call


def calls(marker):
    """Return objects that write the marker when they are unpickled."""
    text = str(marker)
    return {
        "os.system": Calling(os.system, f"touch {text}"),
        "subprocess": Calling(subprocess.check_call, ["touch", text]),
        "exec": Calling(exec, f"open({text!r}, 'w').close()"),
        "eval": Calling(eval, f"open({text!r}, 'w').close()"),
        "open": Calling(open, text, "w"),
        "path": Calling(Path.touch, Path(text)),
        "mkdir": Calling(os.makedirs, text),
        "torch.save": Calling(torch.save, 1, text),
        "torch.load": Calling(torch.load, text),
        "from_file": Calling(torch.from_file, text, True, 4),
        "importlib": Calling(__import__, "antigravity"),
    }
