"""Long work beside the window: queues, progress, cancellation. QtCore only."""

from deepintro_desktop.jobs.failure import JobFailure
from deepintro_desktop.jobs.handle import JobHandle, JobState
from deepintro_desktop.jobs.inline import InlineRunner
from deepintro_desktop.jobs.runner import JobRunner

__all__ = ["InlineRunner", "JobFailure", "JobHandle", "JobRunner", "JobState"]
