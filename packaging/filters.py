"""What PyInstaller leaves out of the program: makers' tools, graphics cards, what nobody calls."""

import posixpath
import re

EXCLUDED_MODULES = (
    # Tools that libraries import when they find them.
    "tkinter", "pytest", "IPython", "matplotlib", "tensorboard", "triton", "pip", "mypy", "ruff", "cv2",
    "zennit", "timm", "huggingface_hub", "lxml", "clang", "pandas", "PyInstaller",
    # Parts of Qt that the window does not use, and that bring large libraries along.
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtTest", "PySide6.QtDBus", "PySide6.QtSql",
)  # fmt: skip
TENSORFLOW_MODULES = ("tensorflow", "keras", "tf_keras", "tf2onnx", "h5py", "grpc")

_UNWANTED_BEGINNINGS = (
    # Programs and headers for people who build on top of torch and TensorFlow.
    "torch/test/", "torch/include/", "torch/share/", "tensorflow/include/",
    # Compiled operators for detectors, made for CUDA; classifiers need none (pytorch/architectures.py).
    "torchvision/_C", "torchvision/image.", "torchvision.libs/", "libnvjpeg", "libcudart",
    # The program computes on the CPU unless a person installs it from source with other libraries.
    "onnxruntime/capi/libonnxruntime_providers_cuda", "onnxruntime/capi/libonnxruntime_providers_tensorrt",
    "onnxruntime/capi/onnxruntime_providers_cuda", "onnxruntime/capi/onnxruntime_providers_tensorrt",
    # The program opens no connection.
    "PySide6/Qt/plugins/tls/", "PySide6/Qt/plugins/networkinformation/",
    "PySide6/plugins/tls/", "PySide6/plugins/networkinformation/",
    # Displays that no desktop has, and a theme that brings all of GTK.
    "PySide6/Qt/plugins/generic/", "PySide6/Qt/plugins/egldeviceintegrations/",
    "PySide6/Qt/plugins/platforms/libqvnc", "PySide6/Qt/plugins/platforms/libqlinuxfb",
    "PySide6/Qt/plugins/platforms/libqeglfs", "PySide6/Qt/plugins/platforms/libqvkkhrdisplay",
    "PySide6/Qt/plugins/platforms/libqminimalegl", "PySide6/Qt/plugins/platformthemes/libqgtk3",
)  # fmt: skip
_ONLY_FOR_GTK = (
    "libgtk-3", "libgdk-3", "libgdk_pixbuf-2", "libcairo", "libpango", "libatk", "libatspi", "libepoxy",
    "libharfbuzz.so", "libfribidi", "libgraphite2", "libthai", "libdatrie", "libpixman-1", "libXcomposite",
    "libXdamage", "libXcursor", "libXinerama", "libXrandr", "libXi.so", "libgio-2.0", "libgmodule-2.0",
    "libmount", "libblkid", "libselinux", "libjpeg.so",
)  # fmt: skip
"""What that theme brings along. Qt and Pillow carry their own of these, under other names or elsewhere."""

_UNWANTED_ENDINGS = (
    ".a", ".lib", ".h", ".hpp", ".cuh", ".pyi",
    ".dist-info/direct_url.json",  # a folder of the machine that built it
)  # fmt: skip
_FOR_TRANSLATORS = re.compile(r"^resources/i18n/.*\.ts$")
_TRANSLATION = re.compile(r"^PySide6/(Qt/)?translations/.*\.qm$")
_SPOKEN = ("qtbase_de.qm",)
"""Qt's own words (buttons, dialogs of files) in the languages of the window; English needs no file."""

_NEEDED_PROGRAM = "torch_shm_manager"
"""torch does not load without it on Linux; nothing else in torch/bin is used."""


def is_wanted(name: str) -> bool:
    """Say whether a file of the build, by its name in the program's folder, belongs into the program."""
    name = name.replace("\\", "/")
    if name.startswith("torch/bin/"):
        return name.endswith(_NEEDED_PROGRAM)
    if _FOR_TRANSLATORS.search(name):
        return False
    if _TRANSLATION.search(name):
        return name.endswith(_SPOKEN)
    return not name.startswith(_UNWANTED_BEGINNINGS + _ONLY_FOR_GTK) and not name.endswith(_UNWANTED_ENDINGS)


def wanted(entries: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Return the entries of PyInstaller's (name, source, kind) that belong into the program.

    A link, whose source is where it points to, goes together with that.
    """
    return [entry for entry in entries if is_wanted(entry[0]) and is_wanted(_target(*entry))]


def _target(name: str, source: str, kind: str) -> str:
    if kind != "SYMLINK":
        return name
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), source))
