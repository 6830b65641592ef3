"""Texts for code that knows no Qt."""

from collections.abc import Iterator

import pytest

from deepintro_desktop.core.translation import install_translator, translate


@pytest.fixture(autouse=True)
def _english_afterwards() -> Iterator[None]:
    yield
    install_translator(None)


def test_texts_stay_english_without_a_translator() -> None:
    assert translate("Any", "A text") == "A text"


def test_an_installed_translator_is_asked_with_its_context() -> None:
    install_translator(lambda context, text: f"{context}|{text}")
    assert translate("Any", "A text") == "Any|A text"
    install_translator(None)
    assert translate("Any", "A text") == "A text"
