"""``deepintro evaluate``: the evaluation of the tool itself."""

import argparse
from dataclasses import asdict
from pathlib import Path

from deepintro_desktop.cli.options import add_network_files, natural
from deepintro_desktop.cli.session import Session


def register(verbs: argparse._SubParsersAction, parents: list[argparse.ArgumentParser]) -> None:
    """Add ``evaluate`` with its actions."""
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
    marker = actions.add_parser(
        "make-marker",
        parents=parents,
        allow_abbrev=False,
        help="the sample with a corner marker: train both networks, draw the pictures",
    )
    marker.add_argument("--steps", type=natural, default=None, metavar="N", help="training steps")
    marker.set_defaults(run=_make_marker)
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
    synthesis = actions.add_parser(
        "synthesis",
        parents=parents,
        allow_abbrev=False,
        help="how well images match features of the shapes network, by the thesis' protocol",
    )
    synthesis.set_defaults(run=_synthesis)
    sheet = actions.add_parser(
        "contact-sheet",
        parents=parents,
        allow_abbrev=False,
        help="pre-images of whole pictures at several layers, for people to judge",
    )
    sheet.add_argument("network", metavar="NETWORK")
    sheet.add_argument("images", nargs="+", metavar="IMAGE")
    sheet.add_argument("--layers", default="", metavar="A,B", help="default: one in the middle")
    add_network_files(sheet)
    sheet.set_defaults(run=_contact_sheet)


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


def _make_marker(session: Session) -> int:
    from deepintro_desktop.workflows.evaluate import make_marker

    outcome = make_marker(_folder(session), session.options.steps, session.options.seed, session.report)
    for name in ("with_marker", "without_marker"):
        found = outcome[name]
        session.say(
            f"{found['file']}: {found['as_trained']:.2%} where the marker goes with the lesion, "
            f"{found['unmarked']:.2%} without markers, {found['turned']:.2%} where it goes with health"
        )
    session.say(f"{outcome['seconds']:.0f} seconds")
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


def _synthesis(session: Session) -> int:
    from deepintro_desktop.workflows.evaluate_synthesis import DEFAULT, REFERENCE, synthesis_figures

    seed, first, second = session.options.seed, *session.report.split(1, 4)
    figures = {
        "default": asdict(synthesis_figures(session.context, DEFAULT, seed, first)),
        "reference": asdict(synthesis_figures(session.context, REFERENCE, seed, second)),
    }
    session.say("              mean error  mean standard deviation  iterations  seconds a picture")
    for name, values in figures.items():
        error, std = f"{values['mean_error']:11.4%}", f"{values['mean_std']:23.2e}"
        session.say(f"{name:12} {error}  {std}  {values['iterations']:10}  {values['seconds']:17.1f}")
    session.give({**figures, "seed": seed})
    return 0


def _contact_sheet(session: Session) -> int:
    from deepintro_desktop.workflows.evaluate_synthesis import contact_sheet
    from deepintro_desktop.workflows.export import write_images

    options = session.options
    network = session.network(options.network)
    layers = [name.strip() for name in options.layers.split(",")]
    made = contact_sheet(network, options.images, layers, session.context, session.report)
    write_images({"contact-sheet.png": made.sheet_hwc_u8}, _folder(session))
    for image, errors in zip(options.images, made.errors, strict=True):
        rows = zip(made.layers, errors, strict=True)
        session.say(f"{Path(image).name}: " + ", ".join(f"{name} {error:.2%}" for name, error in rows))
    session.say(f"Wrote {_folder(session) / 'contact-sheet.png'}.")
    session.give({"file": "contact-sheet.png", "layers": made.layers, "errors": made.errors})
    return 0
