"""Inside the helper: read one task, open the network, leave the result in a file, and end."""

import contextlib
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from deepintro_desktop.core.errors import DeepIntroError, OutOfMemoryError, UnsafeFileError
from deepintro_desktop.core.faults import places
from deepintro_desktop.core.manifests import to_text
from deepintro_desktop.core.progress import Report
from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.importers.contract import ImportedNetwork
from deepintro_desktop.importers.worker import guard, landlock, protocol
from deepintro_desktop.importers.worker.protocol import Done, Fault, Message
from deepintro_desktop.importers.worker.streams import Speaker, leave_with_parent, take_stdout

Opener = Callable[[AddNetworkRequest, Report], ImportedNetwork]

_MAX_FILE_BYTES = 16 << 30


def main(folder: Path, opener: Opener | None = None) -> NoReturn:
    """Do the task in a folder and end the process; ``opener`` is what opens networks, ours by default."""
    _be_modest()
    landlock.confine(folder)
    speaker = Speaker(take_stdout(folder / protocol.LOG_FILE))
    leave_with_parent(folder)
    guard.install(folder)
    speaker.progress(0.0, "Opening the network")
    speaker.send(_outcome(folder, opener, speaker))
    sys.stderr.flush()
    # Libraries that were loaded take seconds to say goodbye, and some crash while they do.
    os._exit(0)


def _be_modest() -> None:
    """Let the system end this process before others when memory is short; leave no core dump behind."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
        limit = _MAX_FILE_BYTES if most == resource.RLIM_INFINITY else min(most, _MAX_FILE_BYTES)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, most))
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("500", encoding="ascii")


def _outcome(folder: Path, opener: Opener | None, speaker: Speaker) -> Message:
    name = "The network"
    try:
        request = protocol.read_task(folder)
        name = request.path.name
        if opener is None:
            from deepintro_desktop.importers.open import open_network as opener
        imported = opener(request, Report(on_progress=speaker.progress))
        (folder / protocol.NETWORK_FILE).write_bytes(imported.onnx)
        # Names of files can hold bytes that are no text.
        text = to_text(imported.manifest).encode("utf-8", "surrogatepass")
        (folder / protocol.MANIFEST_FILE).write_bytes(text)
    except DeepIntroError as error:
        traceback.print_exc()
        return protocol.refusal(error)
    except MemoryError:
        return protocol.refusal(_too_large(name))
    except BaseException as error:  # whatever it is, the program outside words it
        traceback.print_exc()
        refused = _refusal_behind(error)
        if refused is not None:
            return protocol.refusal(_unsafe(name, refused))
        return Fault(type(error).__name__, str(error), places(error))
    return Done()


def _refusal_behind(error: BaseException) -> guard.Refusal | None:
    """Return the refusal that an exception comes from, if it does."""
    current: BaseException | None = error
    while current is not None:
        if isinstance(current, guard.Refusal):
            return current
        current = current.__cause__ or current.__context__
    return None


def _too_large(name: str) -> OutOfMemoryError:
    return OutOfMemoryError(
        f"{name} does not fit into memory.", "", "Close other programs, or use a smaller network."
    )


def _unsafe(name: str, refused: guard.Refusal) -> UnsafeFileError:
    return UnsafeFileError(
        f"{name} is not safe to open.",
        "While it was read, something asked for what no network needs: a connection, another program, or "
        "to write elsewhere.",
        "Do not open networks from sources that you do not trust.",
        asked=str(refused),
    )
