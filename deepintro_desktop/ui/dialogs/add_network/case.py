"""One network on its way into the library: what is asked of it, what was found, what was chosen so far."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from deepintro_desktop.core.inspection import Advice, Candidate, Inspection, KeepRequest, Trial
from deepintro_desktop.core.records import SpecificationSource
from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.core.specification import ChannelOrder, InputSpecification
from deepintro_desktop.workflows.detective import OWN, recommend


@dataclass
class Case:
    """The state of one network in the dialog.

    ``chosen`` is the key of a candidate and ``was_chosen`` whether a person chose it; ``own`` is what a
    person typed; ``problem`` is a companion or wish that was refused; ``missing`` the role of the file
    without which nothing can be read.
    """

    request: AddNetworkRequest
    inspection: Inspection | None = None
    trials: dict[InputSpecification, Trial] = field(default_factory=dict)
    advice: Advice | None = None
    chosen: str = ""
    was_chosen: bool = False
    own: Candidate | None = None
    problem: str = ""
    missing: str = ""

    @property
    def options(self) -> tuple[Candidate, ...]:
        """The preparations to choose from; what a person typed comes last."""
        found = self.inspection.candidates if self.inspection is not None else ()
        if self.own is None:
            return found
        return (*(entry for entry in found if entry.key != OWN), self.own)

    @property
    def choice(self) -> Candidate:
        """The preparation that is chosen."""
        return next((entry for entry in self.options if entry.key == self.chosen), self.options[0])

    @property
    def specification(self) -> InputSpecification:
        """What is chosen, as numbers."""
        return self.choice.specification

    @property
    def is_grey(self) -> bool:
        """Whether the network takes grey pictures."""
        return self.specification.order is ChannelOrder.GRAY

    @property
    def is_size_open(self) -> bool:
        """Whether the network takes pictures of other sizes, too."""
        return self.inspection is not None and self.inspection.sources["size"] is not SpecificationSource.FILE

    @property
    def is_own_choice(self) -> bool:
        """Whether a person decided on something else than what the files say."""
        return self.was_chosen and self.source is SpecificationSource.USER

    @property
    def source(self) -> SpecificationSource:
        """Who decides how pixels are prepared if the network is stored now."""
        if self.inspection is None:
            return SpecificationSource.GUESS
        manifest = self.inspection.record.manifest
        if self.specification == manifest.specification and not self._overrules(
            manifest.specification_source
        ):
            return manifest.specification_source
        return SpecificationSource.USER if self.was_chosen else SpecificationSource.GUESS

    def begin(self, inspection: Inspection) -> None:
        """Start from what was found."""
        self.inspection, self.request = inspection, inspection.request
        self.trials, self.advice, self.own, self.problem, self.missing = {}, None, None, "", ""
        self.chosen, self.was_chosen = inspection.candidates[0].key, False

    def choose(self, key: str) -> bool:
        """Take a preparation because a person says so; tell whether there is one of this key."""
        known = any(entry.key == key for entry in self.options)
        if known:
            self.chosen, self.was_chosen = key, True
        return known

    def untried(self) -> tuple[InputSpecification, ...]:
        """Return the preparations that have not been tried yet."""
        wanted = (option.specification for option in self.options)
        return tuple(spec for spec in wanted if spec not in self.trials)

    def take(self, trials: Iterable[Trial]) -> None:
        """Keep what preparations gave, in place of what they gave before."""
        self.trials |= {trial.specification: trial for trial in trials}

    def judge(self, picture_index: int) -> None:
        """Take what the answers speak for, unless a person has chosen."""
        if self.inspection is None:
            return
        found = [option for option in self.options if option is not self.own] or list(self.options)
        trials = [
            self.trials[option.specification] for option in found if option.specification in self.trials
        ]
        family = self.inspection.record.manifest.format
        self.advice = recommend(found, trials, family, picture_index)
        if not self.was_chosen and self.trials:
            self.chosen = self.advice.key

    def keeping(self, name: str) -> KeepRequest | None:
        """Return the request that stores the network; None while nothing was found."""
        if self.inspection is None:
            return None
        return KeepRequest(self.inspection.record.id, name, self.specification, self.source)

    def _overrules(self, source: SpecificationSource) -> bool:
        """Whether a person has said what was only guessed before."""
        return self.was_chosen and source is SpecificationSource.GUESS
