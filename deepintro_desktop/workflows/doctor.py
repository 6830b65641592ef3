"""Is this installation healthy: versions, devices, library, and a real explanation of the sample."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from deepintro_desktop.core.errors import DeepIntroError
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.requests import AddNetworkRequest, ExplainRequest
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.provenance import versions

T = TypeVar("T")

SELF_TEST_TOLERANCE = 1e-3


@dataclass(frozen=True, slots=True)
class Findings:
    """What the examination found; healthy when there are no problems."""

    versions: dict[str, str]
    devices: tuple[str, ...]
    library_folder: str
    n_networks: int
    n_images: int
    self_test: tuple[str, ...]
    problems: tuple[str, ...]


def examine(context: Context, report: Report = SILENT) -> Findings:
    """Examine the installation; faults of the input become problems, faults of the program are raised."""
    problems: list[str] = []
    report(0, 3, "Checking the library")
    counts = _guarded(lambda: _check_library(context, problems), problems) or (0, 0)
    report(1, 3, "Explaining the sample")
    lines = _guarded(lambda: _self_test(context, problems), problems) or ()
    report(2, 3, "Looking for devices")
    devices = _guarded(_devices, problems) or ()
    report(3, 3, "Done")
    return Findings(
        versions(), devices, str(context.library_folder), counts[0], counts[1], lines, tuple(problems)
    )


def _guarded(step: Callable[[], T], problems: list[str]) -> T | None:
    try:
        return step()
    except DeepIntroError as error:
        problems.append(str(error))
        return None


def _check_library(context: Context, problems: list[str]) -> tuple[int, int]:
    library = context.library
    problems.extend(library.check())
    return len(library.networks.list()), len(library.images.list())


def _devices() -> tuple[str, ...]:
    from deepintro_desktop.engine.runtime import available_devices

    return tuple(available_devices())


def _self_test(context: Context, problems: list[str]) -> tuple[str, ...]:
    """Explain a picture of the sample without storing anything."""
    from deepintro_desktop.workflows.explain import explain
    from deepintro_desktop.workflows.references import visit_image, visit_network
    from deepintro_desktop.workflows.sample import sample_files

    network_file, labels, pictures = sample_files()
    network = visit_network(
        AddNetworkRequest(network_file, labels=labels, preprocessing="zero-to-one"), context
    )
    image = visit_image(pictures[0], context)
    explanation = explain(ExplainRequest(network.id, image.id, analyse=True, budget=64), context)
    total = float(explanation.relevance.values_hw.sum(dtype="float64"))
    ledger = explanation.relevance.ledger
    if ledger is None or ledger.largest_error > SELF_TEST_TOLERANCE:
        problems.append("The relevance of the sample does not add up. Install the program again.")
    return (
        f"{image.name}: {explanation.target.label} {explanation.target.probability:.4f}",
        f"relevance sum {total:.4f}, {len(explanation.features.features)} features",
    )
