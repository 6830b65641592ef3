"""The file from which an explanation is made again: what it was made of, and every setting."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from deepintro_desktop.core.drawn import NO_EDITS, Edits
from deepintro_desktop.core.errors import DeepIntroError
from deepintro_desktop.core.parameters import ClusteringMethod, ClusteringParameters, Fill
from deepintro_desktop.core.picture_view import AS_IT_COMES, PictureView

FORMAT = "deepintro-replay"
VERSION = 1
MAX_BYTES = 64_000_000


class UnreadableReplayError(DeepIntroError):
    """A file is no replay file, or is a damaged or newer one."""

    kind = "unreadable-replay"


@dataclass(frozen=True, slots=True)
class Replay:
    """What an explanation was made of.

    ``network_sha256`` is of the network's own files, ``onnx_sha256`` of what they were converted to,
    ``network_input`` how pictures are prepared for it and ``network_output`` how it ends. ``analyse``:
    whether the four answers were searched, ``repeat``: how often they were evaluated again.
    """

    network_name: str
    network_sha256: str
    onnx_sha256: str
    network_input: Mapping[str, Any]
    network_output: str
    image_name: str
    image_sha256: str
    view: PictureView
    target_index: int
    target_label: str
    method: str
    clustering: ClusteringParameters
    fill: Fill
    seed: int
    budget: int | None
    repeat: int
    analyse: bool
    edits: Edits = NO_EDITS
    versions: Mapping[str, str] = field(default_factory=dict)
    device: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return {
            "format": FORMAT,
            "version": VERSION,
            "network": {
                "name": self.network_name,
                "sha256": self.network_sha256,
                "onnx_sha256": self.onnx_sha256,
                "input": dict(self.network_input),
                "output": self.network_output,
            },
            "image": {
                "name": self.image_name,
                "sha256": self.image_sha256,
                "view": self.view.to_dict(),
            },
            "target": {"index": self.target_index, "label": self.target_label},
            "method": self.method,
            "clustering": asdict(self.clustering),
            "fill": self.fill.value,
            "seed": self.seed,
            "budget": self.budget,
            "repeat": self.repeat,
            "analyse": self.analyse,
            "edits": self.edits.to_dict(),
            "versions": dict(self.versions),
            "device": self.device,
        }


def read_replay(content: bytes, name: str) -> Replay:
    """Read the content of a replay file; ``name`` is how messages call it.

    Raises
    ------
    UnreadableReplayError
        When it is none, damaged, or written by a newer program.
    """
    try:
        plain = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise _unreadable(name, "It is no JSON file.") from error
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        raise _unreadable(name, "It does not say that it is one.")
    if plain.get("version") != VERSION:
        raise UnreadableReplayError(
            f"{name} cannot be replayed.",
            f"Its format has version {plain.get('version')!r}; this program reads version {VERSION}.",
            "Use the version of the program that wrote it.",
        )
    try:
        return _read(plain)
    except (KeyError, TypeError, ValueError, AttributeError, DeepIntroError) as error:
        raise _unreadable(name, "Some of its entries are missing or make no sense.") from error


def _read(plain: Mapping[str, Any]) -> Replay:
    network, image, target = plain["network"], plain["image"], plain["target"]
    budget = plain["budget"]
    clustering = plain["clustering"]
    return Replay(
        network_name=str(network["name"]),
        network_sha256=str(network["sha256"]),
        onnx_sha256=str(network["onnx_sha256"]),
        network_input=dict(network["input"]),
        network_output=str(network["output"]),
        image_name=str(image["name"]),
        image_sha256=str(image["sha256"]),
        view=PictureView.from_dict(image["view"]) if image["view"] else AS_IT_COMES,
        target_index=_natural(target["index"]),
        target_label=str(target["label"]),
        method=str(plain["method"]),
        clustering=ClusteringParameters(**{**clustering, "method": ClusteringMethod(clustering["method"])}),
        fill=Fill(plain["fill"]),
        seed=_natural(plain["seed"]),
        budget=None if budget is None else _natural(budget),
        repeat=_natural(plain["repeat"]),
        analyse=plain["analyse"] is True,
        edits=Edits.from_dict(plain["edits"]),
        versions={str(key): str(value) for key, value in plain["versions"].items()},
        device=str(plain.get("device", "")),
    )


def _natural(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(f"{value!r} is not a whole number from 0 on")
    return value


def _unreadable(name: str, why: str) -> UnreadableReplayError:
    return UnreadableReplayError(
        f"{name} is not a replay file.", why, "Choose the file replay.json of a report, unchanged."
    )
