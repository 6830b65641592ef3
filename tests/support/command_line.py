"""Run the command line inside the test's own process."""

import contextlib
import io
import json
from dataclasses import dataclass
from typing import Any

from deepintro_desktop.__main__ import main


@dataclass(frozen=True)
class Outcome:
    """What a run of the command line left: exit code and both streams."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The one JSON object on stdout."""
        return json.loads(self.out)


def run(*arguments: str) -> Outcome:
    """Run ``deepintro ARGUMENTS`` and return what came out; wrong use is an exit code like any other."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = main(arguments)
        except SystemExit as leaving:
            code = int(leaving.code or 0)
    return Outcome(code, out.getvalue(), err.getvalue())


def run_json(*arguments: str) -> dict[str, Any]:
    """Run with ``--json``, expect success, and return the object."""
    outcome = run(*arguments, "--json")
    assert outcome.code == 0, outcome.err
    return outcome.json
