"""Measure what happens when things break, at full size.

``run.py [kills faults damage cycles images session]`` prints a table and writes it into README.md beside this
file. With ``--size`` it is a quick look, and only printed.
"""

import argparse
import os
import sys
import time
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[0] = str(ROOT / "tests")
sys.path.insert(1, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.fonts.warning=false")
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

PARTS = ("kills", "faults", "damage", "cycles", "images", "session")


def main() -> int:
    """Measure what was asked for; return 1 when a figure is not met."""
    from reliability import figures

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="default: all")
    parser.add_argument("--size", type=int, help="how often, instead of the full number; writes no table")
    options = parser.parse_args()
    found = []
    for part in options.parts or PARTS:
        began = time.monotonic()
        measured = import_module(f"reliability.{part}").measure(*([options.size] if options.size else []))
        print(f"{part}: {time.monotonic() - began:.0f} s", flush=True)
        found += measured
        if options.size is None:
            figures.remember(part, measured, PARTS)
    print(figures.table(found))
    return 0 if all(figure.holds for figure in found) else 1


if __name__ == "__main__":
    sys.exit(main())
