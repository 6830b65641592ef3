"""Texts in the person's language, for code that knows no Qt.

The window installs Qt's translation at its start; without one (command line, helper process, tests) texts
stay English. Calls are written as ``translate("Context", "Text with {0}").format(value)``, so that Qt's tools
find them.
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
        The English text, a literal.
    """
    return _translator(context, text)


def install_translator(translator: Translator | None) -> None:
    """Make a function from context and text to text the translation; None: English again."""
    global _translator  # noqa: PLW0603 - a process speaks one language
    _translator = translator or _as_written
