"""The canvas of the occlusion tab with realistic content."""

import pytest
from pytestqt.qtbot import QtBot
from ui.scene import Scene, make_scene

from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.canvas import ImageCanvas


@pytest.fixture(scope="session")
def scene() -> Scene:
    """Return the content; nothing in it changes."""
    return make_scene()


@pytest.fixture
def canvas(theme: ThemeManager, qtbot: QtBot, scene: Scene) -> ImageCanvas:
    """Return a canvas that shows all of it."""
    widget = ImageCanvas(theme)
    qtbot.addWidget(widget)
    widget.resize(600, 640)
    widget.set_image(scene.image_hwc_u8)
    widget.set_relevance(scene.relevance_hw)
    widget.set_features(scene.labels_hw, scene.features, distance=3.5)
    widget.set_changes(scene.changes)
    return widget
