"""Load what the first computation will need, while nobody waits for it."""

from importlib import import_module

from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.workflows.context import Context

HEAVY = (
    "deepintro_desktop.engine.runtime",
    "deepintro_desktop.engine.features",
    "deepintro_desktop.engine.occlusion",
    "deepintro_desktop.engine.attribution",
    "deepintro_desktop.engine.analysis",
    "deepintro_desktop.engine.synthesis",
    "deepintro_desktop.engine.boundary",
    "deepintro_desktop.importers",
)


def warm_up(request: object, context: Context, report: Report = SILENT) -> str:
    """Import torch, onnxruntime and the engine in the background; return what computes, in words."""
    for n_done, name in enumerate(HEAVY):
        report(n_done, len(HEAVY), "Getting ready")
        import_module(name)
    from deepintro_desktop.engine.runtime import device_text

    return device_text(context.device)


def available_devices(request: object, context: Context, report: Report = SILENT) -> tuple[str, ...]:
    """Return what this machine can compute on, by name."""
    from deepintro_desktop.engine.runtime import available_devices as found

    return tuple(found())
