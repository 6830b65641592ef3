"""Which theme is shown: it follows the system or the person's wish, and tells everybody when it changes."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from deepintro_desktop.ui.theme.focus import FocusRing
from deepintro_desktop.ui.theme.fonts import make_font, text_scale
from deepintro_desktop.ui.theme.icons import IconCache
from deepintro_desktop.ui.theme.metrics import ICON, Type
from deepintro_desktop.ui.theme.palette import make_palette, tokens_from_palette
from deepintro_desktop.ui.theme.stylesheet import make_stylesheet, write_arrows
from deepintro_desktop.ui.theme.tokens import DARK, LIGHT, Tokens


class ThemeMode(StrEnum):
    """What the person asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class ThemeManager(QObject):
    """The look of the application: tokens, fonts, icons, style sheet.

    Parameters
    ----------
    app : QApplication
        Gets the Fusion style, the palette, the font and the style sheet at once.
    mode : ThemeMode
        Follow the system (also when it changes later), or stay light or dark.
    """

    theme_changed = Signal()
    focus_moved = Signal(QWidget, QWidget)
    """From which widget to which the focus went; None for none."""

    def __init__(self, app: QApplication, mode: ThemeMode = ThemeMode.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._mode = ThemeMode(mode)
        self._system_font = QFont(app.font())
        self._system_palette = QPalette(app.palette())
        self._scale = text_scale(self._system_font)
        self._folder = QTemporaryDir()
        self._files: dict[str, dict[str, str]] = {}
        self._fonts: dict[tuple[Type, float], QFont] = {}
        self._colours: dict[tuple[str, float], QColor] = {}
        self._tokens = LIGHT
        self._icons = IconCache(LIGHT)
        style = QStyleFactory.create("Fusion")
        if style is not None:
            app.setStyle(style)
        self._ring = FocusRing(self)
        app.focusChanged.connect(self._ring.follow)
        app.focusChanged.connect(self.focus_moved)
        # Kept: without a reference to the hints, Python takes their child for deleted.
        self._hints = app.styleHints()
        self._hints.colorSchemeChanged.connect(self._on_system_changed)
        accessibility = getattr(self._hints, "accessibility", None)  # since Qt 6.10
        self._accessibility = accessibility() if accessibility is not None else None
        if self._accessibility is not None:
            self._accessibility.contrastPreferenceChanged.connect(self._on_system_changed)
        self.set_mode(self._mode)

    @property
    def mode(self) -> ThemeMode:
        """What the person asked for."""
        return self._mode

    @property
    def is_dark(self) -> bool:
        """Whether the dark table is shown."""
        return self._tokens.name == "dark"

    @property
    def scale(self) -> float:
        """How much larger than usual the system's text is."""
        return self._scale

    @property
    def high_contrast(self) -> bool:
        """Whether the system asks for high contrast; then its own colours are kept."""
        if self._accessibility is None:
            return False
        return self._accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast

    def tokens(self) -> Tokens:
        """Return the table that is shown now."""
        return self._tokens

    def set_mode(self, mode: ThemeMode) -> None:
        """Follow the system, or stay light or dark."""
        self._mode = ThemeMode(mode)
        schemes = {ThemeMode.LIGHT: Qt.ColorScheme.Light, ThemeMode.DARK: Qt.ColorScheme.Dark}
        # Native frames and dialogs follow this wish; Unknown gives the system its say back.
        self._hints.setColorScheme(schemes.get(self._mode, Qt.ColorScheme.Unknown))
        self._apply(self._wanted())

    def color(self, token: str, alpha: float = 1.0) -> QColor:
        """Return a colour by its name, or any ``#rrggbb`` of the token module; ``alpha`` from 0 to 1."""
        key = (token, alpha)
        if key not in self._colours:
            colour = QColor(token if token.startswith("#") else getattr(self._tokens, token))
            colour.setAlphaF(alpha)
            self._colours[key] = colour
        return self._colours[key]

    def px(self, pixels: float) -> int:
        """Return a length that grows with the system's text size."""
        return round(pixels * self._scale)

    def font(self, role: Type = Type.BODY) -> QFont:
        """Return the font of a type size, with tabular digits, as large as the system's text size asks."""
        return QFont(self._cached_font(role, self._scale))

    def drawn_font(self, role: Type = Type.BODY) -> QFont:
        """Return the font at 100 %, for painters that are scaled themselves (``paint.begin``)."""
        return self._cached_font(role, 1.0)

    def icon(self, name: str, token: str = "text3", size: int = ICON, *, checked: str = "") -> QIcon:
        """Return a tinted icon for buttons and menus. Ask again after ``theme_changed``."""
        return self._icons.icon(name, token, size, checked=checked)

    def pixmap(self, name: str, token: str = "text3", size: int = ICON, dpr: float = 1.0) -> QPixmap:
        """Return a tinted drawing for painting at ``size`` logical pixels."""
        return self._icons.pixmap(name, token, size, dpr)

    def duration(self, milliseconds: int) -> int:
        """Return how long a movement lasts: 0 when the system asks for less motion."""
        preference = getattr(self._accessibility, "motionPreference", None)  # since Qt 6.11
        if preference is not None and preference() == Qt.MotionPreference.ReducedMotion:
            return 0
        return milliseconds

    def retire(self) -> None:
        """Stop following the system and the focus; for a manager that another one replaces."""
        self._app.focusChanged.disconnect(self._ring.follow)
        self._app.focusChanged.disconnect(self.focus_moved)
        self._hints.colorSchemeChanged.disconnect(self._on_system_changed)
        if self._accessibility is not None:
            self._accessibility.contrastPreferenceChanged.disconnect(self._on_system_changed)
        self._ring.drop()
        self.setParent(None)
        self.deleteLater()

    def _cached_font(self, role: Type, scale: float) -> QFont:
        key = (role, scale)
        if key not in self._fonts:
            self._fonts[key] = make_font(self._system_font, role, scale)
        return self._fonts[key]

    def _wanted(self) -> Tokens:
        if self.high_contrast:
            return tokens_from_palette(self._system_palette)
        if self._mode is ThemeMode.SYSTEM:
            return DARK if self._hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._mode is ThemeMode.DARK else LIGHT

    def _apply(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._icons = IconCache(tokens)
        self._colours.clear()
        self._fonts.clear()
        self._app.setFont(self.font(Type.BODY))
        if self.high_contrast:
            self._app.setPalette(self._system_palette)
            self._app.setStyleSheet("")
        else:
            self._app.setPalette(make_palette(tokens))
            self._app.setStyleSheet(make_stylesheet(tokens, self._scale, self._arrow_files(tokens)))
        self.theme_changed.emit()

    def _arrow_files(self, tokens: Tokens) -> dict[str, str]:
        if tokens.name not in self._files:
            self._files[tokens.name] = write_arrows(tokens, Path(self._folder.path()))
        return self._files[tokens.name]

    def _on_system_changed(self) -> None:
        if self.high_contrast:
            self._system_palette = QPalette()
        wanted = self._wanted()
        if wanted != self._tokens:
            self._apply(wanted)
