"""PyTorch's operations that compute numbers from numbers, and nothing else."""

_ELEMENTWISE = """
abs acos acosh add addcdiv addcmul asin asinh atan atan2 atanh bitwise_and bitwise_not bitwise_or
bitwise_xor ceil celu clamp clamp_max clamp_min clip copy copysign cos cosh deg2rad div divide elu eq erf
erfc erfinv exp exp2 expm1 fill floor floor_divide floordiv fmod frac ge gelu glu gt hardshrink hardsigmoid
hardswish hardtanh heaviside isfinite isinf isnan le leaky_relu lerp log log10 log1p log2 log_sigmoid
logaddexp logical_and logical_not logical_or logical_xor logit lt masked_fill masked_scatter maximum minimum
mish mul multiply nan_to_num ne neg negative pow prelu _prelu_kernel reciprocal relu relu6 remainder round
rrelu rsqrt rsub selu sgn sigmoid sign silu sin sinh softplus softshrink softsign special_erf special_expit
sqrt square sub subtract tan tanh threshold true_divide trunc where xlogy zero
"""
_REDUCTION = """
all amax amin any argmax argmin argsort cummax cumprod cumsum linalg_norm linalg_vector_norm logsumexp max
mean median min norm normalize prod sort std std_mean sum topk var var_mean
"""
_LAYERS = """
adaptive_avg_pool1d _adaptive_avg_pool2d adaptive_avg_pool2d adaptive_max_pool1d adaptive_max_pool2d addbmm
addmm addmv affine_grid affine_grid_generator alpha_dropout avg_pool1d avg_pool2d baddbmm batch_norm
bilinear bmm cdist channel_shuffle col2im conv1d conv2d conv3d conv_transpose1d conv_transpose2d
conv_transpose3d _convolution
convolution cosine_similarity dot dropout einsum embedding feature_alpha_dropout feature_dropout fold
_fused_rms_norm grid_sampler grid_sampler_2d group_norm hardtanh_ im2col instance_norm layer_norm linear
gru linear_backward local_response_norm _log_softmax log_softmax lp_pool2d lstm matmul max_pool1d max_pool2d
max_pool2d_with_indices mkldnn_convolution mm multi_head_attention native_batch_norm
_native_batch_norm_legit_no_training native_channel_shuffle native_dropout native_group_norm
native_layer_norm _native_multi_head_attention nll_loss outer pixel_shuffle pixel_unshuffle rms_norm
scaled_dot_product_attention _scaled_dot_product_attention_math _scaled_dot_product_efficient_attention
_scaled_dot_product_flash_attention_for_cpu _softmax softmax tensordot unfold upsample_bicubic2d
_upsample_bicubic2d_aa upsample_bilinear2d _upsample_bilinear2d_aa upsample_nearest1d upsample_nearest2d
vdot _weight_norm
"""
_ARRANGEMENT = """
alias alias_copy arange as_strided atleast_1d atleast_2d broadcast_tensors broadcast_to cat chunk clone
concat concatenate constant_pad_nd contiguous cpu detach diag diag_embed diagonal dsplit dstack empty
empty_like empty_strided expand expand_as eye flatten flip full full_like gather hsplit hstack index
index_add index_copy index_fill index_put index_select is_nonzero isin lift lift_fresh lift_fresh_copy
linspace meshgrid moveaxis movedim narrow new_empty new_full new_ones new_zeros nonzero nonzero_numpy
numpy_T one_hot ones ones_like pad permute ravel reflection_pad1d reflection_pad2d repeat repeat_interleave
replication_pad1d replication_pad2d reshape _reshape_alias reshape_as resolve_conj resolve_neg roll rot90
scalar_tensor scatter scatter_add select select_scatter _shape_as_tensor slice slice_scatter split
split_with_sizes squeeze stack swapaxes swapdims t take take_along_dim tensor tensor_split tile to _to_copy
transpose tril tril_indices triu triu_indices type_as unbind unflatten unsafe_chunk unsafe_split
unsafe_split_with_sizes _unsafe_view unsqueeze view view_as vsplit vstack zeros zeros_like
"""
_BOOKKEEPING = """
__and__ append as_tensor _assert_async _assert_scalar _assert_tensor_metadata Bool Bool.Tensor BoolImplicit
ceil.Scalar __contains__ Delete dequantize __derive_index device dict dim endswith eq.str extend
feature_alpha_dropout_ find Float FloatImplicit format _functional_assert_async get __getitem__ hash insert
Int IntImplicit __is__ is_complex is_contiguous is_floating_point is_grad_enabled __isnot__ item items join
keys len list list_with_default lower ndim neg.int __not__ numel __or__ ord percentFormat pop __range_length
replace requires_grad requires_grad_ reverse ScalarImplicit _set_item sgn_ shape size startswith
storage_offset str stride strip sym_constrain_range sym_constrain_range_for_size sym_numel sym_size
sym_storage_offset sym_stride upper values warn __xor__
"""

COMPUTING = frozenset(f"{_ELEMENTWISE} {_REDUCTION} {_LAYERS} {_ARRANGEMENT} {_BOOKKEEPING}".split())
"""Names below ``aten``, without overload and without the underscore of what works in place."""

_PYTHON_OPERATORS_NAMES = """
add and_ contains eq floordiv ge getitem gt is_ is_not le lt matmul mod mul ne neg not_ or_ pos pow sub
truediv xor
"""
PYTHON_OPERATORS = frozenset(_PYTHON_OPERATORS_NAMES.split())
"""Of Python's module ``operator``; exported programs use them for sizes."""

_SIZE_FUNCTIONS_NAMES = """
math.ceil math.floor math.sqrt math.trunc round torch._sym_sqrt torch.sym_float torch.sym_int
torch.sym_ite torch.sym_max torch.sym_min torch.sym_not torch.sym_sqrt torch.sym_sum
"""
SIZE_FUNCTIONS = frozenset(_SIZE_FUNCTIONS_NAMES.split())

WRAPPERS = frozenset({"wrap_with_set_grad_enabled", "wrap_with_autocast"})
"""Higher-order operations that only call a part of the same program."""

_SCRIPT_STRUCTURE_NAMES = """
abs CallFunction CallMethod Constant ConstantChunk CreateObject data device DictConstruct dtype EnumName
EnumValue GetAttr If is_cpu is_cuda isinstance itemsize layout ListConstruct ListUnpack Loop max min
ndim NumToTensor RaiseException rangelist requires_grad Return SetAttr shape sorted str tolist
TupleConstruct TupleIndex TupleSlice TupleUnpack unchecked_cast unchecked_unwrap_optional Uninitialized
"""
SCRIPT_STRUCTURE = frozenset(_SCRIPT_STRUCTURE_NAMES.split())
"""What TorchScript itself does, below ``prim``."""


TRAINING_ARGUMENT = {
    "alpha_dropout": 2,
    "batch_norm": 5,
    "dropout": 2,
    "feature_dropout": 2,
    "native_dropout": 2,
    "_native_batch_norm_legit": 5,
    "rrelu": 3,
}
"""Operations below ``aten`` that differ while a network is trained, and which argument says so."""

NORMALISING = frozenset({"batch_norm", "_native_batch_norm_legit"})
"""Those of them that only draw on the pictures beside, and on nothing by chance."""


def is_computing(name: str) -> bool:
    """Whether an operation below ``aten``, with or without overload, does nothing but compute."""
    base = name.split(".")[0]
    return base in COMPUTING or (base.endswith("_") and base.rstrip("_") in COMPUTING)
