"""Every test gets its own user folders and the same random numbers, and at most two computing threads."""

import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import psutil
import pytest

_PER_TEST_FOLDERS = {
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_STATE_HOME": "state",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
    "WIN_PD_OVERRIDE_APPDATA": "roaming",
    "WIN_PD_OVERRIDE_LOCAL_APPDATA": "local",
}


@pytest.fixture(scope="session", autouse=True)
def _folders_apart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the person's folders untouched by fixtures that outlive a test, and caches for the whole run.

    One folder of caches for all, because fonts are cached there too.
    """
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("user")
        for variable, name in _PER_TEST_FOLDERS.items():
            patch.setenv(variable, str(folder / name))
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def user_folder(tmp_path: Path) -> Path:
    """Return the folder that stands in for the person's data, settings and state folders."""
    return tmp_path / "user"


@pytest.fixture(autouse=True)
def _user_folders_apart(user_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable, name in _PER_TEST_FOLDERS.items():
        monkeypatch.setenv(variable, str(user_folder / name))
    monkeypatch.delenv("DEEPINTRO_LIBRARY", raising=False)
    if sys.platform == "darwin":
        monkeypatch.setenv("HOME", str(user_folder))


@pytest.fixture
def library_folder(tmp_path: Path) -> Path:
    """Return an empty place for a library; it does not exist yet."""
    return tmp_path / "library"


@pytest.fixture(autouse=True)
def _same_random_numbers() -> None:
    random.seed(20)
    np.random.seed(20)  # noqa: NPY002 - for libraries that still draw from the old global generator
    torch = sys.modules.get("torch")
    if torch is not None:
        torch.manual_seed(20)
        torch.set_num_threads(min(2, torch.get_num_threads()))


@pytest.fixture
def new_children() -> Callable[[], set[psutil.Process]]:
    """Return a function that tells which processes were started since the test began and still run.

    Other tests of the same session may keep processes of their own.
    """
    before = set(psutil.Process().children(recursive=True))
    return lambda: set(psutil.Process().children(recursive=True)) - before


@pytest.fixture
def rng() -> np.random.Generator:
    """Return a random generator that starts the same in every test."""
    return np.random.default_rng(20)
