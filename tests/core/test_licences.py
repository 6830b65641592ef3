"""What the program says about the licences of what it is shipped with."""

import re
from importlib.metadata import requires

import pytest
from packaging.requirements import Requirement

from deepintro_desktop.core import licences
from deepintro_desktop.core.licences import Licence, installed, read_list, shipped, write_list


@pytest.fixture(scope="module")
def found():
    return {one.package.lower(): one for one in installed()}


def test_everything_that_the_program_names_is_listed(found):
    needed = [Requirement(one) for one in requires("deepintro-desktop")]
    names = {one.name.lower() for one in needed if not one.marker or one.marker.evaluate({"extra": ""})}
    listed = {re.sub(r"[-_.]+", "-", name) for name in found}
    assert {re.sub(r"[-_.]+", "-", name) for name in names} <= listed
    assert {"python", "shiboken6", "sympy"} <= set(found)
    assert "deepintro-desktop" not in found
    assert "pytest" not in found


def test_every_package_says_what_licence_it_has(found):
    assert [one.package for one in found.values() if not one.name and len(one.read()) < 500] == []
    assert found["numpy"].name.startswith("BSD-3-Clause")
    assert "Redistribution and use" in found["numpy"].read()
    assert found["scipy"].name == "BSD License"


def test_qt_comes_with_the_texts_of_the_lgpl_and_the_gpl(found):
    text = found["pyside6_essentials"].read()
    assert found["pyside6_essentials"].name.startswith("LGPL-3.0-only")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "GNU GENERAL PUBLIC LICENSE" in text
    assert len(text) > 40_000


def test_texts_beside_the_metadata_are_found_and_headers_are_not(found):
    assert "onnxruntime/ThirdPartyNotices.txt" in found["onnxruntime-gpu"].read()
    assert "tensorflow/include" not in found["tensorflow"].read()


def test_libraries_compiled_into_packages_have_their_licences(found):
    assert "Independent JPEG Group" in found["imagecodecs"].read()
    assert "Jan de Vaan" in found["pyjpegls"].read()


def test_a_package_without_a_text_has_the_standard_one_and_its_authors(found):
    text = found["pyjpegls"].read()
    assert text.index("pydicom contributors") < text.index("Permission is hereby granted")


def test_no_package_is_without_a_text(found):
    assert [one.package for one in found.values() if not one.read()] == []


def test_python_has_its_licence(found):
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in found["python"].read()


def test_what_is_left_out_goes_with_what_only_it_needs(found):
    without = {one.package.lower() for one in installed(("tensorflow", "tf_keras", "tf2onnx", "h5py"))}
    assert {"tensorflow", "keras", "grpcio"} <= set(found)
    assert not without & {"tensorflow", "keras", "tf_keras", "grpcio", "h5py"}
    assert {"torch", "numpy"} <= without


def test_a_written_list_says_the_same(tmp_path):
    few = [one for one in installed() if one.package in ("Python", "numpy", "shiboken6")]
    write_list(few, tmp_path)
    again = read_list(tmp_path)
    assert [(one.package, one.version, one.name) for one in again] == [
        (one.package, one.version, one.name) for one in few
    ]
    assert [one.read() for one in again] == [one.read().replace("\r\n", "\n") for one in few]


def test_a_list_that_was_built_in_is_used(tmp_path, monkeypatch):
    write_list([one for one in installed() if one.package == "six"], tmp_path / "licences" / "packages")
    monkeypatch.setattr(licences, "resource_path", lambda *parts: tmp_path.joinpath(*parts))
    (one,) = shipped()
    assert (one.package, one.file) == ("six", tmp_path / "licences" / "packages" / "six.txt")
    assert "Permission is hereby granted" in one.read()


def test_a_list_reads_nothing_outside_its_folder(tmp_path):
    (tmp_path / "secret.txt").write_text("secret")
    inside = tmp_path / "list"
    inside.mkdir()
    (inside / "list.json").write_text(
        '[{"package": "x", "version": "1", "name": "MIT", "file": "../secret.txt"}]'
    )
    assert read_list(inside) == (Licence("x", "1", "MIT", inside / "secret.txt"),)
