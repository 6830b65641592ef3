"""What a person can set for the whole program."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from deepintro_desktop.core.parameters import METHOD_LABELS
from deepintro_desktop.core.said import said
from deepintro_desktop.ui.dialogs.frame import FramedDialog
from deepintro_desktop.ui.language import LANGUAGES, SYSTEM
from deepintro_desktop.ui.presenters.preferences import Preferences
from deepintro_desktop.ui.theme import ThemeManager, ThemeMode
from deepintro_desktop.ui.widgets.inputs import ComboBox, labelled
from deepintro_desktop.ui.widgets.method_words import method_words
from deepintro_desktop.ui.widgets.segmented import Choice, Segmented

AUTOMATIC = "auto"
AS_SUITS = ""
_WIDTH = 460
_BETWEEN = 6


class PreferencesDialog(FramedDialog):
    """Look, language, method, device; the answer is the theme's mode and the preferences.

    Parameters
    ----------
    devices : sequence of str
        What this machine has, by name (``cpu``, ``cuda:0``, ``mps``).
    chosen : Preferences
        What is set now; its device stays in the list even where the machine has no such one at the moment.
    """

    def __init__(
        self, theme: ThemeManager, parent: QWidget, devices: Sequence[str], chosen: Preferences
    ) -> None:
        super().__init__(
            parent,
            QCoreApplication.translate("PreferencesDialog", "Preferences"),
            QCoreApplication.translate("PreferencesDialog", "Save"),
        )
        modes = (
            Choice(ThemeMode.SYSTEM.value, self.tr("As the system")),
            Choice(ThemeMode.LIGHT.value, self.tr("Light")),
            Choice(ThemeMode.DARK.value, self.tr("Dark")),
        )
        self.modes = Segmented(theme, modes, self.tr("Appearance"), self)
        self.modes.set_choice(theme.mode.value)
        self.language = self._language_box(chosen.language)
        self.method = self._method_box(chosen.default_method)
        self.device = self._device_box(devices, chosen.device)
        self.patient = QCheckBox(self.tr("Show at once whose picture a medical file is"), self)
        self.patient.setChecked(chosen.show_patient)
        self._arrange()
        self.setMinimumWidth(theme.px(_WIDTH))

    def answer(self) -> tuple[Any, ...]:
        """Return the mode and the preferences."""
        chosen = Preferences(
            self.device.currentData(),
            self.language.currentData(),
            self.method.currentData(),
            self.patient.isChecked(),
        )
        return (self.modes.choice(), chosen)

    def _arrange(self) -> None:
        self._add(self.tr("Appearance"), self.modes)
        self._add(self.tr("Language"), self.language)
        self._add(self.tr("Compute on"), self.device)
        self.add_text(self.tr("Another language or device is used from the next start on."), "hint")
        self._add(self.tr("Relevance of new explanations"), self.method)
        self.add_text(
            self.tr(
                "Methods called LRP are covered by patents and free of charge for personal and scientific "
                "use only. For commercial use, check whether you need a licence, or choose another method "
                "here."
            ),
            "hint",
        )
        self.content.addSpacing(_BETWEEN)
        self.content.addWidget(self.patient)

    def _add(self, label: str, field: QWidget) -> None:
        if self.content.count():
            self.content.addSpacing(_BETWEEN)
        self.content.addWidget(labelled(label, field, self))

    def _language_box(self, language: str) -> ComboBox:
        box = ComboBox(self.tr("Language"), self)
        box.addItem(self.tr("As the system"), SYSTEM)
        for code, name in LANGUAGES.items():
            box.addItem(name, code)
        box.setCurrentIndex(max(box.findData(language), 0))
        return box

    def _method_box(self, method: str) -> ComboBox:
        box = ComboBox(self.tr("Relevance of new explanations"), self)
        box.addItem(self.tr("What suits each model (LRP)"), AS_SUITS)
        for key, label in METHOD_LABELS.items():
            box.addItem(said(label), key)
            box.setItemData(box.count() - 1, method_words(key), Qt.ItemDataRole.ToolTipRole)
        box.setCurrentIndex(max(box.findData(method), 0))
        return box

    def _device_box(self, devices: Sequence[str], device: str) -> ComboBox:
        box = ComboBox(self.tr("Compute on"), self)
        box.addItem(self.tr("The fastest that is there"), AUTOMATIC)
        for name in dict.fromkeys((*devices, *(() if device == AUTOMATIC else (device,)))):
            box.addItem(_device_words(name), name)
        box.setCurrentIndex(max(box.findData(device), 0))
        return box


def _device_words(name: str) -> str:
    kind, _, number = name.partition(":")
    words = {
        "cpu": _tr("Processor (CPU)"),
        "cuda": _tr("Graphics card (CUDA)"),
        "mps": _tr("Graphics (Apple)"),
    }
    return f"{words.get(kind, kind)} {number}".strip()


def _tr(text: str) -> str:
    return QCoreApplication.translate("PreferencesDialog", text)
