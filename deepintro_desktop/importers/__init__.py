"""Files become networks: every format is converted once, to one ONNX graph and a manifest."""

from deepintro_desktop.importers.contract import Format, ImportedNetwork, NetworkFiles
from deepintro_desktop.importers.detect import detect
from deepintro_desktop.importers.open import open_network

__all__ = ["Format", "ImportedNetwork", "NetworkFiles", "detect", "open_network"]
