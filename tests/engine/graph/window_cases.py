"""Every variant of convolutions and pools: padding, stride, dilation, groups, ceil mode, dimensions."""

from engine.graph.building import Case, one, weights

_W = weights(5, 4, 3, 3)
_B = weights(5)
_SAME = ("SAME_UPPER", "SAME_LOWER")

CONVOLUTIONS: list[Case] = [
    one("Conv", _W, _B),
    one("Conv", _W, id="no-bias"),
    one("Conv", _W, _B, opset=7, kernel_shape=[3, 3], pads=[1, 1, 1, 1]),
    one("Conv", _W, _B, opset=21, pads=[1, 1, 1, 1]),
    one("Conv", _W, _B, opset=25, pads=[1, 1, 1, 1]),
    one("Conv", _W, _B, pads=[0, 1, 2, 0], strides=[2, 1]),
    one("Conv", _W, _B, pads=[2, 0, 0, 1], strides=[3, 2], dilations=[2, 1]),
    one("Conv", _W, _B, strides=[3, 3], id="stride-misses-the-edge"),
    one("Conv", _W, _B, strides=[2, 2], dilations=[2, 2]),
    one("Conv", weights(5, 4, 1, 1), _B, strides=[2, 2], id="one-by-one"),
    one("Conv", weights(5, 4, 7, 6), _B, id="whole-plane"),
    one("Conv", weights(5, 4, 3, 2), _B, auto_pad="VALID"),
    *[one("Conv", weights(5, 4, 4, 3), _B, auto_pad=mode) for mode in _SAME],
    *[one("Conv", _W, _B, auto_pad=mode, strides=[2, 2]) for mode in _SAME],
    *[one("Conv", _W, _B, auto_pad=mode, strides=[2, 3], opset=10) for mode in _SAME],
    one("Conv", _W, _B, auto_pad="NOTSET", pads=[1, 0, 1, 0]),
    one("Conv", weights(6, 2, 3, 3), weights(6), group=2, pads=[1, 1, 1, 1]),
    one("Conv", weights(6, 2, 3, 3), weights(6), group=2, pads=[1, 0, 0, 1], strides=[2, 2]),
    one("Conv", weights(4, 1, 3, 3), weights(4), group=4, pads=[1, 1, 1, 1], id="depthwise"),
    one(
        "Conv",
        weights(8, 1, 3, 3),
        weights(8),
        group=4,
        pads=[0, 1, 2, 1],
        strides=[2, 2],
        id="depthwise-two",
    ),
    one("Conv", weights(5, 4, 3), _B, shape=(4, 9), pads=[1, 2], strides=[2]),
    one("Conv", weights(5, 4, 2, 3, 2), _B, shape=(4, 5, 6, 4), pads=[1, 1, 0, 0, 1, 1]),
]

TRANSPOSED: list[Case] = [
    one("ConvTranspose", weights(4, 5, 3, 3), _B),
    one("ConvTranspose", weights(4, 5, 3, 3), _B, opset=7, strides=[2, 2], pads=[1, 1, 1, 1]),
    one("ConvTranspose", weights(4, 5, 3, 3), strides=[2, 3], output_padding=[1, 2]),
    one("ConvTranspose", weights(4, 5, 3, 3), _B, strides=[2, 2], pads=[0, 1, 2, 0]),
    one("ConvTranspose", weights(4, 5, 3, 3), _B, strides=[2, 2], dilations=[2, 2], pads=[1, 1, 1, 1]),
    one("ConvTranspose", weights(4, 5, 3, 3), strides=[2, 2], dilations=[3, 3], output_padding=[1, 0]),
    one("ConvTranspose", weights(4, 3, 3, 3), weights(6), group=2, strides=[2, 2]),
    one("ConvTranspose", weights(4, 1, 3, 3), weights(4), group=4, strides=[2, 2], id="depthwise"),
    *[
        one("ConvTranspose", weights(4, 5, 3, 3), _B, strides=[2, 2], auto_pad=mode)
        for mode in (*_SAME, "VALID")
    ],
    one("ConvTranspose", weights(4, 5, 3, 3), _B, strides=[2, 2], output_shape=[14, 12]),
    one("ConvTranspose", weights(4, 5, 3), _B, shape=(4, 5), strides=[2]),
]


def _pools(operator: str, **more: int) -> list[Case]:
    return [
        one(operator, kernel_shape=[2, 2], **more),
        one(operator, kernel_shape=[2, 2], strides=[2, 2], **more),
        one(operator, kernel_shape=[3, 3], strides=[2, 2], **more),
        one(operator, kernel_shape=[3, 3], strides=[3, 2], ceil_mode=1, opset=11, **more),
        one(operator, kernel_shape=[3, 2], strides=[2, 2], pads=[1, 1, 1, 1], **more),
        one(operator, kernel_shape=[3, 3], strides=[2, 2], pads=[1, 1, 1, 1], ceil_mode=1, **more),
        one(operator, kernel_shape=[3, 3], strides=[2, 2], pads=[0, 1, 1, 0], **more),
        one(operator, kernel_shape=[3, 3], strides=[2, 2], pads=[0, 0, 1, 1], ceil_mode=1, **more),
        one(operator, kernel_shape=[3, 3], strides=[2, 2], pads=[2, 2, 2, 2], **more),
        one(operator, kernel_shape=[7, 6], **more),
        one(operator, kernel_shape=[3, 2], auto_pad="VALID", **more),
        *[one(operator, kernel_shape=[2, 3], strides=[1, 1], auto_pad=mode, **more) for mode in _SAME],
        *[
            one(operator, kernel_shape=[3, 3], strides=[2, 2], auto_pad=mode, opset=10, **more)
            for mode in _SAME
        ],
        one(operator, kernel_shape=[3], strides=[2], pads=[1, 1], shape=(4, 9), **more),
        one(operator, kernel_shape=[2, 2, 2], strides=[2, 2, 2], shape=(4, 5, 6, 4), **more),
    ]


AVERAGE_POOLS: list[Case] = [
    *_pools("AveragePool"),
    *_pools("AveragePool", count_include_pad=1),
    one("AveragePool", kernel_shape=[2, 2], opset=7),
    one("AveragePool", kernel_shape=[3, 3], strides=[2, 2], pads=[1, 1, 1, 1], ceil_mode=1, opset=19),
    one("AveragePool", kernel_shape=[3, 3], strides=[2, 2], pads=[1, 1, 1, 1], ceil_mode=1, opset=22),
    one("AveragePool", kernel_shape=[2, 2], dilations=[2, 2], opset=19),
    one(
        "AveragePool", kernel_shape=[2, 2], dilations=[2, 3], pads=[1, 0, 1, 1], count_include_pad=1, opset=21
    ),
    one("GlobalAveragePool"),
    one("GlobalAveragePool", shape=(4, 5), opset=7),
]

MAX_POOLS: list[Case] = [
    *_pools("MaxPool"),
    one("MaxPool", kernel_shape=[2, 2], opset=7),
    one("MaxPool", kernel_shape=[2, 2], dilations=[2, 2], opset=12),
    one("MaxPool", kernel_shape=[2, 2], strides=[3, 3], pads=[0, 0, 1, 1], ceil_mode=1, opset=22),
    one("MaxPool", kernel_shape=[2, 2], strides=[3, 3], pads=[0, 0, 1, 1], ceil_mode=1),
    one("MaxPool", kernel_shape=[3, 2], dilations=[2, 3], strides=[2, 1], pads=[1, 0, 2, 1]),
    one("MaxPool", kernel_shape=[2, 2], storage_order=1),
    one("GlobalMaxPool"),
    one("GlobalMaxPool", shape=(4, 5), opset=7),
]

WINDOWS: list[Case] = [*CONVOLUTIONS, *TRANSPOSED, *AVERAGE_POOLS, *MAX_POOLS]
