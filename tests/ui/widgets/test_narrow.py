"""Where there is little room, words give way and numbers stay whole."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deepintro_desktop.core.parameters import CLUSTERING_SPECS, METHOD_LABELS
from deepintro_desktop.core.results import Certainty
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.analysis_card import AnalysisCards, CardContent, CardKind
from deepintro_desktop.ui.widgets.badge import certainty_badge
from deepintro_desktop.ui.widgets.controls_bar import ControlsBar
from deepintro_desktop.ui.widgets.inputs import ComboBox, NumberBox, Slider
from deepintro_desktop.ui.widgets.method_words import METHOD_WORDS, method_words
from deepintro_desktop.ui.widgets.words import count_words, grouped, shortened, with_count_words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (7, "7"),
        (16384, "16\u2009384"),
        (1_300_000, "1.3\u00a0million"),
        (134_217_728, "134\u00a0million"),
        (999_999_999, "1\u00a0billion"),
        (2**40, "1.1\u00a0trillion"),
        (2**60, "1.2\u00a0×\u00a010¹⁸"),
    ],
)
def test_large_counts_are_words(count: int, words: str) -> None:
    assert count_words(count) == words
    assert with_count_words(f"of {grouped(count)}") in (f"of {words}", f"of {grouped(count)}")


@pytest.mark.parametrize(
    "text", ["of 134\u2009217\u2009728", "Egyptian cat stays at 0.208", "0.815 → 0.105 with 3 of 14"]
)
@pytest.mark.parametrize("room", range(1, 30))
def test_numbers_are_whole_or_not_there(text: str, room: int) -> None:
    shown = shortened(text, lambda part: len(part) <= room)
    assert len(shown) <= room
    allowed = {*text.split(" "), *with_count_words(text).split(" ")}
    assert {word for word in shown.split(" ") if word[:1].isdigit()} <= allowed


def test_words_give_way_first() -> None:
    assert shortened("Egyptian cat stays at 0.208", lambda part: len(part) <= 15) == "Egyptian… 0.208"
    assert shortened("occlude 1, 2, 4; at least 2", lambda part: len(part) <= 15) == "occlude 1, 2, 4"
    assert shortened("0.815 → 0.105 with 3 of 14", lambda part: len(part) <= 18) == "0.815 → 0.105 …"


def test_card_keeps_everything_in_its_tooltip(theme: ThemeManager, qtbot: QtBot) -> None:
    cards = AnalysisCards(theme)
    qtbot.addWidget(cards)
    badge = certainty_badge(Certainty.BEST_FOUND, 134_217_728, running=True)
    assert badge.text == "Best of 134\u00a0million"
    content = CardContent(
        "Minimum to occlude", "tabby becomes top, 0.402", badge, "occlude 1, 2, 4", progress=0.3
    )
    card = cards.card(CardKind.MINIMUM_TO_OCCLUDE)
    for compact in (False, True):
        cards.set_compact(compact)
        cards.set_card(CardKind.MINIMUM_TO_OCCLUDE, content)
        for part in ("tabby becomes top, 0.402", "134\u2009217\u2009728 so far", "occlude 1, 2, 4"):
            assert part in card.toolTip()
        assert not cards.grab().isNull()


def test_card_repaints_only_what_changed(
    theme: ThemeManager, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    cards = AnalysisCards(theme)
    qtbot.addWidget(cards)
    card = cards.card(CardKind.LARGEST_CHANGE)
    image, line = np.zeros((8, 8, 3), np.uint8), np.array([(1, 1), (5, 1), (5, 5)], np.float64)
    card.set_content(CardContent("Largest change", "a", image_hwc_u8=image, outlines=(line,)))
    card.grab()
    drawn = card._pixmap.cacheKey()
    card.set_content(CardContent("Largest change", "b", image_hwc_u8=None))
    card.set_content(CardContent("Largest change", "b", image_hwc_u8=image, outlines=(line,)))
    card.grab()
    assert card._pixmap.cacheKey() == drawn
    asked: list[int] = []
    monkeypatch.setattr(card, "update", lambda: asked.append(1))
    card.set_content(CardContent("Largest change", "b", image_hwc_u8=image, outlines=(line,)))
    assert asked == []
    card.set_content(CardContent("Largest change", "c", image_hwc_u8=image, outlines=(line,)))
    assert asked == [1]


def test_card_leaves_space_to_the_picture(theme: ThemeManager, qtbot: QtBot) -> None:
    cards = AnalysisCards(theme)
    qtbot.addWidget(cards)
    with qtbot.assertNotEmitted(cards.card_clicked):
        qtbot.keyClick(cards.card(CardKind.LARGEST_CHANGE), Qt.Key.Key_Space)


@pytest.mark.parametrize("stretch", [100, 160])
def test_number_boxes_have_room_for_their_widest_value(
    theme: ThemeManager, qtbot: QtBot, stretch: int
) -> None:
    font = QFont(QApplication.font())
    font.setStretch(stretch)
    QApplication.setFont(font)
    bar = ControlsBar(theme)
    qtbot.addWidget(bar)
    bar.resize(1400, 64)
    bar.show()
    for spec in CLUSTERING_SPECS[:3]:
        box = bar._boxes[spec.name]
        box.setValue(spec.maximum)
        line = box.lineEdit()
        room = line.width() - line.textMargins().left() - line.textMargins().right()
        assert QFontMetrics(line.font()).horizontalAdvance(box.text()) + 4 <= room


def roll(widget: QWidget) -> None:
    place = QPointF(5, 5)
    angle, no_buttons, plain = QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(place, place, QPoint(), angle, no_buttons, plain, phase, False)
    QApplication.sendEvent(widget, event)


def test_wheel_changes_nothing_without_the_focus(theme: ThemeManager, qtbot: QtBot) -> None:
    box, slider, combo = NumberBox(CLUSTERING_SPECS[0]), Slider(), ComboBox("Fill")
    combo.addItems(["a", "b"])
    combo.setCurrentIndex(1)
    for widget in (box, slider, combo):
        qtbot.addWidget(widget)
        assert widget.focusPolicy() == Qt.FocusPolicy.StrongFocus
        roll(widget)
    assert (box.value(), slider.value(), combo.currentIndex()) == (5.0, 0, 1)


def test_relevance_box_ends_in_an_ellipsis_and_says_all(theme: ThemeManager, qtbot: QtBot) -> None:
    bar = ControlsBar(theme)
    qtbot.addWidget(bar)
    bar.set_method("lrp-alpha2-beta1-winner")
    bar.method_box.setFixedWidth(110)
    assert bar.method_box.shown_text().endswith("…")
    assert METHOD_LABELS["lrp-alpha2-beta1-winner"] in bar.method_box.toolTip()
    assert not bar.grab().isNull()
    bar.method_box.setFixedWidth(400)
    assert bar.method_box.shown_text() == METHOD_LABELS["lrp-alpha2-beta1-winner"]


def test_every_method_says_what_it_is_good_for(theme: ThemeManager, qtbot: QtBot) -> None:
    assert METHOD_WORDS.keys() == METHOD_LABELS.keys()
    bar = ControlsBar(theme)
    qtbot.addWidget(bar)
    for key in METHOD_LABELS:
        place = bar.method_box.findData(key)
        assert method_words(key) in bar.method_box.itemData(place, Qt.ItemDataRole.ToolTipRole)
    for usual in ("lrp-epsilon", "lrp-alpha2-beta1"):
        bar.set_method(usual, usual)
        assert "Recommended for this network" in bar.method_box.toolTip()
    bar.set_method("lrp-alpha2-beta1", "lrp-epsilon")
    assert "Recommended" not in bar.method_box.toolTip()
    bar.set_relevance_enabled(False, "Cannot be explained.")
    assert bar.method_box.toolTip() == "Cannot be explained."
    bar.set_relevance_enabled(True)
    assert method_words(bar.method()) in bar.method_box.toolTip()


def test_last_button_shows_only_with_something_to_offer(theme: ThemeManager, qtbot: QtBot) -> None:
    bar = ControlsBar(theme)
    qtbot.addWidget(bar)
    assert bar._more.isHidden()
    bar.set_compact(True)
    assert not bar._more.isHidden()
    bar.set_compact(False)
    bar.menu.addAction("More")
    assert not bar._more.isHidden()
