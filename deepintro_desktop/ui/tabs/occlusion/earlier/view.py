"""The button that says how much was explained before, and the list behind it."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from deepintro_desktop.core.earlier import Comparison, EarlierResult
from deepintro_desktop.ui.tabs.occlusion.earlier.dialog import EarlierDialog
from deepintro_desktop.ui.tabs.occlusion.earlier.presenter import EarlierPresenter
from deepintro_desktop.ui.tabs.occlusion.side_panel import SidePanel
from deepintro_desktop.ui.theme import ThemeManager


class EarlierAccess(QObject):
    """The view of what was explained before.

    Parameters
    ----------
    panel : SidePanel
        Has the button.
    window : QWidget
        The list is a dialog of it.
    enable : callable
        Switches the menu's entry on and off.
    """

    def __init__(
        self,
        theme: ThemeManager,
        panel: SidePanel,
        window: QWidget,
        enable: Callable[[bool], object],
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._panel = panel
        self._window = window
        self._enable = enable
        self._presenter: EarlierPresenter | None = None
        self._dialog: EarlierDialog | None = None
        panel.earlier.clicked.connect(self.ask)
        self.show_count(0)

    def attach(self, presenter: EarlierPresenter) -> None:
        """Say whom to tell what the person does."""
        self._presenter = presenter

    def ask(self, *_: object) -> None:
        """Open the list as soon as it has been read."""
        if self._presenter is not None and self._dialog is None:
            self._presenter.ask()

    def show_count(self, n_entries: int) -> None:
        """Say how much was explained before of what is shown."""
        self._panel.set_earlier(n_entries)
        self._enable(n_entries > 0)

    def show_list(self, entries: tuple[EarlierResult, ...]) -> None:
        """Open the list."""
        if entries and self._dialog is None and self._presenter is not None:
            self._dialog = EarlierDialog(self._theme, self._window, entries)
            self._dialog.compare_requested.connect(self._presenter.compare)
            self._dialog.finished.connect(self._on_finished)
            self._dialog.ask(self._presenter.reopen)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show how the two ticked entries agree."""
        if self._dialog is not None:
            self._dialog.set_comparison(comparison)

    def show_failure(self, text: str) -> None:
        """Say why the two ticked entries cannot be compared."""
        if self._dialog is not None:
            self._dialog.set_failure(text)

    def _on_finished(self) -> None:
        self._dialog = None
        if self._presenter is not None:
            self._presenter.stop_comparing()
