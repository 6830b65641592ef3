"""One picture of a gallery, large."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QWidget

from deepintro_desktop.ui.theme import ThemeMode
from deepintro_desktop.ui.widgets.lightbox import Lightbox, LightboxPicture

COLOURS = ((200, 30, 20), (20, 160, 40), (30, 40, 190))
GIVEN = (230, 200, 30)
LEFT = Qt.MouseButton.LeftButton


def picture(colour, height=40, width=40):
    return np.full((height, width, len(colour)), colour, np.uint8)


def pictures(n=3, words="seed"):
    return [
        LightboxPicture(picture(COLOURS[index % 3]), f"Image {index + 1}", f"{words} {index}")
        for index in range(n)
    ]


def given():
    return LightboxPicture(picture(GIVEN), "What the layer was given", "")


class Tool(QWidget):
    """What lies below."""

    def __init__(self):
        super().__init__()
        self.keys, self.n_presses = [], 0

    def keyPressEvent(self, event):
        self.keys.append(event.key())

    def mousePressEvent(self, event):
        self.n_presses += 1


@pytest.fixture
def tool(theme, qtbot):
    widget = Tool()
    qtbot.addWidget(widget)
    widget.resize(720, 440)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    yield widget
    widget.close()


@pytest.fixture
def box(theme, tool):
    return Lightbox(theme, tool)


@pytest.fixture
def closed(box):
    seen = []
    box.closed.connect(lambda: seen.append("closed"))
    return seen


def button(box, name):
    return next(one for one in box.findChildren(QAbstractButton) if one.accessibleName() == name)


def shown(box):
    """Return the title that is read and said."""
    assert box.accessibleName().startswith(f"{box._title.text()}, {box._text.text()}")
    return box._title.text()


def colours_in(box):
    """Return which of the known pictures are painted, from left to right."""
    painted = box.grab().toImage()
    found = []
    for x in range(painted.width()):
        colour = painted.pixelColor(x, painted.height() // 2 + 10).getRgb()[:3]
        for known in (*COLOURS, GIVEN):
            is_it = all(abs(a - b) <= 3 for a, b in zip(colour, known, strict=True))
            if is_it and found[-1:] != [known]:
                found.append(known)
    return found


# --- open and closed


def test_it_is_closed_at_first(box, tool):
    assert box.isHidden()
    box.set_pictures(pictures())
    assert box.isHidden()


def test_it_covers_its_parent_and_follows_its_size(box, tool):
    box.open_at(pictures(), 0, None)
    assert box.isVisible() and box.geometry() == tool.rect()
    tool.resize(500, 610)
    assert box.geometry() == tool.rect() and box.height() == 610
    box.close_box()
    tool.resize(800, 400)
    box.open_at(pictures(), 0, None)
    assert box.geometry() == tool.rect() and box.width() == 800


def test_it_lies_above_everything_and_takes_the_focus(box, tool, theme):
    later = QWidget(tool)
    later.setGeometry(0, 0, 720, 440)
    later.show()
    box.open_at(pictures(), 0, None)
    assert tool.childAt(360, 240) is not later and tool.children()[-1] is box
    assert box.hasFocus()


@pytest.mark.parametrize("position", [0, 1, 2])
def test_it_opens_where_it_should(box, position):
    box.open_at(pictures(), position, None)
    assert shown(box) == f"Image {position + 1}"
    assert colours_in(box) == [COLOURS[position]]


def test_escape_closes_and_says_so_once(box, closed, qtbot):
    box.open_at(pictures(), 0, None)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.isHidden() and closed == ["closed"]
    box.close_box()
    assert closed == ["closed"]
    box.open_at(pictures(), 0, None)
    qtbot.mouseClick(button(box, "Back to the gallery"), LEFT)
    assert box.isHidden() and closed == ["closed", "closed"]


# --- going on


def test_arrows_go_on_and_stop_at_the_ends(box, qtbot):
    box.open_at(pictures(), 1, None)
    seen = []
    for key in [Qt.Key.Key_Right] * 3 + [Qt.Key.Key_Left] * 4:
        qtbot.keyClick(box, key)
        seen.append(shown(box)[-1])
    assert "".join(seen) == "3332111"


def test_buttons_go_on_and_leave_the_keys_to_the_box(box, qtbot):
    box.open_at(pictures(), 1, None)
    before, after = button(box, "Picture before"), button(box, "Next picture")
    assert before.isEnabled() and after.isEnabled()
    qtbot.mouseClick(after, LEFT)
    assert shown(box) == "Image 3" and not after.isEnabled() and before.isEnabled()
    assert box.hasFocus()
    qtbot.mouseClick(before, LEFT)
    qtbot.mouseClick(before, LEFT)
    assert shown(box) == "Image 1" and not before.isEnabled() and after.isEnabled()
    assert box.hasFocus()


def test_one_picture_has_no_neighbours(box, qtbot):
    box.open_at(pictures(1), 0, None)
    assert not button(box, "Picture before").isEnabled() and not button(box, "Next picture").isEnabled()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        qtbot.keyClick(box, key)
        assert shown(box) == "Image 1"


def test_other_keys_and_no_clicks_reach_what_lies_below(box, tool, qtbot):
    box.open_at(pictures(), 1, None)
    qtbot.keyClick(box, Qt.Key.Key_Right)
    qtbot.keyClick(box, Qt.Key.Key_F5)
    assert tool.keys == [Qt.Key.Key_F5]
    qtbot.mouseClick(box, LEFT, pos=box.rect().center())
    assert tool.n_presses == 0 and box.isVisible()


# --- comparing and saving


def test_c_shows_what_was_to_be_matched_beside_it(box, qtbot):
    box.open_at(pictures(), 1, given())
    compare = button(box, "Compare")
    assert compare.isVisible() and colours_in(box) == [COLOURS[1]]
    qtbot.keyClick(box, Qt.Key.Key_C)
    assert compare.isChecked() and colours_in(box) == [GIVEN, COLOURS[1]]
    qtbot.keyClick(box, Qt.Key.Key_Right)
    assert colours_in(box) == [GIVEN, COLOURS[2]]
    qtbot.keyClick(box, Qt.Key.Key_C)
    assert not compare.isChecked() and colours_in(box) == [COLOURS[2]]


def test_the_button_compares_too(box, qtbot):
    box.open_at(pictures(), 0, given())
    qtbot.mouseClick(button(box, "Compare"), LEFT)
    assert colours_in(box) == [GIVEN, COLOURS[0]] and box.hasFocus()


def test_without_anything_beside_it_there_is_nothing_to_compare(box, qtbot):
    box.open_at(pictures(), 1, None)
    assert button(box, "Compare").isHidden()
    qtbot.keyClick(box, Qt.Key.Key_C)
    assert colours_in(box) == [COLOURS[1]] and shown(box) == "Image 2"


def test_comparing_ends_where_there_is_nothing_to_compare_with(box, qtbot):
    box.open_at(pictures(), 1, given())
    qtbot.keyClick(box, Qt.Key.Key_C)
    box.close_box()
    box.open_at(pictures(), 1, None)
    assert colours_in(box) == [COLOURS[1]]


def test_s_and_the_button_save_the_picture_that_is_seen(box, qtbot):
    asked = []
    box.save_requested.connect(asked.append)
    box.open_at(pictures(), 1, given())
    qtbot.keyClick(box, Qt.Key.Key_S)
    qtbot.keyClick(box, Qt.Key.Key_Right)
    qtbot.mouseClick(button(box, "Save…"), LEFT)
    qtbot.keyClick(box, Qt.Key.Key_Right)
    qtbot.keyClick(box, Qt.Key.Key_S)
    assert asked == [1, 2, 2] and box.isVisible()


# --- pictures that change meanwhile


def test_other_pictures_keep_the_position(box, closed):
    box.open_at(pictures(), 1, None)
    newer = pictures(5, "grown")
    newer[1] = LightboxPicture(picture(COLOURS[2]), "Image 2", "grown 1")
    box.set_pictures(newer)
    assert shown(box) == "Image 2" and box._text.text() == "grown 1"
    assert colours_in(box) == [COLOURS[2]]
    assert closed == []


def test_more_pictures_can_be_gone_to(box, qtbot):
    box.open_at(pictures(1), 0, None)
    box.set_pictures(pictures(2))
    assert button(box, "Next picture").isEnabled()
    qtbot.keyClick(box, Qt.Key.Key_Right)
    assert shown(box) == "Image 2"


def test_fewer_pictures_leave_the_last(box, qtbot):
    saved = []
    box.save_requested.connect(saved.append)
    box.open_at(pictures(3), 2, None)
    box.set_pictures(pictures(2))
    assert shown(box) == "Image 2" and not button(box, "Next picture").isEnabled()
    qtbot.keyClick(box, Qt.Key.Key_S)
    assert saved == [1]


def test_comparison_stays_when_pictures_change(box, qtbot):
    box.open_at(pictures(), 0, given())
    qtbot.keyClick(box, Qt.Key.Key_C)
    box.set_pictures(pictures())
    assert colours_in(box) == [GIVEN, COLOURS[0]]


def test_it_closes_when_no_pictures_are_left(box, closed):
    box.open_at(pictures(), 1, None)
    box.set_pictures([])
    assert box.isHidden() and closed == ["closed"]
    box.set_pictures([])
    box.set_pictures(pictures())
    assert box.isHidden() and closed == ["closed"]


# --- painting


def extent(image: QImage, colour: tuple[int, int, int]) -> tuple[int, int]:
    """Return width and height of what is painted in a colour."""
    wanted = QColor(*colour)
    places = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y) == wanted
    ]
    xs, ys = zip(*places, strict=True)
    return max(xs) - min(xs) + 1, max(ys) - min(ys) + 1


@pytest.mark.parametrize(("height", "width"), [(20, 40), (40, 20), (30, 30)])
@pytest.mark.parametrize("compare", [False, True])
def test_a_picture_keeps_its_form(box, qtbot, height, width, compare):
    one = LightboxPicture(picture(COLOURS[0], height, width), "a", "b")
    box.open_at([one], 0, given())
    if compare:
        qtbot.keyClick(box, Qt.Key.Key_C)
    across, down = extent(box._stage.grab().toImage(), COLOURS[0])
    assert across / down == pytest.approx(width / height, rel=0.02)
    room_across = box._stage.width() - 48 if not compare else (box._stage.width() - 48 - 24) / 2
    room_down = box._stage.height() - 48 - (30 if compare else 0)
    assert across <= room_across + 1 and down <= room_down + 1
    assert abs(across - room_across) <= 2 or abs(down - room_down) <= 2, "as large as fits"


def test_grey_pictures_are_grey(box):
    box.open_at([LightboxPicture(picture((90,)), "grey", "")], 0, None)
    painted = box._stage.grab().toImage()
    assert painted.pixelColor(painted.rect().center()).getRgb()[:3] == (90, 90, 90)


@pytest.mark.parametrize(("side", "is_smooth"), [(4, False), (100, True)])
def test_few_pixels_are_shown_as_squares(box, side, is_smooth):
    checks = (255 * (np.indices((side, side)).sum(0) % 2)).astype(np.uint8)[:, :, None]
    box.open_at([LightboxPicture(checks, "checks", "")], 0, None)
    painted = box._stage.grab().toImage()
    middle = painted.rect().center()
    values = {painted.pixelColor(middle.x() + x, middle.y() + 7).red() for x in range(-60, 60)}
    assert (values == {0, 255}) is not is_smooth


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_it_paints_at_every_text_size(theme, tool, qtbot, monkeypatch, scale, mode):
    monkeypatch.setattr(theme, "_scale", scale)
    theme.set_mode(ThemeMode(mode))
    box = Lightbox(theme, tool)
    box.open_at(pictures(), 0, given())
    assert box._stage.y() == theme.px(44)
    assert colours_in(box) == [COLOURS[0]]
    alone = extent(box._stage.grab().toImage(), COLOURS[0])
    qtbot.keyClick(box, Qt.Key.Key_C)
    assert colours_in(box) == [GIVEN, COLOURS[0]]
    painted = box._stage.grab().toImage()
    assert extent(painted, COLOURS[0]) < alone
    below = range(painted.height() - theme.px(30) - 18, painted.height())
    columns = range(painted.width() // 4 - 30, painted.width() // 4 + 30)
    ground = painted.pixelColor(2, 2)
    assert any(painted.pixelColor(x, y) != ground for x in columns for y in below), "no name below"


def test_a_tiny_window_is_no_trouble(box, tool):
    tool.resize(60, 50)
    box.open_at(pictures(), 0, given())
    assert not box.grab().isNull() and shown(box) == "Image 1"


def test_what_is_no_longer_there_closes_it_also_behind_another_tool(tool, box):
    box.open_at(pictures(), 1, None)
    tool.hide()
    box.set_pictures([])
    tool.show()
    assert box.isHidden()


def test_nothing_to_compare_with_is_not_compared_later(box, qtbot):
    box.open_at(pictures(), 1, None)
    qtbot.keyClick(box, Qt.Key.Key_C)
    box.open_at(pictures(), 1, given())
    assert len(box._stage._pictures) == 1
