"""Keys that single widgets take while they have the focus; everything else is an action or a shortcut."""

from PySide6.QtCore import QCoreApplication, Qt

Keys = tuple[tuple[tuple[Qt.Key, ...], str], ...]


def _tr(text: str) -> str:
    return QCoreApplication.translate("WidgetKeys", text)


def widget_keys() -> tuple[tuple[str, Keys], ...]:
    """Return titles with their keys and what these do."""
    return (
        (_tr("In the picture"), canvas_keys()),
        (_tr("In the lists at the left"), list_keys()),
        (_tr("In the list of features"), feature_keys()),
        (_tr("In the gallery"), gallery_keys()),
        (_tr("In a large picture"), lightbox_keys()),
    )


def canvas_keys() -> Keys:
    """Return the keys of the picture in the middle."""
    return (
        ((Qt.Key.Key_Space,), _tr("see the original, while it is held")),
        ((Qt.Key.Key_Plus,), _tr("zoom in (also with the wheel)")),
        ((Qt.Key.Key_Minus,), _tr("zoom out")),
        ((Qt.Key.Key_0,), _tr("fit the picture")),
        ((Qt.Key.Key_Escape,), _tr("give up a shape, a tool, what is selected")),
    )


def list_keys() -> Keys:
    """Return the keys of the lists of models and images."""
    return (
        ((Qt.Key.Key_F2,), _tr("rename")),
        ((Qt.Key.Key_Delete,), _tr("remove")),
    )


def feature_keys() -> Keys:
    """Return the keys of the list of features."""
    return (((Qt.Key.Key_Return,), _tr("occlude the feature, or bring it back")),)


def gallery_keys() -> Keys:
    """Return the keys of the gallery."""
    return (((Qt.Key.Key_Return,), _tr("see the picture large")),)


def lightbox_keys() -> Keys:
    """Return the keys of the large picture."""
    return (
        ((Qt.Key.Key_Left, Qt.Key.Key_Right), _tr("the picture before, the next one")),
        ((Qt.Key.Key_C,), _tr("compare with what was to be matched")),
        ((Qt.Key.Key_S,), _tr("save the picture")),
        ((Qt.Key.Key_Escape,), _tr("back to the gallery")),
    )
