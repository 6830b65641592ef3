"""Weights alone: what wraps them, which structure they belong to, and what is refused."""

import argparse
from collections import OrderedDict

import numpy as np
import pytest
import torch
from importers.pytorch.networks import SMALL, Small, assert_same, opened, picture, randomised, state
from safetensors.torch import save_file
from torch import nn

from deepintro_desktop.core.errors import (
    UnreadableNetworkError,
    UnsafeFileError,
    UnsupportedNetworkError,
    WrongRequestError,
)
from deepintro_desktop.core.records import Choice
from deepintro_desktop.importers.pytorch import architectures

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::torch.jit.TracerWarning")


@pytest.fixture(scope="module")
def squeezenet():
    module = architectures.Architecture("squeezenet1_1", {"num_classes": 6}).build()
    return randomised(module)


@pytest.fixture
def small():
    return randomised(Small())


def with_prefix(weights, prefix):
    return OrderedDict((prefix + name, value) for name, value in weights.items())


WRAPPED = {
    "bare": lambda weights: weights,
    "parallel training": lambda weights: with_prefix(weights, "module."),
    "compiled": lambda weights: with_prefix(weights, "_orig_mod.module."),
    "checkpoint": lambda weights: {"epoch": 3, "state_dict": with_prefix(weights, "model."), "optimizer": {}},
    "with arguments": lambda weights: {
        "args": argparse.Namespace(lr=0.1),
        "best": np.float64(0.9),
        "model": weights,
        "optimizer": {"state": {0: {"momentum": torch.rand(3)}}},
    },
}


@pytest.mark.parametrize("zipped", [True, False], ids=["zip", "old"])
@pytest.mark.parametrize("wrapping", WRAPPED)
def test_weights_are_found_in_whatever_wraps_them(wrapping, zipped, small, tmp_path):
    path = tmp_path / "network.pth"
    torch.save(WRAPPED[wrapping](state(small)), path, _use_new_zipfile_serialization=zipped)
    manifest = assert_same(opened(path, architecture=SMALL), small, picture())
    assert manifest.format == "torch-weights"
    assert manifest.layer_names[:3] == ("conv1(stride=2, padding=1)", "bn1", "relu")


def test_safetensors_and_half_precision(small, tmp_path):
    half = small.half()
    path = tmp_path / "network.safetensors"
    save_file({name: value.contiguous() for name, value in half.state_dict().items()}, path)
    assert_same(opened(path, architecture=SMALL), small.float(), picture())


def test_storages_of_a_graphics_card_are_read_without_one(small, tmp_path):
    path = tmp_path / "network.pth"
    torch.save(state(small), path, _use_new_zipfile_serialization=False)
    # What a card writes differs in the place of its storages alone.
    path.write_bytes(path.read_bytes().replace(b"X\x03\x00\x00\x00cpu", b"X\x06\x00\x00\x00cuda:0"))
    assert b"cuda:0" in path.read_bytes()
    assert_same(opened(path, architecture=SMALL), small, picture())


def test_a_file_beside_the_weights_can_name_the_layers(small, tmp_path):
    path = tmp_path / "network.pth"
    torch.save(state(small), path)
    (tmp_path / "architecture.txt").write_text(
        "# of the tutorial\n" + SMALL.replace(" relu", "\nrelu  # !\n")
    )
    manifest = assert_same(opened(path), small, picture())
    assert {entry.name for entry in manifest.files} == {"network.pth", "architecture.txt"}


def test_the_architecture_is_recognised_and_said_to_be_a_guess(squeezenet, tmp_path):
    path = tmp_path / "network.pth"
    torch.save({"state_dict": with_prefix(state(squeezenet), "module.")}, path)
    manifest = assert_same(opened(path), squeezenet, picture(side=224))
    assert manifest.choices == (Choice("architecture", "squeezenet1_1", (), guessed=True),)
    assert manifest.n_classes == 6
    assert any("The structure is torchvision's squeezenet1_1" in note for note in manifest.notes)
    named = opened(path, architecture="squeezenet1_1").manifest
    assert not named.choices[0].guessed
    assert not any("The structure is" in note for note in named.notes)


def test_an_architecture_that_does_not_fit_is_refused_with_the_one_that_does(squeezenet, tmp_path):
    path = tmp_path / "network.pth"
    torch.save(state(squeezenet), path)
    with pytest.raises(WrongRequestError, match="do not belong to squeezenet1_0") as refusal:
        opened(path, architecture="squeezenet1_0")
    assert "squeezenet1_1" in refusal.value.hint
    with pytest.raises(WrongRequestError, match="no architecture nonsense"):
        opened(path, architecture="nonsense")


def test_another_head_is_said_to_be_the_difference(squeezenet, tmp_path):
    path = tmp_path / "network.pth"
    weights = OrderedDict(state(squeezenet))
    weights["classifier.3.weight"] = weights.pop("classifier.1.weight")
    torch.save(weights, path)
    with pytest.raises(UnsupportedNetworkError, match=r"Closest is squeezenet1_1.*classifier\.1\.weight"):
        opened(path)


def test_an_unknown_structure_is_refused_with_the_way_out(small, tmp_path):
    path = tmp_path / "network.pth"
    torch.save(state(small), path)
    with pytest.raises(UnsupportedNetworkError, match="conv1 bn1 conv2 fc") as refusal:
        opened(path)
    assert "ONNX or TorchScript" in refusal.value.hint
    assert "architecture.txt" in refusal.value.hint


def test_a_list_whose_layers_do_not_fit_is_refused_with_what_may_be_missing(small, tmp_path):
    path = tmp_path / "network.pth"
    torch.save(state(small), path)
    with pytest.raises(WrongRequestError, match="do not fit each other") as refusal:
        opened(path, architecture="conv1 bn1 relu conv2(groups=2) fc")
    assert "flatten" in refusal.value.hint


def test_a_pickled_network_is_refused_and_its_class_named(small, tmp_path):
    for content in (small, {"epoch": 1, "model": small}):
        path = tmp_path / "network.pt"
        torch.save(content, path)
        with pytest.raises(UnsupportedNetworkError, match=r"networks\.Small.*it was not"):
            opened(path)


@pytest.mark.parametrize("content", [torch.zeros(3), [1, 2], {"epoch": 3}, {}], ids=str)
def test_files_without_weights_are_refused(content, tmp_path):
    path = tmp_path / "network.pth"
    torch.save(content, path)
    with pytest.raises(UnreadableNetworkError, match="holds no weights"):
        opened(path)


def test_tensors_that_claim_more_than_is_stored_are_refused(tmp_path):
    path = tmp_path / "network.pth"
    torch.save({"fc.weight": torch.ones(1).expand(1 << 15, 1 << 15)}, path)
    with pytest.raises(UnsafeFileError, match=r"4\.3 GB"):
        opened(path, architecture="flatten fc")


@pytest.mark.parametrize("zipped", [True, False], ids=["zip", "old"])
def test_cut_files_are_refused(zipped, small, tmp_path):
    path = tmp_path / "network.pth"
    torch.save(state(small), path, _use_new_zipfile_serialization=zipped)
    path.write_bytes(path.read_bytes()[:-700])
    with pytest.raises(UnreadableNetworkError, match="cut short or damaged"):
        opened(path, architecture=SMALL)


def test_modules_outside_are_not_changed_by_reading(small, tmp_path):
    path = tmp_path / "network.pth"
    torch.save(state(small), path)
    before = nn.functional.softmax(small(picture()), 1)
    opened(path, architecture=SMALL)
    assert torch.equal(before, nn.functional.softmax(small(picture()), 1))
    assert torch.is_grad_enabled()
