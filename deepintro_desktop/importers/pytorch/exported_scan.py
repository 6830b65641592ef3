"""An exported program (.pt2) is looked through before PyTorch sees it: reading it must not run anything.

PyTorch evaluates sizes that are written as expressions, unpickles objects, imports modules that a description
of nested values names, and loads compiled code from such files. Only what describes tensors and operations
that compute is let through.
"""

import ast
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from deepintro_desktop.core.errors import UnsupportedNetworkError
from deepintro_desktop.importers.archives import DAMAGED
from deepintro_desktop.importers.pytorch.operations import (
    PYTHON_OPERATORS,
    SIZE_FUNCTIONS,
    WRAPPERS,
    is_computing,
)
from deepintro_desktop.importers.pytorch.refusals import damaged, unknown_operations, unsafe

_MAX_JSON_BYTES = 256 << 20
_MAX_DEPTH = 200
_ENTRIES = re.compile(
    r"""(models/model\.json
    |data/weights/(weight_\d+|\w+_weights_config\.json|model\.pt)
    |data/constants/(tensor_\w+|\w+_constants_config\.json|model\.pt)
    |data/sample_inputs/\w+\.pt
    |extra/.*|extra_files/.*
    |archive_format|archive_version|byteorder|version|\.data/\w+
    |serialized_exported_program\.json|serialized_(state_dict|constants|example_inputs)\.(pt|json))""",
    re.VERBOSE,
)
_SYMBOL = re.compile(r"[a-z]{1,4}\d{1,6}")
_SIZE_NAMES = """
Abs Add And CeilDiv ceiling CeilToInt CleanDiv Eq Equality False Float FloatTrueDiv floor FloorDiv
FloorToInt Ge GreaterThan Gt Identity integer Integer IntTrueDiv Le LessThan Lt Max Min Mod
ModularIndexing Mul Ne negative nonnegative Not oo Or positive Pow precision PythonMod Rational real
StrictGreaterThan StrictLessThan Symbol ToFloat True TruncToInt Unequality Where
"""
_SIZE_WORDS = frozenset(_SIZE_NAMES.split())
_NODES = (
    ast.Expression, ast.Call, ast.Name, ast.Constant, ast.keyword, ast.Load, ast.UnaryOp, ast.USub, ast.BinOp,
    ast.Add, ast.Sub, ast.Mult, ast.FloorDiv, ast.Div, ast.Mod, ast.Pow, ast.Compare, ast.Eq, ast.NotEq,
    ast.Lt, ast.LtE, ast.Gt, ast.GtE,
)  # fmt: skip
_MAX_POWER = 64
_TYPES = frozenset(
    {
        None,
        "builtins.tuple",
        "builtins.list",
        "builtins.dict",
        "collections.OrderedDict",
        "torch.fx.immutable_collections.immutable_list",
        "torch.fx.immutable_collections.immutable_dict",
    }
)


def scan(path: Path) -> None:
    """Raise unless reading the archive only makes tensors and a graph of operations that compute.

    Raises ``UnsafeFileError``, ``UnsupportedNetworkError`` or ``UnreadableNetworkError``.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            _check_entries(archive, path.name)
            texts = [entry for entry in archive.infolist() if entry.filename.endswith(".json")]
            if sum(entry.file_size for entry in texts) > _MAX_JSON_BYTES:
                raise unsafe(path.name, "Its description is larger than that of any network.")
            unknown: dict[str, None] = {}
            for entry in texts:
                unknown.update(dict.fromkeys(_checked(json.loads(archive.read(entry)), path.name)))
    except DAMAGED as error:
        raise damaged(path.name) from error
    if unknown:
        raise unknown_operations(path.name, tuple(unknown))


def _check_entries(archive: zipfile.ZipFile, name: str) -> None:
    for entry in archive.infolist():
        inner = entry.filename.split("/", 1)[-1] if "/" in entry.filename else entry.filename
        if not (_ENTRIES.fullmatch(inner) or _ENTRIES.fullmatch(entry.filename)):
            raise unsafe(
                name, f"It holds {entry.filename[:80]}, which could be code or an object, not only tensors."
            )


def _checked(description: Any, name: str) -> Iterator[str]:
    """Yield operations that are not known; raise for everything that would be evaluated or unpickled."""
    waiting: list[tuple[Any, int]] = [(description, 0)]
    while waiting:
        value, depth = waiting.pop()
        if depth > _MAX_DEPTH:
            raise unsafe(name, "Its description is more deeply nested than that of any network.")
        if isinstance(value, dict):
            target = value.get("target")
            if isinstance(target, str) and "inputs" in value and not _is_known(target):
                yield target
            _check_object(value, name)
            waiting += [(entry, depth + 1) for entry in value.values()]
        elif isinstance(value, list):
            waiting += [(entry, depth + 1) for entry in value]


def _check_object(value: dict[str, Any], name: str) -> None:
    for key, entry in value.items():
        if key == "expr_str" or (isinstance(entry, dict) and entry.keys() == {"min_val", "max_val"}):
            text = entry if key == "expr_str" else key
            if not _is_size(text):
                raise unsafe(name, f"A size in it is written as {str(text)[:60]!r}, which would be run.")
        elif key == "use_pickle" and entry:
            raise unsafe(name, "Some of its tensors are pickled objects.")
        elif key in ("in_spec", "out_spec") and entry:
            _check_structure(entry, name)
        elif key in ("as_custom_obj", "as_opaque", "as_script_obj") and entry:
            raise unsafe(name, "It holds objects besides tensors.")


def _is_size(text: Any) -> bool:
    """Whether a text is arithmetic on the names of sizes."""
    if not isinstance(text, str) or len(text) > 2000:
        return False
    try:
        tree = ast.parse(text, mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return all(_is_size_part(node) for node in ast.walk(tree))


def _is_size_part(node: ast.AST) -> bool:
    if isinstance(node, ast.Name):
        return node.id in _SIZE_WORDS or bool(_SYMBOL.fullmatch(node.id))
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id in _SIZE_WORDS
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            return bool(_SYMBOL.fullmatch(node.value)) or node.value.isdecimal()
        return isinstance(node.value, (int, float)) and abs(node.value) <= 2**63
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
        return isinstance(node.right, ast.Constant) and abs(node.right.value) <= _MAX_POWER  # type: ignore[arg-type]
    return isinstance(node, _NODES)


def _check_structure(text: Any, name: str) -> None:
    """Check a description of nested values; the types in it are looked up, and modules imported for some."""
    try:
        found = json.loads(text)
    except (TypeError, ValueError, RecursionError) as error:
        raise damaged(name) from error
    waiting: list[Any] = [found]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            if value.get("type") not in _TYPES:
                raise UnsupportedNetworkError(
                    f"{name} gives or takes objects of an unknown kind.",
                    f"They are of the type {str(value.get('type'))[:80]}.",
                    "Ask the network's author for a version that gives plain tensors, or for an ONNX export.",
                )
            waiting += list(value.values())
        elif isinstance(value, list):
            waiting += value


def _is_known(target: str) -> bool:
    if target in SIZE_FUNCTIONS:
        return True
    space, _, operation = target.partition(".")
    if space == "_operator":
        return operation in PYTHON_OPERATORS
    if target.startswith("torch.ops.aten."):
        return is_computing(target.removeprefix("torch.ops.aten."))
    return target.removeprefix("torch.ops.higher_order.") in WRAPPERS
