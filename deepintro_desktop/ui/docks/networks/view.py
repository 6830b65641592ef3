"""The dock of models."""

from PySide6.QtCore import QCoreApplication

from deepintro_desktop.ui.docks.collection_dock import CollectionDock, DockWords
from deepintro_desktop.ui.docks.networks.item_model import NetworkItemModel
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.dock_row import NetworkRowDelegate


class NetworksDock(CollectionDock):
    """Name, format, input size and trust of every network."""

    def __init__(self, theme: ThemeManager) -> None:
        tr = QCoreApplication.translate
        words = DockWords(
            name="networks",
            title=tr("NetworksDock", "Models"),
            icon="network",
            empty_title=tr("NetworksDock", "No models yet"),
            empty_text=tr("NetworksDock", "ONNX, PyTorch, TensorFlow, Keras or Caffe"),
            add=tr("NetworksDock", "Add a model"),
        )
        super().__init__(theme, words, NetworkItemModel(), NetworkRowDelegate(theme))
