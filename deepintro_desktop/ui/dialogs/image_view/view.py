"""The dialog in which a person chooses which picture of a file the image is."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QDialogButtonBox, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from deepintro_desktop.ui.dialogs.frame import FramedDialog
from deepintro_desktop.ui.dialogs.image_view.contract import Controls, Sight
from deepintro_desktop.ui.dialogs.image_view.controls import ControlsPanel
from deepintro_desktop.ui.dialogs.image_view.presenter import ImageViewPresenter
from deepintro_desktop.ui.dialogs.image_view.scan_picture import ScanPicture
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.buttons import PushButton
from deepintro_desktop.ui.widgets.fitted_picture import FittedPicture
from deepintro_desktop.ui.widgets.images import to_qimage
from deepintro_desktop.ui.widgets.tab_order import follow_layout

_SIZE = QSize(1040, 640)
_PANEL_WIDTH = 280


class ImageViewDialog(FramedDialog):
    """The picture, what the network is given of it, and beside both what can be chosen.

    Parameters
    ----------
    theme : ThemeManager
        Look of the dialog.
    parent : QWidget
        The window.
    presenter : ImageViewPresenter
        Decides.
    """

    def __init__(self, theme: ThemeManager, parent: QWidget, presenter: ImageViewPresenter) -> None:
        super().__init__(
            parent,
            QCoreApplication.translate("ImageViewDialog", "How the image is seen"),
            QCoreApplication.translate("ImageViewDialog", "Use this picture"),
        )
        self._theme = theme
        self._presenter = presenter
        self.picture = ScanPicture(theme, self.tr("The picture"), self)
        self.given = FittedPicture(theme, self.tr("What the network is given"), self)
        self.caption, self.input_caption = self.make_text("second"), self.make_text("second")
        self.warning, self.notes = self.make_text("warning"), self.make_text("second")
        self.hint = self.make_text("hint")
        self.patient = self.make_text("second")
        self.patient_button = PushButton(theme, self.tr("Show the patient"), self, kind="link")
        self.patient_button.setAutoDefault(False)
        self.controls = ControlsPanel(theme, self)
        role = QDialogButtonBox.ButtonRole.ResetRole
        self.reset = self.buttons.addButton(self.tr("As the file comes"), role)
        self.reset.setAutoDefault(False)
        self._arrange()
        self._connect()

    # --- what the presenter shows

    def open_dialog(self, title: str) -> None:
        """Show the dialog, as large as the window lets it be."""
        self.setWindowTitle(self.tr("How {0} is seen").format(title))
        self.be_large(_SIZE, self._theme.scale)
        self.show_patient([])
        self.ask()

    def close_dialog(self) -> None:
        """Go away."""
        self.done(0)

    def show_controls(self, controls: Controls) -> None:
        """Put the controls where the view is."""
        self.controls.show_controls(controls)
        self.picture.set_can_drag(controls.window is not None)
        self.hint.setText("\n".join(self._ways(controls)))
        self.hint.setVisible(bool(self.hint.text()))
        follow_layout(self)

    def show_sight(self, sight: Sight) -> None:
        """Show both pictures."""
        self.picture.set_picture(to_qimage(sight.picture_hwc_u8))
        self.caption.setText(sight.caption)
        if sight.input_hwc_u8 is not None:
            self.given.set_picture(to_qimage(sight.input_hwc_u8))
        self.input_caption.setText(sight.input_caption)
        self.notes.setText("\n".join(sight.notes))
        self.notes.setVisible(bool(sight.notes))
        self._warn(sight.warnings)

    def show_failure(self, failure: Any | None) -> None:
        """Say why there is no picture."""
        if failure is not None:
            self._warn([" ".join(part for part in (failure.what, failure.why, failure.hint) if part)])

    def show_patient(self, lines: Sequence[str] | None) -> None:
        """Say whose picture it is, or that this is hidden."""
        self.patient_button.setVisible(lines is None)
        self.patient.setVisible(bool(lines))
        self.patient.setText("\n".join(lines or ()))

    def allow(self, *, reset: bool, keep: bool) -> None:
        """Switch the buttons."""
        self.reset.setEnabled(reset)
        self.accept_button.setEnabled(keep)
        (self.accept_button if keep else self.quiet_button).setDefault(True)

    # --- what the person does

    def accept(self) -> None:
        """Ask to keep what is seen; the dialog closes when that is done."""
        self._presenter.keep()

    def done(self, code: int) -> None:
        """Stop looking."""
        self._presenter.close()
        super().done(code)

    def _ways(self, controls: Controls) -> list[str]:
        """Say what the mouse does over the picture."""
        ways = []
        if controls.window is not None:
            ways.append(
                self.tr("Drag over the picture to set the window: sideways the width, upwards the centre.")
            )
        if controls.slice is not None or controls.frame is not None:
            ways.append(self.tr("Turn the wheel over the picture to go through it."))
        return ways

    def _warn(self, sentences: Sequence[str]) -> None:
        self.warning.setText("\n".join(sentences))
        self.warning.setVisible(bool(sentences))

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addLayout(self._column(self.tr("Picture"), self.picture, self.caption), 1)
        row.addLayout(self._column(self.tr("What the network is given"), self.given, self.input_caption), 1)
        panel = QWidget(self)
        column = QVBoxLayout(panel)
        column.setContentsMargins(2, 0, 12, 0)
        column.setSpacing(14)
        column.addWidget(self.warning)
        column.addWidget(self.controls)
        column.addWidget(self.hint)
        column.addWidget(self.notes)
        column.addWidget(self.patient)
        column.addWidget(self.patient_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(panel)
        area.setFixedWidth(self._theme.px(_PANEL_WIDTH))
        row.addWidget(area)
        self.content.addLayout(row, 1)
        self.warning.hide()

    def _column(self, title: str, picture: QWidget, caption: QLabel) -> QVBoxLayout:
        heading = QLabel(title, self)
        heading.setProperty("c", "heading")
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(heading)
        column.addWidget(picture, 1)
        column.addWidget(caption)
        return column

    def _connect(self) -> None:
        deciding = self._presenter
        self.picture.window_dragged.connect(deciding.drag_window)
        self.picture.stepped.connect(deciding.step)
        self.controls.axis_chosen.connect(deciding.set_axis)
        self.controls.slice.chosen.connect(deciding.set_place)
        self.controls.frame.chosen.connect(deciding.set_frame)
        self.controls.window_.chosen.connect(deciding.set_window)
        self.controls.background.chosen.connect(deciding.set_background)
        self.controls.overlays.toggled.connect(deciding.set_overlays)
        self.reset.clicked.connect(deciding.reset)
        self.patient_button.clicked.connect(deciding.show_patient)
