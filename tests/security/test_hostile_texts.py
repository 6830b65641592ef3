"""Texts without end, and lists of labels that are none."""

import pytest
from support.tiny import tiny_network

_MANY = 60_000
TEXTS = {
    "line ends": "\n" * _MANY,
    "old line ends": "\r" * _MANY,
    "blanks": " " * _MANY,
    "blanks and line ends": "\n \t" * (_MANY // 3),
    "brackets": "{" * _MANY,
    "json": "[" * _MANY,
    "a word again and again": "layer\n" * (_MANY // 6),
    "inputs": 'input: "' * (_MANY // 8),
    "checkpoints": "model_checkpoint_path:\n" * (_MANY // 23),
    "quotes": 'model_checkpoint_path: "' + "\\" * _MANY,
    "darknet": "[net]\n" * (_MANY // 6),
    "classes": '{"class_name" ' + ": " * (_MANY // 2),
    "far more of it": "model_checkpoint_path\n" + "\n" * 3_000_000,
    "one long word": "x" * 3_000_000,
}


@pytest.mark.parametrize("name", ["net.prototxt", "checkpoint", "net.onnx", "net.h5", "net.pt"])
@pytest.mark.parametrize("text", TEXTS)
def test_texts_without_end_are_refused_at_once(ways, canary, text, name):
    path = canary.folder / name
    path.write_text(TEXTS[text])
    found = ways.refused(path)
    assert found.seconds < 5


@pytest.mark.parametrize(
    "content",
    [
        b"\n" * 3_000_000,
        b"x" * 3_000_000,
        b"0," * 1_000_000,
        b"[" * 100_000,
        b'{"a":' * 50_000,
        b'{"0": [[[[["a"]]]]], "1": {}}',
        b"1 " * 100_000 + b"\n" * 100_000,
        b"a\x1b[2J\nb\x07\nc\r\nd\x00",
        b"\xff\xfe\x00\xd8",
        b"PK\x03\x04",
        b"name,id\n" + b"9" * 5000 + b",x\n",
    ],
)
def test_labels_that_are_none(ways, canary, content):
    network = tiny_network(canary.folder)
    labels = canary.folder / "strange.txt"
    labels.write_bytes(content)
    found = ways.opened(network, labels=labels)
    assert found.seconds < 8
