"""Small networks of torch, each of which can be written to a file in several ways."""

import io
import math
import warnings
from typing import Any

import torch
from torch import Tensor, nn

SIZE = 16


class Norm(nn.LayerNorm):
    """Layer normalisation of the channels, as one operation or written apart."""

    apart = False

    def forward(self, x: Tensor) -> Tensor:
        if not self.apart:
            return super().forward(x)
        centred = x - x.mean(-1, keepdim=True)
        deviation = torch.sqrt(centred.pow(2).mean(-1, keepdim=True) + self.eps)
        return centred / deviation * self.weight + self.bias


class Gelu(nn.Module):
    """GELU as one operation or written apart."""

    apart = False

    def forward(self, x: Tensor) -> Tensor:
        return 0.5 * x * (1 + torch.erf(x / math.sqrt(2))) if self.apart else nn.functional.gelu(x)


class Silu(nn.Module):
    """SiLU as one operation or written apart."""

    apart = False

    def forward(self, x: Tensor) -> Tensor:
        return x * torch.sigmoid(x) if self.apart else nn.functional.silu(x)


class HardSwish(nn.Module):
    """Hard-swish as one operation or written apart."""

    apart = False

    def forward(self, x: Tensor) -> Tensor:
        return x * nn.functional.relu6(x + 3) / 6 if self.apart else nn.functional.hardswish(x)


class Attention(nn.Module):
    """Attention with two heads, as one operation, as products, or as Einsum."""

    apart = False

    def __init__(self, n: int) -> None:
        super().__init__()
        self.all, self.out = nn.Linear(n, 3 * n), nn.Linear(n, n)

    def forward(self, x: Tensor) -> Tensor:
        b, k, n = x.shape
        query, key, value = self.all(x).reshape(b, k, 3, 2, n // 2).permute(2, 0, 3, 1, 4)
        if self.apart:
            scores = torch.einsum("bhid,bhjd->bhij", query, key) / math.sqrt(n // 2)
            mixed = torch.einsum("bhij,bhjd->bhid", scores.softmax(-1), value)
        else:
            mixed = nn.functional.scaled_dot_product_attention(query, key, value)
        return self.out(mixed.transpose(1, 2).reshape(b, k, n))


class Transformer(nn.Module):
    """Patches, one block, mean over patches; scaled branches."""

    def __init__(self) -> None:
        super().__init__()
        self.patches = nn.Conv2d(3, 12, 4, 4)
        self.places = nn.Parameter(torch.randn(1, 16, 12) * 0.1)
        self.norms = nn.ModuleList([Norm(12) for _ in range(3)])
        self.attention = Attention(12)
        self.wide, self.gelu, self.narrow = nn.Linear(12, 24), Gelu(), nn.Linear(24, 12)
        self.scales = nn.ParameterList([nn.Parameter(torch.randn(12)) for _ in range(2)])
        self.head = nn.Linear(12, 6)

    def forward(self, x: Tensor) -> Tensor:
        x = self.patches(x).flatten(2).transpose(1, 2) + self.places
        x = x + self.scales[0] * self.attention(self.norms[0](x))
        x = x + self.scales[1] * self.narrow(self.gelu(self.wide(self.norms[1](x))))
        return self.head(self.norms[2](x.mean(1)))


class Windowed(nn.Module):
    """Channels last in the middle: shifted windows (roll), layer norm, a scaled matrix product, and back."""

    def __init__(self) -> None:
        super().__init__()
        self.first = nn.Sequential(nn.Conv2d(3, 8, 3, 2, 1), nn.BatchNorm2d(8), Silu())
        self.norm, self.wide, self.gelu, self.narrow = Norm(8), nn.Linear(8, 16), Gelu(), nn.Linear(16, 8)
        self.scale = nn.Parameter(torch.randn(8))
        self.last = nn.Sequential(nn.Conv2d(8, 8, 3, padding=1, groups=8), nn.BatchNorm2d(8), nn.ReLU())
        self.head = nn.Linear(8, 6)

    def forward(self, x: Tensor) -> Tensor:
        x = self.first(x)
        y = torch.roll(x.permute(0, 2, 3, 1), (-1, -1), (1, 2))
        y = self.scale * self.narrow(self.gelu(self.wide(self.norm(y))))
        x = x + torch.roll(y, (1, 1), (1, 2)).permute(0, 3, 1, 2)
        return self.head(self.last(x).mean((2, 3)))


class Mobile(nn.Module):
    """Inverted residual with hard-swish, squeeze and excitation, and a resize."""

    def __init__(self) -> None:
        super().__init__()
        self.first = nn.Sequential(nn.Conv2d(3, 8, 3, 2, 1, bias=False), nn.BatchNorm2d(8), HardSwish())
        self.depth = nn.Sequential(
            nn.Conv2d(8, 8, 3, 1, 1, groups=8, bias=False), nn.BatchNorm2d(8), HardSwish()
        )
        self.squeeze, self.excite = nn.Conv2d(8, 4, 1), nn.Conv2d(4, 8, 1)
        self.last = nn.Sequential(nn.Conv2d(8, 8, 1, bias=False), nn.BatchNorm2d(8))
        self.head = nn.Linear(8, 6)

    def forward(self, x: Tensor) -> Tensor:
        x = self.first(x)
        y = self.depth(x)
        gate = self.excite(torch.relu(self.squeeze(y.mean((2, 3), keepdim=True))))
        x = x + self.last(y * nn.functional.hardsigmoid(gate))
        x = nn.functional.interpolate(x, scale_factor=2.0, mode="bilinear", align_corners=False)
        return self.head(x.mean((2, 3)))


class Multiplied(nn.Module):
    """A gated unit without a squashing function: two values are multiplied."""

    def __init__(self) -> None:
        super().__init__()
        self.first = nn.Sequential(nn.Conv2d(3, 8, 3, 2, 1), nn.BatchNorm2d(8), nn.ReLU())
        self.norm, self.both, self.out = Norm(8), nn.Linear(8, 16), nn.Linear(8, 8)
        self.gelu = Gelu()
        self.head = nn.Linear(8, 6)

    def forward(self, x: Tensor) -> Tensor:
        x = self.first(x).permute(0, 2, 3, 1)
        a, b = self.both(self.norm(x)).chunk(2, -1)
        x = x + self.out(self.gelu(a) * b)
        return self.head(x.mean((1, 2)))


NETWORKS = {made.__name__: made for made in (Transformer, Windowed, Mobile, Multiplied)}

WAYS: dict[str, dict[str, Any]] = {
    "plain": {},
    "apart": {"apart": True},
    "old opset": {"opset_version": 14},
    "nothing folded": {"training": torch.onnx.TrainingMode.PRESERVE, "do_constant_folding": False},
    "new exporter": {"dynamo": True},
    "new exporter, apart": {"dynamo": True, "apart": True},
}
"""How a file is written: operations as one node or apart, and what the exporter is told."""


def drawn(name: str) -> nn.Module:
    """Return a network with random weights; scales have both signs, and none of them is small."""
    torch.manual_seed(11)
    made = NETWORKS[name]()
    for module in made.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.running_mean.normal_(0, 0.3)
            module.running_var.uniform_(0.5, 1.5)
        if isinstance(module, nn.BatchNorm2d | nn.LayerNorm):
            size = 0.5 + torch.rand_like(module.weight)
            module.weight.data = size * torch.randn_like(module.weight).sign()
            module.bias.data.normal_(0, 0.2)
    return made.eval()


def written(
    network: nn.Module, picture: Tensor, *, apart: bool = False, dynamo: bool = False, **options: Any
) -> bytes:
    """Return the file that an exporter writes."""
    for module in network.modules():
        if hasattr(module, "apart"):
            module.apart = apart
    content = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if dynamo:
            torch.onnx.export(network, (picture,), dynamo=True, verbose=False, **options).save(content)
        else:
            torch.onnx.export(network, (picture,), content, dynamo=False, **options)
    return content.getvalue()
