"""The verbs that open the window; the command line only says which."""

import argparse
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class WindowRequest:
    """Open the window: with these files imported as if dropped, or on the sample."""

    files: tuple[Path, ...]
    sample: bool
    library: Path | None
    device: str
    verbose: bool


def register(verbs: argparse._SubParsersAction, parents: list[argparse.ArgumentParser]) -> None:
    """Add ``gui`` and ``sample``."""
    gui = verbs.add_parser(
        "gui", parents=parents, allow_abbrev=False, help="open the window; files are imported as if dropped"
    )
    gui.add_argument("files", nargs="*", type=Path, metavar="FILE")
    verbs.add_parser(
        "sample", parents=parents, allow_abbrev=False, help="open the window on the bundled sample project"
    )


def window_request(options: argparse.Namespace) -> WindowRequest | None:
    """Return what window to open, or None when the verb works headless."""
    if options.verb not in ("gui", "sample"):
        return None
    files = tuple(getattr(options, "files", ()))
    return WindowRequest(files, options.verb == "sample", options.library, options.device, options.verbose)
