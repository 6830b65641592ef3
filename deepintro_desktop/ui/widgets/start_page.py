"""The page of the first start: what the program does, three ways to begin, and recent projects."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from deepintro_desktop.ui.theme import ThemeManager, Type
from deepintro_desktop.ui.theme.focus import RADIUS_PROPERTY
from deepintro_desktop.ui.theme.metrics import RADIUS_CARD, RADIUS_CONTROL
from deepintro_desktop.ui.widgets.buttons import PushButton
from deepintro_desktop.ui.widgets.paint import begin, draw_icon, draw_text, fill_box, stroke_box

_WIDTH = 704
_CARD_WIDTH = 224
_TEXT_TOP, _BELOW_TEXT = 98, 42


@dataclass(frozen=True, slots=True)
class StartCard:
    """One way to begin; ``recommended`` is drawn with an accent edge."""

    key: str
    icon: str
    title: str
    text: str
    hint: str
    recommended: bool = False


@dataclass(frozen=True, slots=True)
class RecentProject:
    """A project that was open before."""

    key: str
    name: str
    detail: str = ""


class _Card(QAbstractButton):
    def __init__(self, theme: ThemeManager, card: StartCard, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.card = card
        self.text_room = 36
        self.setAccessibleName(card.title)
        self.setAccessibleDescription(f"{card.text} {card.hint}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty(RADIUS_PROPERTY, RADIUS_CARD)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        height = _TEXT_TOP + self.text_room + _BELOW_TEXT
        return QSize(self._theme.px(_CARD_WIDTH), self._theme.px(height))

    def text_height(self) -> int:
        """Return the height that the wrapped text takes in a card of the usual width, at 100 %."""
        box = QRectF(0, 0, _CARD_WIDTH - 36, 1000)
        wrap = int(Qt.TextFlag.TextWordWrap)
        metrics = QFontMetricsF(self._theme.drawn_font(Type.SECOND))
        return ceil(metrics.boundingRect(box, wrap, self.card.text).height())

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            theme, card = self._theme, self.card
            rect = begin(painter, theme, QRectF(self.rect()))
            fill_box(painter, rect, theme.color("hover" if self.underMouse() else "surface"), RADIUS_CARD)
            edge, width = ("accent", 1.5) if card.recommended else ("line", 1.0)
            stroke_box(painter, rect, theme.color(edge), RADIUS_CARD, width)
            tile = QRectF(20, 20, 40, 40)
            fill_box(
                painter, tile, theme.color("accent_soft" if card.recommended else "sunken"), RADIUS_CONTROL
            )
            token = "accent_text" if card.recommended else "text2"
            draw_icon(painter, theme, QPointF(30, 30), card.icon, token=token, size=20)
            inner = rect.adjusted(20, 0, -16, 0)
            title = QRectF(inner.x(), 74, inner.width(), 22)
            draw_text(
                painter, title, card.title, font=theme.drawn_font(Type.TITLE), colour=theme.color("text")
            )
            painter.setFont(theme.drawn_font(Type.SECOND))
            painter.setPen(theme.color("text2"))
            wrap = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)
            painter.drawText(QRectF(inner.x(), _TEXT_TOP, inner.width(), self.text_room), wrap, card.text)
            hint = QRectF(inner.x(), _TEXT_TOP + self.text_room + 8, inner.width(), 18)
            colour = theme.color("accent_text" if card.recommended else "text3")
            draw_text(painter, hint, card.hint, font=theme.drawn_font(Type.BADGE), colour=colour)


class StartPage(QFrame):
    """What the program does and how to begin.

    ``action_triggered`` carries the key of a card (``sample``, ``add-network``, ``add-images``),
    ``project_opened`` the key of a recent project.
    """

    action_triggered = Signal(str)
    project_opened = Signal(str)
    open_project_requested = Signal()

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("ground", "surface")
        self._recent = QFrame(self)
        self._recent.setProperty("c", "card")
        self._recent_layout = QVBoxLayout(self._recent)
        self._recent_layout.setContentsMargins(16, 12, 16, 12)
        self._pictures: list[tuple[QLabel, str, str]] = []
        self._build()
        self.set_recent(())
        theme.theme_changed.connect(self._refresh)

    def set_recent(self, projects: Sequence[RecentProject]) -> None:
        """List projects that were open before."""
        self._pictures = [entry for entry in self._pictures if entry[1] != "folder"]
        while self._recent_layout.count():
            item = self._recent_layout.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if not projects:
            text = QLabel(self.tr("None yet. Your work is saved by itself and will be listed here."))
            text.setProperty("c", "second")
            self._recent_layout.addWidget(self._with_icon("folder", "text3", text))
        for project in projects:
            link = PushButton(self._theme, project.name, kind="link")
            link.setObjectName(project.key)
            link.setAccessibleDescription(project.detail)
            link.clicked.connect(self._on_project_clicked)
            row = self._with_icon("folder", "text3", link)
            detail = QLabel(project.detail, row)
            detail.setProperty("c", "second")
            row.layout().addWidget(detail)
            self._recent_layout.addWidget(row)
        self._refresh()

    def cards(self) -> tuple[StartCard, ...]:
        """Return the three ways to begin."""
        return (
            StartCard(
                "sample", "play", self.tr("Open the sample"),
                self.tr("A small network and twelve pictures of shapes."),
                self.tr("Start here · about 2 minutes"), recommended=True,
            ),
            StartCard(
                "add-network", "network", self.tr("Add a model"),
                self.tr("ONNX, PyTorch, TensorFlow, Keras, Caffe. Nothing in a file is run."),
                self.tr("Ctrl+M, or drop a file"),
            ),
            StartCard(
                "add-images", "image", self.tr("Add images"),
                self.tr("Photos, DICOM or NIfTI. Your originals are not changed."),
                self.tr("Ctrl+I, or drop files"),
            ),
        )  # fmt: skip

    def _build(self) -> None:
        column = QWidget(self)
        column.setMaximumWidth(self._theme.px(_WIDTH))
        column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        title = QLabel(self.tr("What is your network looking at?"), column)
        title.setProperty("c", "display")
        inner.addWidget(title)
        inner.addSpacing(6)
        inner.addWidget(self._introduction(column))
        inner.addSpacing(28)
        inner.addLayout(self._card_row(column))
        inner.addSpacing(32)
        inner.addLayout(self._recent_head(column))
        inner.addSpacing(10)
        inner.addWidget(self._recent)
        inner.addSpacing(16)
        promise = QLabel(self.tr("Works without internet. Models and images never leave this computer."))
        promise.setProperty("c", "second")
        inner.addWidget(self._with_icon("lock", "text3", promise, size=16))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(column, 1000)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(1)

    def _introduction(self, parent: QWidget) -> QLabel:
        text = self.tr(
            "DeepIntro shows which regions of an image made a classifier decide as it did. Hide a region, "
            "and see at once how the answer changes. The regions are what <b>the network</b> finds "
            "important. They can differ from what a person would point at, and that difference is "
            "worth seeing."
        )
        label = QLabel(f'<p style="line-height:150%">{text}</p>', parent)
        label.setWordWrap(True)
        label.setProperty("c", "lead")
        return label

    def _card_row(self, parent: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        cards: list[_Card] = []
        for entry in self.cards():
            card = _Card(self._theme, entry, parent)
            card.clicked.connect(self._on_card_clicked)
            row.addWidget(card)
            cards.append(card)
        for card in cards:
            card.text_room = max(36, *(other.text_height() for other in cards))
        return row

    def _recent_head(self, parent: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        heading = QLabel(self.tr("Recent projects"), parent)
        heading.setProperty("c", "heading")
        link = PushButton(self._theme, self.tr("Open project…"), parent, kind="link")
        link.clicked.connect(self.open_project_requested)
        row.addWidget(heading)
        row.addStretch(1)
        row.addWidget(link)
        return row

    def _with_icon(self, icon: str, token: str, widget: QWidget, size: int = 18) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10)
        picture = QLabel(holder)
        picture.setFixedSize(size, size)
        self._pictures.append((picture, icon, token))
        row.addWidget(picture)
        row.addWidget(widget)
        row.addStretch(1)
        self._refresh()
        return holder

    def _refresh(self) -> None:
        for picture, icon, token in self._pictures:
            pixmap = self._theme.pixmap(icon, token, picture.width(), self.devicePixelRatioF())
            picture.setPixmap(pixmap)

    def _on_card_clicked(self) -> None:
        card = self.sender()
        if isinstance(card, _Card):
            self.action_triggered.emit(card.card.key)

    def _on_project_clicked(self) -> None:
        self.project_opened.emit(self.sender().objectName())
