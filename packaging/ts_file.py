"""Reads and writes the file in which Qt's translators work (``.ts``)."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.sax.saxutils import escape

Key = tuple[str, str]
"""Context and English text."""


def read(path: Path) -> dict[Key, str]:
    """Return the translations in a file; empty where one is unfinished."""
    found: dict[Key, str] = {}
    if not path.exists():
        return found
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            is_finished = translation is not None and translation.get("type") is None
            found[name, message.findtext("source") or ""] = (translation.text or "") if is_finished else ""
    return found


def write(path: Path, language: str, keys: Mapping[Key, Iterable[str]], known: Mapping[Key, str]) -> None:
    """Write a file with every text.

    Parameters
    ----------
    keys : mapping
        Context and English text, each with the files in which it stands.
    known : mapping
        Translations; what has none, or an empty one, is written as unfinished.
    """
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{language}" sourcelanguage="en">')
    for context in sorted({context for context, _ in keys}):
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for source in sorted(source for name, source in keys if name == context):
            lines.append("    <message>")
            lines += [
                f'        <location filename="../../{file}"/>' for file in sorted({*keys[context, source]})
            ]
            lines.append(f"        <source>{_text(source)}</source>")
            translation = known.get((context, source), "")
            mark = "" if translation else ' type="unfinished"'
            lines += [f"        <translation{mark}>{_text(translation)}</translation>", "    </message>"]
        lines.append("</context>")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([*lines, "</TS>", ""]), encoding="utf-8", newline="\n")


def _text(text: str) -> str:
    return escape(text, {'"': "&quot;", "'": "&apos;"})
