"""Texts in the person's language, for code that knows no Qt.

The window installs Qt's translation at its start; without one (command line, helper process, tests) texts
stay English. Calls are written as ``translate("Context", "Text with {0}").format(value)``, so that
``packaging/translations.py`` finds them.
"""

from collections.abc import Callable

Translator = Callable[[str, str], str]


def _as_written(_: str, text: str) -> str:
    return text


_translator: Translator = _as_written


def translate(context: str, text: str) -> str:
    """Return a text in the language of the window.

    Parameters
    ----------
    context : str
        Where the text belongs, for translators.
    text : str
        The English text: a literal, or one that :func:`marked` shows to the translators.
    """
    return _translator(context, text)


def marked(context: str, text: str) -> str:  # noqa: ARG001 - the context is for who looks for texts
    """Return a text as it is, and say that it is translated where it is shown.

    For tables made when a module is loaded, which is before the language is known:
    ``translate("Methods", WORDS[method])`` with the words ``marked("Methods", "Quick and noisy")``.
    """
    return text


def is_english() -> bool:
    """Tell whether texts are shown as they are written."""
    return _translator is _as_written


def install_translator(translator: Translator | None) -> None:
    """Make a function from context and text to text the translation; None: English again."""
    global _translator  # noqa: PLW0603 - a process speaks one language
    _translator = translator or _as_written
