"""TorchScript: traced, scripted and frozen networks, what they give, and what is refused."""

import json
import warnings

import pytest
import torch
from importers.pytorch.networks import (
    SIDE,
    Heads,
    Small,
    Standardised,
    assert_same,
    opened,
    picture,
    randomised,
)
from torch import Tensor, nn

from deepintro_desktop.core.errors import UnsupportedNetworkError, WrongRequestError
from deepintro_desktop.core.records import Choice

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::torch.jit.TracerWarning")


def saved(script, folder, name="network.pt"):
    path = folder / name
    script.save(str(path))
    return path


@pytest.mark.parametrize("how", ["traced", "scripted", "frozen"])
def test_every_way_to_save_gives_the_network(how, tmp_path):
    module = randomised(Small())
    script = torch.jit.trace(module, picture()) if how == "traced" else torch.jit.script(module)
    path = saved(torch.jit.freeze(script) if how == "frozen" else script, tmp_path)
    manifest = assert_same(opened(path), module, picture())
    assert manifest.format == "torchscript"
    assert (manifest.specification.height, manifest.specification.width) == (SIDE, SIDE)
    assert manifest.unexplainable == ()


def test_grey_pictures_and_double_precision_are_recognised(tmp_path):
    module = randomised(Small(channels=1)).double()
    path = saved(torch.jit.trace(module, picture(1).double()), tmp_path)
    imported = opened(path)
    assert imported.manifest.specification.channels == 1
    assert_same(imported, lambda x: module(x.double()), picture(1))


def test_a_flat_input_is_a_square_picture(tmp_path):
    module = randomised(nn.Sequential(nn.Linear(784, 20), nn.Tanh(), nn.Linear(20, 4)))
    imported = opened(saved(torch.jit.script(module), tmp_path))
    assert imported.manifest.specification.height == 28
    assert_same(imported, lambda x: module(x.flatten(1)), picture(1, 28))


def test_a_wished_size_is_used_and_several_sizes_are_said(tmp_path):
    module = randomised(nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten()))
    path = saved(torch.jit.script(module), tmp_path)
    assert any("several sizes" in note for note in opened(path).manifest.notes)
    wish = json.dumps({"height": 40, "width": 56, "scale": 1 / 255})
    specification = opened(path, preprocessing=wish).manifest.specification
    assert (specification.height, specification.width) == (40, 56)


def test_the_size_of_the_trace_is_used_and_another_one_is_warned_of(tmp_path):
    module = randomised(nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten()))
    path = saved(torch.jit.trace(module, picture(side=72)), tmp_path)
    manifest = assert_same(opened(path), module, picture(side=72))
    assert not any("size" in note for note in manifest.notes)
    wish = json.dumps({"height": 40, "width": 56, "scale": 1 / 255})
    assert any(
        "traced with an input of 3 × 72 × 72" in note
        for note in opened(path, preprocessing=wish).manifest.notes
    )


def test_of_several_outputs_the_main_one_is_used_and_the_others_are_named(tmp_path):
    module = randomised(Heads())
    path = saved(torch.jit.trace(module, picture(), strict=False), tmp_path)
    manifest = assert_same(opened(path), module, picture())
    assert manifest.choices == (Choice("output", "logits", ("features", "aux"), guessed=True),)
    wished = opened(path, output="aux").manifest
    assert wished.choices[0].used == "aux"
    assert not wished.choices[0].guessed
    with pytest.raises(WrongRequestError, match="no output called nonsense"):
        opened(path, output="nonsense")


class TwoPictures(nn.Module):
    """Compares two pictures."""

    def forward(self, first: Tensor, second: Tensor) -> Tensor:
        """Return their difference."""
        return (first - second).flatten(1)


def test_two_inputs_are_refused_by_name(tmp_path):
    with pytest.raises(UnsupportedNetworkError, match="first, second"):
        opened(saved(torch.jit.script(TwoPictures()), tmp_path))


class Attentive(nn.Module):
    """Self-attention over patches; PyTorch fuses it while the network is in use."""

    def __init__(self) -> None:
        super().__init__()
        self.patches = nn.Conv2d(3, 12, 8, stride=8)
        self.norm = nn.LayerNorm(12)
        self.attention = nn.MultiheadAttention(12, 4, batch_first=True)
        self.again = nn.MultiheadAttention(12, 2, batch_first=True)
        self.head = nn.Linear(12, 5)

    def forward(self, x: Tensor) -> Tensor:
        """Return logits."""
        tokens = self.norm(self.patches(x).flatten(2).transpose(1, 2))
        tokens = tokens + self.attention(tokens, tokens, tokens, need_weights=False)[0]
        seen = self.again(tokens, tokens, tokens, need_weights=False)[0]
        return self.head(seen.transpose(1, 2).mean(2))


def test_fused_attention_is_taken_apart(tmp_path):
    module = randomised(Attentive())
    with torch.no_grad():
        script = torch.jit.trace(module, picture())
    assert "_native_multi_head_attention" in str(script.inlined_graph)
    manifest = assert_same(opened(saved(script, tmp_path)), module, picture())
    assert manifest.unexplainable == ()
    assert manifest.default_method == "lrp-epsilon"


def test_attention_that_was_traced_in_steps_is_converted(tmp_path):
    module = randomised(Attentive())
    script = torch.jit.trace(module, picture(), check_trace=False)
    assert "unflatten" in str(script.inlined_graph)
    imported = opened(saved(script, tmp_path))
    x = picture(side=imported.manifest.specification.height)
    assert assert_same(imported, module, x).unexplainable == ()


@pytest.mark.parametrize("make", [torch.jit.script, lambda module: torch.jit.trace(module, picture())])
def test_weights_may_be_normalised_before_they_are_used(tmp_path, make):
    module = randomised(Standardised())
    imported = opened(saved(make(module), tmp_path))
    x = picture(side=imported.manifest.specification.height)
    assert assert_same(imported, module, x).unexplainable == ()


class Dice(nn.Module):
    """Dropout that nothing switches off."""

    def forward(self, x: Tensor) -> Tensor:
        """Return numbers that depend on chance."""
        return nn.functional.dropout(x.mean((2, 3)), 0.5, True)


def test_dropout_that_stays_on_is_refused(tmp_path):
    with pytest.raises(UnsupportedNetworkError, match="as it behaves during training"):
        opened(saved(torch.jit.script(Dice()), tmp_path))


def test_a_network_traced_while_training_is_refused(tmp_path):
    module = randomised(Small()).train()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        path = saved(torch.jit.trace(module, picture(), check_trace=False), tmp_path)
    with pytest.raises(UnsupportedNetworkError, match=r"call eval\(\)"):
        opened(path)


class Mapper(nn.Module):
    """Gives one number per pixel."""

    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 3)

    def forward(self, x: Tensor) -> Tensor:
        """Return a map for each class."""
        return self.conv(x)


def test_what_gives_maps_instead_of_classes_is_refused(tmp_path):
    with pytest.raises(UnsupportedNetworkError, match="does not classify pictures"):
        opened(saved(torch.jit.script(randomised(Mapper())), tmp_path))


def test_what_takes_no_usual_picture_is_refused_with_the_words_of_pytorch(tmp_path):
    module = randomised(nn.Sequential(nn.Conv2d(5, 4, 3), nn.Flatten(), nn.Linear(7, 3)))
    with pytest.raises(UnsupportedNetworkError, match="expected input") as refusal:
        opened(saved(torch.jit.script(module), tmp_path))
    assert "height, width and channels" in refusal.value.hint
