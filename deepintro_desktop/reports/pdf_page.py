"""A page of a report: its margins, its foot, and what is set on it."""

from datetime import datetime
from pathlib import Path
from typing import Any

from fpdf import FPDF
from fpdf.fonts import FontFace

from deepintro_desktop.reports.pdf_fonts import Letters

Colour = tuple[int, int, int]
INK, SECOND, LINE, WHITE = (26, 30, 34), (84, 93, 102), (205, 210, 214), (255, 255, 255)
ACCENT, SOFT, GROUND = (11, 110, 117), (227, 241, 241), (240, 241, 243)
_MARGIN, _FOOT = 18.0, 20.0


class ReportPage(FPDF):
    """The pages of one report, in millimetres.

    Parameters
    ----------
    paper : str
        Name of its size.
    letters : Letters
        Its fonts.
    folder : Path
        A place for their files until the report is written.
    foot : str
        What stands at the foot of every page.
    numbering : str
        The words of page and number of pages, with two holes.
    """

    def __init__(self, paper: str, letters: Letters, folder: Path, foot: str, numbering: str) -> None:
        super().__init__(format=paper)
        self._foot, self._numbering = letters.settable(foot), numbering
        self.set_margins(_MARGIN, 16, _MARGIN)
        self.set_auto_page_break(True, _FOOT)
        self.c_margin = 0
        fonts = {("body", ""): letters.regular, ("body", "B"): letters.bold}
        fonts.update({(f"other{index}", ""): content for index, content in enumerate(letters.others)})
        for (family, style), content in fonts.items():
            path = folder / f"{family}{style}.ttf"
            path.write_bytes(content)
            self.add_font(family, style, path)
        self.set_fallback_fonts([f"other{index}" for index in range(len(letters.others))], exact_match=False)
        self.set_font("body", "", 10)
        self.set_text_shaping(True, features={"tnum": True, "kern": True})

    def set_records(self, title: str, subtitle: str, language: str, made: datetime) -> None:
        """Write down what the file is, for readers and archives."""
        self.set_title(f"{title} – {subtitle}")
        self.set_lang(language.replace("_", "-"))
        self.set_creator("DeepIntro Desktop")
        self.set_creation_date(made)
        self.viewer_preferences = None
        self.set_display_mode("default", "single")

    def footer(self) -> None:
        """Set the foot of a page."""
        self.set_y(-14)
        self.set_font("body", "", 8)
        self.set_text_color(*SECOND)
        self.cell(self.epw * 0.8, 5, self._foot)
        self.cell(0, 5, self._numbering.format(self.page_no(), "{nb}"), align="R")

    @staticmethod
    def face(*, bold: bool = False, colour: Colour = INK, ground: Colour = WHITE) -> FontFace:
        """Return how a cell is set."""
        return FontFace(emphasis="BOLD" if bold else None, color=colour, fill_color=ground)

    def bar(self) -> None:
        """Draw the line above the title."""
        self.set_fill_color(*ACCENT)
        self.rect(self.l_margin, self.get_y(), self.epw, 1.1, style="F")
        self.ln(5)

    def keep_together(self, height: float) -> None:
        """Begin a new page where fewer millimetres are left."""
        if self.get_y() + height > self.h - _FOOT:
            self.add_page()

    def paragraph(self, text: str, line_height: float, width: float = 0, indent: float = 0) -> None:
        """Set a paragraph; the next one begins below it."""
        self.set_x(self.l_margin + indent)
        self.multi_cell(width, line_height, text, align="L", new_x="LMARGIN", new_y="NEXT")

    def bullet(self, text: str, line_height: float) -> None:
        """Set a paragraph behind a dot."""
        y = self.get_y()
        self.set_fill_color(*SECOND)
        self.circle(self.l_margin + 1.4, y + line_height / 2, 0.55, style="F")
        self.paragraph(text, line_height, self.epw - 5, indent=5)

    def boxed(self, text: str, ground: Colour, edge: Colour | None) -> None:
        """Set a paragraph on a coloured ground, with a line at its left where ``edge`` is a colour."""
        height = self._height(text, 4.9, self.epw - 8) + 4
        self.keep_together(min(height, 200))
        top, pages = self.get_y(), self.page
        self.set_fill_color(*ground)
        fits = top + height <= self.h - _FOOT
        if fits:
            self.rect(self.l_margin, top, self.epw, height, style="F")
            if edge:
                self.set_fill_color(*edge)
                self.rect(self.l_margin, top, 1, height, style="F")
        self.set_y(top + 2)
        self.paragraph(text, 4.9, self.epw - 8, indent=4)
        if fits and self.page == pages:
            self.set_y(top + height)

    def _height(self, text: str, line_height: float, width: float) -> float:
        found: Any = self.multi_cell(
            width, line_height, text, align="L", dry_run=True, output="HEIGHT", new_x="LMARGIN", new_y="NEXT"
        )
        return float(found)

    def caption_height(self, text: str, width: float) -> float:
        """Return how many millimetres a caption takes."""
        self.set_font("body", "", 8.5)
        return self._height(text, 3.9, width)
