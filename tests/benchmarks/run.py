"""Print every benchmark table: ``python tests/benchmarks/run.py [features window …]``."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent


def main() -> int:
    """Run the chosen benchmarks, each in its own process; return 1 when one could not be run."""
    known = {path.stem.removeprefix("bench_"): path for path in sorted(FOLDER.glob("bench_*.py"))}
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "names", nargs="*", choices=[[], *known], help=f"some of {', '.join(known)}; default: all"
    )
    names = parser.parse_args().names or list(known)
    # As the program sets it: threads that spin would be counted as work.
    environment = {"OMP_WAIT_POLICY": "PASSIVE", **os.environ}
    failed = []
    for name in names:
        print(f"\n## {name}\n", flush=True)
        if subprocess.run([sys.executable, known[name]], env=environment, check=False).returncode:
            failed.append(name)
    if failed:
        print(f"could not be run: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
