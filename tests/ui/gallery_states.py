"""The page of the gallery that shows empty, busy and failed states, badges, buttons and toasts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from deepintro_desktop.core.results import Certainty
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.action_row import Action
from deepintro_desktop.ui.widgets.analysis_card import AnalysisCards, CardContent, CardKind
from deepintro_desktop.ui.widgets.badge import Badge, BadgeKind, BadgeSpec, certainty_badge
from deepintro_desktop.ui.widgets.buttons import PushButton
from deepintro_desktop.ui.widgets.empty_state import EmptyState
from deepintro_desktop.ui.widgets.failure_panel import Failure, FailurePanel
from deepintro_desktop.ui.widgets.toast import Message, ToastHost, ToastKind


def column(parent: QWidget, ground: str = "window", edge: str = "") -> tuple[QFrame, QVBoxLayout]:
    frame = QFrame(parent)
    frame.setProperty("ground", ground)
    if edge:
        frame.setProperty("edge", edge)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return frame, layout


def _left(theme: ThemeManager, root: QWidget) -> QWidget:
    first, one = column(root, "surface")
    empty = EmptyState(theme, first)
    empty.set_content(
        "search",
        "No feature at this threshold",
        "The strongest region has 17 pixels, and the minimum size is 20. Lower the minimum size to 16.",
        (Action("size", "Minimum size 16"), Action("threshold", "Threshold 4")),
    )
    one.addWidget(empty)
    failure = FailurePanel(theme, first)
    failure.set_failure(
        Failure(
            "Synthesis of feature 3 stopped",
            "The graphics card ran out of memory with 6 images at once.",
            "2 of 6 were finished and are kept.",
            details="CUDA out of memory: 512 MiB asked, 214 MiB free",
        ),
        (Action("cpu", "Finish on the CPU, about 6 min", primary=True), Action("two", "Try 2 at a time")),
    )
    one.addWidget(failure)
    return first


def _middle(theme: ThemeManager, root: QWidget) -> QWidget:
    second, two = column(root)
    two.setContentsMargins(16, 16, 16, 16)
    two.setSpacing(12)
    for spec in (
        certainty_badge(Certainty.EXACT, 4),
        certainty_badge(Certainty.BEST_FOUND, 1283),
        certainty_badge(Certainty.NONE_FOUND, 1283),
        certainty_badge(Certainty.IMPOSSIBLE, 4),
        certainty_badge(Certainty.BEST_FOUND, 412, running=True),
        BadgeSpec("Predict only", BadgeKind.WARN),
        BadgeSpec("not checked", BadgeKind.NEUTRAL),
        BadgeSpec("recommended", BadgeKind.ACCENT),
    ):
        two.addWidget(Badge(theme, spec, second))
    for kind, size in (("", ""), ("soft", ""), ("primary", ""), ("primary", "large"), ("link", "")):
        two.addWidget(
            PushButton(theme, "Analyse", second, kind=kind, size=size), 0, Qt.AlignmentFlag.AlignLeft
        )
    two.addWidget(_cards(theme, second))
    two.addStretch(1)
    return second


def _cards(theme: ThemeManager, parent: QWidget) -> AnalysisCards:
    running = CardContent(
        "Largest change", "0.815 → 0.021 with 9 of 14",
        certainty_badge(Certainty.BEST_FOUND, 412, running=True), "running", progress=0.25, clickable=False,
    )  # fmt: skip
    impossible = CardContent(
        "Minimum to occlude", "Even all 14 leave the class on top", certainty_badge(Certainty.IMPOSSIBLE, 1),
        "full set evaluated", clickable=False, placeholder="impossible",
    )  # fmt: skip
    group = AnalysisCards(theme, parent)
    group.set_card(CardKind.LARGEST_CHANGE, running)
    group.set_card(CardKind.MINIMUM_TO_OCCLUDE, impossible)
    for kind in (CardKind.MOST_IMPORTANT, CardKind.MINIMUM_TO_KEEP):
        group.card(kind).hide()
    return group


def _toasts(theme: ThemeManager, root: QWidget) -> None:
    host = ToastHost(theme, root)
    host.show_message(
        Message(
            ToastKind.INFO, "Analysis finished", "Four answers, three of them exact. 1 min 42 s.", "Show", "a"
        )
    )
    host.show_message(
        Message(ToastKind.WARNING, "Already here", "dog (copy).jpg has the same content as dog.jpg.")
    )
    host.show_message(
        Message(
            ToastKind.ERROR, "Not an image", "notes.txt could not be read as an image. Nothing was added."
        )
    )


def states_page(theme: ThemeManager) -> QWidget:
    root = QWidget()
    root.resize(1160, 640)
    layout = QHBoxLayout(root)
    for part in (_left(theme, root), _middle(theme, root), column(root)[0]):
        layout.addWidget(part, 1)
    _toasts(theme, root)
    return root
