"""Damaged files of every format end in success or in one clear sentence. README.md has the large runs."""

import pytest
from security import corpus, fuzzing

_COUNT = 20
_SEED = 1
_SLOW = frozenset({"savedmodel", "keras", "torch-export"})


def _formats():
    return [pytest.param(kind, marks=pytest.mark.slow) if kind in _SLOW else kind for kind in corpus.FORMATS]


@pytest.mark.parametrize("kind", _formats())
def test_damaged_files_end_in_success_or_in_a_sentence(kind, guarded, tmp_path):
    made, scratch = tmp_path / "made", tmp_path / "scratch"
    made.mkdir()
    scratch.mkdir()
    samples = list(fuzzing.samples_of(kind, folder=made))
    place, tally = fuzzing.Range(guarded, scratch), fuzzing.Tally(kind)
    for index in range(_COUNT):
        case = fuzzing.make_case(kind, samples, _SEED, index)
        tally.add(case, place.open(case))
    assert [f"{case.index} ({case.how}): {found.end}: {found.what}" for case, found in tally.faults] == []
    assert tally.ends["opened"] < _COUNT, "the damage was none"
    assert tally.ends["opened"] > 0, "nothing gets as far as the layers"


@pytest.mark.parametrize("kind", corpus.FORMATS)
def test_sound_files_open(kind, guarded, tmp_path):
    for number, sample in enumerate(fuzzing.samples_of(kind, folder=tmp_path / "made")):
        folder = tmp_path / str(number)
        found = guarded.open(sample.write(folder), **sample.options)
        assert found.end == "opened", (sample.name, found)


def test_a_number_tells_the_damage(tmp_path):
    samples = corpus.small("onnx", tmp_path)
    twice = [[fuzzing.make_case("onnx", samples, 3, index).data for index in range(30)] for _ in range(2)]
    assert twice[0] == twice[1]
    assert len(set(twice[0])) > 25
