"""What the Help menu opens."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from deepintro_desktop.ui.dialogs.small import AboutDialog, KeysDialog


def _tr(text: str) -> str:
    return QCoreApplication.translate("Help", text)


def keys() -> tuple[tuple[str, str], ...]:
    """Return every key with what it does."""
    return (
        ("1 – 9", _tr("occlude a feature, or bring it back")),
        ("A", _tr("analyse")),
        ("R", _tr("bring every feature back")),
        (_tr("Space, held"), _tr("see the original (in the picture)")),
        ("V, B, E, L", _tr("select, draw a rectangle, an ellipse, a lasso")),
        (_tr("Ctrl+click, Ctrl+drag"), _tr("select features (in the picture, in the list)")),
        ("M, X", _tr("merge the selected features, split the selected one")),
        (_tr("Esc"), _tr("give up a shape, a tool, what is selected (in the picture)")),
        ("Ctrl+A", _tr("occlude all features")),
        ("Ctrl+Shift+I", _tr("exchange occluded and visible features")),
        ("Ctrl+Z, Ctrl+Shift+Z", _tr("undo, redo")),
        (_tr("+, −, 0, wheel"), _tr("zoom in, zoom out, fit the picture")),
        ("Alt+1, 2, 3", _tr("occlusion, synthesis, boundary")),
        (_tr("←, →, Esc"), _tr("next picture, back to the gallery (in a large picture)")),
        (_tr("C, S"), _tr("compare, save (in a large picture)")),
        ("Ctrl+N, Ctrl+O", _tr("new project, open a project")),
        ("Ctrl+M", _tr("add a model")),
        ("Ctrl+I", _tr("add images")),
        (_tr("Ctrl+,"), _tr("preferences")),
        (_tr("F2, Delete"), _tr("rename, remove (in a list at the left); a feature (in the picture)")),
    )


def show_keys(parent: QWidget) -> None:
    """Show the keyboard shortcuts."""
    KeysDialog(parent, _tr("Keyboard shortcuts"), keys()).ask()


def show_about(parent: QWidget, version: str) -> None:
    """Say what this program is."""
    paragraphs = (
        _tr("Version {0}").format(version),
        _tr(
            "Shows which regions of an image made a network decide as it did. Features are what the network "
            "finds important; they can differ from what a person would point at."
        ),
        _tr("Works without internet. Models and images never leave this computer."),
    )
    AboutDialog(parent, _tr("About DeepIntro"), paragraphs).ask()
