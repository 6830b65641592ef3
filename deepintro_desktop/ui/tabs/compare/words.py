"""The sentences of the compare tab."""

from deepintro_desktop.core.comparing import NetworkLook, NetworksCompared
from deepintro_desktop.core.parameters import METHOD_LABELS
from deepintro_desktop.core.translation import translate
from deepintro_desktop.ui.presenters.words import counted
from deepintro_desktop.ui.widgets.words import percent, signed


def drawn_note(found: NetworksCompared) -> str:
    """Say that features that a person drew do not count; empty where there are none."""
    features = [one for look in found.looks if look.features is not None for one in look.features.features]
    if found.overlap is None or not any(feature.drawn for feature in features):
        return ""
    return translate("Compare", "features drawn by a person do not count here")


def caption(look: NetworkLook) -> str:
    """Say what is seen of one network.

    For example ``14 features of 20 px and more hold 62.0 % of the relevance for tabby, LRP ε.``
    """
    label = look.target.label.split(",", 1)[0].strip() or look.target.label
    if look.features is None:
        return "This network can be predicted, but not explained."
    n_features = len(look.features.features)
    if n_features == 0:
        return f"No feature for {label} at these settings."
    share = percent(look.features.relevance_share)
    size = f"of {look.features.parameters.min_size} px and more"
    words = counted(n_features, f"feature {size} holds", f"features {size} hold")
    return f"{words} {share} of the relevance for {label}, {METHOD_LABELS.get(look.method, look.method)}."


def agreement(found: NetworksCompared) -> str:
    """Say how the two agree, in answer, maps and features."""
    one, other = (look.prediction.top[0] for look in found.looks)
    same = one.label.casefold() == other.label.casefold()
    parts = ["Both give the same answer" if same else "Their answers differ"]
    if found.correlation is not None:
        parts.append(f"correlation of the maps {signed(found.correlation, 2)}")
    if found.overlap is not None:
        parts.append(f"features in common (IoU) {found.overlap:.2f}")
    if found.correlation is None and all(look.features is not None for look in found.looks):
        parts.append("their maps show other parts of the picture and cannot be laid over each other")
    return " · ".join(parts)
