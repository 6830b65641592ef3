"""Colours, type, icons and style sheet of the window."""

from deepintro_desktop.ui.theme.manager import ThemeManager, ThemeMode
from deepintro_desktop.ui.theme.metrics import Type
from deepintro_desktop.ui.theme.tokens import Tokens, feature_colour

__all__ = ["ThemeManager", "ThemeMode", "Tokens", "Type", "feature_colour"]
