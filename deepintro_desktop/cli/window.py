"""The verbs that open the window; the command line only says which."""

import argparse
from dataclasses import dataclass
from pathlib import Path

SAMPLES = ("shapes", "marker")


@dataclass(frozen=True, slots=True)
class WindowRequest:
    """Open the window: with these files imported as if dropped, or on a sample (empty: none)."""

    files: tuple[Path, ...]
    sample: str
    library: Path | None
    device: str
    verbose: bool


def register(verbs: argparse._SubParsersAction, parents: list[argparse.ArgumentParser]) -> None:
    """Add ``gui`` and ``sample``."""
    gui = verbs.add_parser(
        "gui", parents=parents, allow_abbrev=False, help="open the window; files are imported as if dropped"
    )
    gui.add_argument("files", nargs="*", type=Path, metavar="FILE")
    sample = verbs.add_parser(
        "sample", parents=parents, allow_abbrev=False, help="open the window on a bundled sample project"
    )
    sample.add_argument(
        "name",
        nargs="?",
        choices=SAMPLES,
        default=SAMPLES[0],
        help="shapes with known corners, or radiograph-like pictures with a corner marker",
    )


def window_request(options: argparse.Namespace) -> WindowRequest | None:
    """Return what window to open, or None when the verb works headless."""
    if options.verb not in ("gui", "sample"):
        return None
    files = tuple(getattr(options, "files", ()))
    sample = options.name if options.verb == "sample" else ""
    return WindowRequest(files, sample, options.library, options.device, options.verbose)
