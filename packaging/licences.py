"""Writes down the licences of everything that is frozen into the program, for its page about them."""

from collections.abc import Collection
from pathlib import Path

from deepintro_desktop.core import licences


def write(folder: Path, without: Collection[str] = ()) -> Path:
    """Write list and texts into a folder; return it.

    Parameters
    ----------
    without : collection of str
        Packages that are not frozen, with what only they need.
    """
    found = licences.installed(without)
    nameless = [one.package for one in found if not (one.name or one.read())]
    if nameless:
        message = f"nothing says what licence these have: {', '.join(nameless)}"
        raise ValueError(message)
    licences.write_list(found, folder)
    return folder
