"""How preparations are written, typed and read back."""

from dataclasses import replace

import pytest
from support.inspections import CAFFE, RAW, UNIT, make_inspection

from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.records import SourceFile
from deepintro_desktop.core.specification import ChannelOrder, InputSpecification, Resize
from deepintro_desktop.ui.dialogs.add_network.contract import Mark
from deepintro_desktop.ui.dialogs.add_network.own import fields_of, specification_of
from deepintro_desktop.ui.dialogs.add_network.words import formula, found, range_text

IMAGENET = InputSpecification(9, 9, scale=1 / 255, mean=(0.485, 0.456, 0.406), std=(0.229, 0.224, 0.225))
HALVES = InputSpecification(9, 9, scale=1 / 255, mean=(0.5,) * 3, std=(0.5,) * 3)
GREY = InputSpecification(9, 8, 1, ChannelOrder.GRAY, Resize.PAD, 1 / 255, (0.4,), (0.2,))


@pytest.mark.parametrize(
    ("spec", "text"),
    [
        (CAFFE, "BGR, 0–255 minus mean"),
        (RAW, "RGB, 0–255 as it is"),
        (UNIT, "RGB, 0–1 as it is"),
        (IMAGENET, "RGB, 0–1, mean and std"),
        (HALVES, "RGB, −1 to 1"),
        (GREY, "grey, 0–1, mean and std"),
    ],
)
def test_formula_in_a_few_words(spec, text):
    assert formula(spec) == text


def test_ranges_are_short():
    assert range_text(-123.0, 151.0) == "−123 to 151"
    assert range_text(-2.118, 2.64) == "−2.1 to 2.6"
    assert range_text(0.0, 0.333) == "0 to 0.333"


@pytest.mark.parametrize("spec", [CAFFE, RAW, IMAGENET, HALVES, GREY])
def test_what_stands_in_the_fields_means_the_same(spec):
    assert specification_of(fields_of(spec), spec.channels) == spec


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("mean", "1, 2", "Mean needs one number, or 3 with commas between them."),
        ("std", "0", "The input specification is not usable."),
        ("scale", "1/0", "Scale: '1/0' is not a number."),
        ("scale", "", "Scale: '' is not a number."),
        ("width", "12.5", "The preprocessing object is not usable."),
        ("mean", "nan", "The input specification is not usable."),
    ],
)
def test_nonsense_is_explained(name, text, problem):
    with pytest.raises(WrongRequestError) as caught:
        specification_of(replace(fields_of(RAW), **{name: text}), 3)
    assert caught.value.what == problem


def test_every_file_says_how_it_was_found():
    rows = found(make_inspection(format="caffe"), "").files
    assert [(row.mark, row.title, row.detail) for row in rows] == [
        (Mark.FINE, "deploy.prototxt", "recognised from its content: Caffe network"),
        (Mark.FINE, "labels.txt", "6 labels, found beside it"),
        (Mark.NOTE, "No mean picture", "none lies beside it, mostly none is needed"),
    ]


def test_missing_labels_and_what_cannot_be_explained_are_said():
    plain = make_inspection(labels=(), files=(SourceFile("network", "a", "a", 1),), unexplainable=("LSTM.",))
    shown = found(replace(plain, files=plain.files[:1]), "")
    assert [row.title for row in shown.files] == [
        "deploy.prototxt",
        "No labels",
        "No mean picture",
    ]
    assert [row.title for row in shown.checks] == ["Checked, Δ 3e-6", "Can be predicted, but not explained"]
