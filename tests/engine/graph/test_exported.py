"""Networks written in torch: logits and gradients of the exported file against torch's own."""

import io
from collections.abc import Callable

import numpy as np
import pytest
import torch
from engine.graph.building import relative_difference
from torch import Tensor, nn

from deepintro_desktop.engine.graph.canonicalise import canonicalise
from deepintro_desktop.engine.graph.graph import ExplainableGraph


class Residual(nn.Module):
    """A residual block with batch normalisation and a projected shortcut."""

    def __init__(self, n_in: int, n_out: int, stride: int) -> None:
        super().__init__()
        self.inner = nn.Sequential(
            nn.Conv2d(n_in, n_out, 3, stride, 1, bias=False), nn.BatchNorm2d(n_out), nn.ReLU(),
            nn.Conv2d(n_out, n_out, 3, 1, 1, bias=False), nn.BatchNorm2d(n_out),
        )  # fmt: skip
        self.outer = nn.Sequential(nn.Conv2d(n_in, n_out, 1, stride, bias=False), nn.BatchNorm2d(n_out))

    def forward(self, x: Tensor) -> Tensor:
        return torch.relu(self.inner(x) + self.outer(x))


class Excited(nn.Module):
    """Depthwise convolution with squeeze and excitation and SiLU."""

    def __init__(self, n: int) -> None:
        super().__init__()
        self.depthwise = nn.Sequential(nn.Conv2d(n, n, 5, 2, 2, groups=n), nn.BatchNorm2d(n), nn.SiLU())
        self.gate = nn.Sequential(
            nn.AdaptiveAvgPool2d(1), nn.Conv2d(n, 3, 1), nn.Hardswish(), nn.Conv2d(3, n, 1), nn.Sigmoid()
        )

    def forward(self, x: Tensor) -> Tensor:
        y = self.depthwise(x)
        return y * self.gate(y)


class Shuffled(nn.Module):
    """Split, shuffle, concatenate and resize, by the shape of the value."""

    def forward(self, x: Tensor) -> Tensor:
        n, c, h, w = x.shape
        x = x.view(n, 2, c // 2, h, w).transpose(1, 2).reshape(n, c, h, w)
        a, b = x.chunk(2, 1)
        b = nn.functional.interpolate(b, scale_factor=2.0, mode="bilinear", align_corners=False)
        b = nn.functional.avg_pool2d(nn.functional.pad(b, (1, 0, 0, 1)), 3, 2)
        return torch.cat([a[:, :, : b.shape[2], : b.shape[3]], b], 1)


def _classified(*layers: nn.Module, n: int) -> nn.Module:
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Dropout(), nn.Linear(n, 6))


MADE: dict[str, Callable[[], nn.Module]] = {
    "plain": lambda: nn.Sequential(
        nn.Conv2d(3, 8, 5, 2), nn.ReLU(), nn.Softsign(), nn.MaxPool2d(3, 2, ceil_mode=True),
        nn.Conv2d(8, 8, 3, padding=2, dilation=2, groups=2), nn.ELU(), nn.AvgPool2d(2), nn.Flatten(),
        nn.Linear(16, 16), nn.Tanh(), nn.Linear(16, 6),
    ),
    "residual": lambda: _classified(Residual(3, 8, 1), nn.MaxPool2d(3, 2, 1), Residual(8, 12, 2), n=12),
    "excited": lambda: _classified(nn.Conv2d(3, 8, 3), nn.PReLU(8), Excited(8), nn.ReLU6(), n=8),
    "shuffled": lambda: _classified(nn.Conv2d(3, 8, 3, padding=1), nn.LeakyReLU(0.1), Shuffled(), n=8),
    "transposed": lambda: _classified(
        nn.Conv2d(3, 8, 3), nn.InstanceNorm2d(8, affine=True), nn.Softplus(),
        nn.ConvTranspose2d(8, 4, 3, 2, 1, output_padding=1), nn.PixelShuffle(2), nn.GELU(), n=1,
    ),
}  # fmt: skip


def _randomised(network: nn.Module) -> nn.Module:
    generator = torch.Generator().manual_seed(5)
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d | nn.InstanceNorm2d):
            for value in (module.weight, module.bias, module.running_mean):
                if value is not None:
                    value.data.normal_(generator=generator)
            if module.running_var is not None:
                module.running_var.uniform_(0.5, 1.5, generator=generator)
    return network.eval()


@pytest.mark.filterwarnings(
    "ignore::DeprecationWarning",
    "ignore::torch.jit.TracerWarning",
    "ignore:Constant folding:UserWarning",
    "ignore:ONNX export mode is set:UserWarning",
)
@pytest.mark.parametrize("opset", [11, 13, 17])
@pytest.mark.parametrize("name", MADE)
def test_exported_network_answers_like_the_original(name: str, opset: int) -> None:
    network = _randomised(MADE[name]())
    content = io.BytesIO()
    torch.onnx.export(
        network, (torch.randn(2, 3, 20, 18),), content, dynamo=False, opset_version=opset,
        dynamic_axes={"x": {0: "n"}}, input_names=["x"],
    )  # fmt: skip
    graph = ExplainableGraph.from_onnx(content.getvalue()).to(dtype=torch.float64)
    folded, _ = canonicalise(graph)
    network = network.double()
    x = torch.randn(3, 3, 20, 18, dtype=torch.float64, requires_grad=True)
    logits = network(x)
    targets = torch.tensor([0, 5, 2])
    gradient = torch.autograd.grad(logits.gather(1, targets[:, None]).sum(), x)[0]
    for ours in (graph, folded):
        # What the exporter folds itself, it stores in single precision.
        answer = ours.logits(x).detach().numpy()
        assert relative_difference(answer, logits.detach().numpy()) < 1e-6
        assert relative_difference(ours.gradient(x, targets).numpy(), gradient.numpy()) < 1e-6
    assert np.abs(gradient.numpy()).max() > 0
