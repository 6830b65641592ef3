"""Names of devices, and what they lead to on a machine with and without them."""

import pytest
import torch

from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.engine.runtime import available_devices, devices, parse_device, torch_device
from deepintro_desktop.engine.runtime.devices import DeviceName, providers

BUILT_WITH = ["TensorrtExecutionProvider", "CUDAExecutionProvider", "CPUExecutionProvider"]


@pytest.mark.parametrize(
    ("text", "kind", "index", "name"),
    [
        ("auto", "auto", 0, "auto"),
        ("CPU", "cpu", 0, "cpu"),
        ("cuda", "cuda", 0, "cuda:0"),
        (" cuda:3 ", "cuda", 3, "cuda:3"),
        ("mps", "mps", 0, "mps"),
    ],
)
def test_names(text: str, kind: str, index: int, name: str) -> None:
    device = parse_device(text)
    assert (device.kind, device.index, str(device)) == (kind, index, name)


@pytest.mark.parametrize("text", ["", "gpu", "cuda:", "cuda:x", "cpu:1", "cuda:-1", "auto,cpu"])
def test_wrong_names(text: str) -> None:
    with pytest.raises(WrongRequestError):
        parse_device(text)


def test_processor_is_always_there() -> None:
    assert available_devices()[0] == "cpu"
    assert torch_device("cpu") == torch.device("cpu")
    assert torch_device("auto").type in {"cpu", "cuda", "mps"}


def test_torch_device_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 0)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)
    for name in ("cuda", "cuda:2", "mps"):
        with pytest.raises(WrongRequestError, match="cannot be used"):
            torch_device(name)
    assert torch_device("auto") == torch.device("cpu")


def test_best_torch_device_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 2)
    assert torch_device("auto").type == "cuda"
    assert torch_device("cuda:1") == torch.device("cuda:1")
    with pytest.raises(WrongRequestError):
        torch_device("cuda:2")


@pytest.mark.parametrize("n_devices", [0, 2])
def test_providers(monkeypatch: pytest.MonkeyPatch, n_devices: int) -> None:
    monkeypatch.setattr(devices, "n_cuda_devices", lambda: n_devices)
    only_cpu = ["CPUExecutionProvider"]
    assert providers(DeviceName("cpu"), BUILT_WITH) == only_cpu
    assert providers(DeviceName("mps"), BUILT_WITH) == only_cpu
    assert providers(DeviceName("cuda"), only_cpu) == only_cpu
    automatic = providers(DeviceName("auto"), BUILT_WITH)
    assert len(automatic) == (2 if n_devices else 1)
    if not n_devices:
        assert providers(DeviceName("cuda", 1), BUILT_WITH) == only_cpu
        return
    assert providers(DeviceName("cuda", 2), BUILT_WITH) == only_cpu
    (name, options), last = providers(DeviceName("cuda", 1), BUILT_WITH)
    assert (name, last) == ("CUDAExecutionProvider", "CPUExecutionProvider")
    assert (options["device_id"], options["use_tf32"]) == ("1", "0")


def test_counting_cuda_devices_never_fails() -> None:
    assert devices.n_cuda_devices() >= 0
