"""The PDF: pages, bookmarks, language; letters of every script, or a word about those that are missing."""

import io
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from support.reports import MADE, make_case, make_data

from deepintro_desktop.core.report import Paper
from deepintro_desktop.reports.compose import compose
from deepintro_desktop.reports.pdf import pdf_bytes
from deepintro_desktop.reports.pdf_fonts import letters_for

LATIN = "αβγΩ ≥ ≤ × ‖ ² ⁺ ½ − – “” äöüß ÄÖÜ éœ Ж"
FOREIGN = ("größer äöü", "Ωμέγα", "猫と犬", "قطة صغيرة", "חתול", "🐱")


def written(data, **values):
    return pdf_bytes(compose(data), MADE, **values)


def n_pages(content: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", content))


@pytest.mark.parametrize(("paper", "box"), [(Paper.A4, (595.28, 841.89)), (Paper.LETTER, (612.0, 792.0))])
def test_pages_have_the_size_of_the_paper(made, paper, box):
    content = written(made("a.png", paper=paper))
    assert content.startswith(b"%PDF-")
    sizes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", content)
    assert sizes
    assert all(tuple(map(float, size)) == pytest.approx(box, abs=0.5) for size in sizes)


def test_it_has_a_title_a_language_bookmarks_and_words_for_pictures(data):
    content = written(data)
    assert b"/Lang (en)" in content
    assert b"/Title" in content
    assert b"/Outlines" in content
    assert content.count(b"/Alt") >= 4


def test_more_explanations_make_more_pages(made):
    assert n_pages(written(made("a.png", "b.png"))) >= 4


def test_every_letter_of_the_program_is_in_its_own_font():
    letters = letters_for([LATIN], folders=())
    assert letters.missing == frozenset()
    assert letters.others == ()
    for content in (letters.regular, letters.bold):
        with TTFont(io.BytesIO(content)) as font:
            assert {ord(one) for one in LATIN if one != " "} <= set(font.getBestCmap())
            assert "fvar" not in font


def test_letters_that_no_font_has_are_written_as_their_number():
    letters = letters_for(["cat 猫"], folders=())
    assert letters.missing == frozenset("猫")
    assert letters.settable("cat 猫") == "cat [U+732B]"
    assert letters.settable("cat") == "cat"


def test_fonts_that_are_damaged_or_must_not_be_embedded_count_as_none(tmp_path):
    (tmp_path / "broken.ttf").write_bytes(b"\x00\x01\x00\x00 nonsense")
    with TTFont(io.BytesIO(letters_for(["ж"], folders=()).regular)) as font:
        font["OS/2"].fsType = 0x0002
        font["cmap"].tables[0].cmap[0x732B] = font.getGlyphOrder()[1]
        font.save(tmp_path / "forbidden.ttf")
    assert letters_for(["猫"], folders=[tmp_path]).missing == frozenset("猫")


def test_fonts_of_the_machine_lend_what_is_missing(tmp_path):
    with TTFont(io.BytesIO(letters_for(["ж"], folders=()).regular)) as font:
        for table in font["cmap"].tables:
            table.cmap[0x732B] = font.getGlyphOrder()[1]
        font.save(tmp_path / "lender.ttf")
    letters = letters_for(["猫犬"], folders=[tmp_path])
    assert letters.missing == frozenset("犬")
    with TTFont(io.BytesIO(letters.others[0])) as font:
        assert 0x732B in font.getBestCmap()


@pytest.mark.parametrize("own", [True, False], ids=["own font", "fonts of the machine"])
def test_labels_of_every_script_are_set(monkeypatch, own):
    if own:
        monkeypatch.setattr("deepintro_desktop.reports.pdf_fonts.system_folders", tuple)
    data = make_data(make_case(f"{FOREIGN[3]}.png", labels=FOREIGN), comment="\n".join(FOREIGN))
    assert n_pages(written(data)) >= 2


def test_odd_and_long_names_are_set():
    odd = ("x" * 300, "a\\b" * 40, " ", "\u202e\u0000odd", "word " * 60, "")
    assert n_pages(written(make_data(make_case(odd[0], labels=odd), comment="\n".join(odd * 20)))) >= 2


def test_what_is_said_can_be_copied_out(data):
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext is not installed")
    text = subprocess.run(
        [program, "-layout", "-", "-"], input=written(data), capture_output=True, check=True
    ).stdout.decode()
    n_all = text.count("\f")
    for words in ("Report: what a model looks at", "Minimum to keep", f"{n_all} of {n_all}", "US 12061966"):
        assert words in text, words


def test_no_file_of_a_font_is_left(data, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    written(data)
    assert list(Path(tmp_path).iterdir()) == []
