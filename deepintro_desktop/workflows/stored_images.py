"""Synthesised images between memory and library."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.boundary import (
    BoundaryFrame,
    BoundaryImage,
    BoundaryMode,
    BoundaryParameters,
    BoundaryResult,
)
from deepintro_desktop.core.synthesis import (
    Goal,
    Isolation,
    Layer,
    Parametrisation,
    PreImage,
    SolverName,
    SynthesisParameters,
    SynthesisResult,
    Upkeep,
)
from deepintro_desktop.workflows import stored

if TYPE_CHECKING:
    from deepintro_desktop.workflows.stages import Subject

Arrays = dict[str, NDArray[Any]]


def load_synthesis(of: "Subject", key: Mapping[str, object]) -> SynthesisResult | None:
    """Return the images of that key, or None."""
    return stored.load(of, "synthesis", key, _read_synthesis)


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
        read_parameters(values["parameters"]),
        tuple(PreImage(*entry) for entry in images),
        arrays["target"],
        arrays["errors_by_iteration"],
        values["seconds"],
        tuple(values["notes"]),
        from_library=True,
    )


def read_parameters(values: dict[str, Any]) -> SynthesisParameters:
    """Read parameters from plain JSON values."""
    return SynthesisParameters(
        **{
            **values,
            "goal": Goal(values["goal"]),
            "solver": SolverName(values["solver"]),
            "parametrisation": Parametrisation(values["parametrisation"]),
            "upkeep": Upkeep(**values["upkeep"]),
        }
    )


def load_boundary(of: stored.Owner, key: Mapping[str, object]) -> BoundaryResult | None:
    """Return the boundary images of that key, or None."""
    return stored.load(of, "boundary", key, _read_boundary)


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
    parameters = values["parameters"]
    images = zip(values["images"], arrays["frames"], strict=True)
    return BoundaryResult(
        tuple(values["classes"]),
        BoundaryParameters(
            BoundaryMode(parameters["mode"]), parameters["rest"], read_parameters(parameters["synthesis"])
        ),
        tuple(_read_image(plain, pictures) for plain, pictures in images),
        values["n_iterations"],
        values["seconds"],
        tuple(values["notes"]),
        from_library=True,
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
