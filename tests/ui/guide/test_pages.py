"""The guide says what the program has: pages, links, pictures, and the names of what can be clicked."""

import re
import sys

import pytest
from support.paths import REPOSITORY

from deepintro_desktop.ui.guide.pages import ORDER, Page, guide_folder, load_pages, matching
from deepintro_desktop.ui.language import LANGUAGES

sys.path.insert(0, str(REPOSITORY / "packaging"))
import ts_file

_LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)]+)\)")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
_BOLD = re.compile(r"\*\*([^*]+)\*\*")
_KEY = re.compile(r"(Ctrl|Strg|Umschalt|Shift|Alt|Space|Leertaste|Tab|F\d{1,2}|[A-Z0-9]|\+)+", re.IGNORECASE)
WORDS = {"Δ"}
"""Bold signs that are drawn and not written."""


@pytest.fixture(params=sorted(LANGUAGES))
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def pages(language: str) -> tuple[Page, ...]:
    return load_pages(language)


def test_every_language_has_every_page_and_no_other(language, pages):
    assert [page.name for page in pages] == list(ORDER)
    assert {path.stem for path in guide_folder(language).glob("*.md")} == set(ORDER)
    assert all(page.folder.name == language for page in pages)
    assert all(page.title and len(page.text) > 200 for page in pages)


def test_every_link_leads_to_a_page(pages):
    for page in pages:
        assert set(_LINK.findall(page.text)) <= set(ORDER), page.name


def test_every_page_can_be_reached_from_the_first(pages):
    links = {page.name: set(_LINK.findall(page.text)) for page in pages}
    for other, own in {page.name: set(_LINK.findall(page.text)) for page in load_pages("en")}.items():
        assert links[other] == own, other


def test_every_picture_is_there_is_described_and_is_made_by_the_script(language, pages):
    shown = {}
    for page in pages:
        for words, name in _PICTURE.findall(page.text):
            assert words, page.name
            assert page.picture(name).is_file(), name
            shown[page.picture(name).stem] = page.name
    script = (REPOSITORY / "tests" / "ui" / "guide_pictures.py").read_text(encoding="utf-8")
    made = set(re.findall(r'language, "([a-z-]+)"\)', script))
    assert set(shown) == made
    assert {path.stem for path in (guide_folder(language) / "pictures").iterdir()} == made


def test_pictures_are_small():
    sizes = [path.stat().st_size for path in guide_folder().rglob("*.webp")]
    assert max(sizes) < 300_000
    assert sum(sizes) < 4_000_000


def _plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…").strip()


def _is_sentence(text: str) -> bool:
    return text.endswith(".") or text[0] in "“„"


def test_what_is_bold_can_be_found_in_the_window(language, pages):
    """Names of what can be clicked stand in bold, and nothing else but keys and whole sentences."""
    german = ts_file.read(REPOSITORY / "resources" / "i18n" / "deepintro_de.ts")
    texts = german.values() if language == "de" else (text for _, text in german)
    known = {_plain(text) for text in texts} | WORDS
    unknown = {
        (page.name, name)
        for page in pages
        for name in _BOLD.findall(page.text)
        if _plain(name) not in known and not _KEY.fullmatch(name) and not _is_sentence(name)
    }
    assert unknown == set()


def test_what_is_typed_is_searched_in_all_words(pages):
    assert matching(pages, "  ") == pages
    title = next(page.title for page in pages if page.name == "boundary")
    assert matching(pages, title)[0].name == "boundary"
    assert matching(pages, "zzzz") == ()
    found = [page.name for page in matching(pages, "DICOM nifti")]
    assert "images" in found
    assert "marker" not in found
