"""From what was found to the rows, cards and sentences of the dialog."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from deepintro_desktop.core.inspection import Advice, Inspection, Trial
from deepintro_desktop.core.records import SpecificationSource
from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.core.said import said
from deepintro_desktop.core.specification import ChannelOrder, InputSpecification
from deepintro_desktop.core.translation import marked, translate
from deepintro_desktop.ui.dialogs.add_network.case import Case
from deepintro_desktop.ui.dialogs.add_network.contract import (
    Ask,
    FieldRow,
    FileRow,
    Found,
    Mark,
    OptionRow,
    PresetCard,
    Refusal,
    Verdict,
)
from deepintro_desktop.ui.presenters.file_sorting import NETWORK_FILTER
from deepintro_desktop.ui.presenters.words import counted, difference_text
from deepintro_desktop.ui.widgets.words import MINUS, grouped
from deepintro_desktop.workflows.detective import PRESET_TITLES, number_word, sureness

if TYPE_CHECKING:
    from deepintro_desktop.jobs import JobFailure

FORMAT_WORDS = {
    "onnx": marked("AddNetwork", "ONNX network"),
    "caffe": marked("AddNetwork", "Caffe network"),
    "tensorflow1": marked("AddNetwork", "TensorFlow 1 checkpoint"),
    "savedmodel": marked("AddNetwork", "TensorFlow SavedModel"),
    "frozen-graph": marked("AddNetwork", "frozen TensorFlow graph"),
    "keras": marked("AddNetwork", "Keras network"),
    "torchscript": marked("AddNetwork", "TorchScript network"),
    "torch-export": marked("AddNetwork", "exported PyTorch program"),
    "torch-weights": marked("AddNetwork", "PyTorch weights"),
}
_ROLE_WORDS = {
    "weights": marked("AddNetwork", "weights"),
    "labels": marked("AddNetwork", "labels"),
    "mean": marked("AddNetwork", "mean picture"),
    "network": marked("AddNetwork", "structure"),
}
_RESIZE_WORDS = {
    "stretch": marked("AddNetwork", "stretched to the size"),
    "crop": marked("AddNetwork", "middle cut out"),
    "pad": marked("AddNetwork", "padded"),
}
FILE_WORDS = {
    "network": (marked("AddNetwork", "Choose the file of the model"), NETWORK_FILTER),
    "weights": (marked("AddNetwork", "Choose the weights"), NETWORK_FILTER),
    "labels": (
        marked("AddNetwork", "Choose the labels"),
        marked("Files", "Labels (*.txt *.csv *.tsv);;All files (*)"),
    ),
    "mean": (
        marked("AddNetwork", "Choose the mean picture"),
        marked("Files", "Mean pictures (*.binaryproto *.npy);;All files (*)"),
    ),
}
"""For each role of a file: what is asked for, and which files are offered."""

_UNIT = 1 / 255


def found(inspection: Inspection, problem: str) -> Found:
    """Return everything that was found; ``problem`` is what went wrong with a companion, if anything."""
    manifest = inspection.record.manifest
    says_how = manifest.specification_source is SpecificationSource.FILE
    title = (
        _tr("The file says how pixels are prepared")
        if says_how
        else _tr("Which one reads the picture correctly?")
    )
    n_ways = len(inspection.candidates)
    text = (
        _tr("Nothing needs to be chosen. This is what the network answers:")
        if says_how
        else _tr(
            "The files do not say how pixels were prepared. Here are {0} ways, and what the "
            "network answers to the same picture."
        ).format(number_word(n_ways))
    )
    options = tuple(
        OptionRow(choice.what, (choice.used, *choice.others), choice.guessed)
        for choice in manifest.choices
        if choice.others
    )
    return Found(
        title, text, _files(inspection, problem), options, _checks(inspection), inspection.record.name
    )


def _files(inspection: Inspection, problem: str) -> tuple[FileRow, ...]:
    manifest = inspection.record.manifest
    rows: list[FileRow] = []
    roles = {file.role for file in inspection.files}
    weights = [file for file in inspection.files if file.role == "weights"]
    for file in inspection.files:
        if file.role == "network":
            kind = _tr(FORMAT_WORDS.get(manifest.format.lower(), manifest.format))
            rows.append(FileRow(Mark.FINE, file.name, _tr("recognised from its content: {0}").format(kind)))
        elif file.role == "weights" and file is weights[0]:
            more = _tr(" and {0} more").format(len(weights) - 1) if weights[1:] else ""
            rows.append(
                FileRow(Mark.FINE, file.name + more, _tr("weights, {0}").format(_how(file.was_named)))
            )
        elif file.role == "mean":
            rows.append(
                FileRow(
                    Mark.FINE,
                    file.name,
                    _tr("mean picture, {0}").format(_how(file.was_named)),
                    "mean",
                    _tr("Choose another…"),
                )
            )
    if not any(file.role == "network" for file in inspection.files):
        kind = _tr(FORMAT_WORDS.get(manifest.format.lower(), manifest.format))
        rows.insert(0, FileRow(Mark.FINE, inspection.request.path.name, _tr("recognised: {0}").format(kind)))
    rows.append(_labels(inspection))
    is_open = manifest.specification_source is not SpecificationSource.FILE
    if manifest.format.lower() == "caffe" and "mean" not in roles and is_open:
        rows.append(
            FileRow(
                Mark.NOTE,
                _tr("No mean picture"),
                _tr("none lies beside it, mostly none is needed"),
                "mean",
                _tr("Choose…"),
            )
        )
    rows += [FileRow(Mark.TROUBLE, _tr("Labels not used"), said(warning)) for warning in inspection.warnings]
    if problem:
        rows.append(FileRow(Mark.TROUBLE, _tr("Not used"), problem))
    return tuple(rows)


def _labels(inspection: Inspection) -> FileRow:
    manifest = inspection.record.manifest
    file = next((file for file in inspection.files if file.role == "labels"), None)
    if file is None and manifest.labels:
        return FileRow(
            Mark.FINE,
            _tr("Labels"),
            _tr("{0} labels, from the file itself").format(grouped(len(manifest.labels))),
            "labels",
            _tr("Choose another…"),
        )
    if file is None:
        text = _tr("{0} classes will be numbered").format(grouped(manifest.n_classes))
        return FileRow(Mark.NOTE, _tr("No labels"), text, "labels", _tr("Choose…"))
    text = _tr("{0} labels, {1}").format(grouped(len(manifest.labels)), _how(file.was_named))
    return FileRow(Mark.FINE, file.name, text, "labels", _tr("Choose another…"))


def _checks(inspection: Inspection) -> tuple[FileRow, ...]:
    """Return how the network was compared with its own runtime, and what cannot be done with it."""
    manifest = inspection.record.manifest
    rows = []
    if manifest.parity is None:
        rows.append(
            FileRow(Mark.NOTE, _tr("Not checked"), _tr("No runtime of its own is there to compare with."))
        )
    else:
        difference = difference_text(manifest.parity.max_relative_difference)
        runtime = said(manifest.parity.runtime)
        text = _tr("Answers like {0}; the largest difference is {1} of the largest logit.").format(
            runtime, difference
        )
        rows.append(FileRow(Mark.FINE, _tr("Checked, Δ {0}").format(difference), text))
    if manifest.unexplainable:
        text = " ".join(map(said, manifest.unexplainable))
        rows.append(FileRow(Mark.TROUBLE, _tr("Can be predicted, but not explained"), text))
    return tuple(rows)


def missing_files(path: Path, role: str, expected: str) -> tuple[FileRow, ...]:
    """Return the rows of a network of which one file is missing."""
    word = _tr(_ROLE_WORDS.get(role, role))
    return (
        FileRow(Mark.FINE, path.name, _tr("recognised, but only a part")),
        FileRow(Mark.TROUBLE, f"{word}: {expected}", _tr("not found beside it"), role, _tr("Choose…")),
    )


def refusal(request: AddNetworkRequest, failure: "JobFailure") -> Refusal:
    """Return why a network cannot be read, and what could help: a missing file, a structure, another file."""
    facts = getattr(failure.error, "fields", {})
    missing = str(facts.get("missing", ""))
    structure = request.architecture or str(facts.get("architecture", ""))
    if missing:
        rows = missing_files(request.path, missing, str(facts.get("expected", "")))
        return Refusal(rows, failure, Ask.MISSING_FILE, missing)
    if structure:
        rows = refused_files(request.path, _tr("weights without a structure"))
        return Refusal(rows, failure, Ask.STRUCTURE, value=structure)
    return Refusal(refused_files(request.path, _tr("cannot be added")), failure, Ask.OTHER_FILE, "network")


def refused_files(path: Path, why: str) -> tuple[FileRow, ...]:
    """Return the row of a file that is no network, or not yet."""
    return (FileRow(Mark.TROUBLE, path.name, why),)


def fields(
    spec: InputSpecification, sources: dict[str, SpecificationSource], *, is_own: bool
) -> tuple[FieldRow, ...]:
    """Return the parts of a preparation; ``is_own``: a person chose it instead of the program's finding."""
    user = SpecificationSource.USER

    def source(name: str) -> SpecificationSource:
        return user if is_own and sources[name] is not SpecificationSource.FILE else sources[name]

    order = _tr("grey") if spec.order is ChannelOrder.GRAY else spec.order.value
    rows = [
        FieldRow(_tr("Size"), f"{spec.width} × {spec.height}", sources["size"]),
        FieldRow(_tr("Channels"), str(spec.channels), sources["channels"]),
        FieldRow(_tr("Order"), order, source("order")),
        FieldRow(_tr("Range"), _range(spec), source("range")),
        FieldRow(_tr("Mean"), _values(spec.mean), source("mean")),
        FieldRow(_tr("Divided by"), _values(spec.std), source("std")),
    ]
    if spec.resize.value != "stretch":
        rows.append(FieldRow(_tr("Fit"), _tr(_RESIZE_WORDS[spec.resize.value]), user))
    return tuple(rows)


def cards(case: Case, picture_index: int) -> tuple[PresetCard, ...]:
    """Return the cards of all preparations; those that were not tried have only names and formulas."""
    if case.inspection is None:
        return ()
    n_classes = case.inspection.record.manifest.n_classes
    trials = [case.trials.get(option.specification) for option in case.options]
    known = [trial for trial in trials if trial is not None]
    axis = (min((0.0, *(trial.low for trial in known))), max((0.0, *(trial.high for trial in known))))
    tip = case.advice.key if case.advice is not None and len(trials) > 1 and known else ""
    shown = []
    for option, trial in zip(case.options, trials, strict=True):
        text = formula(option.specification)
        card = PresetCard(option.key, title(option.key), text, 0.0, 0.0, axis, recommended=option.key == tip)
        shown.append(card if trial is None else _answered(card, trial, picture_index, n_classes))
    return tuple(shown)


def _answered(card: PresetCard, trial: Trial, picture_index: int, n_classes: int) -> PresetCard:
    answer = trial.answers[picture_index] if picture_index < len(trial.answers) else ()
    bars = tuple((score.label, score.probability) for score in answer)
    card = replace(card, low=trial.low, high=trial.high, bars=bars)
    if trial.mean_best is None:
        return card
    n_pictures = sum(1 for entry in trial.answers if entry)
    detail = _tr("{0}: mean {1:.2f}").format(
        counted(n_pictures, _tr("picture"), _tr("pictures")), trial.mean_best
    )
    return replace(card, sure=sureness(trial.mean_best, n_classes), detail=detail)


def title(key: str) -> str:
    """Return the name of a preparation."""
    return translate("Preparations", PRESET_TITLES.get(key, key))


def verdict(advice: Advice | None, n_options: int) -> Verdict:
    """Return the sentences under the cards: none where there is nothing to choose from.

    ``advice`` is None while the preparations are tried.
    """
    if n_options < 2:
        return Verdict("")
    if advice is None:
        return Verdict(_tr("Trying what each way gives…"))
    return Verdict(advice.reason, advice.warning)


def formula(spec: InputSpecification) -> str:
    """Return how pixels are prepared in a few words: ``BGR, 0–255 minus mean``."""
    order = _tr("grey") if spec.order is ChannelOrder.GRAY else spec.order.value
    means, stds = set(spec.mean), set(spec.std)
    ends = [(pixel * spec.scale - spec.mean[0]) / spec.std[0] for pixel in (0, 255)]
    if (
        len(means) == 1
        and len(stds) == 1
        and means != {0.0}
        and all(abs(abs(end) - 1) < 1e-3 for end in ends)
    ):
        return _tr("{0}, {1}1 to 1").format(order, MINUS)
    base = f"{order}, {_range(spec, '{0}–{1}')}"
    if means == {0.0} and stds == {1.0}:
        return _tr("{0} as it is").format(base)
    return _tr("{0} minus mean").format(base) if stds == {1.0} else _tr("{0}, mean and std").format(base)


def range_text(low: float, high: float) -> str:
    """Return ``−123 to 151``; small numbers with one digit."""
    return _tr("{0} to {1}").format(number(low), number(high))


def number(value: float) -> str:
    """Return a number as short as it is still told apart: ``104``, ``0.485``, ``−2.1``."""
    digits = 0 if abs(value) >= 20 or value == int(value) else 1 if abs(value) >= 1 else 3
    text = f"{abs(value):.{digits}f}"
    return (MINUS if value < 0 and float(text) else "") + text


def _range(spec: InputSpecification, form: str = "") -> str:
    """Return what pixels are before mean and std are taken."""
    if abs(spec.scale - _UNIT) < 1e-6:
        return (form or _tr("{0} to {1}")).format(0, 1)
    return (form or _tr("{0} to {1}")).format(0, number(255 * spec.scale))


def _values(values: Sequence[float]) -> str:
    shown = [number(value) for value in values]
    return shown[0] if len(set(shown)) == 1 else ", ".join(shown)


def _how(was_named: bool) -> str:
    return _tr("chosen by you") if was_named else _tr("found beside it")


def _tr(text: str) -> str:
    return translate("AddNetwork", text)
