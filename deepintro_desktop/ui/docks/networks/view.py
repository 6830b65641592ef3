"""The dock of models."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from deepintro_desktop.core.records import NetworkRecord
from deepintro_desktop.core.said import said
from deepintro_desktop.ui.dialogs.facts import FactsDialog, LabelsDialog
from deepintro_desktop.ui.docks.collection_dock import CollectionDock, DockWords, MenuEntry
from deepintro_desktop.ui.docks.networks.care import NetworkCare, formula
from deepintro_desktop.ui.docks.networks.item_model import NetworkItemModel
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.dock_row import NetworkRowDelegate
from deepintro_desktop.ui.widgets.words import grouped


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
        self._rows = NetworkItemModel()
        self._care: NetworkCare | None = None
        super().__init__(theme, words, self._rows, NetworkRowDelegate(theme))

    def attach_care(self, care: NetworkCare) -> None:
        """Say who looks after networks that are there."""
        self._care = care

    def menu_entries(self) -> Sequence[MenuEntry]:
        """Offer labels, preparation and everything that is known."""
        has_one = self.current_record() is not None
        return (
            MenuEntry(self.tr("Labels…"), self.show_labels, has_one),
            MenuEntry(self.tr("How pixels are prepared…"), self._on_preparation, has_one),
            MenuEntry(self.tr("Details…"), self.show_details, has_one),
        )

    def show_labels(self) -> None:
        """List the classes of the selected network."""
        record = self.current_record()
        if record is None:
            return
        manifest = record.manifest
        labels = [manifest.label(index) for index in range(manifest.n_classes)]
        title = self.tr("{0} classes of {1}").format(grouped(manifest.n_classes), record.name)
        dialog = LabelsDialog(self.window(), title, labels)
        dialog.replace_requested.connect(self._on_other_labels)
        dialog.ask()

    def show_details(self) -> None:
        """Say everything that is known about the selected network."""
        record = self.current_record()
        if record is not None:
            FactsDialog(self.window(), record.name, self._details(record)).ask()

    def _details(self, record: NetworkRecord) -> list[str]:
        manifest = record.manifest
        files = [
            self.tr("{0}: {1}, {2} bytes, SHA-256 {3}").format(
                said(file.role).capitalize(), file.name, grouped(file.n_bytes), file.sha256
            )
            for file in manifest.files
        ]
        return [
            *self._rows.facts_of(record)[1:],
            self.tr("Pixels: {0}").format(formula(manifest.specification)),
            *files,
            self.tr("As ONNX: SHA-256 {0}").format(record.onnx_sha256),
            self.tr("Added: {0}").format(record.added),
        ]

    def _on_other_labels(self) -> None:
        record = self.current_record()
        if record is not None and self._care is not None:
            self._care.ask_labels(record)

    def _on_preparation(self) -> None:
        record = self.current_record()
        if record is not None and self._care is not None:
            self._care.ask_preparation(record)
