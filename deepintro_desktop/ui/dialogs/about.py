"""What this program is, what it may be used for, and what it is made of."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QFrame, QLabel, QVBoxLayout, QWidget

from deepintro_desktop.ui.dialogs.frame import FramedDialog
from deepintro_desktop.ui.theme import ThemeManager

PATENTS = ("US 12061966", "EP 3271863 B1", "CA 2979579")
_WIDTH = 520


class AboutDialog(FramedDialog):
    """Name, version, purpose, limits; ``licences_requested`` asks for the list of licences."""

    licences_requested = Signal()

    def __init__(self, theme: ThemeManager, parent: QWidget, version: str) -> None:
        super().__init__(parent, QCoreApplication.translate("AboutDialog", "About DeepIntro"))
        self.add_text("DeepIntro Desktop", "title")
        self.add_text(self.tr("Version {0}").format(version), "second")
        self.add_text(
            self.tr(
                "Shows which regions of an image made a network decide as it did. Features are what the "
                "network finds important; they can differ from what a person would point at."
            )
        )
        self.add_text(self.tr("Works without internet. Models and images never leave this computer."))
        self._add_note(
            self.tr("Not a medical device"),
            self.tr(
                "The program is made for research and teaching. Do not base a diagnosis or a treatment on "
                "what it shows."
            ),
        )
        self._add_note(
            self.tr("Patents on LRP"),
            self.tr(
                "Layer-wise relevance propagation (LRP), by which relevance is computed unless you choose "
                "otherwise, is covered by patents ({0}). It is free of charge for personal and scientific "
                "use only. For commercial use, check whether you need a licence, or choose another method "
                "under Tools > Preferences."
            ).format(", ".join(number.replace(" ", "\u00a0") for number in PATENTS)),
        )
        licences = self.buttons.addButton(self.tr("Licences…"), QDialogButtonBox.ButtonRole.ActionRole)
        licences.setAutoDefault(False)
        licences.clicked.connect(self._on_licences_clicked)
        self.quiet_button.setDefault(True)
        self.quiet_button.setFocus()
        self.setMinimumWidth(theme.px(_WIDTH))

    def _add_note(self, title: str, text: str) -> None:
        box = QFrame(self)
        box.setProperty("c", "note")
        layout = QVBoxLayout(box)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(3)
        for words, kind in ((title, "heading"), (text, "")):
            label = QLabel(words, box)
            label.setProperty("c", kind)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(label)
        self.content.addWidget(box)

    def _on_licences_clicked(self) -> None:
        self.accept()
        self.licences_requested.emit()
