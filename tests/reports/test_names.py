"""Names of files: whatever a person types, every system takes what comes of it."""

import pytest

from deepintro_desktop.reports.names import safe_name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("chelsea", "chelsea"),
        ('a/b:c*?"<>|d\\e', "a_b_c_d_e"),
        ("Bericht für Müller", "Bericht für Müller"),
        ("..hidden", "hidden"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("dots at the end...", "dots at the end"),
        ("  spaces   inside  ", "spaces inside"),
        ("two\nlines\tand\x00more\x7f", "two lines andmore"),
        ("猫の報告", "猫の報告"),
        ("تقرير", "تقرير"),
        ("cat 🐱 report", "cat 🐱 report"),
        ("exe.\u202egpj", "exe.gpj"),
        ("\u200fright to left\u200e", "right to left"),
        ("broken \ud800 half", "broken half"),
        ("e\u0301", "é"),
    ],
)
def test_odd_letters_become_what_every_system_takes(typed, name):
    assert safe_name(typed) == name


@pytest.mark.parametrize("typed", ["CON", "con", "NUL.txt", "Lpt1", "COM¹.x", "aux .html", "CONIN$"])
def test_names_of_devices_are_no_names_of_files(typed):
    assert safe_name(typed) == f"_{typed}"


@pytest.mark.parametrize("typed", ["CONTENT", "console", "com", "nullify", "lpt10"])
def test_names_that_only_begin_like_devices_stay(typed):
    assert safe_name(typed) == typed


@pytest.mark.parametrize("typed", ["", "   ", "...", "/", "\u200b", "???", "\x00"])
def test_where_nothing_is_left_there_is_a_name_all_the_same(typed):
    assert safe_name(typed, "report") == "report"


@pytest.mark.parametrize("letter", ["a", "é", "猫", "🐱"])
def test_long_names_are_cut_between_letters(letter):
    name = safe_name(letter * 300)
    assert set(name) == {letter}
    assert 100 < len(name.encode()) <= 120
