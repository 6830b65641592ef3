"""PyTorch files that want to run code, reach files, or fill the memory."""

import json
import os
import pickle
import tarfile
import warnings
from pathlib import Path

import pytest
import torch
from importers.pytorch.networks import SMALL, Small, randomised
from security.archives import changed, members, replacing
from security.pickles import Calling, calls

LAYERS = {"architecture": SMALL}


KINDS = tuple(calls(Path("x")))


@pytest.fixture(scope="module")
def weights():
    return randomised(Small()).state_dict()


@pytest.mark.parametrize("how", ["zipped", "early", "bare"])
@pytest.mark.parametrize("kind", KINDS)
def test_pickles_run_nothing(ways, canary, weights, kind, how):
    evil = calls(canary.marker)[kind]
    path = canary.folder / "net.pth"
    content = {"state_dict": weights, "hook": evil}
    if how == "bare":
        path.write_bytes(pickle.dumps({"hook": evil}, protocol=2))
    else:
        torch.save(content, path, _use_new_zipfile_serialization=how == "zipped")
    found = ways.opened(path, **LAYERS)
    if kind in ("os.system", "subprocess", "exec", "eval"):
        assert found.end == "unsafe-file"
        assert "Nothing of it was run" in found.why


def test_a_pickle_that_runs_code_is_refused_by_the_helper(by_helper, canary):
    path = canary.folder / "net.pth"
    torch.save({"weight": Calling(os.system, f"touch {canary.marker}")}, path)
    assert by_helper(path).end == "unsafe-file"


def _round_trip():
    content = {}
    content["model"] = {"inner": content}
    content["list"] = [content]
    return content


def _deep(n_levels=300):
    content = {"x": 1}
    for _ in range(n_levels):
        content = {"model": content}
    return content


@pytest.mark.parametrize("zipped", [True, False])
@pytest.mark.parametrize("make", [_round_trip, _deep, lambda: [{"a": torch.zeros(1)}] * 5, lambda: {1: 2}])
def test_contents_that_are_no_weights(ways, canary, make, zipped):
    path = canary.folder / "net.pth"
    torch.save(make(), path, _use_new_zipfile_serialization=zipped)
    ways.refused(path, **LAYERS)


@pytest.mark.parametrize("ending", [".pth", ".pt", ".bin", ".onnx"])
def test_the_name_of_a_pickle_changes_nothing(ways, canary, ending):
    path = canary.folder / f"net{ending}"
    path.write_bytes(pickle.dumps(Calling(os.system, f"touch {canary.marker}"), protocol=2))
    ways.refused(path, "unsafe-file", "system")


def test_archives_of_the_first_pytorch_are_not_run(ways, canary):
    path = canary.folder / "net.pth"
    evil = canary.folder.parent / "evil.pkl"
    evil.write_bytes(pickle.dumps(Calling(os.system, f"touch {canary.marker}"), protocol=2))
    with tarfile.open(path, "w") as archive:
        for name in ("sys_info", "pickle", "tensors", "storages"):
            archive.add(evil, name)
    ways.refused(path, "unsupported-network", "first versions")


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """Return a sound exported program with a free batch."""
    path = tmp_path_factory.mktemp("exported") / "sound.pt2"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        network = torch.nn.Sequential(
            torch.nn.Conv2d(3, 4, 3), torch.nn.AdaptiveAvgPool2d(1), torch.nn.Flatten()
        ).eval()
        free = {0: torch.export.Dim("batch")}
        program = torch.export.export(network, (torch.zeros(2, 3, 8, 8),), dynamic_shapes=(free,))
        torch.export.save(program, path)
    return path


def test_the_sound_program_opens(ways, exported, canary):
    assert ways.opened(changed(exported, canary.folder / "net.pt2", lambda _, old: old)).end == "opened"


@pytest.mark.parametrize("kind", KINDS)
def test_sample_inputs_are_not_unpickled(ways, canary, exported, kind):
    evil = canary.folder.parent / "evil.pt"
    torch.save(calls(canary.marker)[kind], evil)
    change = replacing("sample_inputs/model.pt", evil.read_bytes())
    ways.refused(changed(exported, canary.folder / "net.pt2", change))


def _pickled_weights(name, old):
    if not name.endswith("weights_config.json"):
        return old
    config = json.loads(old)
    for entry in config["config"].values():
        entry["use_pickle"] = True
    return json.dumps(config).encode()


def test_pickled_weights_are_refused(ways, canary, exported):
    evil = canary.folder.parent / "evil.pt"
    torch.save(Calling(os.system, f"touch {canary.marker}"), evil)

    def change(name, old):
        return evil.read_bytes() if name.endswith("weight_0") else _pickled_weights(name, old)

    ways.refused(changed(exported, canary.folder / "net.pt2", change), "unsafe-file", "pickled")


@pytest.mark.parametrize(
    "name", ["data/constants/custom_obj_0", "data/constants/opaque_obj_0", "data/aotinductor/model/a.so",
             "data/../../../outside/ran.txt", "models/../../evil.json", "executorch/a.pte"],
)  # fmt: skip
def test_objects_code_and_paths_in_the_archive_are_refused(ways, canary, exported, name):
    evil = pickle.dumps(Calling(os.system, f"touch {canary.marker}"), protocol=2)
    path = changed(exported, canary.folder / "net.pt2", lambda _, old: old, more=[(f"a/{name}", evil)])
    ways.refused(path, "unsafe-file", "Nothing of it was run")


CODE = (
    "__import__('os').system('touch {marker}')",
    "exec(\"open('{marker}','w')\")",
    "[c for c in ().__class__.__base__.__subclasses__()]",
    "Symbol.__globals__",
    "lambda: 1",
    "s0**9**9**9",
    "s77(Symbol)",
    "open('{marker}', 'w')",
    "Max" + "(1," * 3000 + "1" + ")" * 3000,
)


@pytest.mark.parametrize("place", ["expression", "range"])
@pytest.mark.parametrize("code", CODE)
def test_sizes_that_are_code_are_never_evaluated(ways, canary, exported, code, place):
    text = code.replace("{marker}", str(canary.marker))

    def change(name, old):
        if not name.endswith("models/model.json"):
            return old
        description = json.loads(old)
        if place == "range":
            description["range_constraints"] = {text: {"min_val": 2, "max_val": 9}}
        else:
            _put_everywhere(description, "expr_str", text)
        return json.dumps(description).encode()

    ways.refused(changed(exported, canary.folder / "net.pt2", change), "unsafe-file", "would be run")


def _put_everywhere(value, key, text):
    assert key in json.dumps(value)
    waiting = [value]
    while waiting:
        current = waiting.pop()
        if isinstance(current, dict):
            current.update({key: text} if key in current else {})
            waiting += current.values()
        elif isinstance(current, list):
            waiting += current


@pytest.mark.parametrize(
    "target",
    ["os.system", "torch.ops.aten.from_file.default", "builtins.exec", "torch.load", "ab",
     "torch.ops.prim.device.default", "torch.ops.aten.save", "torch._C._jit_init"],
)  # fmt: skip
def test_operations_that_do_more_than_compute_are_refused(ways, canary, exported, target):
    def change(name, old):
        return old.replace(b"torch.ops.aten.flatten.using_ints", target.encode())

    ways.refused(changed(exported, canary.folder / "net.pt2", change), says=target)


def test_types_of_modules_elsewhere_are_not_imported(ways, canary, exported):
    def change(name, old):
        return old.replace(b"builtins.tuple", b"antigravity.Evil")

    ways.refused(changed(exported, canary.folder / "net.pt2", change), says="antigravity")


class Reading(torch.nn.Module):
    def __init__(self, path: str, shared: bool):
        super().__init__()
        self.path, self.shared = path, shared

    def forward(self, x):
        return x.mean((2, 3)) + torch.from_file(self.path, self.shared, 3)


class Saving(torch.nn.Module):
    def __init__(self, path: str):
        super().__init__()
        self.path = path

    def forward(self, x):
        torch.save(x, self.path)
        return x.mean((2, 3))


class Waking(torch.nn.Module):
    def __init__(self, path: str):
        super().__init__()
        self.path = path

    @torch.jit.export
    def __getstate__(self):
        return self.path

    @torch.jit.export
    def __setstate__(self, path: str):
        self.path = path
        torch.save(1, path)

    def forward(self, x):
        return x.mean((2, 3))


SCRIPTS = {
    "reads": lambda canary: Reading(str(canary.secret), False),
    "writes by sharing": lambda canary: Reading(str(canary.marker), True),
    "saves": lambda canary: Saving(str(canary.marker)),
    "when it is loaded": lambda canary: Waking(str(canary.marker)),
}


def _script(kind, canary):
    path = canary.folder / "net.pt"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.jit.script(SCRIPTS[kind](canary)).save(str(path))
    canary.marker.unlink(missing_ok=True)
    return path


@pytest.mark.parametrize("kind", SCRIPTS)
def test_scripts_reach_no_files(ways, canary, kind):
    ways.refused(_script(kind, canary), "unsafe-file", "Nothing of it was run")


def test_a_script_that_reads_a_file_is_refused_by_the_helper(by_helper, canary):
    assert by_helper(_script("reads", canary)).end == "unsafe-file"


def test_defaults_of_arguments_are_not_run(ways, canary, tmp_path):
    path = _script("saves", canary)
    sound = path.rename(tmp_path / "sound.pt")

    def change(name, old):
        if not name.endswith(".py"):
            return old
        return old.replace(b"torch.save(x, self.path)", b"1").replace(
            b"x: Tensor)", f"x: Tensor, y: int=torch.save(1, {str(canary.marker)!r}))".encode()
        )

    path = changed(sound, path, change)
    assert any(b"y: int=torch.save" in content for _, content in members(path))
    ways.refused(path, "unsafe-file", "Nothing of it was run")


@pytest.mark.parametrize("size", [b"J\0@\0\0", b"J\xff\xff\xff\x7f", b"J\0\0\0\x80", b"K\0", b"M\0"])
def test_sizes_of_pictures_that_no_machine_has(ways, canary, size):
    path, data = canary.folder / "net.pt", b"\x80\x02NQK\0(K\x01K\x03" + size * 2 + b"t."
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        network = torch.nn.Sequential(
            torch.nn.AdaptiveAvgPool2d(1), torch.nn.Flatten(), torch.nn.Linear(3, 4)
        )
        torch.jit.trace(randomised(network), torch.zeros(1, 3, 8, 8)).save(str(path))

    def without(name, old):
        return None if name.endswith("traced_inputs.pkl") else old

    changed(path, path, without, more=[("net/traced_inputs.pkl", data)])
    assert ways.opened(path).peak_mb < 1500
