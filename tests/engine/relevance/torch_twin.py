"""An explainable graph as an ordinary torch module, for libraries that hook into modules."""

import torch
from torch import nn


class TorchTwin(nn.Module):
    """The same network, one module per node, sharing the weights of the graph.

    ``make_sum`` makes the module that adds tensors which are stacked along the last dimension.
    """

    def __init__(self, graph, make_sum):
        super().__init__()
        self.graph = graph
        self.steps = nn.ModuleList(_module(node, graph, make_sum) for node in graph.nodes)

    def forward(self, x):
        values = {self.graph.input_name: x}
        for node, step in zip(self.graph.nodes, self.steps, strict=True):
            inputs = [values[name] for name in node.inputs if name in values]
            values[node.outputs[0]] = step(torch.stack(inputs, -1) if len(inputs) > 1 else inputs[0])
        return values[self.graph.output_name]

    def modules_like(self, *kinds):
        return [step for step in self.steps if isinstance(step, kinds)]


def _module(node, graph, make_sum):
    plain = {"Relu": nn.ReLU, "Add": make_sum, "Flatten": nn.Flatten}
    if node.operator in plain:
        return plain[node.operator]()
    if node.operator == "GlobalAveragePool":
        return nn.AdaptiveAvgPool2d(1)
    if node.operator == "MaxPool":
        pads = node.attributes.get("pads", (0,) * 4)[:2]
        return nn.MaxPool2d(node.attributes["kernel_shape"], node.attributes["strides"], pads)
    return _with_weights(node, *(graph.constants[name] for name in node.inputs[1:]))


def _with_weights(node, weight, bias=None):
    if node.operator == "Gemm":
        made = nn.Linear(1, 1)
        made.out_features, made.in_features = weight.shape
    else:
        made = nn.Conv2d(1, 1, 1)
        made.out_channels, made.in_channels, *made.kernel_size = weight.shape
        made.stride = node.attributes.get("strides", (1, 1))
        made.padding = node.attributes.get("pads", (0,) * 4)[:2]
    made.weight = nn.Parameter(weight, requires_grad=False)
    made.bias = None if bias is None else nn.Parameter(bias, requires_grad=False)
    return made
