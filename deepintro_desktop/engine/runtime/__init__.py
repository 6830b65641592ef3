"""Where and how networks run: devices, sessions, probabilities."""

from deepintro_desktop.engine.runtime.devices import (
    available_devices,
    device_text,
    parse_device,
    torch_device,
)
from deepintro_desktop.engine.runtime.probabilities import probabilities
from deepintro_desktop.engine.runtime.session import InferenceSession

__all__ = [
    "InferenceSession",
    "available_devices",
    "device_text",
    "parse_device",
    "probabilities",
    "torch_device",
]
