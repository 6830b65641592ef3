"""The language of the window: English, or one that there is a translation for."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from deepintro_desktop.core import said
from deepintro_desktop.core.resources import resource_path
from deepintro_desktop.core.translation import install_translator

SYSTEM, ENGLISH = "system", "en"
LANGUAGES = {ENGLISH: "English", "de": "Deutsch"}
"""Languages by their codes, each as it calls itself."""


def language_for(setting: str, wished_by_system: list[str]) -> str:
    """Return the code of the language to speak.

    Parameters
    ----------
    setting : str
        A code, or ``system``.
    wished_by_system : list of str
        What the system is set to, the best first, for example ``["de-AT", "en"]``.
    """
    wishes = wished_by_system if setting == SYSTEM else [setting]
    codes = [wish.replace("_", "-").partition("-")[0].lower() for wish in wishes]
    return next((code for code in codes if code in LANGUAGES), ENGLISH)


_spoken = ENGLISH


def spoken() -> str:
    """Return the code of the language that the window speaks."""
    return _spoken


def speak(app: QCoreApplication, setting: str) -> str:
    """Let the window speak a language from now on; to be called before it is built.

    Returns
    -------
    str
        The code of the language.
    """
    global _spoken  # noqa: PLW0603 - a process speaks one language
    language = _spoken = language_for(setting, list(QLocale.system().uiLanguages()))
    said.forget()
    if language == ENGLISH:
        install_translator(None)
        return language
    texts_of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase", texts_of_qt), ("deepintro", str(resource_path("i18n")))):
        translator = QTranslator(app)
        if translator.load(f"{name}_{language}", folder):
            app.installTranslator(translator)
    QLocale.setDefault(QLocale(language))
    install_translator(QCoreApplication.translate)
    return language
