"""Feedback stays when what it is about goes."""

import sqlite3

import pytest

from deepintro_desktop.core.errors import LibraryError, NotFoundError
from deepintro_desktop.core.feedback import FeedbackSubject
from deepintro_desktop.library import Library, database
from deepintro_desktop.library.faults import DATABASE_NAME
from deepintro_desktop.library.schema import MIGRATIONS

ANSWERS = {"trust": 4, "features_problems": ("missing", "edges"), "remarks": "Zwei\nZeilen “é” 😀"}


def _subject(network, image, result_id=""):
    return FeedbackSubject(
        network.id,
        network.name,
        network.manifest.sha256,
        image.id,
        image.name,
        image.sha256,
        1,
        "Hündin",
        result_id,
        bool(result_id),
        {"method": "lrp-epsilon"},
    )


@pytest.fixture
def entries(library, manifest, picture):
    """Return a network and an image of the library, and the id of a result of both."""
    network = library.networks.add(manifest(), b"onnx", "net").record
    image = library.images.add(*picture("dog.png")).record
    result = library.results.store("analysis", {"a": 1}, {}, {}, network_id=network.id, image_id=image.id)
    return network, image, result


def test_what_was_answered_comes_back_as_it_was(library, entries):
    about = _subject(*entries)
    given = library.feedback.add("analysis", ANSWERS, about)
    assert library.feedback.list() == (given,)
    assert (given.form, dict(given.answers), given.about, given.gone) == ("analysis", ANSWERS, about, ())
    assert given.about.settings == {"method": "lrp-epsilon"}
    assert given.made == given.changed


def test_the_newest_comes_first(library):
    ids = [library.feedback.add("general", {"ease": step}).id for step in (1, 2, 3)]
    assert [one.id for one in library.feedback.list()] == ids[::-1]


def test_feedback_outlives_picture_network_and_result_and_says_so(library, entries):
    network, image, result = entries
    library.feedback.add("analysis", ANSWERS, _subject(network, image, result))
    library.images.remove(image)
    (one,) = library.feedback.list()
    assert one.gone == ("image", "result")
    assert one.about.image_name == "dog.png"
    library.networks.remove(network)
    (one,) = library.feedback.list()
    assert one.gone == ("network", "image", "result")
    assert dict(one.answers) == ANSWERS
    assert library.check() == []


def test_a_picture_that_comes_back_is_not_gone(library, entries, picture):
    network, image, _ = entries
    library.feedback.add("analysis", ANSWERS, _subject(network, image))
    library.images.remove(image)
    library.images.add(*picture("dog.png"))
    assert library.feedback.list()[0].gone == ()


def test_other_answers_take_the_place_of_the_first(library, entries, monkeypatch):
    given = library.feedback.add("analysis", ANSWERS, _subject(*entries))
    monkeypatch.setattr("deepintro_desktop.library.feedback.now", lambda: "2999-01-01T00:00:00+00:00")
    changed = library.feedback.replace(given.id, {"trust": 1})
    assert library.feedback.list() == (changed,)
    assert dict(changed.answers) == {"trust": 1}
    assert (changed.made, changed.changed) == (given.made, "2999-01-01T00:00:00+00:00")
    assert changed.about == given.about


def test_removed_feedback_is_gone_and_cannot_be_changed(library):
    given = library.feedback.add("general", {"ease": 3})
    assert library.feedback.remove(given.id).feedback
    assert library.feedback.list() == ()
    with pytest.raises(NotFoundError, match="not in the library any more"):
        library.feedback.remove(given.id)
    with pytest.raises(NotFoundError, match="not in the library any more"):
        library.feedback.replace(given.id, {"ease": 1})


def test_a_library_that_can_only_be_read_shows_feedback_and_takes_none(library_folder):
    with Library.open(library_folder) as library:
        library.feedback.add("general", {"ease": 3})
    with Library.open(library_folder, read_only=True) as library:
        assert len(library.feedback.list()) == 1
        with pytest.raises(LibraryError, match="can only be read"):
            library.feedback.add("general", {"ease": 3})


@pytest.mark.allow_log
@pytest.mark.parametrize(
    ("column", "value"),
    [("answers", "{"), ("answers", "[]"), ("answers", '{"ease": null}'), ("about", "{}"), ("about", '"x"')],
)
def test_a_damaged_row_does_not_hide_the_others(library_folder, column, value):
    with Library.open(library_folder) as library:
        broken = library.feedback.add("general", {"ease": 3})
        whole = library.feedback.add("general", {"ease": 4})
    connection = sqlite3.connect(library_folder / DATABASE_NAME)
    connection.execute(f"UPDATE feedback SET {column} = ? WHERE id = ?", (value, broken.id))
    connection.commit()
    connection.close()
    with Library.open(library_folder) as library:
        assert library.feedback.list() == (whole,)


def test_no_word_of_an_answer_is_among_the_events(library, entries):
    library.feedback.add("analysis", {"remarks": "secret"}, _subject(*entries))
    assert "secret" not in str(library.events.list())
    assert "dog.png" not in str(library.events.list())


def test_libraries_of_the_third_form_take_feedback(library_folder, monkeypatch):
    library_folder.mkdir(parents=True, exist_ok=True)
    with monkeypatch.context() as patch:
        patch.setattr(database, "MIGRATIONS", MIGRATIONS[:3])
        Library.open(library_folder).close()
    with Library.open(library_folder) as library:
        assert library.feedback.list() == ()
        library.feedback.add("general", {"ease": 3})
        assert len(library.feedback.list()) == 1
