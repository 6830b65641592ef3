"""What a stored result of a network and a picture is known by."""

from deepintro_desktop.core.records import ImageRecord, NetworkRecord


def pair_key(network: NetworkRecord, image: ImageRecord | None) -> dict[str, object]:
    """Return what identifies network, preprocessing, ending and picture (None: none), for stored results."""
    return {
        "network": network.onnx_sha256,
        "input": network.manifest.specification.to_dict(),
        "output": network.manifest.output_kind.value,
        "image": image.pixels_key if image else "",
    }
