"""The frozen program, as packaging/build.py leaves it, does what the one from source does.

    DEEPINTRO_FROZEN=build/full/deepintro/deepintro python -m pytest tests/packaging/test_frozen.py

Nothing of these tests' own Python takes part: every step starts the program, and every network is opened by
its helper process. A window is opened where there is a screen (xvfb-run gives one).
"""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import psutil
import pydicom
import pytest
from e2e.test_expected_answers import ARCHITECTURES, FILES, SIGNED_CIFAR
from pydicom.data import get_testdata_file
from support.command_line import run_json
from support.paths import REPOSITORY

from deepintro_desktop.core.licences import read_list

VARIABLE = "DEEPINTRO_FROZEN"
NEED_TENSORFLOW = {"keras", "savedmodel", "tensorflow1", "frozen-graph"}
COMPRESSED = [
    "SC_rgb_jpeg_gdcm.dcm",  # JPEG, lossless
    "JPGExtended.dcm",  # JPEG of 12 bits
    "JPEGLSNearLossless_16.dcm",
    "MR_small_jp2klossless.dcm",
    "MR_small_RLE.dcm",
]
ENOUGH_S = 600
WINDOW_S = 60

if VARIABLE not in os.environ:
    pytest.skip(
        f"{VARIABLE} does not name a frozen program; packaging/build.py makes one", allow_module_level=True
    )
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def program() -> Path:
    """Return the frozen program, started in no folder of ours and with no Python around it."""
    return (REPOSITORY / os.environ[VARIABLE]).resolve()


@pytest.fixture(scope="module")
def is_full(program) -> bool:
    """Say whether the build holds TensorFlow."""
    return (program.parent / "_internal" / "tensorflow").is_dir()


@pytest.fixture(scope="module")
def surroundings(tmp_path_factory) -> dict[str, str]:
    """Return the environment of a person without Python, with folders of their own and an own temp folder."""
    home = tmp_path_factory.mktemp("home")
    (home / "temp").mkdir()
    left_out = ("PYTHON", "VIRTUAL_ENV", "XDG_", "DEEPINTRO_", "QT_", "ORT_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
    folders = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), str(home))
    temps = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(home / "temp"))
    path = os.defpath if sys.platform != "win32" else os.environ["PATH"]
    return kept | folders | temps | {"PATH": path, "OMP_WAIT_POLICY": "PASSIVE"}


@pytest.fixture(scope="module")
def ask(program, surroundings, tmp_path_factory):
    """Return a function that runs a verb on one library and gives the exit code and what was said."""
    folder = tmp_path_factory.mktemp("frozen")

    def ask(*arguments: str):
        command = [str(program), *arguments, "--json", "--library", str(folder / "library")]
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            timeout=ENOUGH_S,
            env=surroundings,
            cwd=folder,
            check=False,
        )
        return done.returncode, json.loads(done.stdout) if done.stdout else {}, done.stderr

    return ask


def test_doctor_finds_it_healthy(ask):
    code, said, errors = ask("doctor")
    assert code == 0, errors
    assert said["healthy"]
    assert {"deepintro-desktop", "torch", "numpy", "scipy", "pillow"} <= set(said["versions"])


@pytest.mark.parametrize("file", sorted(FILES))
def test_networks_of_every_format_answer_as_their_own_runtime(
    file, ask, is_full, surroundings, shared_data, expected
):
    kind, preprocessing = FILES[file]
    identity = file.split("/")[0]
    options = ["--preprocessing", preprocessing, "--name", file.replace("/", " ")]
    options += ["--architecture", ARCHITECTURES[identity]] if identity in ARCHITECTURES else []
    code, said, errors = ask("networks", "add", str(shared_data / "models" / file), *options)
    assert list(Path(surroundings["TMPDIR"]).iterdir()) == []
    if kind in NEED_TENSORFLOW and not is_full:
        assert code == 3
        assert "TensorFlow" in said["error"]["message"]
        return
    assert code == 0, errors
    reference = next(entry for entry in expected["models"] if entry["id"] == identity)["references"][0]
    code, said, errors = ask("predict", options[3], str(shared_data / reference["prepared"]))
    assert code == 0, errors
    for ours, theirs in zip(said["top"], reference["top5"], strict=False):
        assert ours["probability"] == pytest.approx(theirs["probability"], abs=2e-4)


def test_an_exported_program_of_pytorch_answers_as_the_traced_one(ask, shared_data, expected, tmp_path):
    import torch

    identity = "torchscript_cifar10_winml_derived"
    torch.manual_seed(20)
    layers = [torch.nn.Conv2d(3, 4, 3, padding=1), torch.nn.ReLU(), torch.nn.AdaptiveAvgPool2d(1)]
    network = torch.nn.Sequential(*layers, torch.nn.Flatten(), torch.nn.Linear(4, 5)).eval()
    path = tmp_path / "small.pt2"
    torch.export.save(torch.export.export(network, (torch.zeros(1, 3, 32, 32),)), str(path))
    code, _, errors = ask("networks", "add", str(path), "--preprocessing", SIGNED_CIFAR, "--name", "small")
    assert code == 0, errors
    reference = next(entry for entry in expected["models"] if entry["id"] == identity)["references"][0]
    code, said, errors = ask("predict", "small", str(shared_data / reference["prepared"]))
    assert code == 0, errors
    assert sum(entry["probability"] for entry in said["top"]) == pytest.approx(1.0, abs=1e-3)


def test_standard_structures_are_there_for_weights(ask, tmp_path):
    import torch

    from deepintro_desktop.importers.pytorch.architectures import _models

    torch.manual_seed(20)
    network = _models().squeezenet1_1(num_classes=4)
    torch.save(network.state_dict(), tmp_path / "weights.pth")
    options = ["--architecture", "squeezenet1_1", "--preprocessing", "imagenet", "--name", "structure"]
    code, _, errors = ask("networks", "add", str(tmp_path / "weights.pth"), *options)
    assert code == 0, errors


def test_explains_and_analyses(ask, program, tmp_path):
    sample = program.parent / "_internal" / "resources" / "samples" / "shapes"
    picture = sample / "quadrilateral-05.png"
    options = ["--preprocessing", "zero-to-one", "--analyse", "--out", str(tmp_path / "out")]
    code, said, errors = ask("explain", str(sample / "shapes.onnx"), str(picture), *options)
    assert code == 0, errors
    assert said["relevance"]["sum"] == pytest.approx(1.0, abs=1e-2)
    assert all((tmp_path / "out" / name).is_file() for name in said["files"].values())


@pytest.mark.parametrize("file", COMPRESSED)
def test_medical_pictures_of_every_compression_are_seen_as_from_source(file, ask, program, tmp_path):
    sample = program.parent / "_internal" / "resources" / "samples" / "shapes"
    picture = get_testdata_file(file, download=False)
    options = [str(sample / "shapes.onnx"), picture, "--preprocessing", "zero-to-one"]
    code, _, errors = ask("explain", *options, "--out", str(tmp_path / "frozen"))
    assert code == 0, errors
    run_json("explain", *options, "--out", str(tmp_path / "source"), "--library", str(tmp_path / "library"))
    ours, theirs = (np.load(tmp_path / name / "relevance.npy") for name in ("frozen", "source"))
    assert np.abs(theirs).max() > 0
    np.testing.assert_allclose(ours, theirs, atol=1e-6 * np.abs(theirs).max())


def test_a_volume_is_read(ask, shared_data):
    code, said, errors = ask("images", "add", str(shared_data / "images" / "medical" / "anatomical.nii"))
    assert code == 0, errors
    assert [one["kind"] for one in said["added"]] == ["NIfTI"]


def test_damaged_medical_files_are_refused_without_a_trace_of_the_libraries(ask):
    code, said, errors = ask("images", "add", get_testdata_file("GDCMJ2K_TextGBR.dcm", download=False))
    assert code == 3
    assert said["refused"][0]["kind"] == "unreadable-image"
    assert "pydicom" not in errors


def test_a_report_of_every_kind_is_written(ask, program, tmp_path):
    sample = program.parent / "_internal" / "resources" / "samples" / "shapes"
    ask("networks", "add", str(sample / "shapes.onnx"), "--preprocessing", "zero-to-one", "--name", "shapes")
    ask("images", "add", get_testdata_file("CT_small.dcm", download=False))
    assert ask("explain", "shapes", "CT_small.dcm", "--analyse")[0] == 0
    analysis = ask("report", "--list")[1]["analyses"][0]["id"]
    kinds = [part for kind in ("html", "pdf", "folder", "dicom") for part in ("--format", kind)]
    words = ["--comment", "größer, Ωμέγα, العربية", "--name", "report", "--with-patient"]
    code, _, errors = ask("report", analysis, *kinds, *words, "--out", str(tmp_path))
    assert code == 0, errors
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    assert "größer" in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert (tmp_path / "report" / "replay.json").is_file()
    objects = sorted(tmp_path.rglob("*.dcm"))
    kinds_of_object = [pydicom.dcmread(path).Modality for path in objects]
    assert "SEG" in kinds_of_object
    assert "SR" in kinds_of_object


def test_the_licences_of_all_packages_are_there(program, is_full):
    folder = program.parent / "_internal" / "resources" / "licences" / "packages"
    texts = {one.package.lower(): one.read() for one in read_list(folder)}
    assert [package for package, text in texts.items() if not text] == []
    assert "Independent JPEG Group" in texts["imagecodecs"]
    assert ("tensorflow" in texts) == is_full


def test_of_the_many_decoders_of_a_package_only_the_one_in_use_is_there(program):
    decoders = (program.parent / "_internal" / "imagecodecs").glob("_*")
    assert {file.name.partition(".")[0] for file in decoders} == {"_jpeg8", "_shared", "_shared_cython"}


def test_what_a_file_asks_for_is_refused_in_the_frozen_helper_too(ask, tmp_path):
    import pickle

    class Wish:
        def __reduce__(self):
            return os.system, (f"touch {tmp_path / 'harm'}",)

    (tmp_path / "weights.pth").write_bytes(pickle.dumps({"weight": Wish()}))
    code, said, _ = ask("networks", "add", str(tmp_path / "weights.pth"), "--architecture", "squeezenet1_1")
    assert code == 3
    assert said["error"]["kind"]
    assert not (tmp_path / "harm").exists()


@pytest.fixture
def adding(program, surroundings, shared_data, tmp_path):
    """Return a running program that adds a network, and its helper, which has begun to work."""
    structure = shared_data / "models" / "caffe_squeezenet_v1.0" / "deploy.prototxt"
    command = [str(program), "networks", "add", str(structure), "--library", str(tmp_path / "library")]
    running = psutil.Popen(command, env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield running, _busy_helper(running, Path(surroundings["TMPDIR"]))
    finally:
        for process in (*_children(running), running):
            with contextlib.suppress(psutil.Error):
                process.kill()
        running.wait()


def test_stopping_leaves_nothing_behind(adding, surroundings):
    running, helper = adding
    running.send_signal(signal.SIGINT)
    assert running.wait(ENOUGH_S) == 130
    assert not helper.is_running()
    assert list(Path(surroundings["TMPDIR"]).iterdir()) == []


def test_a_helper_without_its_program_ends_and_tidies_up(adding, surroundings):
    running, helper = adding
    running.kill()
    helper.wait(WINDOW_S)
    assert list(Path(surroundings["TMPDIR"]).iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has Landlock")
def test_the_kernel_confines_the_helper(adding):
    code = "import sys, pathlib; from deepintro_desktop.importers.worker import landlock; "
    code += "sys.exit(not landlock.confine(pathlib.Path.cwd()))"
    if subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, check=False).returncode != 0:
        pytest.skip("this kernel has no Landlock")
    # A process gives up new privileges only as part of that.
    assert "NoNewPrivs:\t1" in Path(f"/proc/{adding[1].pid}/status").read_text(encoding="ascii")


def _busy_helper(running: psutil.Process, temp: Path) -> psutil.Process:
    """Return the helper once it has confined itself and opened its log."""
    end = time.monotonic() + WINDOW_S
    while not list(temp.glob("*/log.txt")) and time.monotonic() < end:
        with contextlib.suppress(psutil.TimeoutExpired):
            running.wait(0.05)
    return next(child for child in _children(running) if "--import-helper" in child.cmdline())


def _children(running: psutil.Process) -> list[psutil.Process]:
    try:
        return running.children(recursive=True)
    except psutil.Error:
        return []


@pytest.mark.parametrize(("language", "guide"), [("en_GB", "DeepIntro guide"), ("de_DE", "Anleitung")])
def test_the_window_opens_on_the_sample(language, guide, program, surroundings, tmp_path):
    if not (os.environ.get("DISPLAY") and shutil.which("xdotool") and shutil.which("import")):
        pytest.skip("a window needs a screen, xdotool and ImageMagick: xvfb-run -a python -m pytest …")
    variables = surroundings | {"LANG": f"{language}.UTF-8"}
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        variables.pop(name, None)
    command = [str(program), "sample", "--library", str(tmp_path / "library")]
    began = time.monotonic()
    with (tmp_path / "said.txt").open("w", encoding="utf-8") as said:
        window = subprocess.Popen(command, env=variables, stdout=said, stderr=said, cwd=tmp_path)
    try:
        _xdotool("search", "--sync", "--onlyvisible", "--pid", str(window.pid))
        print(f"The window was there after {time.monotonic() - began:.2f} s.")
        found = _wait_for_network(program, tmp_path / "library", surroundings)
        _wait_for_rest(psutil.Process(window.pid))
        picture = Path(os.environ.get("DEEPINTRO_LOOK", tmp_path / "window.png"))
        subprocess.run(["import", "-window", "root", str(picture)], check=True, timeout=WINDOW_S)
        assert found
        assert window.poll() is None
        _xdotool("search", "--sync", "--onlyvisible", "--name", "DeepIntro", "windowfocus", "--sync")
        _xdotool("key", "F1")
        _xdotool("search", "--sync", "--onlyvisible", "--name", guide)
        told = (tmp_path / "said.txt").read_text(encoding="utf-8").splitlines()
        assert [line for line in told if line and not _is_about_the_locale(line)] == []
    finally:
        for child in psutil.Process(window.pid).children(recursive=True):
            child.kill()
        window.kill()
        window.wait()


def _xdotool(*arguments: str) -> None:
    subprocess.run(["xdotool", *arguments], capture_output=True, check=True, timeout=WINDOW_S)


def _is_about_the_locale(line: str) -> bool:
    """Tell what Qt says on a machine that lacks a language's locale."""
    return any(words in line for words in ("locale", "UTF-8", "for more information."))


def _wait_for_rest(window: psutil.Process) -> None:
    """Wait until the window has nothing left to compute, and its picture shows all that it found."""
    end = time.monotonic() + WINDOW_S
    while time.monotonic() < end and window.cpu_percent(interval=2.0) > 4:
        continue


def _wait_for_network(program: Path, library: Path, surroundings: dict[str, str]) -> bool:
    """Ask the program again and again whether the sample has been added by its helper."""
    command = [str(program), "networks", "list", "--json", "--library", str(library)]
    end = time.monotonic() + WINDOW_S
    while time.monotonic() < end:
        done = subprocess.run(command, capture_output=True, text=True, env=surroundings, check=False)
        if done.returncode == 0 and json.loads(done.stdout)["networks"]:
            return True
    return False
