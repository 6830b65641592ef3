"""Exported programs (.pt2): fixed and free sizes, several outputs, and what is refused."""

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
from torch import nn

from deepintro_desktop.core.errors import UnsupportedNetworkError

pytestmark = pytest.mark.filterwarnings("ignore")


def saved(module, folder, x=None, **options):
    path = folder / "network.pt2"
    torch.export.save(torch.export.export(module, (picture() if x is None else x,), **options), path)
    return path


@pytest.mark.parametrize("n_pictures", [1, 2])
def test_a_fixed_batch_learns_to_take_any_number(n_pictures, tmp_path):
    module = randomised(Small())
    imported = opened(saved(module, tmp_path, picture()[:n_pictures]))
    manifest = assert_same(imported, module, picture())
    assert manifest.format == "torch-export"
    assert (manifest.specification.height, manifest.specification.width) == (SIDE, SIDE)
    assert manifest.layer_names == ("conv1", "bn1", "conv2", "drop", "fc")
    assert manifest.unexplainable == ()


def test_free_sizes_are_used_as_the_network_was_exported(tmp_path):
    module = randomised(nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten()))
    free = torch.export.Dim.DYNAMIC
    path = saved(module, tmp_path, picture(side=48), dynamic_shapes=({0: free, 2: free, 3: free},))
    imported = opened(path)
    manifest = assert_same(imported, module, picture(side=48))
    assert (manifest.specification.height, manifest.specification.width) == (48, 48)
    assert any("for which it was exported" in note for note in manifest.notes)


def test_sizes_that_depend_on_each_other_do_not_stop_it(tmp_path):
    module = randomised(nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten()))
    half = torch.export.Dim("half", min=2, max=100)
    path = saved(module, tmp_path, dynamic_shapes=({2: 2 * half},))
    assert_same(opened(path), module, picture())


def test_of_several_outputs_the_main_one_is_used(tmp_path):
    module = randomised(Heads())
    path = saved(module, tmp_path)
    manifest = assert_same(opened(path), module, picture())
    assert manifest.choices[0].used == "logits"
    assert set(manifest.choices[0].others) == {"features", "aux"}


def test_a_network_exported_while_training_is_refused(tmp_path):
    with pytest.raises(UnsupportedNetworkError, match="as it behaves during training"):
        opened(saved(randomised(Small()).train(), tmp_path))


def test_weights_may_be_normalised_before_they_are_used(tmp_path):
    module = randomised(Standardised())
    assert assert_same(opened(saved(module, tmp_path)), module, picture()).unexplainable == ()


class TwoPictures(nn.Module):
    """Compares two pictures."""

    def forward(self, first, second):
        """Return their difference."""
        return (first - second).flatten(1)


def test_two_inputs_are_refused(tmp_path):
    path = tmp_path / "network.pt2"
    torch.export.save(torch.export.export(TwoPictures(), (picture(), picture())), path)
    with pytest.raises(UnsupportedNetworkError, match="first, second"):
        opened(path)
