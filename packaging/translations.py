"""Brings the translations up to date with the sources: one command after texts were written or changed.

python3 packaging/dev.py translations           writes resources/i18n anew, says which texts have no German
python3 packaging/dev.py translations --check   writes nothing, and fails when something is missing or old

Then open resources/i18n/deepintro_de.ts in an editor or in Qt Linguist (pyside6-linguist), write the German
of what is marked as unfinished, and run the command again. All files of the folder are committed, so that a
checkout speaks German without any tool:

deepintro_de.ts   every text with its German, for people
deepintro_de.qm   the same as the program reads it
messages.json     the English texts from below the window, by which it recognises them (core/said.py)
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import texts
import ts_file

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "i18n"
LANGUAGES = ("de",)
_HOLE = re.compile(r"\{[^{}]*\}|%n|%\d")


def all_keys() -> dict[ts_file.Key, list[str]]:
    """Return every text by context and English words, each with the files in which it stands."""
    keys: dict[ts_file.Key, list[str]] = {}
    for text in texts.window_texts(ROOT):
        keys.setdefault((text.context, text.source), []).append(text.file)
    for source in texts.lower_texts(ROOT):
        keys.setdefault((texts.MESSAGES, source), [])
    return keys


def messages_json() -> str:
    """Return the texts from below the window, each with its holes that hold names."""
    lines = (
        f"{json.dumps(text, ensure_ascii=False)}: {json.dumps(names)}"
        for text, names in texts.lower_texts(ROOT).items()
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"


def faults(keys: dict[ts_file.Key, list[str]], known: dict[ts_file.Key, str]) -> list[str]:
    """Say what is wrong with a translation: missing, vanished, or with other values than the English."""
    found = []
    for context, source in sorted(keys):
        translation = known.get((context, source), "")
        if not translation:
            found.append(f"no translation: {context}: {source!r}")
        elif sorted(_HOLE.findall(source)) != sorted(_HOLE.findall(translation)):
            found.append(f"other values: {context}: {source!r}: {translation!r}")
    found += [f"vanished: {context}: {source!r}" for context, source in sorted(known.keys() - keys.keys())]
    return found


def update() -> list[str]:
    """Write every file anew, and say what is left to do."""
    keys = all_keys()
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "messages.json").write_text(messages_json(), encoding="utf-8", newline="\n")
    left = []
    for language in LANGUAGES:
        path = FOLDER / f"deepintro_{language}.ts"
        known = {key: text for key, text in ts_file.read(path).items() if key in keys}
        ts_file.write(path, language, keys, known)
        _release(path)
        left += [f"{language}: {fault}" for fault in faults(keys, known)]
    return left


def check() -> list[str]:
    """Say what :func:`update` would change, and what is left to do."""
    keys = all_keys()
    messages = FOLDER / "messages.json"
    is_fresh = messages.exists() and messages.read_text(encoding="utf-8") == messages_json()
    left = [] if is_fresh else ["messages.json is old"]
    for language in LANGUAGES:
        known = ts_file.read(FOLDER / f"deepintro_{language}.ts")
        left += [f"{language}: {fault}" for fault in faults(keys, known)]
    return left


def _release(path: Path) -> None:
    beside = Path(sys.executable).parent
    program = shutil.which("pyside6-lrelease", path=str(beside)) or shutil.which("pyside6-lrelease")
    if program is None:
        sys.exit("pyside6-lrelease was not found; it comes with PySide6: python3 packaging/dev.py setup")
    subprocess.run(
        [program, "-silent", "-nounfinished", str(path), "-qm", str(path.with_suffix(".qm"))], check=True
    )


def main() -> int:
    """Update, or only look; 1 when something is left to do."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--check", action="store_true", help="write nothing")
    try:
        left = check() if options.parse_args().check else update()
    except texts.WrongUseError as error:
        sys.exit(str(error))
    print("\n".join([*left, f"{len(left)} left to do" if left else "Every text is translated."]))
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
