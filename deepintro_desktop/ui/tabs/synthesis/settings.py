"""The synthesis tab's settings: what the person set comes back at the next start."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from deepintro_desktop.core.synthesis import Isolation, parameters_from_dict
from deepintro_desktop.ui.presenters.ports import Settings
from deepintro_desktop.ui.tabs.synthesis.state import SynthesisWishes

MOST_IMAGES = 24


def load_wishes(settings: Settings) -> SynthesisWishes:
    """Read the settings; what makes no sense (by now) becomes the default."""
    values = read_object(settings.get("synthesis"))
    usual = SynthesisWishes()
    try:
        n_images = int(values["n_images"])
        wishes = SynthesisWishes(
            Isolation(values["isolation"]), n_images, parameters_from_dict(values["parameters"])
        )
    except (KeyError, TypeError, ValueError):
        return usual
    sensible = wishes.isolation is not Isolation.WHOLE and 1 <= n_images <= MOST_IMAGES
    return wishes if sensible else usual


def save_wishes(settings: Settings, wishes: SynthesisWishes) -> None:
    """Keep the settings; the layer is kept by network."""
    values = {
        "isolation": wishes.isolation.value,
        "n_images": wishes.n_images,
        "parameters": asdict(wishes.parameters),
    }
    settings.set("synthesis", json.dumps(values))


def load_layers(settings: Settings) -> dict[str, str]:
    """Read which layer was chosen for which network."""
    found = read_object(settings.get("synthesis_layers"))
    return {network: layer for network, layer in found.items() if isinstance(layer, str)}


def save_layers(settings: Settings, layers: Mapping[str, str]) -> None:
    """Keep which layer was chosen for which network, for the newest two hundred."""
    settings.set("synthesis_layers", json.dumps(dict(list(layers.items())[-200:])))


def read_object(text: object) -> dict[str, Any]:
    """Return a JSON object, empty for anything else."""
    try:
        found = json.loads(str(text or "{}"))
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
