"""A report of made-up explanations."""

from collections.abc import Callable
from typing import Any

import pytest
from support.reports import make_case, make_data

from deepintro_desktop.core.report import ReportData


@pytest.fixture
def data() -> ReportData:
    return make_data(make_case())


@pytest.fixture
def made() -> Callable[..., ReportData]:
    def make(*names: str, **values: Any) -> ReportData:
        return make_data(*(make_case(name=name) for name in names), **values)

    return make
