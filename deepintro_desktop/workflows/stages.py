"""The steps that explain, cluster, occlude and analyse share; each is computed once and comes back at once.

Order of a whole explanation: network input → prediction → relevance → features → occlusion and analysis.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.drawn import NO_EDITS, Edits
from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.parameters import ClusteringParameters, Fill
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.records import ImageRecord, NetworkRecord
from deepintro_desktop.core.requests import ClusterRequest
from deepintro_desktop.core.results import FeatureSet, Prediction, RelevanceMap
from deepintro_desktop.core.specification import ChannelOrder
from deepintro_desktop.workflows import stored
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.loaded import LoadedNetwork, check_method
from deepintro_desktop.workflows.pair_key import pair_key
from deepintro_desktop.workflows.references import image_pixels, image_record, load_network

if TYPE_CHECKING:
    from deepintro_desktop.engine.occlusion import Filler


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """A network and an image brought together. ``input_hwc_u8``: the picture at the network's input size."""

    context: Context
    network: LoadedNetwork
    image: ImageRecord
    input_hwc_u8: NDArray[np.uint8]

    @property
    def key(self) -> dict[str, object]:
        """What identifies network, preprocessing, ending and picture, for the library's results."""
        return pair_key(self.network.record, self.image)

    def values(self, input_hwc_u8: NDArray[np.uint8] | None = None) -> NDArray[np.float32]:
        """Return the network's input for a picture of its size, float32 [1, C, H, W]."""
        from deepintro_desktop.imaging import to_network

        picture = self.input_hwc_u8 if input_hwc_u8 is None else input_hwc_u8
        return to_network(picture, self.network.record.manifest.specification)[None]

    def predict(self, input_hwc_u8: NDArray[np.uint8], n_top: int = 5) -> Prediction:
        """Ask the network about a picture of its input size."""
        logits = self.network.session.logits(self.values(input_hwc_u8))[0]
        return self.network.predict(logits, n_top)


@dataclass(frozen=True, slots=True, eq=False)
class Regions:
    """A feature set, the relevance map it was made from, and the subject of both."""

    of: Subject
    relevance: RelevanceMap
    found: FeatureSet

    def key(self, fill: Fill, seed: int) -> dict[str, object]:
        """What identifies evaluations of these features, for the library's results."""
        return {
            **self.of.key,
            "target": self.relevance.target_index,
            "method": self.relevance.method,
            "clustering": asdict(self.found.parameters),
            "fill": fill.value,
            "seed": seed,
            # Only where there is something: what was computed without edits keeps its key.
            **({"drawn": digest} if (digest := self.found.edits.digest) else {}),
        }

    def filler(self, fill: Fill, seed: int) -> "Filler":
        """Return what paints over these features; its patches are made once per fill and seed."""
        from deepintro_desktop.engine.occlusion import Filler

        key = ("filler", *_flat(self.key(fill, seed)))
        colour = training_mean(self.of.network.record) if fill is Fill.TRAINING_MEAN else None
        return self.of.context.results.get(
            key, lambda: Filler(self.of.input_hwc_u8, self.found.labels_hw, fill, seed, mean_colour=colour)
        )


def subject(network: str, image: str, context: Context) -> Subject:
    """Bring a network and an image together; raise the errors of either."""
    from deepintro_desktop.imaging import to_input_hwc_u8

    loaded = load_network(network, context)
    record = image_record(image, context)
    spec = loaded.record.manifest.specification
    picture = context.results.get(
        ("input", record.pixels_key, spec), lambda: to_input_hwc_u8(image_pixels(record, context), spec)
    )
    return Subject(context, loaded, record, picture)


def prediction(of: Subject) -> Prediction:
    """Return the answer for the untouched picture."""
    return of.context.results.get(
        ("prediction", of.network.record, of.image.pixels_key), lambda: of.predict(of.input_hwc_u8)
    )


def relevance(
    of: Subject, target_index: int, method: str, report: Report = SILENT
) -> tuple[RelevanceMap, bool]:
    """Return the relevance of the picture for a class, and whether it came from the library."""
    check_method(method)
    key = {**of.key, "target": target_index, "method": method}
    known = stored.load_relevance(of, key)
    if known is not None:
        return known, True
    made = of.context.results.get(
        ("relevance", *_flat(key)), lambda: _compute_relevance(of, target_index, method, report)
    )
    stored.store_relevance(of, key, made)
    return made, False


def _compute_relevance(of: Subject, target_index: int, method: str, report: Report) -> RelevanceMap:
    from deepintro_desktop.engine.attribution import attribute
    from deepintro_desktop.imaging import input_bounds

    bounds = input_bounds(of.network.record.manifest.specification)
    graph, prepared = of.network.graph, of.network.prepared(method)
    result = attribute(
        graph, of.values(), target_index, method, report, prepared=prepared, input_bounds=bounds
    )
    ledger = result.ledger
    if ledger is not None and of.network.graph_notes:
        ledger = replace(ledger, warnings=ledger.warnings + of.network.graph_notes)
    return RelevanceMap(result.values_hw, method, target_index, ledger, result.seconds)


def features(
    of: Subject,
    source: RelevanceMap,
    parameters: ClusteringParameters,
    seed: int = 0,
    *,
    edits: Edits = NO_EDITS,
) -> FeatureSet:
    """Return the features of a relevance map; a few milliseconds, never touches the relevance.

    ``seed`` matters to k-means only. ``edits`` are applied to what is found.
    """
    from deepintro_desktop.engine.features import apply_edits, cluster

    name = (source.method, source.target_index, parameters, seed)
    key = ("features", *_flat(of.key), *name)
    results = of.context.results
    found = results.get(key, lambda: cluster(source.values_hw, parameters, seed=seed))
    if not edits:
        return found
    return results.get((*key, edits), lambda: apply_edits(source.values_hw, found, edits))


def resolve(request: ClusterRequest, context: Context, report: Report, seed: int = 0) -> "Regions":
    """Return the features of a request that names its relevance map, with all that they came from."""
    of = subject(request.network, request.image, context)
    target = of.network.target(str(request.target_index), prediction(of))
    source, _ = relevance(of, target.index, request.method, report)
    found = features(of, source, request.clustering, seed, edits=request.edits)
    return Regions(of, source, found)


def knows_training_mean(record: NetworkRecord) -> bool:
    """Tell whether the preprocessing says what the training pictures' mean colour is."""
    return any(record.manifest.specification.mean)


def training_mean(record: NetworkRecord) -> tuple[float, ...]:
    """Return the mean colour of the training pictures, 0..255, RGB or grey, as the preprocessing tells it.

    Raises
    ------
    WrongRequestError
        When the preprocessing subtracts nothing, so that nobody knows the mean.
    """
    spec = record.manifest.specification
    if not knows_training_mean(record):
        raise WrongRequestError(
            f"The mean colour of the training pictures of {record.name} is not known.",
            "Its preprocessing subtracts no mean.",
            "Choose the mean colour of the picture instead.",
        )
    colour = tuple(min(max(value / spec.scale, 0.0), 255.0) for value in spec.mean)
    return colour[::-1] if spec.order is ChannelOrder.BGR else colour


def check_numbers(numbers: Sequence[int], found: FeatureSet) -> tuple[int, ...]:
    """Return the numbers in order and once each; raise ``WrongRequestError`` when one is no feature's."""
    unknown = sorted(set(numbers) - {feature.number for feature in found.features})
    if unknown:
        n_features = len(found.features)
        raise WrongRequestError(
            f"There is no feature {', '.join(map(str, unknown))}.",
            f"This picture has {n_features} features, numbered from 1."
            if n_features
            else "No feature was found.",
            "Change the numbers, or lower threshold or minimum size.",
        )
    return tuple(sorted(set(numbers)))


def _flat(key: dict[str, object]) -> tuple[str, ...]:
    return tuple(f"{name}={value}" for name, value in key.items())
