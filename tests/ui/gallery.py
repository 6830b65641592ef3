"""Show every widget with realistic content and save what it looks like.

``python tests/ui/gallery.py FOLDER [light|dark]``; ``QT_SCALE_FACTOR=2`` for a finer screen,
``TEXT_PIXELS=20`` for a system with large text.
"""

import os
import sys
from pathlib import Path

import numpy as np
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenuBar,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "tests"))

from ui.gallery_states import column, states_page  # noqa: E402
from ui.scene import Scene, make_scene  # noqa: E402

from deepintro_desktop.core.parameters import ClusteringParameters  # noqa: E402
from deepintro_desktop.core.results import Certainty  # noqa: E402
from deepintro_desktop.ui.theme import ThemeManager, ThemeMode  # noqa: E402
from deepintro_desktop.ui.theme import metrics as m  # noqa: E402
from deepintro_desktop.ui.widgets.analysis_card import AnalysisCards, CardContent, CardKind  # noqa: E402
from deepintro_desktop.ui.widgets.badge import certainty_badge  # noqa: E402
from deepintro_desktop.ui.widgets.buttons import IconButton, PushButton  # noqa: E402
from deepintro_desktop.ui.widgets.canvas import ImageCanvas  # noqa: E402
from deepintro_desktop.ui.widgets.controls_bar import ControlsBar  # noqa: E402
from deepintro_desktop.ui.widgets.dock_row import (  # noqa: E402
    ROW_ROLE,
    ImageRow,
    ImageRowDelegate,
    NetworkRow,
    NetworkRowDelegate,
)
from deepintro_desktop.ui.widgets.dock_title import DockTitle  # noqa: E402
from deepintro_desktop.ui.widgets.feature_list import FeatureListPanel  # noqa: E402
from deepintro_desktop.ui.widgets.feature_rows import FeatureRow  # noqa: E402
from deepintro_desktop.ui.widgets.images import feature_thumbnails, to_qimage  # noqa: E402
from deepintro_desktop.ui.widgets.inputs import ComboBox  # noqa: E402
from deepintro_desktop.ui.widgets.outlines import compute_outlines  # noqa: E402
from deepintro_desktop.ui.widgets.relevance_legend import RelevanceLegend  # noqa: E402
from deepintro_desktop.ui.widgets.segmented import Choice, Segmented  # noqa: E402
from deepintro_desktop.ui.widgets.start_page import StartPage  # noqa: E402
from deepintro_desktop.ui.widgets.status_strip import StatusStrip  # noqa: E402
from deepintro_desktop.ui.widgets.top5 import Top5  # noqa: E402
from deepintro_desktop.ui.widgets.top5_rows import ClassBar  # noqa: E402

PHOTOS = ROOT.parent / "shared" / "data" / "images" / "photos"
PREPARED = PHOTOS.parent / "prepared" / "caffe_squeezenet_v1.0__chelsea.png"
OCCLUDED = (1, 3)


class Rows(QAbstractListModel):
    """A few fixed rows for the docks."""

    def __init__(self, rows: list[object], parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return len(self._rows)

    def data(self, index: QModelIndex, role: int = 0) -> object:
        if role == ROW_ROLE:
            return self._rows[index.row()]
        return self._rows[index.row()].name if role == Qt.ItemDataRole.DisplayRole else None


def dock(theme: ThemeManager, parent: QWidget, title: str, delegate: type, rows: list[object]) -> QWidget:
    frame, layout = column(parent)
    bar = DockTitle(theme, title, frame)
    bar.set_count(len(rows))
    bar.add_button("add", "Add")
    bar.add_button("more", "More")
    view = QListView(frame)
    view.setItemDelegate(delegate(theme, view))
    view.setModel(Rows(rows, frame))
    view.setCurrentIndex(view.model().index(0, 0))
    layout.addWidget(bar)
    layout.addWidget(view, 1)
    return frame


def docks(theme: ThemeManager, parent: QWidget) -> QWidget:
    frame, layout = column(parent)
    frame.setFixedWidth(theme.px(m.DOCK_WIDTH))
    networks = [
        NetworkRow("SqueezeNet v1.0", "Caffe", "227 × 227 RGB", "3e-6"),
        NetworkRow("CIFAR-10 (WinML)", "ONNX", "32 × 32 RGB", "1e-6"),
        NetworkRow("mini-XCEPTION emotions", "Keras", "64 × 64 grey", "8e-6"),
        NetworkRow("Traffic-sign LeNet", "TF 1", "32 × 32 RGB", "2e-6"),
        NetworkRow("research-vit-s16", "ONNX", "224 × 224", explainable=False),
    ]
    images: list[object] = []
    for path in sorted(PHOTOS.glob("*")) if PHOTOS.is_dir() else []:
        images.append(ImageRow(path.name, "451 × 300", to_qimage(make_scene(path).image_hwc_u8)))
    images.append(ImageRow("CT_small.dcm", "frame 1 of 1", to_qimage(np.zeros((0, 0, 3), np.uint8)), "CT"))
    layout.addWidget(dock(theme, frame, "Models", NetworkRowDelegate, networks), 324)
    layout.addWidget(dock(theme, frame, "Images", ImageRowDelegate, images), 500)
    return frame


def feature_rows(scene: Scene) -> list[FeatureRow]:
    plain = feature_thumbnails(scene.image_hwc_u8, scene.features)
    filled = feature_thumbnails(scene.filled(OCCLUDED), scene.features)
    return [
        FeatureRow(
            feature.number,
            feature.relevance,
            scene.changes[feature.number],
            feature.number in OCCLUDED,
            plain[feature.number],
            filled[feature.number],
        )
        for feature in scene.features
    ]


def canvas_column(theme: ThemeManager, parent: QWidget, scene: Scene) -> QWidget:
    frame, layout = column(parent, "surface")
    bar = QFrame(frame)
    bar.setFixedHeight(m.CANVAS_BAR_HEIGHT)
    bar.setProperty("edge", "bottom")
    row = QHBoxLayout(bar)
    row.setContentsMargins(16, 0, 8, 0)
    row.setSpacing(2)
    modes = (
        Choice("original", "Original"),
        Choice("input", "Network input", "Input"),
        Choice("occluded", "Occluded"),
    )
    segmented = Segmented(theme, modes, "What is shown", bar)
    segmented.set_choice("occluded")
    row.addWidget(segmented)
    row.addStretch(1)
    for name in ("pointer", "rectangle", "ellipse", "lasso", "merge", "split", "trash"):
        button = IconButton(theme, name, name, bar)
        button.setCheckable(name == "pointer")
        button.setChecked(name == "pointer")
        row.addWidget(button)
    row.addStretch(1)
    row.addWidget(IconButton(theme, "fit", "Fit", bar))
    canvas = ImageCanvas(theme, frame)
    canvas.set_image(scene.image_hwc_u8)
    canvas.set_relevance(scene.relevance_hw)
    canvas.set_features(scene.labels_hw, scene.features, distance=3.5)
    canvas.set_changes(scene.changes)
    canvas.set_occluded(OCCLUDED, scene.filled(OCCLUDED))
    canvas.set_hovered(2)
    legend = RelevanceLegend(theme, frame)
    legend.set_readout("x 92  y 75   +1.4 × mean")
    legend.opacity_changed.connect(canvas.set_opacity)
    layout.addWidget(bar)
    layout.addWidget(canvas, 1)
    layout.addWidget(legend)
    return frame


def cards(theme: ThemeManager, parent: QWidget, scene: Scene) -> AnalysisCards:
    result = AnalysisCards(theme, parent)
    outlines = {line.number: line.polygons for line in compute_outlines(scene.labels_hw, scene.features, 3.5)}
    sets = {
        CardKind.LARGEST_CHANGE: tuple(range(1, 15)),
        CardKind.MOST_IMPORTANT: (1,),
        CardKind.MINIMUM_TO_KEEP: (2,),
        CardKind.MINIMUM_TO_OCCLUDE: (1, 2, 3),
    }
    words = {
        CardKind.LARGEST_CHANGE: ("Largest change", "0.815 → 0.008 with all 14", "of 16 384"),
        CardKind.MOST_IMPORTANT: ("Most important feature", "0.815 → 0.560 without 1", "14 evaluated"),
        CardKind.MINIMUM_TO_KEEP: ("Minimum to keep", "Egyptian cat stays at 0.208", "keep only 2"),
        CardKind.MINIMUM_TO_OCCLUDE: ("Minimum to occlude", "tabby becomes top, 0.379", "occlude 1, 2, 3"),
    }
    for kind, (title, answer, detail) in words.items():
        certainty = Certainty.BEST_FOUND if kind is CardKind.LARGEST_CHANGE else Certainty.EXACT
        lines = tuple(polygon for number in sets[kind] for polygon in outlines[number])
        result.set_card(
            kind,
            CardContent(
                title,
                answer,
                certainty_badge(certainty, 1283),
                detail,
                scene.filled(sets[kind]),
                lines,
                applied=kind is CardKind.MINIMUM_TO_OCCLUDE,
            ),
        )
    return result


def bars() -> list[ClassBar]:
    return [
        ClassBar("Egyptian cat", 0.397, 0.815, True, (0.325, 0.399)),
        ClassBar("tabby", 0.314, 0.076),
        ClassBar("tiger cat", 0.209, 0.092),
        ClassBar("lynx", 0.045, 0.008),
        ClassBar("Persian cat", 0.004, 0.000),
    ]


def right_column(theme: ThemeManager, parent: QWidget, scene: Scene) -> QWidget:
    frame, layout = column(parent, "surface", "left")
    frame.setFixedWidth(theme.px(m.RIGHT_COLUMN_WIDTH))
    layout.setContentsMargins(16, 10, 16, 16)
    layout.setSpacing(4)
    label = QLabel("Target class", frame)
    label.setProperty("c", "label")
    combo = ComboBox("Target class", frame)
    combo.addItem("Egyptian cat")
    top5 = Top5(theme, frame)
    top5.set_bars(bars(), animated=False)
    top5.set_caption("features 1, 3 occluded")
    top5.set_spread(5, 0.325, 0.399)
    line = QFrame(frame)
    line.setProperty("c", "line")
    head = QHBoxLayout()
    title = QLabel("Analysis", frame)
    title.setProperty("c", "heading")
    head.addWidget(title)
    head.addStretch(1)
    head.addWidget(PushButton(theme, "Analyse again", frame, icon="play", kind="soft"))
    for widget in (label, combo):
        layout.addWidget(widget)
    layout.addSpacing(8)
    layout.addWidget(top5)
    layout.addSpacing(8)
    layout.addWidget(line)
    layout.addSpacing(8)
    layout.addLayout(head)
    layout.addSpacing(6)
    layout.addWidget(cards(theme, frame, scene))
    layout.addStretch(1)
    return frame


def centre(theme: ThemeManager, parent: QWidget, scene: Scene) -> QWidget:
    frame, layout = column(parent, "surface", "left")
    tabs = QFrame(frame)
    tabs.setProperty("edge", "bottom")
    tabs.setFixedHeight(theme.px(m.TABS_HEIGHT) + 1)
    row = QHBoxLayout(tabs)
    row.setContentsMargins(0, 0, 12, 0)
    bar = QTabBar(tabs)
    for name in ("Occlusion", "Synthesis", "Boundary", "Compare"):
        bar.addTab(name)
    row.addWidget(bar)
    row.addStretch(1)
    row.addWidget(IconButton(theme, "undo", "Undo", tabs))
    row.addWidget(PushButton(theme, "Report", tabs, icon="report", kind="soft"))
    controls = ControlsBar(theme, frame)
    controls.set_parameters(ClusteringParameters(5.0, 3.5, 40, 0.4))
    left, left_layout = column(frame, "surface")
    middle = QHBoxLayout()
    middle.setSpacing(0)
    features = FeatureListPanel(theme, frame)
    features.set_rows(feature_rows(scene))
    features.set_hovered(2)
    middle.addWidget(features)
    middle.addWidget(canvas_column(theme, frame, scene), 1)
    left_layout.addWidget(controls)
    left_layout.addLayout(middle, 1)
    body = QHBoxLayout()
    body.setSpacing(0)
    body.addWidget(left, 1)
    body.addWidget(right_column(theme, frame, scene))
    layout.addWidget(tabs)
    layout.addLayout(body, 1)
    return frame


def window(theme: ThemeManager, content: str, scene: Scene) -> QWidget:
    root = QWidget()
    root.resize(1440, 900)
    layout = QVBoxLayout(root)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    menu = QMenuBar(root)
    for name in ("File", "Edit", "View", "Tools", "Help"):
        menu.addMenu(name)
    status = StatusStrip(theme, root)
    status.set_device("CPU · 2 threads")
    middle = QHBoxLayout()
    middle.setSpacing(0)
    middle.addWidget(docks(theme, root))
    if content == "occlusion":
        status.set_job("Synthesising feature 1, image 4 of 6", 0.58, 65)
        status.set_unread(1)
        middle.addWidget(centre(theme, root, scene), 1)
    else:
        middle.addWidget(StartPage(theme, root), 1)
    layout.addWidget(menu)
    layout.addLayout(middle, 1)
    layout.addWidget(status)
    return root


def make_compact(root: QWidget) -> None:
    """What the occlusion tab does when it is narrower than ``COMPACT_BELOW``."""
    for kind in (FeatureListPanel, AnalysisCards, Segmented, ControlsBar, RelevanceLegend):
        for widget in root.findChildren(kind):
            widget.set_compact(True)
    for name in ("rectangle", "ellipse", "lasso", "merge", "split"):
        for button in root.findChildren(IconButton):
            button.setVisible(button.isVisibleTo(root) and button.accessibleName() != name)
    for frame in root.findChildren(QFrame):
        narrow = {
            m.DOCK_WIDTH: m.COMPACT_DOCK_WIDTH,
            m.RIGHT_COLUMN_WIDTH: m.COMPACT_RIGHT_COLUMN_WIDTH,
        }.get(frame.maximumWidth())
        if narrow:
            frame.setFixedWidth(narrow)
    root.resize(1100, 700)


def main() -> None:
    folder = Path(sys.argv[1])
    modes = sys.argv[2:] or ["light", "dark"]
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    font = QFont("Inter")
    font.setPixelSize(int(os.environ.get("TEXT_PIXELS", "13")))
    app.setFont(font)
    scene = make_scene(PREPARED)
    theme = ThemeManager(app)
    scale = f"{app.primaryScreen().devicePixelRatio():g}x"
    for mode in modes:
        theme.set_mode(ThemeMode(mode))
        for name in ("occlusion", "start"):
            save(window(theme, name, scene), folder / f"{name}-{mode}-{scale}.png")
        small = window(theme, "occlusion", scene)
        make_compact(small)
        save(small, folder / f"compact-{mode}-{scale}.png")
        save(states_page(theme), folder / f"states-{mode}-{scale}.png")


def save(widget: QWidget, path: Path) -> None:
    widget.show()
    QTest.qWait(600)  # spinner and toasts have arrived
    widget.grab().save(str(path))
    widget.close()
    widget.deleteLater()


if __name__ == "__main__":
    main()
