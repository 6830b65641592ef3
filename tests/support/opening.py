"""Networks are opened in the test's own process, unless a test asks for the real helper process."""

import pytest

from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.importers import ImportedNetwork, open_network
from deepintro_desktop.importers.worker import parent


def _open_here(request: AddNetworkRequest, report: Report = SILENT) -> ImportedNetwork:
    return open_network(request, report)


@pytest.fixture
def real_helper() -> None:
    """Open networks in a helper process, as the program does."""


@pytest.fixture(autouse=True)
def _opened_here(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Spare tests that are about something else the second that a process takes to start."""
    if "real_helper" not in request.fixturenames:
        monkeypatch.setattr(parent, "open_in_helper", _open_here)
