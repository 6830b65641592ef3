"""A TorchScript archive is looked through before PyTorch sees it: loading must not run anything of it.

PyTorch runs three things while it loads: ``__setstate__`` methods, default values of arguments, and the state
of compiled classes. None of them is needed by a network that computes; where one occurs, it is refused. Once
loaded, every operation of the network's graph must be known to compute only, before it is called.
"""

import ast
import pickletools
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from deepintro_desktop.core.errors import UnsafeFileError, UnsupportedNetworkError
from deepintro_desktop.importers.archives import DAMAGED
from deepintro_desktop.importers.pytorch.operations import SCRIPT_STRUCTURE, is_computing
from deepintro_desktop.importers.pytorch.refusals import HINT, damaged, unknown_operations, unsafe

_MAX_SOURCE_BYTES = 64 << 20
_MAX_SHOWN = 12
_RUN_WHILE_LOADING = frozenset({"__setstate__", "__getstate__"})
_LITERALS = (
    ast.Constant,
    ast.UnaryOp,
    ast.USub,
    ast.Tuple,
    ast.List,
    ast.Dict,
    ast.Load,
    ast.Name,
    ast.Attribute,
)
_COMPILED_CLASSES = "torch.classes"
_REACHING = frozenset({"from_file", "save", "load"})


def scan(path: Path) -> None:
    """Raise unless loading the archive runs nothing of it.

    Raises ``UnsafeFileError``, ``UnsupportedNetworkError`` or ``UnreadableNetworkError``.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            names = [entry.filename for entry in archive.infolist()]
            sources = [name for name in names if "/code/" in f"/{name}" and name.endswith(".py")]
            if sum(archive.getinfo(name).file_size for name in sources) > _MAX_SOURCE_BYTES:
                raise unsafe(path.name, "The code in it is larger than that of any network.")
            for name in sources:
                _check_source(archive.read(name), path.name)
            for name in names:
                if name.endswith(("data.pkl", "constants.pkl")):
                    _check_classes(archive.read(name), path.name)
    except DAMAGED as error:
        raise damaged(path.name) from error


def _check_source(text: bytes, name: str) -> None:
    try:
        tree = ast.parse(text)
    except (SyntaxError, RecursionError, MemoryError) as error:
        raise damaged(name) from error
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            if node.name in _RUN_WHILE_LOADING:
                raise _runs_code(name, f"the method {node.name}")
            _check_literals(_defaults(node), name, f"a default value of {node.name}")
        elif isinstance(node, ast.ClassDef):
            _check_literals(_values(node), name, f"a value of the class {node.name}")
        elif isinstance(node, ast.Attribute) and node.attr in _REACHING and _root(node) in ("torch", "ops"):
            raise _reaches_files(name, (f"aten::{node.attr}",))


def _defaults(function: ast.FunctionDef) -> Iterator[ast.expr]:
    yield from function.args.defaults
    yield from (entry for entry in function.args.kw_defaults if entry is not None)


def _values(definition: ast.ClassDef) -> Iterator[ast.expr]:
    for entry in definition.body:
        if isinstance(entry, (ast.Assign, ast.AnnAssign)) and entry.value is not None:
            yield entry.value


def _check_literals(values: Iterator[ast.expr], name: str, place: str) -> None:
    for value in values:
        for node in ast.walk(value):
            if not isinstance(node, _LITERALS) and not _is_plain_call(node):
                raise _runs_code(name, place)


def _is_plain_call(node: ast.AST) -> bool:
    """Whether it is a name of a type with brackets, or a number that Python cannot write as a literal."""
    if isinstance(node, ast.Subscript):
        return True
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("float", "annotate")
    )


def _root(node: ast.Attribute) -> str:
    inner: ast.expr = node
    while isinstance(inner, ast.Attribute):
        inner = inner.value
    return inner.id if isinstance(inner, ast.Name) else ""


def _check_classes(data: bytes, name: str) -> None:
    try:
        for operation, argument, _ in pickletools.genops(data):
            if operation.name == "GLOBAL" and _COMPILED_CLASSES in str(argument):
                kind = str(argument).split()[-1]
                raise UnsupportedNetworkError(
                    f"{name} holds compiled objects.",
                    f"One is of the class {kind}, as quantised networks have them. Nobody can look inside.",
                    "Ask the network's author for a version that is not quantised, or for an ONNX export.",
                )
    except ValueError as error:
        raise damaged(name) from error


def nodes(graph: Any) -> Iterator[Any]:
    """Yield the nodes of a graph of TorchScript and of all blocks in it."""
    waiting = [graph]
    while waiting:
        for node in waiting.pop().nodes():
            yield node
            waiting += list(node.blocks())


def check_graph(graph: Any, name: str) -> None:
    """Raise for all operations of a graph that could do more than compute, before it is run.

    ``graph`` is the inlined graph of TorchScript.
    """
    kinds = tuple(dict.fromkeys(node.kind() for node in nodes(graph) if not _is_known(node.kind())))
    if not kinds:
        return
    if any(kind.split("::")[-1] in _REACHING for kind in kinds):
        raise _reaches_files(name, kinds)
    raise unknown_operations(name, kinds)


def _is_known(kind: str) -> bool:
    space, _, operation = kind.partition("::")
    if space == "aten":
        return is_computing(operation)
    return space == "prim" and operation in SCRIPT_STRUCTURE


def _runs_code(name: str, place: str) -> UnsafeFileError:
    return UnsafeFileError(
        f"{name} would run code while it is opened.",
        f"It is in {place}. Nothing of it was run.",
        HINT,
    )


def _reaches_files(name: str, kinds: tuple[str, ...]) -> UnsafeFileError:
    return UnsafeFileError(
        f"{name} holds operations that reach files on this computer.",
        f"They are: {', '.join(kinds[:_MAX_SHOWN])}. Nothing of it was run.",
        "Do not open networks from sources that you do not trust.",
        operators=kinds,
    )
