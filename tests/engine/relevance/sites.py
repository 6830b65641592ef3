"""One node of a small network with random relevance at its output, ready for the function under test."""

from dataclasses import replace
from functools import cache

import torch
from engine.relevance.builder import NetBuilder
from engine.relevance.twins import dense_matrix

from deepintro_desktop.engine.relevance.composites import Composite, Family
from deepintro_desktop.engine.relevance.nodes import Site, pass_on
from deepintro_desktop.engine.relevance.prepared import PreparedComposite

LINEAR_SHAPES = {
    "plain": (5, 6, dict(kernel=3)),
    "padded": (5, 6, dict(kernel=3, pads=[1, 1, 1, 1])),
    "strided": (5, 4, dict(kernel=3, strides=[2, 2], pads=[1, 1, 1, 1])),
    "asymmetric": (4, 4, dict(kernel=3, strides=[2, 2], pads=[0, 1, 2, 1])),
    "dilated": (4, 5, dict(kernel=3, dilations=[2, 2], pads=[2, 2, 2, 2])),
    "wide": (9, 4, dict(kernel=3, pads=[1, 1, 1, 1])),
    "grouped": (6, 4, dict(kernel=3, group=2, pads=[1, 1, 1, 1])),
    "depthwise": (4, 8, dict(kernel=3, group=4, pads=[1, 1, 1, 1])),
    "1x1 padded": (4, 4, dict(kernel=1, pads=[1, 1, 1, 1])),
    "rectangular": (3, 4, dict(kernel=(1, 3), pads=[0, 1, 0, 1])),
}
CONTRACTIONS = {
    "matrices by channel": ("MatMul", (9, 7, 5), {}),
    "letters": ("Einsum", (9, 5, 7), {"equation": "bchw,ckh->bwck"}),
}


@cache
def linear_site(kind, signed, dtype=torch.float64):
    """Return the site of that kind; made once, nobody changes it."""
    return LinearSite(kind, signed, dtype=dtype)


class LinearSite:
    """A convolution or dense layer in the middle of a network, in float64 unless said."""

    def __init__(self, kind, signed, seed=0, dtype=torch.float64, dead_rows=True):
        net = NetBuilder((3, 7, 7), seed, bias=0.3)
        x = self._input(net, signed)
        output = self._linear(net, x, kind)
        graph = net.graph(net.op("Flatten", output) if kind != "dense" else output)
        self.graph = _with_special_neurons(graph, output) if dead_rows else graph
        self.graph = self.graph.to(dtype=dtype)
        self.values = self.graph.run(torch.from_numpy(net.picture()), keep="all")
        self.node = self.graph.producers[output]
        self.x, self.z = self.values[self.node.inputs[0]], self.values[output]
        self.linear = self.graph.linear_map(self.node, self.values)
        generator = torch.Generator().manual_seed(seed)
        self.relevance = torch.randn(self.z.shape, generator=generator, dtype=torch.float64).to(dtype)
        self._matrices()

    def _input(self, net, signed):
        x = net.conv(net.input, 3, 9, pads=[1, 1, 1, 1])
        return x if signed else net.relu(x)

    def _linear(self, net, x, kind):
        if kind == "dense":
            return net.gemm(net.op("Flatten", x), 9 * 49, 6)
        if kind == "transposed":
            weight = net.constant(net.random(9, 4, 3, 3))
            return net.op("ConvTranspose", x, weight, net.constant(net.random(4)), strides=[2, 2])
        if kind in CONTRACTIONS:
            operator, shape, attributes = CONTRACTIONS[kind]
            return net.op(operator, x, net.constant(net.random(*shape)), **attributes)
        n_in, n_out, options = LINEAR_SHAPES[kind]
        if n_in != 9:
            names = [net.constant(value, "int64") for value in ([0], [n_in], [1])]
            x = net.op("Slice", x, *names)
        return net.conv(x, n_in, n_out, **options)

    def _matrices(self):
        self.weights = dense_matrix(self.linear, self.x)
        self.reach = dense_matrix(self.linear, self.x, torch.ones_like(self.linear.weight)) > 0.5
        bias = self.z - self.linear.apply(self.x)
        self.twin_inputs = [entry.flatten().double().numpy() for entry in (self.x, bias, self.relevance)]

    def twin(self, rule, *arguments, **options):
        """Run a twin on this site, in the shape of the input."""
        x, bias, relevance = self.twin_inputs
        return rule(self.weights, x, bias, relevance, *arguments, **options).reshape(self.x.shape)

    def run(self, rule, input_bounds=None):
        """Run the rule under test for one target, and return what it passed on, without the targets' axis."""
        composite = Composite("test", Family.ALPHA_BETA, rule, textbook=True)
        prepared = PreparedComposite(self.graph, composite)
        step = next(step for step in prepared.plan.steps if step.node.name == self.node.name)
        values = {name: value.to(prepared.dtype) for name, value in self.values.items()}
        inputs = prepared.graph.inputs_of(self.node, values)
        relevance = self.relevance.to(prepared.dtype).unsqueeze(0)
        site = Site(step, inputs, values[self.node.outputs[0]], {"z": relevance})
        passed = pass_on(prepared, site, values, input_bounds)[1]
        passed.relevance = {index: entry.squeeze(0) for index, entry in passed.relevance.items()}
        return passed


def _with_special_neurons(graph, output):
    """Make one channel bias-only, the next one's weights positive, the third's negative."""
    name = graph.producers[output].inputs[1]
    weight = graph.constants[name].clone()
    transposed = graph.producers[output].operator == "ConvTranspose"
    rows = weight.transpose(0, 1) if transposed else weight
    rows[0] = 0.0
    rows[1] = rows[1].abs()
    rows[2] = -rows[2].abs()
    constants = {**graph.constants, name: weight}
    return replace(graph, constants=constants)
