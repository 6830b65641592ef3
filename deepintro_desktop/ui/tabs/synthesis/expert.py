"""Every parameter of a synthesis, for people who know what they want."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QSizePolicy, QWidget

from deepintro_desktop.core.parameters import ParameterSpec
from deepintro_desktop.core.synthesis import (
    Goal,
    Parametrisation,
    SolverName,
    SynthesisParameters,
    SynthesisPlan,
    Upkeep,
)
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.buttons import PushButton
from deepintro_desktop.ui.widgets.inputs import ComboBox, NumberBox, labelled

_AUTO: dict[str, float] = {"match_weight": 0.0, "variation": 0.0, "jitter": -1.0}
"""The value of a box that stands for: chosen for the layer."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Expert", text)


def number_specs() -> tuple[ParameterSpec, ...]:
    """Return the numbers of the page in their order; those of ``Upkeep`` come last."""
    spec = ParameterSpec
    return (
        spec("unit", _tr("Unit"), _tr("Channel of a layer with places, else the unit; in the last layer the "
             "class, counted from 0."), 0, 999_999, 1, 0),
        spec("n_iterations", _tr("Iterations"), _tr("Images stop earlier when they no longer get better."),
             1, 5000, 10, 80),
        spec("detail", _tr("Detail"), _tr("How much the representation counts against smoothness."),
             0, 1, 0.05, 0.5, "", 2),
        spec("match_weight", _tr("C"), _tr("Weight of the representation in the objective."),
             0, 1e9, 10, 0, "", 2),
        spec("typical_norm", _tr("B"), _tr("Usual norm of a pixel about the middle colour, on the scale 0 to "
             "255."), 1, 255, 5, 80, "", 1),
        spec("variation", _tr("V"), _tr("How much neighbouring pixels may differ, on the same scale."),
             0, 255, 1, 0, "", 2),
        spec("alpha", _tr("α"), _tr("Exponent of the norm."), 1, 20, 1, 6, "", 1),
        spec("beta", _tr("β"), _tr("Exponent of the total variation."), 1, 6, 0.5, 2, "", 1),
        spec("norm_bound", _tr("B₊ ⁄ B"), _tr("No pixel is further from the middle colour (AdaGrad); 0: no "
             "bound."),
             0, 10, 0.5, 2, "", 1),
        spec("distance_weight", _tr("c"), _tr("Weight of the distance to the picture."),
             0, 1e6, 0.5, 0, "", 2),
        spec("jitter", _tr("Jitter"), _tr("Largest shift per iteration."), -1, 64, 1, -1, "px"),
        spec("decay", _tr("Decay"), _tr("Share that every value loses per iteration."),
             0, 0.5, 0.01, 0, "", 3),
        spec("blur_px", _tr("Blur"), _tr("Width of a Gaussian blur now and then."), 0, 10, 0.5, 0, "px", 1),
        spec("blur_every", _tr("Blur every"), _tr("Iterations from one blur to the next."), 1, 100, 1, 4),
        spec("small_norm", _tr("Clip by norm"), _tr("Share of the pixels with the smallest norm that are "
             "cleared."), 0, 0.9, 0.01, 0, "", 2),
        spec("small_contribution", _tr("Clip by use"), _tr("Share of the pixels that contribute least that "
             "are cleared."), 0, 0.9, 0.01, 0, "", 2),
    )  # fmt: skip


class ExpertPage(QWidget):
    """``parameters_changed`` carries all parameters after one was moved; ``reset_requested`` as it says."""

    parameters_changed = Signal(object)
    reset_requested = Signal()

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parameters = SynthesisParameters()
        self._goal = ComboBox(self.tr("Goal"), self)
        self._solver = ComboBox(self.tr("Solver"), self)
        self._parametrisation = ComboBox(self.tr("Parametrisation"), self)
        self._numbers = {spec.name: NumberBox(spec, self) for spec in number_specs()}
        self._checks = {
            "single_place": QCheckBox(self.tr("Only the unit in the middle"), self),
            "from_picture": QCheckBox(self.tr("Start from the picture, not from noise"), self),
            "half_precision": QCheckBox(self.tr("Network in bfloat16 (errors stay exact)"), self),
        }
        self._reset = PushButton(theme, self.tr("Reset all"), self, icon="reset", kind="soft")
        for widget in (self._goal, self._solver, self._parametrisation, *self._numbers.values()):
            # Ranges up to a million must not make the column wider than it is.
            widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._fill_choices()
        self._build()
        self._connect()
        self.set_parameters(self._parameters)
        self.set_plan(None)

    def set_parameters(self, parameters: SynthesisParameters) -> None:
        """Show these parameters without a signal."""
        self._parameters = parameters
        for box, value in (
            (self._goal, parameters.goal),
            (self._solver, parameters.solver),
            (self._parametrisation, parameters.parametrisation),
        ):
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(value.value))
                box.describe()
        values = _plain(parameters)
        for name, number in self._numbers.items():
            with QSignalBlocker(number):
                number.setValue(_shown(number, name, values[name]))
        for name, check in self._checks.items():
            with QSignalBlocker(check):
                check.setChecked(bool(values[name]))
        self._enable()

    def set_plan(self, plan: SynthesisPlan | None) -> None:
        """Say which numbers were chosen for the layer."""
        chosen: dict[str, float] = {}
        if plan is not None:
            chosen = {"match_weight": plan.match_weight, "variation": plan.variation, "jitter": plan.jitter}
        for name in _AUTO:
            text = self.tr("auto ({0})").format(f"{chosen[name]:.4g}") if name in chosen else self.tr("auto")
            self._numbers[name].setSpecialValueText(text)

    def _fill_choices(self) -> None:
        choices: tuple[tuple[ComboBox, tuple[tuple[str, str], ...]], ...] = (
            (self._goal, (
                (self.tr("Match what the layer was given"), Goal.MATCH),
                (self.tr("Caricature of it"), Goal.CARICATURE),
                (self.tr("Maximise a unit"), Goal.MAXIMISE),
            )),
            (self._solver, (
                (self.tr("L-BFGS"), SolverName.LBFGS),
                (self.tr("Adam"), SolverName.ADAM),
                (self.tr("AdaGrad, as published"), SolverName.ADAGRAD),
            )),
            (self._parametrisation, (
                (self.tr("Colours and frequencies"), Parametrisation.FOURIER),
                (self.tr("Pixels"), Parametrisation.PIXELS),
            )),
        )  # fmt: skip
        for box, entries in choices:
            for text, value in entries:
                box.addItem(text, value)

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        names = {spec.name: spec.label for spec in number_specs()}
        row = 0

        def whole(widget: QWidget) -> None:
            nonlocal row
            grid.addWidget(widget, row, 0, 1, 2)
            row += 1

        def pair(*fields: str) -> None:
            nonlocal row
            for column, name in enumerate(fields):
                grid.addWidget(labelled(names[name], self._numbers[name], self), row, column)
            row += 1

        whole(labelled(self.tr("Goal"), self._goal, self))
        pair("unit")
        whole(self._checks["single_place"])
        whole(labelled(self.tr("Solver"), self._solver, self))
        whole(labelled(self.tr("What the solver moves"), self._parametrisation, self))
        for fields in (
            ("n_iterations", "detail"), ("match_weight", "typical_norm"), ("variation", "jitter"),
            ("alpha", "beta"), ("norm_bound", "distance_weight"),
        ):  # fmt: skip
            pair(*fields)
        whole(self._checks["from_picture"])
        whole(self._checks["half_precision"])
        title = QLabel(self.tr("Upkeep of a maximisation (Adam, pixels)"), self)
        title.setProperty("c", "label")
        whole(title)
        pair("decay", "small_norm")
        pair("blur_px", "blur_every")
        pair("small_contribution")
        whole(self._reset)

    def _connect(self) -> None:
        for box in (self._goal, self._solver, self._parametrisation):
            box.currentIndexChanged.connect(self._on_changed)
        for number in self._numbers.values():
            number.valueChanged.connect(self._on_changed)
        for check in self._checks.values():
            check.toggled.connect(self._on_changed)
        self._reset.clicked.connect(self.reset_requested)

    def _enable(self) -> None:
        """Switch off what has no effect with the present goal and solver."""
        shown = self._parameters
        maximises = shown.goal is Goal.MAXIMISE
        for widget in (self._numbers["unit"], self._checks["single_place"]):
            widget.setEnabled(maximises)
        is_reference = shown.solver is SolverName.ADAGRAD
        self._parametrisation.setEnabled(not is_reference)
        self._numbers["norm_bound"].setEnabled(is_reference)
        keeps = shown.solver is SolverName.ADAM and shown.parametrisation is Parametrisation.PIXELS
        for name in asdict(Upkeep()):
            self._numbers[name].setEnabled(maximises and keeps)

    def _on_changed(self) -> None:
        self._parameters = self._read()
        self._enable()
        self.parameters_changed.emit(self._parameters)

    def _read(self) -> SynthesisParameters:
        present = _plain(self._parameters)
        values: dict[str, Any] = {name: check.isChecked() for name, check in self._checks.items()}
        for name, number in self._numbers.items():
            values[name] = _value(number, name, present[name])
        upkeep = {name: values.pop(name) for name in asdict(Upkeep())}
        return replace(
            self._parameters,
            **values,
            goal=Goal(self._goal.currentData()),
            solver=SolverName(self._solver.currentData()),
            parametrisation=Parametrisation(self._parametrisation.currentData()),
            upkeep=Upkeep(**upkeep),
        )


def _shown(number: NumberBox, name: str, value: float | None) -> float:
    """Return how a box shows a value: rounded, within its range, None as ``auto``."""
    if value is None:
        return _AUTO[name]
    lowest = number.minimum() + (10.0 ** -number.decimals() if name in _AUTO else 0.0)
    return round(min(max(float(value), lowest), number.maximum()), number.decimals())


def _value(number: NumberBox, name: str, present: float | None) -> float | int | None:
    """Return what a box says; a value that was not touched stays as it is, with all its digits."""
    shown = number.value()
    if shown == _shown(number, name, present):
        return present
    if shown == _AUTO.get(name):
        return None
    return shown if number.decimals() else round(shown)


def _plain(parameters: SynthesisParameters) -> Mapping[str, Any]:
    """Return all parameters by name, those of the upkeep beside the others."""
    values = asdict(parameters)
    return {**values, **values.pop("upkeep")}
