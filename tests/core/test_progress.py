"""Reports: fractions, splitting, cancellation."""

import pytest

from deepintro_desktop.core.errors import DeepIntroError
from deepintro_desktop.core.progress import SILENT, Cancelled, Report


def test_report_passes_the_fraction_done():
    seen = []
    Report(on_progress=lambda fraction, message: seen.append((fraction, message)))(1, 4, "step")
    assert seen == [(0.25, "step")]


def test_split_covers_the_whole_without_gap():
    seen = []
    first, second = Report(on_progress=lambda fraction, _: seen.append(fraction)).split(1, 3)
    for report in (first, second):
        report(0, 1)
        report(1, 1)
    assert seen == [0.0, 0.25, 0.25, 1.0]


def test_split_of_split_keeps_the_weights():
    seen = []
    _, second = Report(on_progress=lambda fraction, _: seen.append(fraction)).split(1, 1)
    _, last = second.split(1, 1)
    last(1, 2)
    assert seen == [0.875]


def test_fraction_is_clipped_and_zero_total_means_done():
    seen = []
    report = Report(on_progress=lambda fraction, _: seen.append(fraction))
    report(5, 4)
    report(-1, 4)
    report(0, 0)
    assert seen == [1.0, 0.0, 1.0]


@pytest.mark.parametrize("call", [lambda r: r(0, 1), lambda r: r.check(), lambda r: r.partial(1)])
def test_every_call_raises_when_cancelled(call):
    report = Report(is_cancelled=lambda: True)
    with pytest.raises(Cancelled):
        call(report.split(1, 1)[1])


def test_cancelled_is_no_error_of_the_input():
    assert not issubclass(Cancelled, DeepIntroError)


def test_partial_results_reach_the_listener_of_the_whole():
    seen = []
    Report(on_partial=seen.append).split(1, 2)[1].partial("half")
    assert seen == ["half"]
    SILENT.partial("nobody listens")
