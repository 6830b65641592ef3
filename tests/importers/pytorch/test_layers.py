"""Networks written as a list of layers."""

import pytest
import torch
from importers.pytorch.networks import SMALL, Small, picture, randomised, state
from torch import nn

from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.importers.pytorch import layers


def test_a_list_is_the_network_that_it_describes():
    small = randomised(Small())
    with torch.no_grad():
        assert torch.equal(layers.build(SMALL, state(small))(picture()), small(picture()))


FUNCTIONS = {
    "relu": nn.ReLU(), "relu6": nn.ReLU6(), "leaky_relu(slope=0.3)": nn.LeakyReLU(0.3), "tanh": nn.Tanh(),
    "selu": nn.SELU(), "gelu": nn.GELU(), "silu": nn.SiLU(), "hardswish": nn.Hardswish(),
    "elu(0.7)": nn.ELU(0.7), "softplus": nn.Softplus(), "sigmoid": nn.Sigmoid(), "softmax": nn.Softmax(1),
    "log_softmax": nn.LogSoftmax(1), "maxpool(3, ceil=1)": nn.MaxPool2d(3, ceil_mode=True),
    "maxpool(3, stride=2, padding=1)": nn.MaxPool2d(3, 2, 1),
    "avgpool(2)": nn.AvgPool2d(2), "global_avgpool": nn.AdaptiveAvgPool2d(1),
    "global_maxpool": nn.AdaptiveMaxPool2d(1), "adaptive_avgpool(4)": nn.AdaptiveAvgPool2d(4),
    "flatten": nn.Flatten(), "dropout(0.5)": nn.Identity(), "identity": nn.Identity(),
}  # fmt: skip


@pytest.mark.parametrize("text", FUNCTIONS)
def test_functions_do_what_their_names_say(text):
    x = picture() * 8 - 4
    assert torch.equal(layers.build(f"{text} identity", {})(x), FUNCTIONS[text](x))


LAYERS = {
    "c(stride=2, padding=1, dilation=2)": nn.Conv2d(3, 4, 3, stride=2, padding=1, dilation=2, bias=False),
    "c": nn.Conv2d(3, 4, (1, 5)),
    "c(eps=0.01)": nn.BatchNorm2d(3, eps=0.01),
    "c(groups=3)": nn.GroupNorm(3, 3),
    "flatten, c": nn.Linear(3 * 32 * 32, 2),
}


@pytest.mark.parametrize("text", LAYERS)
def test_layers_are_recognised_by_their_tensors(text):
    module = randomised(LAYERS[text])
    weights = {f"c.{name}": value for name, value in module.state_dict().items()}
    weights.pop("c.num_batches_tracked", None)
    x = picture()
    with torch.no_grad():
        expected = module(x.flatten(1) if text.startswith("flatten") else x)
        assert torch.equal(layers.build(text, weights)(x), expected)


def test_a_prelu_has_one_weight():
    module = randomised(nn.PReLU(3))
    built = layers.build("a.1", {"a.1.weight": module.weight})
    assert torch.equal(built(picture() - 0.5), module(picture() - 0.5))


REFUSED = {
    "conv1 nonsense": "no layer called nonsense",
    "conv1(colour=3) bn1": r"conv1 has no option colour=3",
    "conv1(stride=inf) bn1": r"conv1 has no option stride=inf",
    "conv1(groups=3) bn1": "cannot be a convolution",
    "conv1(stride=0) bn1": "conv1 has no option stride=0",
    "conv1(stride=1.5) bn1": r"conv1 has no option stride=1\.5",
    "conv1 relu": r"does not name bn1, conv2, fc",
    "maxpool relu": "needs a size",
    "relu(3) tanh": "relu has no option 3",
    "conv1 ((": "cannot be read",
}


@pytest.mark.parametrize("text", REFUSED)
def test_lists_that_do_not_fit_are_refused_in_words(text):
    with pytest.raises(WrongRequestError, match=REFUSED[text]):
        layers.build(text, state(randomised(Small())))


def test_a_layer_of_another_kind_is_refused_by_its_tensors():
    with pytest.raises(WrongRequestError, match="in_proj_weight"):
        layers.build("attention relu", {"attention.in_proj_weight": torch.rand(3, 3)})


def test_one_word_is_an_architecture_and_several_are_a_list():
    assert not layers.is_list("resnet18")
    assert layers.is_list("flatten fc")
    assert layers.is_list("fc(2)")
