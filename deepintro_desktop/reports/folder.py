"""An explanation as a folder: pictures, tables, everything as JSON, and the file that replays it."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from deepintro_desktop.core.report import ReportCase, ReportData
from deepintro_desktop.imaging import png_bytes
from deepintro_desktop.reports import pictures, words
from deepintro_desktop.reports.plain import explanation_json

FORMAT, VERSION = "deepintro-report", 1
REPLAY = "replay.json"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def folder_files(case: ReportCase, data: ReportData) -> dict[str, bytes]:
    """Return the files of one explanation by name.

    Pictures are PNG. ``input.png`` and those of the answers have the model's own pixels, the map and the
    picture with the features are enlarged. ``relevance.npy`` (float32 [height, width]) and ``features.npy``
    (int32, 0 = none, else the feature's number) are exact. The tables are UTF-8 with a line of heads, numbers
    in full precision. ``report.json`` holds everything.
    """
    of = case.explanation
    shown = {figure.name: figure.pixels_hwc_u8 for figure in pictures.relevance(case)}
    shown |= {"picture": case.picture_hwc_u8, "input": of.input_hwc_u8}
    shown |= {f"answer-{key.replace('_', '-')}": pixels for key, pixels in case.answers_hwc_u8.items()}
    files = {f"{name}.png": png_bytes(pixels) for name, pixels in sorted(shown.items())}
    files["relevance.npy"] = _npy(of.relevance.values_hw.astype(np.float32))
    files["features.npy"] = _npy(of.features.labels_hw.astype(np.int32))
    files["features.csv"] = features_csv(case)
    files["prediction.csv"] = _csv(
        ("class", "label", "probability"),
        ((score.index, score.label, score.probability) for score in of.prediction.top),
    )
    if of.analysis is not None:
        files["answers.csv"] = answers_csv(case)
    files[REPLAY] = json_bytes(case.replay)
    names = {name.rpartition(".")[0]: name for name in files if name != REPLAY} | {"replay": REPLAY}
    files["report.json"] = json_bytes(report_json(data, (case,), names))
    return files


def report_json(
    data: ReportData, cases: Iterable[ReportCase], files: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """Return everything that a report says, as plain JSON values.

    ``explanations`` holds the object of ``deepintro explain --json`` for each, and beside it ``computed``
    (when), ``origin`` (hashes, devices, versions of that time), ``settings`` and ``limits`` in plain words,
    and ``replay``, the content of the replay file.
    """
    return {
        "format": FORMAT,
        "version": VERSION,
        "made": data.made,
        "program": data.version,
        "comment": data.comment,
        "disclaimer": words.DISCLAIMER,
        "patents": words.PATENTS,
        "explanations": [_case(case, dict(files or {})) for case in cases],
    }


def _case(case: ReportCase, files: dict[str, str]) -> dict[str, Any]:
    of, replay = case.explanation, case.replay
    return {
        **explanation_json(of, files),
        "computed": case.made,
        "origin": dict(case.origin),
        "patient": list(case.patient),
        "settings": list(words.settings(of, replay["budget"], replay["repeat"])),
        "limits": list(words.limits(of.analysis is not None)),
        "replay": dict(case.replay),
    }


def features_csv(case: ReportCase) -> bytes:
    """Return the features as a table; changes and Shapley values are shares of 1, boxes end exclusive."""
    of = case.explanation
    analysis = of.analysis
    head = ("number", "name", "drawn", "relevance", "pixels", "x0", "y0", "x1", "y1", "change_alone")
    more = ("shapley", "shapley_error") if analysis else ()
    rows = []
    for index, feature in enumerate(of.features.features):
        drop = of.alone_drops.get(feature.number)
        carried = (_known(analysis.shapley[index]), _known(analysis.shapley_error[index])) if analysis else ()
        change = None if drop is None else -drop
        place = (feature.relevance, feature.n_pixels, *feature.box, change)
        rows.append((feature.number, feature.name, int(feature.drawn), *place, *carried))
    return _csv((*head, *more), rows)


def answers_csv(case: ReportCase) -> bytes:
    """Return the four answers as a table; the features of *minimum to keep* are those that stay."""
    analysis = case.explanation.analysis
    assert analysis is not None
    spread = analysis.spread
    rows = []
    for key in words.ANSWERS:
        answer = getattr(analysis, key)
        held = getattr(spread, key) if spread else None
        top = (answer.top.index, answer.top.label, answer.top.probability) if answer.top else ("", "", "")
        again = (held.n_held, held.lowest, held.highest) if held else ("", "", "")
        features = " ".join(map(str, answer.features))
        sure = (answer.certainty.value, answer.lower_bound, answer.n_evaluated)
        repetitions = len(spread.repetitions) if spread else 0
        rows.append((key, features, answer.probability, *top, *sure, repetitions, *again))
    head: tuple[str, ...] = ("answer", "features", "probability", "top_class", "top_label", "top_probability")
    head += ("certainty", "lower_bound", "evaluated", "repetitions", "held", "lowest", "highest")
    return _csv(head, rows)


def json_bytes(values: Mapping[str, Any]) -> bytes:
    """Return a JSON file, UTF-8."""
    return (json.dumps(values, ensure_ascii=False, allow_nan=False, indent=2) + "\n").encode()


def _csv(head: Iterable[str], rows: Iterable[Iterable[Any]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return text.getvalue().encode()


def _cell(value: Any) -> Any:
    """Return what stands in a cell; spreadsheets must not take a name for a formula."""
    if value is None:
        return ""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _known(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None


def _npy(array: np.ndarray) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, array, allow_pickle=False)
    return buffer.getvalue()
