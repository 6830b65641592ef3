"""Open a network file of any known format: the one door of this package."""

from dataclasses import replace
from typing import TYPE_CHECKING

from deepintro_desktop.core.errors import DeepIntroError, OutOfMemoryError, WrongRequestError
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.records import Manifest, Parity, SourceFile
from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.importers import preprocessing
from deepintro_desktop.importers.companions import find_companions
from deepintro_desktop.importers.contract import ImportedNetwork, NetworkFiles, SourceNetwork, SourceWishes
from deepintro_desktop.importers.detect import SAVED_MODEL_FILE, detect
from deepintro_desktop.importers.digests import network_digest, source_file
from deepintro_desktop.importers.families import family_of
from deepintro_desktop.importers.labels import read_labels
from deepintro_desktop.importers.mean import Mean, is_typed, read_mean
from deepintro_desktop.importers.parity import (
    LARGEST_TOLERANCE,
    TOLERANCE,
    Difference,
    prepared,
    probe_pixels,
    refuse_different,
)
from deepintro_desktop.importers.wording import made_readable

if TYPE_CHECKING:
    from deepintro_desktop.importers.onnx.canonical import Analysed, Answers

LABELS_NOT_USED = "They were found beside the network and are not used."
"""The end of the note about labels that lie beside a network and do not fit it."""

_ROLES = ("network", "weights", "labels", "mean")


def open_network(request: AddNetworkRequest, report: Report = SILENT) -> ImportedNetwork:
    """Read a network with its companions, bring it to the one stored form, and compare it with the source.

    Raises
    ------
    NotFoundError, UnreadableNetworkError, UnsupportedNetworkError, UnsafeFileError
        What is wrong with the files.
    ParityError
        The converted network answers differently.
    WrongRequestError
        Labels, mean or preprocessing do not fit the network.
    """
    try:
        return _opened(request, report)
    except DeepIntroError as error:
        paths = (request.path, request.weights, request.labels, request.mean)
        names = tuple(path.name for path in paths if path is not None)
        raise made_readable(error, names)  # noqa: B904 - it is the very same error


def _opened(request: AddNetworkRequest, report: Report) -> ImportedNetwork:
    wish = preprocessing.read_wish(request.preprocessing)
    kind = detect(request.path)
    convert = family_of(kind).load()
    wishes = SourceWishes(request.architecture, request.signature, request.input, request.output, wish.size)
    files = find_companions(request, kind, wishes)
    reading, working, checking = report.split(2, 5, 3)
    try:
        source = convert(files, reading)
        return _imported(files, source, wish, (working, checking), kind.value)
    except MemoryError as error:
        raise OutOfMemoryError(
            f"{request.path.name} does not fit into memory.",
            "",
            "Close other programs, or use a smaller network.",
        ) from error


def _imported(
    files: NetworkFiles,
    source: SourceNetwork,
    wish: preprocessing.Wish,
    reports: tuple[Report, Report],
    kind: str,
) -> ImportedNetwork:
    from deepintro_desktop.importers.explainable import check_explainable
    from deepintro_desktop.importers.onnx.canonical import analyse, answers_of, canonicalise

    found = analyse(source.onnx, wish.size)
    channels = found.picture.channels
    mean = read_mean(files.mean, channels) if files.mean is not None else None
    shape = preprocessing.NetworkInput(channels, found.height, found.width)
    resolved = preprocessing.resolve(wish, source.hints, shape, mean)
    probes = prepared(probe_pixels(channels, found.height, found.width), resolved.specification)
    answers = answers_of(found, probes)
    native = _native_difference(source, found, answers)
    network = canonicalise(found, answers, reports[0])
    reports[1](0, 2, "Comparing with the original")
    explained = check_explainable(network.network, probes, network.reference_logits)
    difference = network.difference.worst(native)
    if explained.difference is not None:
        refuse_different(explained.difference, answers.tolerance, "The network in the explanation engine")
        difference = difference.worst(explained.difference)
    reports[1](1, 2, "Reading labels")
    n_classes = network.reference_logits.shape[1]
    labels, label_notes = _labels(files, n_classes)
    digests = _digests(files if labels else replace(files, labels=None), source, mean)
    manifest = Manifest(
        format=kind,
        sha256=network_digest(digests),
        files=digests,
        specification=resolved.specification,
        specification_source=resolved.source,
        n_classes=n_classes,
        labels=labels,
        output_kind=network.kind,
        layer_names=source.layer_names,
        parity=Parity(source.runtime, difference.absolute, difference.relative, len(probes)),
        unexplainable=explained.reasons,
        notes=(
            files.notes
            + source.notes
            + network.notes
            + resolved.notes
            + _rounding_notes(difference, answers)
            + label_notes
        ),
        choices=source.choices,
        default_method=explained.usual_method,
    )
    return ImportedNetwork(network.stored, manifest)


def _native_difference(source: SourceNetwork, found: "Analysed", answers: "Answers") -> Difference:
    """Return how far the converted network is from the source's own runtime; refuse what is too far."""
    if source.native is None:
        return Difference(0.0, 0.0)
    expected, converted = found.reference.beside(source.native, answers.probes)
    difference = Difference.between(expected, converted)
    refuse_different(difference, answers.tolerance, "The converted network")
    return difference


def _rounding_notes(difference: Difference, answers: "Answers") -> tuple[str, ...]:
    """Say it where a difference was accepted that is larger than usual, because rounding explains it."""
    if not TOLERANCE < difference.relative < answers.tolerance <= LARGEST_TOLERANCE:
        return ()
    return (
        f"Its answers differ from the original by up to {difference.relative:.1g} of the largest logit; "
        "rounding alone moves the answers of this network as much.",
    )


def _labels(files: NetworkFiles, n_classes: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return labels and notes. A list that merely lies there and does not fit is of another network."""
    if files.labels is None:
        return (), ()
    try:
        return read_labels(files.labels, n_classes), ()
    except WrongRequestError as error:
        if files.labels_were_named:
            raise
        return (), (f"{error.message} {LABELS_NOT_USED}",)


def _digests(files: NetworkFiles, source: SourceNetwork, mean: Mean | None) -> tuple[SourceFile, ...]:
    named = [(role, path) for role, path in files.named() if role != "mean" or (mean and not is_typed(path))]
    extra = dict.fromkeys((*files.extra, *source.extra_files))
    known = {path for _, path in named}
    named += [("weights", path) for path in extra if path not in known]
    named.sort(key=lambda entry: _ROLES.index(entry[0]))
    return tuple(
        source_file(role, path / SAVED_MODEL_FILE if path.is_dir() else path) for role, path in named
    )
