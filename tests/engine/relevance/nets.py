"""Small networks of every kind that is explained, with random weights."""

import numpy as np
from engine.relevance.builder import NetBuilder, head

PADDED = {"pads": [1, 1, 1, 1]}
STRIDED = {"strides": [2, 2], **PADDED}


def vgg(seed=0, bias=0.2, size=16):
    """Convolutions, max pools, dense layers."""
    net = NetBuilder((3, size, size), seed, bias)
    x = net.relu(net.conv(net.input, 3, 8, **PADDED))
    x = net.op("MaxPool", net.relu(net.conv(x, 8, 8, **PADDED)), kernel_shape=[2, 2], strides=[2, 2])
    x = net.op("MaxPool", net.relu(net.conv(x, 8, 12, **PADDED)), kernel_shape=[2, 2], strides=[2, 2])
    x = net.op("Flatten", x)
    x = net.relu(net.gemm(x, 12 * (size // 4) ** 2, 20))
    return net, net.gemm(x, 20, 5)


def residual(seed=0, bias=0.2, normalised=False):
    """Residual blocks, with batch normalisation of mixed signs when asked for."""
    net = NetBuilder((3, 16, 16), seed, bias)

    def conv(x, n_in, n_out, **options):
        x = net.conv(x, n_in, n_out, **options)
        return net.batch_norm(x, n_out) if normalised else x

    x = net.relu(conv(net.input, 3, 8, **PADDED))
    x = net.op("MaxPool", x, kernel_shape=[3, 3], **STRIDED)
    for stride in (1, 2):
        n_in, n_out = x, 8 * stride
        y = net.relu(conv(n_in, 8, n_out, strides=[stride] * 2, **PADDED))
        y = conv(y, n_out, n_out, **PADDED)
        shortcut = x if stride == 1 else conv(x, 8, 16, kernel=1, strides=[2, 2])
        x = net.relu(net.op("Add", y, shortcut))
    return net, head(net, x, 16)


def inception(seed=0, bias=0.2):
    """Branches of several kernel sizes and an average pool, joined by Concat; LRN."""
    net = NetBuilder((3, 16, 16), seed, bias)
    x = net.relu(net.conv(net.input, 3, 8, **STRIDED))
    x = net.op("LRN", x, size=5, alpha=1e-2, beta=0.75, bias=1.0)
    branches = [
        net.relu(net.conv(x, 8, 4, kernel=1)),
        net.relu(net.conv(net.relu(net.conv(x, 8, 4, kernel=1)), 4, 6, **PADDED)),
        net.relu(net.conv(net.relu(net.conv(x, 8, 4, kernel=(1, 3), pads=[0, 1, 0, 1])), 4, 4, kernel=1)),
        net.conv(net.op("AveragePool", x, kernel_shape=[3, 3], strides=[1, 1], **PADDED), 8, 4, kernel=1),
    ]
    x = net.op("Concat", *branches, axis=1)
    return net, head(net, x, 18)


def fire(seed=0, bias=0.2):
    """Squeeze and expand; a padded 1×1 convolution and a global average as classifier."""
    net = NetBuilder((3, 17, 17), seed, bias)
    x = net.relu(net.conv(net.input, 3, 8, strides=[2, 2]))
    x = net.op("MaxPool", x, kernel_shape=[3, 3], strides=[2, 2], ceil_mode=1)
    squeezed = net.relu(net.conv(x, 8, 4, kernel=1))
    parts = net.relu(net.conv(squeezed, 4, 6, kernel=1)), net.relu(net.conv(squeezed, 4, 6, **PADDED))
    x = net.op("Dropout", net.op("Concat", *parts, axis=1))
    x = net.relu(net.conv(x, 12, 5, kernel=1))
    return net, net.op("Flatten", net.op("GlobalAveragePool", x))


def dense(seed=0, bias=0.2):
    """Dense blocks: normalisation before activation, behind Concat, where it cannot be folded."""
    net = NetBuilder((3, 16, 16), seed, bias)
    x, n = net.relu(net.conv(net.input, 3, 6, **STRIDED)), 6
    for _ in range(2):
        y = net.conv(net.relu(net.batch_norm(x, n, signs=False)), n, 4, **PADDED)
        x, n = net.op("Concat", x, y, axis=1), n + 4
    x = net.op("AveragePool", net.conv(net.relu(x), n, 8, kernel=1), kernel_shape=[2, 2], strides=[2, 2])
    return net, head(net, x, 8)


def depthwise(seed=0, bias=0.2):
    """Inverted residuals with linear bottlenecks and ReLU6."""
    net = NetBuilder((3, 16, 16), seed, bias)
    bounds = net.constant(np.float32(0)), net.constant(np.float32(6))

    def relu6(x):
        return net.op("Clip", x, *bounds)

    x = net.conv(relu6(net.conv(net.input, 3, 8, **STRIDED)), 8, 6, kernel=1)
    for _ in range(2):
        y = relu6(net.conv(x, 6, 18, kernel=1))
        y = relu6(net.conv(y, 18, 18, group=18, **PADDED))
        x = net.op("Add", net.conv(y, 18, 6, kernel=1), x)
    return net, head(net, relu6(net.conv(x, 6, 12, kernel=1)), 12)


def gated(seed=0, bias=0.2):
    """SiLU, squeeze-and-excite by Sigmoid, hard-swish in its composed form."""
    net = NetBuilder((3, 16, 16), seed, bias)
    x = net.conv(net.input, 3, 8, **STRIDED)
    x = net.op("Mul", x, net.op("Sigmoid", x))
    gate = net.conv(net.op("GlobalAveragePool", x), 8, 4, kernel=1)
    gate = net.op("Sigmoid", net.conv(net.relu(gate), 4, 8, kernel=1))
    x = net.conv(net.op("Mul", gate, x), 8, 10, kernel=1)
    shifted = net.op("Add", x, net.constant(np.float32(3)))
    clipped = net.op("Clip", shifted, net.constant(np.float32(0)), net.constant(np.float32(6)))
    x = net.op("Div", net.op("Mul", x, clipped), net.constant(np.float32(6)))
    return net, head(net, x, 10)


def gelu(seed=0, bias=0.2):
    """GELU composed of Erf, as older exporters write it."""
    net = NetBuilder((3, 16, 16), seed, bias)
    x = net.conv(net.input, 3, 8, **STRIDED)
    erf = net.op("Erf", net.op("Div", x, net.constant(np.float32(2**0.5))))
    x = net.op("Mul", x, net.op("Add", erf, net.constant(np.float32(1))))
    x = net.op("Mul", x, net.constant(np.float32(0.5)))
    return net, head(net, x, 8)


def mirrored_gelu(seed=0, bias=0.2):
    """The same as x/2 · (1 − erf(−x/√2)), as Keras's exporter writes it."""
    net = NetBuilder((3, 16, 16), seed, bias)
    x = net.conv(net.input, 3, 8, **STRIDED)
    negated = net.op("Mul", net.op("Neg", x), net.constant(np.float32(0.5**0.5)))
    complement = net.op("Sub", net.constant(np.float32(1)), net.op("Erf", negated))
    x = net.op("Mul", net.op("Mul", net.constant(np.float32(0.5)), x), complement)
    return net, head(net, x, 8)


ALL = {
    "vgg": vgg,
    "residual": residual,
    "inception": inception,
    "fire": fire,
    "dense": dense,
    "depthwise": depthwise,
    "gated": gated,
    "gelu": gelu,
}


def folded(seed=0):
    """Residual blocks whose batch normalisation is folded when the graph is made canonical."""
    return residual(seed, normalised=True)
