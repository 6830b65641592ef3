"""The docks' item models keep Qt's contract and say everything to a screen reader."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from support.results import make_image, make_network, make_picture

from deepintro_desktop.core.records import Parity
from deepintro_desktop.ui.docks.collection_dock import ID_ROLE
from deepintro_desktop.ui.docks.images.item_model import ImageItemModel
from deepintro_desktop.ui.docks.networks.item_model import NetworkItemModel
from deepintro_desktop.ui.widgets.dock_row import ROW_ROLE

MODE = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.mark.parametrize(("kind", "make"), [(NetworkItemModel, make_network), (ImageItemModel, make_image)])
def test_item_model_keeps_the_contract(qapp: Any, kind: Any, make: Any) -> None:
    item_model = kind()
    tester = QAbstractItemModelTester(item_model, MODE)
    item_model.set_records([make("a"), make("b")])
    item_model.set_records([make("a", "renamed"), make("b")])
    assert item_model.index(0).data() == "renamed"
    item_model.set_records([make("b")])
    assert item_model.index(0).data(ID_ROLE) == "b"
    item_model.set_records([])
    assert item_model.rowCount() == 0
    tester.deleteLater()


def test_network_row_says_format_size_and_difference(qapp: Any) -> None:
    item_model = NetworkItemModel()
    checked = make_network("a", format="caffe")
    unchecked = make_network("b", parity=None, unexplainable=("TopK has no rule.",))
    exact = make_network("c", parity=Parity("onnxruntime", 0.0, 0.0, 4))
    item_model.set_records([checked, unchecked, exact])
    one, two, three = (item_model.index(row).data(ROW_ROLE) for row in range(3))
    assert (one.format, one.input_size, one.difference) == ("Caffe", "60 × 60 RGB", "3e-6")
    assert (two.difference, two.explainable) == ("", False)
    assert three.difference == "0"
    spoken = item_model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "TopK has no rule." in spoken


def test_image_row_takes_its_thumbnail_when_it_comes(qapp: Any) -> None:
    item_model = ImageItemModel()
    scan = make_image("b", facts={"modality": "CT", "frames": "frame 1 of 3"})
    item_model.set_records([make_image("a"), scan])
    assert item_model.index(0).data(ROW_ROLE).thumbnail.isNull()
    changes: list[Any] = []
    item_model.dataChanged.connect(changes.append)
    assert item_model.set_thumbnail("a", make_picture(0, 8, 6)) == item_model.index(0)
    assert not item_model.set_thumbnail("gone", make_picture(0, 8, 6)).isValid()
    assert item_model.index(0).data(ROW_ROLE).thumbnail.width() == 6
    assert changes == [], "an announced change lays out all rows again"
    row = item_model.index(1).data(ROW_ROLE)
    assert (row.modality, row.size) == ("CT", "frame 1 of 3")
