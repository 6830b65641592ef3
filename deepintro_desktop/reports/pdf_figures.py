"""Pictures side by side in a PDF, with their captions."""

from collections.abc import Callable, Sequence

import numpy as np
from PIL import Image

from deepintro_desktop.reports.document import Figure, Figures
from deepintro_desktop.reports.pdf_fonts import Letters
from deepintro_desktop.reports.pdf_page import INK, SECOND, ReportPage

_GAP = 4.0
_TALLEST = {2: 82.0, 4: 60.0}


def draw_figures(page: ReportPage, block: Figures, letters: Letters, check: Callable[[], object]) -> None:
    """Set pictures in rows; a row is never cut by the end of a page."""
    across = max(block.across, 1)
    width = (page.epw - _GAP * (across - 1)) / across
    for start in range(0, len(block.figures), across):
        check()
        _row(page, block.figures[start : start + across], width, _TALLEST.get(across, 82.0), letters)


def figures_height(page: ReportPage, block: Figures) -> float:
    """Return about how many millimetres the first row of pictures takes, with its captions."""
    width = (page.epw - _GAP * (block.across - 1)) / block.across
    tallest = _TALLEST.get(block.across, 82.0)
    return max(_size(figure, width, tallest)[1] for figure in block.figures[: block.across]) + 14


def _row(page: ReportPage, figures: Sequence[Figure], width: float, tallest: float, letters: Letters) -> None:
    sizes = [_size(figure, width, tallest) for figure in figures]
    captions = [letters.settable(f"{figure.caption}\n{figure.detail}".strip()) for figure in figures]
    below = max(page.caption_height(caption, width) for caption in captions)
    height = max(size[1] for size in sizes)
    page.keep_together(height + below + 4)
    top = page.get_y()
    for index, (figure, size, caption) in enumerate(zip(figures, sizes, captions, strict=True)):
        left = page.l_margin + index * (width + _GAP)
        page.image(_picture(figure), left, top, w=size[0], h=size[1], alt_text=letters.settable(figure.alt))
        page.set_xy(left, top + height + 1.2)
        heading, _, detail = caption.partition("\n")
        page.set_font("body", "B", 8.5)
        page.set_text_color(*INK)
        page.multi_cell(width, 3.9, heading, align="L", new_x="LEFT", new_y="NEXT")
        if detail:
            page.set_font("body", "", 8.5)
            page.set_text_color(*SECOND)
            page.multi_cell(width, 3.9, detail, align="L", new_x="LEFT", new_y="NEXT")
    page.set_xy(page.l_margin, top + height + below + 3)


def _size(figure: Figure, width: float, tallest: float) -> tuple[float, float]:
    """Return the millimetres of a picture that fits into its column and is not too tall."""
    rows, columns = figure.pixels_hwc_u8.shape[:2]
    scale = min(width / columns, tallest / rows)
    return columns * scale, rows * scale


def _picture(figure: Figure) -> Image.Image:
    pixels = figure.pixels_hwc_u8
    return Image.fromarray(np.ascontiguousarray(pixels[..., 0] if pixels.shape[2] == 1 else pixels))
