"""The HTML: one file, nothing outside it, nothing that runs, readable without seeing."""

import base64
import io
from html.parser import HTMLParser

import numpy as np
import pytest
from PIL import Image
from support.reports import make_case, make_data

from deepintro_desktop.core.progress import Cancelled
from deepintro_desktop.core.report import Paper
from deepintro_desktop.reports.compose import compose
from deepintro_desktop.reports.html import html_bytes

VOID = {"meta", "img", "br"}


class Reader(HTMLParser):
    """Keeps tags, attributes and text; fails on tags that are not closed in order."""

    def __init__(self, content):
        super().__init__()
        self.tags, self.stack, self.words = [], [], []
        self.feed(content.decode("utf-8"))
        self.close()
        assert self.stack == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag):
        assert self.stack.pop() == tag

    def handle_data(self, data):
        self.words.append(data)

    def named(self, tag):
        return [attrs for name, attrs in self.tags if name == tag]

    @property
    def text(self):
        return " ".join(self.words)


def read(data):
    return Reader(html_bytes(compose(data)))


def test_nothing_is_loaded_and_nothing_runs(data):
    page = read(data)
    names = {tag for tag, _ in page.tags}
    assert names.isdisjoint({"script", "link", "iframe", "object", "embed", "form", "base"})
    for tag, attrs in page.tags:
        assert not any(name.startswith("on") for name in attrs), tag
        for name in ("src", "href", "action"):
            assert attrs.get(name, "#").startswith(("data:image/png;base64,", "#"))
    assert "url(" not in page.text
    assert "default-src 'none'" in str(page.named("meta"))


def test_pictures_are_inside_and_every_one_has_words(data):
    pictures = read(data).named("img")
    assert len(pictures) == 4 + len(data.cases[0].answers_hwc_u8)
    for attrs in pictures:
        content = base64.b64decode(attrs["src"].partition(",")[2])
        with Image.open(io.BytesIO(content)) as picture:
            assert picture.size == (int(attrs["width"]), int(attrs["height"]))
        assert len(attrs["alt"]) > 20


def test_the_picture_is_exact(data):
    content = base64.b64decode(read(data).named("img")[0]["src"].partition(",")[2])
    with Image.open(io.BytesIO(content)) as picture:
        np.testing.assert_array_equal(np.asarray(picture), data.cases[0].picture_hwc_u8)


def test_headings_go_down_step_by_step_and_tables_have_heads(made):
    page = read(made("a.png", "b.png"))
    levels = [int(tag[1]) for tag, _ in page.tags if tag in ("h1", "h2", "h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))
    assert len(page.named("caption")) == len(page.named("table"))
    assert all(attrs["scope"] == "col" for attrs in page.named("th"))
    assert page.named("html")[0]["lang"] == "en"


def test_names_that_look_like_code_are_only_names():
    nasty = "<script>alert(1)</script>\"'&.png"
    page = read(make_data(make_case(nasty, labels=("<b>x", *"bcdef")), comment="</p><img src=http://x>"))
    assert not page.named("script")
    assert all(attrs["src"].startswith("data:") for attrs in page.named("img"))
    assert nasty in page.text
    assert "</p><img src=http://x>" in page.text


@pytest.mark.parametrize(("paper", "word"), [(Paper.A4, "A4"), (Paper.LETTER, "letter")])
def test_it_prints_on_the_paper(made, paper, word):
    assert f"size: {word};" in html_bytes(compose(made("a.png", paper=paper))).decode()


def test_what_a_report_must_say_is_there(data):
    text = read(data).text
    case = data.cases[0]
    for words in (
        "Not a medical device",
        "US 12061966",
        "EP 3271863 B1",
        "CA 2979579",
        case.explanation.network.manifest.sha256,
        case.explanation.image.sha256,
        "numpy 2.4.6",
        "2026-11-28 08:06 UTC",
        "times the mean",
        "seed 0",
        "holds in 3 of 4",
        "replay.json",
    ):
        assert words in text, words


def test_without_an_analysis_the_report_says_so():
    text = read(make_data(make_case(analysed=False))).text
    assert "No analysis was made" in text
    assert "Minimum to keep" not in text


def test_without_features_the_report_says_so():
    assert "No region is relevant enough" in read(make_data(make_case(n_features=0, analysed=False))).text


def test_every_explanation_has_a_chapter_that_can_be_jumped_to(made):
    page = read(made("a.png", "b.png", "c.png"))
    targets = {attrs["id"] for attrs in page.named("article")}
    links = {attrs["href"].removeprefix("#") for attrs in page.named("a")}
    assert len(targets) == 4
    assert links == targets


def test_it_can_be_stopped(data):
    def stop():
        raise Cancelled

    with pytest.raises(Cancelled):
        html_bytes(compose(data), stop)
