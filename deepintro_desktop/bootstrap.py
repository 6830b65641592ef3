"""The composition root: where things lie, and what is connected to what. The only place that knows all."""

import os
from pathlib import Path

import platformdirs

from deepintro_desktop.workflows.context import Context

APPLICATION_NAME = "DeepIntro"
LIBRARY_VARIABLE = "DEEPINTRO_LIBRARY"


def data_folder() -> Path:
    """Return the folder of the user's own data."""
    return Path(platformdirs.user_data_dir(APPLICATION_NAME, appauthor=False))


def default_library_folder() -> Path:
    """Return where the library lies when nobody says otherwise."""
    named = os.environ.get(LIBRARY_VARIABLE)
    return Path(named) if named else data_folder() / "library"


def faults_folder() -> Path:
    """Return where reports of faults of the program are kept."""
    return Path(platformdirs.user_log_dir(APPLICATION_NAME, appauthor=False)) / "faults"


def settings_file() -> Path:
    """Return where the settings of the window are kept."""
    return Path(platformdirs.user_config_dir(APPLICATION_NAME, appauthor=False)) / "settings.json"


def make_context(library: Path | None, device: str) -> Context:
    """Return the context of workflows; nothing is opened yet."""
    return Context(library or default_library_folder(), device)
