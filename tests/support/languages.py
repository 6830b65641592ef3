"""Another language for the length of a test."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from deepintro_desktop.core.said import forget
from deepintro_desktop.core.translation import install_translator
from deepintro_desktop.ui.language import speak


@contextmanager
def speaking(app: QApplication, language: str) -> Iterator[None]:
    """Speak a language, then English again."""
    locale = QLocale()
    speak(app, language)
    try:
        yield
    finally:
        for translator in app.findChildren(QTranslator):
            app.removeTranslator(translator)
            translator.deleteLater()
        QLocale.setDefault(locale)
        install_translator(None)
        forget()
