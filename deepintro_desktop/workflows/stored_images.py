"""Synthesised images between memory and library."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.boundary import (
    BoundaryBefore,
    BoundaryFrame,
    BoundaryImage,
    BoundaryMode,
    BoundaryParameters,
    BoundaryResult,
)
from deepintro_desktop.core.synthesis import (
    Isolation,
    Layer,
    MadeBefore,
    PreImage,
    SynthesisResult,
    parameters_from_dict,
)
from deepintro_desktop.workflows import stored
from deepintro_desktop.workflows.pair_key import pair_key

if TYPE_CHECKING:
    from deepintro_desktop.core.records import ImageRecord, NetworkRecord
    from deepintro_desktop.workflows.context import Context
    from deepintro_desktop.workflows.stages import Subject

Arrays = dict[str, NDArray[Any]]


def load_synthesis(of: "Subject", key: Mapping[str, object]) -> SynthesisResult | None:
    """Return the images of that key, or None."""
    return stored.load(of, "synthesis", key, _read_synthesis)


def has_synthesis(of: "Subject", key: Mapping[str, object]) -> bool:
    """Tell whether the library has images of that key."""
    return stored.has(of, "synthesis", key)


def syntheses_before(
    context: "Context", network: "NetworkRecord", image: "ImageRecord"
) -> tuple[MadeBefore, ...]:
    """Return what the library has of a network and a picture, newest first."""
    found = stored.find(context, "synthesis", network, image, pair_key(network, image))
    return tuple(
        MadeBefore(
            one.id,
            tuple(one.key["box"]) if one.key["box"] else None,
            one.key["layer"],
            Isolation(one.key["isolation"]),
            parameters_from_dict(one.document["parameters"]),
            tuple(one.document["seeds"]),
        )
        for one in found
    )


def syntheses(context: "Context", ids: Iterable[str]) -> tuple[SynthesisResult | None, ...]:
    """Return images by their ids in the library, None for what cannot be read any more."""
    found = (context.library.results.load_by_id("synthesis", one) for one in ids)
    return tuple(None if one is None else _read_synthesis(*one) for one in found)


def store_synthesis(of: "Subject", key: Mapping[str, object], result: SynthesisResult) -> None:
    """Keep images with all that is known about them."""
    values = {
        "layer": asdict(result.layer),
        "isolation": result.isolation.value,
        "parameters": asdict(result.parameters),
        "seeds": [image.seed for image in result.images],
        "errors": [image.error for image in result.images],
        "seconds": result.seconds,
        "notes": list(result.notes),
    }
    arrays = {
        "images": np.stack([image.image_hwc_u8 for image in result.images]),
        "target": result.target_hwc_u8,
        "errors_by_iteration": result.errors_by_iteration,
    }
    stored.store(of, "synthesis", key, values, arrays)


def _read_synthesis(values: dict[str, Any], arrays: Arrays) -> SynthesisResult:
    images = zip(arrays["images"], values["seeds"], values["errors"], strict=True)
    return SynthesisResult(
        Layer(**{**values["layer"], "shape": tuple(values["layer"]["shape"])}),
        Isolation(values["isolation"]),
        parameters_from_dict(values["parameters"]),
        tuple(PreImage(*entry) for entry in images),
        arrays["target"],
        arrays["errors_by_iteration"],
        values["seconds"],
        tuple(values["notes"]),
        from_library=True,
    )


def load_boundary(of: stored.Owner, key: Mapping[str, object]) -> BoundaryResult | None:
    """Return the boundary images of that key, or None."""
    return stored.load(of, "boundary", key, _read_boundary)


def has_boundary(of: stored.Owner, key: Mapping[str, object]) -> bool:
    """Tell whether the library has boundary images of that key."""
    return stored.has(of, "boundary", key)


def boundaries_before(
    context: "Context", network: "NetworkRecord", image: "ImageRecord | None"
) -> tuple[BoundaryBefore, ...]:
    """Return what the library has of a network and a picture (None: from noise), newest first."""
    found = stored.find(context, "boundary", network, image, pair_key(network, image))
    return tuple(
        BoundaryBefore(
            one.id,
            tuple(one.document["classes"]),
            one.key["layer"],
            _read_boundary_parameters(one.document["parameters"]),
            image is None,
            tuple(entry["seed"] for entry in one.document["images"]),
            sum(entry["reached"] for entry in one.document["images"]),
        )
        for one in found
    )


def boundaries(context: "Context", ids: Iterable[str]) -> tuple[BoundaryResult | None, ...]:
    """Return boundary images by their ids in the library, None for what cannot be read any more."""
    found = (context.library.results.load_by_id("boundary", one) for one in ids)
    return tuple(None if one is None else _read_boundary(*one) for one in found)


def store_boundary(of: stored.Owner, key: Mapping[str, object], result: BoundaryResult) -> None:
    """Keep boundary images with the ways to them."""
    values = {
        "classes": list(result.classes),
        "parameters": asdict(result.parameters),
        "n_iterations": result.n_iterations,
        "seconds": result.seconds,
        "notes": list(result.notes),
        "images": [image.to_dict() for image in result.images],
    }
    frames = [[frame.image_hwc_u8 for frame in image.frames] for image in result.images]
    stored.store(of, "boundary", key, values, {"frames": np.asarray(frames, np.uint8)})


def _read_boundary(values: dict[str, Any], arrays: Arrays) -> BoundaryResult:
    images = zip(values["images"], arrays["frames"], strict=True)
    return BoundaryResult(
        tuple(values["classes"]),
        _read_boundary_parameters(values["parameters"]),
        tuple(_read_image(plain, pictures) for plain, pictures in images),
        values["n_iterations"],
        values["seconds"],
        tuple(values["notes"]),
        from_library=True,
    )


def _read_boundary_parameters(values: dict[str, Any]) -> BoundaryParameters:
    return BoundaryParameters(
        BoundaryMode(values["mode"]), values["rest"], parameters_from_dict(values["synthesis"])
    )


def _read_image(plain: dict[str, Any], pictures: NDArray[np.uint8]) -> BoundaryImage:
    way = zip(pictures, plain["way"], strict=True)
    a, b = plain["probabilities"]
    return BoundaryImage(
        pictures[-1],
        plain["seed"],
        (a, b),
        plain["rest"],
        plain["distance"],
        plain["reached"],
        tuple(BoundaryFrame(picture, (first, second)) for picture, (first, second) in way),
    )
