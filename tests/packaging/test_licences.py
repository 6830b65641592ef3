"""The list of licences that is frozen into the program."""

import pytest

from deepintro_desktop.core import licences as core
from deepintro_desktop.core.licences import Licence, read_list


@pytest.fixture
def licences(script):
    """Return the script that writes the list."""
    return script("licences")


def test_the_small_program_lists_nothing_of_tensorflow(licences, tmp_path):
    folder = licences.write(tmp_path / "licences", ("tensorflow", "keras", "tf_keras", "tf2onnx", "h5py"))
    listed = {one.package.lower(): one for one in read_list(folder)}
    assert "tensorflow" not in listed
    assert all(one.file is not None and one.file.is_file() for one in listed.values())
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in listed["shiboken6"].read()


def test_a_package_that_says_nothing_about_its_licence_stops_the_build(licences, tmp_path, monkeypatch):
    (tmp_path / "empty.txt").write_text("")
    nothing = Licence("mystery", "1", "", tmp_path / "empty.txt")
    monkeypatch.setattr(core, "installed", lambda without: (nothing,))
    with pytest.raises(ValueError, match="mystery"):
        licences.write(tmp_path / "licences")
