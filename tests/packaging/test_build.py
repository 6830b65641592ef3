"""What belongs into the frozen program, what does not, and what a build says when it goes wrong."""

import subprocess
import sys
from types import SimpleNamespace

import pytest
from support.paths import REPOSITORY


@pytest.fixture
def filters(script):
    return script("filters")


@pytest.fixture
def build(script):
    script("environment")
    script("system_libraries")
    return script("build")


@pytest.mark.parametrize(
    "name",
    [
        "torch/bin/torch_shm_manager",
        "torch/lib/libtorch_cpu.so",
        "torch\\lib\\torch_cpu.dll",
        "torch/nn/functional.py",
        "onnxruntime/capi/libonnxruntime_providers_shared.so",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "resources/icons/add.svg",
        "pillow.libs/libharfbuzz-fb49c9fc.so.0.61450.0",
        "torchvision/models/resnet.py",
        "torch-2.13.0+cpu.dist-info/METADATA",
        "tensorflow/libtensorflow_cc.so.2",
        "resources/i18n/deepintro_de.qm",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6\\translations\\qtbase_de.qm",
    ],
)
def test_what_the_program_needs_stays(filters, name):
    assert filters.is_wanted(name)


@pytest.mark.parametrize(
    "name",
    [
        "torch/bin/protoc",
        "torch/test/something",
        "torch\\include\\ATen\\ATen.h",
        "tensorflow/include/x.h",
        "onnxruntime/capi/libonnxruntime_providers_cuda.so",
        "onnxruntime\\capi\\onnxruntime_providers_cuda.dll",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "libgtk-3.so.0",
        "libharfbuzz.so.0",
        "torchvision/_C.so",
        "torch/nn/functional.pyi",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "PySide6/translations/qt_help_de.qm",
        "resources/i18n/deepintro_de.ts",
        "deepintro_desktop-0.1.0.dist-info/direct_url.json",
    ],
)
def test_what_nobody_calls_goes(filters, name):
    assert not filters.is_wanted(name)


def test_a_link_goes_with_what_it_points_to(filters):
    kept = ("libtorch.so", "torch/lib/libtorch.so", "SYMLINK")
    gone = ("libpng16.1c0b398e.so.16", "torchvision.libs/libpng16.1c0b398e.so.16", "SYMLINK")
    assert filters.wanted([kept, gone]) == [kept]


def _pretend_that_pyinstaller(build, monkeypatch, code, words):
    def run(command, *, stdout, **_):
        stdout.write(words)
        return SimpleNamespace(returncode=code)

    monkeypatch.setattr(build.subprocess, "run", run)


def test_a_failed_build_shows_what_pyinstaller_said(build, monkeypatch, tmp_path):
    _pretend_that_pyinstaller(build, monkeypatch, 1, "no such module\n")
    with pytest.raises(build.BuildError, match="no such module"):
        build._freeze("core", tmp_path)


def test_a_build_without_the_libraries_of_the_window_fails(build, monkeypatch, tmp_path):
    _pretend_that_pyinstaller(build, monkeypatch, 0, "WARNING: could not resolve 'libxcb-icccm.so.4'\n")
    with pytest.raises(build.BuildError, match="libxcb-icccm"):
        build._freeze("core", tmp_path)


def test_a_build_is_where_the_work_folder_says(build, monkeypatch, tmp_path):
    _pretend_that_pyinstaller(build, monkeypatch, 0, "WARNING: could not resolve 'libcudart.so'\n")
    assert build._freeze("core", tmp_path) == tmp_path / "deepintro"


def test_a_program_that_does_not_work_is_not_a_build(build, monkeypatch, tmp_path):
    failed = subprocess.CompletedProcess([], 1, "", "ModuleNotFoundError: torch")
    monkeypatch.setattr(build.subprocess, "run", lambda *_, **__: failed)
    with pytest.raises(build.BuildError, match=r"doctor ended with 1.*\n.*\n.*torch"):
        build.check(tmp_path / "deepintro")


def test_the_environment_of_builds_holds_no_link_to_the_checkout(build, monkeypatch, tmp_path):
    environment = build.environment
    calls = []
    monkeypatch.setattr(environment, "_install_torch", lambda requirement: True)
    monkeypatch.setattr(environment, "_pip", lambda *arguments, **_: not calls.append(arguments))
    environment.use(tmp_path)
    assert environment.program("python").is_relative_to(tmp_path)
    environment._install("build")
    assert any(argument.startswith("pyinstaller==") for argument in calls[-1])
    assert not any("--editable" in call for call in calls)


def test_size_counts_a_link_as_itself(build, tmp_path):
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "library.so").write_bytes(b"x" * 1000)
    (tmp_path / "library.so").symlink_to("inner/library.so")
    n_files, n_bytes = build.size_of(tmp_path)
    assert n_files == 2
    assert 1000 < n_bytes < 1100


def test_every_part_of_the_decoder_of_lossless_jpeg_is_packed():
    code = (
        "import sys, numpy, imagecodecs\n"
        "stream = imagecodecs.jpeg8_encode(numpy.zeros((2, 2), numpy.uint8), lossless=True)\n"
        "imagecodecs.jpeg8_decode(stream)\n"
        "print(*(name for name in sys.modules if name.startswith('imagecodecs.')))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split()) - {"imagecodecs.imagecodecs"}  # the package itself imports that one
    assert "imagecodecs._jpeg8" in loaded
    spec = (REPOSITORY / "packaging" / "deepintro.spec").read_text(encoding="utf-8")
    assert [name for name in sorted(loaded) if f'"{name}"' not in spec] == []
