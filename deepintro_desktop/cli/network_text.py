"""What the command line says of a network, for people and as JSON. Fields may be added, none changes."""

from typing import TYPE_CHECKING, Any

from deepintro_desktop.core.records import Choice, NetworkRecord, Parity, SourceFile
from deepintro_desktop.reports.plain import network_json

if TYPE_CHECKING:
    from deepintro_desktop.workflows.describe import NetworkDescription, OperatorUse

_N_OTHERS = 12


def network_lines(record: NetworkRecord) -> tuple[str, ...]:
    """Return what people read of a network: what it is, how it was checked, what was decided for them."""
    manifest = record.manifest
    lines = [
        f"{record.name}  ({manifest.format}, {manifest.specification.text}, {manifest.n_classes} classes)"
    ]
    if manifest.parity:
        lines.append(_parity_line(manifest.parity))
    lines += [line for choice in manifest.choices for line in _choice_lines(choice)]
    lines += [f"  cannot be explained: {reason}" for reason in manifest.unexplainable]
    lines += [f"  note: {note}" for note in manifest.notes]
    return (*lines, f"  id {record.id}")


def _parity_line(parity: Parity) -> str:
    probes = "1 probe input" if parity.n_probes == 1 else f"{parity.n_probes} probe inputs"
    return (
        f"  checked against {parity.runtime} on {probes}: largest difference "
        f"{parity.max_abs_difference:.1e} (relative {parity.max_relative_difference:.1e})"
    )


def _choice_lines(choice: Choice) -> list[str]:
    how = "a guess" if choice.guessed else "as chosen"
    lines = [f"  {choice.what}: {choice.used} ({how})"]
    if choice.others:
        more = len(choice.others) - _N_OTHERS
        names = ", ".join(choice.others[:_N_OTHERS]) + (f" and {more} more" if more > 0 else "")
        lines.append(f"    others: {names}; choose one with --{choice.what} NAME")
    return lines


def description_json(description: "NetworkDescription") -> dict[str, Any]:
    """Return what JSON says of a network when it is shown alone."""
    manifest = description.record.manifest
    return network_json(description.record) | {
        "labels": list(manifest.labels),
        "layers": list(manifest.layer_names),
        "operators": [
            {"name": use.name, "count": use.count, "explainable": use.explainable}
            for use in description.operators
        ],
    }


def description_lines(description: "NetworkDescription") -> tuple[str, ...]:
    """Return what people read of a network when it is shown alone."""
    record = description.record
    can = "predicted, occluded and explained" if record.explainable else "predicted and occluded only"
    known = [use for use in description.operators if use.explainable]
    unknown = [use for use in description.operators if not use.explainable]
    return (
        *network_lines(record),
        *([f"  added {record.added}"] if record.added else []),
        *(_file_line(file) for file in record.manifest.files),
        f"  can be {can}",
        *_operator_lines("operators that can be explained", known),
        *_operator_lines("operators that cannot be explained", unknown),
        *([f"  usual method: {record.manifest.default_method}"] if record.explainable else []),
        *(f"  {index}: {label}" for index, label in enumerate(record.manifest.labels)),
    )


def _file_line(file: SourceFile) -> str:
    return f"  {file.role}: {file.name}, {file.n_bytes} bytes, SHA-256 {file.sha256}"


def _operator_lines(words: str, uses: list["OperatorUse"]) -> list[str]:
    return [f"  {words}: {', '.join(f'{use.name} ({use.count})' for use in uses)}"] if uses else []
