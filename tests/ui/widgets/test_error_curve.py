"""The curve of the errors: its axis, its marks, and where the lines lie."""

import numpy as np
import pytest

from deepintro_desktop.ui.theme import ThemeMode
from deepintro_desktop.ui.widgets.error_curve import CurveLine, ErrorCurve

NBSP = "\u00a0"


@pytest.fixture
def curve(theme, qtbot):
    widget = ErrorCurve(theme)
    qtbot.addWidget(widget)
    widget.resize(300, widget.sizeHint().height())
    return widget


def line(errors, *, strong=True, step=10):
    errors = np.array(errors, np.float64)
    return CurveLine(np.arange(len(errors), dtype=np.float64) * step, errors, strong)


def show(curve, *lines, n_iterations=40, **values):
    curve.set_lines(lines, n_iterations, title="Error while growing", **values)


def marks(curve):
    return [curve._words(mark) for mark in curve._scale().marks()]


def places(curve, token="accent"):
    """Return x and y of everything that is painted in a colour, from left to right, then from the top."""
    image = curve.grab().toImage()
    wanted = curve._theme.color(token)
    found = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y) == wanted
    ]
    return np.array(found, int).reshape(-1, 2)


def dot(curve):
    """Return the middle of the only thing that is painted in the accent colour."""
    found = places(curve)
    assert 12 <= len(found) <= 40 and np.ptp(found, axis=0).max() <= 6
    return found.mean(0)


def row_of(curve, share):
    """Return y of a share of the axis, 0 at its lower end to 1 at its upper one."""
    return 36 + (curve.height() - 62) * (1 - share)


# --- the axis


@pytest.mark.parametrize(
    ("errors", "low", "high", "decades"),
    [
        ([1.0, 0.5, 0.05], 0.0, 1.0, False),
        ([1.0, 0.5, 0.049], 0.01, 1.0, True),
        ([0.9, 0.02], 0.01, 1.0, True),
        ([1.0, 2.5e-6], 1e-6, 1.0, True),
        ([0.03, 0.02], 0.01, 0.1, True),
        ([0.01], 0.01, 0.01, True),
        ([0.6, 0.4], 0.0, 1.0, False),
        ([0.5, 0.4], 0.0, 0.5, False),
        ([1.4, 0.4], 0.0, 1.4, False),
        ([0.3, 0.0], 0.0, 0.3, False),
        ([0.0, 0.0], 0.0, 0.0, False),
    ],
)
def test_powers_of_ten_below_five_percent(curve, errors, low, high, decades):
    show(curve, line(errors))
    scale = curve._scale()
    assert (scale.low, scale.high) == pytest.approx((low, high))
    assert scale.decades is decades
    assert not curve.grab().isNull()


def test_all_lines_have_one_axis(curve):
    show(curve, line([0.9, 0.3]), line([1.6, 0.02], strong=False))
    scale = curve._scale()
    assert scale.decades and scale.low == pytest.approx(0.01) and scale.high == pytest.approx(10)


@pytest.mark.parametrize(
    ("errors", "words"),
    [
        ([1.0, 0.2], ["0", "50", "100"]),
        ([0.4, 0.2], ["0", "20", "40"]),
        ([1.0, 0.02], ["100", "10", "1"]),
        ([1.0, 0.002], ["100", "10", "1", "0.1"]),
        ([1.0, 2e-5], ["100", "1", "0.01"]),
        ([0.8, 2e-7], ["100", "0.1", "0.0001"]),
        ([0.03, 0.02], ["10", "1"]),
    ],
)
def test_marks_are_few_and_round(curve, errors, words):
    show(curve, line(errors))
    assert marks(curve) == [f"{word}{NBSP}%" for word in words]


@pytest.mark.parametrize("errors", [[1.0, 0.2], [1.0, 0.002]])
def test_marks_lie_inside_the_axis(curve, errors):
    show(curve, line(errors))
    scale = curve._scale()
    shares = [scale.share(mark) for mark in scale.marks()]
    assert min(shares) == pytest.approx(0) and max(shares) == pytest.approx(1)
    steps = np.diff(sorted(shares))
    assert steps == pytest.approx([1 / (len(shares) - 1)] * len(steps))


def test_shares_follow_the_powers_of_ten(curve):
    show(curve, line([1.0, 0.0002]))
    scale = curve._scale()
    assert [scale.share(value) for value in (1.0, 0.1, 0.01, 1e-4)] == pytest.approx([1, 0.75, 0.5, 0])
    assert (scale.share(7.0), scale.share(1e-9), scale.share(0.0)) == (1, 0, 0)


def test_activations_have_an_axis_of_their_own(curve):
    show(curve, line([-2.0, 3.0, 8.0]), as_percent=False)
    scale = curve._scale()
    assert (scale.low, scale.high, scale.decades) == (-2, 8, False)
    assert marks(curve) == ["-2", "3", "8"]
    assert curve.accessibleDescription() == "8"
    show(curve, line([0.001, 0.02]), as_percent=False)
    assert not curve._scale().decades, "small activations are no small errors"
    show(curve, line([4.0, 4.0]), as_percent=False)
    assert (curve._scale().low, curve._scale().high) == (4, 5)
    assert not curve.grab().isNull()


def test_what_is_no_number_has_no_say_in_the_axis(curve):
    show(curve, line([np.inf, 0.8, 0.4, np.nan]), line([-np.inf, 0.7], strong=False))
    assert (curve._scale().low, curve._scale().high) == (0, 1)
    show(curve, line([np.nan, np.nan]))
    assert marks(curve) == [f"0{NBSP}%", f"50{NBSP}%", f"100{NBSP}%"]
    assert len(places(curve)) == 0


def test_what_is_infinite_lies_at_the_end_of_the_axis(curve):
    show(curve, line([0.8, np.inf]), n_iterations=10)
    assert places(curve)[-1][1] == pytest.approx(row_of(curve, 1), abs=4)


# --- what is said


def test_the_last_errors_are_said(curve):
    show(curve, line([1.0, 0.2]), line([]), line([1.0, 0.0123], strong=False))
    assert curve.accessibleName() == "Error while growing"
    assert curve.accessibleDescription() == f"20{NBSP}%, 1.23{NBSP}%"
    show(curve)
    assert curve.accessibleDescription() == ""


# --- where it is painted


def test_without_lines_there_is_no_plot(curve):
    show(curve, line([]))
    assert len(places(curve)) == 0
    below_the_title = curve.grab().toImage().copy(5, 30, 290, 98)
    assert {below_the_title.pixelColor(x, 50).rgb() for x in range(290)} == {
        curve._theme.color("surface").rgb()
    }


@pytest.mark.parametrize(("errors", "share"), [([0.25], 1.0), ([0.8], 0.8), ([0.01], 0.0), ([0.02], 0.3010)])
def test_one_point_is_a_dot(curve, errors, share):
    """A linear axis ends at 0 and 1, or at the largest error; one of decades at powers of ten."""
    show(curve, line(errors))
    assert dot(curve)[1] == pytest.approx(row_of(curve, share), abs=1.5)


def test_a_dot_moves_with_the_iterations(curve):
    at = []
    for iteration in (0, 20, 40, 90):
        show(curve, CurveLine(np.array([iteration], float), np.array([0.8]), strong=True))
        at.append(dot(curve)[0])
    assert at[0] < at[1] < at[2] == at[3] < curve.width() - 12
    assert at[1] == pytest.approx((at[0] + at[2]) / 2, abs=1)


def test_no_iterations_are_no_trouble(curve):
    show(curve, CurveLine(np.zeros(1), np.array([0.8]), strong=True), n_iterations=0)
    assert dot(curve)[0] < 80


def test_a_line_falls_from_left_to_right(curve):
    show(curve, line([0.9, 0.6, 0.3, 0.2, 0.1]))
    found = places(curve)
    assert found[0][1] == pytest.approx(row_of(curve, 0.9), abs=2)
    assert found[-1][1] == pytest.approx(row_of(curve, 0.1), abs=4)
    middles = [found[found[:, 0] == x][:, 1].mean() for x in np.unique(found[:, 0])[:-8]]
    assert all(a <= b + 1 for a, b in zip(middles, middles[1:], strict=False))


def test_the_best_line_stands_out(curve):
    show(curve, line([0.9, 0.8], strong=False))
    assert len(places(curve)) == 0
    plain = len(places(curve, "bar"))
    show(curve, line([0.9, 0.8], strong=False), line([0.9, 0.2]))
    assert len(places(curve)) > 12 and plain > 12
    assert len(places(curve, "bar")) > 12
    show(curve, line([0.9, 0.8]), line([0.9, 0.8], strong=False))
    assert len(places(curve, "bar")) == 0, "the strong one lies above, whatever the order"


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_paints_at_every_text_size(theme, qtbot, monkeypatch, mode, scale):
    monkeypatch.setattr(theme, "_scale", scale)
    theme.set_mode(ThemeMode(mode))
    curve = ErrorCurve(theme)
    qtbot.addWidget(curve)
    assert curve.sizeHint().height() == 132 * scale
    curve.resize(theme.px(300), theme.px(132))
    show(curve, line([0.9, 0.5, 0.02]), n_iterations=20)
    found = places(curve)
    assert found[:, 0].min() > 22 * scale and found[:, 0].max() < curve.width() - 10 * scale
    assert found[:, 1].min() >= 34 * scale and found[:, 1].max() <= curve.height() - 20 * scale


def test_what_is_no_number_is_left_out(curve):
    show(curve, line([1.0, 0.5, np.nan, 0.3, 0.2]))
    whole = places(curve)
    assert whole[:, 1].min() > row_of(curve, 1.0) - 5, "nothing over title and axis"
    show(curve, line([np.nan, np.nan]))
    assert len(places(curve)) == 0


def test_large_numbers_have_no_powers_of_ten(curve):
    show(curve, line([5.0, 4490.0]), as_percent=False)
    assert marks(curve)[-1] == "4\u2009490"
    show(curve, line([13.0, 0.02]))
    assert marks(curve)[0] == f"10\u2009000{NBSP}%"
