"""What a person can ask of the occlusion tab from anywhere, as slots for buttons, menus and keys."""

from typing import Any

from PySide6.QtWidgets import QWidget

from deepintro_desktop.ui.tabs.occlusion.presenter import OcclusionPresenter


class Intents(QWidget):
    """Passes on to the presenter what the person does; nothing happens before there is one."""

    _presenter: OcclusionPresenter | None = None

    def attach(self, presenter: OcclusionPresenter) -> None:
        """Say whom to tell what the person does."""
        self._presenter = presenter

    def tell(self, intent: str, *values: Any) -> None:
        """Call a method of the presenter by its name."""
        if self._presenter is not None:
            getattr(self._presenter, intent)(*values)

    def undo(self) -> None:
        """Take the last change of the occluded set back."""
        self.tell("undo")

    def redo(self) -> None:
        """Do it again."""
        self.tell("redo")

    def occlude_all(self) -> None:
        """Occlude every feature."""
        self.tell("occlude_all")

    def occlude_none(self) -> None:
        """Bring every feature back."""
        self.tell("occlude_none")

    def invert(self) -> None:
        """Exchange occluded and visible."""
        self.tell("invert")

    def analyse(self) -> None:
        """Search the four metrics."""
        self.tell("analyse")

    def stop_analysis(self) -> None:
        """Stop the search."""
        self.tell("stop_analysis")

    def reset_parameters(self) -> None:
        """Put the settings back."""
        self.tell("reset_parameters")

    def toggle(self, number: int) -> None:
        """Occlude a feature or bring it back."""
        self.tell("toggle", number)
