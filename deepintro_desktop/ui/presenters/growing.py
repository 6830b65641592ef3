"""Images that are being made."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.synthesis import SynthesisPreview


@dataclass(slots=True, eq=False)
class Growing:
    """Images that are being made, or that were stopped on their way.

    ``request`` has ``seed`` and ``n_images``; ``recipe`` and ``subject`` say where the images belong.
    ``errors``: by seed, (iteration, error) of the previews so far.
    """

    request: Any
    recipe: Any
    subject: tuple[str, str]
    previews: dict[int, SynthesisPreview] = field(default_factory=dict)
    errors: dict[int, list[tuple[int, float]]] = field(default_factory=dict)
    is_stopped: bool = False

    @property
    def seeds(self) -> tuple[int, ...]:
        """The seeds of the images."""
        return tuple(range(self.request.seed, self.request.seed + self.request.n_images))

    def take(self, preview: SynthesisPreview) -> None:
        """Take in how far some of the images are."""
        for seed, error in zip(preview.seeds, preview.errors.tolist(), strict=True):
            self.previews[seed] = preview
            self.errors.setdefault(seed, []).append((preview.iteration, error))

    def image(self, seed: int) -> NDArray[np.uint8] | None:
        """Return an image as it is now, uint8 [height, width, 1 or 3]."""
        preview = self.previews.get(seed)
        return None if preview is None else preview.images_u8[preview.seeds.index(seed)]

    def error(self, seed: int) -> float | None:
        """Return an image's error as it is now."""
        steps = self.errors.get(seed)
        return steps[-1][1] if steps else None
