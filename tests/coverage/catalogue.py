"""The networks that the suite opens, and the formats in which each of them is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

TORCH_FORMATS = ("onnx", "onnx-dynamo", "torchscript", "pt2")
KERAS_FORMATS = ("onnx", "keras", "h5", "savedmodel")
WEIGHTS = "weights"
"""Only the tensors; the architecture is named when the file is opened."""

ROUNDING = 6e-8
"""Half of the last digit of single precision: how far a conversion moves weights."""

N_DRAWS = 3
"""How often weights are moved so: a single draw may meet no neuron that is zero but for rounding."""


@dataclass(frozen=True, slots=True)
class Network:
    """One architecture; the maps of its formats are compared with those of the first.

    ``options`` go to its constructor, ``size`` is the side of its square pictures.

    ``pixels``: the network takes 0 … 255 and scales by itself; others take about -2 … 2.
    ``memory_gb``: what one process may use.
    """

    name: str
    framework: str
    architecture: str
    size: int
    options: Mapping[str, Any] = field(default_factory=dict)
    formats: tuple[str, ...] = TORCH_FORMATS
    pixels: bool = False
    memory_gb: float = 4.0
    seconds: float = 600.0


def _torchvision(name: str, size: int, **options: Any) -> Network:
    large = name.startswith("vgg")
    formats = (*TORCH_FORMATS, WEIGHTS)
    return Network(name, "torchvision", name, size, options, formats, memory_gb=8.0 if large else 4.0)


def _timm(name: str, size: int = 64, **options: Any) -> Network:
    return Network(f"timm {name}", "timm", name, size, {"num_classes": 10, **options})


def _timm_sized(name: str, size: int = 64, **options: Any) -> Network:
    return _timm(name, size, img_size=size, **options)


def _keras(name: str, size: int, *, pixels: bool = False) -> Network:
    # tf2onnx by itself would need more than 18 GB for the dense layers of VGG.
    formats = tuple(kind for kind in KERAS_FORMATS if kind != "onnx" or not name.startswith("VGG"))
    memory_gb = 8.0 if name.startswith("VGG") else 5.0
    return Network(
        f"keras {name}",
        "keras",
        name,
        size,
        formats=formats,
        pixels=pixels,
        memory_gb=memory_gb,
        seconds=900.0,
    )


_TORCHVISION = (
    _torchvision("alexnet", 224),
    _torchvision("vgg16", 224),
    _torchvision("vgg16_bn", 224),
    _torchvision("resnet18", 96),
    _torchvision("resnet50", 96),
    _torchvision("inception_v3", 128, init_weights=False),
    _torchvision("googlenet", 96, init_weights=False),
    _torchvision("densenet121", 96),
    _torchvision("squeezenet1_1", 96),
    _torchvision("mobilenet_v2", 96),
    _torchvision("mobilenet_v3_small", 96),
    _torchvision("efficientnet_b0", 96),
    _torchvision("mnasnet1_0", 96),
    _torchvision("regnet_y_400mf", 96),
    _torchvision("shufflenet_v2_x1_0", 96),
    _torchvision("convnext_tiny", 96),
    _torchvision("vit_b_16", 224),
    _torchvision("swin_t", 112),
    _torchvision("maxvit_t", 224),
)

_TIMM_NAMED = (
    _timm("resnet18d"),
    _timm_sized("vit_tiny_patch16_224", 96),
    _timm("convnextv2_atto"),
    _timm("mobilevit_xxs"),
    _timm("dm_nfnet_f0"),
    _timm_sized("mixer_s32_224", 96),
    _timm("repvgg_a0"),
    _timm("hrnet_w18_small"),
)

_TIMM_MORE = (
    _timm_sized("deit_tiny_distilled_patch16_224"),
    _timm_sized("beit_base_patch16_224"),
    _timm_sized("cait_xxs24_224"),
    _timm_sized("coat_tiny"),
    _timm("crossvit_9_240", 96),
    _timm_sized("convit_tiny"),
    _timm("davit_tiny"),
    _timm("edgenext_xx_small"),
    _timm("efficientformer_l1", 224),
    _timm_sized("efficientformerv2_s0"),
    _timm_sized("eva02_tiny_patch14_224", 70),
    _timm("fastvit_t8"),
    _timm("focalnet_tiny_srf"),
    _timm_sized("gcvit_xxtiny"),
    _timm("ghostnet_050"),
    _timm_sized("gmlp_ti16_224"),
    _timm("hardcorenas_a"),
    _timm_sized("levit_128s"),
    _timm("lcnet_050"),
    _timm("mvitv2_tiny"),
    _timm_sized("nest_tiny"),
    _timm_sized("pit_ti_224"),
    _timm("poolformer_s12"),
    _timm("pvt_v2_b0"),
    _timm("regnetx_002"),
    _timm_sized("resmlp_12_224"),
    _timm("resnest14d"),
    _timm("rexnet_100"),
    _timm("selecsls42"),
    _timm("sequencer2d_s"),
    _timm("tinynet_e"),
    _timm("twins_svt_small"),
    _timm_sized("volo_d1_224"),
    _timm("xcit_nano_12_p16_224"),
    _timm("inception_next_atto"),
    _timm("starnet_s050"),
    _timm("mobileone_s0"),
    _timm("tiny_vit_5m_224", 96),
    _timm("res2net50_26w_4s"),
    _timm("dla46_c"),
    _timm("ese_vovnet19b_slim_dw"),
    _timm("mambaout_femto"),
    _timm("repvit_m0_9"),
    _timm("swiftformer_xs"),
    _timm_sized("tnt_s_patch16_224"),
    _timm_sized("visformer_tiny"),
    _timm("efficientvit_b0"),
    _timm("efficientvit_m0"),
    _timm("mobilenetv4_conv_small"),
    _timm("hgnetv2_b0"),
    _timm_sized("hiera_tiny_224"),
    _timm("fasternet_t0"),
    _timm("dpn48b"),
    _timm("cspresnet50"),
    _timm("darknet17"),
    _timm("skresnet18"),
    _timm("legacy_seresnet18"),
    _timm("legacy_xception"),
    _timm("resnext50_32x4d"),
    _timm("resnetv2_18"),
    _timm("mixnet_s"),
    _timm("caformer_s18"),
    _timm_sized("swinv2_tiny_window8_256"),
    _timm_sized("coatnet_pico_rw_224"),
    _timm("nextvit_small"),
    _timm("lambda_resnet26t"),
    _timm_sized("botnet26t_256"),
    _timm("halonet26t", 256),
    _timm("gcresnext26ts"),
    _timm_sized("vit_relpos_small_patch16_224"),
    _timm("efficientvim_m1"),
)

_KERAS = (
    _keras("VGG16", 224),
    _keras("ResNet50", 96),
    _keras("ResNet50V2", 96),
    _keras("InceptionV3", 128),
    _keras("Xception", 96),
    _keras("MobileNet", 96),
    _keras("MobileNetV2", 96),
    _keras("MobileNetV3Small", 96, pixels=True),
    _keras("DenseNet121", 96),
    _keras("EfficientNetB0", 96, pixels=True),
    _keras("EfficientNetV2B0", 96, pixels=True),
    _keras("ConvNeXtTiny", 96, pixels=True),
    _keras("NASNetMobile", 96),
)

NETWORKS: Mapping[str, Network] = MappingProxyType(
    {network.name: network for network in (*_TORCHVISION, *_TIMM_NAMED, *_TIMM_MORE, *_KERAS)}
)

SAMPLE: Mapping[str, str] = MappingProxyType(
    {
        "squeezenet1_1": "torchscript",
        "timm vit_tiny_patch16_224": "onnx",
        "timm convnextv2_atto": "onnx-dynamo",
        "mobilenet_v3_small": "weights",
        "timm hgnetv2_b0": "pt2",
        "timm mobilevit_xxs": "onnx",
        "keras MobileNet": "keras",
        "keras MobileNetV3Small": "savedmodel",
    }
)
"""Few small networks of many kinds, in one format each, for every run of the tests."""
