"""Verbs with small made-up results, for tests of the whole window."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from deepintro_desktop.core.boundary import BoundaryPlan, BoundaryResult
from deepintro_desktop.core.changes import Changes
from deepintro_desktop.core.comparing import CompareNetworksRequest, NetworksCompared
from deepintro_desktop.core.drawn import NO_EDITS, Edits, Pixels
from deepintro_desktop.core.earlier import EarlierResult
from deepintro_desktop.core.errors import UnreadableImageError
from deepintro_desktop.core.inspection import KeepRequest
from deepintro_desktop.core.parameters import ClusteringParameters
from deepintro_desktop.core.progress import Report
from deepintro_desktop.core.records import ProjectRecord
from deepintro_desktop.core.report import WrittenReport
from deepintro_desktop.core.requests import (
    AddImagesRequest,
    BoundaryRequest,
    ClusterRequest,
    EntryRequest,
    ExplainRequest,
    KeepDrawnRequest,
    OccludeRequest,
    SavePictureRequest,
    SplitRequest,
    StoredRequest,
    SynthesiseRequest,
)
from deepintro_desktop.core.results import (
    AddedImages,
    AddedNetwork,
    Explanation,
    FeatureSet,
    LibraryCheck,
    NetworkInput,
    Occlusion,
    OpenedSample,
    ProjectExtent,
    ProjectList,
)
from deepintro_desktop.core.synthesis import LayerChoice, MadeBefore, SynthesisPlan, SynthesisResult
from deepintro_desktop.engine.features import apply_edits
from deepintro_desktop.workflows.drawn import split_feature
from support.feedback import FakeFeedback
from support.inspections import FakeInspections
from support.results import (
    LAYERS,
    make_analysis,
    make_boundary,
    make_compared,
    make_comparison,
    make_explanation,
    make_features,
    make_image,
    make_network,
    make_occlusion,
    make_picture,
    make_prediction,
    make_preview,
    make_project,
    make_relevance,
    make_synthesis,
)
from support.views import FakeViews


class FakeLibrary:
    """Networks and images in memory, and the verbs on them."""

    def __init__(self, n_features: int = 3) -> None:
        self.n_features = n_features
        self.networks: list[Any] = []
        self.images: list[Any] = []
        self.projects: list[ProjectRecord] = [make_project("p1", "My project")]
        self.failure: Exception | None = None
        self.stored_analysis: Any = None
        self.earlier: list[EarlierResult] = []
        self.reports: list[Any] = []
        self.notice = ""
        self.kept: dict[tuple[str, str], Edits] = {}
        self.made: list[MadeBefore] = []
        self.results: dict[str, Any] = {}
        self.saved: list[SavePictureRequest] = []
        self.inspections = FakeInspections(self.keep_network)
        self.views = FakeViews(self)
        self.feedback = FakeFeedback()

    def make_report(self, request: Any, _context: Any, _report: Any) -> WrittenReport:
        """Keep what a report was asked for."""
        self.reports.append(request)
        return WrittenReport((request.folder / "report.html",))

    def catalogue(self) -> dict[str, Any]:
        """Return every verb of the window."""
        return {
            "list_networks": lambda _request, _context, _report: tuple(self.networks),
            "list_images": lambda _request, _context, _report: tuple(self.images),
            "add_images": self.add_images,
            "remove_network": self._remove,
            "remove_image": self._remove,
            "rename_network": self._rename,
            "rename_image": self._rename,
            "thumbnail": lambda _request, _context, _report: make_picture(3, 40, 40),
            "image_pixels": lambda _request, _context, _report: make_picture(0, 90, 120),
            "open_sample": self.open_sample,
            "predict": lambda _request, _context, _report: make_prediction(),
            "explain": self.explain,
            "cluster": self.cluster,
            "split_feature": self.split_feature,
            "keep_drawn": self._keep_drawn,
            "alone": self.alone,
            "occlude": self.occlude,
            "analyse": self.analyse,
            "stored_analysis": lambda _request, _context, _report: self.stored_analysis,
            "analyses_before": lambda _request, _context, _report: tuple(self.earlier),
            "report_choices": lambda _request, _context, _report: (),
            "make_report": self.make_report,
            "compare_networks": self.compare_networks,
            "compare": lambda request, _context, _report: make_comparison(request),
            "available_devices": lambda _request, _context, _report: ("cpu", "cuda:0"),
            "check_library": lambda _request, _context, _report: LibraryCheck("here", 1, 2, ()),
            "library_notice": lambda _request, _context, _report: self.notice,
            "warm_up": lambda _request, _context, _report: "CPU",
            **self._makers(),
            **self._project_verbs(),
            **self.inspections.catalogue(),
            **self.views.catalogue(),
            **self.feedback.catalogue(),
        }

    def _project_verbs(self) -> dict[str, Any]:
        return {
            "list_projects": lambda _request, _context, _report: ProjectList(
                tuple(self.projects), self.projects[0].id
            ),
            "open_project": self.open_project,
            "create_project": self.create_project,
            "project_extent": lambda _request, _context, _report: ProjectExtent(1, 2),
            "remove_project": self._remove_project,
            "rename_project": self._rename_project,
        }

    def open_project(self, request: EntryRequest, context: Any, report: Report) -> ProjectRecord:
        """Put a project in front."""
        self.projects.sort(key=lambda project: project.id != request.id)
        return self.projects[0]

    def create_project(self, request: EntryRequest, context: Any, report: Report) -> ProjectRecord:
        """Make a project and put it in front."""
        self.projects.insert(0, make_project(f"p{len(self.projects) + 1}", request.name))
        return self.projects[0]

    def _remove_project(self, request: EntryRequest, context: Any, report: Report) -> Changes:
        self.projects = [project for project in self.projects if project.id != request.id]
        return Changes(projects=True)

    def _rename_project(self, request: EntryRequest, context: Any, report: Report) -> Changes:
        self.projects = [
            replace(project, name=request.name) if project.id == request.id else project
            for project in self.projects
        ]
        return Changes(projects=True)

    def _makers(self) -> dict[str, Any]:
        return {
            "layer_choice": lambda _request, _context, _report: LayerChoice(LAYERS, "pool"),
            "plan_synthesis": self.plan_synthesis,
            "syntheses_before": lambda _request, _context, _report: tuple(self.made),
            "stored_syntheses": self._stored,
            "synthesise": self.synthesise,
            "plan_boundary": lambda request, _context, _report: BoundaryPlan((0, 1), 3.0),
            "boundaries_before": lambda _request, _context, _report: (),
            "stored_boundaries": self._stored,
            "boundary": self.boundary,
            "save_picture": self.save_picture,
        }

    def plan_synthesis(self, request: SynthesiseRequest, context: Any, report: Report) -> SynthesisPlan:
        """Announce four seconds."""
        return SynthesisPlan(LAYERS[1], make_picture(9), 4.0, 100.0, 24.0, 0)

    def synthesise(self, request: SynthesiseRequest, context: Any, report: Report) -> SynthesisResult:
        """Make images with one preview, and keep them; or fail as the test wishes."""
        if self.failure is not None:
            raise self.failure
        seeds = tuple(range(request.seed, request.seed + request.n_images))
        report.partial(make_preview(seeds))
        result = make_synthesis(request)
        box = make_features(self.n_features).features[request.feature - 1].box if request.feature else None
        name = f"made-{len(self.made)}"
        self.results[name] = result
        entry = MadeBefore(name, box, result.layer.name, result.isolation, request.parameters, seeds)
        self.made.insert(0, entry)
        return result

    def boundary(self, request: BoundaryRequest, context: Any, report: Report) -> BoundaryResult:
        """Make images of which the library keeps nothing."""
        if self.failure is not None:
            raise self.failure
        seeds = tuple(range(request.seed, request.seed + request.n_images))
        report.partial(make_preview(seeds))
        return make_boundary(request)

    def save_picture(self, request: SavePictureRequest, context: Any, report: Report) -> Path:
        """Note what is saved."""
        self.saved.append(request)
        return request.path

    def _stored(self, request: StoredRequest, context: Any, report: Report) -> tuple[Any, ...]:
        return tuple(self.results.get(name) for name in request.ids)

    def keep_network(self, request: KeepRequest) -> AddedNetwork:
        """Take any network."""
        known = [record for record in self.networks if record.name == request.name]
        record = known[0] if known else make_network(f"n{len(self.networks)}", request.name)
        if not known:
            self.networks.append(record)
        return AddedNetwork(record, bool(known))

    def add_images(self, request: AddImagesRequest, context: Any, report: Report) -> AddedImages:
        """Take what ends like a picture."""
        added, duplicates, refused = [], [], []
        for path in request.paths:
            known = [record for record in self.images if record.name == path.name]
            if path.suffix not in (".png", ".jpg"):
                what = f"{path.name} could not be read as an image."
                refused.append((path.name, UnreadableImageError(what, "", "Nothing was added.")))
            elif known:
                duplicates.append((path.name, known[0]))
            else:
                added.append(make_image(f"i{len(self.images)}", path.name))
                self.images.append(added[-1])
        return AddedImages(tuple(added), tuple(duplicates), tuple(refused))

    def open_sample(self, request: Any, context: Any, report: Report) -> OpenedSample:
        """Put one network and two images in."""
        self.networks.append(make_network("sample", "Shapes"))
        self.images += [make_image("s1", "square.png"), make_image("s2", "round.png")]
        return OpenedSample("sample", "s1", ClusteringParameters())

    def explain(self, request: ExplainRequest, context: Any, report: Report) -> Explanation:
        """Explain in three steps, or fail as the test wishes."""
        if self.failure is not None:
            raise self.failure
        result = make_explanation(request, self.n_features)
        edits = request.edits
        if edits is None:
            edits = self.kept.get((request.network, request.image), NO_EDITS)
        features = apply_edits(result.relevance.values_hw, result.features, edits)
        result = replace(result, features=features)
        for part in (NetworkInput(result.input_hwc_u8), result.prediction, result.relevance, result.features):
            report.partial(part)
        return result

    def cluster(self, request: ClusterRequest, context: Any, report: Report) -> FeatureSet:
        """Find fewer features at a higher threshold."""
        n_features = 0 if request.clustering.threshold >= 50 else self.n_features
        found = make_features(n_features, request.clustering)
        found = found if n_features else replace(found, largest_dropped=17, suggested_threshold=4.0)
        return apply_edits(make_relevance().values_hw, found, request.edits)

    def split_feature(self, request: SplitRequest, context: Any, report: Report) -> tuple[Pixels, ...]:
        """Split as the program does."""
        return split_feature(request, context, report)

    def _keep_drawn(self, request: KeepDrawnRequest, context: Any, report: Report) -> bool:
        self.kept[(request.network, request.image)] = request.edits
        return True

    def alone(self, request: OccludeRequest, context: Any, report: Report) -> dict[int, float]:
        """Let early features matter more."""
        return {number: 0.3 / number for number in range(1, self.n_features + 1)}

    def occlude(self, request: OccludeRequest, context: Any, report: Report) -> Occlusion:
        """Lower the best class with each feature."""
        return make_occlusion(request.occlude, request.fill)

    def analyse(self, request: Any, context: Any, report: Report) -> Any:
        """Answer twice."""
        report.partial(make_analysis(self.n_features, finished=False))
        return make_analysis(self.n_features)

    def compare_networks(
        self, request: CompareNetworksRequest, context: Any, report: Report
    ) -> NetworksCompared:
        """Let both networks say something, or fail as the test wishes."""
        if self.failure is not None:
            raise self.failure
        pair = tuple(record for name in request.networks for record in self.networks if record.id == name)
        return make_compared(*pair)

    def _remove(self, request: EntryRequest, context: Any, report: Report) -> Changes:
        self.networks = [record for record in self.networks if record.id != request.id]
        self.images = [record for record in self.images if record.id != request.id]
        return Changes(networks=True, images=True)

    def _rename(self, request: EntryRequest, context: Any, report: Report) -> Changes:
        def renamed(record: Any) -> Any:
            return replace(record, name=request.name) if record.id == request.id else record

        self.networks = [renamed(record) for record in self.networks]
        self.images = [renamed(record) for record in self.images]
        return Changes(networks=True, images=True)
