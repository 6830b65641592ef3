"""What the person wants of the occlusion tab: shown, remembered, and where need be each network's own."""

from dataclasses import replace
from typing import Any, Protocol

from deepintro_desktop.core.parameters import ClusteringParameters
from deepintro_desktop.ui.presenters.ports import Settings
from deepintro_desktop.ui.tabs.occlusion.settings import (
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
    threshold for the noise pictures of the sample finds nothing in a photo.
    """

    def __init__(self, view: WishView, settings: Settings) -> None:
        self._view = view
        self._settings = settings
        self._network_id = ""
        self._own = load_own_clusterings(settings)
        self._common = load_wishes(settings)
        self.value = self._common

    def show(self) -> None:
        """Put the controls where the wishes are."""
        self._view.show_wishes(self.value)

    def turn_to(self, network_id: str) -> None:
        """Take the clustering of another network and forget the target class of the last one."""
        self._network_id = network_id
        clustering = self._own.get(network_id, self._common.clustering)
        self.value = replace(self.value, clustering=clustering, target="")

    def suggest(self, network_id: str, clustering: ClusteringParameters) -> bool:
        """Give a network its own clustering, unless it has one; tell whether the present wishes changed."""
        if network_id in self._own:
            return False
        self._own[network_id] = clustering
        save_own_clusterings(self._settings, self._own)
        return network_id == self._network_id and self.change(clustering=clustering)

    def change(self, **changes: Any) -> bool:
        """Take new wishes, show and remember them; tell whether anything changed."""
        wishes = replace(self.value, **changes)
        if wishes == self.value:
            return False
        self.value = wishes
        self.show()
        self._remember()
        return True

    def reset(self) -> Wishes:
        """Return to the defaults; give back the wishes from before."""
        before = self.value
        self.change(**{name: getattr(Wishes(), name) for name in ("method", "clustering", "fill", "seed")})
        return before

    def _remember(self) -> None:
        if self._network_id in self._own:
            self._own[self._network_id] = self.value.clustering
            save_own_clusterings(self._settings, self._own)
            self._common = replace(self.value, clustering=self._common.clustering)
        else:
            self._common = self.value
        save_wishes(self._settings, self._common)
