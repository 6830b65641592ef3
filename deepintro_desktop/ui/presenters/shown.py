"""The explanation on the screen, for what is made of it elsewhere."""

from dataclasses import dataclass

from deepintro_desktop.core.requests import ExplainRequest


@dataclass(frozen=True, slots=True)
class ShownExplanation:
    """What is on the screen: the request that makes it again, and what is known of it.

    ``subject`` says with ``analyse`` whether the four answers are there; ``repeat`` is how often they are
    evaluated again when they are searched for a report.
    """

    subject: ExplainRequest
    name: str
    n_features: int
    is_dicom: bool
    repeat: int = 0
