"""Adds models through one dialog: reads, shows what each preparation of pixels gives, stores.

Several models are asked about one after another in the same dialog. Of several, those that leave nothing open
are added without a question: who drops a folder of ten wants ten models, and to decide only what nobody else
can. A single one is always shown, with everything decided where the file decides it, so that Enter adds it.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial as bind
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.inspection import Candidate, Inspection, RelabelRequest, Trial, TryRequest
from deepintro_desktop.core.requests import AddNetworkRequest, EntryRequest
from deepintro_desktop.core.results import AddedNetwork
from deepintro_desktop.core.said import said
from deepintro_desktop.core.specification import InputSpecification
from deepintro_desktop.core.translation import translate
from deepintro_desktop.ui.dialogs.add_network import words
from deepintro_desktop.ui.dialogs.add_network.album import Album
from deepintro_desktop.ui.dialogs.add_network.case import Case
from deepintro_desktop.ui.dialogs.add_network.contract import AddNetworkView, Ask, OwnFields, Refusal
from deepintro_desktop.ui.dialogs.add_network.own import fields_of, specification_of
from deepintro_desktop.ui.presenters.collection import Services
from deepintro_desktop.ui.presenters.errand import Errand
from deepintro_desktop.ui.presenters.file_sorting import IMAGE_FILTER, LABELS, sort_files
from deepintro_desktop.workflows.detective import OWN

if TYPE_CHECKING:
    from deepintro_desktop.jobs import JobFailure


class Shelf(Protocol):
    """Where added networks go: the dock."""

    def take_in(self, added: AddedNetwork) -> None:
        """Show a network that was just added."""

    def expect(self, job: Any, name: str) -> None:
        """Say that a job is reading something for this list, until it ends."""


class AddNetworkPresenter:
    """Decides for the dialog that adds models.

    Parameters
    ----------
    make_view : callable
        Makes a dialog that tells this presenter what the person does.
    services : Services
        Runner, messages, settings.
    shelf : Shelf
        Gets the networks.
    """

    def __init__(
        self, make_view: Callable[["AddNetworkPresenter"], AddNetworkView], services: Services, shelf: Shelf
    ) -> None:
        self._make_view = make_view
        self._services = services
        self._shelf = shelf
        self._view: AddNetworkView | None = None
        self._waiting: list[AddNetworkRequest] = []
        self._n_asked = self._n_begun = 0
        self._case: Case | None = None
        self._album = Album(services, self._try_again, self._on_wish_refused)
        self._reading = Errand(self._on_inspected, self._on_refused)
        self._labelling = Errand(self._on_relabelled, self._on_wish_refused)
        self._trying = Errand(self._on_tried, self._on_not_tried, partial=self._on_tried_partly)
        self._keeping = Errand(self._on_kept, self._on_not_kept, cancelled=self._on_keeping_cancelled)

    # --- from the window

    def add(self, requests: Sequence[AddNetworkRequest]) -> None:
        """Read networks and ask about them; the dialog opens when it is not open."""
        self._waiting += requests
        self._n_asked += len(requests)
        if self._view is not None:
            self._view.show_place(self._n_begun, self._n_asked)
        elif self._waiting:
            self._view = self._make_view(self)
            self._view.open_dialog()
            self._album.open(self._view)
            self._next()

    def look_for_pictures(self) -> None:
        """Notice pictures that came into the library while the dialog is open."""
        self._album.look()

    # --- from the dialog

    def choose_card(self, key: str) -> None:
        """Take a preparation."""
        if self._case is not None and self._case.choose(key):
            self._show_choice()

    def choose_picture(self, picture_id: str) -> None:
        """Look at another picture; its answers are there already."""
        self._album.choose(picture_id)
        self._show_cards()

    def ask_picture(self) -> None:
        """Let a picture be chosen that is only tried, not added."""
        if self._view is not None:
            self._view.ask_files(_tr("Choose a picture to try"), IMAGE_FILTER, self._album.try_files)

    def drop(self, paths: Sequence[Path]) -> None:
        """Take files that were dropped on the dialog: the missing one, labels, pictures, further networks."""
        case, chosen = self._case, sort_files(paths)
        if case is not None and case.missing:
            self._on_file(case.missing, tuple(paths))
            return
        labels = [path for path in chosen.images if path.suffix.lower() in LABELS]
        if labels and case is not None and case.inspection is not None:
            self._on_file("labels", tuple(labels))
        self._album.try_files([path for path in chosen.images if path not in labels])
        if chosen.networks:
            self.add(chosen.networks)

    def ask_file(self, role: str) -> None:
        """Let a file of the network be chosen: network, weights, labels or mean."""
        if self._view is not None:
            title, filters = words.FILE_WORDS[role]
            self._view.ask_files(_tr(title), filters, bind(self._on_file, role))

    def choose_option(self, what: str, used: str) -> None:
        """Read the network again with another output, input, signature or structure."""
        if self._case is not None:
            self._read(replace(self._case.request, **{what: used}))

    def name_structure(self, text: str) -> None:
        """Read weights again with the structure that they belong to."""
        if self._case is not None and text.strip():
            self._read(replace(self._case.request, architecture=text.strip()))

    def show_other(self, is_open: bool) -> None:
        """Show or hide the fields for a preparation of one's own."""
        case = self._case
        if case is not None and case.inspection is not None and self._view is not None:
            fields = fields_of(case.specification) if is_open else None
            self._view.show_own(fields, grey=case.is_grey, is_size_open=case.is_size_open)

    def set_own(self, fields: OwnFields) -> None:
        """Try what was typed; another size means that the network is read again."""
        case = self._case
        if case is None or case.inspection is None or self._view is None:
            return
        now = case.inspection.record.manifest.specification
        try:
            spec = specification_of(fields, now.channels)
        except WrongRequestError as error:
            self._view.show_own_problem(said(error.message))
            return
        self._view.show_own_problem("")
        if fields_of(spec) == fields_of(case.specification):
            return
        if (spec.height, spec.width) != (now.height, now.width):
            self._read(replace(case.request, mean=None, preprocessing=dumps(spec.to_dict())))
            return
        case.own = Candidate(OWN, spec)
        case.choose(OWN)
        self._try()
        self._show_cards()

    def go_back(self) -> None:
        """Show again what was found, after a refusal that need not be the end."""
        if self._case is not None and self._case.inspection is not None:
            self._show_found()

    def confirm(self, name: str) -> None:
        """Store the network as it is shown."""
        request = self._case.keeping(name) if self._case is not None else None
        if request is None or self._keeping.is_running or self._reading.is_running:
            return
        if self._view is not None:
            self._view.show_keeping(True)
        job = self._services.runner.submit("keep_network", request)
        self._shelf.expect(job, name)
        self._keeping.follow(job)

    def skip(self) -> None:
        """Forget this network and go on with the next one, if any."""
        if self._keeping.is_running:
            return
        for errand in (self._reading, self._labelling, self._trying):
            errand.drop()
        self._forget_inspection()
        self._next()

    # --- one network after another

    def _next(self) -> None:
        if self._view is None:
            return
        if not self._waiting:
            self._close()
            return
        self._n_begun += 1
        self._view.show_place(self._n_begun, self._n_asked)
        self._case = Case(self._waiting.pop(0))
        self._read(self._case.request)

    def _close(self) -> None:
        view, self._view, self._case = self._view, None, None
        self._n_asked = self._n_begun = 0
        self._album.close()
        if view is not None:
            view.close_dialog()

    def _read(self, request: AddNetworkRequest) -> None:
        """Read a network, or read it again with another wish; what was found stays until that is done."""
        if self._case is None or self._view is None:
            return
        for errand in (self._labelling, self._trying):
            errand.drop()
        self._case.request = request
        self._view.show_reading(request.path.name, None, "")
        job = self._services.runner.submit("inspect_network", request)
        job.progressed.connect(bind(self._on_progress, request))
        self._reading.follow(job)

    def _forget_inspection(self) -> None:
        if self._case is not None and self._case.inspection is not None:
            entry = EntryRequest(self._case.inspection.record.id)
            self._services.runner.submit("forget_inspected", entry)
            self._case.inspection = None

    def _on_progress(self, request: AddNetworkRequest, fraction: float, message: str) -> None:
        case = self._case
        if (
            self._view is not None
            and case is not None
            and self._reading.is_running
            and case.request == request
        ):
            self._view.show_reading(request.path.name, fraction or None, said(message))

    def _on_inspected(self, inspection: Inspection) -> None:
        case = self._case
        if case is None:
            return
        old = case.inspection
        if old is not None and old.record.id != inspection.record.id:
            self._forget_inspection()
        case.begin(inspection)
        if old is None and self._n_asked > 1 and inspection.is_certain and not inspection.warnings:
            self.confirm(inspection.record.name)
            return
        self._try()
        self._show_found()

    def _on_refused(self, failure: "JobFailure") -> None:
        case = self._case
        if case is None or self._view is None:
            return
        if case.inspection is not None:  # it could be read before: only the last wish cannot be met
            case.request = case.inspection.request
            self._on_wish_refused(failure)
            return
        case.missing = str(getattr(failure.error, "fields", {}).get("missing", ""))
        self._view.show_refusal(words.refusal(case.request, failure))

    # --- files and wishes

    def _on_file(self, role: str, paths: tuple[Path, ...]) -> None:
        case = self._case
        if case is None or not paths:
            return
        path = paths[0]
        if role == "labels" and case.inspection is not None:
            request = RelabelRequest(case.inspection, path)
            self._labelling.follow(self._services.runner.submit("relabel_network", request))
        elif role == "network" and case.missing == "network":
            self._read(replace(case.request, path=path, weights=case.request.path))
        elif role == "network":
            self._read(AddNetworkRequest(path))
        elif role == "mean":
            # A mean file goes with what the files say or the best guess, not with numbers that were typed.
            self._read(replace(case.request, mean=path, preprocessing="auto"))
        else:
            self._read(replace(case.request, **{role: path}))

    def _on_relabelled(self, inspection: Inspection) -> None:
        case = self._case
        if case is not None:
            case.inspection, case.request, case.problem = inspection, inspection.request, ""
            self._try_again()  # the answers have other names now
            self._show_found()

    def _on_wish_refused(self, failure: "JobFailure") -> None:
        """Say in a row that a file or a wish was not used; what was found stays in use."""
        if self._case is not None and self._case.inspection is not None:
            self._case.problem = f"{failure.what} {failure.why}".strip()
            if not self._trying.is_running:
                self._try()
            self._show_found()

    # --- what the preparations give

    def _try_again(self) -> None:
        """Try every preparation on the pictures that are there now."""
        if self._case is not None:
            self._try(tuple(option.specification for option in self._case.options))

    def _try(self, specifications: tuple[InputSpecification, ...] = ()) -> None:
        """Try these preparations; else those that were not tried yet."""
        case = self._case
        if case is None or case.inspection is None or self._view is None:
            return
        # What is still running would be dropped: it is asked for again.
        wanted = tuple(dict.fromkeys((*specifications, *case.untried())))
        if wanted:
            network = case.inspection.record.id
            request = TryRequest(network, wanted, self._album.ids)
            self._trying.follow(self._services.runner.submit("try_preparations", request, queue=network))

    def _on_tried_partly(self, trials: tuple[Trial, ...]) -> None:
        """Show answers as they come; nothing is recommended before all are there."""
        if self._case is not None:
            self._case.take(trial for trial in trials if any(trial.answers))
            self._show_choice()

    def _on_tried(self, trials: tuple[Trial, ...]) -> None:
        if self._case is not None:
            self._case.take(trials)
            self._show_cards()

    def _on_not_tried(self, failure: "JobFailure") -> None:
        if self._case is not None:
            self._case.problem = (
                _tr("The preparations could not be tried. {0} {1}").format(failure.what, failure.why).strip()
            )
            self._show_found()

    # --- storing

    def _on_kept(self, added: AddedNetwork) -> None:
        if self._case is not None:
            self._case.inspection = None
        if self._view is not None:
            self._view.show_keeping(False)
        self._shelf.take_in(added)
        self._next()

    def _on_not_kept(self, failure: "JobFailure") -> None:
        if self._view is not None and self._case is not None:
            self._view.show_keeping(False)
            rows = words.refused_files(self._case.request.path, _tr("not added"))
            self._view.show_refusal(Refusal(rows, failure, Ask.BACK))

    def _on_keeping_cancelled(self) -> None:
        if self._view is not None:
            self._view.show_keeping(False)

    # --- what is shown

    def _show_found(self) -> None:
        case = self._case
        if case is not None and case.inspection is not None and self._view is not None:
            self._view.show_found(words.found(case.inspection, case.problem))
            self._album.show()
            self._show_cards()

    def _show_cards(self) -> None:
        """Show every preparation with its answers for the picture in view, and what is recommended."""
        case = self._case
        if case is None or case.inspection is None or self._view is None:
            return
        if not self._trying.is_running:
            case.judge(self._album.index)
        self._show_choice()
        advice = None if self._trying.is_running else case.advice
        self._view.show_verdict(words.verdict(advice, len(case.options)))

    def _show_choice(self) -> None:
        """Show which preparation is chosen, in the cards, in the list and in the fields."""
        case = self._case
        if case is None or case.inspection is None or self._view is None:
            return
        cards = words.cards(case, self._album.index)
        self._view.show_cards(cards, case.choice.key)
        sources = case.inspection.sources
        self._view.show_fields(words.fields(case.specification, sources, is_own=case.is_own_choice))
        self._view.refresh_own(fields_of(case.specification), grey=case.is_grey)


def _tr(text: str) -> str:
    return translate("AddNetwork", text)
