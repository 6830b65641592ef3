"""The page with every parameter of a synthesis."""

from dataclasses import asdict, fields, replace
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel
from support.results import LAYERS, make_picture

from deepintro_desktop.core.synthesis import (
    Goal,
    Parametrisation,
    SolverName,
    SynthesisParameters,
    SynthesisPlan,
    Upkeep,
)
from deepintro_desktop.ui.tabs.synthesis.expert import ExpertPage, number_specs
from deepintro_desktop.ui.widgets.inputs import ComboBox, NumberBox

CHOICES = {
    "goal": (Goal.CARICATURE, Goal.MAXIMISE),
    "solver": (SolverName.ADAM, SolverName.ADAGRAD),
    "parametrisation": (Parametrisation.PIXELS,),
}
CHECKS = ("from_picture", "half_precision", "single_place")
NUMBERS = {
    "n_iterations": 250,
    "detail": 0.35,
    "match_weight": 316.25,
    "typical_norm": 101.5,
    "variation": 12.5,
    "alpha": 4.5,
    "beta": 1.5,
    "norm_bound": 3.5,
    "distance_weight": 0.25,
    "jitter": 3,
    "unit": 17,
    "decay": 0.125,
    "blur_px": 1.5,
    "blur_every": 7,
    "small_norm": 0.25,
    "small_contribution": 0.11,
}
VALUES = [
    *((name, value) for name, values in CHOICES.items() for value in values),
    *((name, True) for name in CHECKS),
    *NUMBERS.items(),
]
UPKEEP = {entry.name for entry in fields(Upkeep)}
UNUSUAL = SynthesisParameters(
    Goal.MAXIMISE, SolverName.ADAM, Parametrisation.PIXELS, 123, 1 / 3, 316.22776, 81.2345, 12.34567, 5.4321,
    2.2222, 1.777, 0.123456, 5, True, False, 42, True, Upkeep(0.01234, 1.23, 9, 0.1234, 0.4321),
)  # fmt: skip
"""No field is as usual, and most have digits that no box shows."""


def changed(parameters, name, value):
    """Return the parameters with one field changed, also one of the upkeep."""
    if name in UPKEEP:
        return replace(parameters, upkeep=replace(parameters.upkeep, **{name: value}))
    return replace(parameters, **{name: value})


def value_of(parameters, name):
    return getattr(parameters.upkeep if name in UPKEEP else parameters, name)


@pytest.fixture
def page(theme, qtbot):
    widget = ExpertPage(theme)
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def emitted(page):
    seen = []
    page.parameters_changed.connect(seen.append)
    return seen


def box(page, name):
    """Return a number box by its parameter; its label is what people read."""
    label = next(spec.label for spec in number_specs() if spec.name == name)
    return next(one for one in page.findChildren(NumberBox) if one.accessibleName() == label)


def choice(page, name):
    return next(one for one in page.findChildren(ComboBox) if one.accessibleName() == name.capitalize())


def check(page, name):
    words = {
        "from_picture": "Start from the picture",
        "half_precision": "bfloat16",
        "single_place": "Only the unit",
    }
    return next(one for one in page.findChildren(QCheckBox) if words[name] in one.text())


def set_by_hand(page, name, value):
    if name in CHOICES:
        offered = choice(page, name)
        offered.setCurrentIndex(offered.findData(value.value))
    elif name in CHECKS:
        check(page, name).setChecked(value)
    else:
        box(page, name).setValue(value)


def test_the_tables_of_this_test_name_every_field():
    names = {entry.name for entry in fields(SynthesisParameters)} - {"upkeep"} | UPKEEP
    assert {name for name, _ in VALUES} == names
    usual = SynthesisParameters()
    assert all(value_of(usual, name) != value for name, value in VALUES)
    assert all(value_of(usual, name) != value_of(UNUSUAL, name) for name in names - {"half_precision"})


# --- what is set from outside


@pytest.mark.parametrize(("name", "value"), VALUES, ids=lambda value: str(value))
def test_parameters_are_shown_without_a_signal_and_come_back_whole(page, emitted, name, value):
    parameters = changed(SynthesisParameters(), name, value)
    page.set_parameters(parameters)
    assert emitted == []
    other = "from_picture" if name == "half_precision" else "half_precision"
    check(page, other).click()
    assert emitted == [changed(parameters, other, True)]


@pytest.mark.parametrize(("name", "value"), NUMBERS.items())
def test_numbers_are_shown(page, name, value):
    page.set_parameters(changed(SynthesisParameters(), name, value))
    assert box(page, name).value() == value
    page.set_parameters(SynthesisParameters())
    assert box(page, name).value() != value


def test_choices_and_checks_are_shown(page):
    page.set_parameters(UNUSUAL)
    texts = [choice(page, name).currentText() for name in CHOICES]
    assert texts == ["Maximise a unit", "Adam", "Pixels"]
    assert [check(page, name).isChecked() for name in CHECKS] == [True, False, True]
    assert choice(page, "goal").toolTip() == "Maximise a unit"
    page.set_parameters(SynthesisParameters())
    texts = [choice(page, name).currentText() for name in CHOICES]
    assert texts == ["Match what the layer was given", "L-BFGS", "Colours and frequencies"]
    assert [check(page, name).isChecked() for name in CHECKS] == [False, False, False]
    assert choice(page, "solver").toolTip() == "L-BFGS"


def test_every_goal_solver_and_parametrisation_is_offered(page):
    for name, kind in (("goal", Goal), ("solver", SolverName), ("parametrisation", Parametrisation)):
        offered = choice(page, name)
        assert [offered.itemData(index) for index in range(offered.count())] == [one.value for one in kind]
        assert all(offered.itemText(index) for index in range(offered.count()))


def test_the_page_begins_with_what_is_usual(page, emitted):
    usual = asdict(SynthesisParameters())
    usual |= usual.pop("upkeep")
    for spec in number_specs():
        at = box(page, spec.name).value()
        assert at == spec.default
        assert usual[spec.name] in (at, None)
    assert emitted == []


def test_numbers_have_names_ranges_and_explanations(page):
    labels = [spec.label for spec in number_specs()]
    assert len(set(labels)) == len(labels)
    buddies = {label.buddy() for label in page.findChildren(QLabel) if label.buddy() is not None}
    for spec in number_specs():
        number = box(page, spec.name)
        assert number in buddies and number.toolTip() == spec.help
        assert (number.minimum(), number.maximum()) == (spec.minimum, spec.maximum)
        assert spec.minimum <= spec.default <= spec.maximum


# --- what is set by hand


@pytest.mark.parametrize("before", [SynthesisParameters(), UNUSUAL], ids=["usual", "unusual"])
@pytest.mark.parametrize(("name", "value"), VALUES, ids=lambda value: str(value))
def test_one_edit_changes_one_field(page, emitted, before, name, value):
    if value_of(before, name) == value:
        value = getattr(SynthesisParameters(), name)
    page.set_parameters(before)
    set_by_hand(page, name, value)
    assert emitted == [changed(before, name, value)]
    assert type(value_of(emitted[0], name)) is type(value)


@pytest.mark.parametrize("name", ["n_iterations", "unit", "jitter", "blur_every"])
def test_counts_stay_whole_numbers(page, emitted, name):
    box(page, name).stepUp()
    assert type(value_of(emitted[0], name)) is int


def test_edits_add_up(page, emitted):
    for name, value in VALUES:
        set_by_hand(page, name, value)
    wanted = SynthesisParameters()
    for name, value in VALUES:
        wanted = changed(wanted, name, value)
    assert emitted[-1] == wanted and len(emitted) == len(VALUES)


def test_digits_that_no_box_shows_are_kept(page, emitted):
    page.set_parameters(UNUSUAL)
    check(page, "half_precision").click()
    box(page, "n_iterations").stepUp()
    assert emitted[-1] == replace(UNUSUAL, half_precision=True, n_iterations=133)
    box(page, "detail").setValue(0.34)
    assert emitted[-1].detail == 0.34 and emitted[-1].match_weight == UNUSUAL.match_weight
    assert emitted[-1].upkeep == UNUSUAL.upkeep


def test_a_number_is_taken_when_it_is_finished(page, emitted, qtbot):
    line = box(page, "n_iterations").lineEdit()
    line.selectAll()
    qtbot.keyClicks(line, "42")
    assert emitted == []
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert emitted == [SynthesisParameters(n_iterations=42)]
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert len(emitted) == 1


def test_the_owner_may_answer_with_the_same_parameters(page, emitted):
    page.parameters_changed.connect(page.set_parameters)
    page.set_parameters(UNUSUAL)
    box(page, "detail").stepUp()
    box(page, "alpha").stepUp()
    assert len(emitted) == 2
    assert emitted[1].detail == pytest.approx(0.38) and emitted[1].alpha == pytest.approx(6.4)
    assert emitted[1] == replace(UNUSUAL, detail=emitted[1].detail, alpha=emitted[1].alpha)


# --- what is chosen for the layer


@pytest.mark.parametrize(
    ("name", "fixed", "auto"), [("match_weight", 250.0, 0), ("variation", 30.0, 0), ("jitter", 0, -1)]
)
def test_automatic_values_come_and_go(page, emitted, name, fixed, auto):
    page.set_plan(None)
    number = box(page, name)
    assert number.text() == "auto"
    number.setValue(fixed)
    assert emitted == [changed(SynthesisParameters(), name, fixed)] and number.text() != "auto"
    number.setValue(auto)
    assert emitted[1:] == [SynthesisParameters()] and number.text() == "auto"
    page.set_parameters(changed(SynthesisParameters(), name, fixed))
    assert number.value() == fixed
    page.set_parameters(SynthesisParameters())
    assert number.text() == "auto" and len(emitted) == 2


def test_stepping_down_ends_at_automatic(page, emitted):
    page.set_parameters(SynthesisParameters(jitter=1))
    for _ in range(3):
        box(page, "jitter").stepDown()
    assert [one.jitter for one in emitted] == [0, None]


def plan(weight=316.227766, variation=24.6153, jitter=2):
    return SynthesisPlan(LAYERS[0], make_picture(), 1.0, weight, variation, jitter)


def test_a_plan_says_what_was_chosen(page, emitted):
    def texts():
        return [box(page, name).text() for name in ("match_weight", "variation", "jitter")]

    page.set_plan(None)
    assert texts() == ["auto", "auto", "auto"]
    page.set_plan(plan())
    assert texts() == ["auto (316.2)", "auto (24.62)", "auto (2)"]
    page.set_plan(plan(1000.0, 12.3, 0))
    assert texts() == ["auto (1000)", "auto (12.3)", "auto (0)"]
    page.set_parameters(SynthesisParameters(match_weight=50.0, jitter=3))
    assert texts() == ["50.00", "auto (12.3)", "3 px"]
    page.set_parameters(SynthesisParameters())
    page.set_plan(None)
    assert texts() == ["auto", "auto", "auto"]
    assert emitted == []


def test_what_a_plan_says_is_not_taken_for_a_wish(page, emitted):
    page.set_plan(plan())
    box(page, "alpha").stepUp()
    assert emitted == [SynthesisParameters(alpha=7.0)]


# --- what has an effect, and the way back


@pytest.mark.parametrize("by_hand", [False, True])
@pytest.mark.parametrize("goal", list(Goal))
def test_what_has_no_effect_is_off(page, goal, by_hand):
    for solver, form in product(SolverName, Parametrisation):
        if by_hand:
            for name, value in (("goal", goal), ("solver", solver), ("parametrisation", form)):
                set_by_hand(page, name, value)
        else:
            page.set_parameters(SynthesisParameters(goal, solver, form))
        maximises = goal is Goal.MAXIMISE
        assert box(page, "unit").isEnabled() is maximises
        assert check(page, "single_place").isEnabled() is maximises
        keeps = maximises and solver is SolverName.ADAM and form is Parametrisation.PIXELS
        assert {box(page, name).isEnabled() for name in UPKEEP - {"blur_every"}} == {keeps}
        assert keeps or not box(page, "blur_every").isEnabled()
        always = ("n_iterations", "match_weight", "typical_norm", "variation", "alpha", "beta", "jitter")
        assert all(box(page, name).isEnabled() for name in always)
        assert all(check(page, name).isEnabled() for name in ("from_picture", "half_precision"))
        assert choice(page, "goal").isEnabled() and choice(page, "solver").isEnabled()


def test_what_is_off_keeps_its_value(page, emitted):
    page.set_parameters(UNUSUAL)
    set_by_hand(page, "goal", Goal.MATCH)
    assert emitted == [replace(UNUSUAL, goal=Goal.MATCH)] and not box(page, "decay").isEnabled()
    set_by_hand(page, "goal", Goal.MAXIMISE)
    assert emitted[1] == UNUSUAL and box(page, "decay").isEnabled()


def test_reset_only_asks(page, emitted, qtbot):
    page.set_parameters(UNUSUAL)
    reset = next(one for one in page.findChildren(QAbstractButton) if one.accessibleName() == "Reset all")
    with qtbot.waitSignal(page.reset_requested):
        qtbot.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert emitted == [] and box(page, "unit").value() == 42


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_page_paints_in_a_narrow_column(theme, qtbot, monkeypatch, scale):
    monkeypatch.setattr(theme, "_scale", scale)
    theme.set_mode(theme.mode)
    page = ExpertPage(theme)
    qtbot.addWidget(page)
    page.set_parameters(replace(UNUSUAL, unit=999_999, match_weight=1e9))
    page.set_plan(plan())
    page.resize(theme.px(248), page.sizeHint().height())
    assert not page.grab().isNull()
    for number in page.findChildren(NumberBox):
        place = number.mapTo(page, number.rect().topRight())
        assert place.x() < page.width() and number.width() > page.width() / 3


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("detail", 0.125), ("distance_weight", 0.005), ("match_weight", 0.004), ("variation", 0.001),
        ("n_iterations", 6000), ("typical_norm", 0.5), ("jitter", 100), ("alpha", 0.5),
    ],
)  # fmt: skip
def test_what_a_box_cannot_show_is_not_changed_by_another(theme, qtbot, name, value):
    page = ExpertPage(theme)
    qtbot.addWidget(page)
    page.set_parameters(replace(SynthesisParameters(), **{name: value}))
    with qtbot.waitSignal(page.parameters_changed) as signal:
        page._checks["half_precision"].click()
    assert signal.args[0] == replace(SynthesisParameters(), half_precision=True, **{name: value})


def test_the_reference_has_its_own_pixels_and_bound(theme, qtbot):
    page = ExpertPage(theme)
    qtbot.addWidget(page)
    assert page._parametrisation.isEnabled() and not page._numbers["norm_bound"].isEnabled()
    page.set_parameters(SynthesisParameters(solver=SolverName.ADAGRAD))
    assert not page._parametrisation.isEnabled() and page._numbers["norm_bound"].isEnabled()
