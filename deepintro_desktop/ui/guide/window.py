"""The window of the guide: pages at the left, a page at the right; it stays open beside the program's."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from deepintro_desktop.ui.guide.document import write_page
from deepintro_desktop.ui.guide.pages import Page, matching
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.buttons import IconButton
from deepintro_desktop.ui.widgets.tab_order import follow_layout

_SIZE = QSize(1140, 780)
_LIST_WIDTH, _TEXT_WIDTH, _PADDING = 292, 760, 32
_ZOOMS = (0.85, 1.0, 1.15, 1.35, 1.6, 2.0)
_USUAL_ZOOM = 1


class PageView(QTextBrowser):
    """A page, never wider than can be read with ease. ``resized``: there is another room for it."""

    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setProperty("c", "page")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the lines short."""
        side = max((self.width() - _TEXT_WIDTH) // 2, _PADDING)
        self.setViewportMargins(min(side, 2 * _PADDING), 24, _PADDING, 0)
        super().resizeEvent(event)
        self.resized.emit()


class GuideWindow(QWidget):
    """All pages of the guide.

    Parameters
    ----------
    theme : ThemeManager
        Look of the window.
    pages : sequence of Page
        In their order.
    """

    def __init__(self, theme: ThemeManager, pages: Sequence[Page]) -> None:
        super().__init__()
        self._theme = theme
        self._pages = {page.name: page for page in pages}
        self._way: list[str] = []
        self._place = -1
        self._zoom = _USUAL_ZOOM
        self._width = 0
        self.setWindowTitle(self.tr("DeepIntro guide"))
        self.setProperty("ground", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.resize(theme.px(_SIZE.width()), theme.px(_SIZE.height()))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search the guide"))
        self.search.setAccessibleName(self.tr("Search the guide"))
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.setProperty("c", "contents")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = QLabel(self.tr("No page has these words."), self)
        self.nothing.setProperty("c", "hint")
        self.nothing.setWordWrap(True)
        self.back = IconButton(theme, "chevron-left", self.tr("Back"), self)
        self.forward = IconButton(theme, "chevron-right", self.tr("Forward"), self)
        self.smaller = IconButton(theme, "minus", self.tr("Smaller letters"), self)
        self.larger = IconButton(theme, "add", self.tr("Larger letters"), self)
        self.page = PageView(self)
        self.page.setAccessibleName(self.tr("Page"))
        self._arrange()
        self._connect()
        self._list(tuple(self._pages.values()))
        follow_layout(self)

    def show_page(self, name: str) -> None:
        """Open a page, and remember the way back."""
        if name in self._pages and name != self.current():
            self._way[self._place + 1 :] = [name]
            self._place += 1
        self._show()

    def current(self) -> str:
        """Return the name of the page that is shown, empty before the first."""
        return self._way[self._place] if self._place >= 0 else ""

    def go_back(self) -> None:
        """Return to the page before."""
        self._place = max(self._place - 1, 0)
        self._show()

    def go_forward(self) -> None:
        """Go to the page that was left by going back."""
        self._place = min(self._place + 1, len(self._way) - 1)
        self._show()

    def zoom_in(self) -> None:
        """Make the letters larger."""
        self._set_zoom(self._zoom + 1)

    def zoom_out(self) -> None:
        """Make the letters smaller."""
        self._set_zoom(self._zoom - 1)

    def _set_zoom(self, zoom: int) -> None:
        self._zoom = min(max(zoom, 0), len(_ZOOMS) - 1)
        self._show()

    def _show(self) -> None:
        self._write()
        self.page.verticalScrollBar().setValue(0)
        self.back.setEnabled(self._place > 0)
        self.forward.setEnabled(self._place < len(self._way) - 1)
        self.smaller.setEnabled(self._zoom > 0)
        self.larger.setEnabled(self._zoom < len(_ZOOMS) - 1)
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == self.current():
                self.list.setCurrentRow(row)

    def _on_resized(self) -> None:
        """Let pictures fit the new width."""
        if min(self.page.viewport().width(), self._theme.px(_TEXT_WIDTH)) != self._width:
            place = self.page.verticalScrollBar().value()
            self._write()
            self.page.verticalScrollBar().setValue(place)

    def _write(self) -> None:
        page = self._pages.get(self.current())
        if page is not None:
            width = self._width = min(self.page.viewport().width(), self._theme.px(_TEXT_WIDTH))
            zoom = _ZOOMS[self._zoom]
            write_page(self.page.document(), self._theme, page, width=width, zoom=zoom)
            self.page.document().setTextWidth(width)

    def _list(self, pages: Sequence[Page]) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for page in pages:
            item = QListWidgetItem(page.title, self.list)
            item.setData(Qt.ItemDataRole.UserRole, page.name)
        self.list.blockSignals(False)
        self.nothing.setVisible(not pages)

    def _on_searched(self, text: str) -> None:
        found = matching(tuple(self._pages.values()), text)
        self._list(found)
        if text.strip() and found and self.current() not in {page.name for page in found}:
            self.show_page(found[0].name)
        self._show()

    def _on_chosen(self, row: int) -> None:
        if row >= 0:
            self.show_page(self.list.item(row).data(Qt.ItemDataRole.UserRole))

    def _on_link(self, address: QUrl) -> None:
        """Follow a link to another page; nothing else is ever opened."""
        self.show_page(address.toString().removesuffix(".md"))

    def _arrange(self) -> None:
        side = QVBoxLayout()
        side.setContentsMargins(16, 16, 12, 16)
        side.setSpacing(10)
        keys = QHBoxLayout()
        for button in (self.back, self.forward):
            keys.addWidget(button)
        keys.addStretch(1)
        for button in (self.smaller, self.larger):
            keys.addWidget(button)
        side.addLayout(keys)
        side.addWidget(self.search)
        side.addWidget(self.list, 1)
        side.addWidget(self.nothing)
        left = QWidget(self)
        left.setLayout(side)
        left.setFixedWidth(self._theme.px(_LIST_WIDTH))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(left)
        layout.addWidget(self.page, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_searched)
        self.list.currentRowChanged.connect(self._on_chosen)
        self.page.anchorClicked.connect(self._on_link)
        self.page.resized.connect(self._on_resized)
        self.back.clicked.connect(self.go_back)
        self.forward.clicked.connect(self.go_forward)
        self.smaller.clicked.connect(self.zoom_out)
        self.larger.clicked.connect(self.zoom_in)
        self._theme.theme_changed.connect(self._show)
        standard = QKeySequence.StandardKey
        for keys, slot in (
            (standard.Back, self.go_back),
            (standard.Forward, self.go_forward),
            (standard.ZoomIn, self.zoom_in),
            (standard.ZoomOut, self.zoom_out),
            (standard.Close, self.close),
            (standard.Cancel, self.close),
            (standard.Find, self.search.setFocus),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
