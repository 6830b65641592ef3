"""Lengths in logical pixels, durations, type sizes. Qt scales logical pixels to the screen by itself."""

from enum import Enum

SPACE_1, SPACE_2, SPACE_3, SPACE_4, SPACE_5, SPACE_6 = 4, 8, 12, 16, 24, 32
PANEL_PADDING, DOCK_PADDING, CARD_GAP = 16, 8, 8

RADIUS_BADGE, RADIUS_CHIP, RADIUS_CONTROL, RADIUS_CARD = 4, 5, 6, 8

MENU_HEIGHT, DOCK_TITLE_HEIGHT, TABS_HEIGHT = 30, 36, 40
CONTROLS_HEIGHT, CANVAS_BAR_HEIGHT, CANVAS_FOOT_HEIGHT = 64, 44, 36
STATUS_HEIGHT, CONTROL_HEIGHT, LARGE_BUTTON_HEIGHT, BADGE_HEIGHT = 30, 28, 36, 18

DOCK_WIDTH, FEATURE_LIST_WIDTH, RIGHT_COLUMN_WIDTH = 240, 264, 312
COMPACT_DOCK_WIDTH, COMPACT_FEATURE_LIST_WIDTH, COMPACT_RIGHT_COLUMN_WIDTH = 200, 192, 280
COMPACT_BELOW = 1000
"""The width of a tab under which it switches to the compact arrangement."""

DOCK_ROW_HEIGHT, FEATURE_ROW_HEIGHT, COMPACT_FEATURE_ROW_HEIGHT = 52, 44, 36
CARD_HEIGHT, COMPACT_CARD_HEIGHT, CARD_PICTURE = 92, 50, 72
CLASS_BAR_HEIGHT = 38
TOAST_WIDTH, TOAST_GAP, TOAST_MARGIN = 360, 10, 16

ICON_SMALL, ICON, ICON_LARGE, ICON_STATE = 16, 18, 20, 32

FOCUS_RING, FOCUS_GAP = 2, 2

FADE_MS, TOAST_IN_MS, TOAST_OUT_MS, BAR_MS = 120, 160, 120, 150
SPINNER_AFTER_MS = 400


class Type(Enum):
    """A type size: pixels at 100 % and weight."""

    COUNT = (10, 600)
    BADGE = (11, 500)
    BADGE_STRONG = (11, 600)
    CHIP = (12, 700)
    SECOND = (12, 400)
    SECOND_MEDIUM = (12, 500)
    SECOND_STRONG = (12, 600)
    BODY = (13, 400)
    BODY_MEDIUM = (13, 500)
    HEADING = (13, 600)
    LEAD = (14, 400)
    TITLE = (15, 600)
    DISPLAY = (24, 600)

    @property
    def pixels(self) -> int:
        """The size at 100 %."""
        return self.value[0]

    @property
    def weight(self) -> int:
        """The weight, 400 to 600."""
        return self.value[1]
