"""The parts of Caffe's file format that a picture classifier can use: message -> fields.

One field a line: ``number name type``; ``*`` after the type marks a repeated field, ``!`` a packed one,
``=`` a
default. Types that are neither scalars nor enums are messages of this table. Field numbers are facts of
the format; what is not listed here (fillers, losses, training options) is skipped when a file is read.
"""

ENUMS = {
    "Phase": "TRAIN=0 TEST=1",
    "EltwiseOp": "PROD=0 SUM=1 MAX=2",
    "PoolMethod": "MAX=0 AVE=1 STOCHASTIC=2",
    "NormRegion": "ACROSS_CHANNELS=0 WITHIN_CHANNEL=1",
    "ReductionOp": "SUM=1 ASUM=2 SUMSQ=3 MEAN=4",
    "RoundMode": "CEIL=0 FLOOR=1",
    "V1LayerType": (
        "NONE=0 ACCURACY=1 BNLL=2 CONCAT=3 CONVOLUTION=4 DATA=5 DROPOUT=6 EUCLIDEAN_LOSS=7 "
        "FLATTEN=8 HDF5_DATA=9 "
        "HDF5_OUTPUT=10 IM2COL=11 IMAGE_DATA=12 INFOGAIN_LOSS=13 INNER_PRODUCT=14 LRN=15 "
        "MULTINOMIAL_LOGISTIC_LOSS=16 POOLING=17 RELU=18 SIGMOID=19 SOFTMAX=20 "
        "SOFTMAX_LOSS=21 SPLIT=22 TANH=23 "
        "WINDOW_DATA=24 ELTWISE=25 POWER=26 SIGMOID_CROSS_ENTROPY_LOSS=27 HINGE_LOSS=28 "
        "MEMORY_DATA=29 ARGMAX=30 "
        "THRESHOLD=31 DUMMY_DATA=32 SLICE=33 MVN=34 ABSVAL=35 SILENCE=36 CONTRASTIVE_LOSS=37 EXP=38 "
        "DECONVOLUTION=39"
    ),
}

_PARAMETERS_OF_BOTH = {
    "concat_param": ("ConcatParameter", 104, 9),
    "convolution_param": ("ConvolutionParameter", 106, 10),
    "data_param": ("DataParameter", 107, 11),
    "eltwise_param": ("EltwiseParameter", 110, 24),
    "exp_param": ("ExpParameter", 111, 41),
    "image_data_param": ("DataParameter", 115, 15),
    "inner_product_param": ("InnerProductParameter", 117, 17),
    "lrn_param": ("LRNParameter", 118, 18),
    "memory_data_param": ("MemoryDataParameter", 119, 22),
    "mvn_param": ("MVNParameter", 120, 34),
    "pooling_param": ("PoolingParameter", 121, 19),
    "power_param": ("PowerParameter", 122, 21),
    "relu_param": ("ReLUParameter", 123, 30),
    "slice_param": ("SliceParameter", 126, 31),
    "softmax_param": ("SoftmaxParameter", 125, 39),
    "threshold_param": ("ThresholdParameter", 128, 25),
    "transform_param": ("TransformationParameter", 100, 36),
    "window_data_param": ("DataParameter", 129, 20),
}


def _shared_fields(column: int) -> str:
    return "\n".join(f"{entry[column]} {name} {entry[0]}" for name, entry in _PARAMETERS_OF_BOTH.items())


MESSAGES = {
    "BlobShape": "1 dim int64!",
    "BlobProto": """
        1 num int32
        2 channels int32
        3 height int32
        4 width int32
        5 data float!
        7 shape BlobShape
        8 double_data double!
    """,
    "NetState": """
        1 phase Phase =TEST
        2 level int32
        3 stage string*
    """,
    "NetStateRule": """
        1 phase Phase
        2 min_level int32
        3 max_level int32
        4 stage string*
        5 not_stage string*
    """,
    "ParamSpec": "1 name string",
    "NetParameter": """
        1 name string
        2 layers V1LayerParameter*
        3 input string*
        4 input_dim int32*
        6 state NetState
        8 input_shape BlobShape*
        100 layer LayerParameter*
    """,
    "V0LayerParameter": """
        1 name string
        2 type string
    """,
    "V1LayerParameter": """
        1 layer V0LayerParameter
        2 bottom string*
        3 top string*
        4 name string
        5 type V1LayerType
        6 blobs BlobProto*
        32 include NetStateRule*
        33 exclude NetStateRule*
    """
    + _shared_fields(2),
    "LayerParameter": """
        1 name string
        2 type string
        3 bottom string*
        4 top string*
        6 param ParamSpec*
        7 blobs BlobProto*
        8 include NetStateRule*
        9 exclude NetStateRule*
        10 phase Phase
        131 prelu_param PReLUParameter
        133 reshape_param ReshapeParameter
        134 log_param LogParameter
        135 flatten_param FlattenParameter
        136 reduction_param ReductionParameter
        138 tile_param TileParameter
        139 batch_norm_param BatchNormParameter
        140 elu_param ELUParameter
        141 bias_param BiasParameter
        142 scale_param ScaleParameter
        143 input_param InputParameter
        144 crop_param CropParameter
        148 clip_param ClipParameter
    """
    + _shared_fields(1),
    "TransformationParameter": """
        1 scale float =1
        3 crop_size uint32
        4 mean_file string
        5 mean_value float*
        6 force_color bool
        7 force_gray bool
    """,
    "ConcatParameter": """
        1 concat_dim uint32 =1
        2 axis int32 =1
    """,
    "ConvolutionParameter": """
        1 num_output uint32
        2 bias_term bool =true
        3 pad uint32*
        4 kernel_size uint32*
        5 group uint32 =1
        6 stride uint32*
        9 pad_h uint32
        10 pad_w uint32
        11 kernel_h uint32
        12 kernel_w uint32
        13 stride_h uint32
        14 stride_w uint32
        16 axis int32 =1
        18 dilation uint32*
    """,
    "DataParameter": """
        2 scale float =1
        3 mean_file string
        4 batch_size uint32
        5 crop_size uint32
    """,
    "EltwiseParameter": """
        1 operation EltwiseOp =SUM
        2 coeff float*
    """,
    "ExpParameter": """
        1 base float =-1
        2 scale float =1
        3 shift float
    """,
    "LogParameter": """
        1 base float =-1
        2 scale float =1
        3 shift float
    """,
    "InnerProductParameter": """
        1 num_output uint32
        2 bias_term bool =true
        5 axis int32 =1
        6 transpose bool
    """,
    "LRNParameter": """
        1 local_size uint32 =5
        2 alpha float =1
        3 beta float =0.75
        4 norm_region NormRegion =ACROSS_CHANNELS
        5 k float =1
    """,
    "MemoryDataParameter": """
        1 batch_size uint32
        2 channels uint32
        3 height uint32
        4 width uint32
    """,
    "MVNParameter": """
        1 normalize_variance bool =true
        2 across_channels bool
        3 eps float =1e-9
    """,
    "PoolingParameter": """
        1 pool PoolMethod =MAX
        2 kernel_size uint32*
        3 stride uint32*
        4 pad uint32*
        5 kernel_h uint32
        6 kernel_w uint32
        7 stride_h uint32
        8 stride_w uint32
        9 pad_h uint32
        10 pad_w uint32
        12 global_pooling bool
        13 round_mode RoundMode =CEIL
    """,
    "PowerParameter": """
        1 power float =1
        2 scale float =1
        3 shift float
    """,
    "ReLUParameter": "1 negative_slope float",
    "SliceParameter": """
        1 slice_dim uint32 =1
        2 slice_point uint32*
        3 axis int32 =1
    """,
    "SoftmaxParameter": "2 axis int32 =1",
    "ThresholdParameter": "1 threshold float",
    "PReLUParameter": "2 channel_shared bool",
    "ReshapeParameter": """
        1 shape BlobShape
        2 axis int32
        3 num_axes int32 =-1
    """,
    "FlattenParameter": """
        1 axis int32 =1
        2 end_axis int32 =-1
    """,
    "ReductionParameter": """
        1 operation ReductionOp =SUM
        2 axis int32
        3 coeff float =1
    """,
    "TileParameter": """
        1 axis int32 =1
        2 tiles int32
    """,
    "BatchNormParameter": """
        1 use_global_stats bool
        3 eps float =1e-5
    """,
    "ELUParameter": "1 alpha float =1",
    "BiasParameter": """
        1 axis int32 =1
        2 num_axes int32 =1
    """,
    "ScaleParameter": """
        1 axis int32 =1
        2 num_axes int32 =1
        4 bias_term bool
    """,
    "InputParameter": "1 shape BlobShape*",
    "CropParameter": """
        1 axis int32 =2
        2 offset uint32*
    """,
    "ClipParameter": """
        1 min float
        2 max float
    """,
}
