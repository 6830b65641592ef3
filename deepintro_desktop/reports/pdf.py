"""A report as PDF: with bookmarks, a language, words for pictures, and numbered pages."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from deepintro_desktop.core.report import Paper
from deepintro_desktop.core.translation import translate
from deepintro_desktop.reports.compose import all_texts
from deepintro_desktop.reports.document import (
    Block,
    Bullets,
    Chapter,
    Document,
    Facts,
    Figures,
    Table,
    Text,
    Tone,
)
from deepintro_desktop.reports.pdf_figures import draw_figures, figures_height
from deepintro_desktop.reports.pdf_fonts import Letters, letters_for
from deepintro_desktop.reports.pdf_page import ACCENT, GROUND, INK, LINE, SECOND, SOFT, WHITE, ReportPage

_WHOLE_TABLE = 120.0
"""Up to this height, in millimetres, a table stays on one page."""
_SIZE = {Paper.A4: "A4", Paper.LETTER: "Letter"}


def pdf_bytes(document: Document, made: str, check: Callable[[], object] = bool) -> bytes:
    """Return the file.

    Parameters
    ----------
    document : Document
        What it says.
    made : str
        When, ISO 8601, for the file's own records.
    check : callable
        Called between pictures; may raise to stop.
    """
    words = (_tr("{0} of {1}"), _missing_words())
    letters = letters_for((*all_texts(document), *words))
    with tempfile.TemporaryDirectory(prefix="deepintro-") as folder:
        page = ReportPage(_SIZE[document.paper], letters, Path(folder), document.footer, words[0])
        page.set_records(document.title, document.subtitle, document.language, datetime.fromisoformat(made))
        _Writer(page, letters, check).write(document)
        return bytes(page.output())


@dataclass(frozen=True, slots=True)
class _Writer:
    """Sets the blocks of a document one below the other."""

    page: ReportPage
    letters: Letters
    check: Callable[[], object]

    def write(self, document: Document) -> None:
        """Set everything."""
        page = self.page
        page.add_page()
        page.bar()
        self._line(document.title, 20, bold=True, after=0.5)
        self._line(document.subtitle, 12, colour=SECOND, after=3)
        for block in document.head:
            self._block(block)
        if self.letters.missing:
            self._block(Text(_missing_words(), Tone.NOTE))
        for number, chapter in enumerate(document.chapters):
            self._chapter(chapter, new_page=number > 0 and chapter.new_page)

    def _chapter(self, chapter: Chapter, *, new_page: bool) -> None:
        page = self.page
        if new_page:
            page.add_page()
        else:
            page.keep_together(60)
            page.ln(4)
        page.start_section(self.letters.settable(chapter.heading), level=0)
        self._line(chapter.heading, 15, bold=True, after=0.5)
        if chapter.subtitle:
            self._line(chapter.subtitle, 11, colour=SECOND, after=1)
        for section in chapter.sections:
            page.keep_together(14 + sum(self._needed(block) for block in section.blocks[:2]))
            page.ln(3.5)
            page.start_section(self.letters.settable(section.heading), level=1)
            self._line(section.heading, 11.5, bold=True, colour=ACCENT, after=1.5)
            for block in section.blocks:
                self._block(block)

    def _needed(self, block: Block) -> float:
        """Return about how many millimetres of a block must stand on the page of its heading."""
        if isinstance(block, Figures):
            return figures_height(self.page, block)
        if isinstance(block, Facts):
            return 6.0 * len(block.rows)
        if isinstance(block, Table):
            # A table of a few rows is not divided; a long one goes on over the page.
            height = 14.0 + sum(7.0 + 5.0 * max(cell.count("\n") * 3 for cell in row) for row in block.rows)
            return min(height, _WHOLE_TABLE)
        return 8.0

    def _block(self, block: Block) -> None:
        if isinstance(block, Text):
            self._text(block)
        elif isinstance(block, Bullets):
            for line in block.lines:
                self._bullet(line)
        elif isinstance(block, Facts):
            self._facts(block)
        elif isinstance(block, Table):
            self._table(block)
        else:
            self._figures(block)

    def _line(
        self, text: str, size: float, *, bold: bool = False, colour: Any = INK, after: float = 0
    ) -> None:
        page = self.page
        page.set_font("body", "B" if bold else "", size)
        page.set_text_color(*colour)
        page.paragraph(self.letters.settable(text), size * 0.44)
        page.ln(after)

    def _text(self, block: Text) -> None:
        page = self.page
        page.set_font("body", "", 10)
        page.set_text_color(*INK)
        text = self.letters.settable(block.text)
        if block.tone is Tone.PLAIN:
            page.paragraph(text, 4.9)
        else:
            is_comment = block.tone is Tone.COMMENT
            page.boxed(text, SOFT if is_comment else GROUND, ACCENT if is_comment else None)
        page.ln(1.6)

    def _bullet(self, line: str) -> None:
        page = self.page
        page.set_font("body", "", 10)
        page.set_text_color(*INK)
        page.keep_together(6)
        page.bullet(self.letters.settable(line), 4.9)
        page.ln(0.9)

    def _facts(self, facts: Facts) -> None:
        page = self.page
        size = 8.5 if facts.fixed else 10
        page.set_font("body", "", size)
        page.set_text_color(*INK)
        widths = (24, 76)
        with page.table(
            borders_layout="NONE", col_widths=widths, first_row_as_headings=False, line_height=size * 0.5,
            text_align="LEFT", padding=(0.5, 2, 0.5, 0), v_align="TOP",
        ) as table:  # fmt: skip
            for name, value in facts.rows:
                row = table.row()
                row.cell(self.letters.settable(name), style=page.face(colour=SECOND))
                row.cell(self.letters.settable(value), style=page.face())
        page.ln(1.5)

    def _table(self, block: Table) -> None:
        page = self.page
        page.set_font("body", "", 9)
        page.set_text_color(*INK)
        page.set_draw_color(*LINE)
        page.set_line_width(0.2)
        settable = self.letters.settable
        page.keep_together(24)
        with page.table(
            borders_layout="HORIZONTAL_LINES", col_widths=tuple(column.share for column in block.columns),
            text_align=tuple("RIGHT" if column.numbers else "LEFT" for column in block.columns),
            headings_style=page.face(bold=True, colour=SECOND), line_height=4.4, padding=(1.1, 1.5),
            v_align="TOP",
            repeat_headings=1,
        ) as table:  # fmt: skip
            table.row([settable(column.name) for column in block.columns])
            for index, cells in enumerate(block.rows):
                marked = index in block.marked
                style = page.face(bold=marked, colour=INK, ground=SOFT if marked else WHITE)
                row = table.row(style=style)
                for cell in cells:
                    row.cell(settable(cell))
        page.ln(2)

    def _figures(self, block: Figures) -> None:
        draw_figures(self.page, block, self.letters, self.check)
        self.page.ln(1)


def _missing_words() -> str:
    return _tr(
        "Some letters are in no font of this machine. They are written as their number in Unicode, like "
        "[U+732B]; "
        "the report as HTML shows them."
    )


def _tr(text: str) -> str:
    return translate("Report", text)
