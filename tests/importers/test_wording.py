"""Names out of a stranger's file reach people shortened and without control characters."""

import pytest
from importers.builders import classifier, save

from deepintro_desktop.core.errors import DeepIntroError, UnsupportedNetworkError
from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.importers import open_network
from deepintro_desktop.importers.wording import made_readable


def test_control_characters_and_line_ends_become_gaps():
    error = made_readable(
        UnsupportedNetworkError("A\x1b[2J b.", "c\n d\r\x00 e.", "\u202etxt.", names=("\n",))
    )
    assert (error.what, error.why, error.hint) == ("A [2J b.", "c d e.", "txt.")
    assert error.fields == {"names": ("\n",)}


def test_long_words_and_sentences_are_cut():
    error = made_readable(DeepIntroError("x" * 5000, "word " * 500, "Try this."))
    assert error.what == "x" * 79 + "…"
    assert len(error.why) == 400
    assert error.why.endswith("…")
    assert error.hint == "Try this."


def test_python_s_own_way_to_show_things_is_translated():
    error = made_readable(
        DeepIntroError("<class 'a.b.Dense'> and <a.B object at 0x7fa1> fail.", 'No: File "a.py", line 7\n x.')
    )
    assert (error.what, error.why) == ("Dense and B fail.", "No.")
    error = made_readable(
        DeepIntroError('B (of Python compilation unit at: 0x558c) is none: File "code/__to.', "", "Try.")
    )
    assert error.what == "B is none."


def test_ordinary_sentences_stay_as_they_are():
    words = ("“Größe” is 3 × 4.", "Die Datei heißt größe.onnx – nicht 猫.onnx.", "Try ../a/b c.")
    error = made_readable(DeepIntroError(*words))
    assert (error.what, error.why, error.hint) == words


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("The network has no input.", "The network in net.onnx has no input."),
        ("Two shapes disagree.", "net.onnx: Two shapes disagree."),
        ("labels.txt has 3 lines.", "labels.txt has 3 lines."),
    ],
)
def test_a_sentence_that_names_no_file_gets_the_name(what, said):
    assert made_readable(DeepIntroError(what), ("net.onnx", "labels.txt")).what == said


def test_the_one_door_words_names_of_files(tmp_path, rng):
    model = classifier(rng)
    model.graph.node[0].op_type = "Evil\x1b]0;title\x07" + "y" * 3000
    with pytest.raises(DeepIntroError) as refusal:
        open_network(AddNetworkRequest(save(model, tmp_path / "net.onnx"), preprocessing="zero-to-one"))
    assert str(refusal.value).isprintable()
    assert len(str(refusal.value)) < 900
