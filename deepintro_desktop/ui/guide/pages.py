"""The pages of the guide, in the order of its table of contents."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from deepintro_desktop.core.resources import resource_path

ORDER = (
    "start", "shapes", "marker", "features", "relevance", "answers", "certainty", "shapley", "drawing",
    "synthesis", "boundary", "compare", "models", "images", "projects", "reports", "feedback", "limits",
    "privacy", "trouble", "keys", "command-line",
)  # fmt: skip
"""The pages by name; each is a Markdown file of that name in every language."""

FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Page:
    """A page in Markdown. ``title`` is its first heading, ``folder`` where it lies."""

    name: str
    title: str
    text: str
    folder: Path

    def picture(self, name: str) -> Path:
        """Return where a picture of the page lies, which it calls ``pictures/NAME.webp``."""
        return self.folder / name


def guide_folder(*parts: str) -> Path:
    """Return the folder of the guide, or a place in it."""
    return resource_path("guide", *parts)


def load_pages(language: str) -> tuple[Page, ...]:
    """Return all pages in a language; in English where the guide does not speak it."""
    folder = guide_folder(language)
    if not folder.is_dir():
        folder = guide_folder(FALLBACK)
    return tuple(_page(name, folder) for name in ORDER)


def _page(name: str, folder: Path) -> Page:
    text = (folder / f"{name}.md").read_text(encoding="utf-8")
    return Page(name, text.partition("\n")[0].removeprefix("#").strip(), text, folder)


def matching(pages: Sequence[Page], wanted: str) -> tuple[Page, ...]:
    """Return the pages on which every word that was typed stands, those with it in their title first."""
    words = wanted.casefold().split()
    found = [page for page in pages if all(word in page.text.casefold() for word in words)]
    return tuple(sorted(found, key=lambda page: not all(word in page.title.casefold() for word in words)))
