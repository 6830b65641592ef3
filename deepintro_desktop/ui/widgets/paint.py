"""Pieces that several delegates and widgets paint: boxes, chips, badges, text that ends in an ellipsis."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from deepintro_desktop.ui.theme import ThemeManager, Type, feature_colour
from deepintro_desktop.ui.theme.metrics import (
    BADGE_HEIGHT,
    FOCUS_RING,
    RADIUS_BADGE,
    RADIUS_CHIP,
    RADIUS_CONTROL,
)
from deepintro_desktop.ui.theme.tokens import CASING, CHIP_TEXT
from deepintro_desktop.ui.widgets.words import shortened

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


def begin(painter: QPainter, theme: ThemeManager, rect: QRectF) -> QRectF:
    """Scale a painter by the system's text size and return the box in its new, smaller units.

    Rows, cards and badges are laid out for 100 % and painted larger; their fonts are ``theme.drawn_font``.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = theme.scale
    if scale == 1.0:
        return rect
    painter.translate(rect.topLeft())
    painter.scale(scale, scale)
    return QRectF(0, 0, rect.width() / scale, rect.height() / scale)


def dpr_of(painter: QPainter) -> float:
    """Return the device pixels per unit of the painter."""
    return painter.device().devicePixelRatio() * painter.worldTransform().m11()


def fill_box(painter: QPainter, rect: QRectF, colour: QColor, radius: float) -> None:
    """Fill a rounded box."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(rect, radius, radius)


def stroke_box(painter: QPainter, rect: QRectF, colour: QColor, radius: float, width: float = 1.0) -> None:
    """Draw the edge of a rounded box inside its rectangle."""
    half = width / 2
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half)


def draw_text(
    painter: QPainter, rect: QRectF, text: str, *, font: QFont, colour: QColor, align: Qt.AlignmentFlag = LEFT
) -> float:
    """Draw one line, shortened when it is too long; return the width that it took."""
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 0.5)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, int(align) | int(Qt.TextFlag.TextSingleLine), shown)
    return metrics.horizontalAdvance(shown)


def draw_shortened(painter: QPainter, rect: QRectF, text: str, *, font: QFont, colour: QColor) -> None:
    """Draw one line whose words give way where there is no room, never its numbers."""
    metrics = QFontMetricsF(font)
    shown = shortened(text, lambda part: metrics.horizontalAdvance(part) <= rect.width() + 0.5)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, int(LEFT) | int(Qt.TextFlag.TextSingleLine), shown)


def text_width(font: QFont, text: str) -> float:
    """Return how wide a line is."""
    return QFontMetricsF(font).horizontalAdvance(text)


def draw_icon(
    painter: QPainter, theme: ThemeManager, place: QPointF, name: str, *, token: str, size: int
) -> None:
    """Draw an icon with its upper left corner at ``place``."""
    painter.drawPixmap(place, theme.pixmap(name, token, size, dpr_of(painter)))


def draw_image(painter: QPainter, rect: QRectF, image: QImage, radius: float = RADIUS_BADGE) -> None:
    """Draw a picture so that it covers a rounded box."""
    if image.isNull():
        return
    painter.save()
    clip = QPainterPath()
    clip.addRoundedRect(rect, radius, radius)
    painter.setClipPath(clip)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    scale = max(rect.width() / image.width(), rect.height() / image.height())
    width, height = rect.width() / scale, rect.height() / scale
    source = QRectF((image.width() - width) / 2, (image.height() - height) / 2, width, height)
    painter.drawImage(rect, image, source)
    painter.restore()


def draw_chip(
    painter: QPainter,
    theme: ThemeManager,
    rect: QRectF,
    number: int,
    colour: str = "",
    *,
    casing: float = 0.55,
) -> None:
    """Draw the numbered chip of a feature; ``casing`` is the opacity of its dark edge."""
    fill_box(painter, rect, theme.color(colour or feature_colour(number)), RADIUS_CHIP)
    if casing > 0:
        stroke_box(painter, rect, theme.color(CASING, casing), RADIUS_CHIP)
    draw_chip_number(painter, theme, rect, number)


def draw_chip_number(painter: QPainter, theme: ThemeManager, rect: QRectF, number: int) -> None:
    """Draw the number alone."""
    font, colour = theme.drawn_font(Type.CHIP), theme.color(CHIP_TEXT)
    draw_text(painter, rect.adjusted(-2, 0, 2, 0), str(number), font=font, colour=colour, align=CENTRE)


def badge_width(theme: ThemeManager, text: str, icon: str = "") -> float:
    """Return the width of a badge."""
    return text_width(theme.drawn_font(Type.BADGE), text) + 12 + (15 if icon else 0)


def draw_badge(
    painter: QPainter,
    theme: ThemeManager,
    place: QPointF,
    text: str,
    *,
    ground: str,
    token: str,
    icon: str = "",
    edge: str = "",
) -> float:
    """Draw a badge of 18 px with its upper left corner at ``place``; return its width."""
    rect = QRectF(place.x(), place.y(), badge_width(theme, text, icon), BADGE_HEIGHT)
    fill_box(painter, rect, theme.color(ground), RADIUS_BADGE)
    if edge:
        stroke_box(painter, rect, theme.color(edge), RADIUS_BADGE)
    x = rect.x() + 6
    if icon:
        draw_icon(painter, theme, QPointF(x - 1, rect.y() + 3), icon, token=token, size=12)
        x += 15
    inside = QRectF(x, rect.y(), rect.right() - x, rect.height())
    draw_text(painter, inside, text, font=theme.drawn_font(Type.BADGE), colour=theme.color(token))
    return rect.width()


def draw_row_focus(painter: QPainter, theme: ThemeManager, rect: QRectF) -> None:
    """Draw the focus ring inside the edge of a row."""
    inner = rect.adjusted(2.5, 2.5, -2.5, -2.5)
    stroke_box(painter, inner, theme.color("accent"), RADIUS_CONTROL - 1, FOCUS_RING)


def has_row_focus(widget: QWidget | None, focused: bool) -> bool:
    """Return whether a focused row should show it: only after keyboard use."""
    return (
        focused
        and widget is not None
        and widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    )
