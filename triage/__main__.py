"""The entry point: the quick check by its fast path, everything else by the command line."""

from __future__ import annotations

import sys


def main() -> int:
    """Run `triage` with the arguments of this process; returns the exit status."""
    arguments = sys.argv[1:]
    if "--overdue" in arguments and "--sync" not in arguments:
        from triage.overdue import quick

        status = quick(arguments)
        if status is not None:
            return status
    from triage.cli import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
