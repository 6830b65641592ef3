"""The right column keeps its width whatever it says."""

import pytest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from deepintro_desktop.ui.tabs.occlusion.side_panel import SidePanel
from deepintro_desktop.ui.theme import ThemeManager


@pytest.mark.parametrize("is_compact", [False, True])
@pytest.mark.parametrize("n_earlier", [0, 2, 123])
@pytest.mark.parametrize("state", ["idle", "running", "done"])
def test_nothing_is_cut_at_the_right(
    theme: ThemeManager, qtbot: QtBot, is_compact: bool, n_earlier: int, state: str
) -> None:
    panel = SidePanel(theme)
    qtbot.addWidget(panel)
    panel.set_compact(is_compact)
    panel.set_earlier(n_earlier)
    panel.set_analysis_state(possible=True, running=state == "running", done=state == "done")
    panel.resize(panel.width(), 900)
    panel.show()
    area = panel.findChild(QScrollArea)
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()


def test_the_number_of_earlier_results_is_always_said(theme: ThemeManager, qtbot: QtBot) -> None:
    panel = SidePanel(theme)
    qtbot.addWidget(panel)
    for is_done in (False, True):
        panel.set_analysis_state(possible=True, running=False, done=is_done)
        panel.set_earlier(2)
        assert panel.earlier.text().strip() in ("Earlier (2)", "2")
        assert panel.earlier.accessibleName() == "Earlier (2)"
    assert panel.earlier.text().strip() == "2", "beside “Analyse again”"
