from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from deepintro_desktop.core.parameters import CLUSTERING_SPECS, METHOD_LABELS, ClusteringParameters, Fill
from deepintro_desktop.core.results import Certainty
from deepintro_desktop.ui.theme import ThemeManager, ThemeMode
from deepintro_desktop.ui.widgets.action_row import Action
from deepintro_desktop.ui.widgets.analysis_card import AnalysisCards, CardContent, CardKind
from deepintro_desktop.ui.widgets.badge import Badge, BadgeKind, BadgeSpec, certainty_badge
from deepintro_desktop.ui.widgets.buttons import IconButton, PushButton
from deepintro_desktop.ui.widgets.controls_bar import ControlsBar
from deepintro_desktop.ui.widgets.dock_title import DockTitle
from deepintro_desktop.ui.widgets.empty_state import EmptyState
from deepintro_desktop.ui.widgets.failure_panel import Failure, FailurePanel
from deepintro_desktop.ui.widgets.relevance_legend import RelevanceLegend
from deepintro_desktop.ui.widgets.segmented import Choice, Segmented
from deepintro_desktop.ui.widgets.start_page import RecentProject, StartPage
from deepintro_desktop.ui.widgets.status_strip import StatusStrip
from deepintro_desktop.ui.widgets.words import duration, grouped, numbers, percent, signed


@pytest.fixture(params=["light", "dark"])
def both(theme: ThemeManager, request: pytest.FixtureRequest) -> Iterator[ThemeManager]:
    theme.set_mode(ThemeMode(request.param))
    yield theme


def button(parent: QWidget, name: str) -> QAbstractButton:
    return next(one for one in parent.findChildren(QAbstractButton) if one.accessibleName() == name)


@pytest.mark.parametrize(
    ("certainty", "running", "text"),
    [
        (Certainty.EXACT, False, "Exact"),
        (Certainty.EXACT, True, "Exact"),
        (Certainty.BEST_FOUND, False, "Best of 1\u2009283"),
        (Certainty.BEST_FOUND, True, "Best of 1\u2009283"),
        (Certainty.NONE_FOUND, False, "None in 1\u2009283"),
        (Certainty.NONE_FOUND, True, "None in 1\u2009283"),
        (Certainty.IMPOSSIBLE, False, "Impossible"),
    ],
)
def test_badge_says_how_sure_an_answer_is(certainty: Certainty, running: bool, text: str) -> None:
    assert certainty_badge(certainty, 1283, running=running).text == text


@pytest.mark.parametrize("kind", list(BadgeKind))
def test_badges_paint(both: ThemeManager, qtbot: QtBot, kind: BadgeKind) -> None:
    badge = Badge(both, BadgeSpec("Caffe", kind))
    qtbot.addWidget(badge)
    assert badge.grab().height() == 18 and badge.accessibleName() == "Caffe"


def test_cards_tell_which_was_clicked_and_what_they_say(both: ThemeManager, qtbot: QtBot) -> None:
    cards = AnalysisCards(both)
    qtbot.addWidget(cards)
    square = np.array([(2, 2), (8, 2), (8, 8), (2, 8)], np.float64)
    cards.set_card(
        CardKind.MINIMUM_TO_KEEP,
        CardContent(
            "Minimum to keep",
            "Egyptian cat stays at 0.208",
            certainty_badge(Certainty.EXACT, 4),
            "keep only 2",
            np.full((10, 12, 3), 90, np.uint8),
            (square,),
            progress=0.4,
            applied=True,
        ),
    )
    cards.set_card(CardKind.MINIMUM_TO_OCCLUDE, CardContent("Minimum to occlude", clickable=False))
    card = cards.card(CardKind.MINIMUM_TO_KEEP)
    assert card.accessibleDescription() == "Egyptian cat stays at 0.208, Exact, keep only 2"
    with qtbot.waitSignal(cards.card_clicked, timeout=1000) as caught:
        qtbot.keyClick(card, Qt.Key.Key_Return)
    assert caught.args == ["minimum-to-keep"]
    assert not cards.card(CardKind.MINIMUM_TO_OCCLUDE).isEnabled()
    assert card.sizeHint().height() == 92
    assert not cards.grab().isNull()
    cards.set_compact(True)
    assert card.sizeHint().height() == 50
    assert not cards.grab().isNull()


def test_segments_choose_one(both: ThemeManager, qtbot: QtBot) -> None:
    modes = [Choice("original", "Original"), Choice("input", "Network input", "Input")]
    segmented = Segmented(both, modes, "What is shown")
    qtbot.addWidget(segmented)
    wide = segmented.sizeHint().width()
    with qtbot.waitSignal(segmented.choice_changed, timeout=1000) as caught:
        button(segmented, "Network input").click()
    assert caught.args == ["input"] and segmented.choice() == "input"
    segmented.set_compact(True)
    assert segmented.sizeHint().width() < wide
    segmented.set_choice_enabled("original", False, "No file")
    assert not button(segmented, "Original").isEnabled()
    assert not segmented.grab().isNull()


def test_controls_show_parameters_silently(both: ThemeManager, qtbot: QtBot) -> None:
    bar = ControlsBar(both)
    qtbot.addWidget(bar)
    wanted = ClusteringParameters(7.5, 3.5, 40, 0.4)
    with qtbot.assertNotEmitted(bar.parameters_changed), qtbot.assertNotEmitted(bar.fill_changed):
        bar.set_parameters(wanted)
        bar.set_fill(Fill.BLUR)
        bar.set_method("lrp-epsilon")
    assert bar.parameters() == wanted and bar.fill() is Fill.BLUR and bar.method() == "lrp-epsilon"
    assert bar._boxes["threshold"].text() == "7.5 × mean" and bar._merge.value() == 40
    assert not bar.grab().isNull() and bar.height() == 64


def test_controls_tell_what_the_person_changed(theme: ThemeManager, qtbot: QtBot) -> None:
    bar = ControlsBar(theme)
    qtbot.addWidget(bar)
    seen: list[ClusteringParameters] = []
    bar.parameters_changed.connect(seen.append)
    bar._boxes["threshold"].stepUp()
    bar._boxes["min_size"].setValue(33)
    bar._merge.setValue(50)
    assert seen[-1] == ClusteringParameters(5.5, 1.5, 33, 0.5) and len(seen) == 3
    assert isinstance(seen[-1].min_size, int)
    with qtbot.waitSignal(bar.fill_changed, timeout=1000) as fill:
        bar.fill_box.setCurrentIndex(2)
    with qtbot.waitSignal(bar.method_changed, timeout=1000) as method:
        bar.method_box.setCurrentIndex(3)
    assert fill.args == [list(Fill)[2].value] and method.args == [list(METHOD_LABELS)[3]]


def test_compact_controls_move_into_the_menu(theme: ThemeManager, qtbot: QtBot) -> None:
    bar = ControlsBar(theme)
    qtbot.addWidget(bar)
    wide = bar.minimumSizeHint().width()
    bar.set_compact(True)
    assert bar.minimumSizeHint().width() < wide - 100
    box, action = bar._menu_boxes["distance"]
    assert action.isVisible()
    with qtbot.waitSignal(bar.parameters_changed, timeout=1000) as caught:
        box.setValue(2.5)
    assert caught.args[0].distance == 2.5 and bar._boxes["distance"].value() == 2.5


def test_controls_have_ranges_and_names_of_the_table(theme: ThemeManager, qtbot: QtBot) -> None:
    bar = ControlsBar(theme)
    qtbot.addWidget(bar)
    for spec in CLUSTERING_SPECS[:3]:
        box = bar._boxes[spec.name]
        assert (box.minimum(), box.maximum(), box.accessibleName()) == (
            spec.minimum,
            spec.maximum,
            spec.label,
        )
    bar.set_relevance_enabled(False, "This network cannot be explained.")
    assert not bar.method_box.isEnabled() and bar.fill_box.isEnabled()


def test_empty_state_offers_actions(both: ThemeManager, qtbot: QtBot) -> None:
    state = EmptyState(both)
    qtbot.addWidget(state)
    state.set_content(
        "search", "No feature", "Lower it.", (Action("a", "Minimum size 16"), Action("b", "Other"))
    )
    state.set_content("search", "No feature", "Lower it.", (Action("c", "Threshold 4", "add", primary=True),))
    with qtbot.waitSignal(state.action_triggered, timeout=1000) as caught:
        button(state, "Threshold 4").click()
    assert caught.args == ["c"] and state.accessibleName() == "No feature"
    assert not state.grab().isNull()


def test_failure_says_all_and_copies_it(both: ThemeManager, qtbot: QtBot) -> None:
    panel = FailurePanel(both)
    qtbot.addWidget(panel)
    failure = Failure("It stopped", "No memory.", "2 of 6 are kept.", "Try fewer.", "CUDA out of memory")
    panel.set_failure(failure, (Action("cpu", "Finish on the CPU", primary=True),))
    assert panel.accessibleDescription() == "No memory. 2 of 6 are kept. Try fewer."
    assert panel._details.isHidden()
    panel._fold.click()
    assert not panel._details.isHidden()
    button(panel, "Copy").click()
    assert QGuiApplication.clipboard().text().splitlines() == [
        "It stopped",
        "No memory. 2 of 6 are kept. Try fewer.",
        "CUDA out of memory",
    ]
    with qtbot.waitSignal(panel.action_triggered, timeout=1000) as caught:
        button(panel, "Finish on the CPU").click()
    assert caught.args == ["cpu"]
    assert not panel.grab().isNull()


def test_status_shows_a_job_and_cancels(both: ThemeManager, qtbot: QtBot) -> None:
    strip = StatusStrip(both)
    qtbot.addWidget(strip)
    strip.resize(900, 30)
    strip.set_device("CPU · 2 threads")
    strip.set_unread(12)
    strip.set_job("Analysing", 0.58, 65)
    assert strip._left.text() == "1\u00a0min 05\u00a0s left" and strip._bar.value() == 580
    assert not strip.grab().isNull()
    with qtbot.waitSignal(strip.cancel_requested, timeout=1000):
        button(strip, "Cancel").click()
    strip.set_job("Analysing", 0.99, 0.3)
    assert strip._left.text() == ""
    strip.set_cancelling()
    assert not strip._cancel.isEnabled()
    strip.set_job("Reading", None)
    assert strip._bar.maximum() == 0
    strip.clear_job("Cancelled")
    assert strip._message.text() == "Cancelled" and strip._bar.isHidden() and strip._cancel.isEnabled()
    with qtbot.waitSignal(strip.bell_clicked, timeout=1000):
        strip.bell().click()


def test_legend_moves_the_opacity(both: ThemeManager, qtbot: QtBot) -> None:
    legend = RelevanceLegend(both)
    qtbot.addWidget(legend)
    assert legend.opacity() == 0.7
    with qtbot.waitSignal(legend.opacity_changed, timeout=1000) as caught:
        legend.set_opacity(0.25)
    assert caught.args == [0.25] and legend._value.text() == "25\u00a0%"
    legend.set_readout("x 92  y 75   +1.4 × mean")
    legend.resize(600, 36)
    assert not legend.grab().isNull()
    legend.set_compact(True)
    assert not legend._readout.isVisibleTo(legend)


def test_start_page_begins(both: ThemeManager, qtbot: QtBot) -> None:
    page = StartPage(both)
    qtbot.addWidget(page)
    page.resize(1100, 800)
    for name, key in (
        ("Open the sample", "sample"),
        ("Add a model", "add-network"),
        ("Add images", "add-images"),
    ):
        with qtbot.waitSignal(page.action_triggered, timeout=1000) as caught:
            button(page, name).click()
        assert caught.args == [key]
    page.set_recent((RecentProject("p1", "Cats", "yesterday"),))
    with qtbot.waitSignal(page.project_opened, timeout=1000) as opened:
        button(page, "Cats").click()
    assert opened.args == ["p1"]
    with qtbot.waitSignal(page.open_project_requested, timeout=1000):
        button(page, "Open project…").click()
    assert not page.grab().isNull()


def test_dock_title_counts_and_holds_buttons(both: ThemeManager, qtbot: QtBot) -> None:
    title = DockTitle(both, "Models")
    qtbot.addWidget(title)
    add = title.add_button("add", "Add a model")
    title.set_count(5)
    assert title._count.text() == "5" and add.accessibleName() == "Add a model"
    title.set_count(0)
    assert title._count.text() == "" and title.height() == 36
    assert not title.grab().isNull()


def test_buttons_take_the_icon_of_the_theme(theme: ThemeManager, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    icon, push = IconButton(theme, "eye", "Show", holder), PushButton(theme, "Report", holder, icon="report")
    before = icon.icon().pixmap(18, 18).toImage()
    theme.set_mode(ThemeMode.DARK)
    assert icon.icon().pixmap(18, 18).toImage() != before
    icon.set_hint("Hide", "H")
    assert icon.toolTip() == "Hide  (H)" and icon.accessibleName() == "Hide"
    push.set_text("Save")
    assert push.accessibleName() == "Save" and isinstance(push, QPushButton)


def test_numbers_are_written_alike() -> None:
    assert [signed(value) for value in (0.003, -0.2546, 0.0, -0.0001)] == [
        "+0.003",
        "−0.255",
        "0.000",
        "0.000",
    ]
    assert [percent(value) for value in (0.119, 1.0, -0.02)] == ["11.9\u00a0%", "100.0\u00a0%", "−2.0\u00a0%"]
    assert grouped(16384) == "16\u2009384" and grouped(7) == "7"
    assert [duration(value) for value in (0.2, 48, 65, 7800)] == [
        "0\u00a0s",
        "48\u00a0s",
        "1\u00a0min 05\u00a0s",
        "2\u00a0h 10\u00a0min",
    ]
    assert numbers((1, 2, 3)) == "1, 2, 3" and numbers(list(range(1, 10))) == "1, 2, 3, 4, 5, 6 +3"


@pytest.mark.parametrize("width", [240, 330, 428, 500, 624, 800])
@pytest.mark.parametrize("signed_map", [True, False])
def test_legend_is_never_cut(theme: ThemeManager, qtbot: QtBot, width: int, signed_map: bool) -> None:
    legend = RelevanceLegend(theme)
    qtbot.addWidget(legend)
    legend.set_signed(signed_map)
    legend.set_readout("x 188  y 175   +21.4 × mean")
    legend.resize(width, 36)
    legend.show()
    qtbot.waitExposed(legend)
    for label in (legend._name, legend._value, legend._against, legend._for, legend._readout):
        assert label.isHidden() or label.width() >= label.sizeHint().width() - 2
    assert legend._against.text() == ("against" if signed_map else "little")
    assert not legend._against.isHidden() and not legend._for.isHidden()


def test_start_cards_have_room_for_their_text(theme: ThemeManager, qtbot: QtBot) -> None:
    theme._system_font.setStretch(130)
    theme.set_mode(ThemeMode.DARK)
    page = StartPage(theme)
    qtbot.addWidget(page)
    heights = set()
    for name in ("Open the sample", "Add a model", "Add images"):
        card = button(page, name)
        assert card.text_room >= card.text_height()
        heights.add(card.sizeHint().height())
    assert len(heights) == 1
