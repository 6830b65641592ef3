"""The dialog that shows the ledger of a relevance map."""

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel, QWidget

from deepintro_desktop.core.results import Ledger, LedgerEntry, RelevanceMap
from deepintro_desktop.ui.dialogs.ledger import LedgerDialog, _short_name, loss_rows
from deepintro_desktop.ui.theme import ThemeManager


def ledger_of(n_layers=9):
    entries = tuple(
        LedgerEntry(f"layer {index}", "Conv", "αβ", 1.0, 0.9, {"padding": 0.1}, 1.5)
        for index in range(n_layers)
    )
    losses = {"padding": 0.02, "constant": -1e-8, "bias": 0.3}
    return Ledger(entries, 0.68, 1.5, losses, 1e-7, ("Much of the relevance was lost.",))


def test_losses_worth_a_line_come_largest_first():
    assert loss_rows(ledger_of()) == (("bias", 0.3), ("padding", 0.02))


@pytest.fixture
def window(qtbot, qapp):
    theme = ThemeManager(qapp)
    parent = QWidget()
    qtbot.addWidget(parent)
    yield theme, parent
    theme.retire()


def texts(dialog):
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_sums_losses_and_warnings_are_told(window):
    relevance = RelevanceMap(np.ones((4, 4), np.float32), "lrp-alpha2-beta1", 0, ledger_of(), 0.1)
    dialog = LedgerDialog(*window, relevance)
    told = texts(dialog)
    for part in ("0.6800", "1.500", "bias", "0.3000", "Much of the relevance was lost.", "LRP α2 β1"):
        assert part in told
    bars, line = dialog.plot.getPlotItem().listDataItems()
    np.testing.assert_allclose(bars.opts["height"], 1.5)
    np.testing.assert_allclose(line.getData()[1], 1 - 0.1 * np.arange(1, 10))


def test_a_gradient_has_no_ledger(window):
    relevance = RelevanceMap(np.ones((4, 4), np.float32), "sensitivity", 0, None, 0.1)
    assert "no ledger" in texts(LedgerDialog(*window, relevance))


@pytest.mark.parametrize("n_layers", [1, 3, 9, 70])
def test_few_layers_are_named_shortly(window, n_layers):
    relevance = RelevanceMap(np.ones((4, 4), np.float32), "lrp-alpha2-beta1", 0, ledger_of(n_layers), 0.1)
    dialog = LedgerDialog(*window, relevance)
    [ticks] = dialog.plot.getAxis("bottom")._tickLevels
    assert [ticks[0][0], ticks[-1][0]] == [0, n_layers - 1]
    assert len(ticks) == min(n_layers, 4)


def test_long_names_of_nodes_keep_their_end():
    assert _short_name("/features/conv1") == "conv1"
    assert _short_name("a_very_long_name_of_a_node") == "a_very_long_n…"
