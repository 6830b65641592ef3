"""The main window: menus, docks, start page or tools, status, toasts."""

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
)
from PySide6.QtWidgets import QLabel, QMainWindow, QMenu, QSizePolicy, QStackedWidget, QToolBar, QWidget

from deepintro_desktop.core.said import said
from deepintro_desktop.ui.dialogs.preferences import PreferencesDialog
from deepintro_desktop.ui.docks.images.view import ImagesDock
from deepintro_desktop.ui.docks.networks.view import NetworksDock
from deepintro_desktop.ui.main_window.actions import WindowActions
from deepintro_desktop.ui.main_window.dock_width import DockWidth
from deepintro_desktop.ui.main_window.drop_target import DropHint, dropped_paths
from deepintro_desktop.ui.main_window.help import HelpMenu
from deepintro_desktop.ui.main_window.message_list import SHOW_MESSAGES, MessageList
from deepintro_desktop.ui.main_window.presenter import MainPresenter, RunningJob
from deepintro_desktop.ui.main_window.projects_area import ProjectsArea
from deepintro_desktop.ui.main_window.tools import ToolsArea
from deepintro_desktop.ui.presenters.ports import Settings
from deepintro_desktop.ui.presenters.preferences import Preferences
from deepintro_desktop.ui.tabs.boundary.view import BoundaryTab
from deepintro_desktop.ui.tabs.compare.view import CompareTab
from deepintro_desktop.ui.tabs.occlusion.view import OcclusionTab
from deepintro_desktop.ui.tabs.synthesis.view import SynthesisTab
from deepintro_desktop.ui.theme import ThemeManager, ThemeMode
from deepintro_desktop.ui.theme.metrics import DOCK_WIDTH, STATUS_HEIGHT
from deepintro_desktop.ui.widgets.start_page import StartPage
from deepintro_desktop.ui.widgets.status_strip import StatusStrip
from deepintro_desktop.ui.widgets.toast import ToastHost

_SIZE = (1440, 900)
_SMALLEST = (1000, 640)
_AFTER_PAINT_MS = 50


class MainWindow(QMainWindow):
    """Holds everything; decides nothing.

    Parameters
    ----------
    theme : ThemeManager
        Look of the program.
    settings : Settings
        Remembers size, place, docks and theme.
    device_text : str
        What computes, for the status bar, for example ``CPU · 2 threads``.
    version : str
        Of the program.
    """

    def __init__(
        self, theme: ThemeManager, settings: Settings, device_text: str = "", version: str = ""
    ) -> None:
        super().__init__()
        self._theme = theme
        self._settings = settings
        self._presenter: MainPresenter | None = None
        self._job_id = 0
        self._may_leave = False
        self._title_parts: tuple[str, ...] = ("DeepIntro",)
        self._notice = ""
        self._was_painted = False
        self._has_own_layout = False
        self._after_paint = QTimer(self)
        self._after_paint.setSingleShot(True)
        self._after_paint.timeout.connect(self._on_painted)
        self.setWindowTitle("DeepIntro")
        self.setAcceptDrops(True)
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_SIZE)
        self.networks_dock = NetworksDock(theme)
        self.images_dock = ImagesDock(theme)
        self.occlusion_tab = OcclusionTab(theme)
        self.synthesis_tab, self.boundary_tab = SynthesisTab(theme), BoundaryTab(theme)
        self.compare_tab = CompareTab(theme)
        self.tools = ToolsArea(theme, self.occlusion_tab.undo_button, self)
        self.start_page = StartPage(theme, self)
        self._centre = QStackedWidget(self)
        self._status = StatusStrip(theme, self)
        self._status.set_device(device_text)
        self.toasts = ToastHost(theme, self)
        self.toasts.set_bottom_inset(theme.px(STATUS_HEIGHT))
        self.messages = MessageList(theme, self.toasts, self)
        self._drop_hint = DropHint(theme, self)
        self.actions_by_name = WindowActions(theme, self)
        self.projects = ProjectsArea(theme, self, self.actions_by_name, self.start_page)
        self.help = HelpMenu(theme, self, self.actions_by_name, version)
        self._arrange()
        self._fill_view_menu()
        self._connect()
        self._dock_width = DockWidth(self, self.networks_dock, theme.px(DOCK_WIDTH))
        self._default_state = self.saveState()
        self._restore()

    def attach(self, presenter: MainPresenter) -> None:
        """Say whom to tell what the person does."""
        self._presenter = presenter

    def open_guide(self, here: QWidget) -> None:
        """Open the guide at the page for a part of a dialog, which asks for it."""
        self.help.guide.open_here(here)

    # --- what the presenter shows

    def show_start_page(self, visible: bool) -> None:
        """Show the start page instead of the tools."""
        self._centre.setCurrentWidget(self.start_page if visible else self.tools)

    def show_subject(self, network_name: str, image_name: str) -> None:
        """Say what is being looked at."""
        self.tools.set_subject(network_name, image_name)
        names = (image_name, network_name, self.projects.open_name(), "DeepIntro")
        self._title_parts = tuple(name for name in names if name)
        self._show_title()

    def show_notice(self, text: str) -> None:
        """Say for as long as the window is open how the library differs from usual."""
        self._notice = self.tr("read only")
        self._notice_label.setText(self.tr("Library: read only"))
        self._notice_label.setToolTip(text)
        self._notice_action.setVisible(True)
        self._show_title()

    def _show_title(self) -> None:
        notice = (self._notice,) if self._notice else ()
        # The program's name stays at the end: Qt adds it again to a title that ends in anything else.
        self.setWindowTitle(" – ".join((*self._title_parts[:-1], *notice, self._title_parts[-1])))

    def show_job(self, job: RunningJob | None) -> None:
        """Show the running job in the status bar, or that nothing runs."""
        if job is None:
            self._status.clear_job()
            return
        if job.id != self._job_id:
            self._status.clear_job()
            self._job_id = job.id
        more = self.tr("  (+{0} more)").format(job.n_more) if job.n_more else ""
        self._status.set_job(job.text + more, job.fraction or None, job.seconds_left)

    def show_device(self, text: str) -> None:
        """Say what computes."""
        self._status.set_device(said(text))

    def show_preferences(self, devices: tuple[str, ...], chosen: Preferences) -> None:
        """Let look, language, method and device be chosen."""
        PreferencesDialog(self._theme, self, devices, chosen).ask(self._on_preferences_chosen)

    def show_leaving(self) -> None:
        """Say that the window closes as soon as the work has stopped."""
        self._status.set_job(self.tr("Stopping the work, then leaving"), None)
        self._status.set_cancelling()
        self._centre.setEnabled(False)

    def leave(self) -> None:
        """Close without asking again."""
        self._may_leave = True
        self.close()

    # --- what Qt tells

    def createPopupMenu(self) -> QMenu | None:  # noqa: N802
        """Offer no menu of bars: docks are in the View menu, the status line stays."""
        return None

    def event(self, event: QEvent) -> bool:
        """Notice the first painting: only then may anything heavy be loaded."""
        if event.type() == QEvent.Type.Paint and not self._was_painted:
            self._was_painted = True
            if not self._has_own_layout:
                QTimer.singleShot(0, self, self._share_height)
            self._after_paint.start(_AFTER_PAINT_MS)
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Ask the presenter, remember the layout."""
        if not self._may_leave and self._presenter is not None and not self._presenter.may_close():
            event.ignore()
            return
        self._settings.set("window_geometry", _to_text(self.saveGeometry()))
        self._settings.set("window_state", _to_text(self.saveState()))
        self._settings.set("tool", self.tools.current_tool())
        self._after_paint.stop()
        self.toasts.close_all()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Accept files."""
        if dropped_paths(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._drop_hint.cover()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        """Forget the drag."""
        self._drop_hint.hide()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Take in files."""
        self._drop_hint.hide()
        paths = dropped_paths(event.mimeData())
        if paths and self._presenter is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._presenter.drop(paths)

    # --- construction

    def _arrange(self) -> None:
        self.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        for dock in (self.networks_dock, self.images_dock):
            self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
        self.resizeDocks([self.networks_dock], [self._theme.px(DOCK_WIDTH)], Qt.Orientation.Horizontal)
        self.tools.add_tool(self.tr("Occlusion"), self.occlusion_tab)
        self.tools.add_tool(self.tr("Synthesis"), self.synthesis_tab)
        self.tools.add_tool(self.tr("Boundary"), self.boundary_tab)
        self.tools.add_tool(self.tr("Compare"), self.compare_tab)
        for page in (self.tools, self.start_page):
            self._centre.addWidget(page)
        self.setCentralWidget(self._centre)
        self._bar = self._status_bar()
        self.addToolBar(Qt.ToolBarArea.BottomToolBarArea, self._bar)

    def _status_bar(self) -> QToolBar:
        """Return the line at the bottom as a tool bar: Qt's own status bar insists on margins."""
        bar = QToolBar(self)
        bar.setObjectName("status")
        bar.setMovable(False)
        self._notice_label = QLabel(bar)
        self._notice_label.setProperty("c", "danger")
        self._notice_label.setContentsMargins(16, 0, 0, 0)
        self._notice_action = bar.addWidget(self._notice_label)
        self._notice_action.setVisible(False)
        bar.layout().setContentsMargins(0, 0, 0, 0)
        self._status.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        bar.addWidget(self._status)
        return bar

    def _fill_view_menu(self) -> None:
        menu = self.actions_by_name.view_menu
        for dock in (self.networks_dock, self.images_dock):
            menu.addAction(dock.toggleViewAction())
        menu.addSeparator()
        themes = menu.addMenu(self.tr("&Theme"))
        group = self._theme_actions = QActionGroup(self)
        names = {
            ThemeMode.SYSTEM: self.tr("As the &system"),
            ThemeMode.LIGHT: self.tr("&Light"),
            ThemeMode.DARK: self.tr("&Dark"),
        }
        for mode, text in names.items():
            action = QAction(text, self, checkable=True, checked=self._theme.mode is mode)
            action.setData(mode.value)
            group.addAction(action)
            themes.addAction(action)
        group.triggered.connect(self._on_theme_chosen)
        menu.addSeparator()
        menu.addAction(self.tr("&Reset layout"), self.reset_layout)

    def _connect(self) -> None:
        self._theme.theme_changed.connect(self._on_theme_changed)
        self.toasts.action_triggered.connect(self._on_toast_action)
        self._theme.theme_changed.connect(self.actions_by_name.refresh_icons)
        self._status.cancel_requested.connect(self._on_cancel_requested)
        self._status.bell_clicked.connect(self._on_bell_clicked)
        self.toasts.kept_changed.connect(self._on_messages_changed)
        self.start_page.action_triggered.connect(self._on_start_action)
        tab = self.occlusion_tab
        self.actions_by_name.connect(
            quit=self.close,
            add_network=self._on_add_network,
            add_images=self._on_add_images,
            open_sample=self._on_open_sample,
            open_marker_sample=self._on_open_marker_sample,
            check_library=self._on_check_library,
            preferences=self._on_preferences,
            undo=tab.undo,
            redo=tab.redo,
            occlude_all=tab.occlude_all,
            occlude_none=tab.occlude_none,
            invert=tab.invert,
            analyse=tab.analyse,
            reset_parameters=tab.reset_parameters,
            show_ledger=tab.show_ledger,
        )
        for tool in (tab, self.synthesis_tab, self.boundary_tab, self.compare_tab):
            tool.action_triggered.connect(self._on_start_action)
        tab.bind_actions(self.actions_by_name)

    def reset_layout(self) -> None:
        """Put the docks back where they were at first."""
        self.restoreState(self._default_state)
        for dock in (self.networks_dock, self.images_dock):
            dock.show()
        self._dock_width.reset()
        self._share_height()

    def _share_height(self) -> None:
        """Give the docks their usual heights; only possible when the window has its size."""
        shares = [self.height() * 2 // 5, self.height() * 3 // 5]
        self.resizeDocks([self.networks_dock, self.images_dock], shares, Qt.Orientation.Vertical)

    def _restore(self) -> None:
        geometry = _from_text(self._settings.get("window_geometry"))
        state = _from_text(self._settings.get("window_state"))
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        if not state.isEmpty():
            self._has_own_layout = self.restoreState(state)
            self._dock_width.wished = self.networks_dock.width()
        self.tools.show_tool(int(self._settings.get("tool") or 0))

    # --- slots

    def _on_painted(self) -> None:
        if self._presenter is not None:
            self._presenter.warm_up()

    def _on_theme_changed(self) -> None:
        """Take the margins away again that a new style gives every bar."""
        self._bar.layout().setContentsMargins(0, 0, 0, 0)

    def _on_toast_action(self, key: str) -> None:
        if key == SHOW_MESSAGES:
            self._on_bell_clicked()

    def _on_theme_chosen(self, action: QAction) -> None:
        self._set_theme(action.data())

    def _on_preferences(self) -> None:
        if self._presenter is not None:
            self._presenter.ask_preferences()

    def _on_preferences_chosen(self, mode: str, chosen: Preferences) -> None:
        self._set_theme(mode)
        if self._presenter is not None:
            self._presenter.set_preferences(chosen)

    def _set_theme(self, mode: str) -> None:
        self._settings.set("theme", mode)
        self._theme.set_mode(ThemeMode(mode))
        for action in self._theme_actions.actions():
            action.setChecked(action.data() == mode)

    def _on_cancel_requested(self) -> None:
        if self._presenter is not None:
            self._status.set_cancelling()
            self._presenter.cancel(self._job_id)

    def _on_bell_clicked(self) -> None:
        self.messages.open_over(self._status.bell())

    def _on_messages_changed(self) -> None:
        self._status.set_unread(self.toasts.unread())

    def _on_start_action(self, key: str) -> None:
        {
            "sample": self._on_open_sample,
            "add-network": self._on_add_network,
            "add-images": self._on_add_images,
            "remove-network": self.networks_dock.remove_current,
            "remove-image": self.images_dock.remove_current,
        }[key]()

    def _on_add_network(self) -> None:
        self.networks_dock.ask_add()

    def _on_add_images(self) -> None:
        self.images_dock.ask_add()

    def _on_open_sample(self) -> None:
        if self._presenter is not None:
            self._presenter.open_sample("shapes")

    def _on_check_library(self) -> None:
        if self._presenter is not None:
            self._presenter.check_library()

    def _on_open_marker_sample(self) -> None:
        if self._presenter is not None:
            self._presenter.open_sample("marker")


def _to_text(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode("ascii")


def _from_text(text: object) -> QByteArray:
    return QByteArray.fromBase64(str(text or "").encode("ascii", "ignore"))
