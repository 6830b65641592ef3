"""``deepintro predict``: the five best classes."""

import argparse

from deepintro_desktop.cli.options import add_network_files
from deepintro_desktop.cli.picture_options import add_picture_options
from deepintro_desktop.cli.session import Session
from deepintro_desktop.core.requests import PredictRequest
from deepintro_desktop.core.results import Prediction
from deepintro_desktop.reports.plain import image_json, network_json, score_json


def register(verbs: argparse._SubParsersAction, parents: list[argparse.ArgumentParser]) -> None:
    """Add ``predict``."""
    verb = verbs.add_parser("predict", parents=parents, allow_abbrev=False, help="the five best classes")
    verb.add_argument("network", metavar="NETWORK")
    verb.add_argument("image", metavar="IMAGE")
    add_picture_options(verb)
    add_network_files(verb)
    verb.set_defaults(run=_run)


def top_lines(prediction: Prediction) -> tuple[str, ...]:
    """Return what people read of a prediction."""
    return tuple(f"{score.probability:8.4f}  {score.label}" for score in prediction.top)


def _run(session: Session) -> int:
    from deepintro_desktop.workflows.predict import predict
    from deepintro_desktop.workflows.references import image_record, network_record

    network = session.network(session.options.network)
    image = session.image(session.options.image)
    answer = predict(PredictRequest(network, image), session.context, session.report)
    session.say(*top_lines(answer))
    session.give(
        {
            "network": network_json(network_record(network, session.context)),
            "image": image_json(image_record(image, session.context)),
            "top": [score_json(score) for score in answer.top],
            "notices": session.tell_notices(network),
        }
    )
    return 0
