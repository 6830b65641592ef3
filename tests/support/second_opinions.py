"""Libraries that tests compare with, and that the program itself never uses."""

import importlib
import sys
from types import ModuleType

import pytest


def _stand_in_for_torchvision() -> dict[str, ModuleType]:
    """Return the few names that zennit takes from torchvision.

    zennit needs them only to recognise torchvision's own networks. On Linux the torchvision of the public
    index belongs to the CUDA build of torch and cannot be imported beside the CPU build.
    """
    from torch import nn

    resnet = ModuleType("torchvision.models.resnet")
    for name in ("BasicBlock", "Bottleneck"):
        setattr(resnet, name, type(name, (nn.Module,), {}))
    models = ModuleType("torchvision.models")
    models.resnet = resnet  # type: ignore[attr-defined]
    root = ModuleType("torchvision")
    root.models = models  # type: ignore[attr-defined]
    return {"torchvision": root, "torchvision.models": models, "torchvision.models.resnet": resnet}


def import_zennit() -> ModuleType:
    """Import and return ``zennit`` with its submodules, without torchvision."""
    if "zennit" not in sys.modules:
        stand_ins = _stand_in_for_torchvision()
        missing = {name: module for name, module in stand_ins.items() if name not in sys.modules}
        sys.modules.update(missing)
        try:
            importlib.import_module("zennit")
        finally:
            for name in missing:
                del sys.modules[name]
    return sys.modules["zennit"]


@pytest.fixture(scope="session")
def zennit() -> ModuleType:
    """Return the relevance library that other groups use (``zennit.rules``, ``zennit.composites`` …)."""
    pytest.importorskip("torch")
    return import_zennit()
