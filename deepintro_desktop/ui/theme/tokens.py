"""The colours of the program: two tables with the same names. Nothing else in ``ui`` has a colour value."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme. Every field but ``name`` is a colour ``#rrggbb``; the tests compute the contrasts."""

    name: str
    window: str
    surface: str
    raised: str
    sunken: str
    canvas: str
    hover: str
    line: str
    control: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_text: str
    accent_soft: str
    track: str
    bar: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    danger: str
    danger_soft: str
    tip: str
    on_tip: str
    map_ground: str
    map_against: str
    map_against_half: str
    map_for: str
    map_for_half: str


LIGHT = Tokens(
    name="light",
    window="#F4F5F6",
    surface="#FFFFFF",
    raised="#FFFFFF",
    sunken="#F0F1F3",
    canvas="#E3E4E6",
    hover="#ECEEF0",
    line="#DFE2E5",
    control="#828B95",
    text="#1A1E22",
    text2="#545D66",
    text3="#616A73",
    accent="#0B6E75",
    accent_hover="#095A60",
    on_accent="#FFFFFF",
    accent_text="#0B6E75",
    accent_soft="#E3F1F1",
    track="#E6E8EB",
    bar="#77808A",
    ok="#1B7740",
    ok_soft="#E4F4EA",
    warn="#8A5200",
    warn_soft="#FDF1DC",
    danger="#B3261E",
    danger_soft="#FCEBE9",
    tip="#1A1E22",
    on_tip="#FFFFFF",
    map_ground="#F1F1EF",
    map_against="#1F5FD0",
    map_against_half="#5B9BF0",
    map_for="#E0480B",
    map_for_half="#F5A04C",
)

DARK = Tokens(
    name="dark",
    window="#17191C",
    surface="#1D2024",
    raised="#262A2F",
    sunken="#16181B",
    canvas="#0E0F10",
    hover="#272B30",
    line="#2E3338",
    control="#737D87",
    text="#E7EAED",
    text2="#A7B0B8",
    text3="#8B949D",
    accent="#4FC3C7",
    accent_hover="#74D4D7",
    on_accent="#06282A",
    accent_text="#62CDD1",
    accent_soft="#15383B",
    track="#30353B",
    bar="#78828C",
    ok="#6AD39B",
    ok_soft="#163524",
    warn="#F0B54C",
    warn_soft="#3B2D12",
    danger="#FF8F85",
    danger_soft="#42201E",
    tip="#E7EAED",
    on_tip="#14171A",
    map_ground="#2A2D31",
    map_against="#1F5FD0",
    map_against_half="#5B9BF0",
    map_for="#E0480B",
    map_for_half="#F5A04C",
)

FEATURE_COLOURS: tuple[str, ...] = ("#FFD83D", "#7FD4FF", "#DD88FF", "#44BB88", "#FFFFFF", "#D8FFB0")
"""Outlines and chips of features 1 to 6, then again. No red (hover), no orange or blue of the map."""

CHIP_TEXT = "#14171A"
"""The number on a chip, in both themes: chips have their own ground."""

HOVER_RED = "#FF2D3D"
"""Outline, fill and mark of the feature under the pointer."""

CASING = "#000000"
"""The dark line under a bright outline; drawn with 70 % opacity."""

SKETCH = "#FFFFFF"
"""The line of a shape while it is drawn, over the dark one."""

PAPER = "#FFFFFF"
"""The bright line over a casing in small pictures."""


def colour_names() -> tuple[str, ...]:
    """Return the names of all colours of a theme."""
    return tuple(field.name for field in fields(Tokens) if field.name != "name")


def feature_colour(number: int) -> str:
    """Return the palette colour of a feature; numbers count from 1."""
    return FEATURE_COLOURS[(max(number, 1) - 1) % len(FEATURE_COLOURS)]
