"""Reports of explanations: gather what the library has, compute what it has not, write all of it."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop import __version__
from deepintro_desktop.core.earlier import EarlierKind, EarlierResult
from deepintro_desktop.core.errors import NotFoundError, WrongRequestError
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.report import (
    ReportCase,
    ReportChoice,
    ReportData,
    ReportFormat,
    ReportRequest,
    WrittenReport,
)
from deepintro_desktop.core.requests import EntryRequest, ExplainRequest, PairRequest
from deepintro_desktop.core.results import Explanation
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.earlier import analyses_before
from deepintro_desktop.workflows.explain import explain
from deepintro_desktop.workflows.picture_view import patient_lines
from deepintro_desktop.workflows.references import image_content, image_pixels
from deepintro_desktop.workflows.replay import replay_of
from deepintro_desktop.workflows.report_files import write_report
from deepintro_desktop.workflows.stages import Regions, subject

_PICTURE_SIDE = 900
_ANSWERS = ("largest_change", "most_important", "minimum_to_keep", "minimum_to_occlude")


def report_choices(_: None, context: Context, report: Report = SILENT) -> tuple[ReportChoice, ...]:
    """Return the explanations of the open project that a report can be made of, newest first.

    Those of which only a relevance map is there are left out: nobody asked for their features yet.
    """
    library = context.library
    networks = library.networks.list(context.project_id)
    images = library.images.list(context.project_id)
    found = [
        choice
        for network in networks
        for image in images
        for choice in _choices(PairRequest(network.id, image.id), context, report)
    ]
    return tuple(sorted(found, key=_made, reverse=True))


def _choices(pair: PairRequest, context: Context, report: Report) -> Iterator[ReportChoice]:
    report.check()
    network = context.library.networks.find(pair.network)
    image = context.library.images.find(pair.image)
    for earlier in analyses_before(pair, context):
        # What another program wrote can depend on what no request can say.
        if earlier.kind is not EarlierKind.RELEVANCE and not set(earlier.others) - {"drawn"}:
            yield ReportChoice(earlier, request_of(earlier), network.name, image.name, image.kind)


def _made(choice: ReportChoice) -> str:
    return choice.earlier.made


def request_of(earlier: EarlierResult) -> ExplainRequest:
    """Return the request that brings a stored explanation back."""
    source = earlier.source
    assert earlier.fill is not None
    return ExplainRequest(
        network=source.network,
        image=source.image,
        target=str(source.target_index),
        method=source.method,
        clustering=source.clustering,
        fill=earlier.fill,
        analyse=earlier.kind is EarlierKind.ANALYSIS,
        budget=earlier.budget,
        repeat=len(earlier.spread.repetitions) if earlier.spread else 0,
        seed=earlier.seed,
        edits=source.edits,
    )


def find_choice(reference: str, choices: tuple[ReportChoice, ...]) -> ReportChoice:
    """Return the explanation whose id begins with a text.

    Raises
    ------
    NotFoundError
        When there is none, or more than one.
    """
    found = [choice for choice in choices if reference and choice.earlier.id.startswith(reference.lower())]
    if len(found) == 1:
        return found[0]
    raise NotFoundError(
        f"There is no analysis {reference} in the project."
        if not found
        else f"{len(found)} analyses begin with {reference}.",
        "",
        "List them with: deepintro report --list",
    )


def make_report(request: ReportRequest, context: Context, report: Report = SILENT) -> WrittenReport:
    """Write a report; nothing of it is there when that is not possible.

    What the library has of an explanation is taken from there; what it has not is computed.

    Raises
    ------
    WrongRequestError
        When nothing is asked for, or DICOM without a DICOM picture or without its patient.
    UnwritableFolderError
        When the folder cannot be written to.
    """
    if not request.subjects or not request.formats:
        raise WrongRequestError("There is nothing to report.", "", "Choose an explanation and a format.")
    gathering, writing = report.split(3, 1)
    cases = []
    n_all = len(request.subjects)
    for index, (wanted, part) in enumerate(
        zip(request.subjects, gathering.split(*[1] * n_all), strict=True), 1
    ):
        part(0, 1, f"Explanation {index} of {n_all}")
        cases.append(_case(wanted, request, context, part))
    data = ReportData(
        tuple(cases),
        made=datetime.now(UTC).isoformat(timespec="seconds"),
        version=__version__,
        paper=request.paper,
        comment=request.comment,
        with_patient=request.with_patient,
    )
    return write_report(data, request, writing)


def _case(wanted: ExplainRequest, request: ReportRequest, context: Context, report: Report) -> ReportCase:
    from deepintro_desktop.imaging import smaller_hwc_u8

    explanation = explain(wanted, context, report)
    made, origin = _origin(wanted, explanation, context)
    image = explanation.image
    is_dicom = image.kind == "DICOM"
    patient: tuple[str, ...] = ()
    if request.with_patient and is_dicom:
        patient = patient_lines(EntryRequest(image.id), context)
    replay = replay_of(explanation, wanted.repeat, wanted.budget)
    wants_source = is_dicom and ReportFormat.DICOM in request.formats
    return ReportCase(
        explanation,
        smaller_hwc_u8(image_pixels(image, context), _PICTURE_SIDE),
        _answers(wanted, explanation, context),
        made,
        origin,
        replay.to_dict(),
        patient,
        image_content(image, context) if wants_source else None,
    )


def _answers(
    wanted: ExplainRequest, explanation: Explanation, context: Context
) -> dict[str, NDArray[np.uint8]]:
    """Return what the network saw for each answer that has a set."""
    analysis = explanation.analysis
    if analysis is None or not explanation.features.features:
        return {}
    of = subject(wanted.network, wanted.image, context)
    filler = Regions(of, explanation.relevance, explanation.features).filler(wanted.fill, wanted.seed)
    everything = {feature.number for feature in explanation.features.features}
    found = {}
    for key in _ANSWERS:
        answer = getattr(analysis, key)
        if answer.found:
            chosen = set(answer.features)
            occluded = everything - chosen if key == "minimum_to_keep" else chosen
            found[key] = filler.apply(tuple(sorted(occluded))) if occluded else of.input_hwc_u8
    return found


def _origin(
    wanted: ExplainRequest, explanation: Explanation, context: Context
) -> tuple[str, Mapping[str, Any]]:
    """Return when and where the numbers were computed: perhaps long ago, with other versions."""
    kind = EarlierKind.ANALYSIS if explanation.analysis is not None else EarlierKind.FEATURES
    for earlier in analyses_before(PairRequest(wanted.network, wanted.image), context):
        if earlier.kind is kind and earlier.provenance and _is_same(request_of(earlier), explanation, wanted):
            return earlier.made, earlier.provenance
    now = explanation.provenance
    plain = {name: value for name, value in now.items() if name != "settings"}
    return str(now.get("date", "")), plain


def _is_same(stored: ExplainRequest, explanation: Explanation, wanted: ExplainRequest) -> bool:
    edits = stored.edits
    return (
        stored.target == str(explanation.target.index)
        and stored.method == wanted.method
        and asdict(stored.clustering) == asdict(explanation.features.parameters)
        and stored.fill is wanted.fill
        and (stored.seed, stored.budget) == (wanted.seed, wanted.budget)
        and (edits.digest if edits else "") == explanation.features.edits.digest
    )
