"""Architectures of torchvision, by name or recognised by names and shapes."""

import pytest
import torch
from importers.pytorch.networks import randomised

from deepintro_desktop.importers.pytorch import architectures
from deepintro_desktop.importers.pytorch.architectures import Architecture

OPTIONS = {
    "squeezenet1_1": {"num_classes": 7},
    "vit_b_32": {"image_size": 64, "num_classes": 3},
    "googlenet": {"aux_logits": False, "init_weights": False, "num_classes": 12},
    "inception_v3": {"aux_logits": True, "init_weights": False},
    "regnet_y_400mf": {},
    "mnasnet0_5": {"num_classes": 9},
    "densenet121": {"num_classes": 2},
    "swin_t": {},
}


@pytest.mark.slow
@pytest.mark.parametrize("name", OPTIONS)
def test_weights_lead_back_to_their_architecture(name):
    module = Architecture(name, OPTIONS[name]).build()
    (found,) = architectures.recognised(module.state_dict())
    assert found.name == name
    assert found.build().state_dict().keys() == module.state_dict().keys()
    assert architectures.differences(found, module.state_dict()) == ()


@pytest.mark.slow
def test_no_two_architectures_look_alike():
    seen = {}
    for name in architectures.names():
        options = (("init_weights", False),) if name in ("googlenet", "inception_v3") else ()
        seen.setdefault(frozenset(architectures._shapes(name, options).items()), []).append(name)
    assert [names for names in seen.values() if len(names) > 1] == []
    assert len(seen) >= 80


def test_sides_are_those_of_the_published_weights():
    assert Architecture("inception_v3").side == 299
    assert Architecture("squeezenet1_1").side == 224
    assert Architecture("vit_b_32", {"image_size": 96}).side == 96


def test_early_names_of_densenet_are_understood():
    module = randomised(Architecture("densenet121", {"num_classes": 2}).build())
    early = {}
    for name, value in module.state_dict().items():
        for part in ("norm1", "norm2", "conv1", "conv2"):
            name = name.replace(f".{part}.", f".{part[:-1]}.{part[-1]}.") if "denselayer" in name else name
        early[name] = value
    assert early.keys() != module.state_dict().keys()
    known = architectures.with_known_names(early)
    assert known.keys() == module.state_dict().keys()


def test_similar_tells_what_a_changed_network_comes_from():
    weights = Architecture("squeezenet1_1").build().state_dict()
    weights["classifier.9.weight"] = torch.rand(3, 512)
    name, percent = architectures.similar(weights)
    assert name == "squeezenet1_1"
    assert 95 <= percent < 100
