"""The set-up knows what to install, in which order to try, and what to say when it cannot."""

import re
import sys
import tomllib

import pytest
from packaging.requirements import Requirement
from support.paths import REPOSITORY

from deepintro_desktop.cli import main

PLATFORMS = {"linux": "linux", "windows": "win32", "macos": "darwin"}


@pytest.fixture
def environment(script, monkeypatch, tmp_path):
    """Return the module that makes the environment, pointed at an empty folder."""
    module = script("environment")
    monkeypatch.setattr(module, "FOLDER", tmp_path / "venv")
    monkeypatch.setattr(module, "STAMP", tmp_path / "stamp.json")
    return module


@pytest.fixture
def system_libraries(script):
    """Return the module that looks for libraries of the system."""
    return script("system_libraries")


@pytest.fixture
def dev(script, environment, system_libraries, monkeypatch):
    """Return the commands, with an environment that is never made."""
    module = script("dev")
    monkeypatch.setattr(module, "_set_up", lambda group, on_a_screen: None)
    return module


def _pins(name):
    text = (REPOSITORY / "packaging" / "locks" / f"{name}.txt").read_text(encoding="utf-8")
    pins = [line for line in text.splitlines() if not line.startswith("#")]
    return {re.sub("_", "-", pin.split("==")[0]).lower(): pin.split("==")[1] for pin in pins}


def _requirements(platform):
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    everything = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    wanted = [Requirement(text) for text in everything]
    return [one for one in wanted if not one.marker or one.marker.evaluate({"sys_platform": platform})]


@pytest.mark.parametrize("platform", PLATFORMS)
def test_locks_pin_what_the_project_requires(platform):
    pins = {**_pins(platform), **_pins(f"{platform}-test")}
    for requirement in _requirements(PLATFORMS[platform]):
        assert requirement.specifier.contains(pins[requirement.name.lower().replace("_", "-")]), str(
            requirement
        )


@pytest.mark.parametrize("platform", PLATFORMS)
def test_exactly_one_onnxruntime(platform):
    pins = _pins(platform)
    assert ("onnxruntime" in pins) != ("onnxruntime-gpu" in pins)


def test_the_program_needs_no_tool_of_the_tests():
    for platform in PLATFORMS:
        assert not set(_pins(platform)) & set(_pins(f"{platform}-test"))


def test_torch_is_looked_for_nearby_then_on_the_cpu_index_then_anywhere(environment, monkeypatch):
    calls = []
    monkeypatch.setattr(environment, "PLATFORM", "linux")
    monkeypatch.setattr(environment, "_has_torch", lambda requirement: False)
    monkeypatch.setattr(environment, "_pip", lambda *arguments, **_: calls.append(arguments) or False)
    assert not environment._install_torch("torch==2.13.0")
    assert calls == [
        ("--no-deps", "torch==2.13.0+cpu"),
        ("--no-deps", "torch==2.13.0+cpu", "--extra-index-url", environment.CPU_INDEX),
        ("torch==2.13.0",),
    ]


def test_a_cpu_build_nearby_needs_no_index(environment, monkeypatch):
    calls = []
    monkeypatch.setattr(environment, "PLATFORM", "linux")
    monkeypatch.setattr(environment, "_has_torch", lambda requirement: False)
    monkeypatch.setattr(environment, "_pip", lambda *arguments, **_: not calls.append(arguments))
    assert environment._install_torch("torch==2.13.0")
    assert len(calls) == 1


def test_nothing_is_installed_twice_until_a_lock_changes(environment, monkeypatch, tmp_path):
    lock = tmp_path / "lock.txt"
    lock.write_text("torch==2.13.0\nnumpy==2.4.6\n", encoding="utf-8")
    installed = []
    python = environment.program("python")

    def make():
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()

    monkeypatch.setattr(environment, "lock_files", lambda group: [lock])
    monkeypatch.setattr(environment, "_make", make)
    monkeypatch.setattr(environment, "_install", installed.append)
    for _ in range(2):
        environment.ensure("test")
    environment.ensure("run")
    assert installed == ["test"]
    lock.write_text("torch==2.13.0\nnumpy==2.4.7\n", encoding="utf-8")
    environment.ensure("test")
    assert installed == ["test", "test"]


def test_a_failed_installation_is_tried_again(environment, monkeypatch):
    def fail(group):
        raise environment.SetUpError("no network")

    monkeypatch.setattr(environment, "_make", lambda: None)
    monkeypatch.setattr(environment, "_install", fail)
    with pytest.raises(environment.SetUpError):
        environment.ensure("run")
    assert not environment.is_ready("run")


def test_missing_libraries_are_named_by_package(system_libraries, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(system_libraries, "_loads", lambda library: "xcb" not in library)
    assert "libxcb-cursor0" in system_libraries.missing_packages(on_a_screen=True)
    assert not [name for name in system_libraries.missing_packages(on_a_screen=False) if "xcb" in name]


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_need_no_packages(system_libraries, monkeypatch, platform):
    monkeypatch.setattr(sys, "platform", platform)
    assert system_libraries.missing_packages(on_a_screen=True) == []


def test_who_may_not_install_gets_the_line_to_type(system_libraries, monkeypatch):
    monkeypatch.setattr(system_libraries.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(system_libraries.shutil, "which", lambda name: f"/usr/bin/{name}")
    assert not system_libraries.install(["libegl1"])
    assert "sudo apt-get install -y libegl1" in system_libraries.advice(["libegl1"])


def test_root_on_debian_installs(system_libraries, monkeypatch):
    calls = []
    monkeypatch.setattr(system_libraries.os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(system_libraries.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(system_libraries, "_apt", lambda *arguments: not calls.append(arguments))
    assert system_libraries.install(["libegl1"])
    assert [call[0] for call in calls] == ["update", "install"]
    assert calls[1][-1] == "libegl1"


def test_window_without_a_screen_says_what_to_do(dev, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    with pytest.raises(SystemExit, match="xvfb-run"):
        dev.run([])


def test_every_verb_is_known_to_open_a_window_or_not(dev):
    verbs = main._verb_names(main.parser())
    assert verbs - {"gui", "sample"} == {word for word in dev.HEADLESS if not word.startswith("-")}


@pytest.mark.parametrize("arguments", [[], ["gui"], ["sample"], ["net.onnx"], ["--library", "folder"]])
def test_everything_else_opens_the_window(dev, arguments):
    assert dev._needs_a_screen(arguments)


def test_the_command_line_needs_no_screen(dev, monkeypatch):
    called = []
    monkeypatch.setattr(dev, "_call", lambda command, variables: called.append(command) or 0)
    assert dev.run(["explain", "--help"]) == 0
    assert called == [["deepintro", "explain", "--help"]]


@pytest.mark.parametrize(("checks", "tests", "code"), [(0, 0, 0), (1, 0, 1), (0, 5, 5), (1, 2, 2)])
def test_tests_run_last_and_any_failure_counts(dev, monkeypatch, checks, tests, code):
    called = []

    def call(command, variables):
        called.append(command[0])
        return tests if command[0] == "python" else checks

    monkeypatch.setattr(dev, "_call", call)
    assert dev.test(["-q"]) == code
    assert called[-1] == "python"
    assert called.count("python") == 1


def test_the_whole_suite_runs_in_two_processes_and_chosen_tests_in_one(dev, monkeypatch):
    called = []
    monkeypatch.setattr(dev, "_call", lambda command, _: called.append(command) or 0)
    assert dev.test([]) == dev.test(["tests/core"]) == 0
    pytests = [command[3:] for command in called if command[0] == "python"]
    assert pytests == [["-n", "2", "--dist", "loadfile"], ["tests/core"]]


def test_help_and_wrong_use(dev, capsys):
    assert dev.main(["--help"]) == 0
    assert dev.main(["nonsense"]) == 2
    assert "packaging/dev.py run" in capsys.readouterr().out
