"""Any classifier becomes one form: NCHW float32 in, free batch, logits [N, classes] out; and is checked."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from onnx import ModelProto, TensorProto, ValueInfoProto, version_converter

from deepintro_desktop.core.errors import DeepIntroError, UnreadableNetworkError, UnsupportedNetworkError
from deepintro_desktop.core.progress import Report
from deepintro_desktop.core.records import OutputKind
from deepintro_desktop.engine.graph.scan import unsupported_operators
from deepintro_desktop.importers.contract import SEVERAL_SIZES
from deepintro_desktop.importers.onnx import batch as batching
from deepintro_desktop.importers.onnx import edit, ending, interface, layout, precision
from deepintro_desktop.importers.onnx.bodies import with_bodies
from deepintro_desktop.importers.onnx.reference import SourceReference, exposed, run, session
from deepintro_desktop.importers.onnx.simplify import simplified
from deepintro_desktop.importers.onnx.soundness import check_memory
from deepintro_desktop.importers.parity import (
    HALF_TOLERANCE,
    Difference,
    allowed,
    moved,
    refuse_different,
    refuse_without_numbers,
)

_OLDEST_OPSET, _NEWEST_EXPLAINED = 7, 21


@dataclass(frozen=True)
class Analysed:
    """A source network whose picture, output and ending are known.

    ``network`` has one output and inferred shapes.
    """

    network: ModelProto
    picture: interface.Picture
    height: int
    width: int
    end: ending.Ending
    reference: SourceReference
    is_half: bool
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Answers:
    """What a source network gives for ``probes`` float32 [N, C, H, W], and how near other forms must come.

    ``outputs`` and ``logits``: float [N, classes]. ``tolerance`` is relative to the largest of them.
    """

    probes: np.ndarray
    outputs: np.ndarray
    logits: np.ndarray
    tolerance: float


@dataclass(frozen=True)
class Canonical:
    """The network in its one form, and how far it is from the source on the probes.

    ``reference_logits`` float32 [N, classes] is what the source gave for the probes, in the stored form.
    """

    network: ModelProto
    stored: bytes
    kind: OutputKind
    reference_logits: np.ndarray
    difference: Difference
    notes: tuple[str, ...]


def analyse(source: ModelProto, size: tuple[int, int] | None) -> Analysed:
    """Find picture, output and ending; ``source`` is changed and must not be used any more.

    ``size`` (height, width) is what the user wishes where the file leaves it free. Raises
    ``UnsupportedNetworkError``, ``UnsafeFileError`` or ``UnreadableNetworkError``.
    """
    picture = interface.picture_of(source.graph)
    wished = size or (interface.DEFAULT_SIDE, interface.DEFAULT_SIDE)
    height, width = picture.height or wished[0], picture.width or wished[1]
    original = _only_input(source, picture.name)
    network = _in_known_opset(with_bodies(source))
    edit.set_shape(network.graph.input[0], picture.sizes(height, width))
    edit.infer(network)
    output, notes = interface.class_output(network)
    _keep_output(network, output, picture.name)
    interface.refuse_foreign(network.graph)
    check_memory(network)
    if size is None and None in (picture.height, picture.width):
        notes += (f"{SEVERAL_SIZES}; {width} × {height} is used.",)
    end = ending.closing(network.graph, output)
    outputs = _elements(network, (output, end.logits))
    try:
        reference = SourceReference(exposed(source, original, outputs), picture)
    except UnreadableNetworkError as refusal:
        reference = _single_precision(source, picture, original, outputs, refusal)
        notes += ("The network is in double precision; it was compared and is used in single precision.",)
    is_half = precision.uses_half(network.graph)
    return Analysed(network, picture, height, width, end, reference, is_half, notes)


def _only_input(network: ModelProto, picture: str) -> ValueInfoProto:
    """Return a copy of the picture input, and make it the only one: old files list every weight there too."""
    graph, original = network.graph, ValueInfoProto()
    original.CopyFrom(next(entry for entry in graph.input if entry.name == picture))
    del graph.input[:]
    graph.input.append(original)
    network.ir_version = max(network.ir_version, 4)
    return original


def _elements(network: ModelProto, names: tuple[str, ...]) -> dict[str, int]:
    """Return the element types of tensors; those that inference does not know are like the output."""
    values = (*network.graph.value_info, *network.graph.output)
    known = {entry.name: entry.type.tensor_type.elem_type for entry in values}
    usual = known.get(names[0]) or TensorProto.FLOAT
    return {name: known.get(name) or usual for name in names}


def _single_precision(
    source: ModelProto,
    picture: interface.Picture,
    original: ValueInfoProto,
    outputs: dict[str, int],
    refusal: UnreadableNetworkError,
) -> SourceReference:
    """Return the source in single precision, for what onnxruntime cannot compute in double precision.

    Where precision is not the reason for the refusal, every operator that could be is named at once.
    """
    single = _copy(source)
    if not precision.to_float32(single):
        unknown = ", ".join(entry.text for entry in unsupported_operators(source))
        if not unknown:
            raise refusal
        raise UnsupportedNetworkError(
            "The network uses operators that cannot be run.",
            f"Not known here: {unknown}. {refusal.why}",
            "Export it for another opset, with these operators written as simpler ones.",
        ) from refusal
    picture, changed = (
        replace(picture, element=single.graph.input[0].type.tensor_type.elem_type),
        ValueInfoProto(),
    )
    changed.CopyFrom(original)
    changed.type.tensor_type.elem_type = picture.element
    return SourceReference(exposed(single, changed, dict.fromkeys(outputs, TensorProto.FLOAT)), picture)


def _in_known_opset(network: ModelProto) -> ModelProto:
    """Bring operators that are too old, or newer than can be explained, to a version that is known."""
    version = edit.opset(network)
    if _OLDEST_OPSET <= version <= _NEWEST_EXPLAINED:
        return network
    try:
        return version_converter.convert_version(
            network, 13 if version < _OLDEST_OPSET else _NEWEST_EXPLAINED
        )
    except Exception as error:
        if version > _NEWEST_EXPLAINED:
            return network
        raise UnsupportedNetworkError(
            f"The network uses very old ONNX operators (version {version}).",
            f"They cannot be brought up to date: {edit.first_line(error)}.",
            "Export it again with opset 17.",
        ) from error


def _keep_output(network: ModelProto, output: str, picture: str) -> None:
    graph = network.graph
    values = {entry.name: entry for entry in (*graph.value_info, *graph.output)}
    value = type(graph.output[0])()
    if output in values:
        value.CopyFrom(values[output])
    else:
        value.name = output
        value.type.tensor_type.elem_type = 1
    del graph.output[:]
    graph.output.append(value)
    edit.prune(graph, [picture])


def answers_of(found: Analysed, probes: np.ndarray) -> Answers:
    """Run ``probes`` float32 [N, C, H, W] through the source, as they are and moved by rounding."""
    outputs, logits = found.reference(probes)
    if found.is_half:
        return Answers(probes, outputs, logits, HALF_TOLERANCE)
    own = Difference(0.0, 0.0)
    for pictures in moved(probes):
        for before, after in zip((outputs, logits), found.reference(pictures), strict=True):
            own = own.worst(Difference.between(before, after))
    return Answers(probes, outputs, logits, allowed(own))


def canonicalise(found: Analysed, answers: Answers, report: Report) -> Canonical:
    """Bring the network to its one form, and compare it with the answers of the source.

    ``found`` is used up.

    Raises ``ParityError`` when no form answers like the source, ``UnsupportedNetworkError`` when the batch
    cannot be freed.
    """
    outputs, logits = answers.outputs, answers.logits
    found.reference.release()
    refuse_without_numbers(logits)
    kind = found.end.kind if _is_closed(found, outputs, logits) else OutputKind.LOGITS
    end = found.end if kind is found.end.kind else ending.Ending(OutputKind.LOGITS, found.end.logits)
    expected, kind, notes = _expected(logits if end.node is not None else outputs, kind)
    fixed = _prepared(found, end, expected.shape[1] != logits.shape[1])
    best, failure = Difference(float("inf"), float("inf")), None
    for n_tried, build in enumerate(_forms(found, fixed)):
        report(n_tried, 6, "Simplifying the network")
        try:
            network = build()
            if network is None:
                continue
            stored = network.SerializeToString()
            difference = _compare(stored, found.picture.name, answers.probes, expected)
        except DeepIntroError as error:
            failure = error
            continue
        if difference.relative <= answers.tolerance:
            notes += _batch_notes(network, found.picture.name)
            return Canonical(network, stored, kind, expected, difference, found.notes + notes)
        best = min(best, difference, key=lambda entry: entry.relative)
    if failure is not None and not np.isfinite(best.relative):
        raise _batch_is_fixed(found, failure) from failure
    refuse_different(best, answers.tolerance, "The converted network")
    raise AssertionError("unreachable: a difference within the tolerance was returned above")


def _is_closed(found: Analysed, outputs: np.ndarray, logits: np.ndarray) -> bool:
    """Whether the closing function really works over the classes, and not over some other dimension."""
    if found.end.node is None or outputs.shape != logits.shape:
        return False
    told = ending.closed(logits, found.end.kind)
    return bool(
        np.allclose(told, outputs, rtol=1e-2 if found.is_half else 1e-3, atol=1e-2 if found.is_half else 1e-5)
    )


def _expected(logits: np.ndarray, kind: OutputKind) -> tuple[np.ndarray, OutputKind, tuple[str, ...]]:
    """Return what the stored network must give. One number becomes two classes.

    Their softmax is its sigmoid.
    """
    if logits.shape[1] > 1:
        return logits, kind, ()
    both = np.concatenate([-logits / 2, logits / 2], axis=1)
    if kind is OutputKind.SIGMOID:
        note = "The network gives one probability; it is shown as two classes, 0 (no) and 1 (yes)."
    else:
        note = (
            "The network gives one number; it is taken as the evidence (logit) for class 1 against class 0."
        )
    return both, OutputKind.SOFTMAX, (note,)


def _prepared(found: Analysed, end: ending.Ending, is_one_number: bool) -> ModelProto:
    """Return the found network, changed: everything but the batch is in the one form."""
    network = found.network
    ending.cut(
        network.graph,
        ending.closing(network.graph, network.graph.output[0].name) if end.node is not None else end,
    )
    precision.to_float32(network)
    network = precision.widen_input(network, found.picture.name, _infers)
    layout.channels_first(network, found.picture, found.height, found.width)
    network.graph.output[0].type.tensor_type.ClearField("shape")
    edit.infer(network)
    shape = edit.shape_of(network.graph.output[0])
    if shape is None or len(shape) != 2:
        ending.flatten(network.graph)
    if is_one_number:
        ending.two_classes(network.graph)
    network.graph.output[0].type.tensor_type.ClearField("shape")
    edit.prune(network.graph, [found.picture.name])
    return edit.infer(network)


def _infers(network: ModelProto) -> bool:
    try:
        session(network.SerializeToString())
    except DeepIntroError:
        return False
    return True


def _forms(found: Analysed, fixed: ModelProto) -> Iterator[Callable[[], ModelProto | None]]:
    """Yield ways to free the batch, best first: simple graphs explain best, but every network must work."""
    name = found.picture.name

    def free(network: ModelProto | None) -> ModelProto | None:
        return None if network is None else batching.free_batch(network, name)

    def open_input() -> ModelProto:
        return batching.with_free_input(_copy(fixed), name)

    yield lambda: free(simplified(fixed))
    yield lambda: _inferred(simplified(open_input()))
    yield lambda: free(fixed)
    yield open_input
    if found.picture.batch == 1:
        # A batch of one can hide where nothing tells it from other ones; such a network works alone.
        yield lambda: _inferred(simplified(fixed))
        yield lambda: fixed


def _inferred(network: ModelProto | None) -> ModelProto | None:
    return None if network is None else edit.infer(network)


def _copy(network: ModelProto) -> ModelProto:
    copy = ModelProto()
    copy.CopyFrom(network)
    return copy


def _compare(network: bytes, name: str, probes: np.ndarray, expected: np.ndarray) -> Difference:
    loaded = session(network)
    alone = run(loaded, {name: probes[:1]})[0]
    if loaded.get_inputs()[0].shape[0] == 1:
        together = np.concatenate([run(loaded, {name: probe[None]})[0] for probe in probes])
    else:
        together = run(loaded, {name: probes})[0]
    return Difference.between(expected, together).worst(Difference.between(expected[:1], alone))


def _batch_notes(network: ModelProto, name: str) -> tuple[str, ...]:
    (picture,) = (entry for entry in network.graph.input if entry.name == name)
    if (edit.shape_of(picture) or [None])[0] is None:
        return ()
    return ("The network was exported for one picture at a time; an analysis takes longer for that.",)


def _batch_is_fixed(found: Analysed, failure: DeepIntroError) -> DeepIntroError:
    size = found.picture.batch
    if size is None:
        return failure
    return UnsupportedNetworkError(
        "The network only takes a fixed number of pictures at once.",
        f"It was exported for {size} pictures, and this number is built into its layers.",
        "Ask for an export with a free (dynamic) batch size, or for one picture.",
    )
