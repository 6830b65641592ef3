"""The ledger of a relevance map: what every layer passed on, and what was lost on the way and why."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from deepintro_desktop.core.parameters import METHOD_LABELS
from deepintro_desktop.core.results import Ledger, RelevanceMap
from deepintro_desktop.core.said import said
from deepintro_desktop.ui.dialogs.frame import FramedDialog
from deepintro_desktop.ui.theme import ThemeManager

if TYPE_CHECKING:
    from pyqtgraph import PlotWidget

SMALLEST_SHOWN_LOSS = 5e-5
_PLOT_HEIGHT = 240
_AXIS_HEIGHT = 28
_WIDTH = 620
_N_TICKS, _N_LETTERS = 4, 14


def loss_rows(ledger: Ledger) -> tuple[tuple[str, float], ...]:
    """Return the causes of loss that are worth a line, the largest first."""
    rows = [(cause, loss) for cause, loss in ledger.losses.items() if abs(loss) >= SMALLEST_SHOWN_LOSS]
    return tuple(sorted(rows, key=lambda row: -abs(row[1])))


def kept_so_far(ledger: Ledger) -> NDArray[np.float64]:
    """Return, after each step from the answer to the picture, the relevance that is still there: float64 [n].

    A single layer of a branching network holds only a part, so it is the changes that are summed.
    """
    return 1.0 + np.cumsum([entry.relevance_in - entry.relevance_out for entry in ledger.entries])


class LedgerDialog(FramedDialog):
    """Where the relevance went: sums, losses by cause, warnings, and the sums of each layer."""

    def __init__(self, theme: ThemeManager, parent: QWidget, relevance: RelevanceMap) -> None:
        super().__init__(parent, QCoreApplication.translate("LedgerDialog", "Where the relevance went"))
        self.setFixedWidth(theme.px(_WIDTH))
        self.add_text(self.tr("Where the relevance went"), "title")
        ledger = relevance.ledger
        if ledger is None:
            self.add_text(self.tr("This method keeps no ledger: its map is a gradient."))
            return
        method = said(METHOD_LABELS.get(relevance.method, relevance.method))
        self.add_text(
            self.tr(
                "{0} starts with 1 at the answer and hands it down layer by layer to the pixels. Nothing "
                "should appear or vanish on the way: what arrived and what was lost add up to 1. Much lost "
                "means that the map shows only a part of the reasons; a large unexplained difference means "
                "a fault."
            ).format(method)
        )
        self.content.addLayout(self._numbers(ledger))
        for warning in ledger.warnings:
            self.add_text(f"⚠ {said(warning)}")
        self.plot = _plot(theme, ledger, self)
        self.content.addWidget(self.plot)
        self.add_text(
            self.tr(
                "From the answer (left) to the picture (right). Line: what is not lost so far; it should "
                "stay near 1. Bars: what one layer passes on, without signs; high bars: much cancels."
            ),
            "label",
        )
        # Sentences that break into lines ask for less height than they need.
        self.setMinimumHeight(self.layout().totalHeightForWidth(theme.px(_WIDTH)))

    def _numbers(self, ledger: Ledger) -> QGridLayout:
        rows = [
            (self.tr("Arrived in the picture, of 1"), f"{ledger.sum:.4f}"),
            (self.tr("For and against, added without signs"), f"{ledger.absolute_sum:.3f}"),
            *((self.tr("Lost: {0}").format(cause), f"{loss:.4f}") for cause, loss in loss_rows(ledger)),
            (self.tr("Unexplained difference, largest of one layer"), f"{ledger.largest_error:.1e}"),
        ]
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        for index, (name, value) in enumerate(rows):
            grid.addWidget(QLabel(name, self), index, 0)
            grid.addWidget(QLabel(value, self), index, 1)
        grid.setColumnStretch(1, 1)
        return grid


def _plot(theme: ThemeManager, ledger: Ledger, parent: QWidget) -> "PlotWidget":
    """Draw the sums of every layer; pyqtgraph is loaded when the dialog is first opened."""
    import pyqtgraph

    layers = np.arange(len(ledger.entries))
    sums = kept_so_far(ledger)
    sizes = np.array([entry.absolute_sum for entry in ledger.entries])
    plot = pyqtgraph.PlotWidget(parent, background=theme.color("surface"))
    plot.setFixedHeight(_PLOT_HEIGHT)
    plot.setMenuEnabled(False)
    plot.setMouseEnabled(x=True, y=False)
    plot.hideButtons()
    plot.setAccessibleName(QCoreApplication.translate("Ledger", "Sums of relevance, layer by layer"))
    plot.addItem(
        pyqtgraph.BarGraphItem(x=layers, height=sizes, width=0.7, brush=theme.color("bar", 0.5), pen=None)
    )
    plot.plot(layers, sums, pen=pyqtgraph.mkPen(theme.color("accent"), width=2))
    for side in ("left", "bottom"):
        axis = plot.getAxis(side)
        axis.setPen(theme.color("line"))
        axis.setTextPen(theme.color("text2"))
    plot.getAxis("bottom").setHeight(theme.px(_AXIS_HEIGHT))
    plot.getAxis("bottom").setTicks([_ticks(ledger)])
    return plot


def _ticks(ledger: Ledger) -> list[tuple[int, str]]:
    """Name at most four of the layers, evenly spread, the first and the last among them."""
    n_layers = len(ledger.entries)
    places = np.unique(np.linspace(0, n_layers - 1, min(n_layers, _N_TICKS)).round().astype(int))
    return [(int(place), _short_name(ledger.entries[place].node)) for place in places]


def _short_name(node: str) -> str:
    """Return the end of a node's path, cut to a few letters: ``conv1`` of ``/features/conv1``."""
    name = node.rstrip("/").rsplit("/", 1)[-1] or node
    return name if len(name) <= _N_LETTERS else f"{name[: _N_LETTERS - 1]}…"
