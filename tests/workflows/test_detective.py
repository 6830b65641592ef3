"""Which ways to prepare pixels are worth a try, and what the answers speak for."""

from dataclasses import replace

import numpy as np
import pytest
from support.inspections import CAFFE, OPEN_CANDIDATES, RAW, UNIT, make_answer, make_trial
from support.results import make_network

from deepintro_desktop.core.records import Manifest, SourceFile, SpecificationSource
from deepintro_desktop.core.specification import ChannelOrder, InputSpecification, Resize
from deepintro_desktop.workflows.detective import (
    BEST_GUESS,
    FROM_FILE,
    OWN,
    RGB_CAFFE,
    candidates,
    doubt,
    recommend,
    sources,
    spread_words,
    sureness,
)

GUESS = SpecificationSource.GUESS
GREY = InputSpecification(28, 28, 1, ChannelOrder.GRAY, scale=1 / 255, mean=(0.0,), std=(1.0,))


def manifest_of(spec: InputSpecification, **values) -> Manifest:
    return make_network(**{"specification": spec, "specification_source": GUESS, **values}).manifest


def input_values(spec: InputSpecification) -> np.ndarray:
    pixels = np.array([0.0, 100.0, 255.0])[:, None]
    values = (pixels * spec.scale - np.array(spec.mean)) / np.array(spec.std)
    return values[:, ::-1] if spec.order is ChannelOrder.BGR else values


def test_no_way_changes_how_a_picture_gets_its_size():
    cropped = replace(CAFFE, resize=Resize.CROP)
    found = candidates(manifest_of(cropped, format="caffe", specification_source=SpecificationSource.USER))
    assert len(found) > 3
    assert {entry.specification.resize for entry in found} == {Resize.CROP}
    assert [entry.key for entry in candidates(manifest_of(cropped, format="caffe"))][0] == "caffe"


def test_a_caffe_network_is_tried_in_both_orders_raw_and_scaled():
    found = candidates(manifest_of(CAFFE, format="caffe"))
    assert [entry.key for entry in found] == ["caffe", RGB_CAFFE, "raw", "imagenet"]
    assert [entry.usual for entry in found] == [True, False, False, False]
    swapped = found[1].specification
    assert swapped.order is ChannelOrder.RGB
    assert swapped.mean == (123.0, 117.0, 104.0)


@pytest.mark.parametrize("format_", ["onnx", "keras", "savedmodel", "torchscript", "torch-weights", "caffe"])
@pytest.mark.parametrize("spec", [CAFFE, RAW, UNIT, GREY])
def test_there_are_three_to_five_ways_with_different_effects(format_, spec):
    found = candidates(manifest_of(spec, format=format_))
    assert 3 <= len(found) <= 5
    assert found[0].specification == spec
    assert {entry.specification.channels for entry in found} == {spec.channels}
    for place, entry in enumerate(found):
        for other in found[:place]:
            one, two = input_values(entry.specification), input_values(other.specification)
            same_order = entry.specification.order == other.specification.order
            assert not (same_order and np.allclose(one, two, rtol=1e-3))


def test_the_same_numbers_written_otherwise_are_no_other_way():
    halves = InputSpecification(60, 60, scale=1 / 127.5, mean=(1.0,) * 3)
    found = candidates(manifest_of(halves, format="onnx"))
    assert found[0].key == BEST_GUESS
    assert "minus-one-to-one" not in [entry.key for entry in found]


def test_a_mean_file_changes_the_mean_of_both_orders():
    found = candidates(manifest_of(replace(CAFFE, mean=(90.0, 100.0, 110.0)), format="caffe"))
    assert [entry.key for entry in found[:2]] == ["caffe", RGB_CAFFE]
    assert found[1].specification.mean == (110.0, 100.0, 90.0)


def test_what_the_file_says_is_the_only_way():
    found = candidates(manifest_of(CAFFE, specification_source=SpecificationSource.FILE))
    assert [entry.key for entry in found] == [FROM_FILE]
    assert recommend(found, (), "caffe").reason == "The files say how pixels are prepared."


def test_what_a_person_typed_is_compared_with_the_presets():
    found = candidates(
        manifest_of(
            replace(CAFFE, mean=(1.0,) * 3), format="caffe", specification_source=SpecificationSource.USER
        )
    )
    assert [entry.key for entry in found] == [OWN, "caffe", RGB_CAFFE, "raw", "imagenet"]


def test_usual_and_surest_is_recommended_and_says_so():
    trials = (make_trial(CAFFE, 0, 0.8, 0.9), make_trial(RAW, 1, 0.6, 0.7), make_trial(UNIT, 2, 0.04, 0.05))
    advice = recommend(OPEN_CANDIDATES, trials, "caffe")
    assert advice.key == "caffe"
    assert advice.reason == (
        "Recommended: usual for Caffe networks, and the surest over two pictures. A high number "
        "proves nothing by itself, so choose the column whose answers are true: here one says apple, "
        "one says bread, one cannot say."
    )
    assert advice.warning == "The answer depends on how pixels are prepared."


def test_larger_inputs_alone_are_no_evidence():
    usual, *others = OPEN_CANDIDATES
    options = (replace(OPEN_CANDIDATES[2], usual=True), replace(usual, usual=False))
    both = replace(make_trial(CAFFE, 0, 0.99, 0.99), answers=(make_answer(0, 0.99), make_answer(1, 0.99)))
    advice = recommend(options, (make_trial(UNIT, 0, 0.5, 0.4), both), "onnx")
    assert advice.key == "zero-to-one"
    assert "Caffe is surer over two pictures, which says little: larger inputs make any answer surer." in (
        advice.reason
    )
    assert others[0].key == "raw"


def test_a_decided_network_beats_an_undecided_usual_way():
    both = replace(make_trial(RAW, 0, 0.9, 0.9), answers=(make_answer(0, 0.9), make_answer(3, 0.9)))
    trials = (make_trial(CAFFE, 0, 0.1, 0.1), both, make_trial(UNIT, 1, 0.1, 0.1))
    advice = recommend(OPEN_CANDIDATES, trials, "caffe")
    assert advice.key == "raw"
    assert advice.reason.startswith(
        "Recommended: by far the surest over two pictures, although Caffe is usual"
    )


def test_one_class_for_every_picture_is_no_evidence():
    trials = (
        make_trial(CAFFE, 0, 0.1, 0.1),
        make_trial(RAW, 4, 0.99, 0.99),
        make_trial(UNIT, 1, 0.1, 0.1),
    )
    assert recommend(OPEN_CANDIDATES, trials, "caffe").key == "caffe"


def test_without_pictures_the_usual_way_is_named():
    trials = tuple(make_trial(entry.specification, 0) for entry in OPEN_CANDIDATES)
    advice = recommend(OPEN_CANDIDATES, trials, "caffe")
    assert advice.key == "caffe"
    assert (
        advice.reason == "Recommended: usual for Caffe networks. Choose a picture to see what each way gives."
    )
    assert advice.warning == ""


def test_the_best_class_of_each_way_is_counted():
    answers = [make_answer(0, 0.8), make_answer(0, 0.6), make_answer(1, 0.7), make_answer(2, 0.01)]
    assert spread_words(answers) == ": here two say apple, one says bread, one cannot say"
    assert spread_words(answers[:2]) == ": here both say apple"
    assert spread_words([answers[0]] * 3) == ": here all say apple"
    assert spread_words([()]) == spread_words([]) == ""
    assert doubt(answers[:2]) == doubt([(), answers[0]]) == ""
    assert doubt(answers) != ""


@pytest.mark.parametrize(
    ("mean_best", "n_classes", "word"),
    [(0.84, 1000, "sure"), (0.73, 1000, "fairly sure"), (0.55, 1000, "less sure"), (0.003, 1000, "undecided"),
     (0.55, 2, "undecided"), (0.95, 2, "sure"), (1.0, 1, "sure")],
)  # fmt: skip
def test_sureness_counts_from_chance(mean_best, n_classes, word):
    assert sureness(mean_best, n_classes) == word


def test_each_part_of_the_input_says_where_it_is_from():
    guessed = sources(manifest_of(CAFFE), is_size_open=False)
    assert guessed["size"] == guessed["channels"] == SpecificationSource.FILE
    assert guessed["order"] == guessed["range"] == guessed["mean"] == guessed["std"] == GUESS
    assert sources(manifest_of(CAFFE), is_size_open=True)["size"] == GUESS
    assert sources(manifest_of(GREY), is_size_open=False)["order"] == SpecificationSource.FILE
    with_mean = manifest_of(CAFFE, files=(SourceFile("mean", "mean.binaryproto", "m", 9),))
    assert sources(with_mean, is_size_open=False)["mean"] == SpecificationSource.FILE
