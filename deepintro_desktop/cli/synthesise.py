"""``deepintro synthesise``: images that the network cannot tell from a feature."""

import argparse
from typing import Any

from deepintro_desktop.cli.feature_options import add_feature_options, clustering_of, positive
from deepintro_desktop.cli.options import add_network_files
from deepintro_desktop.cli.picture_options import add_picture_options
from deepintro_desktop.cli.session import Session
from deepintro_desktop.cli.synthesis_options import (
    add_solver_options,
    add_synthesis_options,
    parameters_of,
)
from deepintro_desktop.core.drawn import NO_EDITS
from deepintro_desktop.core.requests import ClusterRequest, SynthesiseRequest
from deepintro_desktop.core.synthesis import Isolation, SynthesisParameters, SynthesisResult


def register(verbs: argparse._SubParsersAction, parents: list[argparse.ArgumentParser]) -> None:
    """Add ``synthesise``."""
    verb = verbs.add_parser(
        "synthesise",
        parents=parents,
        allow_abbrev=False,
        help="images that the network cannot tell from a feature",
    )
    verb.add_argument("network", metavar="NETWORK")
    verb.add_argument("image", metavar="IMAGE")
    what = verb.add_mutually_exclusive_group(required=True)
    what.add_argument("--feature", type=positive, default=0, metavar="N", help="a feature, by its number")
    what.add_argument("--whole", action="store_true", help="the whole picture")
    verb.add_argument("--layer", default="", metavar="NAME", help="default: one in the middle of the network")
    ways = [way.value for way in Isolation if way is not Isolation.WHOLE]
    verb.add_argument(
        "--isolation",
        choices=ways,
        default=Isolation.IN_PLACE.value,
        help="what becomes of the surroundings of a feature (default in-place)",
    )
    add_synthesis_options(verb, SynthesisParameters().n_iterations, 4)
    add_solver_options(verb)
    add_feature_options(verb.add_argument_group("features"))
    add_picture_options(verb)
    add_network_files(verb)
    verb.set_defaults(run=_run)


def _run(session: Session) -> int:
    from deepintro_desktop.workflows.drawn import kept_edits
    from deepintro_desktop.workflows.export import write_images
    from deepintro_desktop.workflows.stages import prediction, subject
    from deepintro_desktop.workflows.synthesise import synthesise

    options = session.options
    network, image = session.network(options.network), session.image(options.image)
    of = subject(network, image, session.context)
    target = of.network.target(options.target, prediction(of))
    method = options.method or of.network.record.manifest.default_method
    edits = kept_edits(of.network.record, of.image, session.context) if options.drawn else NO_EDITS
    source = ClusterRequest(network, image, target.index, method, clustering_of(options), edits)
    request = SynthesiseRequest(
        source,
        options.feature,
        options.layer,
        Isolation(options.isolation),
        options.images,
        parameters_of(options),
        options.seed,
    )
    result = synthesise(request, session.context, session.report)
    pictures = {f"pre-image-{image.seed}.png": image.image_hwc_u8 for image in result.images}
    write_images({**pictures, "target.png": result.target_hwc_u8}, session.out)
    files = list(pictures) if session.out is not None else [None] * len(pictures)
    session.say(*_lines(result, session))
    session.give(_json(result, files) | {"feature": options.feature or None, "target": target.index})
    return 0


def _lines(result: SynthesisResult, session: Session) -> tuple[str, ...]:
    rows = tuple(f"seed {image.seed}: error {image.error:.4%}" for image in result.images)
    layer, seconds = result.layer, f"{result.seconds:.1f} s"
    where = (f"Pictures are in {session.out}.",) if session.out is not None else ()
    return (
        f"Layer {layer.name}, {layer.n_values} values; {result.n_iterations} iterations, {seconds}",
        *rows,
        f"mean error {result.mean_error:.4%}, standard deviation {result.std_error:.4%}",
        *result.notes,
        *where,
    )


def _json(result: SynthesisResult, files: list[Any]) -> dict[str, Any]:
    return {
        "layer": result.layer.name,
        "isolation": result.isolation.value,
        "goal": result.parameters.goal.value,
        "solver": result.parameters.solver.value,
        "iterations": result.n_iterations,
        "seconds": result.seconds,
        "images": [
            {"file": file, "seed": image.seed, "error": image.error}
            for file, image in zip(files, result.images, strict=True)
        ],
        "mean_error": result.mean_error,
        "std_error": result.std_error,
        "notes": list(result.notes),
    }
