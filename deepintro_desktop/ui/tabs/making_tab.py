"""What the views of tools that make images share."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from deepintro_desktop.ui.dialogs.prompter import failure_words
from deepintro_desktop.ui.tabs.making import EarlierGroup
from deepintro_desktop.ui.tabs.pages import ToolPages
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.theme.metrics import CANVAS_BAR_HEIGHT, CANVAS_FOOT_HEIGHT, COMPACT_BELOW
from deepintro_desktop.ui.widgets.action_row import Action
from deepintro_desktop.ui.widgets.earlier import Earlier, EarlierContent
from deepintro_desktop.ui.widgets.labels import ElidedLabel
from deepintro_desktop.ui.widgets.lightbox import Lightbox
from deepintro_desktop.ui.widgets.notice import Notice
from deepintro_desktop.ui.widgets.run_box import RunBox


class MakingArea(QWidget):
    """The middle of such a tool: a bar, what scrolls, a strip for failures, a foot.

    A tool fills :meth:`frame` with its own widgets. ``earlier_chosen`` carries the key of a group.
    """

    earlier_chosen = Signal(str)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.earlier = Earlier(theme, self.tr("Made before, in other ways"), self)
        self.notice = Notice(theme, self)
        self._notes = QLabel(self)
        self._notes.setProperty("c", "second")
        self._notes.setWordWrap(True)
        self.earlier.chosen.connect(self.earlier_chosen)

    def set_earlier(self, groups: Sequence[EarlierGroup]) -> None:
        """Show what was made before in other ways."""
        self.earlier.set_groups(
            [EarlierContent(one.key, one.title, one.text, one.images_hwc_u8) for one in groups]
        )

    def set_notes(self, notes: Sequence[str]) -> None:
        """Show remarks about how images were made."""
        self._notes.setText("\n".join(notes))
        self._notes.setVisible(bool(notes))

    def frame(self, head: Sequence[QWidget], inside: Sequence[QWidget], foot: Sequence[QLabel]) -> QFrame:
        """Put the area together and return its foot; the last label of the foot stands at the right.

        Parameters
        ----------
        head, foot : sequence of QWidget
            From left to right.
        inside : sequence of QWidget
            From the top; notes and what was made before follow.
        """
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        for widget in (*inside, self.earlier):
            column.addWidget(widget)
        column.addStretch(1)
        ground = QFrame(self)
        ground.setProperty("ground", "canvas")
        ground_layout = QVBoxLayout(ground)
        ground_layout.setContentsMargins(0, 0, 0, 0)
        ground_layout.addWidget(scrolled(box))
        foot_frame = self._bar(CANVAS_FOOT_HEIGHT, "top", foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar(CANVAS_BAR_HEIGHT, "bottom", head))
        layout.addWidget(ground, 1)
        layout.addWidget(self.notice)
        layout.addWidget(foot_frame)
        return foot_frame

    def _bar(self, height: int, edge: str, widgets: Sequence[QWidget]) -> QFrame:
        bar = QFrame(self)
        bar.setProperty("ground", "surface")
        bar.setProperty("edge", edge)
        bar.setFixedHeight(self._theme.px(height))
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 0, 14, 0)
        row.setSpacing(12)
        for widget in widgets:
            if edge == "top" and widget is widgets[-1]:
                row.addStretch(1)
            row.addWidget(widget, 1 if isinstance(widget, ElidedLabel) else 0)
        return bar


class MakingTab(QWidget):
    """The frame of such a tool's view: pages, columns, lightbox, and what its presenter hears.

    ``action_triggered`` carries what is asked of the window: ``add-network``, ``add-images``.

    Parameters
    ----------
    area : MakingArea
        The middle.
    panel : QWidget
        The right column; it has ``set_compact``.
    run_box : RunBox
        In the right column.
    left : QWidget, optional
        The left column; it has ``set_compact``.
    """

    action_triggered = Signal(str)

    def __init__(
        self, theme: ThemeManager, area: MakingArea, panel: Any, run_box: RunBox, left: Any = None
    ) -> None:
        super().__init__()
        self._theme = theme
        self._presenter: Any = None
        self._area, self._run_box = area, run_box
        self._columns: tuple[Any, ...] = (panel,) if left is None else (left, panel)
        self._pages = ToolPages(theme, self)
        tools = QWidget(self)
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for widget in (left, area, panel):
            if widget is not None:
                row.addWidget(widget, 1 if widget is area else 0)
        self._pages.set_tools(tools)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self.lightbox = Lightbox(theme, self)
        run_box.run_clicked.connect(self.make)
        run_box.stop_clicked.connect(self._on_stop)
        area.notice.action_triggered.connect(self.make)
        area.earlier_chosen.connect(self._on_earlier_chosen)
        self._pages.action_triggered.connect(self.action_triggered)

    def attach(self, presenter: Any) -> None:
        """Say whom to tell what the person does."""
        self._presenter = presenter
        presenter.set_in_front(self.isVisible())

    # --- what the presenter shows

    def show_missing(self, *, network: bool, image: bool, listed: bool) -> None:
        """Say which of network and image is not chosen yet."""
        self.lightbox.close_box()
        self._pages.say_missing(network=network, image=image, listed=listed)

    def show_reading(self, text: str) -> None:
        """Say that what is missing is being read."""
        self.lightbox.close_box()
        self._pages.say_reading(text)

    def show_refused(self, title: str, text: str) -> None:
        """Say that nothing can be made with this network, and why."""
        self.lightbox.close_box()
        self._pages.say("warning", title, text, ())

    def show_tool(self) -> None:
        """Show the tool itself."""
        self._pages.show_tools()

    def show_earlier(self, groups: Sequence[EarlierGroup]) -> None:
        """Show what was made before in other ways."""
        self._area.set_earlier(groups)

    def show_running(self, *, running: bool, stopping: bool) -> None:
        """Turn the button into Stop, and back."""
        self._run_box.set_running(running=running, stopping=stopping)

    def show_failure(self, failure: Any | None) -> None:
        """Say why images could not be made."""
        if failure is None:
            self._area.notice.hide()
            return
        words = failure_words(failure)
        text = " ".join(part for part in (words.why, words.hint) if part)
        retry = Action("retry", self.tr("Try again"), "refresh")
        self._area.notice.say("error", "danger", words.what, text, (retry,))

    # --- what the person does

    def make(self) -> None:
        """Make images."""
        self.tell("make")

    def tell(self, intent: str, *values: Any) -> None:
        """Tell the presenter."""
        if self._presenter is not None:
            getattr(self._presenter, intent)(*values)

    # --- what Qt tells

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Let work begin that waited until the tab is seen."""
        super().showEvent(event)
        if not event.spontaneous():
            self.tell("set_in_front", True)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Let only what was started go on."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.tell("set_in_front", False)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Become compact when there is little room."""
        super().resizeEvent(event)
        self.set_compact(self.width() < self._theme.px(COMPACT_BELOW))

    def set_compact(self, compact: bool) -> None:
        """Make the columns narrower."""
        for column in self._columns:
            column.set_compact(compact)

    def _on_stop(self) -> None:
        self.tell("stop")

    def _on_earlier_chosen(self, key: str) -> None:
        self.tell("apply_earlier", key)


def scrolled(inside: QWidget, *, only_down: bool = False) -> QScrollArea:
    """Return an area without edge that scrolls."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    if only_down:
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area
