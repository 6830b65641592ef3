"""The TensorFlow operators that the program knows, by what they may do."""

_ELEMENTWISE = """
Abs Acos Acosh Add AddN AddV2 Asin Asinh Atan Atan2 Atanh BiasAdd BiasAddV1 Cast Ceil CheckNumerics
ClipByValue Cos Cosh Div DivNoNan Elu Ensure EnsureShape Equal Erf Erfc Exp Expm1 Floor FloorDiv FloorMod
Greater GreaterEqual GuaranteeConst Identity IdentityN Inv IsFinite IsInf IsNan LeakyRelu Less LessEqual Log
Log1p LogSoftmax LogicalAnd LogicalNot LogicalOr Maximum Minimum Mod Mul MulNoNan Neg NotEqual OnesLike Pow
PreventGradient RealDiv Reciprocal Relu Relu6 Rint Round Rsqrt Select SelectV2 Selu Sigmoid Sign Sin Sinh
Snapshot Softmax Softplus Softsign Sqrt Square SquaredDifference StopGradient Sub Tan Tanh TruncateDiv
TruncateMod Xdivy Xlog1py Xlogy ZerosLike
"""
_REDUCTION = "All Any ArgMax ArgMin Cumprod Cumsum EuclideanNorm Max Mean Min Prod Sum TopK TopKV2"
_ARRANGEMENT = """
BatchToSpace BatchToSpaceND BroadcastArgs BroadcastTo Concat ConcatOffset ConcatV2 ConjugateTranspose Const
DepthToSpace ExpandDims Fill Gather GatherNd GatherV2 InvertPermutation LinSpace MatrixBandPart MirrorPad
OneHot Pack Pad PadV2 Range Rank Reshape Reverse ReverseV2 Roll ScatterNd Shape ShapeN Size Slice
SpaceToBatch SpaceToBatchND SpaceToDepth Split SplitV Squeeze StridedSlice TensorScatterUpdate Tile Transpose
Unpack Where
"""
_LAYERS = """
AvgPool BatchMatMul BatchMatMulV2 BatchMatMulV3 BatchNormWithGlobalNormalization Conv2D Conv2DBackpropInput
Conv3D AvgPool3D MaxPool3D CropAndResize DepthwiseConv2dNative Einsum FakeQuantWithMinMaxArgs
FakeQuantWithMinMaxVars FakeQuantWithMinMaxVarsPerChannel FusedBatchNorm FusedBatchNormV2 FusedBatchNormV3 LRN
MatMul MaxPool MaxPoolV2 ResizeArea ResizeBicubic ResizeBilinear ResizeNearestNeighbor
"""

PURE = frozenset(f"{_ELEMENTWISE} {_REDUCTION} {_ARRANGEMENT} {_LAYERS}".split())
"""They compute numbers from numbers, and nothing else."""

INPUTS = frozenset({"Placeholder", "PlaceholderV2", "PlaceholderWithDefault"})

_RANDOM_NAMES = """
RandomUniform RandomUniformInt RandomStandardNormal TruncatedNormal StatelessRandomUniform
StatelessRandomUniformV2 StatelessRandomNormal StatelessRandomNormalV2 StatelessRandomGetKeyCounter
StatelessRandomGetAlg StatelessRandomGetKeyCounterAlg
"""
RANDOM = frozenset(_RANDOM_NAMES.split())

VARIABLES = frozenset({"Variable", "VariableV2", "VarHandleOp"})

READS = frozenset({"ReadVariableOp"})

CALLS = frozenset({"PartitionedCall", "StatefulPartitionedCall"})

BRANCHES = frozenset({"If", "StatelessIf"})

SWITCHES = frozenset({"Switch", "Merge", "RefSwitch", "RefMerge"})

_CHANGES = frozenset(
    {"Assign", "AssignAdd", "AssignSub", "AssignVariableOp", "AssignAddVariableOp", "AssignSubVariableOp"}
)

CONVERTIBLE = PURE | INPUTS
"""What may stand in the part of a graph that is converted."""

HARMLESS = (
    CONVERTIBLE
    | RANDOM
    | VARIABLES
    | READS
    | CALLS
    | BRANCHES
    | SWITCHES
    | _CHANGES
    | {"Assert", "NoOp", "RefIdentity", "VarIsInitializedOp", "IsVariableInitialized"}
)
"""What may be run: besides the above only what lives and dies with the session, in its memory."""

_SOURCES_NAMES = """
Batch BatchDataset DecodeBmp DecodeGif DecodeImage DecodeJpeg DecodePng DecodeRaw InfeedDequeue
InfeedDequeueTuple IteratorGetNext IteratorGetNextSync ParseExample ParseExampleV2 ParseSingleExample
QueueDequeue QueueDequeueMany QueueDequeueManyV2 QueueDequeueUpTo QueueDequeueUpToV2 QueueDequeueV2 Unstage
"""
SOURCES = frozenset(_SOURCES_NAMES.split())
"""They bring pictures in; the program puts its own picture in their place and runs nothing behind them."""

_DANGEROUS_NAMES = """
EagerPyFunc PyFunc PyFuncStateless ReadFile WriteFile MatchingFiles DeleteFile PrintV2 LoadAndRemapMatrix
ImmutableConst MergeV2Checkpoints Restore RestoreSlice RestoreV2 Save SaveSlices SaveV2 ShardedFilename
ReaderReadV2 WholeFileReaderV2 TextLineReaderV2 TFRecordReaderV2 RpcCall Send Recv XlaLaunch
"""
DANGEROUS = frozenset(_DANGEROUS_NAMES.split())
"""They run code or reach files, and are named so that people know what they were protected from."""

MOVES = frozenset(
    {
        "CheckNumerics",
        "Ensure",
        "EnsureShape",
        "GuaranteeConst",
        "Identity",
        "PreventGradient",
        "Print",
        "RefIdentity",
        "Snapshot",
        "StopGradient",
    }
)
"""Their first result is their first input."""
