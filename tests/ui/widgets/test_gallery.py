"""Tiles of pictures that are being made."""

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from deepintro_desktop.ui.theme import ThemeManager, ThemeMode
from deepintro_desktop.ui.widgets.gallery import Gallery, Tile, TileContent

RED, GREEN = (200, 30, 20), (20, 160, 40)
LEFT = Qt.MouseButton.LeftButton


def picture(colour=RED, height: int = 40, width: int = 40) -> np.ndarray:
    return np.full((height, width, len(colour)), colour, np.uint8)


def tiles_of(n: int, **values) -> list[TileContent]:
    return [TileContent(f"Image {index + 1}", image_hwc_u8=picture(), **values) for index in range(n)]


def is_near(colour: QColor, wanted: QColor | tuple[int, int, int], by: int = 8) -> bool:
    wanted = QColor(*wanted) if isinstance(wanted, tuple) else wanted
    pairs = zip(colour.getRgb()[:3], wanted.getRgb()[:3], strict=True)
    return all(abs(one - other) <= by for one, other in pairs)


@pytest.fixture(params=[1.0, 2.0], ids=["usual", "large"])
def scaled(
    theme: ThemeManager, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> ThemeManager:
    monkeypatch.setattr(theme, "_scale", request.param)
    theme.set_mode(ThemeMode.LIGHT)
    return theme


@pytest.fixture
def make(qtbot: QtBot):
    def made(theme: ThemeManager, width: int, contents: list[TileContent]) -> Gallery:
        gallery = Gallery(theme)
        qtbot.addWidget(gallery)
        gallery.resize(width, 10)
        gallery.set_tiles(contents)
        return gallery

    return made


def tile_of(qtbot: QtBot, theme: ThemeManager, content: TileContent, side: int = 200) -> Tile:
    """Return a tile alone; ``side`` is its width at 100 %, its picture has the size of a square."""
    tile = Tile(theme)
    qtbot.addWidget(tile)
    tile.resize(theme.px(side), theme.px(side + 40))
    tile.set_content(content)
    return tile


def shot(tile: Tile) -> QImage:
    return tile.grab().toImage()


def at(theme: ThemeManager, x: float, y: float) -> QPoint:
    """Return a place that is given at 100 %."""
    return QPoint(theme.px(x), theme.px(y))


def save_corner(theme: ThemeManager, tile: Tile) -> QPoint:
    return QPoint(tile.width() - theme.px(28), theme.px(28))


def listen(gallery: Gallery) -> list[tuple[str, int]]:
    seen: list[tuple[str, int]] = []
    gallery.opened.connect(lambda position: seen.append(("opened", position)))
    gallery.save_requested.connect(lambda position: seen.append(("save", position)))
    return seen


# --- the arrangement


@pytest.mark.parametrize(
    ("width", "n", "n_columns", "tile", "height"),
    [
        (100, 2, 1, (168, 208), 428),
        (168, 2, 1, (168, 208), 428),
        (347, 2, 1, (252, 292), 596),
        (348, 2, 2, (168, 208), 208),
        (600, 24, 3, (192, 232), 8 * 244 - 12),
        (1000, 24, 5, (190, 230), 5 * 242 - 12),
        (1000, 1, 1, (252, 292), 292),
        (1000, 2, 2, (252, 292), 292),
        (1000, 4, 4, (241, 281), 281),
    ],
)
def test_as_many_columns_as_fit(theme, make, width, n, n_columns, tile, height):
    gallery = make(theme, width, tiles_of(n))
    boxes = [one.geometry() for one in gallery.tiles()]
    assert len({box.x() for box in boxes}) == min(n_columns, n)
    assert {(box.width(), box.height()) for box in boxes} == {tile}
    assert gallery.height() == height == boxes[-1].bottom() + 1
    assert not any(a.intersects(b) for i, a in enumerate(boxes) for b in boxes[:i])
    assert [(box.y(), box.x()) for box in boxes] == sorted((box.y(), box.x()) for box in boxes)
    assert max(box.right() for box in boxes) < max(width, 168)


def test_everything_grows_with_the_text(scaled, make):
    gallery = make(scaled, scaled.px(600), tiles_of(4))
    box = gallery.tiles()[3].geometry()
    assert (box.x(), box.y()) == (0, scaled.px(244))
    assert (box.width(), box.height()) == (scaled.px(192), scaled.px(232))


def test_another_width_means_other_columns(theme, make, qtbot):
    gallery = make(theme, 600, tiles_of(6))
    gallery.show()
    assert gallery.height() == 2 * 244 - 12
    gallery.resize(348, gallery.height())
    assert gallery.height() == 3 * 220 - 12
    gallery.resize(100, gallery.height())
    assert gallery.height() == 6 * 220 - 12 == gallery.sizeHint().height()
    gallery.hide()


def test_an_empty_gallery_takes_no_room(theme, make):
    gallery = make(theme, 600, [])
    assert gallery.tiles() == () and gallery.height() == 0
    gallery.set_tiles(tiles_of(2))
    assert gallery.height() == 232
    gallery.set_tiles([])
    assert gallery.tiles() == () and gallery.height() == 0


@pytest.mark.parametrize(("shape", "height"), [((20, 40), 144), ((80, 40), 408), ((40, 40), 232)])
def test_tiles_have_the_form_of_the_pictures(theme, make, shape, height):
    gallery = make(theme, 600, [TileContent("waits"), TileContent("a", image_hwc_u8=picture(RED, *shape))])
    assert {tile.height() for tile in gallery.tiles()} == {height}
    gallery.set_tiles([TileContent("waits")])
    assert gallery.tiles()[0].height() == height, "the form stays while the next picture is awaited"


# --- tiles


def test_tiles_stay_when_their_contents_change(theme, make):
    gallery = make(theme, 600, [TileContent(f"Image {index}") for index in range(3)])
    before = gallery.tiles()
    gallery.set_tiles(tiles_of(5))
    assert gallery.tiles()[:3] == before
    assert [tile.content().title for tile in gallery.tiles()] == [f"Image {n}" for n in range(1, 6)]
    gallery.set_tiles(tiles_of(1))
    assert gallery.tiles() == before[:1]
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert gallery.findChildren(Tile) == list(before[:1])


def test_a_tile_without_picture_cannot_be_used(theme, make, qtbot):
    gallery = make(theme, 600, [TileContent("waits", progress=0.0), *tiles_of(1)])
    seen = listen(gallery)
    waits, ready = gallery.tiles()
    assert not waits.isEnabled() and ready.isEnabled()
    for place in (waits.rect().center(), save_corner(theme, waits)):
        qtbot.mouseClick(waits, LEFT, pos=place)
    qtbot.keyClick(waits, Qt.Key.Key_Space)
    assert seen == []
    gallery.set_tiles(tiles_of(2))
    qtbot.mouseClick(waits, LEFT, pos=waits.rect().center())
    assert seen == [("opened", 0)]
    gallery.set_tiles([TileContent("waits"), *tiles_of(1)])
    assert not waits.isEnabled()


@pytest.mark.parametrize("position", [0, 1, 23])
def test_a_click_opens_and_the_corner_saves(scaled, make, qtbot, position):
    gallery = make(scaled, scaled.px(600), tiles_of(24))
    seen = listen(gallery)
    tile = gallery.tiles()[position]
    qtbot.mouseClick(tile, LEFT, pos=tile.rect().center())
    assert seen == [("opened", position)]
    qtbot.mouseClick(tile, LEFT, pos=save_corner(scaled, tile))
    assert seen == [("opened", position), ("save", position)]
    assert not tile.isDown()


@pytest.mark.parametrize(("off_x", "off_y"), [(-16, 0), (16, 0), (0, -16), (0, 16)])
def test_beside_the_corner_a_click_opens(scaled, make, qtbot, off_x, off_y):
    gallery = make(scaled, scaled.px(600), tiles_of(1))
    seen = listen(gallery)
    tile = gallery.tiles()[0]
    qtbot.mouseClick(tile, LEFT, pos=save_corner(scaled, tile) + at(scaled, off_x, off_y))
    assert seen == [("opened", 0)]


def test_positions_are_right_after_tiles_came_and_went(theme, make, qtbot):
    gallery = make(theme, 600, tiles_of(4))
    gallery.set_tiles(tiles_of(1))
    gallery.set_tiles(tiles_of(3))
    seen = listen(gallery)
    for tile in gallery.tiles():
        tile.click()
    assert seen == [("opened", 0), ("opened", 1), ("opened", 2)]


def test_other_buttons_of_the_mouse_open_nothing(theme, make, qtbot):
    gallery = make(theme, 600, tiles_of(1))
    seen = listen(gallery)
    tile = gallery.tiles()[0]
    for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
        qtbot.mouseClick(tile, button, pos=tile.rect().center())
    qtbot.mousePress(tile, LEFT, pos=tile.rect().center())
    qtbot.mouseRelease(tile, LEFT, pos=QPoint(-20, -20))
    assert seen == []


def test_tiles_are_reached_and_opened_by_keyboard(theme, make, qtbot):
    gallery = make(theme, 600, tiles_of(3))
    seen = listen(gallery)
    gallery.show()
    gallery.activateWindow()
    qtbot.waitUntil(gallery.isActiveWindow)
    first, second, third = gallery.tiles()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Space)
    assert seen == [("opened", 1)]
    qtbot.keyClick(second, Qt.Key.Key_Tab)
    assert third.hasFocus()
    gallery.hide()


def test_the_pointer_is_told_what_a_click_does(scaled, qtbot):
    tile = tile_of(qtbot, scaled, tiles_of(1)[0])
    tile.show()
    qtbot.mouseMove(tile, tile.rect().center())
    assert tile.toolTip() == "See it large"
    qtbot.mouseMove(tile, save_corner(scaled, tile))
    assert tile.toolTip() == "Save this picture"
    qtbot.mouseMove(tile, tile.rect().center() + QPoint(1, 0))
    assert tile.toolTip() == "See it large"
    tile.hide()


@pytest.mark.parametrize(
    ("values", "spoken"),
    [
        ({}, ""),
        ({"value": "1.2 %", "left": "seed 4", "right": "conv5"}, "1.2 %, seed 4, conv5"),
        ({"value": "1.2 %", "right": "20 of 80", "progress": 0.25}, "1.2 %, 20 of 80, 25%"),
        ({"right": "waiting", "progress": 0.0}, "waiting, 0%"),
    ],
)
def test_a_tile_says_everything(theme, qtbot, values, spoken):
    tile = tile_of(qtbot, theme, TileContent("Image 5", **values))
    assert (tile.accessibleName(), tile.accessibleDescription()) == ("Image 5", spoken)
    tile.set_content(TileContent("Image 6", value="3 %"))
    assert (tile.accessibleName(), tile.accessibleDescription()) == ("Image 6", "3 %")


# --- painting


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_picture_covers_its_place_and_nothing_else(scaled, qtbot, mode):
    scaled.set_mode(ThemeMode(mode))
    tile = tile_of(qtbot, scaled, TileContent("", image_hwc_u8=picture()))
    painted = shot(tile)
    inside = [(100, 100), (12, 100), (188, 100), (100, 12), (100, 188)]
    outside = [(4, 100), (196, 100), (100, 4), (100, 196), (100, 230)]
    assert all(is_near(painted.pixelColor(at(scaled, *place)), RED) for place in inside)
    surface = scaled.color("surface")
    assert all(is_near(painted.pixelColor(at(scaled, *place)), surface) for place in outside)


def test_a_place_without_picture_is_sunken(scaled, qtbot):
    tile = tile_of(qtbot, scaled, TileContent("waits"))
    centre = at(scaled, 100, 100)
    assert is_near(shot(tile).pixelColor(centre), scaled.color("sunken"), by=1)
    tile.set_content(TileContent("here", image_hwc_u8=picture(GREEN)))
    assert is_near(shot(tile).pixelColor(centre), GREEN)
    tile.set_content(TileContent("here", image_hwc_u8=picture(RED)))
    assert is_near(shot(tile).pixelColor(centre), RED)
    tile.set_content(TileContent("gone"))
    assert is_near(shot(tile).pixelColor(centre), scaled.color("sunken"), by=1)


def test_grey_pictures_are_grey(scaled, qtbot):
    tile = tile_of(qtbot, scaled, TileContent("grey", image_hwc_u8=picture((120,))))
    assert is_near(shot(tile).pixelColor(at(scaled, 100, 100)), (120, 120, 120), by=2)


@pytest.mark.parametrize("upright", [True, False])
def test_a_picture_of_another_form_is_cut_in_its_middle(theme, qtbot, upright):
    image = np.concatenate([picture(GREEN, 30, 60), picture(RED, 60, 60), picture(GREEN, 30, 60)])
    content = TileContent("other", image_hwc_u8=image if upright else image.transpose(1, 0, 2))
    painted = shot(tile_of(qtbot, theme, content))
    assert all(is_near(painted.pixelColor(*place), RED) for place in [(100, 13), (100, 187), (14, 100)])


@pytest.mark.parametrize("progress", [0.0, 0.5, 1.0])
def test_the_bar_is_as_long_as_the_progress(scaled, qtbot, progress):
    content = TileContent("", left="seed 1", image_hwc_u8=picture(), progress=progress)
    painted = shot(tile_of(qtbot, scaled, content))
    # The bar goes from 10 to 184, its middle 16 above the lower edge.
    for x in (12, 40, 80, 120, 160, 182):
        is_done = x < max(10 + 174 * progress, 14)
        token = "accent" if is_done else "track"
        assert is_near(painted.pixelColor(at(scaled, x, 224)), scaled.color(token)), x


def test_without_progress_there_is_no_bar(scaled, qtbot):
    painted = shot(tile_of(qtbot, scaled, TileContent("", image_hwc_u8=picture())))
    row = [painted.pixelColor(at(scaled, x, 224)) for x in range(10, 190, 5)]
    assert all(is_near(colour, scaled.color("surface"), by=1) for colour in row)


def test_the_edge_says_something_where_it_should(scaled, qtbot):
    tile = tile_of(qtbot, scaled, TileContent("", image_hwc_u8=picture()))
    assert is_near(shot(tile).pixelColor(0, tile.height() // 2), scaled.color("line"))
    tile.set_content(TileContent("", image_hwc_u8=picture(), edge="accent"))
    assert is_near(shot(tile).pixelColor(0, tile.height() // 2), scaled.color("accent"))


def test_long_words_stay_inside(scaled, qtbot):
    text = "a word that is far too long " * 5
    content = TileContent(text, text, text, text, picture(), 0.5)
    painted = shot(tile_of(qtbot, scaled, content, 168))
    right = [
        painted.pixelColor(painted.width() - scaled.px(4), y) for y in range(scaled.px(165), scaled.px(195))
    ]
    assert all(is_near(colour, scaled.color("surface"), by=1) for colour in right)  # fmt: skip


def test_a_full_gallery_paints_every_tile(scaled, make):
    gallery = make(scaled, scaled.px(600), tiles_of(24, value="1 %", left="seed", right="conv"))
    painted = gallery.grab().toImage()
    for tile in gallery.tiles():
        assert is_near(painted.pixelColor(tile.geometry().center() - at(scaled, 0, 20)), RED)


def test_tiles_follow_the_theme(theme, qtbot):
    tile = tile_of(qtbot, theme, TileContent("waits"))
    light = shot(tile).pixelColor(100, 100)
    theme.set_mode(ThemeMode.DARK)
    dark = shot(tile).pixelColor(100, 100)
    assert light.lightness() > 200 > 60 > dark.lightness()


def test_only_a_left_click_within_the_corner_saves(qtbot, theme):
    tile = tile_of(qtbot, theme, TileContent("Image 1", image_hwc_u8=picture()))
    seen = []
    tile.save_clicked.connect(lambda: seen.append("save"))
    tile.clicked.connect(lambda: seen.append("open"))
    corner, middle = save_corner(theme, tile), tile.rect().center()
    for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
        qtbot.mouseClick(tile, button, pos=corner)
    for press, release in ((middle, corner), (corner, middle)):
        qtbot.mousePress(tile, LEFT, pos=press)
        qtbot.mouseRelease(tile, LEFT, pos=release)
    assert seen == []
    qtbot.mouseClick(tile, LEFT, pos=corner)
    qtbot.keyClick(tile, Qt.Key.Key_Return)
    assert seen == ["save", "open"]
