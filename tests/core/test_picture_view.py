"""What of a file is the picture."""

import json

import pytest

from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.picture_view import (
    AS_IT_COMES,
    NO_CHOICES,
    PictureChoices,
    PictureView,
    Window,
    view_words,
)

EVERYTHING = PictureView(3, "coronal", 17, Window(-600.0, 1500.0), "#102030", True)


@pytest.mark.parametrize("view", [AS_IT_COMES, EVERYTHING, PictureView(place=0), PictureView(frame=1)])
def test_a_view_survives_json(view: PictureView) -> None:
    assert PictureView.from_dict(json.loads(json.dumps(view.to_dict()))) == view


def test_only_what_was_chosen_counts() -> None:
    assert AS_IT_COMES.to_dict() == {}
    assert AS_IT_COMES.digest == ""
    views = [PictureView(frame=1), PictureView(place=0), PictureView(axis="axial"), EVERYTHING]
    assert len({view.digest for view in (AS_IT_COMES, *views)}) == 5


@pytest.mark.parametrize(
    "wrong",
    [
        {"frame": -1},
        {"place": -2},
        {"axis": "oblique"},
        {"background": "white"},
        {"background": "#FFFFFF"},
        {"window": {"centre": 0.0, "width": 0.0}},
        {"window": {"centre": float("nan"), "width": 1.0}},
    ],
)
def test_what_makes_no_sense_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(WrongRequestError):
        PictureView.from_dict(wrong)


def test_choices_are_true_where_there_is_something_to_choose() -> None:
    assert not NO_CHOICES
    assert not PictureChoices(slices=(("axial", 1),))
    assert PictureChoices(n_frames=2)
    assert PictureChoices(transparent=True)


def test_views_are_said_as_people_count() -> None:
    assert view_words(AS_IT_COMES) == "as the file comes"
    assert view_words(PictureView(frame=2)) == "frame 3"
    assert view_words(EVERYTHING) == (
        "frame 4, coronal, slice 18, window at -600, 1500 wide, background #102030, with overlays"
    )
