"""Which pictures a network takes whose file does not say it: it is tried out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import torch
from torch import Tensor

from deepintro_desktop.core.errors import UnsupportedNetworkError
from deepintro_desktop.importers.pytorch.runtime import flat_tensors, refuse_shortage, said

_SIDES = (224, 32, 28, 64, 96, 128, 112, 227, 256, 299, 160, 192, 240, 48, 40, 384, 331, 512)
_N_PICTURES = 2

Run = Callable[[Tensor], object]


@dataclass(frozen=True, slots=True)
class Fit:
    """Pictures that a network takes: its input's sizes behind the batch, and what it then gives, by place.

    ``several``: other sizes would do as well.
    """

    sizes: tuple[int, ...]
    outputs: dict[str, tuple[int, ...]]
    several: bool


def find_picture(
    run: Run,
    channels: tuple[int, ...],
    side: int | tuple[int, ...] | None,
    dtype: torch.dtype,
    name: str,
) -> Fit:
    """Return the first input that the network takes without complaint, giving one row per picture.

    ``channels`` are tried in this order; ``side`` is the wished (height, width), or all sizes or the side
    with which a search begins.

    Raises ``UnsupportedNetworkError`` with what PyTorch says when nothing fits.
    """
    complaint: BaseException | None = None
    for sizes in _candidates(channels, side):
        try:
            outputs = _tried(run, sizes, dtype)
        except Exception as error:  # PyTorch raises many kinds
            refuse_shortage(error, name)
            complaint = complaint or error
            continue
        if outputs:
            return Fit(sizes, outputs, side is None and _takes_another(run, sizes, dtype))
    why = f"PyTorch says: {said(complaint)}." if complaint else "It gives no row of numbers for each."
    raise UnsupportedNetworkError(
        f"{name} does not take pictures of any usual size.",
        why,
        "Name height, width and channels of its pictures as preprocessing, or ask its author for them.",
    )


def _candidates(channels: tuple[int, ...], side: int | tuple[int, ...] | None) -> Iterator[tuple[int, ...]]:
    if isinstance(side, tuple) and len(side) != 2:
        yield side
        side = None
    if isinstance(side, tuple):
        yield from ((count, *side) for count in channels)
        yield from ((*side, count) for count in channels)
        yield (side[0] * side[1],)
        return
    sides = _SIDES if side is None else (side, *_SIDES)
    yield from ((count, length, length) for length in sides for count in channels)
    yield from ((length * length,) for length in sides)
    yield from ((length, length, count) for length in sides for count in channels)


def _tried(run: Run, sizes: tuple[int, ...], dtype: torch.dtype) -> dict[str, tuple[int, ...]]:
    """Return the outputs with one row per picture; with two of them a wrong reshape cannot pass for right."""
    generator = torch.Generator().manual_seed(0)
    x = torch.rand((_N_PICTURES, *sizes), generator=generator).to(dtype)
    found = {place: tuple(value.shape) for place, value in flat_tensors(run(x)).items()}
    return {place: shape for place, shape in found.items() if shape and shape[0] == _N_PICTURES}


def _takes_another(run: Run, sizes: tuple[int, ...], dtype: torch.dtype) -> bool:
    if len(sizes) != 3:
        return False
    other = tuple(size if size <= 3 else size + 32 for size in sizes)
    try:
        return bool(_tried(run, other, dtype))
    except Exception:  # PyTorch raises many kinds
        return False
