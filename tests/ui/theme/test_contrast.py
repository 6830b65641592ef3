import re

import pytest
from support.paths import REPOSITORY

from deepintro_desktop.imaging import colormap
from deepintro_desktop.ui.theme.tokens import (
    CHIP_TEXT,
    DARK,
    FEATURE_COLOURS,
    LIGHT,
    Tokens,
    colour_names,
    feature_colour,
)

# What is written on what, in both themes.
GROUNDS = ("window", "surface", "raised", "sunken", "canvas", "hover", "accent_soft")
TEXT_PAIRS = [
    *[(text, ground) for text in ("text", "text2") for ground in GROUNDS],
    *[("text3", ground) for ground in ("window", "surface", "raised", "hover")],
    *[("accent_text", ground) for ground in ("window", "surface", "raised", "accent_soft", "hover")],
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_tip", "tip"),
    *[
        (kind, ground)
        for kind in ("ok", "warn", "danger")
        for ground in (f"{kind}_soft", "surface", "window")
    ],
]
MARK_PAIRS = [
    *[("control", ground) for ground in ("surface", "window", "raised")],
    *[("accent", ground) for ground in ("surface", "window", "track", "accent_soft", "canvas")],
    ("bar", "track"),
    ("text", "track"),
]


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("mark", "ground"), TEXT_PAIRS)
def test_text_reaches_aa(tokens: Tokens, mark: str, ground: str) -> None:
    assert ratio(getattr(tokens, mark), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("mark", "ground"), MARK_PAIRS)
def test_marks_reach_three(tokens: Tokens, mark: str, ground: str) -> None:
    assert ratio(getattr(tokens, mark), getattr(tokens, ground)) >= 3.0


@pytest.mark.parametrize(
    ("tokens", "name", "expected"),
    [
        (LIGHT, "text", 16.8),
        (LIGHT, "text2", 6.7),
        (LIGHT, "text3", 5.5),
        (LIGHT, "accent", 6.0),
        (LIGHT, "control", 3.5),
        (DARK, "text", 13.5),
        (DARK, "text2", 7.4),
        (DARK, "text3", 5.3),
        (DARK, "accent", 7.8),
        (DARK, "accent_text", 8.7),
        (DARK, "control", 3.9),
    ],
)
def test_ratios_on_the_surface_are_those_of_the_design(tokens: Tokens, name: str, expected: float) -> None:
    assert ratio(getattr(tokens, name), tokens.surface) == pytest.approx(expected, abs=0.1)


def test_numbers_are_readable_on_every_chip() -> None:
    ratios = [ratio(CHIP_TEXT, colour) for colour in FEATURE_COLOURS]
    assert min(ratios) == pytest.approx(7.5, abs=0.1)
    assert max(ratios) == pytest.approx(18, abs=0.5)


def test_features_have_the_same_colours_in_window_and_pictures() -> None:
    assert [f"#{r:02X}{g:02X}{b:02X}" for r, g, b in colormap.FEATURE_PALETTE] == list(FEATURE_COLOURS)
    assert feature_colour(1) == feature_colour(7) == FEATURE_COLOURS[0]


@pytest.mark.parametrize(
    ("name", "colour"),
    [
        ("map_for", colormap.POSITIVE_FULL),
        ("map_for_half", colormap.POSITIVE_HALF),
        ("map_against", colormap.NEGATIVE_FULL),
        ("map_against_half", colormap.NEGATIVE_HALF),
    ],
)
def test_legend_has_the_colours_of_the_map(name: str, colour: tuple[int, int, int]) -> None:
    expected = "#{:02X}{:02X}{:02X}".format(*colour)
    assert getattr(LIGHT, name) == getattr(DARK, name) == expected


def test_all_colours_are_written_alike() -> None:
    for tokens in (LIGHT, DARK):
        for name in colour_names():
            assert re.fullmatch(r"#[0-9A-F]{6}", getattr(tokens, name)), name


def test_only_the_theme_names_colours() -> None:
    value = re.compile(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b")
    folder = REPOSITORY / "deepintro_desktop" / "ui"
    files = [path for path in folder.rglob("*.py") if path.parent != folder / "theme"]
    assert [path.name for path in files if value.search(path.read_text(encoding="utf-8"))] == []
    style = (REPOSITORY / "resources" / "styles" / "base.qss").read_text(encoding="utf-8")
    assert value.search(style) is None
