"""What a picture file holds once it is read."""

from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.picture_view import NO_CHOICES, PictureChoices, PictureView


@dataclass(frozen=True, slots=True, eq=False)
class DecodedImage:
    """A picture as pixels, upright, eight bits per channel.

    Parameters
    ----------
    name : str
        The file's name, without its folder.
    pixels_hwc_u8 : ndarray
        uint8 [height, width, 3] in RGB order, or uint8 [height, width, 1] for grey pictures.
    kind : str
        The format by content: ``PNG``, ``JPEG``, ``TIFF``, ``GIF``, ``BMP``, ``WEBP``, ``PPM``, ``DICOM`` or
        ``NIfTI``.
    facts : dict
        What a person should know about the reading, by key: ``mode`` and ``stored_size`` always; where they
        apply ``frames``, ``orientation``, ``transparency``, ``depth``, ``colours``, ``profile``, ``damage``;
        of medical files also ``modality``, ``window``, ``slice``, ``spacing``, ``overlays``,
        ``annotations``, ``compression``.
    choices : PictureChoices
        What else the file could be seen as.
    """

    name: str
    pixels_hwc_u8: NDArray[np.uint8]
    kind: str
    facts: dict[str, str] = field(default_factory=dict)
    choices: PictureChoices = NO_CHOICES

    @property
    def height(self) -> int:
        """Rows of the upright picture."""
        return int(self.pixels_hwc_u8.shape[0])

    @property
    def width(self) -> int:
        """Columns of the upright picture."""
        return int(self.pixels_hwc_u8.shape[1])


class Pictures(Protocol):
    """A file that has been opened: every picture that it can be seen as."""

    def picture(self, view: PictureView) -> DecodedImage:
        """Return one of them; raise ``UnreadableImageError`` where there is no such picture."""
