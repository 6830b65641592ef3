"""Each format has its importer, and an edition without TensorFlow says so."""

import pytest

from deepintro_desktop.core.errors import UnsupportedNetworkError
from deepintro_desktop.importers import families
from deepintro_desktop.importers.contract import Format


@pytest.mark.parametrize("kind", [Format.ONNX, Format.CAFFE, Format.TORCH_WEIGHTS])
def test_the_small_edition_opens_what_needs_no_tensorflow(kind, monkeypatch):
    monkeypatch.setattr(families, "find_spec", lambda name: None)
    assert callable(families.family_of(kind).load())


@pytest.mark.parametrize("kind", [Format.TENSORFLOW1, Format.FROZEN_GRAPH, Format.SAVED_MODEL, Format.KERAS])
def test_the_small_edition_names_the_other_one(kind, monkeypatch):
    monkeypatch.setattr(families, "find_spec", lambda name: None)
    with pytest.raises(UnsupportedNetworkError) as caught:
        families.family_of(kind).load()
    assert "TensorFlow" in caught.value.message
    assert "full edition" in caught.value.hint
