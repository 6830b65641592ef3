"""The style sheet: one template with ``@token@`` places, filled from a table of tokens."""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from deepintro_desktop.core.resources import resource_path
from deepintro_desktop.ui.theme.icons import tinted_svg
from deepintro_desktop.ui.theme.metrics import Type
from deepintro_desktop.ui.theme.tokens import Tokens, colour_names

_PLACE = re.compile(r"@([a-z0-9_:-]+)@")

_ARROWS: dict[str, tuple[str, str]] = {
    "arrow-up": ("chevron-up", "text2"),
    "arrow-down": ("chevron-down", "text2"),
    "arrow-up-off": ("chevron-up", "line"),
    "arrow-down-off": ("chevron-down", "line"),
    "arrow-right": ("chevron-right", "text2"),
    "check": ("check", "on_accent"),
    "check-menu": ("check", "text"),
}


@lru_cache(maxsize=1)
def _template() -> str:
    return resource_path("styles", "base.qss").read_text(encoding="utf-8")


def write_arrows(tokens: Tokens, folder: Path) -> dict[str, str]:
    """Write the drawings that a style sheet can only take from files; return their paths by name."""
    paths = {}
    for place, (drawing, token) in _ARROWS.items():
        path = folder / f"{tokens.name}-{place}.svg"
        path.write_text(tinted_svg(drawing, getattr(tokens, token)), encoding="utf-8")
        paths[f"url:{place}"] = path.as_posix()
    return paths


def make_stylesheet(tokens: Tokens, scale: float, files: Mapping[str, str]) -> str:
    """Return the filled template.

    Raises
    ------
    KeyError
        A place in the template that no token, type size or file fills.
    """
    values = {name: getattr(tokens, name) for name in colour_names()}
    values |= {f"size:{role.name.lower()}": f"{round(role.pixels * scale)}px" for role in Type}
    values |= files
    return _PLACE.sub(lambda match: values[match.group(1)], _template())
