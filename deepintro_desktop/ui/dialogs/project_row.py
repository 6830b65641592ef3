"""How a project is drawn in a list: its name, what is in it, and when it was last open."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from deepintro_desktop.ui.presenters.projects import ProjectLine
from deepintro_desktop.ui.theme import Type
from deepintro_desktop.ui.widgets.badge import BadgeKind, BadgeSpec, badge_spec_width, draw_badge_spec
from deepintro_desktop.ui.widgets.dock_row import RowDelegate
from deepintro_desktop.ui.widgets.paint import draw_text

ID_ROLE = int(Qt.ItemDataRole.UserRole)


class ProjectRowDelegate(RowDelegate):
    """Name, with a badge on the open one; content and day below."""

    def paint_row(self, painter: QPainter, rect: QRectF, row: object, selected: bool) -> None:
        """Draw a :class:`ProjectLine`."""
        if not isinstance(row, ProjectLine):
            return
        inner = rect.adjusted(12, 0, -12, 0)
        right = inner.right()
        if row.is_open:
            spec = BadgeSpec(self.tr("open"), BadgeKind.FORMAT if selected else BadgeKind.FORMAT_QUIET)
            right -= badge_spec_width(self.theme, spec)
            draw_badge_spec(painter, self.theme, QRectF(right, rect.y() + 7, 1, 1).topLeft(), spec)
            right -= 8
        self.name_line(painter, QRectF(inner.x(), rect.y() + 6, right - inner.x(), 20), row.name, selected)
        text = "  ·  ".join(part for part in (row.content, row.opened) if part)
        place = QRectF(inner.x(), rect.y() + 28, inner.width(), 18)
        font, colour = self.theme.drawn_font(Type.SECOND), self.theme.color("text2")
        draw_text(painter, place, text, font=font, colour=colour)
