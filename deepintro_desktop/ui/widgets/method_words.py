"""What each relevance method is good for, in a plain sentence; shown beside the list of methods."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

METHOD_WORDS: dict[str, str] = {
    "lrp-alpha2-beta1": QT_TRANSLATE_NOOP("Methods", "Clear regions, with what speaks against."),
    "lrp-alpha1-beta0": QT_TRANSLATE_NOOP("Methods", "Only what speaks for the target; calm, wide regions."),
    "lrp-z-plus": QT_TRANSLATE_NOOP("Methods", "Only what speaks for the target, without biases; smooth."),
    "lrp-gamma": QT_TRANSLATE_NOOP("Methods", "Prefers what speaks for the target, keeps some against."),
    "lrp-epsilon": QT_TRANSLATE_NOOP(
        "Methods", "Close to the gradient: fine; right for attention, noisy for convolutions."
    ),
    "lrp-epsilon-gamma": QT_TRANSLATE_NOOP(
        "Methods", "For attention between convolutions: as ε, calmer where convolutions look."
    ),
    "lrp-alpha2-beta1-half": QT_TRANSLATE_NOOP(
        "Methods", "As α2β1, where a network multiplies two of its values: a half each."
    ),
    "lrp-gamma-half": QT_TRANSLATE_NOOP("Methods", "As γ, where two values are multiplied: a half each."),
    "lrp-epsilon-half": QT_TRANSLATE_NOOP("Methods", "As ε, where two values are multiplied: a half each."),
    "lrp-epsilon-gamma-half": QT_TRANSLATE_NOOP(
        "Methods", "The same, where two values are multiplied: a half each."
    ),
    "lrp-attention": QT_TRANSLATE_NOOP(
        "Methods", "As ε, but also through where attention looks; much of it is lost on the way."
    ),
    "lrp-epsilon-plus-flat": QT_TRANSLATE_NOOP("Methods", "A rule per depth of the network; smooth regions."),
    "lrp-epsilon-gamma-box": QT_TRANSLATE_NOOP("Methods", "A rule per depth; knows the range of the pixels."),
    "lrp-alpha2-beta1-flat": QT_TRANSLATE_NOOP("Methods", "As α2β1, coarser at the pixels."),
    "lrp-alpha2-beta1-winner": QT_TRANSLATE_NOOP(
        "Methods", "As α2β1; pooling passes everything to its largest input."
    ),
    "lrp-alpha2-beta1-strict": QT_TRANSLATE_NOOP(
        "Methods", "The formula exactly as published; to check against other programs."
    ),
    "lrp-w-square": QT_TRANSLATE_NOOP("Methods", "Looks at the weights only, not at the picture's values."),
    "lrp-flat": QT_TRANSLATE_NOOP("Methods", "Spreads evenly: shows where the network looks at all."),
    "gradient-x-input": QT_TRANSLATE_NOOP("Methods", "Quick and noisy; the simplest one with a sign."),
    "sensitivity": QT_TRANSLATE_NOOP(
        "Methods", "Where a small change would matter; it cannot tell for from against."
    ),
}
"""Sentences by the keys of ``METHOD_LABELS``."""


def method_words(key: str) -> str:
    """Return what a method is good for."""
    return QCoreApplication.translate("Methods", METHOD_WORDS[key])
