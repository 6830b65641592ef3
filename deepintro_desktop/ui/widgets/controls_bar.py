"""The bar over the image: how features are found and filled, which method computes the relevance."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QWidget, QWidgetAction

from deepintro_desktop.core.parameters import (
    CLUSTERING_SPECS,
    DEFAULT_METHOD,
    FILL_LABELS,
    METHOD_LABELS,
    ClusteringParameters,
    Fill,
)
from deepintro_desktop.core.said import said
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.theme.metrics import CONTROL_HEIGHT, CONTROLS_HEIGHT
from deepintro_desktop.ui.widgets.buttons import IconButton, PushButton
from deepintro_desktop.ui.widgets.inputs import ComboBox, NumberBox, Slider, labelled
from deepintro_desktop.ui.widgets.method_words import method_words

_SPECS = {spec.name: spec for spec in CLUSTERING_SPECS}
_BOXES = {"threshold": 100, "distance": 76, "min_size": 76}
_COMBO_LEAST, _COMBO_MOST = 104, 220
_IN_MENU_WHEN_COMPACT = ("distance", "min_size")
_SLIDER_STEPS = 100


class ControlsBar(QFrame):
    """Threshold, distance, minimum size, merge level, fill, relevance; Reset and more.

    The signals are emitted for the person's changes only, not for those made through the methods.
    """

    parameters_changed = Signal(ClusteringParameters)
    fill_changed = Signal(str)
    method_changed = Signal(str)
    reset_requested = Signal()

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parameters = ClusteringParameters()
        self.setFixedHeight(theme.px(CONTROLS_HEIGHT))
        self.setProperty("ground", "surface")
        self.setProperty("edge", "bottom")
        self._boxes = {name: NumberBox(_SPECS[name], self) for name in _BOXES}
        self._groups: dict[str, QWidget] = {}
        self._merge = Slider(self)
        self.fill_box = ComboBox(self.tr("Fill"), self)
        self.method_box = ComboBox(self.tr("Relevance"), self)
        self._reset = PushButton(theme, self.tr("Reset settings"), self, kind="link")
        self._more = IconButton(theme, "more", self.tr("More settings"), self)
        self.menu = QMenu(self)
        self._menu_boxes: dict[str, tuple[NumberBox, QWidgetAction]] = {}
        self._prepare()
        self._build()
        self._build_menu()
        self._connect()
        self.set_compact(False)

    def parameters(self) -> ClusteringParameters:
        """Return what the controls say."""
        return self._parameters

    def set_parameters(self, parameters: ClusteringParameters) -> None:
        """Move the controls without a signal."""
        self._parameters = parameters
        for name, box in self._boxes.items():
            for one in (box, self._menu_boxes[name][0]) if name in self._menu_boxes else (box,):
                with QSignalBlocker(one):
                    one.setValue(float(getattr(parameters, name)))
        with QSignalBlocker(self._merge):
            self._merge.setValue(round(parameters.merge_level * _SLIDER_STEPS))

    def fill(self) -> Fill:
        """Return the chosen fill."""
        return Fill(self.fill_box.currentData())

    def set_fill(self, fill: Fill) -> None:
        """Choose a fill without a signal."""
        with QSignalBlocker(self.fill_box):
            self.fill_box.setCurrentIndex(self.fill_box.findData(fill.value))
        self.fill_box.describe()

    def method(self) -> str:
        """Return the chosen relevance method."""
        return str(self.method_box.currentData())

    def set_method(self, method: str, usual: str = DEFAULT_METHOD) -> None:
        """Choose a relevance method without a signal, and say which one is usual for the network."""
        with QSignalBlocker(self.method_box):
            self.method_box.setCurrentIndex(self.method_box.findData(method))
            self._explain_methods(usual)
        if self.method_box.isEnabled():
            self.method_box.describe()

    def _explain_methods(self, usual: str) -> None:
        for place in range(self.method_box.count()):
            key = str(self.method_box.itemData(place))
            words = method_words(key)
            if key == usual:
                words = self.tr("Recommended for this network. {0}").format(words)
            self.method_box.setItemData(place, words, Qt.ItemDataRole.ToolTipRole)

    def set_relevance_enabled(self, enabled: bool, why: str = "") -> None:
        """Switch what needs a relevance map off, and say why in the tooltips."""
        for widget in (*self._boxes.values(), self._merge, self.method_box):
            widget.setEnabled(enabled)
        self.method_box.describe()
        if not enabled:
            self.method_box.setToolTip(why)

    def set_compact(self, compact: bool) -> None:
        """Move distance and minimum size into the menu of the last button."""
        for name in _IN_MENU_WHEN_COMPACT:
            self._groups[name].setVisible(not compact)
            self._menu_boxes[name][1].setVisible(compact)
        self._merge.setFixedWidth(56 if compact else 92)
        self._reset.set_text(self.tr("Reset") if compact else self.tr("Reset settings"))
        self._show_more()
        self.layout().setSpacing(8 if compact else 12)

    def _prepare(self) -> None:
        for widget in (*self._boxes.values(), self.fill_box, self.method_box):
            widget.setFixedHeight(self._theme.px(CONTROL_HEIGHT))
        self._merge.setRange(0, _SLIDER_STEPS)
        self._merge.setAccessibleName(said(_SPECS["merge_level"].label))
        self._merge.setToolTip(said(_SPECS["merge_level"].help))
        for fill in Fill:
            self.fill_box.addItem(said(FILL_LABELS[fill]), fill.value)
        for key, label in METHOD_LABELS.items():
            self.method_box.addItem(said(label), key)
        self.method_box.setCurrentIndex(self.method_box.findData(DEFAULT_METHOD))
        self._explain_methods(DEFAULT_METHOD)
        for box in (self.fill_box, self.method_box):
            box.describe()
            box.setMinimumWidth(self._theme.px(_COMBO_LEAST))
            box.setMaximumWidth(self._theme.px(_COMBO_MOST))
            # The popup always shows the long names.
            box.view().setMinimumWidth(self._theme.px(_COMBO_MOST))
        self._fit_boxes()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Measure anew with another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_menu_boxes"):
            self._fit_boxes()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Show the last button only while its menu has something to offer."""
        kinds = (QEvent.Type.ActionAdded, QEvent.Type.ActionRemoved, QEvent.Type.ActionChanged)
        if watched is self.menu and event.type() in kinds:
            self._show_more()
        return super().eventFilter(watched, event)

    def _show_more(self) -> None:
        self._more.setVisible(any(action.isVisible() for action in self.menu.actions()))

    def _fit_boxes(self) -> None:
        for name, width in _BOXES.items():
            box = self._boxes[name]
            box.setFixedWidth(max(self._theme.px(width), box.comfortable_width()))

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 10, 8)
        layout.setSpacing(12)
        for name in _BOXES:
            self._groups[name] = labelled(said(_SPECS[name].label), self._boxes[name], self)
            layout.addWidget(self._groups[name])
        layout.addWidget(labelled(said(_SPECS["merge_level"].label), self._merge_row(), self))
        layout.addWidget(labelled(self.tr("Fill"), self.fill_box, self))
        layout.addWidget(labelled(self.tr("Relevance"), self.method_box, self))
        layout.addStretch(1)
        layout.addWidget(self._reset, 0, Qt.AlignmentFlag.AlignBottom)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignBottom)

    def _merge_row(self) -> QWidget:
        row = QWidget(self)
        row.setFixedHeight(self._theme.px(CONTROL_HEIGHT))
        row.setFocusProxy(self._merge)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 4, 0)
        layout.setSpacing(6)
        for part in (self.tr("fine"), self._merge, self.tr("coarse")):
            if isinstance(part, str):
                label = QLabel(part, row)
                label.setProperty("c", "label")
                layout.addWidget(label)
            else:
                layout.addWidget(part)
        return row

    def _build_menu(self) -> None:
        self.menu.installEventFilter(self)
        for name in _IN_MENU_WHEN_COMPACT:
            box = NumberBox(_SPECS[name], self)
            holder = QWidget(self.menu)
            row = QHBoxLayout(holder)
            row.setContentsMargins(10, 4, 10, 4)
            row.addWidget(QLabel(said(_SPECS[name].label), holder), 1)
            box.setFixedWidth(box.comfortable_width())
            row.addWidget(box)
            action = QWidgetAction(self.menu)
            action.setDefaultWidget(holder)
            action.setVisible(False)
            self.menu.addAction(action)
            self._menu_boxes[name] = (box, action)

    def _connect(self) -> None:
        for name, box in self._boxes.items():
            box.valueChanged.connect(partial(self._on_number_changed, name))
        for name, (box, _action) in self._menu_boxes.items():
            box.valueChanged.connect(partial(self._on_number_changed, name))
        self._merge.valueChanged.connect(self._on_merge_changed)
        self.fill_box.currentIndexChanged.connect(self._on_fill_changed)
        self.method_box.currentIndexChanged.connect(self._on_method_changed)
        self._reset.clicked.connect(self.reset_requested)
        self._more.clicked.connect(self._on_more_clicked)

    def _on_number_changed(self, name: str, value: float) -> None:
        typed = round(value) if name == "min_size" else value
        self._change(replace(self._parameters, **{name: typed}))

    def _on_merge_changed(self, value: int) -> None:
        self._change(replace(self._parameters, merge_level=value / _SLIDER_STEPS))

    def _change(self, parameters: ClusteringParameters) -> None:
        self.set_parameters(parameters)
        self.parameters_changed.emit(parameters)

    def _on_fill_changed(self) -> None:
        self.fill_changed.emit(self.fill_box.currentData())

    def _on_method_changed(self) -> None:
        self.method_changed.emit(self.method_box.currentData())

    def _on_more_clicked(self) -> None:
        if any(action.isVisible() for action in self.menu.actions()):
            corner = self._more.mapToGlobal(self._more.rect().bottomRight())
            self.menu.popup(corner - QPoint(self.menu.sizeHint().width(), 0))
