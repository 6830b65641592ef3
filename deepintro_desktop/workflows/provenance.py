"""Where a result came from: enough to repeat it."""

import platform
from datetime import UTC, datetime
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from deepintro_desktop.core.records import ImageRecord
    from deepintro_desktop.workflows.loaded import LoadedNetwork

RELEVANT_PACKAGES = (
    "deepintro-desktop",
    "torch",
    "onnxruntime",
    "onnxruntime-gpu",
    "numpy",
    "scipy",
    "pillow",
)


def versions() -> dict[str, str]:
    """Return the versions of everything that takes part in a computation."""
    return dict(_versions())


@lru_cache(maxsize=1)
def _versions() -> tuple[tuple[str, str], ...]:
    found = {"python": platform.python_version()}
    for name in RELEVANT_PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return tuple(found.items())


def origin(network: "LoadedNetwork", image: "ImageRecord | None") -> dict[str, Any]:
    """Return hashes, preprocessing, device, versions and date of a computation that ends now.

    ``device`` answers for the picture, ``gradient_device`` (where there were any) made the relevance.
    """
    manifest = network.record.manifest
    devices = network.devices()
    return {
        "network_sha256": manifest.sha256,
        "onnx_sha256": network.record.onnx_sha256,
        "image_sha256": image.sha256 if image is not None else None,
        "image_view": image.view.to_dict() if image is not None else {},
        "input": manifest.specification.to_dict(),
        **devices,
        "versions": versions(),
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def provenance(
    network: "LoadedNetwork", image: "ImageRecord", settings: dict[str, object]
) -> dict[str, object]:
    """Return hashes, settings (the seed among them), versions, device and date of an explanation."""
    return {**origin(network, image), "settings": settings}
