"""A page of the guide as a document that is pleasant to read."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
)

from deepintro_desktop.ui.guide.pages import Page
from deepintro_desktop.ui.theme import ThemeManager, Type

_LINE_PERCENT = 138.0
_HEADINGS = {1: 1.7, 2: 1.25}
"""Sizes of headings, as multiples of the text."""


def write_page(document: QTextDocument, theme: ThemeManager, page: Page, *, width: int, zoom: float) -> None:
    """Fill a document with a page.

    Parameters
    ----------
    document : QTextDocument
        Emptied first.
    theme : ThemeManager
        Colours and sizes.
    page : Page
        What is written.
    width : int
        Of the text, in logical pixels; no picture becomes wider.
    zoom : float
        Size of the letters, as a multiple of the usual.
    """
    font = QFont(theme.font(Type.BODY))
    size = max(round(font.pixelSize() * zoom), 1)
    font.setPixelSize(size)
    document.clear()
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    document.setMarkdown(page.text)
    for block in _blocks(document):
        _space(theme, block)
        _colour(theme, block, size)
    for block in _blocks(document):
        for fragment in list(_fragments(block)):
            letters = fragment.charFormat()
            if letters.isImageFormat():
                _fit_picture(fragment, document, page.picture(letters.toImageFormat().name()), width)
            elif letters.isAnchor():
                _colour_link(theme, fragment, document)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    place = block.begin()
    while not place.atEnd():
        yield place.fragment()
        place += 1


def _space(theme: ThemeManager, block: QTextBlock) -> None:
    """Give a paragraph or heading air."""
    shape = block.blockFormat()
    space = theme.px(10)
    shape.setTopMargin(theme.px(18) if shape.headingLevel() > 1 else 0)
    shape.setBottomMargin(theme.px(4) if block.textList() else space)
    has_picture = any(fragment.charFormat().isImageFormat() for fragment in _fragments(block))
    height = 100.0 if has_picture else _LINE_PERCENT
    shape.setLineHeight(height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    QTextCursor(block).setBlockFormat(shape)


def _colour(theme: ThemeManager, block: QTextBlock, size: int) -> None:
    level = block.blockFormat().headingLevel()
    for fragment in list(_fragments(block)):
        letters = fragment.charFormat()
        letters.setForeground(theme.color("text"))
        if level:
            letters.clearProperty(QTextFormat.Property.FontSizeAdjustment)
            letters.setProperty(QTextFormat.Property.FontPixelSize, round(size * _HEADINGS.get(level, 1.0)))
            letters.setFontWeight(QFont.Weight.DemiBold)
        _at(fragment, block.document()).setCharFormat(letters)


def _at(fragment: QTextFragment, document: QTextDocument) -> QTextCursor:
    """Return a cursor that has a fragment selected."""
    cursor = QTextCursor(document)
    cursor.setPosition(fragment.position())
    cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _colour_link(theme: ThemeManager, fragment: QTextFragment, document: QTextDocument) -> None:
    link = QTextCharFormat()
    link.setForeground(theme.color("accent_text"))
    link.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    _at(fragment, document).mergeCharFormat(link)


def _fit_picture(fragment: QTextFragment, document: QTextDocument, path: Path, width: float) -> None:
    """Show a picture as wide as it is, or as wide as the text where that is less."""
    shape, image = fragment.charFormat().toImageFormat(), QImage(str(path))
    if image.isNull():
        return
    shown = min(width, image.width())
    shape.setWidth(shown)
    shape.setHeight(shown * image.height() / image.width())
    document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(shape.name()), image)
    _at(fragment, document).setCharFormat(shape)
