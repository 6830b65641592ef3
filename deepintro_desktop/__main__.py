"""Choose the window or the command line, and nothing else; heavy parts load only in the branch that needs them."""

import sys


def main(arguments: list[str] | None = None) -> int:
    """Run the program and return its exit code (see the command line's help)."""
    from deepintro_desktop.cli import run

    return run(sys.argv[1:] if arguments is None else arguments)


if __name__ == "__main__":
    sys.exit(main())
