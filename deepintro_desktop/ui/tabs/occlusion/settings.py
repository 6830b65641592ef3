"""The occlusion tab's settings: what the person set comes back at the next start."""

from dataclasses import replace

from deepintro_desktop.core.parameters import CLUSTERING_SPECS, METHOD_LABELS, Fill
from deepintro_desktop.ui.presenters.ports import Settings
from deepintro_desktop.ui.tabs.occlusion.state import Wishes


def load_wishes(settings: Settings) -> Wishes:
    """Read the settings; a value that is impossible (by now) becomes its default."""
    wishes = Wishes()
    clustering = wishes.clustering
    for spec in CLUSTERING_SPECS:
        value = settings.get(spec.name)
        if isinstance(value, (int, float)) and spec.minimum <= value <= spec.maximum:
            kind = type(getattr(clustering, spec.name))
            clustering = replace(clustering, **{spec.name: kind(value)})
    method, fill = settings.get("method"), settings.get("fill")
    return Wishes(
        method=method if method in METHOD_LABELS else wishes.method,
        clustering=clustering,
        fill=Fill(fill) if fill in tuple(Fill) else wishes.fill,
    )


def save_wishes(settings: Settings, wishes: Wishes) -> None:
    """Keep the settings."""
    for spec in CLUSTERING_SPECS:
        settings.set(spec.name, getattr(wishes.clustering, spec.name))
    settings.set("method", wishes.method)
    settings.set("fill", wishes.fill.value)
