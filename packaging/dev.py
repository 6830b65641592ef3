"""Set up and use a checkout, with nothing but Python 3.11, 3.12 or 3.13.

python3 packaging/dev.py run [arguments of deepintro]     the window on the sample project
python3 packaging/dev.py test [arguments of pytest]       every check and every test
python3 packaging/dev.py check                            the checks without the tests
python3 packaging/dev.py translations                     the texts of the window in other languages, anew
python3 packaging/dev.py setup                            only the environment, in .venv
"""

import os
import subprocess
import sys
import time

OLDEST, FIRST_UNSUPPORTED = (3, 11), (3, 14)
HEADLESS = frozenset(
    {
        "networks",
        "images",
        "projects",
        "predict",
        "explain",
        "synthesise",
        "boundary",
        "evaluate",
        "feedback",
        "report",
        "doctor",
        "-h",
        "--help",
        "--version",
    }
)
"""Words of the command line with which the program opens no window."""

SIDE_BY_SIDE = ("-n", "2", "--dist", "loadfile")
"""How pytest runs the whole suite: in two processes, as most tests use one core; files are not divided."""

CHECKS = {
    "ruff check": ["ruff", "check", "."],
    "ruff format": ["ruff", "format", "--check", "."],
    "import contracts": ["lint-imports"],
    "mypy": ["mypy"],
}


def _refuse_other_pythons() -> None:
    if OLDEST <= sys.version_info[:2] < FIRST_UNSUPPORTED:
        return
    version = ".".join(str(part) for part in sys.version_info[:3])
    sys.exit(
        f"This is Python {version}; DeepIntro needs 3.11, 3.12 or 3.13 (torch has no wheels for others). "
        "Start the same command with one of those, for example: python3.12 packaging/dev.py run"
    )


_refuse_other_pythons()  # before the imports below, which older Pythons cannot read

import environment  # noqa: E402
import system_libraries  # noqa: E402


def _needs_a_screen(arguments: list[str]) -> bool:
    return HEADLESS.isdisjoint(arguments)


def _has_a_screen() -> bool:
    if not sys.platform.startswith("linux") or "QT_QPA_PLATFORM" in os.environ:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _set_up(group: str, on_a_screen: bool) -> None:
    missing = system_libraries.missing_packages(on_a_screen)
    if not system_libraries.install(missing):
        sys.exit(system_libraries.advice(missing))
    try:
        environment.ensure(group)
    except environment.SetUpError as error:
        sys.exit(str(error))


def _call(command: list[str], variables: dict[str, str]) -> int:
    full = [str(environment.program(command[0])), *command[1:]]
    try:
        return subprocess.run(full, cwd=environment.ROOT, env=variables, check=False).returncode
    except KeyboardInterrupt:
        return 130


def run(arguments: list[str]) -> int:
    """Open the window on the sample project, or pass the arguments on to the program."""
    screen = _needs_a_screen(arguments)
    _set_up("run", screen)
    if screen and not _has_a_screen():
        sys.exit(
            "The window needs a screen, and there is none here (neither DISPLAY nor WAYLAND_DISPLAY is set). "
            "Start it from a desktop session, or on a virtual screen:\n"
            "    xvfb-run -a python3 packaging/dev.py run\n"
            f"The command line works without one: {environment.program('deepintro')} --help"
        )
    return _call(["deepintro", *(arguments or ["sample"])], environment.variables())


def check(arguments: list[str]) -> int:
    """Run every check that is not a test, and say which failed."""
    _set_up("test", on_a_screen=False)
    failed = _failed_checks()
    print(f"Checks: {_summary(failed)}", flush=True)
    return 1 if failed else 0


def _failed_checks() -> list[str]:
    failed = []
    for name, command in CHECKS.items():
        start = time.monotonic()
        print(f"== {name}", flush=True)
        if _call(command, environment.variables()) != 0:
            failed.append(name)
        print(
            f"== {name}: {'FAILED' if name in failed else 'ok'}, {time.monotonic() - start:.0f} s", flush=True
        )
    return failed


def _summary(failed: list[str]) -> str:
    return ", ".join(f"{name} {'FAILED' if name in failed else 'ok'}" for name in CHECKS)


def test(arguments: list[str]) -> int:
    """Run every check, then the tests; the tests' own summary closes the output.

    Chosen tests run in one process, so that they can be debugged.
    """
    _set_up("test", on_a_screen=False)
    failed = _failed_checks()
    offscreen = environment.variables(QT_QPA_PLATFORM="offscreen", DEEPINTRO_CHECKS=_summary(failed))
    outcome = _call(["python", "-m", "pytest", *(arguments or SIDE_BY_SIDE)], offscreen)
    return outcome or (1 if failed else 0)


def translations(arguments: list[str]) -> int:
    """Bring the translations up to date with the sources, and say what is left to translate."""
    _set_up("test", on_a_screen=False)
    return _call(["python", "packaging/translations.py", *arguments], environment.variables())


def setup(arguments: list[str]) -> int:
    """Make the environment for running and testing, and nothing else."""
    _set_up("test", on_a_screen=True)
    print(f"Ready: {environment.program('deepintro')}")
    return 0


def main(arguments: list[str]) -> int:
    """Do what the first argument names."""
    verbs = {verb.__name__: verb for verb in (run, test, check, translations, setup)}
    if not arguments or arguments[0] not in verbs:
        print(__doc__.strip())
        return 0 if arguments in (["-h"], ["--help"]) else 2
    return verbs[arguments[0]](arguments[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
