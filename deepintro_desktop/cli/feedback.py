"""``deepintro feedback``: what people said about the program and its analyses."""

import argparse
import sys
from typing import Any

from deepintro_desktop.cli.session import Session
from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.feedback import ExportFeedbackRequest, Feedback, FeedbackFormat


def register(verbs: argparse._SubParsersAction, parents: list[argparse.ArgumentParser]) -> None:
    """Add ``feedback list|export``."""
    top = verbs.add_parser(
        "feedback", parents=parents, allow_abbrev=False, help="the feedback that was given"
    )
    actions = top.add_subparsers(dest="action", required=True, metavar="ACTION")

    def action(name: str, run: Any, text: str) -> argparse.ArgumentParser:
        parser: argparse.ArgumentParser = actions.add_parser(
            name, parents=parents, allow_abbrev=False, help=text, description=f"{text[:1].upper()}{text[1:]}."
        )
        parser.set_defaults(run=run)
        return parser

    action("list", _list, "list the feedback, newest first")
    export = action("export", _export, "write all feedback into the file that --out names")
    formats = [one.value for one in FeedbackFormat]
    export.add_argument("--format", choices=formats, default="csv", help="csv (default) or json")


def _line(one: Feedback) -> str:
    about = one.about
    subject = f"  about {about.target_label} in {about.image_name} ({about.network_name})" if about else ""
    gone = f", of which the library has no more: {', '.join(one.gone)}" if one.gone else ""
    n_answers = f"{len(one.answers)} answer{'' if len(one.answers) == 1 else 's'}"
    return f"{one.made}  {one.form}{subject}{gone}  {n_answers}  id {one.id}"


def _list(session: Session) -> int:
    from deepintro_desktop.workflows.feedback import list_feedback
    from deepintro_desktop.workflows.feedback_files import feedback_json

    entries = list_feedback(None, session.context)
    session.say(*map(_line, entries))
    session.give({"feedback": [feedback_json(one) for one in entries]})
    return 0


def _export(session: Session) -> int:
    from deepintro_desktop.workflows.feedback import export_feedback

    path = session.out
    if path is None or path.is_dir():
        raise WrongRequestError("Name the file with --out.", hint="For example --out feedback.csv.")
    written = export_feedback(
        ExportFeedbackRequest(path, FeedbackFormat(session.options.format)), session.context
    )
    n = written.n_entries
    session.say(f"Wrote {n} {'entry' if n == 1 else 'entries'} into {written.path}.")
    session.give({"path": str(written.path), "n_entries": n})
    if not n:
        sys.stderr.write("The library has no feedback.\n")
    return 0
