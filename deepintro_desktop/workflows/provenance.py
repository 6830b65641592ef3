"""Where a result came from: enough to repeat it."""

import platform
from importlib.metadata import PackageNotFoundError, version

from deepintro_desktop.workflows.stages import Subject

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
    found = {"python": platform.python_version()}
    for name in RELEVANT_PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def provenance(of: Subject, settings: dict[str, object]) -> dict[str, object]:
    """Return hashes, settings, versions and device of a computation on a subject."""
    return {
        "network_sha256": of.network.record.manifest.sha256,
        "onnx_sha256": of.network.record.onnx_sha256,
        "image_sha256": of.image.sha256,
        "input": of.network.record.manifest.specification.to_dict(),
        "settings": settings,
        "device": of.network.session.device,
        "versions": versions(),
    }
