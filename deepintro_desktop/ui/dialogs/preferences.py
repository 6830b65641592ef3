"""What a person can set for the whole program."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from deepintro_desktop.ui.dialogs.frame import FramedDialog
from deepintro_desktop.ui.theme import ThemeManager, ThemeMode
from deepintro_desktop.ui.widgets.inputs import ComboBox, labelled
from deepintro_desktop.ui.widgets.segmented import Choice, Segmented

AUTOMATIC = "auto"


class PreferencesDialog(FramedDialog):
    """Look and device; the answer is the theme's mode and the device's name.

    Parameters
    ----------
    devices : sequence of str
        What this machine has, by name (``cpu``, ``cuda:0``, ``mps``).
    device : str
        What is set now; it stays in the list even where the machine has no such device at the moment.
    """

    def __init__(self, theme: ThemeManager, parent: QWidget, devices: Sequence[str], device: str) -> None:
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
        self.device = ComboBox(self.tr("Compute on"), self)
        self.device.addItem(self.tr("The fastest that is there"), AUTOMATIC)
        for name in dict.fromkeys((*devices, *(() if device == AUTOMATIC else (device,)))):
            self.device.addItem(_device_words(name), name)
        self.device.setCurrentIndex(max(self.device.findData(device), 0))
        self.content.addWidget(labelled(self.tr("Appearance"), self.modes, self))
        self.content.addSpacing(6)
        self.content.addWidget(labelled(self.tr("Compute on"), self.device, self))
        self.add_text(self.tr("Another device is used from the next start on."), "hint")
        self.setMinimumWidth(400)

    def answer(self) -> tuple[Any, ...]:
        """Return the mode and the device."""
        return (self.modes.choice(), self.device.currentData())


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
