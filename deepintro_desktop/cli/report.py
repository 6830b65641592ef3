"""``deepintro report``: a document of stored analyses."""

import argparse
from pathlib import Path
from typing import Any

from deepintro_desktop.cli.session import Session
from deepintro_desktop.core.parameters import METHOD_LABELS
from deepintro_desktop.core.report import Paper, ReportChoice, ReportFormat, ReportRequest

_SHORT = 12
"""Letters of an id that are shown: enough to name it."""


def register(verbs: argparse._SubParsersAction, parents: list[argparse.ArgumentParser]) -> None:
    """Add ``report``."""
    verb = verbs.add_parser(
        "report", parents=parents, allow_abbrev=False, help="a document of stored analyses: HTML, PDF, DICOM"
    )
    verb.add_argument(
        "analyses", nargs="*", metavar="ANALYSIS", help="ids, or their beginnings; one chapter each"
    )
    verb.add_argument("--list", action="store_true", help="list the analyses of the project, newest first")
    verb.add_argument(
        "--format",
        action="append",
        choices=[one.value for one in ReportFormat],
        help="html (default), pdf, folder (PNG, CSV, JSON, replay file) or dicom; may be given several times",
    )
    verb.add_argument("--name", default="", help="name of the files, without an ending")
    verb.add_argument("--comment", default="", metavar="TEXT", help="what the reader has to say")
    verb.add_argument("--paper", choices=[one.value for one in Paper], default=Paper.A4.value)
    verb.add_argument(
        "--with-patient",
        action="store_true",
        help="with the patient's name and number, which DICOM objects cannot do without",
    )
    verb.set_defaults(run=_run, misuse=verb.error)


def _run(session: Session) -> int:
    from deepintro_desktop.workflows.report import find_choice, make_report, report_choices

    options = session.options
    if not options.list and not options.analyses:
        options.misuse("name an ANALYSIS, or see which there are with --list")
    choices = report_choices(None, session.context, session.report)
    if options.list:
        session.say(*(map(_line, choices)))
        if not choices:
            session.say("No analyses yet. Make one with: deepintro explain NETWORK IMAGE --analyse")
        session.give({"analyses": [_json(choice) for choice in choices]})
        return 0
    chosen = [find_choice(reference, choices) for reference in options.analyses]
    request = ReportRequest(
        tuple(choice.subject for choice in dict.fromkeys(chosen)),
        session.out or Path(),
        options.name,
        tuple(dict.fromkeys(ReportFormat(one) for one in options.format or ["html"])),
        Paper(options.paper),
        options.comment,
        options.with_patient,
    )
    written = make_report(request, session.context, session.report)
    session.say(*(f"Wrote {path}" for path in written.paths), *written.notes)
    session.give({"files": [str(path) for path in written.paths], "notes": list(written.notes)})
    return 0


def _line(choice: ReportChoice) -> str:
    of = choice.earlier
    method = METHOD_LABELS.get(of.source.method, of.source.method)
    pair = f"{choice.network_name} on {choice.image_name}: {of.target_label}"
    return (
        f"{of.id[:_SHORT]}  {of.made[:16]}  {of.kind.value:8}  {pair}  ({method}, {of.n_features} features)"
    )


def _json(choice: ReportChoice) -> dict[str, Any]:
    of = choice.earlier
    return {
        "id": of.id,
        "made": of.made,
        "kind": of.kind.value,
        "network": choice.network_name,
        "image": choice.image_name,
        "target": {"index": of.source.target_index, "label": of.target_label},
        "method": of.source.method,
        "fill": of.fill.value if of.fill else None,
        "seed": of.seed,
        "budget": of.budget,
        "features": of.n_features,
    }
