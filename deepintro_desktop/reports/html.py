"""A report as one HTML file: nothing outside it is needed, nothing in it runs."""

import base64
from collections.abc import Callable, Iterator
from html import escape

from deepintro_desktop.core.report import Paper
from deepintro_desktop.core.translation import translate
from deepintro_desktop.imaging import png_bytes
from deepintro_desktop.reports.document import (
    Block,
    Bullets,
    Chapter,
    Document,
    Facts,
    Figure,
    Figures,
    Section,
    Table,
    Text,
)
from deepintro_desktop.reports.html_style import STYLE

_PAGE = {Paper.A4: "A4", Paper.LETTER: "letter"}
_RIGHT_TO_LEFT = {"ar", "fa", "he", "ur"}


def html_bytes(document: Document, check: Callable[[], object] = bool) -> bytes:
    """Return the file, UTF-8. ``check`` is called between pictures and may raise to stop."""
    return "\n".join(_lines(document, check)).encode()


def _lines(document: Document, check: Callable[[], object]) -> Iterator[str]:
    language = escape(document.language, quote=True)
    direction = ' dir="rtl"' if document.language.partition("_")[0] in _RIGHT_TO_LEFT else ""
    title = escape(f"{document.title} – {document.subtitle}")
    yield f'<!DOCTYPE html>\n<html lang="{language}"{direction}>\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    # A browser that obeys runs and loads nothing, even if a name in the report tried to make it.
    policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield f'<meta name="generator" content="DeepIntro Desktop">\n<title>{title}</title>'
    yield f"<style>{STYLE.replace('@PAPER@', _PAGE[document.paper])}</style>\n</head>\n<body>\n<main>"
    yield f"<header>\n<h1>{escape(document.title)}</h1>"
    yield f'<p class="subtitle">{_isolated(document.subtitle)}</p>'
    for block in document.head:
        yield from _block(block, check)
    if len(document.chapters) > 2:
        yield from _contents(document)
    yield "</header>"
    for number, chapter in enumerate(document.chapters, 1):
        yield from _chapter(chapter, number, check)
    yield f"<footer>{escape(document.footer)}</footer>\n</main>\n</body>\n</html>\n"


def _contents(document: Document) -> Iterator[str]:
    yield f'<nav aria-label="{escape(_tr("Contents"), quote=True)}"><ul>'
    for number, chapter in enumerate(document.chapters, 1):
        yield f'<li><a href="#chapter-{number}">{_isolated(chapter.heading)}</a></li>'
    yield "</ul></nav>"


def _chapter(chapter: Chapter, number: int, check: Callable[[], object]) -> Iterator[str]:
    yield f'<article id="chapter-{number}">\n<h2>{_isolated(chapter.heading)}</h2>'
    if chapter.subtitle:
        yield f'<p class="subtitle">{_isolated(chapter.subtitle)}</p>'
    for section in chapter.sections:
        yield from _section(section, check)
    yield "</article>"


def _section(section: Section, check: Callable[[], object]) -> Iterator[str]:
    yield f"<section>\n<h3>{escape(section.heading)}</h3>"
    for block in section.blocks:
        yield from _block(block, check)
    yield "</section>"


def _block(block: Block, check: Callable[[], object]) -> Iterator[str]:
    if isinstance(block, Text):
        yield f'<p class="{block.tone.value}">{_text(block.text)}</p>'
    elif isinstance(block, Bullets):
        yield "<ul>" + "".join(f"<li>{_text(line)}</li>" for line in block.lines) + "</ul>"
    elif isinstance(block, Facts):
        kind = ' class="fixed"' if block.fixed else ""
        rows = "".join(f"<dt>{escape(name)}</dt><dd>{_text(value)}</dd>" for name, value in block.rows)
        yield f"<dl{kind}>{rows}</dl>"
    elif isinstance(block, Table):
        yield from _table(block)
    else:
        yield from _figures(block, check)


def _table(table: Table) -> Iterator[str]:
    kinds = [' class="number"' if column.numbers else "" for column in table.columns]
    yield f'<table>\n<caption class="unseen">{escape(table.title)}</caption>\n<thead><tr>'
    for column, kind in zip(table.columns, kinds, strict=True):
        yield f'<th scope="col"{kind}>{escape(column.name)}</th>'
    yield "</tr></thead>\n<tbody>"
    for index, row in enumerate(table.rows):
        cells = "".join(f"<td{kind}>{_cell(cell)}</td>" for cell, kind in zip(row, kinds, strict=True))
        marked = ' class="marked"' if index in table.marked else ""
        yield f"<tr{marked}>{cells}</tr>"
    yield "</tbody>\n</table>"


def _figures(block: Figures, check: Callable[[], object]) -> Iterator[str]:
    yield f'<div class="figures across-{block.across}">'
    for figure in block.figures:
        check()
        yield _figure(figure)
    yield "</div>"


def _figure(figure: Figure) -> str:
    height, width = figure.pixels_hwc_u8.shape[:2]
    data = base64.b64encode(png_bytes(figure.pixels_hwc_u8)).decode("ascii")
    size = f'width="{width}" height="{height}"'
    image = f'<img {size} alt="{escape(figure.alt, quote=True)}" src="data:image/png;base64,{data}">'
    detail = f"<br>{_isolated(figure.detail)}" if figure.detail else ""
    caption = f"<figcaption><b>{escape(figure.caption)}</b>{detail}</figcaption>"
    return f"<figure>{image}{caption}</figure>"


def _text(text: str) -> str:
    return _isolated(text).replace("\n", "<br>")


def _cell(text: str) -> str:
    """Set the first line of a cell of several lines as its heading."""
    first, _, rest = text.partition("\n")
    heading = _isolated(first)
    return f'<b>{heading}</b><br><span class="small">{_text(rest)}</span>' if rest else heading


def _isolated(text: str) -> str:
    """Keep names that are written from right to left from turning what stands beside them."""
    return f"<bdi>{escape(text)}</bdi>" if any(ord(letter) > 0x590 for letter in text) else escape(text)


def _tr(text: str) -> str:
    return translate("Report", text)
