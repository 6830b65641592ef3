"""PyTorch's fused self-attention, written as the operations that it consists of.

Networks that are traced while in use contain one operation for a whole attention layer, which PyTorch's older
exporter does not know.
"""

from typing import Any

import torch
from torch.onnx import symbolic_helper
from torch.onnx.errors import SymbolicValueError

_FUSED = "aten::_native_multi_head_attention"
_FROM_OPSET = 18


def declare() -> None:
    """Teach the exporter the fused operation; the declaration belongs to the process."""
    torch.onnx.register_custom_op_symbolic(_FUSED, _self_attention, _FROM_OPSET)


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
