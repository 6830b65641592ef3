"""Files and functions stay small enough to read at once, and no file knows the machine it was written on."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.paths import REPOSITORY

MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 60
SOURCE_FOLDERS = ("deepintro_desktop", "packaging", "tests")
TEXT_SUFFIXES = {".py", ".md", ".toml", ".txt", ".json", ".qss", ".svg", ".ts", ".spec", ".sh", ""}
MACHINE_PATHS = re.compile(r"(?<![\w.])/(?:work|root|home/\w+|Users/\w+)/|[A-Z]:\\\\?Users\\")


def _sources() -> list[Path]:
    return [path for folder in SOURCE_FOLDERS for path in sorted((REPOSITORY / folder).rglob("*.py"))]


def _functions(path: Path) -> Iterator[tuple[str, int]]:
    """Yield every function with its number of lines, without its docstring."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0]
            is_docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
            docstring = (first.end_lineno or first.lineno) - first.lineno + 1 if is_docstring else 0
            yield (
                f"{path.relative_to(REPOSITORY)}:{node.lineno} {node.name}",
                node.end_lineno - node.lineno + 1 - docstring,
            )


def _tracked_texts() -> list[Path]:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    answer = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    if answer.returncode != 0:
        pytest.skip("not a git checkout")
    paths = [REPOSITORY / name for name in answer.stdout.split("\0") if name]
    return [path for path in paths if path.suffix in TEXT_SUFFIXES and path.is_file()]


def test_files_have_at_most_400_lines() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in _sources()}
    assert {str(path): length for path, length in lengths.items() if length > MAX_FILE_LINES} == {}


def test_functions_have_at_most_60_lines() -> None:
    functions = [function for path in _sources() for function in _functions(path)]
    assert [(name, length) for name, length in functions if length > MAX_FUNCTION_LINES] == []


def test_no_file_names_a_path_of_one_machine() -> None:
    found = []
    for path in _tracked_texts():
        for number, line in enumerate(
            path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1
        ):
            if path != Path(__file__) and MACHINE_PATHS.search(line):
                found.append(f"{path.relative_to(REPOSITORY)}:{number}: {line.strip()[:80]}")
    assert found == []


@pytest.mark.parametrize("text", ["open('/home/bob/a')", "see /home/ann/x", r"C:\Users\ann"])
def test_machine_paths_are_recognised(text: str) -> None:
    assert MACHINE_PATHS.search(text)


@pytest.mark.parametrize("text", ["frame/work/flow", "https://x.org/home/page", "./work/x"])
def test_other_paths_are_left_alone(text: str) -> None:
    assert not MACHINE_PATHS.search(text)
