"""Graphs without signatures: the picture and the answer are guessed, and a person can choose otherwise."""

from deepintro_desktop.core.errors import UnsupportedNetworkError
from deepintro_desktop.core.progress import Report
from deepintro_desktop.core.records import Choice
from deepintro_desktop.importers.contract import SourceNetwork, SourceWishes
from deepintro_desktop.importers.tensorflow.endings import endings, inputs_before
from deepintro_desktop.importers.tensorflow.graph import Ref
from deepintro_desktop.importers.tensorflow.network import NoClassesError, Sources, network_of
from deepintro_desktop.importers.tensorflow.sources import Start, choose, start_of, wished

_MOST_TRIED = 6
_MOST_SHOWN = 12


def guessed_network(sources: Sources, wishes: SourceWishes, report: Report) -> SourceNetwork:
    """Return the network from what is probably its picture to what is probably its answer.

    Raises ``UnsupportedNetworkError`` and its like when there are none, ``WrongRequestError`` for a wish that
    names nothing.
    """
    found = [entry.tensor for entry in endings(sources.graph)]
    names = [entry.text for entry in found]
    if wishes.output:
        tried = [wished(sources.graph, wishes.output, names, "output")]
    else:
        tried = found[:_MOST_TRIED]
    refusal: UnsupportedNetworkError | None = None
    for output in tried:
        others = tuple(name for name in names if name != output.text)[:_MOST_SHOWN]
        choice = Choice("output", output.text, others, guessed=not wishes.output)
        try:
            picture, input_choices = picture_of(sources, output, wishes.input)
            return network_of(
                sources, picture, output, (choice, *input_choices) if others else input_choices, report
            )
        except NoClassesError as error:
            refusal = refusal or error
    raise refusal or UnsupportedNetworkError(
        f"{sources.name} holds no picture classifier.",
        "No layer with weights in its graph depends on an input.",
        "Ask the network's author for the file with the whole network.",
    )


def picture_of(sources: Sources, output: Ref, wish: str) -> tuple[Start, tuple[Choice, ...]]:
    """Return the picture that an output depends on, and what else it could be."""
    starts = [start_of(sources.graph, tensor) for tensor in inputs_before(sources.graph, output)]
    if wish:
        tensor = wished(sources.graph, wish, [entry.tensor.text for entry in starts], "input")
        return start_of(sources.graph, tensor), (Choice("input", tensor.text, (), guessed=False),)
    picture, others = choose(starts, output.text)
    return picture, (Choice("input", picture.tensor.text, others),) if others else ()
