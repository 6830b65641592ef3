"""Rules about the program's own source that ruff and mypy do not know. Each yields (line, complaint)."""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

Complaints = Iterator[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Source:
    """One parsed file; ``path`` is relative to the package, with slashes."""

    path: PurePosixPath
    text: str
    tree: ast.Module

    def is_in(self, *folders: str) -> bool:
        """Say whether the file is one of these files or lies in one of these folders."""
        return any(
            self.path == PurePosixPath(folder) or PurePosixPath(folder) in self.path.parents
            for folder in folders
        )


def _calls(source: Source) -> Iterator[tuple[ast.Call, str]]:
    """Yield every call with its dotted name, as far as it is one."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call):
            yield node, _dotted(node.func)


def _dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}"
    return ""


def _imports(source: Source) -> Iterator[tuple[int, str, list[str]]]:
    """Yield line, module and imported names of every import, also of those inside functions."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name, []
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, node.module or "", [alias.name for alias in node.names]


def _keyword(call: ast.Call, name: str) -> object:
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value.value if isinstance(keyword.value, ast.Constant) else "unknown"
    return None


def no_nested_event_loop(source: Source) -> Complaints:
    """Forbid ``processEvents``: the window stays alive because work happens elsewhere."""
    for call, name in _calls(source):
        if name.endswith("processEvents"):
            yield call.lineno, "processEvents"


def no_sleep(source: Source) -> Complaints:
    """Forbid waiting by the clock."""
    for call, name in _calls(source):
        if name in ("time.sleep", "sleep", "QThread.sleep", "QThread.msleep"):
            yield call.lineno, name


def no_star_import(source: Source) -> Complaints:
    """Forbid imports that hide where a name comes from."""
    for line, module, names in _imports(source):
        if "*" in names:
            yield line, f"from {module} import *"


def no_thread_subclass(source: Source) -> Complaints:
    """Forbid ``QThread`` subclasses: work runs in the job runner's pools."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef):
            for base in node.bases:
                if _dotted(base).split(".")[-1] == "QThread":
                    yield node.lineno, f"class {node.name}(QThread)"


def application_only_in_bootstrap(source: Source) -> Complaints:
    """Forbid reaching for the application object: what a part needs is passed to it."""
    if source.is_in("bootstrap.py"):
        return
    for call, name in _calls(source):
        if re.fullmatch(r"(.*\.)?Q(Core|Gui)?Application\.instance", name):
            yield call.lineno, name


def no_lambda_slot(source: Source) -> Complaints:
    """Forbid ``.connect(lambda …)``: it keeps its object alive and cannot be disconnected."""
    for call, name in _calls(source):
        is_connect = isinstance(call.func, ast.Attribute) and call.func.attr == "connect"
        if is_connect and any(isinstance(argument, ast.Lambda) for argument in call.args):
            yield call.lineno, f"{name}(lambda"


def no_swallowed_exception(source: Source) -> Complaints:
    """Forbid handlers that catch everything and do nothing."""
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.ExceptHandler) or not all(
            isinstance(line, ast.Pass) for line in node.body
        ):
            continue
        if node.type is None or _dotted(node.type) in ("Exception", "BaseException"):
            yield node.lineno, "except Exception: pass"
    for call, name in _calls(source):
        if name.split(".")[-1] == "suppress" and any(_dotted(kind) == "Exception" for kind in call.args):
            yield call.lineno, "suppress(Exception)"


def jobs_know_only_qtcore(source: Source) -> Complaints:
    """Forbid widgets in the job runner, and Qt's network everywhere."""
    for line, module, names in _imports(source):
        for part in [module] if module != "PySide6" else [f"PySide6.{name}" for name in names]:
            if part.startswith("PySide6.QtNetwork") or part.startswith("PySide6.QtWeb"):
                yield line, part
            if source.is_in("jobs") and part.startswith("PySide6") and part != "PySide6.QtCore":
                yield line, part


NETWORK_MODULES = {
    "socket", "socketserver", "ssl", "http", "urllib", "ftplib", "smtplib", "imaplib", "poplib", "xmlrpc",
    "requests", "httpx", "aiohttp", "urllib3", "asyncio",
}  # fmt: skip


def no_network(source: Source) -> Complaints:
    """Forbid every import that could talk to another machine."""
    for line, module, _ in _imports(source):
        if module.split(".")[0] in NETWORK_MODULES:
            yield line, module


def sql_only_in_library(source: Source) -> Complaints:
    """Forbid SQL outside the library."""
    for line, module, _ in _imports(source):
        if module.split(".")[0] == "sqlite3" and not source.is_in("library"):
            yield line, module


CODE_RUNNERS = {
    "eval", "exec", "compile", "os.system",
    "pickle.load", "pickle.loads", "marshal.load", "marshal.loads", "dill.load",
}  # fmt: skip


def no_code_from_files(source: Source) -> Complaints:
    """Forbid everything by which a file of somebody else's could run code."""
    for call, name in _calls(source):
        last = name.split(".")[-1]
        if name in CODE_RUNNERS or last == "Unpickler":
            yield call.lineno, name
        elif name == "torch.load" and _keyword(call, "weights_only") is not True:
            yield call.lineno, "torch.load without weights_only=True"
        elif last == "load" and _keyword(call, "allow_pickle") not in (None, False):
            yield call.lineno, "allow_pickle"
        elif _keyword(call, "shell") not in (None, False):
            yield call.lineno, "shell=True"


def nothing_postponed(source: Source) -> Complaints:
    """Forbid notes about work that is still to do."""
    for number, line in enumerate(source.text.splitlines(), start=1):
        if re.search(r"\b(TODO|FIXME|XXX|HACK)\b", line):
            yield number, line.strip()


def colours_only_in_theme(source: Source) -> Complaints:
    """Forbid colour values in the window outside its theme."""
    if not source.is_in("ui") or source.is_in("ui/theme"):
        return
    for node in ast.walk(source.tree):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and re.search(r"#[0-9a-fA-F]{6}\b", node.value):
            yield node.lineno, node.value[:60]


def initialisers_only_export(source: Source) -> Complaints:
    """Forbid code in ``__init__.py``: importing a package must cost and do nothing."""
    if source.path.name != "__init__.py":
        return
    for node in source.tree.body:
        is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        is_dunder = isinstance(node, ast.Assign) and _dotted(node.targets[0]).startswith("__")
        if not (is_text or is_dunder or isinstance(node, ast.Import | ast.ImportFrom)):
            yield node.lineno, ast.unparse(node)[:60]


def no_qt_objects_at_import(source: Source) -> Complaints:
    """Forbid Qt objects made while a module is imported: there is no application yet."""
    for node in source.tree.body:
        if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
            continue
        for part in ast.walk(node.value):
            if isinstance(part, ast.Call) and re.fullmatch(
                r"(.*\.)?Q(Icon|Pixmap|Font\w*|Timer|Object|\w*Widget)", _dotted(part.func)
            ):
                yield node.lineno, _dotted(part.func)


RULES: tuple[Callable[[Source], Complaints], ...] = (
    no_nested_event_loop,
    no_sleep,
    no_star_import,
    no_thread_subclass,
    application_only_in_bootstrap,
    no_lambda_slot,
    no_swallowed_exception,
    jobs_know_only_qtcore,
    no_network,
    sql_only_in_library,
    no_code_from_files,
    nothing_postponed,
    colours_only_in_theme,
    initialisers_only_export,
    no_qt_objects_at_import,
)


def source_of(path: str, text: str) -> Source:
    """Parse a text as the file at ``path``, relative to the package."""
    return Source(PurePosixPath(path), text, ast.parse(text))
