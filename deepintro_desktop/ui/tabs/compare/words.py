"""The sentences of the compare tab."""

from deepintro_desktop.core.comparing import NetworkLook, NetworksCompared
from deepintro_desktop.core.parameters import METHOD_LABELS
from deepintro_desktop.core.said import said
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
        return _tr("This network can be predicted, but not explained.")
    n_features = len(look.features.features)
    if n_features == 0:
        return _tr("No feature for {0} at these settings.").format(label)
    share = percent(look.features.relevance_share)
    size = _tr("of {0} px and more").format(look.features.parameters.min_size)
    words = counted(n_features, _tr("feature {0} holds").format(size), _tr("features {0} hold").format(size))
    if look.prediction.top[0].index != look.target.index:
        label = _tr("{0} (not its answer)").format(label)
    return _tr("{0} {1} of the relevance for {2}, {3}.").format(
        words, share, label, said(METHOD_LABELS.get(look.method, look.method))
    )


def agreement(found: NetworksCompared) -> str:
    """Say how the two agree, in answer, maps and features."""
    one, other = (look.prediction.top[0] for look in found.looks)
    same = one.label.casefold() == other.label.casefold()
    parts = [_tr("Both give the same answer") if same else _tr("Their answers differ")]
    if found.correlation is not None:
        parts.append(_tr("correlation of the maps {0}").format(signed(found.correlation, 2)))
    if found.overlap is not None:
        parts.append(_tr("features in common (IoU) {0:.2f}").format(found.overlap))
    if found.correlation is None and all(look.features is not None for look in found.looks):
        parts.append(_tr("their maps show other parts of the picture and cannot be laid over each other"))
    return " · ".join(parts)


def _tr(text: str) -> str:
    return translate("Compare", text)
