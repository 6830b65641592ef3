"""What the person wants of the occlusion tab: shown, remembered, and where need be each network's own."""

from dataclasses import replace
from typing import Any, Protocol

from deepintro_desktop.core.parameters import ClusteringParameters
from deepintro_desktop.ui.presenters.ports import Settings
from deepintro_desktop.ui.tabs.occlusion.settings import (
    OwnClustering,
    load_own_clusterings,
    load_wishes,
    save_own_clusterings,
    save_wishes,
)
from deepintro_desktop.ui.tabs.occlusion.state import Wishes


class WishView(Protocol):
    """Shows the wishes in the controls."""

    def show_wishes(self, wishes: Wishes) -> None:
        """Put the controls where the wishes are."""


class WishKeeper:
    """Keeps the wishes of the tab.

    Clustering is remembered once for all networks, except for those that came with a suggestion: a good
    threshold for the noise pictures of the sample finds nothing in a photo. A target class belongs to one
    picture: what is worth asking of a dog says nothing about a lynx.
    """

    def __init__(self, view: WishView, settings: Settings) -> None:
        self._view = view
        self._settings = settings
        self._subject = ("", "")
        self._targets: dict[tuple[str, str], str] = {}
        self._own = load_own_clusterings(settings)
        self._common = load_wishes(settings)
        self.value = self._common

    def show(self) -> None:
        """Put the controls where the wishes are."""
        self._view.show_wishes(self.value)

    def turn_to(self, network_id: str, image_id: str = "") -> None:
        """Take the clustering of a network, and the target class that was chosen for the picture, if any."""
        self._subject = (network_id, image_id)
        own = self._own.get(network_id)
        clustering = own.value if own is not None else self._common.clustering
        self.value = replace(self.value, clustering=clustering, target=self._targets.get(self._subject, ""))

    def suggest(self, network_id: str, clustering: ClusteringParameters) -> bool:
        """Give a network its own clustering, unless it has one; tell whether the present wishes changed."""
        own = self._own.get(network_id)
        value = clustering if own is None else own.value
        self._own[network_id] = OwnClustering(value, clustering)
        save_own_clusterings(self._settings, self._own)
        return own is None and network_id == self._subject[0] and self.change(clustering=clustering)

    def change(self, **changes: Any) -> bool:
        """Take new wishes, show and remember them; tell whether anything changed."""
        wishes = replace(self.value, **changes)
        if wishes == self.value:
            return False
        self.value = wishes
        self._targets[self._subject] = wishes.target
        self.show()
        self._remember()
        return True

    def reset(self) -> Wishes:
        """Return to what was suggested for the network, else to the defaults; give back the wishes before."""
        before, fresh = self.value, Wishes()
        own = self._own.get(self._subject[0])
        clustering = fresh.clustering if own is None else own.suggestion
        self.change(method=fresh.method, clustering=clustering, fill=fresh.fill, seed=fresh.seed)
        return before

    def _remember(self) -> None:
        own = self._own.get(self._subject[0])
        common = replace(self.value, target="")
        if own is not None:
            self._own[self._subject[0]] = replace(own, value=self.value.clustering)
            save_own_clusterings(self._settings, self._own)
            common = replace(common, clustering=self._common.clustering)
        self._common = common
        save_wishes(self._settings, self._common)
