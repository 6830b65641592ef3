"""Which stored array belongs to which variable of the graph."""

import re
from dataclasses import dataclass
from typing import Any

import numpy as np

from deepintro_desktop.core.errors import UnreadableNetworkError
from deepintro_desktop.importers.tensorflow.bundle import Bundle
from deepintro_desktop.importers.tensorflow.functions import write_out_calls
from deepintro_desktop.importers.tensorflow.graph import Graph, NodeDef, Ref, data, sizes_of
from deepintro_desktop.importers.tensorflow.operators import MOVES, VARIABLES
from deepintro_desktop.importers.tensorflow.values import Known

_PART = re.compile(r"|([0-9]{1,9} )+(-|[0-9]{1,9},[0-9]{1,9})(:(-|[0-9]{1,9},[0-9]{1,9}))*")
_ASSIGNS = ("Assign", "AssignVariableOp")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a variable is stored: a name, and which part of the array (empty: all of it)."""

    name: str
    part: str = ""


class Variables:
    """The values of the variables of a graph."""

    def __init__(self, graph: Graph, bundle: Bundle | None, restore: str = "") -> None:
        self._graph = graph
        self._bundle = bundle
        self._places = _restored(graph, restore) if bundle is not None else {}

    def array(self, name: str) -> np.ndarray:
        """Return the value of a variable; call :meth:`check` before."""
        place = self._place(name)
        assert place is not None
        assert self._bundle is not None
        value = self._bundle.array(place.name)
        return value[_slices(place.part)] if place.part else value

    def has(self, name: str) -> bool:
        """Whether a value is stored for a variable."""
        return self._place(name) is not None

    def check(self, names: list[str], files: str) -> None:
        """Raise ``UnreadableNetworkError`` with all variables that have no value, or one of another shape."""
        missing = [name for name in names if self._place(name) is None]
        if missing:
            raise UnreadableNetworkError(
                "Graph and weights do not belong together.",
                f"{files} has no values for {_listed(missing)}.",
                "Put the .meta file that was saved together with these weights into the folder.",
                missing=tuple(missing),
            )
        different = [text for name in names if (text := self._difference(name))]
        if different:
            raise UnreadableNetworkError(
                "Graph and weights do not belong together.",
                f"The sizes in {files} are others: {_listed(different)}.",
                "Put the .meta file that was saved together with these weights into the folder.",
            )

    def stored(self, ending: str) -> list[str]:
        """Return the stored names that end so."""
        return [] if self._bundle is None else [name for name in self._bundle.shapes if name.endswith(ending)]

    def stored_array(self, name: str) -> np.ndarray:
        """Return an array by the name under which it is stored."""
        assert self._bundle is not None
        return self._bundle.array(name)

    def _place(self, name: str) -> _Place | None:
        if self._bundle is None:
            return None
        node = self._graph.nodes.get(name)
        has_other = node is not None and "shared_name" in node.attr
        shared = node.attr["shared_name"].s.decode("utf-8", "replace") if has_other else ""
        places = [self._places.get(name), _Place(name), _Place(shared)]
        return next((place for place in places if place and place.name in self._bundle), None)

    def _difference(self, name: str) -> str:
        place, node = self._place(name), self._graph.nodes.get(name)
        assert place is not None
        assert self._bundle is not None
        wanted = sizes_of(node.attr["shape"].shape) if node is not None and "shape" in node.attr else None
        there = self._bundle.shapes[place.name]
        if wanted is None or place.part:
            return ""
        fits = len(wanted) == len(there) and all(
            size in (None, other) for size, other in zip(wanted, there, strict=True)
        )
        return "" if fits else f"{name} is {_sizes(wanted)} in the graph and {_sizes(there)} in the weights"


def _sizes(shape: Any) -> str:
    return " × ".join("N" if size is None else str(size) for size in shape) or "a number"


def _listed(names: list[str], most: int = 8) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def _restored(graph: Graph, restore: str) -> dict[str, _Place]:
    """Return what the graph's own restoring says: variable -> where it is stored."""
    if restore in graph.nodes and graph.functions:
        graph = graph.only(graph.before([restore]))
        write_out_calls(graph, [Ref(restore)])
    known, readers = Known(graph), graph.readers()
    found: dict[str, _Place] = {}
    for node in graph.nodes.values():
        if node.op != "RestoreV2" or len(data(node)) != 3:
            continue
        names, parts = known(data(node)[1]), known(data(node)[2])
        if names is None or parts is None or names.size != parts.size:
            continue
        for index, (name, part) in enumerate(zip(names.reshape(-1), parts.reshape(-1), strict=True)):
            for variable in _assigned(graph, readers, Ref(node.name, index)):
                found[variable] = _checked_place(_text(name), _text(part))
    return found


def _checked_place(name: str, part: str) -> _Place:
    if not _PART.fullmatch(part):
        raise UnreadableNetworkError(
            "The network is damaged.",
            f"It takes a part of {name} that cannot be told: {part}.",
            "Copy or download the file again, or ask the network's author for it.",
        )
    return _Place(name, part)


def _text(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _assigned(graph: Graph, readers: dict[str, list[NodeDef]], value: Ref) -> list[str]:
    """Return the variables that a value is written to."""
    found, waiting, seen = [], [value], {value}
    while waiting:
        current = waiting.pop()
        for node in readers.get(current.node, ()):
            inputs = data(node)
            if node.op in MOVES and inputs[0] == current and Ref(node.name) not in seen:
                seen.add(Ref(node.name))
                waiting.append(Ref(node.name))
            elif node.op in _ASSIGNS and inputs[1] == current and graph.op(inputs[0].node) in VARIABLES:
                found.append(inputs[0].node)
    return found


def _slices(part: str) -> tuple[slice, ...]:
    """Return what ``10 20 0,5:-`` (sizes, then start and length of each) means for the whole array."""
    return tuple(
        slice(None)
        if entry == "-"
        else slice(int(entry.split(",")[0]), sum(int(number) for number in entry.split(",")))
        for entry in part.split(" ")[-1].split(":")
    )
