"""What a Keras configuration may name: classes and functions that only compute, known one by one.

A name that is missing here is refused, so nothing needs to be known about what a stranger invents.
"""

_LAYERS = """
Activation ActivityRegularization AdaptiveAveragePooling1D AdaptiveAveragePooling2D AdaptiveMaxPooling1D
AdaptiveMaxPooling2D Add AdditiveAttention AlphaDropout Attention Average AveragePooling1D AveragePooling2D
AveragePooling3D AvgPool1D AvgPool2D AvgPool3D BatchNormalization BatchNormalizationV1 BatchNormalizationV2
Bidirectional CenterCrop Concatenate Conv1D Conv1DTranspose Conv2D Conv2DTranspose Conv3D Conv3DTranspose
Convolution1D Convolution2D Convolution2DTranspose Convolution3D Cropping1D Cropping2D Cropping3D Dense
DepthwiseConv1D DepthwiseConv2D Dot Dropout ELU EinsumDense Embedding Flatten GRU GRUCell GaussianDropout
GaussianNoise GlobalAveragePooling1D GlobalAveragePooling2D GlobalAveragePooling3D GlobalAvgPool1D
GlobalAvgPool2D GlobalAvgPool3D GlobalMaxPool1D GlobalMaxPool2D GlobalMaxPool3D GlobalMaxPooling1D
GlobalMaxPooling2D GlobalMaxPooling3D GroupNormalization GroupQueryAttention GroupedQueryAttention Identity
InputLayer InputSpec LSTM LSTMCell LayerNormalization LeakyReLU LocallyConnected1D LocallyConnected2D
Masking MaxPool1D MaxPool2D MaxPool3D MaxPooling1D MaxPooling2D MaxPooling3D Maximum Minimum
MultiHeadAttention Multiply Normalization PReLU Permute RMSNormalization RNN ReLU RepeatVector Rescaling
Reshape Resizing SeparableConv1D SeparableConv2D SeparableConvolution1D SeparableConvolution2D SimpleRNN
SimpleRNNCell Softmax SpatialDropout1D SpatialDropout2D SpatialDropout3D SpectralNormalization
StackedRNNCells Subtract SyncBatchNormalization ThresholdedReLU TimeDistributed UnitNormalization
UpSampling1D UpSampling2D UpSampling3D ZeroPadding1D ZeroPadding2D ZeroPadding3D
"""
_AUGMENTATION = """
AugMix AutoContrast CutMix Equalization GaussianBlur MixUp RandAugment RandomBrightness
RandomColorDegeneration RandomColorJitter RandomContrast RandomCrop RandomElasticTransform RandomErasing
RandomFlip RandomGaussianBlur RandomGrayscale RandomHeight RandomHue RandomInvert RandomPerspective
RandomPosterization RandomRotation RandomSaturation RandomSharpness RandomShear RandomTranslation
RandomWidth RandomZoom Solarization
"""
AUGMENTATION = frozenset(_AUGMENTATION.split())
"""They change pictures in training and hand them on unchanged otherwise."""

_OPERATIONS = """
Abs Absolute All Amax Amin Any Arctan Arctan2 Argmax Argmin AveragePool BatchNorm BroadcastTo Cast Ceil Clip
Conv ConvTranspose ConvertToTensor Copy Cos Cosh Cumprod Cumsum DepthToSpace DepthwiseConv Divide
DivideNoNan DotProductAttention Einsum Elu Equal Erf Erfc Exp ExpandDims Expm1 ExtractPatches Flip Floor
FloorDivide Full FullLike Gelu GetItem Glu Greater GreaterEqual HardSigmoid HardSilu HardTanh Hstack Inner
LayerNorm LeakyRelu Less LessEqual Log Log10 Log1p Log2 LogSigmoid LogSoftmax LogicalAnd LogicalNot
LogicalOr Logsumexp Matmul Max MaxPool Mean Min Mod Moments Moveaxis Negative Normalize NotEqual OneHot
OnesLike Pad PadImages Power Prod RGBToGrayscale RMSNorm Ravel Reciprocal Relu Relu6 Repeat Resize Roll
Round Rsqrt SaturateCast Selu SeparableConv Sigmoid Sign Silu Sin Sinh Slice Softplus Softsign SpaceToDepth
Split Sqrt Square Squareplus Squeeze Stack Std StopGradient Sum Swapaxes Take TakeAlongAxis Tan Tanh
Tensordot Tile TopK Transpose TrueDivide Unstack Var Vstack Where ZerosLike
"""
_NETWORKS = "Functional Model Sequential"
_PARTS = """
Constant GlorotNormal GlorotUniform HeNormal HeUniform IdentityInitializer LecunNormal LecunUniform Ones
Orthogonal OrthogonalInitializer RandomNormal RandomUniform TruncatedNormal VarianceScaling Zeros
L1 L1L2 L2 OrthogonalRegularizer MaxNorm MinMaxNorm NonNeg RadialConstraint UnitNorm
DTypePolicy DTypePolicyMap FloatDTypePolicy Policy PolicyV1 SeedGenerator TensorShape
__bytes__ __ellipsis__ __keras_tensor__ __numpy__ __slice__ __tensor__ __tuple__
"""
_TRAINING = """
Adadelta Adafactor Adagrad Adam AdamW Adamax Ftrl Lion LossScaleOptimizer Muon Nadam RMSprop SGD
AUC Accuracy BinaryAccuracy BinaryCrossentropy BinaryFocalCrossentropy CategoricalAccuracy
CategoricalCrossentropy CategoricalFocalCrossentropy CosineDecay ExponentialDecay F1Score FalseNegatives
FalsePositives Hinge Huber KLDivergence LossesContainer MeanAbsoluteError MeanMetricWrapper
MeanSquaredError MetricsContainer PiecewiseConstantDecay PolynomialDecay Precision Recall
SparseCategoricalAccuracy SparseCategoricalCrossentropy SparseTopKCategoricalAccuracy
TopKCategoricalAccuracy TrueNegatives TruePositives
"""
CLASSES = frozenset(f"{_LAYERS} {_AUGMENTATION} {_OPERATIONS} {_NETWORKS} {_PARTS} {_TRAINING}".split())
"""Classes of Keras that only compute. What trains stays unused; networks inside networks may carry it."""

OF_APPLICATIONS = {
    "CustomScaleLayer": "inception_resnet_v2",
    "LayerScale": "convnext",
    "StochasticDepth": "convnext",
}
"""Layers that single networks of ``keras.applications`` define for themselves, and where.

Their names alone say nothing, as others write layers of these names too: the file must say whose they are.
"""

_FUNCTIONS_NAMES = """
celu elu exponential gelu glu hard_shrink hard_sigmoid hard_silu hard_swish hard_tanh leaky_relu linear
log_sigmoid log_softmax mish relu relu6 selu sigmoid silu soft_shrink softmax softplus softsign sparse_plus
sparse_sigmoid sparsemax squareplus swish tanh tanh_shrink threshold
"""
FUNCTIONS = frozenset(_FUNCTIONS_NAMES.split())
"""Functions that may stand between layers."""

CODE = frozenset({"Lambda", "__lambda__"})
"""They hold Python code."""

REACHING = frozenset(
    {"FlaxLayer", "IntegerLookup", "JaxLayer", "StringLookup", "TFSMLayer", "TextVectorization"}
    | {"TorchModuleWrapper", "ClassMethod", "InstanceMethod", "InstanceProperty", "CompositeTensor"}
    | {"TypeSpec", "__typespec__", "TensorFlowOpLayer"}
)
"""They read other files, unpack code, or run whatever operation a file names."""

OPERATION_LAYERS = frozenset({"TFOpLambda", "SlicingOpLambda"})
"""Layers of Keras 2 that call one function of TensorFlow, which they name."""

_SYMBOLS_NAMES = """
__operators__.add __operators__.eq __operators__.getitem __operators__.ne __operators__.logical_and
__operators__.logical_or
cast clip_by_value concat convert_to_tensor einsum expand_dims fill gather identity ones_like pad repeat
reshape reverse roll shape slice split squeeze stack strided_slice tensordot tile transpose unstack where
zeros_like
math.abs math.add math.add_n math.argmax math.ceil math.cos math.divide math.divide_no_nan math.equal math.erf
math.erfc math.exp math.floor math.floordiv math.floormod math.greater math.greater_equal math.l2_normalize
math.less math.less_equal math.log math.log1p math.log_sigmoid math.logical_and math.logical_not
math.logical_or math.maximum math.minimum math.multiply math.negative math.not_equal math.pow
math.reciprocal math.reduce_logsumexp math.reduce_max math.reduce_mean math.reduce_min math.reduce_prod
math.reduce_std math.reduce_sum math.reduce_variance math.round math.rsqrt math.scalar_mul math.sigmoid
math.sign math.sin math.softplus math.sqrt math.square math.squared_difference math.subtract math.tanh
math.truediv
linalg.l2_normalize linalg.matmul linalg.normalize linalg.transpose
nn.avg_pool nn.avg_pool2d nn.bias_add nn.conv2d nn.crelu nn.depth_to_space nn.depthwise_conv2d nn.elu nn.gelu
nn.l2_normalize nn.leaky_relu nn.local_response_normalization nn.log_softmax nn.max_pool nn.max_pool2d
nn.moments nn.normalize_moments nn.relu nn.relu6 nn.selu nn.sigmoid nn.silu nn.softmax nn.softplus
nn.softsign nn.space_to_depth nn.swish nn.tanh
image.adjust_brightness image.central_crop image.crop_to_bounding_box image.extract_patches
image.per_image_standardization image.resize image.resize_with_crop_or_pad image.resize_with_pad
image.rgb_to_grayscale
"""
_SYMBOLS = frozenset(_SYMBOLS_NAMES.split())


def is_harmless_symbol(name: object) -> bool:
    """Whether a function of TensorFlow, by the name that files use, only computes numbers from numbers."""
    return isinstance(name, str) and name.removeprefix("compat.v1.") in _SYMBOLS
