"""The refusals that TorchScript and exported programs share, worded once."""

from deepintro_desktop.core.errors import UnreadableNetworkError, UnsafeFileError, UnsupportedNetworkError

HINT = "Ask the network's author for an ONNX export of it."
_MAX_SHOWN, _MOST_OF_NAME = 12, 80


def damaged(name: str) -> UnreadableNetworkError:
    """Return the error for an archive that cannot be read."""
    return UnreadableNetworkError(
        f"{name} is cut short or damaged.",
        "The archive in it cannot be read to its end.",
        "Copy or download it again.",
    )


def unreadable(name: str, words: str) -> UnreadableNetworkError:
    """Return the error for what PyTorch refuses to read, with its own words."""
    return UnreadableNetworkError(
        f"{name} cannot be read by PyTorch.",
        f"{words}.",
        "It may be damaged, or written by another version. Ask its author for an ONNX export.",
    )


def unsafe(name: str, why: str) -> UnsafeFileError:
    """Return the error for a file that would do more than hold a network."""
    return UnsafeFileError(f"{name} is not safe to open.", f"{why} Nothing of it was run.", HINT)


def unknown_operations(name: str, operations: tuple[str, ...]) -> UnsupportedNetworkError:
    """Return the error for operations of which nobody here knows that they only compute."""
    shown = ", ".join(entry[:_MOST_OF_NAME] for entry in operations[:_MAX_SHOWN])
    more = f" and {len(operations) - _MAX_SHOWN} more" if len(operations) > _MAX_SHOWN else ""
    return UnsupportedNetworkError(
        f"{name} uses operations that are not known here.",
        f"They are: {shown}{more}. Nothing of it was run.",
        HINT,
        operators=operations,
    )


def kept_training(name: str, operation: str, saving: str) -> UnsupportedNetworkError:
    """Return the error for a network that was saved as it behaves during training."""
    return UnsupportedNetworkError(
        f"{name} was saved as it behaves during training.",
        f"Its {operation} stays switched on, so its answers depend on chance or on other pictures.",
        f"Ask the network's author to call eval() on it before it is {saving}.",
    )


def not_one_input(name: str, inputs: tuple[str, ...]) -> UnsupportedNetworkError:
    """Return the error for a network that reads something else than one picture."""
    return UnsupportedNetworkError(
        f"{name} does not have exactly one input.",
        f"It reads {', '.join(inputs) or 'nothing'}.",
        "Only networks that look at one picture can be explained; ask for one with that input alone.",
    )
