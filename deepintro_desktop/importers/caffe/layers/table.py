"""Which converter reads which layer type."""

from deepintro_desktop.importers.caffe.layers import (
    activation,
    arrangement,
    combination,
    convolution,
    normalisation,
    pooling,
)

CONVERTERS = {
    **convolution.CONVERTERS,
    **pooling.CONVERTERS,
    **normalisation.CONVERTERS,
    **activation.CONVERTERS,
    **combination.CONVERTERS,
    **arrangement.CONVERTERS,
}
