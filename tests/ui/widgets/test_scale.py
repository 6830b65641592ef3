"""Large system text: what is painted grows with it, and is hit where it is painted."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot
from ui.gallery import PREPARED, make_compact, window
from ui.gallery_states import states_page
from ui.scene import make_scene

from deepintro_desktop.ui.theme import ThemeManager, ThemeMode, Type
from deepintro_desktop.ui.widgets.analysis_card import AnalysisCard
from deepintro_desktop.ui.widgets.badge import Badge, BadgeKind, BadgeSpec
from deepintro_desktop.ui.widgets.feature_list import FeatureListPanel
from deepintro_desktop.ui.widgets.feature_rows import FeatureRow
from deepintro_desktop.ui.widgets.toast import ToastHost


@pytest.fixture
def large(theme: ThemeManager, monkeypatch: pytest.MonkeyPatch) -> ThemeManager:
    monkeypatch.setattr(theme, "_scale", 1.5)
    theme.set_mode(ThemeMode.LIGHT)
    return theme


def test_sizes_grow_with_the_text(large: ThemeManager, qtbot: QtBot) -> None:
    card, badge = AnalysisCard(large), Badge(large, BadgeSpec("Exact", BadgeKind.OK))
    for widget in (card, badge):
        qtbot.addWidget(widget)
    assert card.sizeHint().height() == 138 and badge.sizeHint().height() == 27
    assert large.font(Type.BODY).pixelSize() == 20 and large.drawn_font(Type.BODY).pixelSize() == 13
    assert not card.grab().isNull() and not badge.grab().isNull()


def test_rows_are_hit_where_they_are_painted(large: ThemeManager, qtbot: QtBot) -> None:
    panel = FeatureListPanel(large)
    qtbot.addWidget(panel)
    panel.resize(396, 500)
    panel.set_rows([FeatureRow(number, 0.1 / number, -0.1) for number in (1, 2, 3)])
    panel.grab()
    box = panel.view.visualRect(panel.item_model().index(1))
    assert box.height() == 66
    delegate = panel.view._delegate
    assert delegate.on_eye(box, QPointF(box.right() - 30, box.center().y()))
    assert not delegate.on_eye(box, QPointF(box.right() - 90, box.center().y()))
    seen: list[int] = []
    panel.feature_toggled.connect(seen.append)
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=box.center() + QPoint(10, 25))
    assert seen == [2]


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("page", ["occlusion", "start", "states"])
def test_gallery_paints_everything(theme: ThemeManager, qtbot: QtBot, mode: str, page: str) -> None:
    theme.set_mode(ThemeMode(mode))
    if page == "states":
        root = states_page(theme)
        qtbot.addWidget(root)
        assert not root.grab().isNull()
        root.findChild(ToastHost).close_all()
        return
    root = window(theme, page, make_scene(PREPARED))
    qtbot.addWidget(root)
    assert not root.grab().isNull()
    if page == "occlusion":
        make_compact(root)
        root.show()
        # The program's smallest window, also with a wide font.
        qtbot.waitUntil(lambda: root.minimumSizeHint().width() <= 1100, timeout=3000)
        assert not root.grab().isNull()
