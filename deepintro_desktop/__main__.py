"""The program: a verb on the command line, or the window."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

EXIT_INTERRUPTED = 130
HELPER_OPTION = "--import-helper"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line, or open the window when there is no verb; return the exit code."""
    try:
        return _main(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED


def _main(arguments: list[str]) -> int:
    if arguments[:1] == [HELPER_OPTION] and len(arguments) == 2:
        _help(Path(arguments[1]))
    from deepintro_desktop import bootstrap

    bootstrap.prepare_process()
    from deepintro_desktop.cli.main import parse, run
    from deepintro_desktop.cli.window import window_request

    options = parse(arguments)
    window = window_request(options)
    if window is not None:
        return bootstrap.open_window(window)
    return run(options, bootstrap.make_context, bootstrap.faults_folder())


def _help(folder: Path) -> NoReturn:
    """Open one network as a helper of another process of this program, which knows this argument."""
    from deepintro_desktop.importers.worker.child import main as open_and_leave

    open_and_leave(folder)


if __name__ == "__main__":
    sys.exit(main())
