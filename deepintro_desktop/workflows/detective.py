"""How pixels are probably prepared: which ways are worth a try, and which one the answers speak for.

Pure decisions on numbers that others computed; nothing here opens a file or runs a network.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from deepintro_desktop.core.inspection import Advice, Candidate, Trial
from deepintro_desktop.core.records import Manifest, SpecificationSource
from deepintro_desktop.core.results import ClassScore
from deepintro_desktop.core.specification import ChannelOrder, InputSpecification
from deepintro_desktop.core.translation import marked, translate

FROM_FILE, BEST_GUESS, OWN = "file", "guess", "own"
RGB_CAFFE = "rgb-minus-mean"
"""Caffe's mean on channels in the other order: the commonest mistake with such networks."""

PRESET_TITLES = {
    "caffe": marked("Preparations", "Caffe"),
    RGB_CAFFE: marked("Preparations", "RGB minus mean"),
    "imagenet": marked("Preparations", "ImageNet"),
    "zero-to-one": marked("Preparations", "0 to 1"),
    "minus-one-to-one": marked("Preparations", "−1 to 1"),
    "raw": marked("Preparations", "Raw"),
    FROM_FILE: marked("Preparations", "As the files say"),
    BEST_GUESS: marked("Preparations", "Best guess"),
    OWN: marked("Preparations", "Your settings"),
}
"""Names of ways to prepare pixels, in English."""
MOST_CANDIDATES = 5
SURE, FAIRLY_SURE, LESS_SURE = 0.75, 0.6, 0.2
"""How far above chance the best probability must lie, 0 to 1, to be called so."""

_CAFFE = ("caffe", RGB_CAFFE, "raw", "imagenet")
_TORCH = ("imagenet", "zero-to-one", "minus-one-to-one", "raw")
_TENSORFLOW = ("minus-one-to-one", "zero-to-one", "raw", "imagenet", "caffe")
_ONNX = ("imagenet", "zero-to-one", "minus-one-to-one", "raw", "caffe")
_GREY = ("zero-to-one", "minus-one-to-one", "raw", "imagenet")
_WAYS = {
    "caffe": _CAFFE,
    "torchscript": _TORCH,
    "torch-export": _TORCH,
    "torch-weights": _TORCH,
    "keras": _TENSORFLOW,
    "tensorflow1": _TENSORFLOW,
    "savedmodel": _TENSORFLOW,
    "frozen-graph": _TENSORFLOW,
}
_FAMILY_WORDS = {
    "caffe": marked("Preparations", "Caffe networks"),
    "torchscript": marked("Preparations", "PyTorch networks"),
    "torch-export": marked("Preparations", "PyTorch networks"),
    "torch-weights": marked("Preparations", "PyTorch networks"),
    "keras": marked("Preparations", "Keras networks"),
    "tensorflow1": marked("Preparations", "TensorFlow networks"),
    "savedmodel": marked("Preparations", "TensorFlow networks"),
    "frozen-graph": marked("Preparations", "TensorFlow networks"),
}
_HUMILITY = marked(
    "Preparations", "A high number proves nothing by itself, so choose the column whose answers are true"
)
_CLEARLY = 0.2
_LARGER = 1.2
_SAME_EFFECT = 1e-3


def candidates(manifest: Manifest) -> tuple[Candidate, ...]:
    """Return the preparations to choose from, the program's own finding first; no two have the same effect.

    Where the files say how pixels are prepared, that is the only one.
    """
    own = manifest.specification
    if manifest.specification_source is SpecificationSource.FILE:
        return (Candidate(FROM_FILE, own, usual=True),)
    names = _GREY if own.channels == 1 else _WAYS.get(manifest.format.lower(), _ONNX)
    presets = {name: _preset(name, own) for name in names}
    # A mean file changes the mean of the preset that was guessed; it is the same way all the same.
    same_way = [name for name, spec in presets.items() if (spec.order, spec.scale) == (own.order, own.scale)]
    exact = [name for name in same_way if _equal(presets[name], own)]
    first = next(iter((*exact, *same_way)), BEST_GUESS)
    if manifest.specification_source is SpecificationSource.USER:
        first = OWN
    found = [Candidate(first, own, usual=first != OWN)]
    for name, spec in presets.items():
        if name != first and not any(_equal(spec, other.specification) for other in found):
            found.append(Candidate(name, spec))
    return tuple(found[:MOST_CANDIDATES])


def recommend(
    options: Sequence[Candidate], trials: Sequence[Trial], family: str, picture_index: int = 0
) -> Advice:
    """Return which candidate to take and why.

    What is usual for the format wins unless another one is clearly surer and does not say the same about all
    pictures: large inputs alone make a network sure, of one class mostly.

    Parameters
    ----------
    options, trials : sequences of the same length
        The candidates and what each gave; without trials only the usual one can be named.
    family : str
        The format of the network.
    picture_index : int
        Of the picture whose answers are compared for the warning.
    """
    kind = _tr(_FAMILY_WORDS.get(family.lower(), marked("Preparations", "networks of this kind")))
    usual = next((index for index, option in enumerate(options) if option.usual), 0)
    if len(options) == 1:
        return Advice(options[0].key, _tr("The files say how pixels are prepared."))
    known = [index for index, trial in enumerate(trials) if trial.mean_best is not None]
    if len(trials) != len(options) or not known:
        reason = _tr("Recommended: usual for {0}. Choose a picture to see what each way gives.").format(kind)
        return Advice(options[usual].key, reason)
    means = {index: trials[index].mean_best or 0.0 for index in known}
    surest = max(means, key=lambda index: means[index])
    chosen = surest if _is_clearly_better(trials[usual], trials[surest]) else usual
    reason = _reason(kind, _titles(options, usual, surest), chosen, trials)
    answers = [trial.answers[picture_index] for trial in trials if picture_index < len(trial.answers)]
    says = spread_words(answers)
    return Advice(options[chosen].key, f"{reason} {_tr(_HUMILITY)}{says}.", doubt(answers))


def doubt(answers: Sequence[Sequence[ClassScore]]) -> str:
    """Return a warning where the best class changes with the preparation; empty where all agree."""
    tops = Counter(answer[0].label for answer in answers if answer)
    if len(tops) < 2:
        return ""
    return _tr("The answer depends on how pixels are prepared.")


def spread_words(answers: Sequence[Sequence[ClassScore]]) -> str:
    """Return ``: here 2 say Egyptian cat, 1 says great grey owl, 1 cannot say`` for one picture's answers."""
    # Labels of ImageNet name every synonym; one is enough in a sentence.
    decided = [
        answer[0].label.partition(",")[0] for answer in answers if answer and not _is_undecided(answer)
    ]
    n_undecided = sum(1 for answer in answers if answer and _is_undecided(answer))
    if not decided:
        return ""
    one, several = _tr("{0} says {1}"), _tr("{0} say {1}")
    parts = [
        (one if count == 1 else several).format(number_word(count), label)
        for label, count in Counter(decided).most_common()
    ]
    if len(parts) == 1 and not n_undecided:
        all_say = _tr(": here all say {0}") if len(decided) > 2 else _tr(": here both say {0}")
        return all_say.format(decided[0]) if decided[1:] else ""
    if n_undecided:
        parts.append(_tr("{0} cannot say").format(number_word(n_undecided)))
    return _tr(": here {0}").format(", ".join(parts))


def sureness(mean_best: float, n_classes: int) -> str:
    """Return how sure a network is on average: sure, fairly sure, less sure or undecided."""
    chance = 1 / max(n_classes, 1)
    above = (mean_best - chance) / (1 - chance) if chance < 1 else mean_best
    steps = ((SURE, "sure"), (FAIRLY_SURE, "fairly sure"), (LESS_SURE, "less sure"))
    return next((word for least, word in steps if above >= least), "undecided")


def sources(manifest: Manifest, *, is_size_open: bool) -> dict[str, SpecificationSource]:
    """Return who says each part of the specification; the network itself fixes channels and mostly size."""
    said = manifest.specification_source
    by_file = SpecificationSource.FILE
    has_mean_file = any(file.role == "mean" for file in manifest.files)
    return {
        "size": SpecificationSource.GUESS if is_size_open else by_file,
        "channels": by_file,
        "order": by_file if manifest.specification.channels == 1 else said,
        "range": said,
        "mean": by_file if has_mean_file else said,
        "std": said,
    }


def _titles(options: Sequence[Candidate], *indices: int) -> tuple[tuple[int, str], ...]:
    titles = (PRESET_TITLES.get(options[index].key, options[index].key) for index in indices)
    return tuple((index, _tr(title)) for index, title in zip(indices, titles, strict=True))


def _reason(kind: str, titles: tuple[tuple[int, str], ...], chosen: int, trials: Sequence[Trial]) -> str:
    """Say why: ``titles`` are index and title of the usual and of the surest candidate."""
    (usual, usual_title), (surest, surest_title) = titles
    n_pictures = sum(1 for answer in trials[chosen].answers if answer)
    several = _tr("over {0} pictures").format(number_word(n_pictures))
    over = _tr("on this picture") if n_pictures == 1 else several
    if usual == surest:
        return _tr("Recommended: usual for {0}, and the surest {1}.").format(kind, over)
    if chosen == usual:
        spans = [trials[index].high - trials[index].low for index in (surest, usual)]
        is_larger = spans[0] > _LARGER * spans[1]
        why = _tr("larger inputs make any answer surer") if is_larger else _tr("the step is small")
        form = _tr("Recommended: usual for {0}. {1} is surer {2}, which says little: {3}.")
        return form.format(kind, surest_title, over, why)
    form = _tr("Recommended: by far the surest {0}, although {1} is usual for {2}.")
    return form.format(over, usual_title, kind)


def _is_clearly_better(usual: Trial, other: Trial) -> bool:
    """Whether being surer counts: by much, not of one class for all pictures, not by larger inputs alone.

    Larger inputs make logits larger and every answer surer; they only count where the usual way leaves the
    network undecided.
    """
    usual_mean, other_mean = usual.mean_best or 0.0, other.mean_best or 0.0
    tops = [answer[0].index for answer in other.answers if answer]
    if other_mean - usual_mean <= _CLEARLY or (len(tops) > 1 and len(set(tops)) == 1):
        return False
    is_larger = other.high - other.low > _LARGER * (usual.high - usual.low)
    return usual_mean < LESS_SURE or not is_larger


def _is_undecided(answer: Sequence[ClassScore]) -> bool:
    """Whether the best of the answers is hardly above the others: less than a fifth, or barely ahead."""
    best = answer[0].probability
    return best < LESS_SURE or (len(answer) > 1 and best < 1.05 * answer[1].probability)


def number_word(count: int) -> str:
    """Return a number as it is written in a sentence: ``four``, ``12``."""
    words = (_tr("no"), _tr("one"), _tr("two"), _tr("three"), _tr("four"), _tr("five"), _tr("six"))
    return words[count] if count < len(words) else str(count)


def _tr(text: str) -> str:
    return translate("Preparations", text)


def _preset(name: str, own: InputSpecification) -> InputSpecification:
    from deepintro_desktop.importers.preprocessing import preset_like

    if name == RGB_CAFFE:
        return _swapped(own if own.order is ChannelOrder.BGR else preset_like("caffe", own))
    return preset_like(name, own)


def _swapped(spec: InputSpecification) -> InputSpecification:
    """Return the same colours in the other order: the mean of red stays the mean of red."""
    return replace(spec, order=ChannelOrder.RGB, mean=spec.mean[::-1], std=spec.std[::-1])


def _equal(one: InputSpecification, other: InputSpecification) -> bool:
    """Whether two specifications give the same numbers for every pixel, but for rounding."""
    if (one.order, one.resize) != (other.order, other.resize):
        return False
    ends = [np.array([_end(spec, pixel) for pixel in (0.0, 255.0)]) for spec in (one, other)]
    span = float(np.ptp(ends[0])) or 1.0
    return bool(np.abs(ends[0] - ends[1]).max() <= _SAME_EFFECT * span)


def _end(spec: InputSpecification, pixel: float) -> list[float]:
    return [(pixel * spec.scale - mean) / std for mean, std in zip(spec.mean, spec.std, strict=True)]
