"""The line at the bottom: what is running, how far, how long still; the device; the kept messages."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QProgressBar, QWidget

from deepintro_desktop.ui.theme import ThemeManager, Type
from deepintro_desktop.ui.theme.metrics import SPINNER_AFTER_MS, STATUS_HEIGHT
from deepintro_desktop.ui.widgets.buttons import PushButton
from deepintro_desktop.ui.widgets.paint import CENTRE, begin, draw_icon, draw_text, fill_box
from deepintro_desktop.ui.widgets.words import duration

_STEPS = 1000
_TURN_MS = 100


class Spinner(QWidget):
    """Eight rays that turn while something runs; it appears after 400 ms only."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._angle = 0
        self._shown = False
        self.setFixedSize(16, 16)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(SPINNER_AFTER_MS)
        self._delay.timeout.connect(self._begin)
        self._turn = QTimer(self)
        self._turn.setInterval(_TURN_MS)
        self._turn.timeout.connect(self._step)

    def start(self) -> None:
        """Something began."""
        if not self._delay.isActive() and not self._shown:
            self._delay.start()

    def stop(self) -> None:
        """It ended."""
        self._delay.stop()
        self._turn.stop()
        self._shown = False
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Draw the rays."""
        if not self._shown:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.translate(8, 8)
            painter.rotate(self._angle)
            painter.drawPixmap(
                -8, -8, self._theme.pixmap("spinner", "accent_text", 16, self.devicePixelRatioF())
            )

    def _begin(self) -> None:
        self._shown = True
        if self._theme.duration(_TURN_MS) > 0:
            self._turn.start()
        self.update()

    def _step(self) -> None:
        self._angle = (self._angle + 45) % 360
        self.update()


class BellButton(QAbstractButton):
    """Opens the list of kept messages; shows how many are new."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = 0
        self.setFixedSize(theme.px(32), theme.px(26))
        self.set_count(0)
        theme.theme_changed.connect(self.update)

    def set_count(self, count: int) -> None:
        """Say how many messages are new."""
        self._count = count
        text = self.tr("Messages, {0} new").format(count) if count else self.tr("Messages")
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the button."""
        return QSize(self._theme.px(32), self._theme.px(26))

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Draw the bell and the count."""
        with QPainter(self) as painter:
            rect = begin(painter, self._theme, QRectF(self.rect()))
            if self.underMouse():
                fill_box(painter, rect, self._theme.color("hover"), 6)
            draw_icon(painter, self._theme, QPointF(6, 5), "bell", token="text2", size=16)
            if self._count:
                text = str(self._count) if self._count < 10 else "9+"
                place = QRectF(16, 0, 14 if len(text) == 1 else 18, 14)
                fill_box(painter, place, self._theme.color("accent"), 7)
                font = self._theme.drawn_font(Type.BADGE_STRONG)
                font.setPixelSize(10)
                draw_text(
                    painter, place, text, font=font, colour=self._theme.color("on_accent"), align=CENTRE
                )


class StatusStrip(QFrame):
    """What runs, how far, time left, Cancel; device; bell."""

    cancel_requested = Signal()
    bell_clicked = Signal()

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(theme.px(STATUS_HEIGHT))
        self.setProperty("ground", "window")
        self.setProperty("edge", "top")
        self._ready = QLabel(self)
        self._spinner = Spinner(theme, self)
        self._message = QLabel(self.tr("Ready"), self)
        self._message.setProperty("c", "second")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(theme.px(160))
        self._bar.setAccessibleName(self.tr("Progress"))
        self._left = QLabel(self)
        self._left.setProperty("c", "second")
        self._cancel = PushButton(theme, self.tr("Cancel"), self, kind="soft", size="small")
        self._chip = QLabel(self)
        self._device = QLabel(self)
        self._device.setProperty("c", "second")
        self._bell = BellButton(theme, self)
        self._build()
        self._cancel.clicked.connect(self.cancel_requested)
        self._bell.clicked.connect(self.bell_clicked)
        theme.theme_changed.connect(self._refresh)
        self._refresh()
        self.clear_job()

    def set_job(self, message: str, fraction: float | None, seconds_left: float | None = None) -> None:
        """Show a running job; ``fraction`` 0 to 1, ``None`` while its length is unknown."""
        self._message.setText(message)
        self._bar.setRange(0, 0 if fraction is None else _STEPS)
        if fraction is not None:
            self._bar.setValue(round(min(max(fraction, 0.0), 1.0) * _STEPS))
        known = seconds_left is not None and round(seconds_left) > 0
        self._left.setText(self.tr("{0} left").format(duration(seconds_left)) if known else "")
        self._set_running(True)

    def set_cancelling(self) -> None:
        """Say that the wish to cancel was heard."""
        self._left.setText(self.tr("cancelling…"))
        self._cancel.setEnabled(False)

    def clear_job(self, message: str = "") -> None:
        """Nothing runs; say ``message`` or that the program is ready."""
        self._message.setText(message or self.tr("Ready"))
        self._set_running(False)

    def set_device(self, text: str) -> None:
        """Name the device in use, for example ``CPU · 2 threads``."""
        self._device.setText(text)

    def set_unread(self, count: int) -> None:
        """Say how many kept messages are new."""
        self._bell.set_count(count)

    def bell(self) -> QWidget:
        """Return the bell, to place a list of messages beside it."""
        return self._bell

    def _set_running(self, running: bool) -> None:
        self._ready.setVisible(not running)
        for widget in (self._spinner, self._bar, self._left, self._cancel):
            widget.setVisible(running)
        if running:
            self._spinner.start()
        else:
            self._spinner.stop()
            self._cancel.setEnabled(True)

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 1, 8, 0)
        layout.setSpacing(8)
        # Check and spinner share one place, so that the words never move.
        mark = QWidget(self)
        mark.setFixedSize(16, 16)
        for widget in (self._ready, self._spinner):
            widget.setParent(mark)
            widget.setGeometry(0, 0, 16, 16)
        for widget in (mark, self._message, self._bar, self._left, self._cancel):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)
        for widget in (self._chip, self._device, self._bell):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def _refresh(self) -> None:
        dpr = self.devicePixelRatioF()
        self._ready.setPixmap(self._theme.pixmap("check", "ok", 16, dpr))
        self._chip.setPixmap(self._theme.pixmap("chip", "text2", 16, dpr))
