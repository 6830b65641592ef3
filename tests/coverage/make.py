"""Make the files of one network: ``make.py NAME FOLDER FORMAT …``; run in a process of its own.

Writes ``FOLDER/reference.npz`` (pictures, native logits, native gradient) and ``FOLDER/made.json``: for every
format the path of its file, or why its framework could not write it.
"""

import json
import logging
import os
import sys
import zlib
from pathlib import Path
from typing import Any

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
logging.disable(logging.WARNING)

import numpy as np  # noqa: E402
from catalogue import NETWORKS, Network  # noqa: E402
from measure import N_GRADIENTS, relative  # noqa: E402
from numpy.typing import NDArray  # noqa: E402
from pictures import N_PICTURES, pictures  # noqa: E402


def main() -> None:
    """Make what the command line asks for."""
    name, folder, *formats = sys.argv[1:]
    network = NETWORKS[name]
    # Equal on every machine, unlike hash().
    seed = zlib.crc32(name.encode())
    x = pictures(network.size, seed, pixels=network.pixels)
    maker = _maker(network, x, seed)
    _save_reference(maker, x[:N_PICTURES], Path(folder))
    made = {"architecture": maker.architecture, "versions": maker.versions(), "files": {}, "failed": {}}
    for kind in formats:
        place = Path(folder) / kind
        place.mkdir(parents=True, exist_ok=True)
        try:
            made["files"][kind] = str(maker.write(kind, place))
        except Exception as error:
            made["failed"][kind] = f"{type(error).__name__}: {error}".strip()[:300]
        _write(Path(folder), made)
    _write(Path(folder), made)


def _maker(network: Network, x: NDArray[np.float32], seed: int) -> Any:
    if network.framework == "keras":
        from keras_maker import KerasMaker

        return KerasMaker(network, x, seed)
    from torch_maker import TorchMaker

    return TorchMaker(network, x, seed)


def _save_reference(maker: Any, x: NDArray[np.float32], folder: Path) -> None:
    """Keep answers to all pictures, and gradients of those on which rounding matters least.

    A neuron that is zero but for rounding makes even the framework's own gradients jump; the choice of the
    pictures knows nothing but those.
    """
    logits, exact = maker.logits()[: len(x)], maker.exact_logits()[: len(x)]
    if not np.isfinite(logits).all() or np.ptp(logits[0]) == 0:
        message = "the random network does not give usable answers"
        raise ValueError(message)
    targets = logits.argmax(1)
    found = [maker.gradients(x[[k]].astype(np.float64), int(target)) for k, target in enumerate(targets)]
    rounding = [max(relative(plain, moved) for moved in others) for plain, *others in found]
    order = np.argsort(rounding)
    reference = {
        "x": x[order], "logits": logits[order], "logits_rounding": relative(exact, logits),
        "targets": targets[order], "gradient_rounding": rounding[order[1]],
        "gradients": np.concatenate([found[index][0] for index in order[:N_GRADIENTS]]),
    }  # fmt: skip
    np.savez(folder / "reference.npz", **reference)


def _write(folder: Path, made: dict[str, Any]) -> None:
    (folder / "made.json").write_text(json.dumps(made), encoding="utf-8")


if __name__ == "__main__":
    main()
