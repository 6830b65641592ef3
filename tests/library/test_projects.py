"""Projects: names for some of the library's members; what no project has is not kept."""

import numpy as np
import pytest

from deepintro_desktop.core.errors import LibraryError, NotFoundError, WrongRequestError
from deepintro_desktop.library import Library


def _names(records):
    return [record.name for record in records]


@pytest.fixture
def filled(library, manifest, picture):
    """Return a library whose first project has one network and two pictures, with a result."""
    network = library.networks.add(manifest(), b"onnx", "net").record
    first = library.images.add(*picture("dog.png")).record
    library.images.add(*picture("cat.png", 50))
    array = {"values": np.arange(6.0)}
    library.results.store("relevance", {"a": 1}, {"b": 2}, array, network_id=network.id, image_id=first.id)
    return library


def test_a_new_library_has_one_project(library):
    (project,) = library.projects.list()
    assert (project.name, project.n_networks, project.n_images) == ("My project", 0, 0)


def test_what_is_added_belongs_to_the_project_that_was_opened_last(filled, picture):
    (first,) = filled.projects.list()
    second = filled.projects.create("Second")
    assert _names(filled.projects.list()) == ["Second", "My project"]
    filled.images.add(*picture("bird.png", 7))
    assert _names(filled.images.list(second.id)) == ["bird.png"]
    filled.projects.open(first)
    assert _names(filled.projects.list()) == ["My project", "Second"]
    filled.images.add(*picture("fish.png", 8))
    assert _names(filled.images.list(first.id)) == ["dog.png", "cat.png", "fish.png"]
    assert len(filled.images.list()) == 4


def test_a_picture_of_another_project_is_shared_and_no_duplicate(filled, picture):
    second = filled.projects.create("Second")
    again = filled.images.add(*picture("dog.png"), second.id)
    assert again.duplicate_of is None
    assert again.changes.images
    assert filled.images.add(*picture("dog.png"), second.id).duplicate_of == again.record
    assert len(filled.images.list()) == 2


def test_a_network_of_another_project_is_shared(filled, manifest):
    second = filled.projects.create("Second")
    assert not filled.networks.add(manifest(), b"onnx", "net", second.id).already_there
    assert filled.networks.add(manifest(), b"onnx", "net", second.id).already_there
    assert filled.projects.find("Second").n_networks == 1


def test_removing_from_one_project_leaves_the_other_its_member_and_results(filled, picture):
    first, second = filled.projects.find("My project"), filled.projects.create("Second")
    dog = filled.images.add(*picture("dog.png"), second.id).record
    filled.images.remove(dog, first.id)
    assert _names(filled.images.list(first.id)) == ["cat.png"]
    assert _names(filled.images.list(second.id)) == ["dog.png"]
    assert filled.results.load("relevance", {"a": 1}) is not None
    filled.images.remove(dog, second.id)
    assert _names(filled.images.list()) == ["cat.png"]
    assert filled.results.load("relevance", {"a": 1}) is None
    assert filled.check() == []


def test_removing_a_project_takes_what_no_other_has(filled, picture):
    first, second = filled.projects.find("My project"), filled.projects.create("Second")
    filled.images.add(*picture("cat.png", 50), second.id)
    assert filled.projects.only_here(first) == (1, 1)
    assert filled.projects.remove(first).images
    assert _names(filled.images.list()) == ["cat.png"]
    assert filled.networks.list() == []
    assert filled.results.load("relevance", {"a": 1}) is None
    assert filled.check() == []


def test_what_only_one_project_has_can_be_asked_of_a_library_that_can_only_be_read(filled, library_folder):
    with Library.open(library_folder, read_only=True) as reader:
        assert reader.read_only_reason
        assert reader.projects.only_here(reader.projects.find("My project")) == (1, 2)


def test_the_current_project_is_the_wanted_one_or_the_one_opened_last(filled):
    first, second = filled.projects.find("My project"), filled.projects.create("Second")
    assert filled.projects.current() == second.id
    assert filled.projects.current(first.id) == first.id
    filled.projects.remove(second)
    assert filled.projects.current(second.id) == first.id


def test_the_last_project_is_replaced_by_an_empty_one(filled):
    filled.projects.remove(filled.projects.find("My project"))
    (project,) = filled.projects.list()
    assert (project.name, project.n_images) == ("My project", 0)
    assert filled.check() == []
    with pytest.raises(NotFoundError, match="not in the library any more"):
        filled.projects.remove(project.__class__("gone", "Gone", "", ""))


def test_a_duplicate_has_the_same_members_in_the_same_order(filled):
    made = filled.projects.duplicate(filled.projects.find("My project"))
    assert made.name == "My project (2)"
    assert (made.n_networks, made.n_images) == (1, 2)
    assert filled.images.list(made.id) == filled.images.list(filled.projects.find("My project").id)
    filled.projects.remove(made)
    assert len(filled.images.list()) == 2


def test_names_are_distinct_and_not_empty(filled):
    assert filled.projects.create("My project").name == "My project (2)"
    with pytest.raises(WrongRequestError, match="needs a name"):
        filled.projects.create("   ")
    with pytest.raises(WrongRequestError, match="Another project"):
        filled.projects.rename(filled.projects.find("My project (2)"), "my PROJECT")
    filled.projects.rename(filled.projects.find("My project (2)"), " Lesions  2026 ")
    assert filled.projects.find("les").name == "Lesions 2026"


def test_adding_to_a_project_that_was_removed_is_refused(filled, picture):
    with pytest.raises(NotFoundError, match="project is not in the library"):
        filled.images.add(*picture("bird.png", 9), "gone")
    assert len(filled.images.list()) == 2
    assert filled.check() == []


def test_a_library_that_can_only_be_read_opens_projects_without_remembering(filled, library_folder):
    other = filled.projects.create("Second")
    filled.projects.open(filled.projects.find("My project"))
    with Library.open(library_folder, read_only=True) as second:
        second.projects.open(other)
        assert _names(second.projects.list())[0] == "My project"
        with pytest.raises(LibraryError, match="only be read"):
            second.projects.create("Third")
