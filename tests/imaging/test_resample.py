"""Maps and labels at another size."""

import numpy as np

from deepintro_desktop.imaging.resample import resampled_hw, resampled_labels_hw


def test_smaller_map_has_the_means(rng):
    values = rng.normal(size=(8, 12)).astype(np.float32)
    small = resampled_hw(values, 4, 6)
    np.testing.assert_allclose(small, values.reshape(4, 2, 6, 2).mean((1, 3)), atol=1e-6)
    assert small.dtype == np.float32


def test_labels_stay_labels(rng):
    labels = rng.integers(0, 300, (6, 6)).astype(np.int32)
    np.testing.assert_array_equal(resampled_labels_hw(labels, 6, 6), labels)
    small = resampled_labels_hw(labels.repeat(2, 0).repeat(2, 1), 6, 6)
    np.testing.assert_array_equal(small, labels)
    assert small.dtype == np.int32
