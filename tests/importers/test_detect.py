"""Formats by content, whatever the name; everything else gets a sentence that says what it is."""

import io
import pickle
import struct
import tarfile
import zipfile

import numpy as np
import pytest
from importers.builders import classifier, fill_blob, save_caffe, weights, with_input

from deepintro_desktop.core.errors import (
    NotFoundError,
    UnreadableNetworkError,
    UnsafeFileError,
)
from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.importers import Format, detect, open_network
from deepintro_desktop.importers.caffe.schema import message

REAL = {
    "caffe_squeezenet_v1.0/deploy.prototxt": Format.CAFFE,
    "caffe_squeezenet_v1.0/squeezenet_v1.0.caffemodel": Format.CAFFE,
    "onnx_cifar10_winml/ImageClassifier.onnx": Format.ONNX,
    "onnx_mnist_cntk/mnist.onnx": Format.ONNX,
    "keras_h5_emotion_mini_xception/fer2013_mini_XCEPTION.102-0.66.hdf5": Format.KERAS,
    "keras_fashion_mnist/fashion_mnist_model.h5": Format.KERAS,
    "keras_fashion_mnist/fashion_mnist_model.keras": Format.KERAS,
    "savedmodel_tf2_fashion_derived": Format.SAVED_MODEL,
    "savedmodel_tf2_fashion_derived/saved_model.pb": Format.SAVED_MODEL,
    "savedmodel_tf1_mnist_dotnet/saved_model.pb": Format.SAVED_MODEL,
    "tf1_traffic_lenet/lenet.ckpt.meta": Format.TENSORFLOW1,
    "tf1_traffic_lenet/lenet.ckpt.index": Format.TENSORFLOW1,
    "tf1_traffic_lenet/lenet.ckpt.data-00000-of-00001": Format.TENSORFLOW1,
    "tf1_traffic_lenet/checkpoint": Format.TENSORFLOW1,
    "tf1_frozen_traffic_lenet_derived/traffic_lenet_frozen.pb": Format.FROZEN_GRAPH,
    "pytorch_cifar10_winml/myFirstModel.pth": Format.TORCH_WEIGHTS,
    "torchscript_cifar10_winml_derived/cifar10_traced.pt": Format.TORCHSCRIPT,
    "safetensors_mnist_mlp/mnist.safetensors": Format.TORCH_WEIGHTS,
}


@pytest.mark.parametrize("name", sorted(REAL))
def test_real_networks_are_recognised(shared_data, name):
    assert detect(shared_data / "models" / name) is REAL[name]


def test_the_extension_does_not_matter(shared_data, tmp_path):
    for name in ("onnx_mnist_cntk/mnist.onnx", "caffe_squeezenet_v1.0/deploy.prototxt"):
        copy = tmp_path / "network.txt"
        copy.write_bytes((shared_data / "models" / name).read_bytes())
        assert detect(copy) is REAL[name]


def zipped(*names):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, b"1")
    return buffer.getvalue()


def mean_file():
    blob = message("BlobProto")
    fill_blob(blob, np.ones((1, 3, 2, 2)), "v1")
    return blob.SerializeToString()


WRONG = {
    "empty": (b"", "empty"),
    "pointer": (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n", "pointer.*LFS"),
    "page": (b"\n<!DOCTYPE html><html><head></head></html>", "web page"),
    "png": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG picture"),
    "jpeg": (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG picture"),
    "dicom": (b"\0" * 128 + b"DICM\2\0", "DICOM picture"),
    "text": (b"just some words\n", "text file"),
    "labels": (b"cat\ndog\n", "text file"),
    "solver": (b'net: "train_val.prototxt"\nbase_lr: 0.01\nlr_policy: "step"\n', "training settings"),
    "gzip": (b"\x1f\x8b\x08\0\0\0", "gzip"),
    "pdf": (b"%PDF-1.7\n", "PDF"),
    "numpy": (b"\x93NUMPY\x01\0", "NumPy"),
    "tflite": (b"\x1c\0\0\0TFL3\0\0", "TensorFlow Lite"),
    "zip": (zipped("readme.txt", "data/x.csv"), "archive.*readme.txt"),
    "noise": (bytes(np.random.default_rng(3).integers(128, 255, 500, dtype=np.uint8)), "no kind|cut short"),
    "mean": (mean_file(), "mean file"),
    "keras text": (b'{"class_name": "Sequential", "config": {}}', "Keras.*without the weights"),
    "tensorflow.js": (
        b'{"format": "layers-model", "modelTopology": {"class_name": "Model"}}',
        "TensorFlow.js",
    ),
    "graph text": (b'node {\n  name: "x"\n}\n', "TensorFlow as text"),
    "darknet": (b"[net]\nbatch=1\n", "Darknet"),
    "zeros": (b"\0" * 1000, "no kind"),
}


@pytest.mark.parametrize("name", sorted(WRONG))
def test_other_things_are_named(tmp_path, name):
    data, why = WRONG[name]
    path = tmp_path / "network.onnx"
    path.write_bytes(data)
    with pytest.raises(UnreadableNetworkError, match=why) as caught:
        detect(path)
    assert caught.value.hint


def test_zips_are_told_apart(tmp_path):
    path = tmp_path / "network"
    for names, kind in [
        (("net/data.pkl", "net/constants.pkl", "net/code/__torch__.py"), Format.TORCHSCRIPT),
        (("net/archive_format", "net/models/model.json", "net/data/weights/w"), Format.TORCH_EXPORT),
        (("net/data.pkl", "net/data/0"), Format.TORCH_WEIGHTS),
        (("config.json", "metadata.json", "model.weights.h5"), Format.KERAS),
        (("serialized_exported_program.json", "serialized_state_dict.pt", "version"), Format.TORCH_EXPORT),
    ]:
        path.write_bytes(zipped(*names))
        assert detect(path) is kind


def test_a_zip_bomb_is_refused(tmp_path):
    path = tmp_path / "network.pt"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("net/data.pkl", b"0" * (300 << 20))
    with pytest.raises(UnsafeFileError, match="0.3 GB"):
        detect(path)


def test_a_cut_zip_is_refused(tmp_path):
    path = tmp_path / "network.pt"
    path.write_bytes(zipped("net/data.pkl", "net/data/0")[:-30])
    with pytest.raises(UnreadableNetworkError, match="cut short"):
        detect(path)


def test_pickles_and_safetensors_are_recognised_and_never_loaded(tmp_path):
    class Trap:
        def __reduce__(self):
            return (pytest.fail, ("a pickle was loaded",))

    path = tmp_path / "network.pth"
    path.write_bytes(pickle.dumps({"weights": Trap()}, protocol=2))
    assert detect(path) is Format.TORCH_WEIGHTS
    header = b'{"w": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}}'
    path.write_bytes(struct.pack("<Q", len(header)) + header + b"1234")
    assert detect(path) is Format.TORCH_WEIGHTS


def tarred(*names):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name in names:
            entry = tarfile.TarInfo(name)
            entry.size = 700
            archive.addfile(entry, io.BytesIO(b"1" * 700))
    return buffer.getvalue()


def test_the_archives_of_the_first_pytorch_are_recognised(tmp_path):
    path = tmp_path / "network.pth"
    path.write_bytes(tarred("./sys_info", "./pickle", "./storages", "./tensors"))
    assert detect(path) is Format.TORCH_WEIGHTS
    path.write_bytes(tarred("readme.txt", "storages"))
    with pytest.raises(UnreadableNetworkError):
        detect(path)


def test_a_folder_with_a_checkpoint_is_a_network(tmp_path):
    (tmp_path / "checkpoint").write_text('model_checkpoint_path: "net.ckpt"\n')
    assert detect(tmp_path) is Format.TENSORFLOW1


def test_what_is_not_there_is_said(tmp_path):
    with pytest.raises(NotFoundError, match="gone.onnx"):
        detect(tmp_path / "gone.onnx")
    with pytest.raises(UnreadableNetworkError, match="folder"):
        detect(tmp_path)


@pytest.mark.parametrize("share", [0.02, 0.3, 0.9, 0.999])
def test_cut_files_are_said_to_be_cut(tmp_path, rng, share):
    data = classifier(rng, n_classes=50).SerializeToString()
    path = tmp_path / "net.onnx"
    path.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(UnreadableNetworkError, match="cut short|no kind"):
        detect(path)


def test_cut_weights_of_caffe_are_refused(tmp_path, rng):
    structure = with_input(
        'layer { name: "fc" type: "InnerProduct" bottom: "data" top: "fc" '
        "inner_product_param { num_output: 3 } }",
        *(1, 3, 4, 4),
    )
    path = save_caffe(tmp_path, structure, {"fc": [weights(rng, 3, 48), weights(rng, 3)]})
    cut = tmp_path / "net.caffemodel"
    cut.write_bytes(cut.read_bytes()[:-40])
    for chosen in (path, cut):
        with pytest.raises(UnreadableNetworkError, match="cut short"):
            open_network(AddNetworkRequest(chosen))
