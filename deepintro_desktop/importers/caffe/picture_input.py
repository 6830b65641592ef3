"""What a Caffe structure says about its picture: size, and how pixels were prepared in training."""

from typing import Any

from deepintro_desktop.core.errors import UnsupportedNetworkError
from deepintro_desktop.core.specification import ChannelOrder
from deepintro_desktop.importers.caffe.structure import Structure
from deepintro_desktop.importers.contract import InputHints


def declared_shape(net: Any, chosen: Structure) -> tuple[int, int, int, int]:
    """Return the input as [N, C, H, W] in any of the ways to write it.

    Raise ``UnsupportedNetworkError`` without.
    """
    shape = _from_net(net, chosen.input_blob) or _from_data_layer(chosen)
    if len(shape) != 4 or min(shape) < 1:
        said = f"It says {list(shape)}." if shape else "A structure for training leaves it to a database."
        raise UnsupportedNetworkError(
            "This Caffe structure does not say how large its picture is.",
            said,
            "Use the deploy.prototxt of the network, or add an Input layer with the shape.",
        )
    return shape  # type: ignore[return-value]


def _from_net(net: Any, blob: str) -> tuple[int, ...]:
    if blob not in net.input:
        return ()
    index = list(net.input).index(blob)
    if index < len(net.input_shape):
        return tuple(int(size) for size in net.input_shape[index].dim)
    return tuple(int(size) for size in net.input_dim[4 * index : 4 * index + 4])


def _from_data_layer(chosen: Structure) -> tuple[int, ...]:
    layer = chosen.data_layer
    if layer is None:
        return ()
    if layer.DESCRIPTOR.name == "LayerParameter" and layer.input_param.shape:
        index = list(layer.top).index(chosen.input_blob)
        shapes = layer.input_param.shape
        return tuple(int(size) for size in shapes[index if len(shapes) > 1 else 0].dim)
    memory = layer.memory_data_param
    if memory.height:
        return (memory.batch_size or 1, memory.channels, memory.height, memory.width)
    side = layer.transform_param.crop_size or layer.data_param.crop_size or layer.image_data_param.crop_size
    return (1, _channels(layer, chosen), side, side) if side else ()


def _channels(layer: Any, chosen: Structure) -> int:
    """Return the channels that the first layer with weights expects; 3 when that cannot be seen."""
    if layer.transform_param.force_gray:
        return 1
    for reader in chosen.layers:
        if chosen.input_blob in reader.bottoms and reader.type == "Convolution" and reader.blobs:
            shape, group = reader.blobs[0].shape, reader.message.convolution_param.group
            return shape[1] * group if len(shape) == 4 else 3
    return 3


def hints(chosen: Structure, shape: tuple[int, int, int, int]) -> InputHints:
    """Return the preparation that the data layer describes.

    Caffe subtracts the mean first and scales afterwards.
    """
    n_channels = shape[1]
    order = ChannelOrder.GRAY if n_channels == 1 else ChannelOrder.BGR
    plain = InputHints(shape[2], shape[3], n_channels, order)
    if chosen.data_layer is None:
        return plain
    transform, old = chosen.data_layer.transform_param, chosen.data_layer.data_param
    scale = transform.scale if transform.HasField("scale") else old.scale
    values = [float(value) for value in transform.mean_value]
    names_a_file = bool(transform.mean_file or old.mean_file)
    if (not values and scale == 1.0) or names_a_file or scale == 0 or len(values) not in (0, 1, n_channels):
        return plain
    mean = tuple((values * n_channels if len(values) == 1 else values) or [0.0] * n_channels)
    return InputHints(
        shape[2],
        shape[3],
        n_channels,
        order,
        scale=scale,
        mean=tuple(value * scale for value in mean),
        std=(1.0,) * n_channels,
        exact=True,
    )
