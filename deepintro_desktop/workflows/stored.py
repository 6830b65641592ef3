"""Results between memory and library: what was computed for stored networks and images comes back at once."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import numpy as np

from deepintro_desktop.core.drawn import NO_EDITS, Edits
from deepintro_desktop.core.errors import LibraryError
from deepintro_desktop.core.results import (
    AnalysisResult,
    AnalysisSpread,
    Answer,
    AnswerSpread,
    Certainty,
    ClassScore,
    Ledger,
    LedgerEntry,
    RelevanceMap,
)
from deepintro_desktop.workflows.provenance import origin

if TYPE_CHECKING:
    from deepintro_desktop.core.records import ImageRecord, NetworkRecord
    from deepintro_desktop.library.results import StoredResult
    from deepintro_desktop.workflows.context import Context
    from deepintro_desktop.workflows.loaded import LoadedNetwork
    from deepintro_desktop.workflows.stages import Subject

_log = logging.getLogger(__name__)

T = TypeVar("T")


class Owner(Protocol):
    """What a result belongs to: a network, and a picture where there is one."""

    @property
    def context(self) -> "Context":
        """Where the library is."""

    @property
    def network(self) -> "LoadedNetwork":
        """The network that computed it."""

    @property
    def image(self) -> "ImageRecord | None":
        """The picture that it was computed for."""


RESULT_VERSION = 3
"""Part of every key; raised when the engine computes differently, so that old results are not shown."""

ORIGIN = "provenance"
"""Under this name a document says where its result came from; documents of older programs have none."""

Key = Mapping[str, object]


def _is_kept(of: Owner) -> bool:
    return of.network.record.stored and (of.image is None or of.image.stored)


def load(of: Owner, kind: str, key: Key, read: Callable[[dict[str, Any], dict[str, Any]], T]) -> T | None:
    """Return a result from memory or library, or None; what a visitor computed lives in memory only."""
    if not _is_kept(of):
        return None
    found = of.context.library.results.load(kind, _full(key))
    if found is None:
        return None
    values, arrays = found
    values.pop(ORIGIN, None)
    try:
        return read(values, arrays)
    except (KeyError, TypeError, ValueError) as error:
        # Only another program, or an imported project, can have written it; it can be computed again.
        _log.warning("a stored %s counts as none: %r", kind, error)
        return None


def has(of: Owner, kind: str, key: Key) -> bool:
    """Tell whether the library has a result of that key, without reading it."""
    return _is_kept(of) and of.context.library.results.has(kind, _full(key))


def find(
    context: "Context", kind: str, network: "NetworkRecord", image: "ImageRecord | None", key: Key
) -> tuple["StoredResult", ...]:
    """Return what the library has of a kind for a network and a picture, newest first, without arrays.

    ``key`` is the part of the keys that all of them share. What another version computed is left out.
    """
    if not network.stored or not (image is None or image.stored):
        return ()
    wanted = _full(key)
    found = context.library.results.find(kind, image.id if image else None)
    return tuple(one for one in found if wanted.items() <= one.key.items())


def store(
    of: Owner,
    kind: str,
    key: Key,
    values: dict[str, Any],
    arrays: dict[str, Any],
    *,
    edits: Edits = NO_EDITS,
) -> None:
    """Keep a result and where it came from with its network and image; that of a visitor is not kept.

    ``edits``: what a person made of the features that it is about.

    What took minutes to compute is not lost because the disk is full: the person is told, and sees it.
    """
    library = of.context.library if _is_kept(of) else None
    if library is not None and library.read_only_reason is None:
        image_id = None if of.image is None else of.image.id
        owners = {"network_id": of.network.record.id, "image_id": image_id}
        made = {"edits": edits.to_dict()} if edits.digest else {}
        document = {**values, ORIGIN: {**origin(of.network, of.image), **made}}
        try:
            library.results.store(kind, _full(key), document, arrays, **owners)
        except LibraryError as error:
            of.context.tell_unkept(error)


def _full(key: Key) -> Key:
    return {**key, "version": RESULT_VERSION}


def load_relevance(of: "Subject", key: Key) -> RelevanceMap | None:
    """Return the relevance map of that key, or None."""
    return load(of, "relevance", key, _read_relevance)


def store_relevance(of: "Subject", key: Key, result: RelevanceMap) -> None:
    """Keep a relevance map."""
    values = {
        "method": result.method,
        "target_index": result.target_index,
        "seconds": result.seconds,
        "ledger": asdict(result.ledger) if result.ledger else None,
    }
    store(of, "relevance", key, values, {"values_hw": result.values_hw})


def _read_relevance(values: dict[str, Any], arrays: dict[str, Any]) -> RelevanceMap:
    ledger = values["ledger"]
    if ledger is not None:
        entries = tuple(LedgerEntry(**entry) for entry in ledger["entries"])
        ledger = Ledger(**{**ledger, "entries": entries, "warnings": tuple(ledger["warnings"])})
    return RelevanceMap(
        arrays["values_hw"], values["method"], values["target_index"], ledger, values["seconds"]
    )


def load_drops(of: "Subject", key: Key) -> dict[int, float] | None:
    """Return the drops of single features, or None."""
    return load(of, "drops", key, lambda values, _: {int(k): v for k, v in values["drops"].items()})


def store_drops(of: "Subject", key: Key, drops: dict[int, float], edits: Edits) -> None:
    """Keep the drops of single features, which a person may have edited."""
    values = {"drops": {str(number): drop for number, drop in drops.items()}}
    store(of, "drops", key, values, {}, edits=edits)


_ANSWERS = ("largest_change", "most_important", "minimum_to_keep", "minimum_to_occlude")
_ARRAYS = ("alone", "shapley", "shapley_error", "interactions")


def load_analysis(of: "Subject", key: Key) -> AnalysisResult | None:
    """Return the finished analysis of that key, or None."""
    labels = of.network.record.manifest.label
    return load(of, "analysis", key, lambda values, arrays: _read_analysis(values, arrays, labels))


def store_analysis(of: "Subject", key: Key, result: AnalysisResult, edits: Edits) -> None:
    """Keep a finished analysis of features, which a person may have edited; a stopped one is not kept."""
    if not result.finished:
        return
    plain = asdict(replace(result, spread=None))
    arrays = {name: np.asarray(plain.pop(name)) for name in _ARRAYS}
    store(of, "analysis", key, plain, arrays, edits=edits)


def load_spread(of: "Subject", key: Key) -> AnalysisSpread | None:
    """Return how the answers of an analysis do over that many repetitions, or None."""
    return load(of, "spread", key, lambda values, _: read_spread(values))


def store_spread(of: "Subject", key: Key, result: AnalysisSpread) -> None:
    """Keep how the answers of an analysis do over repetitions."""
    store(of, "spread", key, asdict(result), {})


def read_spread(values: Mapping[str, Any]) -> AnalysisSpread:
    """Read how answers do over repetitions from its document."""
    answers = {name: AnswerSpread(**values[name]) if values[name] else None for name in _ANSWERS}
    return AnalysisSpread(tuple((fill, seed) for fill, seed in values["repetitions"]), **answers)


def _read_analysis(
    values: dict[str, Any], arrays: dict[str, Any], labels: Callable[[int], str]
) -> AnalysisResult:
    return AnalysisResult(**{**values, **read_answers(values, labels), **arrays})


def read_answers(values: Mapping[str, Any], labels: Callable[[int], str]) -> dict[str, Answer]:
    """Read the four answers, by their names, from the document of an analysis."""
    return {name: _read_answer(values[name], labels) for name in _ANSWERS}


def _read_answer(values: dict[str, Any], labels: Callable[[int], str]) -> Answer:
    """Read an answer; the label is today's, because a network can be given other labels."""
    top = values["top"]
    return Answer(
        **{
            **values,
            "features": tuple(values["features"]),
            "top": ClassScore(**{**top, "label": labels(top["index"])}) if top else None,
            "certainty": Certainty(values["certainty"]),
        }
    )
