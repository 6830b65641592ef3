"""The input specification: what a user may type, and what is refused."""

import pytest

from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.specification import ChannelOrder, InputSpecification, Resize


def test_round_trip_through_plain_values():
    spec = InputSpecification(
        227, 224, 3, ChannelOrder.BGR, Resize.CROP, 0.5, (104.0, 117.0, 123.0), (1.0, 2.0, 3.0)
    )
    assert InputSpecification.from_dict(spec.to_dict()) == spec


def test_one_number_stands_for_every_channel():
    spec = InputSpecification.from_dict({"height": 8, "width": 8, "mean": 0.5, "std": 2})
    assert spec.mean == (0.5, 0.5, 0.5)
    assert spec.std == (2.0, 2.0, 2.0)


def test_one_channel_is_grey_by_itself():
    spec = InputSpecification.from_dict({"height": 28, "width": 28, "channels": 1})
    assert spec.order is ChannelOrder.GRAY
    assert spec.text == "28 × 28 grey"


@pytest.mark.parametrize(
    "change",
    [
        {"height": 0},
        {"channels": 2},
        {"order": "GRAY"},
        {"order": "BRG"},
        {"std": [1.0, 0.0, 1.0]},
        {"mean": [1.0]},
        {"scale": 0},
        {"size": 3},
        {"width": "wide"},
        {"width": None},
        {"resize": "squash"},
        {"mean": float("nan")},
        {"scale": float("inf")},
    ],
)
def test_nonsense_is_refused_with_a_hint(change):
    with pytest.raises(WrongRequestError) as refusal:
        InputSpecification.from_dict({"height": 8, "width": 8} | change)
    assert refusal.value.hint


def test_missing_size_is_refused():
    with pytest.raises(WrongRequestError, match="not usable"):
        InputSpecification.from_dict({"width": 8})
