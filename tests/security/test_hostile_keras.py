"""Keras files that want to run code, point to other files, or fill the memory."""

import base64
import json
import marshal
import shutil
import warnings

import h5py
import numpy as np
import pytest
from importers.keras import networks
from security.archives import bomb, changed, replacing
from security.packed import packed


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """Return sound files by kind."""
    folder = tmp_path_factory.mktemp("sound")
    return {
        kind: networks.written(
            networks.plain(networks.library(is_legacy)), folder, ending, kind.split(",")[0]
        )
        for kind, (is_legacy, ending) in networks.KINDS.items()
    }


kinds = pytest.mark.parametrize("kind", networks.KINDS)


def rewritten(source, folder, change):
    """Copy a file with another configuration."""
    path = folder / source.name
    if source.suffix == ".h5":
        return networks.changed_config(shutil.copy(source, path), change)

    def edit(name, old):
        if name != "config.json":
            return old
        config = json.loads(old)
        change(config)
        return json.dumps(config).encode()

    return changed(source, path, edit)


def layers_of(config):
    return config["config"]["layers"]


def with_lambda(marker):
    """Return a change that puts a Lambda layer in, whose code writes a file."""
    code = compile(f"lambda x: open({str(marker)!r}, 'w') and x", "lambda", "eval").co_consts[0]
    raw = base64.b64encode(marshal.dumps(code)).decode()

    def change(config):
        new = {"class_name": "__lambda__", "config": {"code": raw, "defaults": None, "closure": None}}
        old = [raw, None, None]
        inner = {"name": "evil", "trainable": True, "dtype": "float32", "function": new, "arguments": {}}
        inner |= {"function_type": "lambda", "module": "builtins"}
        if "registered_name" not in layers_of(config)[-1]:
            inner["function"] = old
        layers_of(config).insert(1, {"module": "keras.layers", "class_name": "Lambda", "config": inner})

    return change


@kinds
def test_code_in_a_lambda_is_not_run(ways, canary, sound, kind):
    path = rewritten(sound[kind], canary.folder, with_lambda(canary.marker))
    ways.refused(path, "unsafe-file", "Nothing of it was run")


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["keras 3, .keras", "keras 2, .h5"])
def test_the_helper_refuses_a_lambda(by_helper, canary, sound, kind):
    path = rewritten(sound[kind], canary.folder, with_lambda(canary.marker))
    assert by_helper(path).end == "unsafe-file"


def layer(class_name, module=None, **config):
    return {"class_name": class_name, "module": module, "config": {"name": "evil", **config}}


def function(name, module):
    return {"class_name": "function", "config": name, "module": module, "registered_name": name}


EVIL = {
    "os.system": layer("system", "os", command="touch {marker}"),
    "subprocess": layer("Popen", "subprocess", args=["touch", "{marker}"]),
    "registered": layer("Dense", "keras.layers", units=3) | {"registered_name": "os>system"},
    "get_file": layer("get_file", "keras.utils", fname="{marker}", origin="file://{secret}"),
    "get_file as function": layer(
        "Activation", "keras.layers", activation=function("get_file", "keras.utils")
    ),
    "system as function": layer("Activation", "keras.layers", activation=function("system", "os")),
    "function of numpy": layer("Activation", "keras.layers", activation=function("save", "numpy")),
    "activation by name": layer("Dense", "keras.layers", units=3, activation="os.system"),
    "own layer": layer("Mine", "my_package", units=3),
    "module of a stranger": layer("Dense", "keras_evil.layers", units=3),
    "a module with a path": layer("Dense", "../../evil", units=3),
    "saved model": layer("TFSMLayer", "keras.layers", filepath="{secret}"),
    "vocabulary": layer("StringLookup", "keras.layers", vocabulary="{secret}"),
    "text": layer("TextVectorization", "keras.layers", vocabulary="{secret}"),
    "torch": {"class_name": "TorchModuleWrapper", "config": {"name": "evil", "module": "{marker}"}},
    "inside a wrapper": layer("TimeDistributed", "keras.layers", layer=layer("system", "os", command="ls")),
    "inside a network": layer(
        "Sequential", "keras", layers=[layer("system", "os", command="touch {marker}")]
    ),
    "operation": layer("TFOpLambda", "keras.layers", function="io.write_file"),
    "reading operation": layer("TFOpLambda", "keras.layers", function="io.read_file"),
    "python operation": layer("TFOpLambda", "keras.layers", function="numpy_function"),
    "node": layer("TensorFlowOpLayer", None, node_def="name: 'a' op: 'WriteFile'", constants={}),
    "initializer": layer("Dense", "keras.layers", units=3, kernel_initializer=layer("system", "os")),
    "regularizer": layer("Dense", "keras.layers", units=3, kernel_regularizer=function("system", "os")),
    "dtype": layer("Dense", "keras.layers", units=3, dtype=layer("Popen", "subprocess", args="ls")),
    "type spec": layer(
        "Dense", "keras.layers", units={"class_name": "__typespec__", "spec_name": "os.system"}
    ),
    "no name": {"class_name": ["os", "system"], "config": {}},
    "no text": {"class_name": None, "module": 7, "config": []},
}


def _filled(value, canary):
    text = json.dumps(value).replace("{marker}", str(canary.marker)).replace("{secret}", str(canary.secret))
    return json.loads(text)


@pytest.mark.parametrize("kind", ["keras 3, .keras", "keras 2, .h5"])
@pytest.mark.parametrize("evil", EVIL)
def test_only_layers_of_keras_itself_are_made(ways, canary, sound, kind, evil):
    entry = _filled(EVIL[evil], canary)
    path = rewritten(sound[kind], canary.folder, lambda config: layers_of(config).insert(1, entry))
    found = ways.refused(path)
    assert found.end in ("unsafe-file", "unsupported-network")
    assert found.seconds < 5


@pytest.mark.parametrize("kind", ["keras 3, .keras", "keras 3, .h5", "keras 2, .h5"])
def test_code_in_what_only_training_reads_is_not_run(ways, canary, sound, kind):
    def change(config):
        config["compile_config"] = {"optimizer": layer("system", "os", command=f"touch {canary.marker}")}

    assert ways.opened(rewritten(sound[kind], canary.folder, change)).end == "opened"


@pytest.mark.parametrize("kind", ["keras 3, .keras", "keras 2, .h5"])
@pytest.mark.parametrize(
    "change",
    [
        lambda config: config["config"].update(layers=[]),
        lambda config: config["config"].pop("layers"),
        lambda config: config.update(config=[1]),
        lambda config: config.update(class_name="Functional"),
        lambda config: layers_of(config)[1]["config"].update(filters=2**62),
        lambda config: layers_of(config)[1]["config"].update(filters=-3),
        lambda config: layers_of(config)[1]["config"].update(kernel_size=[10**9, 10**9]),
        lambda config: layers_of(config)[1]["config"].update(strides=[0, 0]),
        lambda config: layers_of(config)[1]["config"].update(name="../../../x"),
        lambda config: layers_of(config)[1]["config"].update(name="x" * 100_000),
        lambda config: layers_of(config).extend([layers_of(config)[-1]] * 3000),
    ],
)
def test_configurations_that_make_no_sense(ways, canary, sound, kind, change):
    found = ways.opened(rewritten(sound[kind], canary.folder, change))
    assert found.peak_mb < 3000


@pytest.mark.parametrize(
    "text", [b"[" * 200_000, b'{"a":' * 100_000, b"{}", b"[]", b"\xff\xfe", b"", b"NaN", b"1e999"]
)
def test_texts_instead_of_a_configuration(ways, canary, sound, text):
    path = changed(sound["keras 3, .keras"], canary.folder / "net.keras", replacing("config.json", text))
    ways.refused(path)


@pytest.mark.parametrize(
    "name", ["../outside/ran.txt", "/tmp/evil", "assets/a.txt", "code.py", "config.json", "model.weights.h5",
             "a/../../b", "C:\\evil", "model.weights.h5/x"],
)  # fmt: skip
def test_archives_with_more_in_them_are_refused(ways, canary, sound, name):
    path = canary.folder / "net.keras"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # two members of one name are meant
        changed(sound["keras 3, .keras"], path, lambda _, old: old, more=[(name, b"evil")])
    ways.refused(path, "unsafe-file", "more than a network")


def test_bombs_are_refused(ways, canary, sound):
    path = canary.folder / "net.keras"
    path.write_bytes(bomb(["config.json", "model.weights.h5", "metadata.json"], 100 << 20))
    assert ways.refused(path, "unsafe-file").peak_mb < 2000
    path.write_bytes(packed([("config.json", b"{}"), ("model.weights.h5", bomb(["x"], 100 << 20))]))
    assert ways.refused(path).peak_mb < 2000


def _external_link(file, canary):
    file["model_weights/link"] = h5py.ExternalLink(str(canary.secret), "/")


def _soft_link(file, canary):
    file["model_weights/link"] = h5py.SoftLink("/model_weights")


def _external_storage(file, canary):
    place = [(str(canary.secret), 0, h5py.h5f.UNLIMITED)]
    file["model_weights"].create_dataset("far", (10,), "u1", external=place)


def _writing_storage(file, canary):
    place = [(str(canary.marker), 0, h5py.h5f.UNLIMITED)]
    file["model_weights"].create_dataset("far", (10,), "u1", external=place)


def _virtual(file, canary):
    layout = h5py.VirtualLayout((10,), "u1")
    layout[:] = h5py.VirtualSource(str(canary.secret), "x", (10,))
    file["model_weights"].create_virtual_dataset("far", layout)


def _plug_in(file, canary):
    properties = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    properties.set_chunk((10,))
    properties.set_filter(32015, h5py.h5z.FLAG_OPTIONAL, (1,))
    space = h5py.h5s.create_simple((10,))
    h5py.h5d.create(file["model_weights"].id, b"packed", h5py.h5t.NATIVE_UINT8, space, properties)


def _huge(file, canary):
    file["model_weights"].create_dataset("huge", (2**40,), "f4", chunks=(1024,))


def _huge_once(file, canary):
    file["model_weights"].create_dataset(
        "huge", (2**15, 2**15), "f4", chunks=(1024, 1024), compression="gzip"
    )


def _nested(file, canary):
    group = file["model_weights"]
    for _ in range(200):
        group = group.create_group("g")


def _cycle(file, canary):
    file["model_weights/again"] = file["/"]


TRICKS = {
    "external link": (_external_link, "unsafe-file"),
    "soft link": (_soft_link, "unsafe-file"),
    "external storage": (_external_storage, "unsafe-file"),
    "external storage that is written": (_writing_storage, "unsafe-file"),
    "virtual dataset": (_virtual, "unsafe-file"),
    "filter plug-in": (_plug_in, "unsafe-file"),
    "huge dataset": (_huge, "unsafe-file"),
    "packed zeros": (_huge_once, "unsafe-file"),
    "deep groups": (_nested, "unsafe-file"),
    "a group in itself": (_cycle, "opened"),
}


@pytest.mark.parametrize("place", ["h5", "keras"])
@pytest.mark.parametrize("trick", TRICKS)
def test_hdf5_points_nowhere_and_is_no_bomb(ways, canary, sound, trick, place):
    prepare, end = TRICKS[trick]
    path = canary.folder / f"net.{place}"
    if place == "h5":
        shutil.copy(sound["keras 3, .h5"], path)
        _prepared(path, prepare, canary)
    else:
        inner = canary.folder.parent / "weights.h5"
        with h5py.File(inner, "w") as file:
            file.create_group("model_weights")
        _prepared(inner, prepare, canary)
        changed(sound["keras 3, .keras"], path, replacing("weights.h5", inner.read_bytes()))
        end = end if end != "opened" else "unreadable-network"
    found = ways.opened(path)
    assert found.end == end, found
    assert found.peak_mb < 2500


def _prepared(path, prepare, canary):
    with h5py.File(path, "r+") as file:
        prepare(file, canary)


@pytest.mark.slow
def test_the_helper_opens_no_other_file(by_helper, canary, sound):
    path = shutil.copy(sound["keras 2, .h5"], canary.folder / "net.h5")
    _prepared(path, _external_link, canary)
    assert by_helper(path).end == "unsafe-file"


@pytest.mark.parametrize("key", ["keras_version", "backend", "model_config"])
@pytest.mark.parametrize(
    "value", [np.zeros(1000, "S60"), "x" * 60_000, np.zeros((3, 3)), 7, b"\xff\xfe", "", "3,15", "9" * 5000]
)
def test_odd_attributes(ways, canary, sound, key, value):
    path = shutil.copy(sound["keras 3, .h5"], canary.folder / "net.h5")
    with h5py.File(path, "r+") as file:
        file.attrs[key] = value
    ways.opened(path)
