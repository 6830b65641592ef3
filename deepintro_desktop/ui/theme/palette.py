"""The palette of Qt's own widgets, from a table of tokens, and the way back for high-contrast systems."""

from PySide6.QtGui import QColor, QPalette

from deepintro_desktop.ui.theme.tokens import DARK, LIGHT, Tokens

_Role = QPalette.ColorRole

_ROLES: dict[str, tuple[str, ...]] = {
    "window": ("Window",),
    "surface": ("Base",),
    "sunken": ("AlternateBase", "Midlight"),
    "raised": ("Button", "Light"),
    "text": ("WindowText", "Text", "ButtonText", "BrightText"),
    "text3": ("PlaceholderText",),
    "accent": ("Highlight", "Accent"),
    "on_accent": ("HighlightedText",),
    "accent_text": ("Link",),
    "text2": ("LinkVisited",),
    "tip": ("ToolTipBase",),
    "on_tip": ("ToolTipText",),
    "control": ("Dark",),
    "line": ("Mid",),
    "canvas": ("Shadow",),
}

_DISABLED = ("WindowText", "Text", "ButtonText", "HighlightedText", "PlaceholderText", "Link")


def make_palette(tokens: Tokens) -> QPalette:
    """Return a palette with every role set from the tokens."""
    palette = QPalette()
    for token, roles in _ROLES.items():
        for role in roles:
            palette.setColor(_Role[role], QColor(getattr(tokens, token)))
    faded = _mix(QColor(tokens.text3), QColor(tokens.surface), 0.35)
    for role in _DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, _Role[role], faded)
    for role in ("Highlight", "Accent"):
        palette.setColor(QPalette.ColorGroup.Disabled, _Role[role], QColor(tokens.track))
    return palette


def tokens_from_palette(palette: QPalette) -> Tokens:
    """Return tokens that repeat a system palette; used where the system asks for high contrast."""
    window = palette.color(_Role.Window)
    base = DARK if window.lightness() < 128 else LIGHT
    text, ground = palette.color(_Role.WindowText).name(), window.name()
    surface, surface_text = palette.color(_Role.Base).name(), palette.color(_Role.Text).name()
    accent, on_accent = palette.color(_Role.Highlight).name(), palette.color(_Role.HighlightedText).name()
    strong = dict.fromkeys(("text", "text2", "text3", "control", "line", "bar"), surface_text)
    return Tokens(
        name=base.name,
        window=ground,
        **dict.fromkeys(("surface", "raised", "sunken", "canvas", "hover", "track"), surface),
        **strong,
        **dict.fromkeys(("accent", "accent_hover"), accent),
        on_accent=on_accent,
        accent_text=palette.color(_Role.Link).name(),
        **dict.fromkeys(("accent_soft", "ok_soft", "warn_soft", "danger_soft"), surface),
        **dict.fromkeys(("ok", "warn", "danger"), surface_text),
        tip=text,
        on_tip=ground,
        map_ground=base.map_ground,
        map_against=base.map_against,
        map_against_half=base.map_against_half,
        map_for=base.map_for,
        map_for_half=base.map_for_half,
    )


def _mix(first: QColor, second: QColor, share: float) -> QColor:
    """Return ``first`` moved by ``share`` (0 to 1) towards ``second``."""
    parts = zip(first.getRgbF()[:3], second.getRgbF()[:3], strict=True)
    return QColor.fromRgbF(*(one + (other - one) * share for one, other in parts))
