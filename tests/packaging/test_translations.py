"""The translations are complete and up to date, and texts in the sources are found where they stand."""

import textwrap

import pytest
from PySide6.QtCore import QTranslator
from support.paths import REPOSITORY

FOLDER = REPOSITORY / "resources" / "i18n"


@pytest.fixture
def texts(script):
    return script("texts")


@pytest.fixture
def ts_file(script):
    return script("ts_file")


@pytest.fixture
def translations(texts, ts_file, script):
    return script("translations")


@pytest.fixture
def sources(tmp_path, texts):
    """Return a function that writes a module of the window, or below it, and reads its texts."""

    def read(source, part="ui"):
        folder = tmp_path / texts.PACKAGE / part
        folder.mkdir(parents=True)
        (folder / "module.py").write_text(textwrap.dedent(source), encoding="utf-8")
        if part == "ui":
            return [(text.context, text.source) for text in texts.window_texts(tmp_path)]
        return texts.lower_texts(tmp_path)

    return read


def test_every_text_has_its_german(translations):
    """Run ``python3 packaging/dev.py translations`` after texts were written, and fill in what it names."""
    assert translations.check() == []


def test_the_binary_file_says_what_the_text_file_says(ts_file):
    translator = QTranslator()
    assert translator.load(str(FOLDER / "deepintro_de.qm"))
    known = ts_file.read(FOLDER / "deepintro_de.ts")
    assert len(known) > 1000
    old = {key for key, german in known.items() if translator.translate(*key) != german}
    assert old == set()


def test_texts_of_a_class_have_its_name_as_context(sources):
    found = sources(
        """
        class Outer:
            def inside(self):
                return self.tr("one " "sentence"), self.tr("a" if self else "b")
        """
    )
    assert found == [("Outer", "one sentence"), ("Outer", "a"), ("Outer", "b")]


def test_short_forms_and_contexts_in_constants_are_understood(sources):
    found = sources(
        """
        _CONTEXT = "Two"

        def _tr(text):
            '''Return it.'''
            return QCoreApplication.translate("One", text)

        def _other(text):
            return translate(_CONTEXT, text)

        def said():
            tr = QCoreApplication.translate
            return _tr("a"), _other("b"), translate(_CONTEXT, "c"), marked("Three", "d"), tr("Four", "e")
        """
    )
    assert found == [("One", "a"), ("Two", "b"), ("Two", "c"), ("Three", "d"), ("Four", "e")]


@pytest.mark.parametrize("call", ['parent.tr("a")', 'self.tr(f"a {b}")', 'translate("C", f"{a} b")'])
def test_texts_that_cannot_be_found_are_refused(sources, texts, call):
    with pytest.raises(texts.WrongUseError, match="module.py:4"):
        sources(f"\nclass A:\n    def b(self, parent):\n        return {call}\n")


def test_sentences_from_below_get_holes_where_values_are(sources):
    found = sources(
        '''
        """A module."""

        def refuse(path, kind):
            """Say no."""
            log.info("Not for people")
            raise Error(f"{path.name} is {kind}.", "It holds {} of them.".format(3), hint="Try another.")
        ''',
        "core",
    )
    assert found["{0} is {1}."] == (0,)
    assert found["It holds {0} of them."] == (0,)
    assert "Try another." in found
    assert not {"A module.", "Say no.", "Not for people"} & set(found)


def test_a_file_that_was_written_is_read_as_it_was(ts_file, tmp_path):
    keys = {("A", 'one & "two" <b>'): ["x.py"], ("A", "three"): ["x.py", "y.py"], ("B", "three"): []}
    known = {("A", 'one & "two" <b>'): "eins & „zwei“ <b>", ("B", "three"): "drei"}
    ts_file.write(tmp_path / "x.ts", "de", keys, known)
    assert ts_file.read(tmp_path / "x.ts") == {**known, ("A", "three"): ""}


def test_other_values_and_vanished_texts_are_named(translations):
    keys = {("A", "{0} of {1}"): [], ("A", "gone"): []}
    assert translations.faults(
        keys, {("A", "{0} of {1}"): "{0} von", ("A", "gone"): "weg", ("B", "x"): "y"}
    ) == [
        "other values: A: '{0} of {1}': '{0} von'",
        "vanished: B: 'x'",
    ]


def test_letters_of_a_menu_are_in_each_language_there(ts_file):
    known = ts_file.read(FOLDER / "deepintro_de.ts")
    without = [key for key, german in known.items() if ("&" in key[1]) != ("&" in german)]
    assert without == []
