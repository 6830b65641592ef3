"""Icons from one set of SVG drawings (20 px grid, 1.5 px stroke), tinted with a token's colour and cached."""

from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from deepintro_desktop.core.resources import resource_path
from deepintro_desktop.ui.theme.tokens import Tokens

_TINT = "currentColor"


@cache
def _drawing(name: str) -> str:
    return resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")


def icon_names() -> tuple[str, ...]:
    """Return the names of all drawings."""
    return tuple(sorted(path.stem for path in resource_path("icons").glob("*.svg")))


def tinted_svg(name: str, colour: str) -> str:
    """Return the text of a drawing in a colour; ``FileNotFoundError`` for a name that does not exist."""
    return _drawing(name).replace(_TINT, colour)


def render_icon(name: str, colour: str, size: int, dpr: float) -> QPixmap:
    """Return a drawing of ``size`` logical pixels; ``dpr`` counts device pixels per logical one."""
    pixels = max(round(size * dpr), 1)
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer = QSvgRenderer(QByteArray(tinted_svg(name, colour).encode()))
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap.setDevicePixelRatio(dpr)
    return pixmap


class IconCache:
    """The icons of one theme; a new theme makes a new cache."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self._icons: dict[tuple[object, ...], QIcon] = {}

    def pixmap(self, name: str, token: str, size: int, dpr: float) -> QPixmap:
        """Return one drawing, for painting; ``token`` names a colour of the theme or is a colour itself."""
        key = (name, token, size, dpr)
        if key not in self._pixmaps:
            self._pixmaps[key] = render_icon(name, self._colour(token), size, dpr)
        return self._pixmaps[key]

    def icon(self, name: str, token: str, size: int, *, checked: str = "") -> QIcon:
        """Return an icon for buttons and menus; ``checked`` names the colour of its switched-on state."""
        key = (name, token, size, checked)
        if key not in self._icons:
            self._icons[key] = self._build(name, token, size, checked)
        return self._icons[key]

    def _build(self, name: str, token: str, size: int, checked: str) -> QIcon:
        icon = QIcon()
        on = checked or token
        for dpr in _screen_ratios():
            faded = QColor(self._colour("text3"))
            faded.setAlphaF(0.45)
            disabled = self._faded(name, faded, size, dpr)
            for mode in (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Selected):
                icon.addPixmap(self.pixmap(name, token, size, dpr), mode, QIcon.State.Off)
                icon.addPixmap(self.pixmap(name, on, size, dpr), mode, QIcon.State.On)
            for state in (QIcon.State.Off, QIcon.State.On):
                icon.addPixmap(disabled, QIcon.Mode.Disabled, state)
        return icon

    def _faded(self, name: str, colour: QColor, size: int, dpr: float) -> QPixmap:
        solid = render_icon(name, colour.name(), size, dpr)
        faded = QPixmap(solid.size())
        faded.setDevicePixelRatio(dpr)
        faded.fill(Qt.GlobalColor.transparent)
        painter = QPainter(faded)
        painter.setOpacity(colour.alphaF())
        painter.drawPixmap(0, 0, solid)
        painter.end()
        return faded

    def _colour(self, token: str) -> str:
        return token if token.startswith("#") else getattr(self._tokens, token)


def _screen_ratios() -> Iterable[float]:
    """Return the scale factors of all screens in use, and 1."""
    return sorted({1.0} | {screen.devicePixelRatio() for screen in QGuiApplication.screens()})
