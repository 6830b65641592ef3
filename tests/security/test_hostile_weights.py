"""PyTorch's archives and tensors that claim more than they hold."""

import json
import struct
import zipfile
from collections import OrderedDict

import pytest
import torch
from importers.pytorch.networks import SMALL, Small, randomised
from security.archives import bomb, changed, with_claimed_size
from security.pickles import Calling

LAYERS = {"architecture": SMALL}


@pytest.fixture(scope="module")
def weights():
    return randomised(Small()).state_dict()


@pytest.mark.parametrize(
    "names",
    [["a/data.pkl", "a/data/0"], ["a/constants.pkl", "a/code/x.py", "a/data.pkl"],
     ["a/models/model.json", "a/archive_format"], ["config.json", "model.weights.h5"]],
)  # fmt: skip
def test_zip_bombs_are_refused_before_they_are_unpacked(ways, canary, names):
    path = canary.folder / "net.pt"
    path.write_bytes(bomb(names, 300 << 20))
    assert path.stat().st_size < 2 << 20
    found = ways.refused(path, "unsafe-file", "Unpacked it would take")
    assert found.peak_mb < 2000


def test_a_bomb_inside_an_archive_stays_packed(ways, canary, weights):
    path, inner = canary.folder / "net.pth", bomb(["x"], 200 << 20)
    torch.save(weights, path)
    changed(path, path, lambda _, old: old, more=[("net/inner.zip", inner)])
    assert ways.opened(path, **LAYERS).peak_mb < 1500


@pytest.mark.parametrize("n_bytes", [0, 1, 2**31 - 1, 2**32 - 1])
@pytest.mark.parametrize("name", ["data.pkl", "data/0"])
def test_sizes_that_the_archive_lies_about(ways, canary, weights, name, n_bytes):
    path = canary.folder / "net.pth"
    torch.save(weights, path)
    path.write_bytes(with_claimed_size(path.read_bytes(), name, n_bytes))
    ways.refused(path, **LAYERS)


@pytest.mark.parametrize(
    ("size", "stride"),
    [((2**62, 4), (2**62, 1)), ((2**40,), (0,)), ((2**31, 2**31), (0, 0)), ((-1, 4), (1, 1)),
     ((8,), (2**61,)), ((10**6, 10**5), (0, 0))],
)  # fmt: skip
@pytest.mark.parametrize("zipped", [True, False])
def test_tensors_larger_than_what_is_stored(ways, canary, weights, size, stride, zipped):
    storage = torch.zeros(4).untyped_storage()
    typed = torch.storage.TypedStorage(wrap_storage=storage, dtype=torch.float32, _internal=True)
    rebuilt = Calling(torch._utils._rebuild_tensor_v2, typed, 0, size, stride, False, OrderedDict())
    path = canary.folder / "net.pth"
    torch.save({**weights, "fc.bias": rebuilt}, path, _use_new_zipfile_serialization=zipped)
    assert ways.refused(path, **LAYERS).peak_mb < 1500


def _safetensors(header, n_bytes=0):
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + bytes(n_bytes)


@pytest.mark.parametrize(
    "content",
    [
        struct.pack("<Q", 2**63) + b"{" + b" " * 90,
        struct.pack("<Q", 60) + b"{" + b" " * 90,
        _safetensors({"a": {"dtype": "F32", "shape": [2**62, 8], "data_offsets": [0, 16]}}, 16),
        _safetensors({"a": {"dtype": "F32", "shape": [4], "data_offsets": [0, 2**63]}}, 16),
        _safetensors({"a": {"dtype": "F32", "shape": [4], "data_offsets": [8, 0]}}, 16),
        _safetensors({"a": {"dtype": "F32", "shape": [-4], "data_offsets": [0, 16]}}, 16),
        _safetensors(b'{"a":' * 50_000 + b"1" + b"}" * 50_000),
        _safetensors({"__metadata__": {"x": "y" * 1_000_000}}),
    ],
)  # fmt: skip
def test_headers_of_safetensors(ways, canary, content):
    path = canary.folder / "net.safetensors"
    path.write_bytes(content)
    ways.refused(path, **LAYERS)


def test_an_archive_in_an_archive_is_no_network(ways, canary, weights):
    path = canary.folder / "net.pth"
    torch.save(weights, path)
    with zipfile.ZipFile(canary.folder / "outer.zip", "w") as archive:
        archive.write(path, "net.pth")
    ways.refused(canary.folder / "outer.zip", "unreadable-network", "Unpack it")
