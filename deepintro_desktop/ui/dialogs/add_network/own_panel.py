"""Fields for a preparation that no preset has; what is typed is tried at once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from deepintro_desktop.core.translation import marked
from deepintro_desktop.ui.dialogs.add_network.contract import OwnFields
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.inputs import ComboBox

_FITS = (
    ("stretch", marked("OwnPanel", "Stretch")),
    ("crop", marked("OwnPanel", "Cut out the middle")),
    ("pad", marked("OwnPanel", "Pad")),
)


class OwnPanel(QWidget):
    """Order, fit, scale, mean, std and size; ``edited`` when a field was left or a choice made."""

    edited = Signal()

    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        heading = QLabel(self.tr("Your settings"), self)
        heading.setProperty("c", "heading")
        rule = QLabel(self.tr("value = (pixel × scale − mean) / divisor, with pixels from 0 to 255"), self)
        rule.setProperty("c", "hint")
        rule.setWordWrap(True)
        self.order = ComboBox(self.tr("Order of channels"), self)
        self.fit = ComboBox(self.tr("Fit to the size"), self)
        for key, text in _FITS:
            self.fit.addItem(self.tr(text), key)
        self.scale, self.mean, self.std = (QLineEdit(self) for _ in range(3))
        self.width_edit, self.height_edit = QLineEdit(self), QLineEdit(self)
        self._problem = QLabel(self)
        self._problem.setProperty("c", "danger")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._arrange(heading, rule)

    def controls(self) -> tuple[QWidget, ...]:
        """Return what can have the focus, from top to bottom."""
        return (self.order, self.scale, self.mean, self.std, self.fit, self.width_edit, self.height_edit)

    def fields(self) -> OwnFields:
        """Return what stands in the fields."""
        return OwnFields(
            self.order.currentText(),
            str(self.fit.currentData()),
            self.scale.text(),
            self.mean.text(),
            self.std.text(),
            self.width_edit.text(),
            self.height_edit.text(),
        )

    def set_fields(self, fields: OwnFields, *, grey: bool) -> None:
        """Fill the fields; a grey network has no order to choose."""
        orders = ["GRAY"] if grey else ["RGB", "BGR"]
        if [self.order.itemText(place) for place in range(self.order.count())] != orders:
            self.order.clear()
            self.order.addItems(orders)
        self.order.setEnabled(not grey)
        self.order.setCurrentText(fields.order)
        self.fit.setCurrentIndex(max(self.fit.findData(fields.resize), 0))
        texts = (fields.scale, fields.mean, fields.std, fields.width, fields.height)
        edits = (self.scale, self.mean, self.std, self.width_edit, self.height_edit)
        for edit, text in zip(edits, texts, strict=True):
            if edit.text() != text:
                edit.setText(text)
        self.set_problem("")

    def set_size_open(self, is_open: bool) -> None:
        """Let the size be changed where the network takes others, too."""
        for edit in (self.width_edit, self.height_edit):
            edit.setEnabled(is_open)
            edit.setToolTip("" if is_open else self.tr("This network takes pictures of one size only."))

    def set_problem(self, text: str) -> None:
        """Say what is wrong with the fields; empty: nothing."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def _arrange(self, heading: QLabel, rule: QLabel) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Order"), self.order),
            (self.tr("Scale"), self.scale),
            (self.tr("Mean"), self.mean),
            (self.tr("Divided by"), self.std),
            (self.tr("Fit"), self.fit),
            (self.tr("Width"), self.width_edit),
            (self.tr("Height"), self.height_edit),
        )
        for place, (name, widget) in enumerate(rows):
            label = QLabel(name, self)
            label.setProperty("c", "second")
            label.setBuddy(widget)
            widget.setMinimumWidth(1)
            grid.addWidget(label, place, 0)
            grid.addWidget(widget, place, 1)
            if isinstance(widget, QLineEdit):
                widget.setAccessibleName(name)
                widget.editingFinished.connect(self.edited)
            elif isinstance(widget, ComboBox):
                widget.activated.connect(self.edited)
        grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(heading)
        layout.addLayout(grid)
        layout.addWidget(self._problem)
        layout.addWidget(rule)
