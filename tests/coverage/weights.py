"""Weights that hide nothing: seeded, never zero, scales of both signs, statistics of a trained network."""

import math

import torch
from torch import Tensor, nn

_NEGATIVE_SHARE = 0.25


def randomise(module: nn.Module, pictures: Tensor, seed: int) -> None:
    """Fill what constructors leave at zero or one, then give normalisation the statistics of pictures.

    ``pictures``: float32 [N, C, H, W]. The module is left in evaluation mode.
    """
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for parameter in module.parameters():
            if parameter.is_floating_point():
                parameter.copy_(_filled(parameter, generator))
        _calibrate(module.eval(), pictures, generator)
    refuse_zeros(module)


def refuse_zeros(module: nn.Module) -> None:
    """Raise ``ValueError`` when a parameter is all zero, because then faults behind it cannot be seen."""
    zero = [name for name, value in module.named_parameters() if not bool(value.any())]
    if zero:
        message = f"all zero: {', '.join(zero)}"
        raise ValueError(message)


def _filled(value: Tensor, generator: torch.Generator) -> Tensor:
    noise = torch.randn(value.shape, generator=generator)
    fan_in = math.prod(value.shape[1:]) if value.dim() > 1 else value.numel()
    is_constant = bool((value == value.flatten()[0]).all())
    if not is_constant:
        small = value.dim() == 2 and float(value.std()) < 0.5 / math.sqrt(fan_in)
        return value / (value.std() * math.sqrt(fan_in)) if small else value
    constant = float(value.flatten()[0])
    if constant == 0.0:
        return noise * (0.1 if value.dim() < 2 else 1.0 / math.sqrt(fan_in))
    if constant == 1.0 or abs(constant) <= 0.2:
        # Scales of layers and of residual branches; the latter begin next to zero.
        low, high = (0.5, 1.5) if constant == 1.0 else (0.2, 0.6)
        size = low + (high - low) * torch.rand(value.shape, generator=generator)
        sign = torch.where(torch.rand(value.shape, generator=generator) < _NEGATIVE_SHARE, -1.0, 1.0)
        return size * sign
    return value * (1.0 + 0.1 * noise)


def _calibrate(module: nn.Module, pictures: Tensor, generator: torch.Generator) -> None:
    """Give batch normalisation statistics that belong to pictures, layer by layer.

    Variances count from zero, not from the mean: dividing by the small differences between few pictures would
    make a deep random network chaotic, so that rounding alone would decide its answers.
    """

    def see(layer: nn.Module, inputs: tuple[Tensor, ...]) -> None:
        values = inputs[0].transpose(0, 1).flatten(1)
        mean, power = values.mean(1), values.square().mean(1)
        noise = torch.randn((2, len(mean)), generator=generator)
        layer.running_mean.copy_(0.5 * mean + 0.2 * power.sqrt() * noise[0])
        layer.running_var.copy_(power * torch.exp(0.3 * noise[1]) + 0.01 * power.mean() + 1e-6)

    layers = [entry for entry in module.modules() if isinstance(entry, nn.modules.batchnorm._BatchNorm)]
    hooks = [layer.register_forward_pre_hook(see) for layer in layers if layer.running_var is not None]
    module(pictures)
    for hook in hooks:
        hook.remove()
