"""``deepintro doctor``: versions, devices, library check, self-test."""

import argparse

from deepintro_desktop.cli.session import Session

EXIT_UNHEALTHY = 3


def register(verbs: argparse._SubParsersAction, parents: list[argparse.ArgumentParser]) -> None:
    """Add ``doctor``."""
    verb = verbs.add_parser(
        "doctor", parents=parents, allow_abbrev=False, help="versions, devices, library check, self-test"
    )
    verb.set_defaults(run=_run)


def _run(session: Session) -> int:
    from deepintro_desktop.workflows.doctor import examine

    findings = examine(session.context, session.report)
    session.say("Versions", *(f"  {name} {value}" for name, value in findings.versions.items()))
    session.say("Devices", *(f"  {device}" for device in findings.devices))
    session.say(f"Library {findings.library_folder}")
    session.say(f"  {findings.n_networks} networks, {findings.n_images} images")
    session.say("Self-test", *(f"  {line}" for line in findings.self_test))
    session.say(*(f"PROBLEM: {problem}" for problem in findings.problems))
    session.say("Healthy." if not findings.problems else f"{len(findings.problems)} problems.")
    session.give(
        {
            "healthy": not findings.problems,
            "versions": dict(findings.versions),
            "devices": list(findings.devices),
            "library": {
                "folder": findings.library_folder,
                "networks": findings.n_networks,
                "images": findings.n_images,
            },
            "self_test": list(findings.self_test),
            "problems": list(findings.problems),
        }
    )
    return EXIT_UNHEALTHY if findings.problems else 0
