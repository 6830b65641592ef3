"""Manifests of networks as the library keeps them."""

from deepintro_desktop.core import manifests
from deepintro_desktop.core.errors import LibraryError, WrongRequestError
from deepintro_desktop.core.records import Manifest


def to_text(manifest: Manifest) -> str:
    """Return a manifest as JSON."""
    return manifests.to_text(manifest)


def from_text(text: str, name: str) -> Manifest:
    """Return what :func:`to_text` wrote; ``name`` is the network's, for people."""
    try:
        return manifests.from_text(text)
    except (ValueError, TypeError, KeyError, WrongRequestError) as error:
        raise LibraryError(
            f"The entry of the network “{name}” is damaged.",
            "Its description cannot be read.",
            "Remove it from the library and add its file again.",
        ) from error
