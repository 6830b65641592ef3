"""The real window on the real engine."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from e2e.hands import rest

from deepintro_desktop import bootstrap
from deepintro_desktop.jobs import JobRunner
from deepintro_desktop.settings import SettingsStore
from deepintro_desktop.ui.main_window.build import Program, build_window
from deepintro_desktop.ui.theme import ThemeManager, ThemeMode
from deepintro_desktop.workflows.catalogue import catalogue


@pytest.fixture
def open_program(qtbot, qapp, tmp_path):
    """Return a context manager that opens the program on one library and leaves it properly."""

    @contextmanager
    def opened() -> Iterator[tuple[Program, JobRunner]]:
        context = bootstrap.make_context(tmp_path / "library", "cpu")
        runner = JobRunner(catalogue(), lambda: context, reports_folder=tmp_path / "faults")
        theme = ThemeManager(qapp, ThemeMode.LIGHT)
        settings = SettingsStore(tmp_path / "settings.json")
        program = build_window(theme, runner, settings)
        qtbot.addWidget(program.window)
        program.window.show()
        program.presenter.start()
        try:
            yield program, runner
        finally:
            rest(qtbot, runner)
            program.window.close()
            assert runner.shutdown()
            context.close()
            theme.retire()
        assert not (tmp_path / "faults").exists()

    return opened
