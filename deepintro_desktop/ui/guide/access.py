"""The ways to the guide: the Help menu, and F1 anywhere, which opens the page for where the person is."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from deepintro_desktop.ui.guide.pages import load_pages
from deepintro_desktop.ui.guide.places import START, page_for
from deepintro_desktop.ui.guide.window import GuideWindow
from deepintro_desktop.ui.language import spoken
from deepintro_desktop.ui.theme import ThemeManager

_BESIDE = QPoint(64, 64)


class GuideAccess(QObject):
    """Opens the guide.

    Parameters
    ----------
    theme : ThemeManager
        Look of the guide.
    window : QMainWindow
        The program's window; the guide goes away with it.
    in_front : callable
        Returns the tool that is seen.
    """

    def __init__(
        self, theme: ThemeManager, window: QMainWindow, in_front: Callable[[], QWidget | None]
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._in_front = in_front
        self.guide: GuideWindow | None = None
        window.installEventFilter(self)
        window.destroyed.connect(self.close)

    def open_here(self, here: QWidget | None = None) -> None:
        """Open the page for a part of the window, or for what has the focus."""
        here = here or QApplication.focusWidget()
        is_elsewhere = here is None or here.window() is self.guide
        page = "" if is_elsewhere else page_for(here)
        self.open_page(page or page_for(self._in_front()) or START)

    def open_page(self, name: str) -> None:
        """Open a page by its name."""
        if self.guide is None:
            self.guide = GuideWindow(self._theme, load_pages(spoken()))
            self.guide.move(self._window.frameGeometry().topLeft() + _BESIDE)
        self.guide.show_page(name)
        self.guide.show()
        self.guide.raise_()
        self.guide.activateWindow()

    def close(self) -> None:
        """Close the guide for good."""
        if self.guide is not None:
            self.guide.close()
            self.guide.deleteLater()
            self.guide = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Go away with the window."""
        if event.type() == QEvent.Type.Close:
            self.close()
        return super().eventFilter(watched, event)
