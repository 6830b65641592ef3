"""Which two networks are compared, and when."""

from collections.abc import Sequence
from typing import Any, Protocol

from deepintro_desktop.core.comparing import CompareNetworksRequest, NetworksCompared
from deepintro_desktop.core.records import NetworkRecord
from deepintro_desktop.ui.presenters.collection import CollectionPresenter, Services
from deepintro_desktop.ui.presenters.errand import Errand
from deepintro_desktop.ui.presenters.scene import MissingView, Scene
from deepintro_desktop.ui.tabs.compare.words import agreement, drawn_note


class CompareView(MissingView, Protocol):
    """Widgets without decisions."""

    def show_alone(self) -> None:
        """Say that there is no second network."""

    def show_choice(self, others: Sequence[NetworkRecord], chosen: str) -> None:
        """Offer the other networks."""

    def show_busy(self, first: NetworkRecord, second: NetworkRecord) -> None:
        """Say who is being asked."""

    def show_compared(self, found: NetworksCompared, text: str) -> None:
        """Show both looks and how they agree."""

    def show_failure(self, failure: Any) -> None:
        """Show why there is nothing, with a way to try again."""

    def show_stopped(self) -> None:
        """Say that the comparison was stopped, with a way to try again."""


class ComparePresenter:
    """Compares the network of the other tools with one more, while the tab is seen.

    Parameters
    ----------
    view : CompareView
        The tab's widgets.
    services : Services
        Runner, messages, questions, settings.
    networks : CollectionPresenter
        The networks to choose from.
    """

    def __init__(self, view: CompareView, services: Services, networks: CollectionPresenter) -> None:
        self._view = view
        self._services = services
        self._networks = networks
        self._scene = Scene()
        self._chosen = ""
        self._in_front = False
        self._asked: tuple[CompareNetworksRequest, tuple[str, str]] | None = None
        self._comparing = Errand(self._on_compared, self._on_failed, cancelled=self._on_stopped)
        networks.listen(self._turn)

    def show(self, scene: Scene) -> None:
        """Turn to a network, a picture and the features that are shown of it."""
        self._scene = scene
        self._turn()

    def set_in_front(self, in_front: bool) -> None:
        """Say whether the tab is seen; nothing is computed behind others."""
        self._in_front = in_front
        self._turn()

    def choose(self, network_id: str) -> None:
        """Compare with another network."""
        self._chosen = network_id
        self._turn()

    def retry(self) -> None:
        """Ask again after a failure."""
        self._asked = None
        self._turn()

    @property
    def _others(self) -> tuple[NetworkRecord, ...]:
        first = self._scene.network
        return tuple(one for one in self._networks.records if first is None or one.id != first.id)

    def _turn(self) -> None:
        """Show what is to be compared now; compute it when the tab is seen and nothing else is awaited."""
        if not self._in_front:
            return
        scene, others = self._scene, self._others
        if scene.network is None or scene.image is None:
            self._forget()
            scene.show_missing(self._view)
            return
        if not others:
            self._forget()
            self._view.show_alone()
            return
        second = next((one for one in others if one.id == self._chosen), None)
        second = second or _most_alike(scene.network, others)
        self._chosen = second.id
        self._view.show_choice(others, second.id)
        request = self._request(second)
        if scene.found is None and scene.network.explainable:
            return  # the explanation of the first network is under way and names target and settings
        asked = (request, scene.subject)
        if asked != self._asked:
            self._asked = asked
            self._view.show_busy(scene.network, second)
            job = self._services.runner.submit(
                "compare_networks", request, queue=scene.network.id, replace="compare_networks"
            )
            self._comparing.follow(job)

    def _request(self, second: NetworkRecord) -> CompareNetworksRequest:
        scene = self._scene
        source = scene.source
        target = str(source.target_index) if scene.found is not None else ""
        pair = (source.network, second.id)
        settings = (source.method, source.clustering, source.edits)
        default_method = str(self._services.settings.get("default_method") or "")
        return CompareNetworksRequest(pair, source.image, target, *settings, default_method)

    def _forget(self) -> None:
        self._comparing.drop()
        self._asked = None

    def _on_compared(self, found: NetworksCompared) -> None:
        parts = (agreement(found), drawn_note(found))
        self._view.show_compared(found, " · ".join(part for part in parts if part))

    def _on_failed(self, failure: Any) -> None:
        self._view.show_failure(failure)

    def _on_stopped(self) -> None:
        self._view.show_stopped()


def _most_alike(network: NetworkRecord, others: Sequence[NetworkRecord]) -> NetworkRecord:
    """Return the network to begin with: one that knows the same classes, else the first."""
    labels = network.manifest.labels
    return next((one for one in others if one.manifest.labels == labels), others[0])
