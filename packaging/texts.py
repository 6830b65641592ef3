"""Finds every text of the program that people read, in its sources.

Two kinds. Texts of the window are written as ``self.tr("…")``, ``translate("Context", "…")`` (Qt's or ours)
or ``marked("Context", "…")``, or through a function of the module that only passes its argument on to one of
these. Texts from further down (errors, progress, notes) are plain strings;
they are told from other strings by what they look like and by where they stand, and get numbered holes where
an f-string has values.
"""

import ast
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGE = "deepintro_desktop"
MESSAGES = "Messages"
WINDOW_PARTS = ("ui", "reports", "core", "workflows", "jobs", "settings", "library", "bootstrap.py")
"""Where texts of the window may stand; below the window only those that were marked."""
LOWER_PARTS = ("core", "imaging", "engine", "importers", "library", "settings", "workflows", "jobs")
"""What speaks plain English."""
SILENT = (
    "engine/evaluation",  # makes data and networks for tests of quality
    "engine/graph/support.py",  # writes a chapter of the documentation
    "library/migrations",
    "importers/caffe/schema_table.py",
    "importers/tensorflow/operators.py",
    "settings/schema.py",
    "core/said.py",
    "core/faults.py",
    "importers/wording.py",  # puts the name of a file into a sentence; core/said.py knows it
    "engine/runtime/memory.py",  # words of other libraries
    "workflows/sample.py",  # names that are kept in the library
    "workflows/doctor.py",  # the command line only
    "workflows/evaluate.py",
)
"""What nobody sees in the window."""

_CALLS_WITHOUT_WORDS = frozenset(
    {
        "getattr", "setattr", "hasattr", "debug", "info", "warning", "error", "exception", "log", "compile",
        "sub", "match", "search", "fullmatch", "execute", "executemany", "cast", "TypeVar", "KeyError",
        "TypeError", "AssertionError", "NotImplementedError", "RuntimeError", "IndexError", "register",
        "startswith", "endswith", "removeprefix", "removesuffix", "split", "partition", "encode", "getLogger",
        "write_text", "read_text", "dot", "table_of", "Field", "namedtuple",
    }
)  # fmt: skip
_TRANSLATED_CALLS = frozenset({"translate", "marked", "_tr"})
_SQL = re.compile(
    r"^\s*(SELECT|FROM|INSERT|UPDATE|DELETE|PRAGMA|BEGIN|CREATE|ALTER|DROP|file://)\b|_id\b.*\?|\? AND"
)
_LATER_VALUE = re.compile(r"\{(?:![rs])?(?::[^{}]*)?\}")
"""Where ``format`` puts a value into a plain string."""
_WORDS = re.compile(r"[^\W\d_]{2,}")
_NAMES = re.compile(
    r"(^|[._])(names?|label|labels|path|stem|suffix|folder|root|digest|sha256|version|op_type|operator|strerror|"
    r"wanted|found_name|value|values|shape|axis|index|size|text)$|^(n_|max|min)|^\d|\.value$"
)


LONE_WORDS = (
    "image", "network", "project", "output", "input", "signature", "architecture", "structure", "labels",
    "weights", "mean", "modality", "frames", "window", "annotations", "overlays", "spacing", "colours",
    "depth", "profile", "transparency", "slice", "orientation", "stored_size", "damage",
    "mode", "px", "nothing", "axial", "coronal", "sagittal", "white", "black", "compression",
    "Loading", "Predicting", "Predicted", "Tried", "Done", "Samples", "Analysing",
)  # fmt: skip
"""Words from further down that are no sentences: names of things, units, short progress messages."""


NOT_SHOWN = frozenset(
    {
        "PALETTE COLOR", "Functional Model Sequential", "DeepIntro Desktop", "Could not decode to UTF-8",
        "unsupported file format", "out of memory", "cannot allocate memory", "end of", "less than expected",
        "boundary seconds", "start comes first", "My project",
    }
)  # fmt: skip
"""What looks like a sentence and is a name, or what other programs say."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text with the place where it stands."""

    context: str
    source: str
    file: str
    line: int


class WrongUseError(Exception):
    """A text is written so that it cannot be translated."""


def window_texts(root: Path) -> list[Text]:
    """Return the texts of the window, in the order of files and lines."""
    found = []
    for path in _sources(root, WINDOW_PARTS):
        reader = _WindowReader(path.relative_to(root).as_posix())
        reader.read(ast.parse(path.read_text(encoding="utf-8")))
        found += reader.found
    return found


def lower_texts(root: Path) -> dict[str, tuple[int, ...]]:
    """Return the texts from further down, each with its holes that hold names."""
    found: dict[str, tuple[int, ...]] = dict.fromkeys(LONE_WORDS, ())
    for path in _sources(root, LOWER_PARTS):
        if path.relative_to(root / PACKAGE).as_posix().startswith(SILENT):
            continue
        reader = _LowerReader()
        reader.read(ast.parse(path.read_text(encoding="utf-8")))
        for text, names in reader.found:
            found[text] = tuple(sorted({*found.get(text, names)} & {*names}))
    return dict(sorted(found.items()))


def _sources(root: Path, parts: tuple[str, ...]) -> Iterator[Path]:
    for part in parts:
        path = root / PACKAGE / part
        yield from [path] if path.is_file() else sorted(path.rglob("*.py"))


class _WindowReader(ast.NodeVisitor):
    """Collects calls that translate."""

    def __init__(self, file: str) -> None:
        self.found: list[Text] = []
        self._file = file
        self._classes: list[str] = []
        self._short_forms: dict[str, str] = {}
        self._constants: dict[str, str] = {}

    def read(self, tree: ast.Module) -> None:
        for node in tree.body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                self._constants[node.targets[0].id] = _literal(node.value)
        for node in tree.body:
            if isinstance(node, ast.FunctionDef):
                self._short_forms[node.name] = self._context(_passed_on(node))
        self.visit(tree)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        name = _called(node.func)
        if name == "tr" and isinstance(node.func, ast.Attribute):  # of an object, not a short name
            if not (isinstance(node.func.value, ast.Name) and node.func.value.id == "self" and self._classes):
                raise self._wrong(
                    node, 'only self.tr() has a known context: write QCoreApplication.translate("Class", …)'
                )
            self._take(self._classes[-1], node.args[0])
        elif name in ("tr", "translate", "marked", "QT_TRANSLATE_NOOP") and len(node.args) == 2:
            context = self._context(node.args[0])
            if context:
                self._take(context, node.args[1])
        elif isinstance(node.func, ast.Name) and self._short_forms.get(name):
            self._take(self._short_forms[name], node.args[0])
        self.generic_visit(node)

    def _context(self, node: ast.expr | None) -> str:
        """Return the context that an expression stands for: a literal, or a constant of the module."""
        return self._constants.get(node.id, "") if isinstance(node, ast.Name) else _literal(node)

    def _take(self, context: str, node: ast.expr) -> None:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            self.found.append(Text(context, node.value, self._file, node.lineno))
        elif isinstance(node, ast.IfExp):
            self._take(context, node.body)
            self._take(context, node.orelse)
        elif isinstance(node, ast.JoinedStr | ast.BinOp):
            raise self._wrong(node, "only a literal can be translated; put values in with format()")

    def _wrong(self, node: ast.expr, why: str) -> WrongUseError:
        return WrongUseError(f"{self._file}:{node.lineno}: {why}")


def _literal(node: ast.expr | None) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _passed_on(function: ast.FunctionDef) -> ast.expr | None:
    """Return the context in which a function only translates its argument; None for other functions."""
    arguments, last = function.args.args, function.body[-1]
    call = last.value if isinstance(last, ast.Return) else None
    if len(arguments) != 1 or not isinstance(call, ast.Call) or len(call.args) != 2:
        return None
    context, text = call.args
    passes = isinstance(text, ast.Name) and text.id == arguments[0].arg
    return context if passes and _called(call.func) in ("translate", "marked") else None


class _LowerReader(ast.NodeVisitor):
    """Collects strings that are sentences."""

    def __init__(self) -> None:
        self.found: list[tuple[str, tuple[int, ...]]] = []

    def read(self, tree: ast.Module) -> None:
        for node in ast.walk(tree):
            body = getattr(node, "body", None)
            if isinstance(body, list):  # documentation stands alone
                node.body = [entry for entry in body if not _is_bare_string(entry)]
        self.visit(tree)

    def visit_arg(self, node: ast.arg) -> None:
        """Annotations are no sentences."""

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if isinstance(node.target, ast.Name) and node.target.id.endswith("_LABELS"):
            assert isinstance(node.value, ast.Dict)
            self._take(*node.value.values)
        elif node.value is not None:
            self.visit(node.value)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for entry in (*node.body, *node.args.defaults, *filter(None, node.args.kw_defaults)):
            self.visit(entry)

    def visit_Call(self, node: ast.Call) -> None:
        name = _called(node.func)
        if name == "ParameterSpec":
            self._take(*node.args[1:3], *node.args[7:8])  # label, help, unit
        elif name not in _CALLS_WITHOUT_WORDS and name not in _TRANSLATED_CALLS:
            self.generic_visit(node)

    def _take(self, *words: ast.expr) -> None:
        self.found += [(word.value, ()) for word in words if isinstance(word, ast.Constant) and word.value]

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str) and _is_sentence(node.value):
            number = itertools.count()
            text = _LATER_VALUE.sub(lambda _: f"{{{next(number)}}}", node.value)
            self.found.append((text, tuple(range(next(number)))))

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        text, names, n_holes = "", [], 0
        for part in node.values:
            if isinstance(part, ast.Constant):
                text += part.value
                continue
            if part.format_spec is not None or _NAMES.search(ast.unparse(part.value)):
                names.append(n_holes)
            text += f"{{{n_holes}}}"
            n_holes += 1
            self.visit(part.value)
        if _is_sentence(text):
            self.found.append((text, tuple(names)))


def _is_sentence(text: str) -> bool:
    words = _WORDS.findall(re.sub(r"\{\d+\}", "", text))
    is_code = text.startswith(("\n", "<", "def ")) or "->" in text or _SQL.search(text)
    return " " in text.strip() and bool(words) and not is_code and text not in NOT_SHOWN


def _is_bare_string(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant | ast.JoinedStr)


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""
