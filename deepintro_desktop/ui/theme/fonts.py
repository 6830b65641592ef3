"""Fonts of the system's own family in the program's sizes, with digits of equal width."""

import sys

from PySide6.QtGui import QFont, QFontInfo

from deepintro_desktop.ui.theme.metrics import Type

_MODERATE = 1.15


def text_scale(system_font: QFont) -> float:
    """Return how much larger than usual the system's text is (1 to 2); small differences count as 1."""
    usual = 12.0 if sys.platform == "win32" else 13.0
    scale = QFontInfo(system_font).pixelSize() / usual
    return 1.0 if scale < _MODERATE else min(scale, 2.0)


def with_tabular_digits(font: QFont) -> QFont:
    """Return the font with digits of equal width, so that numbers do not jump when they change."""
    result = QFont(font)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


def make_font(system_font: QFont, role: Type, scale: float) -> QFont:
    """Return the font of a type size."""
    font = with_tabular_digits(system_font)
    font.setPixelSize(max(round(role.pixels * scale), 1))
    font.setWeight(QFont.Weight(role.weight))
    return font
