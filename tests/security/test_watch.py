"""The suite itself notices what it must notice: crashes, hangs, memory, tracebacks, odd words, and harm."""

import sys
from dataclasses import replace

import pytest
from security import pool
from security.pool import Opener, Outcome, worded
from support.tiny import tiny_network

GOOD = Outcome("unreadable-network", "a.onnx is damaged.", "It is cut short.", "Copy it again.")


def test_a_clear_refusal_passes():
    assert worded(GOOD) == GOOD
    assert GOOD.is_refusal
    assert not GOOD.is_fault


@pytest.mark.parametrize(
    "change",
    [
        {"why": "Traceback (most recent call last)."},
        {"why": "<class 'int'> is no number."},
        {"why": "It is\ncut."},
        {"why": "x" * 1500},
        {"hint": ""},
        {"what": "it has no end"},
        {"why": "\x1b[2J"},
    ],
)
def test_odd_words_are_noticed(change):
    assert worded(replace(GOOD, **change)).end == "wording"


def _misbehaving(monkeypatch, body):
    """Return an opener whose process does something else instead of opening."""
    code = (
        "import sys, os, time\n"
        "sys.stdout.write('ready\\n'); sys.stdout.flush()\n"
        f"for line in sys.stdin:\n    {body}\n"
    )
    monkeypatch.setattr(pool, "command", lambda folder, guarded: [sys.executable, "-c", code])
    return Opener(guarded=False)


@pytest.mark.parametrize(
    ("body", "end"),
    [
        ("os.abort()", "crash"),
        ("os._exit(0)", "crash"),
        ("time.sleep(600)", "hang"),
        ("held = bytearray(300 << 20); held[::4096] = b'1' * len(held[::4096]); time.sleep(600)", "memory"),
    ],
)
def test_a_process_that_misbehaves_is_noticed_and_replaced(monkeypatch, tmp_path, body, end):
    monkeypatch.setattr(pool, "MAX_BYTES", 200 << 20)
    with _misbehaving(monkeypatch, body) as opener:
        for _ in range(2):
            found = opener.open(tmp_path, max_seconds=0.3 if end == "hang" else 20)
            assert found.end == end
            assert found.is_fault
        assert opener.n_started == 2


def test_a_fault_of_the_program_is_noticed(alone, tmp_path):
    found = alone.open(tiny_network(tmp_path), preprocessing=["no text"])
    assert found.end == "fault"
    assert "Traceback" in found.trace


def test_the_canary_notices_harm(canary):
    assert canary.harm() == []
    canary.marker.write_text("x")
    (canary.folder / "new").write_text("x")
    assert (
        canary.harm() == ["network/new came to be", "outside/ran.txt came to be"] or len(canary.harm()) == 2
    )
    canary.marker.unlink()
    (canary.folder / "new").unlink()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells who opens a file")
def test_the_canary_notices_reading(canary):
    canary.secret.read_bytes()
    assert canary.harm() == ["the secret was opened"]
