"""The tensors of a weights file, read as data: whatever else is in it becomes a thing that can do nothing."""

import re
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from deepintro_desktop.core.errors import UnreadableNetworkError, UnsafeFileError, UnsupportedNetworkError
from deepintro_desktop.importers import signatures
from deepintro_desktop.importers.pytorch.runtime import careful, refuse_shortage, said

_UNKNOWN_CLASS = re.compile(r"Unsupported global: GLOBAL (\S+)|unsupported GLOBAL (\S+?),? whose module")
_MAX_CLASSES = 64
_CODE = re.compile(
    r"(os|posix|nt|sys|subprocess|commands|popen2|shutil|pty|runpy|importlib|socket|ctypes|pickle|marshal|types|webbrowser|code)\b"
    r"|((builtins|__builtin__|io|_io)\.)?"
    r"(eval|exec|execfile|compile|getattr|setattr|open|open_code|__import__|input|breakpoint)$"
)
_USUAL_NAMES = ("state_dict", "model_state_dict", "model", "net", "network", "weights", "params", "module")
_AVERAGES = ("state_dict_ema", "ema_state_dict", "model_ema", "ema")
_WRAPPERS = ("module", "model", "_orig_mod", "net", "network")
_FREE_BYTES = 64 << 20
_HEAD_BYTES = 512
_DEEPEST = 8
_HINT = (
    "Ask the network's author for an ONNX or TorchScript file, or for torch.save(model.state_dict(), …) and "
    "the name of the architecture."
)


@dataclass(frozen=True)
class Weights:
    """Tensors by name, as the network calls them, and what was decided on the way."""

    tensors: "OrderedDict[str, Tensor]"
    notes: tuple[str, ...] = ()


class Inert:
    """Stands for an object of a class that is not loaded; it takes what is given to it and does nothing."""

    kind = ""

    def __new__(cls, *_: object, **__: object) -> "Inert":
        """Return a new one, whatever the arguments."""
        return super().__new__(cls)

    def __init__(self, *_: object, **__: object) -> None:
        pass

    def __setstate__(self, _: object) -> None:
        """Forget the state."""


def read(path: Path) -> Weights:
    """Return the tensors of a file.

    Raises
    ------
    UnreadableNetworkError
        Damaged files, and files without tensors.
    UnsupportedNetworkError
        Whole networks as Python objects; they are not run.
    UnsafeFileError
        Files that would run code, or claim more memory than they have.
    """
    found = _content(path)
    tensors, place = _chosen(found, path.name)
    _check_sizes(tensors, path)
    names = _without_wrappers(tensors)
    notes = (f"The file holds several things; the weights are those under {place}.",) if place else ()
    return Weights(names, notes)


def _content(path: Path) -> Any:
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    if signatures.is_safetensors(head, path.stat().st_size):
        return _safetensors(path)
    if signatures.is_torch_tar(path, head):
        raise UnsupportedNetworkError(
            f"{path.name} was written by one of the first versions of PyTorch.",
            "Such files can only be read by running what is in them.",
            "Ask the network's author to load it and save its state_dict() again.",
        )
    return _unpickled(path)


def _safetensors(path: Path) -> dict[str, Tensor]:
    from safetensors.torch import load_file

    try:
        return load_file(path, device="cpu")
    except Exception as error:  # the library raises many kinds
        refuse_shortage(error, path.name)
        raise _damaged(path.name, error) from error


def _unpickled(path: Path) -> Any:
    """Read a pickle with PyTorch's restricted reader; classes that it does not know become inert."""
    classes: dict[str, type[Inert]] = {}
    while True:
        allowed = [(stand_in, name) for name, stand_in in classes.items()]
        try:
            with careful(), torch.serialization.safe_globals(allowed):  # type: ignore[arg-type]
                return torch.load(path, map_location="cpu", weights_only=True)
        except Exception as error:  # PyTorch raises many kinds
            refuse_shortage(error, path.name)
            name = _unknown_class(error)
            if not name or name in classes or len(classes) >= _MAX_CLASSES:
                raise _damaged(path.name, error, tuple(classes)) from error
            if _CODE.match(name):
                raise UnsafeFileError(
                    f"{path.name} would run code when it is opened.",
                    f"It calls {name}. Nothing of it was run.",
                    "Do not open networks from sources that you do not trust.",
                ) from error
            classes[name] = type("Inert", (Inert,), {"kind": name})


def _unknown_class(error: Exception) -> str:
    found = _UNKNOWN_CLASS.search(str(error))
    return next(filter(None, found.groups()), "") if found else ""


def _damaged(name: str, error: Exception, classes: tuple[str, ...] = ()) -> UnreadableNetworkError:
    if classes:
        return UnreadableNetworkError(
            f"The weights in {name} cannot be separated from what else is in it.",
            f"It holds Python objects: {', '.join(classes[:6])}. Nothing of it was run.",
            _HINT,
        )
    words = said(error).split(" Please file an issue")[0]
    if "weights_only" in words or "Unpickl" in words or "pickle" in words.casefold():
        # PyTorch's own advice is to read such files without its protection.
        words = "its list of tensors cannot be read"
    return UnreadableNetworkError(
        f"{name} is cut short or damaged.", f"PyTorch says: {words}.", "Copy or download it again."
    )


def _chosen(found: Any, name: str, depth: int = 0) -> tuple["OrderedDict[str, Tensor]", str]:
    """Return the weights and the place where they lie; the place is empty where there is nothing else.

    A mapping can hold itself, so the search ends at some depth.
    """
    if isinstance(found, Inert):
        raise _is_object(name, found.kind)
    if not isinstance(found, Mapping):
        raise _no_weights(name, f"It holds {_described(found)}.")
    own = _tensors(found)
    if own:
        return own, ""
    sets = {str(key): _tensors(value) for key, value in found.items() if isinstance(value, Mapping)}
    sets = {key: value for key, value in sets.items() if value and not key.startswith(("optim", "amp"))}
    for key in (*_USUAL_NAMES, *_AVERAGES, *sets):
        if key in sets:
            return sets[key], key
    for key, value in found.items():
        if isinstance(value, Inert):
            raise _is_object(name, value.kind)
        is_nested = isinstance(value, Mapping) and any(isinstance(entry, Mapping) for entry in value.values())
        if is_nested and depth < _DEEPEST:
            return _chosen(value, name, depth + 1)[0], str(key)
    raise _no_weights(name, f"It holds {', '.join(str(key)[:40] for key in list(found)[:6]) or 'nothing'}.")


def _tensors(values: Mapping[Any, Any]) -> "OrderedDict[str, Tensor]":
    """Return the tensors of a mapping in order; none where names are no text, as optimisers have them."""
    if not all(isinstance(key, str) for key in values):
        return OrderedDict()
    return OrderedDict((key, value.detach()) for key, value in values.items() if isinstance(value, Tensor))


def _check_sizes(tensors: Mapping[str, Tensor], path: Path) -> None:
    """Refuse tensors that are larger than what is stored of them: repeated views become huge when copied."""
    total = sum(value.numel() * value.element_size() for value in tensors.values() if not value.is_sparse)
    if total > max(_FREE_BYTES, 4 * path.stat().st_size):
        raise UnsafeFileError(
            f"{path.name} is not safe to open.",
            f"Its tensors claim {total / 1e9:.1f} GB, far more than is stored.",
            "Do not open networks from sources that you do not trust.",
        )


def _without_wrappers(tensors: "OrderedDict[str, Tensor]") -> "OrderedDict[str, Tensor]":
    """Take off what training wraps around names, for example ``module.`` of parallel training."""
    while True:
        firsts = {name.split(".")[0] for name in tensors}
        if len(firsts) != 1 or not firsts.issubset(_WRAPPERS) or not all("." in name for name in tensors):
            return tensors
        tensors = OrderedDict((name.split(".", 1)[1], value) for name, value in tensors.items())


def _described(found: Any) -> str:
    return "one tensor" if isinstance(found, Tensor) else f"something of the kind {type(found).__name__}"


def _no_weights(name: str, why: str) -> UnreadableNetworkError:
    return UnreadableNetworkError(f"{name} holds no weights of a network.", why, _HINT)


def _is_object(name: str, kind: str) -> UnsupportedNetworkError:
    return UnsupportedNetworkError(
        f"{name} holds a network as a Python object.",
        f"It is of the class {kind}. To open it, the code of that class would have to be run; it was not.",
        _HINT,
    )
