"""The process that is killed: an endless, seeded mix of adding, explaining, analysing, exporting, removing.

Whatever the program has reported as stored is told through a pipe at once; so is what is about to be removed.
"""

import hashlib
import os
import random
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np
import torch
from support.tiny import LOOSE, PREPROCESSING, tiny_network, tiny_picture

from deepintro_desktop.core.requests import (
    AddImagesRequest,
    AddNetworkRequest,
    EntryRequest,
    ExplainRequest,
    ExportProjectRequest,
)
from deepintro_desktop.importers import open_network
from deepintro_desktop.workflows import entries
from deepintro_desktop.workflows.add_images import add_images
from deepintro_desktop.workflows.add_network import add_network
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.explain import explain
from deepintro_desktop.workflows.export import write_explanation
from deepintro_desktop.workflows.projects import export_project

N_THREADS = 2
"""As in the window, where files are read beside a computation."""

# Loaded before the processes part, so that each begins to work at once.
for _name in (
    "onnxruntime",
    "onnxsim",
    "PIL.ImageDraw",
    "PIL.PngImagePlugin",
    "scipy.ndimage",
    "scipy.spatial",
    "deepintro_desktop.engine.analysis",
    "deepintro_desktop.engine.features",
    "deepintro_desktop.engine.graph.canonicalise",
    "deepintro_desktop.engine.relevance",
    "deepintro_desktop.engine.runtime",
    "deepintro_desktop.imaging.figures",
    "deepintro_desktop.library",
):
    import_module(_name)

_FEW_NETWORKS, _FEW_PICTURES = 2, 6
_BUDGET = 40


@dataclass(frozen=True)
class Word:
    """Something that the program has reported: ``image``, ``network``, ``result``, ``file`` are stored.

    ``removing`` says that something is about to go, ``removed`` that it is gone. ``id`` is an entry's or
    result's id, or a file's path; ``content`` its digest (of a result: its kind); ``owners`` what it goes
    with.
    """

    kind: str
    id: str
    content: str = ""
    owners: tuple[str, ...] = ()


Tell = Callable[[Word], None]


@dataclass
class Mix:
    """One thread's work in a library that other threads use, too; it touches only what it made itself."""

    context: Context
    folder: Path
    tell: Tell
    rng: random.Random
    networks: list[str] = field(default_factory=list)
    images: list[str] = field(default_factory=list)
    n_made: int = 0

    def step(self) -> None:
        """Do one thing: what is missing first, else whatever the dice say."""
        if not self.networks:
            add_a_network(self)
        elif not self.images:
            add_pictures(self)
        else:
            names, weights = zip(*ACTIONS.items(), strict=True)
            self.rng.choices(names, weights)[0](self)

    def fresh_seed(self) -> int:
        """Return a number for content that was never there before."""
        self.n_made += 1
        return self.rng.getrandbits(31)

    def pair(self) -> tuple[str, str]:
        """Return a network and an image of this thread."""
        return self.rng.choice(self.networks), self.rng.choice(self.images)


def add_a_network(mix: Mix) -> None:
    """Add a tiny network, or remove one when there are enough."""
    if len(mix.networks) >= _FEW_NETWORKS:
        _remove(mix, mix.networks, entries.remove_network)
        return
    path = tiny_network(_new_folder(mix), seed=mix.fresh_seed())
    record = add_network(AddNetworkRequest(path, preprocessing=PREPROCESSING), mix.context).record
    mix.tell(Word("network", record.id, record.onnx_sha256))
    mix.networks.append(record.id)


def add_pictures(mix: Mix) -> None:
    """Add one to four pictures in one request."""
    folder = _new_folder(mix)
    for number in range(mix.rng.randint(1, 4)):
        tiny_picture(folder, f"{number}.png", seed=mix.fresh_seed())
    for record in add_images(AddImagesRequest((folder,)), mix.context).added:
        mix.tell(Word("image", record.id, record.sha256))
        mix.images.append(record.id)


def remove_a_picture(mix: Mix) -> None:
    """Remove a picture, once there are some."""
    if len(mix.images) >= _FEW_PICTURES:
        _remove(mix, mix.images, entries.remove_image)


def explain_one(mix: Mix) -> None:
    """Compute relevance and features."""
    _explain(mix, analyse=False)


def analyse_one(mix: Mix) -> None:
    """Search the subsets of features, with repetitions."""
    _explain(mix, analyse=True)


def export_one(mix: Mix) -> None:
    """Write an explanation as ``--out`` does."""
    explanation = _explain(mix, analyse=False)
    folder = mix.folder / "exports" / f"{mix.fresh_seed()}"
    for name in write_explanation(explanation, folder).values():
        digest = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        mix.tell(Word("file", str(folder / name), digest))


def export_the_project(mix: Mix) -> None:
    """Write the whole project as one file; beside other threads that add and remove."""
    path = mix.folder / "exports" / f"{mix.fresh_seed()}.deepintro"
    path.parent.mkdir(parents=True, exist_ok=True)
    export_project(ExportProjectRequest(mix.context.project_id, path), mix.context)
    mix.tell(Word("file", str(path), hashlib.sha256(path.read_bytes()).hexdigest()))


ACTIONS: dict[Callable[[Mix], None], int] = {
    add_a_network: 1,
    add_pictures: 4,
    remove_a_picture: 1,
    explain_one: 3,
    analyse_one: 3,
    export_one: 2,
    export_the_project: 1,
}
"""What the dice choose from, and how often. Another thing that the program can do is another line."""


def _explain(mix: Mix, *, analyse: bool):  # noqa: ANN202
    network, image = mix.pair()
    request = ExplainRequest(
        network,
        image,
        clustering=LOOSE,
        analyse=analyse,
        budget=_BUDGET if analyse else None,
        repeat=2 if analyse else 0,
        seed=mix.rng.randint(0, 3),
    )
    explanation = explain(request, mix.context)
    sql = "SELECT id, kind FROM result WHERE network_id = ? AND image_id = ?"
    for row in mix.context.library._storage.database.read(sql, (network, image)):
        mix.tell(Word("result", row["id"], row["kind"], (network, image)))
    return explanation


def _remove(mix: Mix, ids: list[str], verb: Callable[..., object]) -> None:
    gone = ids.pop(mix.rng.randrange(len(ids)))
    mix.tell(Word("removing", gone))
    verb(EntryRequest(gone), mix.context)
    mix.tell(Word("removed", gone))


def _new_folder(mix: Mix) -> Path:
    folder = mix.folder / "made" / f"{mix.fresh_seed()}"
    folder.mkdir(parents=True)
    return folder


def work(pipe: Connection, folder: Path, seed: int) -> None:
    """Open the library in ``folder`` and work until killed. The first word, ``ready``, comes before that."""
    torch.set_num_threads(1)
    np.seterr(all="ignore")
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    speaking = threading.Lock()

    def tell(word: Word) -> None:
        with speaking:
            pipe.send(word)

    tell(Word("ready", str(os.getpid())))
    context = Context(folder / "library", "cpu", open_network)
    mixes = [Mix(context, folder, tell, random.Random(f"{seed} {n}")) for n in range(N_THREADS)]
    for mix in mixes[1:]:
        threading.Thread(target=partial(_for_ever, mix), daemon=True).start()
    _for_ever(mixes[0])


def _for_ever(mix: Mix) -> None:
    try:
        while True:
            mix.step()
    except BaseException as error:
        mix.tell(Word("fault", f"{type(error).__name__}: {error}"))
        raise
