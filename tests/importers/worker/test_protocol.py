"""What the two processes say to each other arrives as it was sent, and nonsense is recognised."""

import os
from pathlib import Path

import pytest

from deepintro_desktop.core import errors
from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.importers.worker import protocol
from deepintro_desktop.importers.worker.protocol import Done, Fault, Progress, ProtocolError, Refused

MESSAGES = [
    Progress(0.25, "Reading ☃"),
    Done(),
    Refused("parity", "What.", "Why.", "Hint.", {"numbers": [1, 2]}),
    Fault("KeyError", "'x'", "line 1\nline 2\n"),
]


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: type(message).__name__)
def test_messages_survive(message):
    line = protocol.encode(message)
    assert line.startswith(protocol.LINE_START)
    assert line.count(b"\n") == 1
    assert protocol.decode(line) == message


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"3",
        b'{"is": "progress"}',
        b'{"is": "progress", "fraction": "x", "message": ""}',
        b'{"is": "progress", "fraction": 0.1, "message": "", "more": 1}',
        b'{"is": "boss"}',
        b'{"is": "refused", "kind": "parity", "what": 3}',
        b'{"is": "refused", "kind": "parity", "what": "", "fields": []}',
        b'{"is": ' + b"[" * 100_000,
    ],
)
def test_nonsense_is_recognised(line):
    with pytest.raises(ProtocolError):
        protocol.decode(line)


def test_every_error_class_survives():
    kinds = [
        kind for kind in vars(errors).values() if isinstance(kind, type) and kind is not errors.DeepIntroError
    ]
    found = [kind for kind in kinds if issubclass(kind, errors.DeepIntroError)]
    assert len(found) >= 10
    for kind in found:
        sent = protocol.decode(protocol.encode(protocol.refusal(kind("A.", "B.", "C.", names=("x", "y")))))
        error = protocol.error_of(sent)
        assert type(error) is kind
        assert str(error) == "A. B. C."
        assert error.fields == {"names": ("x", "y")}


def test_fields_that_are_no_json_become_text():
    error = errors.ParityError("A.", path=Path("a") / "b", what_else=object())
    fields = protocol.decode(protocol.encode(protocol.refusal(error))).fields
    assert fields["path"] == str(Path("a") / "b")
    assert "object" in fields["what_else"]


def test_tasks_survive_with_absolute_paths(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    request = AddNetworkRequest(
        Path("net.onnx"),
        weights=tmp_path / "w.bin",
        labels=Path("a") / "ä.txt",
        mean=Path("104,117,123"),
        architecture="alexnet",
        signature="s",
        input="i",
        output="o",
        name="n",
    )
    protocol.write_task(tmp_path, request)
    read = protocol.read_task(tmp_path)
    assert read.path == tmp_path / "net.onnx"
    assert read.labels == tmp_path / "a" / "ä.txt"
    assert read.mean == Path("104,117,123")
    assert (read.architecture, read.signature, read.input, read.output, read.name) == ("alexnet", *"sion")
    (tmp_path / "mean.npy").write_bytes(b"")
    protocol.write_task(tmp_path, AddNetworkRequest(Path("net.onnx"), mean=Path("mean.npy")))
    assert protocol.read_task(tmp_path).mean == tmp_path / "mean.npy"


def test_names_that_are_no_text_survive(tmp_path):
    name = Path(os.fsdecode(b"/nets/\xff.onnx"))
    protocol.write_task(tmp_path, AddNetworkRequest(name))
    assert protocol.read_task(tmp_path).path == name.absolute()
