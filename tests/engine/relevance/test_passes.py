"""Dense weights that are modified on the way, a few rows at a time."""

import pytest
import torch

from deepintro_desktop.engine.relevance import passes
from deepintro_desktop.engine.relevance.passes import StreamedPasses
from deepintro_desktop.engine.relevance.rules import Weight

TABLE = ((Weight.POSITIVE,), (Weight.NEGATIVE,))


@pytest.fixture(autouse=True)
def _few_rows_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passes, "_N_PER_THREAD", 64)


@pytest.mark.parametrize("share", [0.0, 0.3, 1.0])
def test_transpose_equals_that_of_whole_matrices(share: float) -> None:
    random = torch.Generator().manual_seed(5)
    weight = torch.randn(50, 30, generator=random)
    s = torch.randn(3, 100, generator=random) * (torch.rand(100, generator=random) < share)
    found = StreamedPasses(weight, 0.0).adjoint(s, torch.zeros(3, 30), TABLE)
    positive, negative = weight.double().clamp(min=0), weight.double().clamp(max=0)
    expected = s[:, :50].double() @ positive + s[:, 50:].double() @ negative
    torch.testing.assert_close(found.double(), expected, rtol=1e-5, atol=1e-5)


def test_rows_without_relevance_are_not_read() -> None:
    weight = torch.randn(50, 30, generator=torch.Generator().manual_seed(5))
    s = torch.zeros(1, 100)
    s[0, [3, 47, 53]] = 1.0
    expected = StreamedPasses(weight, 0.0).adjoint(s, torch.zeros(1, 30), TABLE)
    weight[torch.tensor([row not in (3, 47) for row in range(50)])] = float("nan")
    found = StreamedPasses(weight, 0.0).adjoint(s, torch.zeros(1, 30), TABLE)
    assert torch.equal(found, expected)
