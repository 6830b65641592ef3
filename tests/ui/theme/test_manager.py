import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QPushButton, QSpinBox, QToolBar, QWidget
from pytestqt.qtbot import QtBot

from deepintro_desktop.core.resources import resource_path
from deepintro_desktop.ui.theme import ThemeManager, ThemeMode, Type
from deepintro_desktop.ui.theme.fonts import make_font, text_scale, with_tabular_digits
from deepintro_desktop.ui.theme.icons import icon_names, render_icon, tinted_svg
from deepintro_desktop.ui.theme.palette import make_palette, tokens_from_palette
from deepintro_desktop.ui.theme.stylesheet import make_stylesheet
from deepintro_desktop.ui.theme.tokens import DARK, LIGHT
from deepintro_desktop.ui.widgets.status_strip import StatusStrip

FILES = {
    f"url:{name}": name
    for name in (
        "arrow-up",
        "arrow-down",
        "arrow-up-off",
        "arrow-down-off",
        "arrow-right",
        "check",
        "check-menu",
    )
}


def test_mode_changes_tokens_palette_and_style_sheet(
    theme: ThemeManager, qapp: QApplication, qtbot: QtBot
) -> None:
    light_style = qapp.styleSheet()
    with qtbot.waitSignal(theme.theme_changed, timeout=1000):
        theme.set_mode(ThemeMode.DARK)
    assert theme.is_dark and theme.tokens() is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.window)
    assert DARK.surface in qapp.styleSheet() and qapp.styleSheet() != light_style


def test_system_mode_follows_the_system(theme: ThemeManager, qapp: QApplication) -> None:
    theme.set_mode(ThemeMode.SYSTEM)
    dark = qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark
    assert theme.is_dark == dark


def test_high_contrast_keeps_the_system_palette(
    theme: ThemeManager, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ThemeManager, "high_contrast", property(lambda _self: True))
    theme.set_mode(ThemeMode.DARK)
    assert qapp.styleSheet() == ""
    assert theme.tokens() == tokens_from_palette(theme._system_palette)


def test_palette_sets_every_role() -> None:
    palette = make_palette(DARK)
    skipped = {QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles}
    for role in set(QPalette.ColorRole) - skipped:
        assert palette.isBrushSet(QPalette.ColorGroup.Active, role), role


def test_style_sheet_has_no_open_place() -> None:
    text = make_stylesheet(LIGHT, 1.0, FILES)
    assert "@" not in text
    assert text.count("{") == text.count("}")


def test_style_sheet_refuses_a_place_that_nothing_fills() -> None:
    with pytest.raises(KeyError):
        make_stylesheet(LIGHT, 1.0, {})


@pytest.mark.parametrize("name", icon_names())
def test_icon_is_one_drawing_on_the_grid(qapp: QApplication, name: str) -> None:
    text = resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 20 20"' in text and 'stroke-width="1.5"' in text and 'stroke="currentColor"' in text
    image = render_icon(name, LIGHT.accent, 20, 2.0).toImage()
    assert image.size() == QSize(40, 40)
    painted = {
        image.pixelColor(x, y).name().upper()
        for x in range(40)
        for y in range(40)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert painted == {LIGHT.accent}


def test_icon_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        tinted_svg("no-such-drawing", LIGHT.text)


def test_icons_are_cached_until_the_theme_changes(theme: ThemeManager) -> None:
    first = theme.pixmap("eye", "text", 16, 2.0)
    assert theme.pixmap("eye", "text", 16, 2.0) is first
    assert theme.icon("eye") is theme.icon("eye")
    theme.set_mode(ThemeMode.DARK)
    assert theme.pixmap("eye", "text", 16, 2.0) is not first


def test_checked_icon_has_its_own_colour(theme: ThemeManager) -> None:
    icon = theme.icon("stop", "text3", 20, checked="accent_text")
    off = icon.pixmap(QSize(20, 20), 1.0, QIcon.Mode.Normal, QIcon.State.Off).toImage()
    on = icon.pixmap(QSize(20, 20), 1.0, QIcon.Mode.Normal, QIcon.State.On).toImage()
    assert off != on


def test_digits_have_equal_width(qapp: QApplication) -> None:
    metrics = QFontMetricsF(with_tabular_digits(QFont(qapp.font())))
    assert metrics.horizontalAdvance("111111") == pytest.approx(metrics.horizontalAdvance("888888"), abs=0.01)


def test_type_sizes_grow_with_the_system_text(qapp: QApplication) -> None:
    large = QFont(qapp.font())
    large.setPixelSize(20)
    assert text_scale(large) > 1.4
    assert make_font(large, Type.BODY, 1.5).pixelSize() == 20
    usual = QFont(qapp.font())
    usual.setPixelSize(13)
    assert text_scale(usual) == 1.0


def test_focus_ring_shows_after_keys_only(theme: ThemeManager, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    first, second, box = QPushButton("a"), QPushButton("b"), QSpinBox()
    layout = QHBoxLayout(window)
    for widget in (first, second, box):
        layout.addWidget(widget)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert rings(window) == []
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    (ring,) = rings(window)
    assert ring.geometry() == second.geometry().adjusted(-4, -4, 4, 4)
    qtbot.keyClick(second, Qt.Key.Key_Tab)
    (ring,) = rings(window)
    assert ring.geometry() == box.geometry().adjusted(-4, -4, 4, 4)


def rings(window: QWidget) -> list[QWidget]:
    return [child for child in window.children() if type(child).__name__ == "_Overlay" and child.isVisible()]


def test_live_change_keeps_the_size_of_the_status_bar(theme: ThemeManager, qtbot: QtBot) -> None:
    window, bar, strip = QMainWindow(), QToolBar("Status"), StatusStrip(theme)
    qtbot.addWidget(window)
    bar.setMovable(False)
    bar.addWidget(strip)
    bar.layout().setContentsMargins(0, 0, 0, 0)
    window.addToolBar(Qt.ToolBarArea.BottomToolBarArea, bar)
    window.resize(900, 400)
    window.show()
    qtbot.waitExposed(window)
    before, inside = bar.size(), strip.geometry()
    theme.set_mode(ThemeMode.DARK)
    QApplication.processEvents()
    assert (bar.size(), strip.geometry()) == (before, inside)
    margins = bar.layout().contentsMargins()
    assert (margins.left(), margins.top(), margins.right(), margins.bottom()) == (0, 0, 0, 0)


def test_dangerous_buttons_are_marked(theme: ThemeManager) -> None:
    rule = make_stylesheet(LIGHT, 1.0, FILES).partition('QPushButton[c="danger"] {')[2].partition("}")[0]
    assert rule.count(LIGHT.danger) == 2


def test_undo_and_reset_look_different() -> None:
    assert tinted_svg("undo", LIGHT.text) != tinted_svg("reset", LIGHT.text)
