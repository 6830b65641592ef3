"""Parsing, dispatch and exit codes of the command line."""

import argparse
import json
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from deepintro_desktop import __version__
from deepintro_desktop.cli import (
    boundary,
    doctor,
    evaluate,
    explain,
    feedback,
    images,
    networks,
    predict,
    projects,
    report,
    synthesise,
    window,
)
from deepintro_desktop.cli.options import DEFAULTS, common_options
from deepintro_desktop.cli.progress import ProgressPrinter
from deepintro_desktop.cli.session import Session, standard_output
from deepintro_desktop.core import logs
from deepintro_desktop.core.errors import DeepIntroError
from deepintro_desktop.core.faults import RemoteFault, keep_fault_report
from deepintro_desktop.core.progress import SILENT, Cancelled
from deepintro_desktop.workflows.context import Context

EXIT_FAULT = 1
EXIT_WRONG_USE = 2
EXIT_INPUT = 3
EXIT_INTERRUPTED = 130

_VERBS = (
    networks,
    images,
    projects,
    predict,
    explain,
    synthesise,
    boundary,
    evaluate,
    feedback,
    report,
    doctor,
    window,
)


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    common = common_options()
    top = argparse.ArgumentParser(
        prog="deepintro",
        allow_abbrev=False,
        parents=[common],
        description="Ask an image classifier what it looks at, and what if that were not there.",
        epilog="Without a verb, or with files, the window opens.",
    )
    top.add_argument("--version", action="version", version=f"DeepIntro Desktop {__version__}")
    verbs = top.add_subparsers(dest="verb", metavar="VERB")
    for verb in _VERBS:
        verb.register(verbs, [common])
    return top


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Parse arguments; leave with exit code 2 and one sentence on wrong use."""
    top = parser()
    options = top.parse_args(_with_verb(list(arguments), top), argparse.Namespace())
    for name, value in DEFAULTS.items():
        if not hasattr(options, name):
            setattr(options, name, value)
    return options


def _with_verb(arguments: list[str], top: argparse.ArgumentParser) -> list[str]:
    """Put ``gui`` in front when there is no verb, or a file where the verb would stand."""
    position = _first_word(arguments)
    if position is None:
        return arguments if {"-h", "--help", "--version"} & set(arguments) else ["gui", *arguments]
    word = arguments[position]
    if word in _verb_names(top):
        return arguments
    if Path(word).exists():
        return ["gui", *arguments]
    top.error(f"{word} is neither a verb nor a file that exists; see deepintro --help")


def _first_word(arguments: list[str]) -> int | None:
    position = 0
    while position < len(arguments):
        if arguments[position] in ("--out", "--device", "--library", "--seed"):
            position += 2
        elif arguments[position].startswith("-"):
            position += 1
        else:
            return position
    return None


def _verb_names(top: argparse.ArgumentParser) -> set[str]:
    for action in top._actions:
        if isinstance(action, argparse._SubParsersAction):
            return set(action.choices)
    return set()


def run(
    options: argparse.Namespace, make_context: Callable[[Path | None, str], Context], faults_folder: Path
) -> int:
    """Run a headless verb; return its exit code. A traceback is never shown."""
    logs.set_up(verbose=options.verbose)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    printer = ProgressPrinter()
    context = make_context(options.library, options.device)
    session = Session(options, context, SILENT if options.quiet else printer.report(), standard_output())
    try:
        code = int(options.run(session))
        session.stdout.flush()
    except DeepIntroError as error:
        printer.close()
        return _refuse(error, session)
    except (KeyboardInterrupt, Cancelled):
        printer.close()
        sys.stderr.write("Stopped. Nothing was left half-written.\n")
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return EXIT_FAULT
    except Exception as error:  # noqa: BLE001 - the one place where our own faults end
        printer.close()
        return _admit(error, options, faults_folder)
    else:
        return code
    finally:
        printer.close()
        context.close()


def _refuse(error: DeepIntroError, session: Session) -> int:
    sys.stderr.write(f"{error}\n")
    session.give({"error": {"kind": error.kind, "message": error.message, "hint": error.hint}})
    return EXIT_INPUT


def _admit(error: Exception, options: argparse.Namespace, faults_folder: Path) -> int:
    path = keep_fault_report(faults_folder, options.verb, error)
    kept = f" A report was kept in {path}." if path else ""
    name = error.name if isinstance(error, RemoteFault) else type(error).__name__
    sys.stderr.write(f"Something went wrong inside the program ({name}).{kept}\n")
    if options.json:
        message = {"kind": "fault", "message": name, "hint": f"Report: {path}"}
        sys.stdout.write(json.dumps({"error": message}) + "\n")
    return EXIT_FAULT
