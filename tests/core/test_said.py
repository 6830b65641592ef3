"""What arose in English further down is recognised where it is shown."""

import time
from collections.abc import Iterator

import pytest

from deepintro_desktop.core import said as module
from deepintro_desktop.core.said import HOLE, Phrasebook, forget, said
from deepintro_desktop.core.translation import install_translator

TEMPLATES = {
    "{0} is damaged.": (0,),
    "It holds {0}{1}.": (),
    " and {0} more": (),
    "a weight": (),
    "Choose another file.": (),
    "The network has no class {0}.": (0,),
    "The system says: {0}.": (),
    "It has {0}.": (),
    "It has {0} classes, numbered 0 to {1}.": (0, 1),
    "{0} is {1}.": (0,),
    "a number is cut off": (),
    "sparse": (),
}


@pytest.fixture(autouse=True)
def _another_language(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Speak a language whose sentences stand in angle brackets, with the templates above."""
    monkeypatch.setattr(module, "_phrasebook", lambda: Phrasebook(TEMPLATES))
    forget()
    install_translator(lambda context, text: f"<{text}>" if context == "Messages" else text)
    yield
    install_translator(None)
    forget()


def test_without_a_language_everything_stays_as_it_is() -> None:
    install_translator(None)
    assert said("cat.png is damaged.") == "cat.png is damaged."


def test_a_sentence_without_values() -> None:
    assert said("Choose another file.") == "<Choose another file.>"


def test_a_value_is_put_back() -> None:
    assert said("cat.png is damaged.") == "<cat.png is damaged.>"


def test_what_nobody_knows_is_shown_as_it_is() -> None:
    assert said("Nobody ever wrote that") == "Nobody ever wrote that"
    assert said("") == ""


def test_values_are_said_too_unless_they_are_names() -> None:
    assert said("It holds a weight and 3 more.") == "<It holds <a weight>< and 3 more>.>"
    assert said("a weight is damaged.") == "<a weight is damaged.>"


def test_sentences_after_each_other_are_said_one_by_one() -> None:
    both = said("cat.png is damaged. Choose another file.")
    assert both == "<cat.png is damaged.> <Choose another file.>"
    assert said("It has 3 classes, numbered 0 to 2. Choose another file.") == (
        "<It has 3 classes, numbered 0 to 2.> <Choose another file.>"
    )


def test_the_sentence_that_explains_most_wins() -> None:
    assert said("It has 3 classes, numbered 0 to 2.") == "<It has 3 classes, numbered 0 to 2.>"


def test_the_name_of_a_file_within_a_sentence_is_put_before_it() -> None:
    assert said("The network in my net.onnx has no class 3.") == "my net.onnx: <The network has no class 3.>"


def test_text_of_other_programs_stays_inside_its_sentence() -> None:
    assert said("The system says: No space left on device.") == "<The system says: No space left on device.>"


def test_a_sentence_that_fits_anything_needs_words_of_the_program() -> None:
    assert said("cat.png is sparse.") == "<cat.png is <sparse>.>"
    assert said("This is of another program.") == "This is of another program."


def test_words_in_brackets_and_words_made_a_sentence() -> None:
    assert (
        said("Choose another file. (a number is cut off).")
        == "<Choose another file.> (<a number is cut off>)."
    )
    assert said("a number is cut off.") == "<a number is cut off>."


def test_a_list_of_words_is_said_one_by_one_and_one_of_names_is_left() -> None:
    assert said("a weight, sparse, 7") == "<a weight>, <sparse>, 7"
    assert said("sparse, cat.png") == "sparse, cat.png"


def test_holes_may_change_their_order() -> None:
    turned = {"It has {0} classes, numbered 0 to {1}.": "Bis {1}, im Ganzen {0}."}
    install_translator(lambda _, text: turned.get(text, text))
    assert said("It has 3 classes, numbered 0 to 2.") == "Bis 2, im Ganzen 3."


def test_every_text_of_the_program_is_recognised_as_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    book = module._phrasebook()
    for template in module._templates():
        filled = HOLE.sub(lambda hole: f"N{hole.group(1)}", template)
        found = book.find(filled)
        assert found is not None, template
        text, values = found
        again = HOLE.sub(lambda hole, values=values: values[int(hole.group(1))], text.text)
        assert again == filled, template
        assert text.weight >= len(HOLE.sub("", template)), template


def test_five_thousand_rows_do_not_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    forget()
    install_translator(lambda _, text: text)
    rows = [f"picture-{index}.png is damaged. Copy or download it again." for index in range(5000)]
    begin = time.perf_counter()
    for row in rows:
        said(row)
    assert time.perf_counter() - begin < 20
    begin = time.perf_counter()
    for _ in range(5000):
        said("window at 40, 400 wide")
    assert time.perf_counter() - begin < 0.2
