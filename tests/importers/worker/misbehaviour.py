"""Run as a helper process that opens networks in a strange way: ``misbehaviour.py BEHAVIOUR FOLDER``.

The test names this file as the helper's command; the program itself knows no way to get here.
"""

import ctypes
import os
import socket
import subprocess
import sys
import threading
from pathlib import Path

from deepintro_desktop.core.errors import DeepIntroError, ParityError, UnsupportedNetworkError
from deepintro_desktop.importers.worker import child


def _result_of(request, report):
    from deepintro_desktop.importers import open_network

    return open_network(request, report)


def crash(request, report):
    ctypes.string_at(0)


def abort(request, report):
    os.abort()


def leave(request, report):
    os._exit(3)


def run_out_of_memory_natively(request, report):
    sys.stderr.write("terminate called after throwing an instance of 'std::bad_alloc'\n")
    sys.stderr.flush()
    os.abort()


def raise_memory_error(request, report):
    raise MemoryError


def hog(request, report):
    held = []
    while True:
        held.append(bytearray(os.urandom(1 << 20)) * 32)


def hang(request, report):
    report(1, 4, "Waiting for nothing")
    threading.Event().wait()


def turn_in_circles(request, report):
    n = 0
    while True:
        n += 1
        report(n % 7, 7, "Round and round")


def shout(request, report):
    libc = ctypes.CDLL(None)
    print('{"is": "done"}')
    os.write(1, b'{"is": "refused", "kind": "parity", "what": "a lie"}\n' * 1000)
    libc.puts(b'{"is": "done"}')
    libc.fflush(None)
    print("x" * 200_000, file=sys.stderr)
    return _result_of(request, report)


def refuse(request, report):
    operators = ("Foo", "Bar")
    raise UnsupportedNetworkError("A", "b", "ç ☃", operators=operators, where=request.path, n=3)


def differ(request, report):
    raise ParityError("It answers differently.", "By 0.5.", "Tell us.")


class UnheardOfError(DeepIntroError):
    kind = "unheard-of"


def refuse_strangely(request, report):
    raise UnheardOfError("What.", "Why.", "Hint.")


def break_down(request, report):
    raise ZeroDivisionError(f"secret {request.path.name}")


def misbehave(request, report):
    """Try what no network needs, and tell what came of it."""
    outside = request.path.parent / "outside.txt"
    attempts = {
        "write": lambda: outside.write_text("x"),
        "append": lambda: os.open(outside, os.O_WRONLY | os.O_CREAT),
        "remove": lambda: request.path.unlink(),
        "rename": lambda: request.path.rename(outside),
        "folder": lambda: outside.mkdir(),
        "link": lambda: Path(outside).symlink_to("/etc"),
        "connect": lambda: socket.create_connection(("127.0.0.1", 9), timeout=1),
        "resolve": lambda: socket.getaddrinfo("example.org", 80),
        "program": lambda: subprocess.run([sys.executable, "-c", "pass"], check=True),
        "system": lambda: os.system("true"),
        "fork": os.fork if hasattr(os, "fork") else lambda: os.system("true"),
        "inside": lambda: Path("inside.txt").write_text("x"),
    }
    raise UnsupportedNetworkError("Told.", **{name: _told(attempt) for name, attempt in attempts.items()})


def misbehave_natively(request, report):
    """Try the same where no Python hook looks: through the C library."""
    libc = ctypes.CDLL(None, use_errno=True)
    outside = os.fsencode(request.path.parent / "outside.txt")
    attempts = {
        "write": libc.open(outside, os.O_WRONLY | os.O_CREAT, 0o600),
        "remove": libc.unlink(os.fsencode(request.path)),
        "system": libc.system(b"true"),
        "inside": libc.open(b"inside.txt", os.O_WRONLY | os.O_CREAT, 0o600),
        "null": libc.open(b"/dev/null", os.O_WRONLY),
        "read": libc.open(os.fsencode(request.path), os.O_RDONLY),
    }
    raise UnsupportedNetworkError("Told.", **attempts)


def write_outside(request, report):
    (request.path.parent / "outside.txt").write_text("x")


def tell_surroundings(request, report):
    raise UnsupportedNetworkError("Told.", folder=str(Path.cwd()), path=sys.path[0], **os.environ)


def _told(attempt):
    try:
        attempt()
    except PermissionError as error:
        return type(error).__name__
    except BaseException as error:
        return f"other: {error}"
    return "done"


if __name__ == "__main__":
    child.main(Path(sys.argv[2]), globals()[sys.argv[1]])
