"""Disk full, read-only folder, drive removed, newer schema, second window: what is said, and what is lost.

Every situation is brought about for real, and returns what the program said and everything that went wrong.
"""

import contextlib
import os
import resource
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PIL import Image
from reliability.figures import Figure
from reliability.stage import RealWindow
from support.tiny import LOOSE, PREPROCESSING, tiny_network, tiny_picture

from deepintro_desktop.core.errors import LibraryError
from deepintro_desktop.core.requests import AddImagesRequest, AddNetworkRequest, ExplainRequest
from deepintro_desktop.importers import open_network
from deepintro_desktop.library import Library
from deepintro_desktop.library.faults import DATABASE_NAME
from deepintro_desktop.workflows.add_images import add_images
from deepintro_desktop.workflows.add_network import add_network
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.explain import explain

DISK_KIB = 3000
_NOBODY = 65534


class NotHereError(Exception):
    """This machine does not let the situation be brought about; the text says what it would take."""


@dataclass
class Found:
    """What the program said, and what went wrong (nothing, if all is well)."""

    said: str = ""
    wrong: list[str] = field(default_factory=list)

    def expect(self, words: str) -> None:
        """Note it when the program did not say this, or said it like a machine."""
        if words not in self.said:
            self.wrong.append(f"“{words}” was not said, but “{self.said}”")
        if any(code in self.said for code in ("Traceback", "Errno", "sqlite3.", "Error:")):
            self.wrong.append(f"it was not said in words: “{self.said}”")

    def demand(self, holds: bool, otherwise: str) -> None:
        """Note ``otherwise`` when something does not hold."""
        if not holds:
            self.wrong.append(otherwise)


def fill(folder: Path, n_images: int = 3) -> Path:
    """Make a library with a tiny network, pictures and an explanation; return the library's folder."""
    made = folder / "made"
    made.mkdir(parents=True, exist_ok=True)
    context = Context(folder / "library", "cpu", open_network)
    network = add_network(AddNetworkRequest(tiny_network(made), preprocessing=PREPROCESSING), context).record
    paths = tuple(tiny_picture(made, f"{number}.png", seed=number) for number in range(n_images))
    images = add_images(AddImagesRequest(paths), context).added
    explain(ExplainRequest(network.id, images[0].id, clustering=LOOSE), context)
    context.close()
    return folder / "library"


def big_picture(folder: Path, seed: int = 0, side: int = 300) -> Path:
    """Write a picture of noise, about 270 kB, which does not compress."""
    pixels = np.random.default_rng(seed).integers(0, 256, (side, side, 3), dtype=np.uint8)
    path = folder / f"big-{seed}.png"
    Image.fromarray(pixels).save(path, compress_level=1)
    return path


@contextlib.contextmanager
def small_disk(folder: Path, kib: int = DISK_KIB) -> Iterator[Path]:
    """Give a disk of its own, of a few megabytes; needs Linux and the administrator."""
    folder.mkdir(parents=True, exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={kib}k,mode=0700", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(command, capture_output=True, check=False).returncode:
        raise NotHereError("a small disk can only be mounted by the administrator of a Linux machine")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], capture_output=True, check=False)


def fill_disk(folder: Path) -> Path:
    """Take all the room that a disk has left."""
    path = folder / "everything"
    for size in (65536, 4096, 1):
        with path.open("ab", buffering=0) as file, contextlib.suppress(OSError):
            while file.write(b"\0" * size):
                pass
    return path


def disk_full(base: Path) -> Found:
    """Add pictures until there is no room, remove one, go on; then open it on a disk without any room."""
    found = Found()
    (base / "pictures").mkdir()
    paths = [big_picture(base / "pictures", seed) for seed in range(20)]
    with small_disk(base / "disk") as disk:
        library = fill(disk)
        context, added = Context(library, "cpu", open_network), []
        try:
            for path in paths:
                added += add_images(AddImagesRequest((path,)), context).added
        except LibraryError as error:
            found.said = str(error)
        found.expect("The disk is full")
        found.demand(len(added) > 2, "there was no room from the beginning")
        found.demand(context.library.check() == [], f"{context.library.check()}")
        context.library.images.remove(added.pop())
        added += add_images(AddImagesRequest((paths[-1],)), context).added
        context.close()
        fill_disk(disk)
        with Library.open(library) as again:
            ids = {record.id for record in again.images.list()}
            found.demand({record.id for record in added} <= ids, "pictures are lost")
            found.demand(again.check() == [], f"{again.check()}")
    return found


def disk_full_in_the_window(base: Path) -> Found:
    """Explain and add on a full disk, in the window: both are said; what was computed is shown anyway."""
    found = Found()
    (base / "pictures").mkdir()
    paths = [big_picture(base / "pictures", seed) for seed in range(3)]
    with small_disk(base / "disk") as disk, _window(fill(disk)) as stage:
        _choose(stage)
        filler = fill_disk(disk)
        stage.program.presenter.drop([paths[0]])
        stage.rest()
        found.said = stage.said()
        found.expect("The disk is full")
        stage.program.images.select(stage.program.images.records[-1].id)
        stage.rest()
        found.demand(_is_explained(stage), "the explanation is not shown")
        found.demand("could not be kept" in stage.said(), "that it could not be kept was not said")
        filler.unlink()
        stage.program.presenter.drop([paths[1]])
        stage.rest()
        found.demand(len(stage.program.images.records) == 4, "with room again, nothing can be added")
        found.demand(stage.reports() == [], "it was taken for a fault of the program")
        found.demand(stage.context.library.check() == [], "the library is not sound")
    return found


def file_too_large(base: Path) -> Found:
    """Let the system refuse files above a size, as quotas and old file systems do."""
    found = Found()
    library = fill(base)
    context = Context(library, "cpu", open_network)
    n_before = len(context.library.images.list())
    path = big_picture(base)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (65536, hard))
    try:
        add_images(AddImagesRequest((path,)), context)
    except LibraryError as error:
        found.said = str(error)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    found.expect("The disk is full")
    found.demand(len(context.library.images.list()) == n_before, "an image is half there")
    found.demand(len(add_images(AddImagesRequest((path,)), context).added) == 1, "it cannot be added later")
    found.demand(context.library.check() == [], f"{context.library.check()}")
    context.close()
    return found


def folder_read_only(base: Path) -> Found:
    """Open a library that may be read but not written, explain with it, try to add."""
    found = Found()
    library = fill(base)
    picture = tiny_picture(base, "other.png", seed=99)
    before = _contents(library)
    with _nobody_may_write(base):
        stage_folder = Path(tempfile.mkdtemp(prefix="deepintro-own-"))
        with _window(library, stage_folder) as stage:
            found.said = stage.said()
            found.expect("can only be read")
            _choose(stage)
            found.demand(_is_explained(stage), "the explanation is not shown")
            stage.program.presenter.drop([picture])
            stage.rest()
            found.demand("The library can only be read" in stage.said(), "that nothing is added is not said")
            found.demand(len(stage.program.images.records) == 3, "the list is wrong")
            found.demand(stage.reports() == [], "it was taken for a fault of the program")
        shutil.rmtree(stage_folder)
    found.demand(_contents(library) == before, "something in the folder was changed")
    return found


def second_window(base: Path) -> Found:
    """Open the same library a second time, look, try to change; the first one goes on."""
    found = Found()
    library = fill(base)
    (base / "second").mkdir()
    with Library.open(library) as first, _window(library, base / "second") as stage:
        found.said = stage.said()
        found.expect("Another window")
        found.demand(len(stage.program.images.records) == 3, "the second window shows nothing")
        stage.program.images.remove(stage.program.images.records[0].id)
        stage.rest()
        found.demand(len(first.images.list()) == 3, "the second window has removed something")
        found.demand("can only be read" in stage.said(), "that nothing is removed is not said")
        found.demand(stage.reports() == [], "it was taken for a fault of the program")
        first.images.remove(first.images.list()[0])
        found.demand(first.check() == [], f"{first.check()}")
    return found


def newer_schema(base: Path) -> Found:
    """Open a library that a later version of the program has written."""
    found = Found()
    library = fill(base)
    connection = sqlite3.connect(library / DATABASE_NAME)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.execute(f"PRAGMA user_version = {version + 1}")
    connection.commit()
    connection.close()
    before = _contents(library)
    (base / "own").mkdir()
    with _window(library, base / "own") as stage:
        found.said = stage.said()
        found.expect("newer version")
        found.demand(stage.reports() == [], "it was taken for a fault of the program")
    found.demand(_contents(library) == before, "something in the folder was changed")
    return found


def folder_gone(base: Path) -> Found:
    """Rename the folder of an open library, as when a drive is taken out, and put it back."""
    found = Found()
    library, away = fill(base), base / "away"
    picture = tiny_picture(base, "other.png", seed=99)
    (base / "own").mkdir()
    with _window(library, base / "own") as stage:
        _choose(stage)
        library.rename(away)
        _work_on(stage, picture, found)
        found.demand(not library.exists(), "a new folder was made in its place")
        away.rename(library)
        stage.program.presenter.drop([picture])
        stage.rest()
        found.demand(len(stage.program.images.records) == 4, "it does not go on when the folder is back")
    _demand_sound(library, 4, found)
    return found


def drive_removed(base: Path) -> Found:
    """Take away the disk under an open library; what is written then must not go to the folder beneath."""
    found = Found()
    picture = tiny_picture(base, "other.png", seed=99)
    kept = fill(base / "original")
    (base / "own").mkdir()
    with small_disk(base / "drive") as drive:
        library = drive / "library"
        shutil.copytree(kept, library)
        with _window(library, base / "own") as stage:
            _choose(stage)
            subprocess.run(["umount", "-l", str(drive)], check=True, capture_output=True)
            _work_on(stage, picture, found)
            found.demand(list(drive.iterdir()) == [], "something was written where the drive was")
    return found


SITUATIONS: dict[str, Callable[[Path], Found]] = {
    "disk full while pictures are added; then opened on a disk without a free byte": disk_full,
    "disk full in the window, explaining and adding": disk_full_in_the_window,
    "the system refuses a file for its size (quota)": file_too_large,
    "folder that may only be read": folder_read_only,
    "second window on the same library": second_window,
    "library of a newer version": newer_schema,
    "folder renamed under the open window, and back": folder_gone,
    "drive removed under the open window": drive_removed,
}


def _work_on(stage: RealWindow, picture: Path, found: Found) -> None:
    """Explain another picture and add one, without the library; say what came of it."""
    stage.program.images.select(stage.program.images.records[1].id)
    stage.rest()
    stage.program.presenter.drop([picture])
    stage.rest()
    found.said = stage.said()
    found.expect("not there any more")
    found.demand("Connect its drive again" in found.said, "what to do is not said")
    found.demand(stage.reports() == [], "it was taken for a fault of the program")
    found.demand(len(stage.program.images.records) == 3, "the window has lost its list")


def _demand_sound(library: Path, n_images: int, found: Found) -> None:
    with Library.open(library) as again:
        found.demand(again.check() == [], f"{again.check()}")
        found.demand(len(again.images.list()) == n_images, "images are lost")
        found.demand(again.read_only_reason is None, f"{again.read_only_reason}")


@contextlib.contextmanager
def _window(library: Path, own: Path | None = None) -> Iterator[RealWindow]:
    """Open the window on a library; its settings and reports go to a folder of its own."""
    with RealWindow(own or library.parent, open_network, library=library) as stage:
        stage.program.presenter.start()
        stage.rest()
        yield stage


def _choose(stage: RealWindow) -> None:
    """Look at the first network and the first image."""
    for collection in (stage.program.networks, stage.program.images):
        collection.select(collection.records[0].id)
    stage.rest()


def _is_explained(stage: RealWindow) -> bool:
    scene = stage.program.occlusion.scene
    return scene.features is not None and scene.image == stage.program.images.selected


def _contents(folder: Path) -> dict[str, bytes]:
    paths = (
        path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(("-shm", "-wal"))
    )
    return {str(path): path.read_bytes() for path in paths}


@contextlib.contextmanager
def _nobody_may_write(folder: Path) -> Iterator[None]:
    """Take the right to write from a folder, and from an administrator those over other people's files."""
    if os.name != "posix":
        raise NotHereError("Windows has other permissions")
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    opened = []
    for parent in folder.parents:  # the temporary folders of tests belong to the administrator alone
        if os.geteuid() == 0 and not parent.stat().st_mode & 0o001:
            opened.append((parent, parent.stat().st_mode))
            parent.chmod(0o755)
    was_root = os.geteuid() == 0
    if was_root:
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        if was_root:
            os.seteuid(0)
        for parent, mode in opened:
            parent.chmod(mode)
        for path in [folder, *folder.rglob("*")]:
            path.chmod(0o755 if path.is_dir() else 0o644)


def measure(_size: int = 1) -> list[Figure]:
    """Bring about every situation and word what came out."""
    figures = []
    for what, situation in SITUATIONS.items():
        with tempfile.TemporaryDirectory() as base:
            try:
                found = situation(Path(base))
            except NotHereError as error:
                figures.append(Figure(what, f"not measured: {error}", "", True))
                continue
        for wrong in found.wrong:
            print(f"{what}: {wrong}", flush=True)
        said = found.said.strip().splitlines()[0].replace(base, "…") if found.said else "nothing"
        figures.append(Figure(what, f"“{said}”", "a sentence, nothing lost", not found.wrong))
    return figures
