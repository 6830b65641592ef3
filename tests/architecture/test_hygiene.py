"""Habits that break a program slowly do not occur in its source; each rule is also shown to bite."""

from collections.abc import Callable

import pytest
from support.paths import PACKAGE
from support.source_rules import RULES, Complaints, Source, source_of

BREACHES = {
    "no_nested_event_loop": ("ui/a.py", "app.processEvents()"),
    "no_sleep": ("engine/a.py", "import time\ntime.sleep(1)"),
    "no_star_import": ("core/a.py", "from os import *"),
    "no_thread_subclass": ("jobs/a.py", "class Worker(QtCore.QThread):\n    ..."),
    "application_only_in_bootstrap": ("ui/a.py", "QApplication.instance()"),
    "no_lambda_slot": ("ui/a.py", "button.clicked.connect(lambda: 1)"),
    "no_swallowed_exception": ("library/a.py", "try:\n    f()\nexcept Exception:\n    pass"),
    "jobs_know_only_qtcore": ("jobs/a.py", "from PySide6 import QtCore, QtWidgets"),
    "no_network": ("core/a.py", "def f():\n    import urllib.request"),
    "sql_only_in_library": ("workflows/a.py", "import sqlite3"),
    "no_code_from_files": ("importers/a.py", "torch.load(path)"),
    "nothing_postponed": ("core/a.py", "# TO" + "DO later"),
    "colours_only_in_theme": ("ui/widgets/a.py", "style = 'color: #ff0000'"),
    "initialisers_only_export": ("core/__init__.py", "def helper(): ..."),
    "no_qt_objects_at_import": ("ui/a.py", "ICON = QIcon('x')"),
}

HARMLESS = [
    ("jobs/a.py", "from PySide6 import QtCore\nfrom PySide6.QtCore import QObject"),
    ("library/a.py", "import sqlite3"),
    ("bootstrap.py", "QApplication.instance()"),
    ("ui/theme/tokens.py", "RED = '#ff0000'"),
    (
        "importers/a.py",
        "torch.load(path, weights_only=True)\nnp.load(path, allow_pickle=False)\nre.compile('a')",
    ),
    ("core/__init__.py", '"""Words."""\nfrom a import b\n__all__ = ["b"]'),
    ("library/a.py", "try:\n    f()\nexcept OSError:\n    pass"),
]


def _program() -> list[Source]:
    files = sorted(PACKAGE.rglob("*.py"))
    return [
        source_of(path.relative_to(PACKAGE).as_posix(), path.read_text(encoding="utf-8")) for path in files
    ]


@pytest.fixture(scope="module")
def program() -> list[Source]:
    """Return every source file of the program, parsed."""
    return _program()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_program_keeps(rule: Callable[[Source], Complaints], program: list[Source]) -> None:
    found = [f"{source.path}:{line}: {what}" for source in program for line, what in rule(source)]
    assert found == [], rule.__doc__


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_rule_bites(rule: Callable[[Source], Complaints]) -> None:
    assert list(rule(source_of(*BREACHES[rule.__name__])))


@pytest.mark.parametrize(("path", "text"), HARMLESS)
def test_rules_leave_good_code_alone(path: str, text: str) -> None:
    source = source_of(path, text)
    assert [complaint for rule in RULES for complaint in rule(source)] == []
