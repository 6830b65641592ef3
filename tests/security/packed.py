"""Damage in zip archives: inside a member with its checksum made right again, or in the list of members."""

import io
import warnings
import zipfile
from collections.abc import Callable
from functools import lru_cache
from random import Random

Members = list[tuple[str, bytes]]
_NAMES = (
    "../outside",
    "/etc/outside",
    "a/../../outside",
    "",
    "a" * 60_000,
    "\u2603",
    "con",
    "x/" * 500,
    "C:\\x",
)


def is_zip(data: bytes) -> bool:
    """Whether bytes begin like a zip archive."""
    return data.startswith(b"PK\x03\x04")


@lru_cache(maxsize=4)
def _members(data: bytes) -> tuple[tuple[str, bytes], ...]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return tuple((entry.filename, archive.read(entry)) for entry in archive.infolist())


def packed(members: Members, *, align: int = 64, method: int = zipfile.ZIP_STORED) -> bytes:
    """Return an archive; stored members are aligned, as PyTorch expects."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in members:
            entry = zipfile.ZipInfo(name)
            entry.compress_type = method
            header = 30 + len(name.encode()) + 4
            entry.extra = (
                b"FB" + (gap := -(target.tell() + header) % align).to_bytes(2, "little") + bytes(gap)
            )
            archive.writestr(entry, content)
    return target.getvalue()


def damaged_zip(
    data: bytes, chance: Random, damage: Callable[[bytes, Random], tuple[bytes, str]]
) -> tuple[bytes, str]:
    """Return the archive with one member damaged, dropped, repeated, renamed or exchanged."""
    members = list(_members(data))
    index = _chosen(members, chance)
    name, content = members[index]
    action = chance.randrange(10)
    if action == 0:
        del members[index]
    elif action == 1:
        members.append((name, damage(content, chance)[0]))
    elif action == 2:
        members[index] = (chance.choice(_NAMES) or name[:-1], content)
    elif action == 3:
        other = _chosen(members, chance)
        members[index], members[other] = (name, members[other][1]), (members[other][0], content)
    else:
        content, how = damage(content, chance)
        members[index] = (name, content)
        return _packed_quietly(members), f"zip {how}"
    return _packed_quietly(members), ("zip drop", "zip repeat", "zip rename", "zip exchange")[action]


def _packed_quietly(members: Members) -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # two members of one name are meant
        return packed(members)


def _chosen(members: Members, chance: Random) -> int:
    """Return a member; those that say how the rest is built more often than arrays."""
    telling = [index for index, (name, _) in enumerate(members) if not _is_array(name)]
    if telling and chance.random() < 0.8:
        return chance.choice(telling)
    return chance.randrange(len(members))


def _is_array(name: str) -> bool:
    return "/data/" in f"/{name}" or "/weights/" in f"/{name}" or "/constants/" in f"/{name}"
