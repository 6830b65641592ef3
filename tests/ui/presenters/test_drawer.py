"""What was made before: by recipe, without doubles, and what is only of this session."""

from dataclasses import dataclass

from deepintro_desktop.ui.presenters.drawer import Drawer


@dataclass(frozen=True)
class Entry:
    id: str
    recipe: tuple[str, str]
    seeds: tuple[int, ...]


def make_drawer(*entries: Entry) -> Drawer[tuple[str, str]]:
    drawer = Drawer[tuple[str, str]](lambda entry: entry.recipe, lambda recipe: recipe[0])
    drawer.set_library(entries)
    return drawer


EYE, EYE_SOON, EAR = ("eye", "deep"), ("eye", "soon"), ("ear", "deep")
A, B = Entry("a", EYE, (0, 1)), Entry("b", EYE, (2, 3))
C, D = Entry("c", EYE_SOON, (0,)), Entry("d", EAR, (0,))


def test_entries_of_a_recipe_come_by_seeds() -> None:
    drawer = make_drawer(B, C, A, D)
    assert drawer.of_recipe(EYE) == (A, B)
    assert drawer.seeds(EYE) == {0, 1, 2, 3}
    assert drawer.next_seed(EYE) == 4
    assert drawer.next_seed(("eye", "never")) == 0


def test_other_recipes_are_of_the_same_thing() -> None:
    drawer = make_drawer(C, A, D)
    assert drawer.other_recipes(EYE) == (EYE_SOON,)
    assert drawer.other_recipes(EAR) == ()


def test_images_are_counted_once() -> None:
    drawer = make_drawer(A, B, C, D, Entry("again", EYE, (0, 1)))
    assert drawer.n_images("eye") == 5
    assert drawer.n_images("ear") == 1


def test_what_was_made_now_becomes_what_the_library_has() -> None:
    drawer = make_drawer(C)
    drawer.add(Entry("session", EYE, (0, 1)), "images")
    assert drawer.unread(EYE, 5) == ("c",)
    drawer.set_library((A, C))
    assert drawer.of_recipe(EYE) == (A,)
    assert drawer.result(A) == "images"


def test_what_the_library_does_not_keep_stays_for_the_session() -> None:
    drawer = make_drawer()
    drawer.add(Entry("session", EYE, (0, 1)), "images")
    drawer.set_library(())
    assert drawer.seeds(EYE) == {0, 1}


def test_only_what_is_seen_is_read() -> None:
    drawer = make_drawer(B, A, C, Entry("c2", EYE_SOON, (5,)), D)
    assert drawer.unread(EYE, 5) == ("a", "b", "c")
    assert drawer.unread(EYE, 0) == ("a", "b")
    drawer.add_results(("a", "b"), ("first", "second"))
    assert drawer.unread(EYE, 0) == ()


def test_what_cannot_be_read_is_forgotten() -> None:
    drawer = make_drawer(A, B)
    drawer.add_results(("a", "b"), (None, "second"))
    assert drawer.of_recipe(EYE) == (B,)
    assert drawer.unread(EYE, 5) == ()
