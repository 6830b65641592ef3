"""Make an explanation again from its replay file: the same network, the same picture, the same settings."""

from dataclasses import dataclass
from pathlib import Path

from deepintro_desktop.core.errors import DeepIntroError, NotFoundError
from deepintro_desktop.core.records import ImageRecord, NetworkRecord
from deepintro_desktop.core.replay import MAX_BYTES, Replay, UnreadableReplayError, read_replay
from deepintro_desktop.core.requests import ExplainRequest
from deepintro_desktop.core.results import Explanation
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.provenance import versions
from deepintro_desktop.workflows.references import (
    image_record,
    network_record,
    visit_image,
    visit_otherwise,
)

_TELLING = ("deepintro-desktop", "torch", "onnxruntime", "onnxruntime-gpu", "numpy", "scipy", "pillow")
"""Packages whose version can change a number."""


class OtherSourceError(DeepIntroError):
    """The network or the picture at hand is not the one of the replay file."""

    kind = "other-source"


@dataclass(frozen=True, slots=True)
class Replayed:
    """The request that a replay file stands for, and why its numbers might differ nevertheless."""

    request: ExplainRequest
    warnings: tuple[str, ...] = ()


def replay_of(explanation: Explanation, repeat: int, budget: int | None) -> Replay:
    """Return what an explanation is made again from."""
    network, image = explanation.network, explanation.image
    return Replay(
        network_name=network.name,
        network_sha256=network.manifest.sha256,
        onnx_sha256=network.onnx_sha256,
        network_input=network.manifest.specification.to_dict(),
        network_output=network.manifest.output_kind.value,
        image_name=image.name,
        image_sha256=image.sha256,
        view=image.view,
        target_index=explanation.target.index,
        target_label=explanation.target.label,
        method=explanation.relevance.method,
        clustering=explanation.features.parameters,
        fill=explanation.fill,
        seed=explanation.seed,
        budget=budget,
        repeat=repeat,
        analyse=explanation.analysis is not None,
        edits=explanation.features.edits,
        versions=versions(),
        device=str(explanation.provenance.get("device", "")),
    )


def read_replay_file(path: Path) -> Replay:
    """Read a replay file.

    Raises
    ------
    NotFoundError, UnreadableReplayError
        When there is none, or it cannot be read.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableReplayError(
                f"{path.name} is not a replay file.",
                "It is far larger than any of them.",
                "Choose the file replay.json of a report, unchanged.",
            )
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise NotFoundError(f"{path} does not exist.", "", "Check the path.") from error
    except OSError as error:
        raise UnreadableReplayError(
            f"{path.name} cannot be read.", f"{error.strerror}.", "Check the file and its permissions."
        ) from error
    return read_replay(content, path.name)


def resolve_replay(replay: Replay, context: Context, network: str = "", image: str = "") -> Replayed:
    """Find what a replay file names and return the request that makes its numbers again.

    Parameters
    ----------
    replay : Replay
        The content of the file.
    context : Context
        Has the library.
    network, image : str
        References that a person gave; empty: found in the library by their hashes.

    Raises
    ------
    NotFoundError
        When the library does not have what is needed.
    OtherSourceError
        When the network or the picture is another one than then.
    """
    record, warnings = _network(replay, context, network)
    picture = _image(replay, context, image)
    request = ExplainRequest(
        network=record.id,
        image=picture.id,
        target=str(replay.target_index),
        method=replay.method,
        clustering=replay.clustering,
        fill=replay.fill,
        analyse=replay.analyse,
        budget=replay.budget,
        repeat=replay.repeat,
        seed=replay.seed,
        edits=replay.edits,
    )
    return Replayed(request, (*warnings, *_other_versions(replay)))


def _network(replay: Replay, context: Context, reference: str) -> tuple[NetworkRecord, tuple[str, ...]]:
    if reference:
        found = [network_record(reference, context)]
    else:
        records = context.library.networks.list(None)
        found = [one for one in records if one.manifest.sha256 == replay.network_sha256]
        found.sort(key=lambda one: not _is_prepared_so(one, replay))
    if not found:
        raise NotFoundError(
            f"The network {replay.network_name} of the replay file is not in the library.",
            f"None has the SHA-256 {replay.network_sha256[:16]}….",
            "Add it to the library, or name its file on the command line.",
        )
    record = found[0]
    if record.manifest.sha256 != replay.network_sha256:
        raise OtherSourceError(
            f"{record.name} is not the network of the replay file.",
            f"Its SHA-256 is {record.manifest.sha256[:16]}…, the file names {replay.network_sha256[:16]}….",
            f"Choose the network that was called {replay.network_name}.",
        )
    if not _is_prepared_so(record, replay):
        raise OtherSourceError(
            f"{record.name} gets its pictures prepared in another way than in the replay file.",
            "The same picture would be another input, and the numbers would differ.",
            "Choose the preprocessing of then; it stands in the replay file under network, input.",
        )
    if record.onnx_sha256 == replay.onnx_sha256:
        return record, ()
    warning = (
        f"{record.name} was converted again since then, with other bytes; its numbers can differ a little."
    )
    return record, (warning,)


def _is_prepared_so(record: NetworkRecord, replay: Replay) -> bool:
    manifest = record.manifest
    same_input = manifest.specification.to_dict() == dict(replay.network_input)
    return same_input and manifest.output_kind.value == replay.network_output


def _image(replay: Replay, context: Context, reference: str) -> ImageRecord:
    if reference and Path(reference).exists():
        record = visit_image(Path(reference), context, replay.view)
    elif reference:
        record = image_record(reference, context)
    else:
        records = context.library.images.list(None)
        found = next((one for one in records if one.sha256 == replay.image_sha256), None)
        if found is None:
            raise NotFoundError(
                f"The picture {replay.image_name} of the replay file is not in the library.",
                f"None has the SHA-256 {replay.image_sha256[:16]}….",
                "Add it to the library, or name its file on the command line.",
            )
        record = found
    if record.sha256 != replay.image_sha256:
        raise OtherSourceError(
            f"{record.name} is not the picture of the replay file.",
            f"Its SHA-256 is {record.sha256[:16]}…, the file names {replay.image_sha256[:16]}….",
            f"Choose the picture that was called {replay.image_name}.",
        )
    return record if record.view == replay.view else visit_otherwise(record.id, replay.view, context)


def _other_versions(replay: Replay) -> tuple[str, ...]:
    """Say which packages are others than then."""
    now, then = versions(), replay.versions
    others = [
        f"{name} {then.get(name, 'none')} then, {now.get(name, 'none')} now"
        for name in _TELLING
        if name in then and then.get(name) != now.get(name)
    ]
    if not others:
        return ()
    return (f"Made with other versions, the numbers can differ a little: {'; '.join(others)}.",)
