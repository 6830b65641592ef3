"""Networks as rows."""

from deepintro_desktop.core.parameters import METHOD_LABELS
from deepintro_desktop.core.records import NetworkRecord, SpecificationSource
from deepintro_desktop.core.said import said
from deepintro_desktop.ui.docks.entry_item_model import EntryItemModel
from deepintro_desktop.ui.presenters.words import difference_text
from deepintro_desktop.ui.widgets.dock_row import NetworkRow
from deepintro_desktop.ui.widgets.words import grouped

FORMAT_NAMES = {
    "onnx": "ONNX",
    "caffe": "Caffe",
    "tensorflow1": "TF 1",
    "savedmodel": "TF 2",
    "frozen-graph": "TF pb",
    "keras": "Keras",
    "torchscript": "Torch",
    "torch-export": "Torch",
    "torch-weights": "Torch",
}
"""How the formats of manifests are written."""


class NetworkItemModel(EntryItemModel):
    """Name, format, input size, and how far the network is from its own runtime."""

    def row_of(self, record: NetworkRecord) -> NetworkRow:
        """Return the row of a network."""
        manifest = record.manifest
        return NetworkRow(
            record.name, _format(record), manifest.specification.text, _difference(record), record.explainable
        )

    def facts_of(self, record: NetworkRecord) -> list[str]:
        """Return name, format, input, classes, check, usual method, guesses, and what else was said of it."""
        manifest = record.manifest
        guess = self.tr(" (a guess)") if manifest.specification_source is SpecificationSource.GUESS else ""
        facts = [
            record.name,
            _format(record),
            self.tr("Input {0}{1}").format(manifest.specification.text, guess),
            self.tr("{0} classes").format(grouped(manifest.n_classes)),
        ]
        if manifest.parity is not None:
            text = self.tr("Checked against {0}: largest difference {1}")
            facts.append(text.format(said(manifest.parity.runtime), _difference(record)))
        else:
            facts.append(self.tr("Not checked against its own runtime"))
        if record.explainable:
            method = said(METHOD_LABELS.get(manifest.default_method, manifest.default_method))
            facts.append(self.tr("Usual method: {0}").format(method))
        for choice in manifest.choices:
            text = self.tr("{0}: {1} (a guess)") if choice.guessed else self.tr("{0}: {1}")
            facts.append(text.format(said(choice.what).capitalize(), choice.used))
        facts += map(said, manifest.unexplainable)
        facts += map(said, manifest.notes)
        return facts


def _format(record: NetworkRecord) -> str:
    return FORMAT_NAMES.get(record.manifest.format.lower(), record.manifest.format)


def _difference(record: NetworkRecord) -> str:
    """Return the largest difference as people say it: ``3e-6``, or nothing where there was no check."""
    parity = record.manifest.parity
    if parity is None:
        return ""
    return difference_text(parity.max_relative_difference)
