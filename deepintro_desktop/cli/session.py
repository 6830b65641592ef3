"""One run of a verb: its options, its context, and where it writes."""

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from deepintro_desktop.cli.options import file_options, network_request
from deepintro_desktop.cli.picture_options import view_of
from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.progress import Report
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.references import (
    load_network,
    visit_image,
    visit_network,
    visit_otherwise,
)


@dataclass(slots=True)
class Session:
    """What a verb gets: options, context, a progress report and an output."""

    options: argparse.Namespace
    context: Context
    report: Report
    stdout: TextIO

    def say(self, *lines: str) -> None:
        """Print lines for people; nothing when JSON is asked for."""
        if not self.options.json:
            self.stdout.write("".join(f"{line}\n" for line in lines))

    def give(self, values: dict[str, Any]) -> None:
        """Print the one JSON object, when it is asked for."""
        if self.options.json:
            text = json.dumps(values, ensure_ascii=False, allow_nan=False, indent=2)
            self.stdout.write(f"{text}\n")

    def network(self, reference: str) -> str:
        """Return a reference to a network, opening it first when it is a path."""
        path = Path(reference)
        if path.exists():
            return visit_network(network_request(path, self.options), self.context, self.report).id
        named = file_options(self.options)
        if named:
            raise WrongRequestError(
                f"{', '.join(named)} cannot be given for {reference}.",
                "It is no file but a network of the library, which has its files and preprocessing.",
                "Leave these options out, or add the file again under another name.",
            )
        return reference

    def image(self, reference: str) -> str:
        """Return a reference to an image, seen as the options say; for this process only."""
        view = view_of(self.options)
        if view is None or not reference:
            return reference
        path = Path(reference)
        if path.exists():
            return visit_image(path, self.context, view).id
        return visit_otherwise(reference, view, self.context).id

    def tell_notices(self, network: str) -> list[str]:
        """Say on stderr what the person should know about how a network ran, and return it."""
        notices = list(load_network(network, self.context).session.notices)
        sys.stderr.writelines(f"{notice}\n" for notice in notices)
        return notices

    @property
    def out(self) -> Path | None:
        """The folder for files; None when none are asked for."""
        folder: Path | None = self.options.out
        return folder


def standard_output() -> TextIO:
    """Return stdout, in UTF-8 also where the system's own encoding could not write a class name."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    return sys.stdout
