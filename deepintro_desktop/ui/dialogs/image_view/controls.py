"""The controls of the dialog: axis, slice, frame, window, background, overlays."""

import math

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from deepintro_desktop.core.picture_view import BLACK, GREY, WHITE, Window
from deepintro_desktop.ui.dialogs.image_view.contract import Controls, PlaceControl, WindowControl
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.theme.metrics import CONTROL_HEIGHT
from deepintro_desktop.ui.widgets.buttons import PushButton
from deepintro_desktop.ui.widgets.inputs import ComboBox, Slider
from deepintro_desktop.ui.widgets.segmented import Choice, Segmented

_STEPS = 1000
_OTHER, _OWN, _FILE = "other", "own", "file"
_BOX_WIDTH = 116
_GAP = 14


def _box(box: QSpinBox | QDoubleSpinBox, name: str, theme: ThemeManager) -> None:
    box.setLocale(QLocale(QLocale.Language.C))  # numbers have a point everywhere
    box.setAccessibleName(name)
    box.setKeyboardTracking(False)
    box.setFixedHeight(theme.px(CONTROL_HEIGHT))
    box.setFixedWidth(theme.px(_BOX_WIDTH))
    box.lineEdit().setTextMargins(8, 0, 0, 0)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class PlaceGroup(QWidget):
    """A slider and a number over frames or slices; people count from 1."""

    chosen = Signal(int)

    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = QLabel(self)
        self._label.setProperty("c", "label")
        self.slider = Slider(self)
        self.number = QSpinBox(self)
        _box(self.number, "", theme)
        self._label.setBuddy(self.slider)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.slider, 1)
        row.addWidget(self.number)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self._label)
        layout.addLayout(row)
        self.slider.valueChanged.connect(self._on_chosen)
        self.number.valueChanged.connect(self._on_chosen)

    def show_control(self, control: PlaceControl | None) -> None:
        """Put slider and number where the view is."""
        self.setVisible(control is not None)
        if control is None:
            return
        self._label.setText(control.name)
        self.slider.setAccessibleName(control.name)
        self.number.setAccessibleName(self.tr("{0}, as a number").format(control.name))
        self.number.setSuffix(self.tr(" of {0}").format(control.count))
        for one in (self.slider, self.number):
            with QSignalBlocker(one):
                one.setRange(1, control.count)
                one.setValue(control.place + 1)

    def _on_chosen(self, number: int) -> None:
        self.chosen.emit(number - 1)


class WindowGroup(QWidget):
    """Named windows, centre and width; ``chosen`` carries a window or None."""

    chosen = Signal(object)

    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._control: WindowControl | None = None
        self.named = ComboBox(self.tr("Window"), self)
        self.named.setFixedHeight(theme.px(CONTROL_HEIGHT))
        self.centre, self.width_ = Slider(self), Slider(self)
        self.centre_box, self.width_box = QDoubleSpinBox(self), QDoubleSpinBox(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self._label(self.tr("Window"), self.named))
        layout.addWidget(self.named)
        for name, slider, box in (
            (self.tr("Centre"), self.centre, self.centre_box),
            (self.tr("Width"), self.width_, self.width_box),
        ):
            slider.setRange(0, _STEPS)
            slider.setAccessibleName(name)
            box.setDecimals(1)
            _box(box, self.tr("{0}, as a number").format(name), theme)
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(slider, 1)
            row.addWidget(box)
            layout.addSpacing(6)
            layout.addWidget(self._label(name, slider))
            layout.addLayout(row)
            slider.valueChanged.connect(self._on_slid)
            box.valueChanged.connect(self._on_typed)
        self.named.activated.connect(self._on_named)

    def show_control(self, control: WindowControl | None) -> None:
        """Put everything where the view is."""
        self.setVisible(control is not None)
        if control is None:
            return
        self._control = control
        with QSignalBlocker(self.named):
            self._fill_names(control)
        low, high = control.values
        window = control.window or Window((low + high) / 2, max(high - low, 1.0))
        decimals = 1 if high - low > 20 else 4
        for box, value in ((self.centre_box, window.centre), (self.width_box, window.width)):
            with QSignalBlocker(box):
                box.setDecimals(decimals)
                box.setRange(-1e9 if box is self.centre_box else 10.0**-decimals, 1e9)
                box.setSingleStep(self._extent / 100)
                box.setSuffix(f" {control.unit}" if control.unit else "")
                box.setValue(value)
        with QSignalBlocker(self.centre), QSignalBlocker(self.width_):
            self.centre.setValue(round((window.centre - low) / self._extent * _STEPS))
            self.width_.setValue(round(math.sqrt(window.width / (2 * self._extent)) * _STEPS))

    @property
    def _extent(self) -> float:
        low, high = self._control.values if self._control else (0.0, 1.0)
        return max(high - low, 1e-6)

    def _fill_names(self, control: WindowControl) -> None:
        self.named.clear()
        self.named.addItem(self.tr("As the file says"), _FILE)
        place = 0
        for number, one in enumerate(control.named, 1):
            unit = f" {control.unit}" if control.unit else ""
            text = self.tr("{0}: {1} at {2}").format(
                self._name_of(one.name), f"{one.window.width:g}", f"{one.window.centre:g}{unit}"
            )
            self.named.addItem(text, one.window)
            if control.chosen and one.window == control.window:
                place = number
        if control.chosen and not place:
            self.named.addItem(self.tr("Own"), _OWN)
            place = self.named.count() - 1
        self.named.setCurrentIndex(place)
        self.named.describe()

    def _name_of(self, name: str) -> str:
        """Return the word for a usual window; those of the file stay as they are."""
        usual = {
            "Brain": self.tr("Brain"),
            "Soft tissue": self.tr("Soft tissue"),
            "Lung": self.tr("Lung"),
            "Bone": self.tr("Bone"),
        }
        return usual.get(name, name)

    def _label(self, text: str, buddy: QWidget) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("c", "label")
        label.setBuddy(buddy)
        return label

    def _on_named(self, place: int) -> None:
        what = self.named.itemData(place)
        if what != _OWN:
            self.chosen.emit(None if what == _FILE else what)

    def _on_slid(self) -> None:
        low = self._control.values[0] if self._control else 0.0
        centre = low + self.centre.value() / _STEPS * self._extent
        width = (max(self.width_.value(), 1) / _STEPS) ** 2 * 2 * self._extent
        if self.sender() is self.centre:
            width = self.width_box.value()
        else:
            centre = self.centre_box.value()
        decimals = self.centre_box.decimals()
        self.chosen.emit(Window(round(centre, decimals), max(round(width, decimals), 10.0**-decimals)))

    def _on_typed(self) -> None:
        self.chosen.emit(Window(self.centre_box.value(), self.width_box.value()))


class BackgroundGroup(QWidget):
    """White, black, grey, or any other colour behind transparent pixels."""

    chosen = Signal(str)

    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        label = QLabel(self.tr("Behind transparent pixels"), self)
        label.setProperty("c", "label")
        choices = (
            Choice(WHITE, self.tr("White")),
            Choice(GREY, self.tr("Grey")),
            Choice(BLACK, self.tr("Black")),
        )
        self.colours = Segmented(theme, choices, label.text(), self)
        self.other = PushButton(theme, self.tr("Another colour…"), self, kind="link")
        self.other.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(label)
        layout.addWidget(self.colours, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)
        self._colour = WHITE
        self.colours.choice_changed.connect(self._on_chosen)
        self.other.clicked.connect(self._on_other_clicked)

    def show_colour(self, colour: str | None) -> None:
        """Mark the colour that is used."""
        self.setVisible(colour is not None)
        if colour is None:
            return
        self._colour = colour
        with QSignalBlocker(self.colours):
            if colour in (WHITE, GREY, BLACK):
                self.colours.set_choice(colour)
            else:
                self.colours.clear_choice()

    def _on_chosen(self, colour: str) -> None:
        self.chosen.emit(colour)

    def _on_other_clicked(self) -> None:
        dialog = QColorDialog(QColor(self._colour), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(self._on_colour_selected)
        dialog.open()

    def _on_colour_selected(self, colour: QColor) -> None:
        self.chosen.emit(colour.name())


class ControlsPanel(QWidget):
    """Everything that can be chosen about a picture.

    Signals are emitted for the person's choices only.
    """

    axis_chosen = Signal(str)

    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(_GAP)
        self.axes: Segmented | None = None
        self.slice, self.frame = PlaceGroup(theme, self), PlaceGroup(theme, self)
        self.window_ = WindowGroup(theme, self)
        self.background = BackgroundGroup(theme, self)
        self.overlays = QCheckBox(self.tr("Draw the overlays into the picture"), self)
        self.overlays.setToolTip(self.tr("The network sees them, too."))
        self.nothing = QLabel(self.tr("There is nothing to choose about this picture."), self)
        self.nothing.setProperty("c", "second")
        self.nothing.setWordWrap(True)
        for widget in (
            self.slice,
            self.frame,
            self.window_,
            self.background,
            self.overlays,
            self.nothing,
        ):
            self._layout.addWidget(widget)
            widget.hide()

    def show_controls(self, controls: Controls) -> None:
        """Put everything where the view is, and hide what makes no difference."""
        self._show_axes(controls)
        self.slice.show_control(controls.slice)
        self.frame.show_control(controls.frame)
        self.window_.show_control(controls.window)
        self.background.show_colour(controls.background)
        self.overlays.setVisible(controls.overlays is not None)
        with QSignalBlocker(self.overlays):
            self.overlays.setChecked(bool(controls.overlays))
        self.nothing.setVisible(controls.is_empty)

    def _show_axes(self, controls: Controls) -> None:
        """The axes are known once the file has been read, and stay."""
        if self.axes is None and controls.axes:
            choices = [Choice(*axis) for axis in controls.axes]
            self.axes = Segmented(self._theme, choices, self.tr("Cut"), self)
            self._layout.insertWidget(0, self.axes, 0, Qt.AlignmentFlag.AlignLeft)
            self.axes.choice_changed.connect(self.axis_chosen)
        if self.axes is not None:
            with QSignalBlocker(self.axes):
                self.axes.set_choice(controls.axis)
