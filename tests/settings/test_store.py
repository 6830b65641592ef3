"""Settings survive the program, and survive their own file."""

import errno
import json
import stat
import sys
import tempfile

import pytest

from deepintro_desktop.core.parameters import METHOD_LABELS, Fill
from deepintro_desktop.settings import SETTINGS, SettingsStore


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "settings.json"


def test_every_setting_has_an_acceptable_default(path):
    store = SettingsStore(path)
    for name, setting in SETTINGS.items():
        assert setting.accepts(setting.default), name
        assert store.get(name) == setting.default
        assert setting.meaning
    assert not path.exists()


def test_settings_come_back_after_a_restart(path):
    store = SettingsStore(path)
    store.set("theme", "dark")
    store.set("threshold", 7.5)
    store.set("min_size", 40)
    store.set("last_folder", "/bilder/Köln")
    again = SettingsStore(path)
    assert [again.get(name) for name in ("theme", "threshold", "min_size", "last_folder")] == [
        "dark",
        7.5,
        40,
        "/bilder/Köln",
    ]
    assert again.notes == ()
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_settings_belong_to_their_owner_alone(path):
    SettingsStore(path).set("theme", "dark")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"),
        ("theme", None),
        ("device", "cuda:x"),
        ("device", "tpu"),
        ("min_size", 1.5),
        ("min_size", True),
        ("threshold", "5"),
        ("threshold", 1e9),
        ("threshold", float("nan")),
        ("fill", "lava"),
        ("method", ["lrp"]),
        ("window_geometry", "x" * 100_000),
    ],
)
def test_senseless_values_are_refused_when_set_and_replaced_when_read(path, name, value, caplog):
    with pytest.raises(ValueError, match=name):
        SettingsStore(path).set(name, value)
    path.parent.mkdir()
    path.write_text(json.dumps({"version": 1, "values": {name: value, "last_folder": "kept"}}))
    store = SettingsStore(path)
    assert store.get(name) == SETTINGS[name].default
    assert store.get("last_folder") == "kept"
    assert len(store.notes) == 1
    assert name in store.notes[0]


@pytest.mark.parametrize("name", ["auto", "cpu", "cuda", "cuda:1", "mps"])
def test_devices_of_the_command_line_are_accepted(path, name):
    SettingsStore(path).set("device", name)
    assert SettingsStore(path).get("device") == name


def test_every_method_and_fill_is_accepted(path):
    store = SettingsStore(path)
    for method in METHOD_LABELS:
        store.set("method", method)
    for fill in Fill:
        store.set("fill", fill.value)
    assert store.get("fill") == "inpaint"


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"values": 3}', b"\xff\xfe\x00", b"null", b"[" * 100_000]
)
def test_damaged_file_becomes_defaults_and_is_kept_aside(path, content, caplog):
    path.parent.mkdir()
    path.write_bytes(content)
    store = SettingsStore(path)
    assert store.get("theme") == "system"
    assert "damaged" in store.notes[0]
    store.set("theme", "dark")
    assert SettingsStore(path).get("theme") == "dark"
    assert path.with_name("settings.json.damaged").read_bytes() == content


def test_file_of_a_newer_version_keeps_what_only_that_version_knows(path):
    path.parent.mkdir()
    path.write_text(json.dumps({"version": 7, "values": {"hologram": [1, 2], "theme": "light"}}))
    store = SettingsStore(path)
    assert store.get("theme") == "light"
    store.set("theme", "dark")
    written = json.loads(path.read_text())
    assert written == {"version": 7, "values": {"hologram": [1, 2], "theme": "dark"}}


def test_full_disk_is_noted_and_leaves_the_old_file(path, monkeypatch, caplog):
    store = SettingsStore(path)
    store.set("theme", "dark")
    before = path.read_bytes()

    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "mkstemp", full)
    store.set("theme", "light")
    store.set("fill", "blur")
    assert store.get("theme") == "light"
    assert path.read_bytes() == before
    assert len(store.notes) == 1
    assert "could not be saved" in store.notes[0]


def test_folder_in_place_of_the_file_is_noted(path, caplog):
    path.mkdir(parents=True)
    store = SettingsStore(path)
    assert store.get("theme") == "system"
    assert len(store.notes) == 1


def test_unknown_setting_is_a_fault_of_the_program(path):
    with pytest.raises(KeyError):
        SettingsStore(path).get("colour-of-the-moon")
    with pytest.raises(KeyError):
        SettingsStore(path).set("colour-of-the-moon", 1)


def test_unchanged_value_writes_nothing_and_reset_restores_defaults(path):
    store = SettingsStore(path)
    store.set("theme", "dark")
    path.unlink()
    store.set("theme", "dark")
    assert not path.exists()
    store.set("min_size", 5)
    store.reset("theme")
    assert (store.get("theme"), store.get("min_size")) == ("system", 5)
    store.reset()
    assert SettingsStore(path).get("min_size") == SETTINGS["min_size"].default
