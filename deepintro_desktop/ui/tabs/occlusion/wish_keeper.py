"""What the person wants of the occlusion tab: shown, remembered, and where need be each network's own."""

from dataclasses import replace
from typing import Any, Protocol

from deepintro_desktop.core.drawn import Edits
from deepintro_desktop.core.parameters import DEFAULT_METHOD, ClusteringParameters
from deepintro_desktop.ui.presenters.ports import Settings
from deepintro_desktop.ui.tabs.occlusion.settings import (
    OwnClustering,
    load_methods,
    load_own_clusterings,
    load_wishes,
    save_methods,
    save_own_clusterings,
    save_wishes,
)
from deepintro_desktop.ui.tabs.occlusion.state import Wishes
from deepintro_desktop.ui.tabs.occlusion.view_memory import load_targets, save_targets


class WishView(Protocol):
    """Shows the wishes in the controls."""

    def show_wishes(self, wishes: Wishes) -> None:
        """Put the controls where the wishes are."""


class WishKeeper:
    """Keeps the wishes of the tab.

    Clustering is remembered once for all networks, except for those that came with a suggestion: a good
    threshold for the noise pictures of the sample finds nothing in a photo. A method is remembered for all
    networks to which the same one is usual: what is good for convolutions misleads where there is attention.
    The preferences may name a method that is usual for all.
    A target class belongs to one picture: what is worth asking of a dog says nothing about a lynx. So do the
    edits of features; between sessions the library keeps them.
    """

    def __init__(self, view: WishView, settings: Settings) -> None:
        self._view = view
        self._settings = settings
        self._subject = ("", "")
        self._targets = load_targets(settings)
        self._edits: dict[tuple[str, str], Edits | None] = {}
        self._own = load_own_clusterings(settings)
        self._methods = load_methods(settings)
        self._common = load_wishes(settings)
        self.value = self._common

    def show(self) -> None:
        """Put the controls where the wishes are."""
        self._view.show_wishes(self.value)

    def turn_to(self, network_id: str, image_id: str = "", suiting_method: str = DEFAULT_METHOD) -> None:
        """Take clustering and method of a network, and the target class that was chosen for the picture."""
        self._subject = (network_id, image_id)
        usual_method = self._usual(suiting_method)
        own = self._own.get(network_id)
        self.value = replace(
            self.value,
            method=self._methods.get(usual_method, usual_method),
            usual_method=usual_method,
            suiting_method=suiting_method,
            clustering=own.value if own is not None else self._common.clustering,
            target=self._targets.get(self._subject, ""),
            edits=self._edits.get(self._subject),
            budget=None,
        )

    def suggest(self, network_id: str, clustering: ClusteringParameters) -> bool:
        """Give a network its own clustering, unless it has one; tell whether the present wishes changed."""
        own = self._own.get(network_id)
        value = clustering if own is None else own.value
        self._own[network_id] = OwnClustering(value, clustering)
        save_own_clusterings(self._settings, self._own)
        return own is None and network_id == self._subject[0] and self.change(clustering=clustering)

    def change(self, **changes: Any) -> bool:
        """Take new wishes, show and remember them; tell whether anything changed."""
        wishes = replace(self.value, **{"budget": None, **changes})
        if wishes == self.value:
            return False
        self.value = wishes
        self._edits[self._subject] = wishes.edits
        if self._targets.get(self._subject, "") != wishes.target:
            self._targets.pop(self._subject, None)
            self._targets[self._subject] = wishes.target
            save_targets(self._settings, self._targets)
        self.show()
        self._remember()
        return True

    def forget_methods(self) -> bool:
        """Return to the usual methods everywhere; tell whether that of the present network is another."""
        self._methods = {}
        save_methods(self._settings, self._methods)
        usual = self._usual(self.value.suiting_method)
        self.value = replace(self.value, usual_method=usual)
        return self.change(method=usual)

    def reset(self) -> Wishes:
        """Return to what was suggested for the network, else to the defaults; give back the wishes before."""
        before, fresh = self.value, Wishes()
        own = self._own.get(self._subject[0])
        clustering = fresh.clustering if own is None else own.suggestion
        method = before.usual_method
        self.change(method=method, clustering=clustering, fill=fresh.fill, seed=fresh.seed)
        return before

    def _usual(self, suiting_method: str) -> str:
        return str(self._settings.get("default_method") or suiting_method)

    def _remember(self) -> None:
        own = self._own.get(self._subject[0])
        common = replace(self.value, target="", edits=None, budget=None)
        if own is not None:
            self._own[self._subject[0]] = replace(own, value=self.value.clustering)
            save_own_clusterings(self._settings, self._own)
            common = replace(common, clustering=self._common.clustering)
        self._methods[self.value.usual_method] = self.value.method
        self._common = common
        save_wishes(self._settings, self._common)
        save_methods(self._settings, self._methods)
