"""The smaller widgets round a gallery: what was made before, layers, segments, the button."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from support.results import LAYERS

from deepintro_desktop.core.synthesis import Layer
from deepintro_desktop.ui.theme import ThemeMode
from deepintro_desktop.ui.widgets import layer_bars
from deepintro_desktop.ui.widgets.earlier import Earlier, EarlierContent
from deepintro_desktop.ui.widgets.layer_bars import LayerBars
from deepintro_desktop.ui.widgets.run_box import RunBox
from deepintro_desktop.ui.widgets.segmented import Choice, Segmented

LEFT = Qt.MouseButton.LeftButton
COLOURS = ((200, 30, 20), (20, 160, 40), (30, 40, 190), (220, 20, 220), (240, 200, 10))


@pytest.fixture(params=[1.0, 2.0], ids=["usual", "large"])
def scaled(theme, request, monkeypatch):
    monkeypatch.setattr(theme, "_scale", request.param)
    theme.set_mode(ThemeMode.LIGHT)
    return theme


def pixels(widget):
    """Return what is painted: int [height, width, 3]."""
    image = widget.grab().toImage()
    image = image.convertToFormat(image.Format.Format_RGB888)
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return raw[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).astype(int)


def where(widget, colour, by=6):
    """Return x and y of every pixel of about a colour, from left to right."""
    wanted = colour.getRgb()[:3] if isinstance(colour, QColor) else colour
    y, x = np.nonzero(np.abs(pixels(widget) - wanted).max(2) <= by)
    order = np.argsort(x, kind="stable")
    return x[order], y[order]


# --- what was made before


def group(key, n_pictures=1, channels=3):
    colours = [colour[:channels] for colour in (COLOURS * 2)[:n_pictures]]
    images = tuple(np.full((30, 50, channels), colour, np.uint8) for colour in colours)
    return EarlierContent(key, f"{n_pictures} images", f"at layer {key}", images)


def lines_of(earlier):
    return [row for row in earlier.findChildren(QAbstractButton) if not row.isHidden()]


@pytest.fixture
def earlier(theme, qtbot):
    widget = Earlier(theme, "Made before")
    qtbot.addWidget(widget)
    return widget


def test_nothing_made_before_is_not_shown(earlier):
    assert earlier.isHidden() and earlier.groups() == ()
    earlier.set_groups([group("a")])
    assert not earlier.isHidden() and earlier.findChild(QLabel).text() == "Made before"
    earlier.set_groups([])
    assert earlier.isHidden() and earlier.groups() == () and lines_of(earlier) == []


def test_groups_say_what_they_are(earlier):
    groups = [group("a", 2), group("b", 3)]
    earlier.set_groups(groups)
    said = [(row.accessibleName(), row.accessibleDescription()) for row in lines_of(earlier)]
    assert said == [("2 images", "at layer a"), ("3 images", "at layer b")]
    assert earlier.groups() == tuple(groups)


def test_a_click_or_a_key_brings_a_group_back(earlier, qtbot):
    seen = []
    earlier.chosen.connect(seen.append)
    earlier.set_groups([group("a"), group("b"), group("c")])
    first, second, third = lines_of(earlier)
    qtbot.mouseClick(second, LEFT)
    qtbot.keyClick(third, Qt.Key.Key_Space)
    assert seen == ["b", "c"]
    earlier.set_groups([group("x"), group("y")])
    assert lines_of(earlier) == [first, second]
    first.click()
    second.click()
    assert seen == ["b", "c", "x", "y"]
    earlier.set_groups([group("p"), group("q"), group("r")])
    qtbot.waitUntil(lambda: len(lines_of(earlier)) == 3)
    lines_of(earlier)[2].click()
    assert seen[-1] == "r"


@pytest.mark.parametrize("n_pictures", [1, 3, 4, 6])
def test_at_most_four_pictures_are_painted(scaled, qtbot, n_pictures):
    earlier = Earlier(scaled, "Made before")
    qtbot.addWidget(earlier)
    earlier.set_groups([group("a", n_pictures)])
    earlier.resize(scaled.px(500), earlier.sizeHint().height())
    row = lines_of(earlier)[0]
    assert row.sizeHint().height() == scaled.px(68)
    edges = [-1]
    for index, colour in enumerate(COLOURS):
        x, _ = where(earlier, colour)
        assert bool(len(x)) is (index < min(n_pictures, 4))
        if len(x):
            assert len(x) == pytest.approx(scaled.px(56) ** 2, rel=0.02)
            assert x.min() > edges[-1]
            edges.append(x.max())


def test_unread_and_grey_pictures_paint(theme, earlier):
    unread = EarlierContent("a", "2 images", "at layer a")
    earlier.set_groups([unread])
    earlier.resize(400, earlier.sizeHint().height())
    assert len(where(earlier, theme.color("track"), 0)[0]) > 3000
    earlier.set_groups([group("a", 1, 1)])
    assert len(where(earlier, (200, 200, 200), 0)[0]) > 3000
    assert len(where(earlier, theme.color("track"), 0)[0]) < 100


# --- the layers


@pytest.fixture
def bars(scaled, qtbot):
    widget = LayerBars(scaled)
    qtbot.addWidget(widget)
    widget.resize(scaled.px(312), widget.sizeHint().height())
    return widget


def chosen_bar(bars, theme, layers, name):
    """Return the box of a layer's bar: x, x, y, y."""
    bars.set_layers(layers, name)
    x, y = where(bars, theme.color("accent"), 0)
    return x.min(), x.max(), y.min(), y.max()


def test_larger_layers_have_higher_bars(bars, scaled):
    boxes = [chosen_bar(bars, scaled, LAYERS, layer.name) for layer in LAYERS]
    heights = [bottom - top + 1 for _, _, top, bottom in boxes]
    assert heights[0] == pytest.approx(scaled.px(44), abs=2)
    assert heights[0] > heights[1] > heights[2] >= 2
    assert len({bottom for *_, bottom in boxes}) == 1
    assert boxes[0][1] < boxes[1][0] <= boxes[1][1] < boxes[2][0]


def test_layers_are_hit_where_they_are_painted(bars, scaled, qtbot):
    seen = []
    bars.layer_chosen.connect(seen.append)
    for layer in LAYERS:
        left, right, top, bottom = chosen_bar(bars, scaled, LAYERS, layer.name)
        for x in (left, (left + right) // 2, right):
            qtbot.mouseClick(bars, LEFT, pos=QPoint(int(x), int(bottom)))
    assert seen == [layer.name for layer in LAYERS for _ in range(3)]


def test_elsewhere_nothing_is_hit(bars, scaled, qtbot):
    seen = []
    bars.layer_chosen.connect(seen.append)
    qtbot.mouseClick(bars, LEFT, pos=QPoint(scaled.px(100), 20))
    bars.set_layers(LAYERS, "pool")
    for x in (1, scaled.px(11), bars.width() - scaled.px(11), bars.width() - 1):
        qtbot.mouseClick(bars, LEFT, pos=QPoint(x, 20))
    qtbot.mouseClick(bars, Qt.MouseButton.RightButton, pos=bars.rect().center())
    assert seen == []


def test_many_layers_have_a_place_each(bars, scaled, qtbot):
    layers = [Layer(f"layer {index}", "Relu", (index % 7 + 1,), 1) for index in range(200)]
    boxes = [chosen_bar(bars, scaled, layers, f"layer {index}") for index in (0, 100, 199)]
    assert boxes[0][1] < boxes[1][0] and boxes[1][1] < boxes[2][0] <= bars.width() - scaled.px(12)
    seen = []
    bars.layer_chosen.connect(seen.append)
    for x in (scaled.px(12), bars.width() - scaled.px(12)):
        qtbot.mouseClick(bars, LEFT, pos=QPoint(x, 20))
    assert seen == ["layer 0", "layer 199"]


def test_no_layers_and_an_unknown_one_paint(bars, scaled):
    bars.set_layers((), "")
    assert len(where(bars, scaled.color("track"), 0)[0]) == 0
    bars.set_layers(LAYERS, "gone")
    assert len(where(bars, scaled.color("accent"), 0)[0]) == 0
    assert len(where(bars, scaled.color("track"), 0)[0]) > 1000


def test_the_bar_under_the_pointer_is_marked(bars, scaled, qtbot):
    bars.set_layers(LAYERS, "logits")
    bars.show()
    qtbot.mouseMove(bars, QPoint(scaled.px(30), scaled.px(40)))
    x, _ = where(bars, scaled.color("bar"), 0)
    assert len(x) > 100 and x.max() < scaled.px(12 + 96)
    QApplication.sendEvent(bars, QEvent(QEvent.Type.Leave))
    assert len(where(bars, scaled.color("bar"), 0)[0]) == 0
    bars.hide()


def test_the_layer_under_the_pointer_is_named(bars, scaled, monkeypatch):
    said = []

    class Tip:
        @staticmethod
        def showText(place, text, widget):  # noqa: N802
            said.append(text)

    monkeypatch.setattr(layer_bars, "QToolTip", Tip)
    bars.set_layers(LAYERS, "conv")
    for x in (3, 30, 156, 290):
        place = QPoint(scaled.px(x), 30)
        QApplication.sendEvent(bars, QHelpEvent(QEvent.Type.ToolTip, place, bars.mapToGlobal(place)))
    assert said == [
        "", "conv: 4 × 30 × 30, 3\u2009600 values", "pool: 4 × 15 × 15, 900 values", "logits: 6, 6 values",
    ]  # fmt: skip


# --- segments


@pytest.fixture
def segments(theme, qtbot):
    widget = Segmented(theme, [Choice(key, key.title()) for key in ("draft", "standard", "fine")], "Quality")
    qtbot.addWidget(widget)
    return widget


def test_no_segment_can_be_chosen(segments, qtbot):
    segments.set_choice("standard")
    with qtbot.assertNotEmitted(segments.choice_changed):
        segments.clear_choice()
    assert segments.choice() == ""
    assert not any(one.isChecked() for one in segments.findChildren(QAbstractButton))
    segments.clear_choice()
    assert segments.choice() == "" and not segments.grab().isNull()


def test_after_none_one_is_chosen_as_usual(segments, qtbot):
    seen = []
    segments.choice_changed.connect(seen.append)
    segments.set_choice("standard")
    segments.clear_choice()
    segments.set_choice("standard")
    draft, standard, fine = segments.findChildren(QAbstractButton)
    fine.click()
    fine.click()
    segments.clear_choice()
    qtbot.keyClick(draft, Qt.Key.Key_Space)
    assert seen == ["standard", "standard", "fine", "draft"]
    assert [one.isChecked() for one in (draft, standard, fine)] == [True, False, False]
    standard.click()
    standard.click()
    assert [one.isChecked() for one in (draft, standard, fine)] == [False, True, False]
    assert segments.choice() == seen[-1] == "standard"


def test_none_looks_like_none(segments):
    first = pixels(segments)
    segments.clear_choice()
    none = pixels(segments)
    segments.set_choice("draft")
    assert (first != none).any() and (pixels(segments) == first).all()


# --- the button that starts


@pytest.fixture
def page(theme, qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    box, other = RunBox(theme, "Synthesise", widget), QLineEdit(widget)
    layout = QVBoxLayout(widget)
    layout.addWidget(box)
    layout.addWidget(other)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    yield box, other
    widget.close()


def seen_buttons(box):
    return [button.accessibleName() for button in (box.button, box.stop_button()) if button.isVisible()]


def test_nothing_can_be_started_before_anything_is_said(page):
    box, _ = page
    assert seen_buttons(box) == ["Synthesise"] and not box.button.isEnabled() and box.title() == ""


def test_what_starting_takes_is_said(page):
    box, _ = page
    box.say("About 12 s", "measured on this machine")
    assert box.title() == "About 12 s" and box.button.isEnabled()
    assert box.button.accessibleDescription() == "About 12 s measured on this machine"
    assert not box._text.isHidden()
    box.say("Ready", "", "busy", possible=False)
    assert box._text.isHidden() and not box.button.isEnabled() and box.title() == "Ready"


def test_levels_look_different(page, theme):
    box, _ = page
    looks = []
    for level in ("info", "busy", "warning"):
        box.say("Title", "text", level)
        looks.append(box._icon.pixmap().toImage())
    assert not any(look.isNull() for look in looks)
    assert looks[0] != looks[1] and looks[0] != looks[2] and looks[1] != looks[2]
    theme.set_mode(ThemeMode.DARK)
    assert box._icon.pixmap().toImage() != looks[2]


def test_stop_is_offered_while_something_runs(page, qtbot):
    box, _ = page
    box.say("About 12 s", "")
    with qtbot.waitSignal(box.run_clicked):
        qtbot.mouseClick(box.button, LEFT)
    box.set_running(running=True)
    assert seen_buttons(box) == ["Stop"] and box.stop_button().isEnabled()
    with qtbot.waitSignal(box.stop_clicked), qtbot.assertNotEmitted(box.run_clicked):
        qtbot.mouseClick(box.stop_button(), LEFT)
    box.set_running(running=True, stopping=True)
    assert seen_buttons(box) == ["Stopping…"] and box.stop_button().isEnabled(), "it keeps the focus"
    with qtbot.assertNotEmitted(box.stop_clicked):
        qtbot.mouseClick(box.stop_button(), LEFT)
    box.set_running(running=False)
    assert seen_buttons(box) == ["Synthesise"] and box.button.isEnabled()
    box.set_running(running=True)
    assert seen_buttons(box) == ["Stop"] and box.stop_button().isEnabled()


def test_saying_something_leaves_what_runs_alone(page):
    box, _ = page
    box.set_running(running=True)
    box.say("Cannot", "because", "warning", possible=False)
    assert seen_buttons(box) == ["Stop"] and box.stop_button().isEnabled()
    box.set_running(running=False)
    assert not box.button.isEnabled()


def test_the_focus_goes_from_start_to_stop_and_back(page):
    box, other = page
    box.say("About 12 s", "")
    box.button.setFocus()
    box.set_running(running=True)
    assert box.stop_button().hasFocus()
    box.set_running(running=False)
    assert box.button.hasFocus()
    other.setFocus()
    box.set_running(running=True)
    assert other.hasFocus()
    box.set_running(running=False)
    assert other.hasFocus()


def test_the_run_box_paints(scaled, qtbot):
    box = RunBox(scaled, "Synthesise")
    qtbot.addWidget(box)
    box.say("About 12 s for 4 images", "measured on this machine", "warning")
    box.resize(scaled.px(312), box.sizeHint().height())
    assert len(where(box, scaled.color("accent"), 0)[0]) > 5000
    box.set_running(running=True)
    assert len(where(box, scaled.color("accent"), 0)[0]) == 0
