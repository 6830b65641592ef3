"""``deepintro evaluate``: the evaluation of the tool itself."""

import argparse
from pathlib import Path

from deepintro_desktop.cli.options import natural
from deepintro_desktop.cli.session import Session


def register(verbs: argparse._SubParsersAction, parents: list[argparse.ArgumentParser]) -> None:
    """Add ``evaluate make-shapes|train-shapes|corners``."""
    top = verbs.add_parser(
        "evaluate", parents=parents, allow_abbrev=False, help="the evaluation of the tool itself"
    )
    actions = top.add_subparsers(dest="action", required=True, metavar="ACTION")
    make = actions.add_parser(
        "make-shapes",
        parents=parents,
        allow_abbrev=False,
        help="pictures of quadrilaterals and ellipses, with their true corners",
    )
    make.add_argument("--count", type=natural, default=12, metavar="N", help="how many pictures (default 12)")
    make.set_defaults(run=_make_shapes)
    train = actions.add_parser(
        "train-shapes", parents=parents, allow_abbrev=False, help="train the shapes network, write it as ONNX"
    )
    train.add_argument("--steps", type=natural, default=None, metavar="N", help="training steps")
    train.set_defaults(run=_train_shapes)
    corners = actions.add_parser(
        "corners",
        parents=parents,
        allow_abbrev=False,
        help="how many true corners of unseen quadrilaterals the features cover",
    )
    corners.add_argument(
        "--count", type=natural, default=200, metavar="N", help="quadrilaterals (default 200)"
    )
    corners.set_defaults(run=_corners)


def _folder(session: Session) -> Path:
    return session.out or Path.cwd()


def _make_shapes(session: Session) -> int:
    from deepintro_desktop.workflows.evaluate import make_shapes

    files = make_shapes(_folder(session), session.options.count, session.options.seed, session.report)
    session.say(f"Wrote {len(files)} pictures to {_folder(session)}.")
    session.give({"files": files, "seed": session.options.seed})
    return 0


def _train_shapes(session: Session) -> int:
    from deepintro_desktop.workflows.evaluate import train_shapes

    outcome = train_shapes(_folder(session), session.options.steps, session.options.seed, session.report)
    session.say(*(f"{name}: {value}" for name, value in outcome.items()))
    session.give(outcome)
    return 0


def _corners(session: Session) -> int:
    from deepintro_desktop.workflows.evaluate import corner_table

    rows = corner_table(session.context, session.options.count, session.options.seed, session.report)
    session.say("threshold  corners covered  features per picture  area covered")
    for row in rows:
        covered, area = f"{row['coverage']:15.1%}", f"{row['area_share']:12.1%}"
        session.say(f"{row['threshold']:9.1f}  {covered}  {row['n_features']:20.1f}  {area}")
    session.give({"rows": rows, "count": session.options.count, "seed": session.options.seed})
    return 0
