"""A SavedModel: a folder with saved_model.pb, whose signatures name inputs and outputs, and its variables."""

from pathlib import Path
from typing import Any

from deepintro_desktop.core.errors import UnsupportedNetworkError, WrongRequestError
from deepintro_desktop.core.progress import Report
from deepintro_desktop.core.records import Choice
from deepintro_desktop.importers.contract import NetworkFiles, SourceNetwork, SourceWishes
from deepintro_desktop.importers.tensorflow import weights
from deepintro_desktop.importers.tensorflow.branches import take_branches
from deepintro_desktop.importers.tensorflow.bundle import open_bundle
from deepintro_desktop.importers.tensorflow.endings import ranked
from deepintro_desktop.importers.tensorflow.graph import Ref, ref, sizes_of
from deepintro_desktop.importers.tensorflow.guess import guessed_network
from deepintro_desktop.importers.tensorflow.network import Sources, network_of
from deepintro_desktop.importers.tensorflow.reading import checked_graph, damaged, read_saved
from deepintro_desktop.importers.tensorflow.sources import Start, choose, is_picture, wished
from deepintro_desktop.importers.tensorflow.variables import Variables

_INNER = ("__saved_model_init_op", "__saved_model_train_op")
_USUAL = ("serving_default", "predict", "serve", "default")
_REAL = (1, 2, 14, 19)


def convert(files: NetworkFiles, report: Report) -> SourceNetwork:
    """Read a SavedModel (its folder or its saved_model.pb) and return its ONNX network.

    Raises ``UnreadableNetworkError``, ``UnsupportedNetworkError``, ``UnsafeFileError``, and
    ``WrongRequestError`` for a wish that names nothing.
    """
    reading, converting = report.split(1, 4)
    reading(0, 1, "Reading the SavedModel")
    path = files.network / "saved_model.pb" if files.network.is_dir() else files.network
    prefix = path.parent / "variables" / "variables"
    meta = _for_serving(read_saved(path), path.name)
    graph = checked_graph(meta.graph_def, path.name)
    has_variables = Path(f"{prefix}.index").is_file()
    bundle = open_bundle(prefix) if has_variables else None
    variables = Variables(graph, bundle, ref(meta.saver_def.restore_op_name).node)
    constants = weights.taken_out(graph)
    sources = Sources(graph, variables, constants, path.name, "variables.index")
    return _network(sources, meta, files.wishes, converting)


def _for_serving(saved: Any, name: str) -> Any:
    """Return the graph for using the network; a file may also hold one for training."""
    if not saved.meta_graphs:
        raise damaged(name, "It holds no graph.")

    def rank(meta: Any) -> tuple[bool, int]:
        tags = set(meta.meta_info_def.tags)
        return "serve" not in tags, len(tags)

    return min(saved.meta_graphs, key=rank)


def _network(sources: Sources, meta: Any, wishes: SourceWishes, report: Report) -> SourceNetwork:
    signatures = {
        name: entry
        for name, entry in meta.signature_def.items()
        if name not in _INNER and entry.inputs and entry.outputs
    }
    if not signatures and sources.graph.functions:
        raise UnsupportedNetworkError(
            "The SavedModel does not say how it is used.",
            "It has no signature, which would name its input and its output.",
            "Ask the network's author to save it with a signature (serving_default).",
        )
    if not signatures:
        return guessed_network(sources, wishes, report)
    name, others = _signature(signatures, wishes.signature)
    picture, input_choices = _picture(sources, signatures[name], wishes.input)
    output, output_choices = _output(sources, signatures[name], wishes.output)
    choices = (Choice("signature", name, others, guessed=not wishes.signature),) if others else ()
    return network_of(sources, picture, output, (*choices, *output_choices, *input_choices), report)


def _signature(signatures: dict[str, Any], wish: str) -> tuple[str, tuple[str, ...]]:
    """Return the signature to use and the names of the others."""
    if wish and wish not in signatures:
        raise WrongRequestError(
            f"The SavedModel has no signature called {wish}.",
            f"It has {', '.join(sorted(signatures))}.",
            "Choose one of them, or leave it to the program.",
            names=tuple(sorted(signatures)),
        )

    def rank(name: str) -> tuple[bool, int, str]:
        takes_picture = any(is_picture(_start(info)) for info in signatures[name].inputs.values())
        return not takes_picture, _USUAL.index(name) if name in _USUAL else len(_USUAL), name

    order = sorted(signatures, key=rank)
    used = wish or order[0]
    return used, tuple(name for name in order if name != used)


def _start(info: Any) -> Start:
    return Start(ref(info.name), info.dtype, sizes_of(info.tensor_shape))


def _picture(sources: Sources, signature: Any, wish: str) -> tuple[Start, tuple[Choice, ...]]:
    starts = {key: _start(info) for key, info in sorted(signature.inputs.items())}
    if wish in starts:
        return starts[wish], (Choice("input", wish, (), guessed=False),)
    if wish:
        tensor = wished(sources.graph, wish, list(starts), "input")
        return next((start for start in starts.values() if start.tensor == tensor), Start(tensor, 1, None)), (
            Choice("input", wish, (), guessed=False),
        )
    picture, others = choose(list(starts.values()), "Its signature")
    keys = {start.tensor.text: key for key, start in starts.items()}
    shown = tuple(keys[name] for name in others)
    return picture, (Choice("input", keys[picture.tensor.text], shown),) if shown else ()


def _output(sources: Sources, signature: Any, wish: str) -> tuple[Ref, tuple[Choice, ...]]:
    outputs = {key: ref(info.name) for key, info in signature.outputs.items()}
    if wish and wish not in outputs:
        tensor = wished(sources.graph, wish, sorted(outputs), "output")
        return tensor, (Choice("output", wish, tuple(sorted(outputs)), guessed=False),)
    real = [key for key, info in signature.outputs.items() if info.dtype in _REAL]
    if not real:
        raise UnsupportedNetworkError(
            "The network does not classify pictures.",
            f"Its outputs ({', '.join(sorted(outputs))}) are no numbers per class.",
            "Ask the network's author for a version of it that gives probabilities or logits.",
        )
    order = real if len(real) == 1 else _ranked(sources, {key: outputs[key] for key in real})
    used = wish or order[0]
    others = tuple(key for key in order if key != used)
    return outputs[used], (Choice("output", used, others, guessed=not wish),) if others else ()


def _ranked(sources: Sources, outputs: dict[str, Ref]) -> list[str]:
    """Return the names of outputs, the most likely answer first, judged by what lies inside functions."""
    graph = sources.graph.only(sources.graph.before(entry.node for entry in outputs.values()))
    ends = take_branches(graph, list(outputs.values()))
    return ranked(graph, dict(zip(outputs, ends, strict=True)))
