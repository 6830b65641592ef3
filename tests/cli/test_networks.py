"""``deepintro networks``: options that reach the importer, and what is said of a network."""

import pytest
from support.command_line import run, run_json
from support.tiny import PREPROCESSING, tiny_network, tiny_picture

from deepintro_desktop.cli.main import parse
from deepintro_desktop.cli.network_text import network_lines
from deepintro_desktop.cli.options import file_options, network_request
from deepintro_desktop.core.records import (
    Choice,
    Manifest,
    NetworkRecord,
    OutputKind,
    Parity,
    SourceFile,
    SpecificationSource,
)
from deepintro_desktop.core.specification import InputSpecification
from deepintro_desktop.reports.plain import network_json

WISHES = ("--architecture", "a", "--signature", "s", "--input", "i", "--output", "o")


def record(**changes) -> NetworkRecord:
    """Return a record with everything that can be said."""
    values = {
        "format": "savedmodel",
        "sha256": "0" * 64,
        "files": (SourceFile("network", "saved_model.pb", "1" * 64, 5),),
        "specification": InputSpecification(24, 24),
        "specification_source": SpecificationSource.GUESS,
        "n_classes": 2,
        "labels": ("cat", "dog"),
        "output_kind": OutputKind.SOFTMAX,
        "parity": Parity("tensorflow 2.21.0", 2.5e-6, 1.5e-7, 3),
        "choices": (
            Choice("output", "probs", ("logits", "embedding")),
            Choice("signature", "serve", (), guessed=False),
        ),
    }
    return NetworkRecord("n1", "net", Manifest(**values | changes), "2" * 64, added="2026-01-02T03:04:05")


@pytest.mark.parametrize("verb", [("networks", "add", "p"), ("networks", "show", "p"), ("predict", "p", "i")])
def test_wishes_reach_the_request(tmp_path, verb):
    options = parse([*verb, *WISHES, "--weights", "w", "--mean", "1,2,3"])
    request = network_request(tmp_path, options, "n")
    assert (request.architecture, request.signature, request.input, request.output) == ("a", "s", "i", "o")
    assert (str(request.weights), str(request.mean), request.labels, request.name) == (
        "w",
        "1,2,3",
        None,
        "n",
    )
    assert set(file_options(options)) == {*WISHES[::2], "--weights", "--mean"}
    assert file_options(parse([*verb])) == []


def test_the_certificate_and_the_choices_are_told():
    text = "\n".join(network_lines(record()))
    assert "tensorflow 2.21.0 on 3 probe inputs" in text
    assert "2.5e-06 (relative 1.5e-07)" in text
    assert "output: probs (a guess)" in text
    assert "others: logits, embedding; choose one with --output NAME" in text
    assert "signature: serve (as chosen)" in text


def test_long_lists_of_choices_are_cut():
    names = tuple(f"layer{n}" for n in range(40))
    text = "\n".join(network_lines(record(choices=(Choice("output", "probs", names),))))
    assert "layer11 and 28 more" in text
    assert "layer12" not in text


def test_json_has_the_same():
    values = network_json(record())
    assert values["parity"] == {
        "runtime": "tensorflow 2.21.0",
        "max_abs_difference": 2.5e-6,
        "max_relative_difference": 1.5e-7,
        "n_probes": 3,
    }
    assert values["choices"][0] == {
        "what": "output",
        "used": "probs",
        "others": ["logits", "embedding"],
        "guessed": True,
    }
    assert values["imported"] == "2026-01-02T03:04:05"
    assert network_json(record(parity=None))["parity"] is None


def test_show_tells_what_can_be_explained(tmp_path, library_folder):
    library = ("--library", str(library_folder))
    network = str(tiny_network(tmp_path))
    run_json("networks", "add", network, "--preprocessing", PREPROCESSING, "--name", "mine", *library)
    shown = run_json("networks", "show", "mine", *library)["network"]
    assert {"name": "Conv", "count": 1, "explainable": True} in shown["operators"]
    assert shown["labels"] == ["apple", "bread", "cheese", "date"]
    assert shown["parity"]["n_probes"] >= 1
    text = run("networks", "show", "mine", *library).out
    assert "can be predicted, occluded and explained" in text
    assert "operators that can be explained: " in text
    assert "operators that cannot" not in text
    assert "added 20" in text


def test_show_tells_what_cannot_be_explained_also_of_a_file(tmp_path):
    network = str(tiny_network(tmp_path, operator="Sin"))
    text = run("networks", "show", network, "--preprocessing", PREPROCESSING).out
    assert "can be predicted and occluded only" in text
    assert "operators that cannot be explained: Sin (1)" in text
    shown = run_json("networks", "show", network, "--preprocessing", PREPROCESSING)["network"]
    assert {"name": "Sin", "count": 1, "explainable": False} in shown["operators"]
    assert shown["imported"] is None


@pytest.mark.parametrize("verb", ["networks add", "networks show", "predict", "explain"])
def test_help_names_every_format(verb):
    text = " ".join(run(*verb.split(), "--help").out.split())
    for word in (
        "ONNX",
        "Caffe",
        "SavedModel",
        ".meta",
        ".keras",
        ".h5",
        ".pt2",
        ".safetensors",
        "--signature",
    ):
        assert word in text


def test_explain_uses_the_usual_method_of_the_network(tmp_path):
    files = (str(tiny_network(tmp_path)), str(tiny_picture(tmp_path)), "--preprocessing", PREPROCESSING)
    answer = run_json("explain", *files)
    assert answer["relevance"]["method"] == answer["network"]["default_method"]
    assert run_json("explain", *files, "--method", "sensitivity")["relevance"]["method"] == "sensitivity"
