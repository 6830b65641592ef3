"""The composition root: where things lie, and what is set before anything is loaded."""

import os
import subprocess
import sys

from deepintro_desktop import bootstrap


def test_threads_of_torch_wait_without_spinning():
    script = (
        "import os, sys; os.environ.pop('OMP_WAIT_POLICY', None)\n"
        "from deepintro_desktop.__main__ import main\n"
        "try: main(['--version'])\n"
        "except SystemExit: pass\n"
        "assert 'torch' not in sys.modules; print(os.environ['OMP_WAIT_POLICY'])"
    )
    outcome = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert outcome.stdout.split()[-1] == "PASSIVE"


def test_onnxruntime_keeps_no_record_of_use(tmp_path):
    script = (
        "import os, sys; os.environ.pop('ORT_DISABLE_TELEMETRY', None)\n"
        "from deepintro_desktop.bootstrap import prepare_process; prepare_process()\n"
        "import onnxruntime; from deepintro_desktop.core.resources import resource_path\n"
        "file = resource_path('samples', 'shapes', 'shapes.onnx')\n"
        "onnxruntime.InferenceSession(str(file), providers=['CPUExecutionProvider'])"
    )
    homes = dict.fromkeys(("HOME", "LOCALAPPDATA", "XDG_CACHE_HOME", "TMPDIR", "TEMP", "TMP"), str(tmp_path))
    subprocess.run([sys.executable, "-c", script], env={**os.environ, **homes}, check=True)
    assert list(tmp_path.iterdir()) == []


def test_library_lies_where_the_variable_says(monkeypatch, tmp_path):
    monkeypatch.setenv(bootstrap.LIBRARY_VARIABLE, str(tmp_path))
    assert bootstrap.make_context(None, "cpu").library_folder == tmp_path
    assert bootstrap.make_context(tmp_path / "other", "cpu").library_folder == tmp_path / "other"


def test_library_lies_in_the_users_data_by_default(monkeypatch, user_folder):
    monkeypatch.delenv(bootstrap.LIBRARY_VARIABLE, raising=False)
    assert user_folder in bootstrap.default_library_folder().parents
    assert user_folder in bootstrap.faults_folder().parents
    assert user_folder in bootstrap.settings_file().parents


def test_nothing_is_opened_before_it_is_needed(tmp_path):
    context = bootstrap.make_context(tmp_path / "library", "cpu")
    context.close()
    assert not (tmp_path / "library").exists()
