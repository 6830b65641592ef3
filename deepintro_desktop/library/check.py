"""The examination of a library: every fault at once, in words."""

from deepintro_desktop.core.errors import LibraryError
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.library import seal
from deepintro_desktop.library.images import Images
from deepintro_desktop.library.networks import Networks
from deepintro_desktop.library.objects import digest
from deepintro_desktop.library.writing import Storage


def check(storage: Storage, report: Report = SILENT) -> list[str]:
    """Return what is wrong with a library; an empty list when nothing is."""
    try:
        problems = storage.faults_of_database() + _check_seal(storage)
        problems += _check_entries(storage)
        return problems + _check_contents(storage, report)
    except LibraryError as error:
        return [str(error)]


def _check_seal(storage: Storage) -> list[str]:
    return [seal.BROKEN] if seal.is_broken(storage.database.folder) else []


def _check_entries(storage: Storage) -> list[str]:
    problems = []
    for entries in (Networks(storage), Images(storage)):
        try:
            entries.list()
        except LibraryError as error:
            problems.append(str(error))
    return problems


def _check_contents(storage: Storage, report: Report) -> list[str]:
    with storage.database.lock:  # no change is half-way while both lists are made
        referred, stored = storage.referred(), set(storage.objects.all())
    names = _names(storage)
    problems = []
    for n_done, sha256 in enumerate(sorted(referred)):
        report(n_done, len(referred), "Checking the library")
        name = names.get(sha256, "a computed result")
        path = storage.objects.path(sha256)
        if sha256 not in stored:
            problems.append(f"The content of {name} is missing: {path}.")
        elif digest(storage.objects.bytes_of(sha256)) != sha256:
            problems.append(f"The content of {name} is damaged: {path}.")
    leftovers = stored - referred
    if leftovers:
        problems.append(f"{len(leftovers)} stored contents belong to nothing; the next start removes them.")
    return problems


def _names(storage: Storage) -> dict[str, str]:
    rows = storage.database.read(
        "SELECT onnx_sha256 AS sha256, name FROM network UNION ALL SELECT sha256, name FROM image"
    )
    return {row["sha256"]: f"“{row['name']}”" for row in rows}
