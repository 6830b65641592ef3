"""Errors carry what, why and a hint."""

from deepintro_desktop.core.errors import DeepIntroError, UnreadableImageError
from deepintro_desktop.core.faults import keep_fault_report


def test_text_holds_all_three_parts_once():
    error = UnreadableImageError("A is not an image.", "It is HTML.", "Save the picture itself.", file="A")
    assert str(error) == "A is not an image. It is HTML. Save the picture itself."
    assert error.message == "A is not an image. It is HTML."
    assert error.fields == {"file": "A"}
    assert error.kind == "unreadable-image"


def test_every_kind_is_named_once():
    kinds = [family.kind for family in DeepIntroError.__subclasses__()]
    assert len(kinds) == len(set(kinds))
    assert "error" not in kinds


def test_fault_report_keeps_the_trace_but_not_the_message(tmp_path):
    patient = "^".join(("Doe", "John"))
    try:
        raise ValueError(patient)
    except ValueError as error:
        path = keep_fault_report(tmp_path / "faults", "explain", error)
    text = path.read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "test_errors.py" in text
    assert patient not in text


def test_fault_report_without_a_place_is_none(tmp_path):
    blocker = tmp_path / "file"
    blocker.write_text("")
    assert keep_fault_report(blocker / "faults", "explain", ValueError()) is None
