"""A presenter on fakes. No Qt."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, ClassVar

from deepintro_desktop.ui.presenters.collection import Services
from support.fake_jobs import FakeNotifier, FakePrompter, FakeRunner, FakeSettings, Recorder


@dataclass
class Desk:
    """All that the presenter of a tool works with, in the hands of the test.

    A test's own desk derives from it, names the presenter, and adds what its tests do again and again.
    """

    make_presenter: ClassVar[Callable[..., Any]]
    view: Recorder = field(default_factory=Recorder)
    runner: FakeRunner = field(default_factory=FakeRunner)
    notifier: FakeNotifier = field(default_factory=FakeNotifier)
    prompter: FakePrompter = field(default_factory=FakePrompter)
    settings: FakeSettings = field(default_factory=FakeSettings)

    def __post_init__(self) -> None:
        services = Services(self.runner, self.notifier, self.prompter, self.settings)
        self.presenter: Any = type(self).make_presenter(self.view, services)
