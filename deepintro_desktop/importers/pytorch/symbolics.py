"""Operations that PyTorch's older exporter does not know, or whose shape it loses.

Networks that are traced while in use contain one operation for a whole self-attention layer; here it becomes
the operations that it consists of. In others each such layer takes one dimension apart into sizes that are
computed; after that the exporter would know no number of dimensions.
"""

from typing import Any

import torch
from torch.onnx import symbolic_helper, symbolic_opset13
from torch.onnx.errors import SymbolicValueError

_FROM_OPSET = 18


def declare() -> None:
    """Teach the exporter these operations; the declaration belongs to the process."""
    own = {"_native_multi_head_attention": _self_attention, "unflatten": _unflatten}
    for name, symbolic in own.items():
        torch.onnx.register_custom_op_symbolic(f"aten::{name}", symbolic, _FROM_OPSET)


def _unflatten(g: Any, x: Any, dim: Any, sizes: Any) -> Any:
    """Take one dimension apart, and tell the number of dimensions where the exporter does not."""
    result = symbolic_opset13.unflatten(g, x, dim, sizes)
    rank, n_sizes = symbolic_helper._get_tensor_rank(x), _length(sizes)
    if rank is not None and n_sizes is not None and not result.isCompleteTensor():
        result.setType(x.type().with_sizes([None] * (rank - 1 + n_sizes)))
    return result


def _length(sizes: Any) -> int | None:
    """Return how many sizes a list or a tensor of them holds, or None when that is not known."""
    if symbolic_helper._is_packed_list(sizes):
        return len(symbolic_helper._unpack_list(sizes))
    (length,) = symbolic_helper._get_tensor_sizes(sizes) or (None,)
    return length


def _self_attention(g: Any, *arguments: Any) -> tuple[Any, Any]:
    """Return the output [N, L, E] of self-attention without a mask, and the attention [N, heads, L, L]."""
    query, key, value, embed_dim, num_head, qkv_weight, qkv_bias, proj_weight, proj_bias = arguments[:9]
    mask = arguments[9] if len(arguments) > 9 else None
    is_masked = mask is not None and not mask.node().mustBeNone()
    if is_masked or len({entry.debugName() for entry in (query, key, value)}) != 1:
        raise SymbolicValueError("attention between two inputs or with a mask cannot be converted", query)
    n_pictures, length, _ = symbolic_helper._get_tensor_sizes(query) or (None, None, None)
    if n_pictures is None or length is None:
        raise SymbolicValueError("attention over an unknown number of places cannot be converted", query)
    n_heads = symbolic_helper._get_const(num_head, "i", "num_head")
    width = symbolic_helper._get_const(embed_dim, "i", "embed_dim")

    def sizes(*values: int) -> Any:
        return g.op("Constant", value_t=torch.tensor(values))

    def dense(x: Any, weight: Any, bias: Any) -> Any:
        return g.op("Add", g.op("MatMul", x, g.op("Transpose", weight, perm_i=[1, 0])), bias)

    joined = g.op(
        "Reshape", dense(query, qkv_weight, qkv_bias), sizes(n_pictures, length, 3, n_heads, width // n_heads)
    )
    apart = g.op("Transpose", joined, perm_i=[2, 0, 3, 1, 4])
    q, k, v = (g.op("Gather", apart, g.op("Constant", value_t=torch.tensor(index))) for index in range(3))
    scale = g.op("Constant", value_t=torch.tensor((width // n_heads) ** -0.5))
    scores = g.op("MatMul", g.op("Mul", q, scale), g.op("Transpose", k, perm_i=[0, 1, 3, 2]))
    attention = g.op("Softmax", scores, axis_i=-1)
    heads = g.op("Transpose", g.op("MatMul", attention, v), perm_i=[0, 2, 1, 3])
    result = dense(g.op("Reshape", heads, sizes(n_pictures, length, width)), proj_weight, proj_bias)
    # Of the same shape as what comes in; the next layers ask for it.
    result.setType(query.type())
    return result, attention
