"""What a person chose and the program should remember: one table of settings, one file."""

from deepintro_desktop.settings.schema import SETTINGS, Setting
from deepintro_desktop.settings.store import SettingsStore

__all__ = ["SETTINGS", "Setting", "SettingsStore"]
