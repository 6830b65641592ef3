"""Small PyTorch networks with random weights, none of them zero."""

from collections import OrderedDict
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from deepintro_desktop.core.records import Manifest
from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.engine.runtime.session import InferenceSession
from deepintro_desktop.importers import ImportedNetwork, open_network

SIDE = 32
SMALL = "conv1(stride=2, padding=1) bn1 relu maxpool(2) conv2(groups=2) leaky_relu(0.2) flatten dropout fc"
"""What :class:`Small` is as a list of layers."""


class Small(nn.Module):
    """Convolutions, batch normalisation and a dense layer that fixes the size of pictures."""

    def __init__(self, channels: int = 3) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(channels, 8, 3, stride=2, padding=1)
        self.bn1 = nn.BatchNorm2d(8)
        self.conv2 = nn.Conv2d(8, 6, 3, groups=2)
        self.drop = nn.Dropout()
        self.fc = nn.Linear(6 * 6 * 6, 5)

    def forward(self, picture: Tensor) -> Tensor:
        """Return logits."""
        x = nn.functional.max_pool2d(torch.relu(self.bn1(self.conv1(picture))), 2)
        x = nn.functional.leaky_relu(self.conv2(x), 0.2)
        return self.fc(self.drop(x.view(-1, 6 * 6 * 6)))


class Heads(nn.Module):
    """Gives a dictionary, as many segmentation and detection networks do."""

    def __init__(self) -> None:
        super().__init__()
        self.body = nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten())
        self.aux, self.main = nn.Linear(4, 5), nn.Linear(4, 5)

    def forward(self, x: Tensor) -> dict[str, Tensor]:
        """Return logits of an auxiliary and of the main head."""
        features = self.body(x)
        return {"aux": self.aux(features), "logits": self.main(features), "features": features}


class Standardised(nn.Module):
    """Normalises the weights of its convolution before it uses them, as some do without batch norm."""

    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 3)
        self.gain = nn.Parameter(torch.ones(4))
        self.head = nn.Linear(4, 5)

    def forward(self, picture: Tensor) -> Tensor:
        """Return logits."""
        weight = self.conv.weight
        even = nn.functional.batch_norm(
            weight.reshape(1, 4, -1), None, None, weight=self.gain, training=True, momentum=0.0
        )
        x = nn.functional.conv2d(picture, even.reshape_as(weight), self.conv.bias)
        return self.head(torch.relu(x).mean((2, 3)))


def randomised(module: nn.Module, seed: int = 0) -> nn.Module:
    """Return the module with random weights and statistics, ready for use."""
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for name, value in (*module.named_parameters(), *module.named_buffers()):
            if value.is_floating_point():
                value.copy_(torch.randn(value.shape, generator=generator) * 0.3)
                if name.endswith("running_var"):
                    value.abs_().add_(0.5)
    return module.eval()


def picture(channels: int = 3, side: int = SIDE, seed: int = 1) -> Tensor:
    """Return two random pictures in a batch."""
    return torch.rand((2, channels, side, side), generator=torch.Generator().manual_seed(seed))


def opened(path: Path, **wishes: str) -> ImportedNetwork:
    """Open a network whose pixels are prepared as 0 … 1."""
    wishes.setdefault("preprocessing", "zero-to-one")
    return open_network(AddNetworkRequest(path, **wishes))


def logits(imported: ImportedNetwork, x: Tensor) -> np.ndarray:
    """Return what the stored network gives."""
    return InferenceSession(imported.onnx, "cpu", 1).logits(x.numpy())


def assert_same(imported: ImportedNetwork, module: nn.Module, x: Tensor) -> Manifest:
    """Check that the stored network answers as the module does; return its manifest."""
    with torch.no_grad():
        expected = module(x)
    expected = expected["logits"] if isinstance(expected, dict) else expected
    expected = expected.double().numpy()
    assert np.abs(logits(imported, x.float()) - expected).max() <= 1e-5 * np.abs(expected).max()
    assert imported.manifest.parity.runtime.startswith("torch ")
    assert imported.manifest.parity.max_relative_difference <= 1e-4
    return imported.manifest


def state(module: nn.Module) -> "OrderedDict[str, Tensor]":
    """Return the weights by name."""
    return module.state_dict()
