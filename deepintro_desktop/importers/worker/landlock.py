"""Linux: the kernel itself refuses this process to write elsewhere, to start programs and to use TCP.

Landlock needs no rights. It also binds the native code of the libraries, which no Python hook sees. Kernels
without it, and other systems, go without; numbers and structures are those of linux/landlock.h.
"""

import ctypes
import os
import sys
from pathlib import Path

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_ASK_VERSION = 1
_BELOW_PATH = 1
_NO_NEW_PRIVILEGES = 38

EXECUTE, WRITE_FILE = 1 << 0, 1 << 1
_REMOVE_FOLDER = 1 << 4
_REMOVE_AND_MAKE = sum(1 << bit for bit in range(4, 13))
_REFER, _TRUNCATE = 1 << 13, 1 << 14
_BIND_AND_CONNECT_TCP = 0b11
_ABSTRACT_SOCKETS_AND_SIGNALS = 0b11


class _Ruleset(ctypes.Structure):
    _fields_ = [
        ("handled_access_fs", ctypes.c_uint64),
        ("handled_access_net", ctypes.c_uint64),
        ("scoped", ctypes.c_uint64),
    ]


class _BelowPath(ctypes.Structure):
    _pack_ = 1
    _layout_ = "ms"
    _fields_ = [("allowed_access", ctypes.c_uint64), ("parent_fd", ctypes.c_int32)]


def confine(writable: Path) -> bool:
    """Refuse this thread, and all that it starts, every write outside a folder, every program, every TCP.

    To be called before any other thread runs. Returns whether the kernel does so.
    """
    if not sys.platform.startswith("linux"):
        return False
    try:
        return _confine(ctypes.CDLL(None, use_errno=True), writable)
    except (OSError, AttributeError):
        return False


def _confine(libc: ctypes.CDLL, writable: Path) -> bool:
    version = libc.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), _ASK_VERSION)
    if version < 1:
        return False
    changing = WRITE_FILE | _REMOVE_AND_MAKE
    changing |= (_REFER if version >= 2 else 0) | (_TRUNCATE if version >= 3 else 0)
    attributes = _Ruleset(
        EXECUTE | changing,
        _BIND_AND_CONNECT_TCP if version >= 4 else 0,
        _ABSTRACT_SOCKETS_AND_SIGNALS if version >= 6 else 0,
    )
    size = 8 if version < 4 else 16 if version < 6 else 24
    ruleset = libc.syscall(_CREATE_RULESET, ctypes.byref(attributes), ctypes.c_size_t(size), 0)
    if ruleset < 0:
        return False
    try:
        to_file = changing & (WRITE_FILE | _TRUNCATE)
        rules = (
            (writable, changing),
            (writable.parent, _REMOVE_FOLDER),  # empty ones only; the last deed of an orphan is to tidy up
            (Path(os.devnull), to_file),
        )
        return (
            all(_allow(libc, ruleset, path, access) for path, access in rules)
            and libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) == 0
            and libc.syscall(_RESTRICT_SELF, ruleset, 0) == 0
        )
    finally:
        os.close(ruleset)


def _allow(libc: ctypes.CDLL, ruleset: int, path: Path, access: int) -> bool:
    descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        rule = _BelowPath(access, descriptor)
        return bool(libc.syscall(_ADD_RULE, ruleset, _BELOW_PATH, ctypes.byref(rule), 0) == 0)
    finally:
        os.close(descriptor)
