"""Set-up of every test: no screen, no network, no person's folders. Fixtures live in ``tests/support``."""

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault(
    "OMP_WAIT_POLICY", "PASSIVE"
)  # as the program sets it; spinning threads crawl on busy machines
os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # as the program sets it; onnxruntime would keep events of use
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.fonts.warning=false")

pytest_plugins = [
    "support.data",
    "support.guards",
    "support.isolation",
    "support.opening",
    "support.second_opinions",
]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Repeat the outcome of the checks that ran before the tests, so that one look at the end is enough."""
    checks = os.environ.get("DEEPINTRO_CHECKS")
    if checks:
        terminalreporter.write_line(f"checks before the tests: {checks}")
