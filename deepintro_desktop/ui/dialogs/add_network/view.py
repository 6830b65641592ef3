"""The dialog that adds a model; shows what its presenter says, tells it what the person does."""

import itertools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from deepintro_desktop.ui.dialogs.add_network.contract import (
    Ask,
    FieldRow,
    Found,
    OwnFields,
    PresetCard,
    Refusal,
    Tile,
    Verdict,
)
from deepintro_desktop.ui.dialogs.add_network.own_panel import OwnPanel
from deepintro_desktop.ui.dialogs.add_network.pages import FoundPage, ReadingPage, RefusalPage
from deepintro_desktop.ui.dialogs.add_network.presenter import AddNetworkPresenter
from deepintro_desktop.ui.dialogs.add_network.side import SidePanel
from deepintro_desktop.ui.dialogs.frame import FramedDialog
from deepintro_desktop.ui.dialogs.prompter import DialogPrompter
from deepintro_desktop.ui.presenters.ports import Settings
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.buttons import PushButton

_SIZE = QSize(1060, 700)
_WIDE, _USUAL_CARDS = 1200, 4
_SIDE_WIDTH, _NAME_WIDTH = 296, 200
_SIDE_SHARE = 0.34
_AROUND = 24
"""How much of the window stays in sight round the dialog."""


class AddNetworkDialog(FramedDialog):
    """Files and input on the left, preparations on the right, the name below.

    Parameters
    ----------
    theme : ThemeManager
        Look of the dialog.
    settings : Settings
        Remembers the folder of the last file dialog.
    parent : QWidget
        The window.
    presenter : AddNetworkPresenter
        Decides.
    """

    def __init__(
        self, theme: ThemeManager, settings: Settings, parent: QWidget, presenter: AddNetworkPresenter
    ) -> None:
        super().__init__(
            parent,
            QCoreApplication.translate("AddNetworkDialog", "Add a model"),
            QCoreApplication.translate("AddNetworkDialog", "Add model"),
        )
        self._theme = theme
        self._settings = settings
        self._presenter = presenter
        self._refusal: Refusal | None = None
        self._is_closing = False
        self._number, self._proposed = 0, ""
        self.setAcceptDrops(True)
        self.side = SidePanel(theme, self)
        self.own = OwnPanel(theme, self)
        self.side.own_place.addWidget(self.own)
        self.reading, self.refusal, self.found = (
            ReadingPage(theme, self),
            RefusalPage(theme, self),
            FoundPage(theme, self),
        )
        self._pages = QStackedWidget(self)
        self._side_area = _scrolled(self.side, self)
        self._found_area = _scrolled(self.found, self)
        self.name = QLineEdit(self)
        self.name.setAccessibleName(self.tr("Name"))
        self.name.setMinimumWidth(theme.px(_NAME_WIDTH))
        self._name_label = QLabel(self.tr("Name"), self)
        self._name_label.setProperty("c", "second")
        self._name_label.setBuddy(self.name)
        self.other = PushButton(theme, self.tr("Other settings…"), self, kind="link")
        self.other.setCheckable(True)
        self.other.setAutoDefault(False)
        self._arrange()
        self._connect()

    # --- what the presenter shows

    def open_dialog(self) -> None:
        """Show the dialog over the window, as large as the window lets it be."""
        wanted = QSize(self._theme.px(_SIZE.width()), self._theme.px(_SIZE.height()))
        self.resize(wanted.boundedTo(self._room()))
        self._side_area.setFixedWidth(min(self._theme.px(_SIDE_WIDTH), round(self.width() * _SIDE_SHARE)))
        self.open()

    def close_dialog(self) -> None:
        """Go away."""
        self._is_closing = True
        self.done(0)

    def show_place(self, number: int, n_networks: int) -> None:
        """Say which of several networks this is."""
        if number != self._number:
            self._number, self._proposed = number, ""
            self.name.clear()
            self.show_own(None)
        several = self.tr("Add a model ({0} of {1})").format(number, n_networks)
        self.setWindowTitle(several if n_networks > 1 else self.tr("Add a model"))
        self.quiet_button.setText(self.tr("Skip") if number < n_networks else self.tr("Cancel"))

    def show_reading(self, name: str, fraction: float | None, message: str) -> None:
        """Say that a file is being read."""
        self.reading.set_state(name, fraction, message)
        self._show_page(self.reading, is_found=False)

    def show_refusal(self, refusal: Refusal) -> None:
        """Say why a file cannot be added."""
        self._refusal = refusal
        self.side.set_files(refusal.files)
        self.side.set_fields(())
        self.side.set_options(())
        self.side.set_checks(())
        self.show_own(None)
        self._show_page(self.refusal, is_found=False)
        self._side_area.show()
        words = {
            Ask.OTHER_FILE: self.tr("Choose another file…"),
            Ask.MISSING_FILE: self.tr("Choose the file…"),
            Ask.STRUCTURE: self.tr("Read again"),
            Ask.BACK: self.tr("Back"),
        }
        self.accept_button.setText(words[refusal.ask])
        self.accept_button.setEnabled(True)
        self.accept_button.setFocus()
        self.refusal.set_refusal(refusal)

    def show_found(self, found: Found) -> None:
        """Show what was read."""
        is_new = self._pages.currentWidget() is not self._found_area
        self.side.set_files(found.files)
        self.side.set_options(found.options)
        self.side.set_checks(found.checks)
        self.found.set_headline(found.title, found.text)
        self._show_page(self._found_area, is_found=True)
        self._side_area.show()
        if self.name.text() == self._proposed:  # nobody has typed another one
            self._proposed = found.name
            self.name.setText(found.name)
        if is_new:
            self.accept_button.setFocus()

    def show_fields(self, fields: Sequence[FieldRow]) -> None:
        """Show the preparation that is chosen."""
        self.side.set_fields(fields)

    def show_pictures(self, tiles: Sequence[Tile], chosen: str) -> None:
        """Show the pictures to try."""
        self.found.strip.set_tiles(tiles, chosen)
        self._set_tab_order()

    def show_thumbnail(self, picture_id: str, picture_hwc_u8: NDArray[np.uint8]) -> None:
        """Put a picture on its tile."""
        self.found.strip.set_thumbnail(picture_id, picture_hwc_u8)

    def show_cards(self, cards: Sequence[PresetCard], chosen: str) -> None:
        """Show the preparations side by side."""
        self.found.set_cards(cards, chosen)
        if len(cards) > _USUAL_CARDS:
            self._grow(self._theme.px(_WIDE))
        self._set_tab_order()

    def show_verdict(self, verdict: Verdict) -> None:
        """Say what the program recommends."""
        self.found.set_verdict(verdict)

    def show_own(self, fields: OwnFields | None, *, grey: bool = False, is_size_open: bool = False) -> None:
        """Show fields to type a preparation into, or hide them."""
        self.own.setVisible(fields is not None)
        self.side.set_typing(fields is not None)
        self.other.setChecked(fields is not None)
        if fields is not None:
            self.own.set_fields(fields, grey=grey)
            self.own.set_size_open(is_size_open)
            self.own.scale.setFocus()
            QTimer.singleShot(0, self, self._bring_own_into_sight)

    def refresh_own(self, fields: OwnFields, *, grey: bool = False) -> None:
        """Follow another choice in the fields, where they are shown."""
        if self.own.isVisibleTo(self):
            self.own.set_fields(fields, grey=grey)

    def show_own_problem(self, text: str) -> None:
        """Say what is wrong with what was typed."""
        self.own.set_problem(text)

    def show_keeping(self, is_keeping: bool) -> None:
        """Let nothing be changed while the network is stored."""
        for widget in (self.side, self.found, self.name, self.other, self.accept_button, self.quiet_button):
            widget.setEnabled(not is_keeping)

    def ask_files(self, title: str, filters: str, then: Callable[[tuple[Path, ...]], Any]) -> None:
        """Let files be chosen over the dialog."""
        DialogPrompter(self._theme, self._settings, self).ask_files(title, filters, then)

    # --- what Qt tells

    def accept(self) -> None:
        """Do what the best button says; the presenter closes the dialog when that is done."""
        if self._pages.currentWidget() is self._found_area:
            self._presenter.confirm(self.name.text())
        elif self._refusal is not None and self._pages.currentWidget() is self.refusal:
            ask = self._refusal.ask
            if ask is Ask.STRUCTURE:
                self._presenter.name_structure(self.refusal.structure.text())
            elif ask is Ask.BACK:
                self._presenter.go_back()
            else:
                self._presenter.ask_file(self._refusal.role)

    def reject(self) -> None:
        """Go on with the next network, or close."""
        if not self._is_closing:
            self._presenter.skip()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Let Enter in a field of one's own settings only try them: their answers were not seen yet."""
        focus = self.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and focus is not None and self.own.isAncestorOf(focus):
            event.accept()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Keep the size: the pages scroll."""
        QDialog.showEvent(self, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Accept files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Take in files."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self._presenter.drop(paths)

    # --- construction

    def _arrange(self) -> None:
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(0)
        for page in (self.reading, self.refusal, self._found_area):
            self._pages.addWidget(page)
        line = QFrame(self)
        line.setProperty("c", "vline")
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._side_area)
        row.addWidget(line)
        row.addWidget(self._pages, 1)
        self.content.addLayout(row)
        self.footer.insertWidget(0, self._name_label)
        self.footer.insertWidget(1, self.name)
        self.footer.insertStretch(2, 1)
        self.footer.insertWidget(3, self.other)
        self.footer.setSpacing(12)
        self.accept_button.setProperty("h", "large")
        self.quiet_button.setProperty("h", "large")
        self._side_area.hide()
        self.own.hide()
        # A disabled best button would hand its part to the other one.
        self.quiet_button.setAutoDefault(False)

    def _set_tab_order(self) -> None:
        """Let Tab go to the question first, then to what was found, then to the buttons.

        Rows and cards are made when something is found, and Qt puts what is new behind everything else.
        """
        order: list[QWidget] = [
            *self.found.strip.tiles,
            self.found.strip.add_button,
            *self.found.cards.buttons,
            *self.side.controls(),
            *self.own.controls(),
            self.name,
            self.other,
            self.quiet_button,
            self.accept_button,
        ]
        for first, second in itertools.pairwise(order):
            QWidget.setTabOrder(first, second)

    def _connect(self) -> None:
        self.side.file_wanted.connect(self._presenter.ask_file)
        self.side.option_chosen.connect(self._presenter.choose_option)
        self.found.strip.chosen.connect(self._presenter.choose_picture)
        self.found.strip.another_wanted.connect(self._presenter.ask_picture)
        self.found.cards.chosen.connect(self._presenter.choose_card)
        self.own.edited.connect(self._on_own_edited)
        self.other.clicked.connect(self._presenter.show_other)
        self.refusal.structure.textChanged.connect(self._on_structure_changed)

    def _room(self) -> QSize:
        """Return how large the dialog may be."""
        return self.parentWidget().window().size() - QSize(_AROUND, _AROUND)

    def _grow(self, width: int) -> None:
        """Become wider for many cards, on both sides alike, as far as the window allows."""
        more = min(width, self._room().width()) - self.width()
        if more > 0:
            self.setGeometry(self.geometry().adjusted(-(more // 2), 0, more - more // 2, 0))

    def _show_page(self, page: QWidget, *, is_found: bool) -> None:
        self._pages.setCurrentWidget(page)
        for widget in (self._name_label, self.name, self.other):
            widget.setVisible(is_found)
        self.side.setEnabled(page is not self.reading)
        self.accept_button.setVisible(page is not self.reading)
        self.accept_button.setText(self.tr("Add model"))
        self.accept_button.setEnabled(is_found)

    def _bring_own_into_sight(self) -> None:
        """Scroll to the fields; only possible when they have their place."""
        self._side_area.ensureWidgetVisible(self.own)

    def _on_own_edited(self) -> None:
        if self.own.isVisible():
            self._presenter.set_own(self.own.fields())

    def _on_structure_changed(self, text: str) -> None:
        if self._pages.currentWidget() is self.refusal:
            self.accept_button.setEnabled(bool(text.strip()))


def _scrolled(content: QWidget, parent: QWidget) -> QScrollArea:
    area = QScrollArea(parent)
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
