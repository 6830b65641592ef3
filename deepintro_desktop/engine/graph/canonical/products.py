"""One form for every product with a constant: a Gemm where it is a plain matrix, else the constant second."""

from deepintro_desktop.engine.graph.canonical.draft import Draft
from deepintro_desktop.engine.graph.operator import Node


def name_products(draft: Draft) -> None:
    """Write every MatMul and Einsum of the picture with a constant as the linear operator that it is."""
    for node in draft.visit():
        if len(node.inputs) != 2 or node.operator not in ("MatMul", "Einsum"):
            continue
        carried = [index for index, name in enumerate(node.inputs) if name in draft.active]
        others = [name for name in node.inputs if name in draft.constants]
        if len(carried) == 1 and len(others) == 1:
            node = _with_constant_second(draft, node, carried[0])
            _name_gemm(draft, node)


def _with_constant_second(draft: Draft, node: Node, carried: int) -> Node:
    if carried == 0:
        return node
    constant, picture = node.inputs
    if node.operator == "Einsum":
        sides, arrow, result = node.attributes["equation"].partition("->")
        first, second = sides.split(",")
        # Without an arrow the result has the letters in alphabetical order, whatever the order of operands.
        equation = f"{second},{first}{arrow}{result}"
    else:
        if min(draft.constants[constant].dim(), len(draft.sizes[picture])) < 2:
            return node
        batch = "..." if draft.constants[constant].dim() > 2 else ""
        equation = f"...jk,{batch}ij->...ik"
    return draft.change(
        node, operator="Einsum", inputs=(picture, constant), attributes={"equation": equation}
    )


def _name_gemm(draft: Draft, node: Node) -> None:
    picture, matrix = node.inputs
    if draft.constants[matrix].dim() != 2 or len(draft.sizes[picture]) < 2:
        return
    if node.operator == "MatMul":
        draft.change(node, operator="Gemm", attributes={})
        return
    is_transposed = _plain_matrix(node.attributes["equation"])
    if is_transposed is not None:
        draft.change(node, operator="Gemm", attributes={"transB": int(is_transposed)})


def _plain_matrix(equation: str) -> bool | None:
    """Return whether an equation multiplies the last axis with a transposed matrix; None for another one."""
    sides, arrow, result = equation.replace(" ", "").replace("...", "0").partition("->")
    first, second = sides.split(",")
    if not arrow or len(second) != 2 or first[:-1] != result[:-1] or len(set(first)) != len(first):
        return None
    for is_transposed, wanted in ((False, first[-1] + result[-1]), (True, result[-1] + first[-1])):
        if second == wanted and result[-1] not in first:
            return is_transposed
    return None
