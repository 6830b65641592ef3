"""Folding explicit zero padding into the convolution or pool that follows."""

from deepintro_desktop.engine.graph.canonical.draft import Draft
from deepintro_desktop.engine.graph.operator import Node
from deepintro_desktop.engine.graph.operators.shape import pad_amounts
from deepintro_desktop.engine.graph.operators.windows import Windows, windows_of

_NON_NEGATIVE = {"Relu", "Sigmoid", "HardSigmoid", "Softmax", "Softplus", "Abs", "Exp", "Sqrt", "ReduceL2"}
_KEEPS_SIGN = {
    "MaxPool",
    "AveragePool",
    "GlobalAveragePool",
    "GlobalMaxPool",
    "Concat",
    "Transpose",
    "Reshape",
}
_NEVER_WINS = -1e37


def fold_pads(draft: Draft) -> None:
    """Let convolutions and pools do the padding that a Pad node does before them, where that is the same."""
    for node in draft.visit(backwards=True):
        if (
            node.operator != "Pad"
            or node.outputs[0] == draft.output_name
            or node.inputs[0] not in draft.active
        ):
            continue
        if node.attributes.get("mode", "constant") != "constant" or not _is_constant(draft, node):
            continue
        readers = draft.consumers(node.outputs[0])
        changes = [_padded_attributes(draft, node, reader) for reader in readers]
        if readers and all(changes):
            for reader, attributes in zip(readers, changes, strict=True):
                inputs = (node.inputs[0], *reader.inputs[1:])
                draft.change(reader, inputs=inputs, attributes=attributes)
            draft.remove(node)


def _is_constant(draft: Draft, node: Node) -> bool:
    return all(name in draft.constants for name in node.inputs[1:] if name)


def _padded_attributes(draft: Draft, pad: Node, reader: Node) -> dict[str, object] | None:
    """Return the attributes with which the reader needs no Pad before it, or None when there are none."""
    if reader.operator not in ("Conv", "MaxPool", "AveragePool") or reader.inputs[0] != pad.outputs[0]:
        return None
    sizes = draft.sizes[pad.inputs[0]]
    begins, ends, value = pad_amounts(pad, draft.inputs_of(pad), len(sizes))
    if any(begins[:2]) or any(ends[:2]) or min(*begins, *ends) < 0:
        return None
    kernel = tuple(draft.constants[reader.inputs[1]].shape[2:]) if reader.operator == "Conv" else None
    before = windows_of(reader, draft.sizes[pad.outputs[0]][2:], kernel)
    attributes = dict(reader.attributes)
    attributes.pop("auto_pad", None)
    attributes["pads"] = (
        *[b + extra for b, extra in zip(before.begins, begins[2:], strict=True)],
        *[e + extra for e, extra in zip(before.ends, ends[2:], strict=True)],
    )
    if reader.operator == "AveragePool":
        attributes["count_include_pad"] = 1
    after = windows_of(
        Node(reader.name, reader.operator, (), (), attributes, reader.opset), sizes[2:], kernel
    )
    if after.outputs != before.outputs or not _is_same(draft, (pad, reader), (before, after), value):
        return None
    return attributes


def _is_same(draft: Draft, nodes: tuple[Node, Node], windows: tuple[Windows, Windows], value: float) -> bool:
    pad, reader = nodes
    before, after = windows
    if reader.operator == "Conv":
        return value == 0
    if reader.operator == "AveragePool":
        own = any(before.begins) or any(before.ends)
        return value == 0 and (not own or bool(reader.attributes.get("count_include_pad", 0)))
    never_wins = value < _NEVER_WINS or (value == 0 and is_non_negative(draft, pad.inputs[0]))
    return never_wins and set(after.dilations) == {1} and _all_windows_see_data(after)


def _all_windows_see_data(windows: Windows) -> bool:
    return all(
        k > b and (n - 1) * stride - b < size
        for k, b, n, stride, size in zip(
            windows.kernel, windows.begins, windows.outputs, windows.strides, windows.sizes, strict=True
        )
    )


def is_non_negative(draft: Draft, name: str) -> bool:
    """Return whether a value can be seen to hold no negative number, from the nodes that make it."""
    node = draft.producer(name)
    if node is None:
        constant = draft.constants.get(name)
        return constant is not None and bool((constant >= 0).all())
    if node.operator == "Clip":
        low = draft.inputs_of(node)[1] if len(node.inputs) > 1 else node.attributes.get("min")
        return low is not None and float(low) >= 0
    if node.operator in _NON_NEGATIVE:
        return True
    carried = node.inputs if node.operator == "Concat" else node.inputs[:1]
    return node.operator in _KEEPS_SIGN and all(is_non_negative(draft, source) for source in carried)
