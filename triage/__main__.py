"""The entry point: the quick check by its fast path, everything else by the command line."""

from __future__ import annotations

import os
import sys


def leave(status: int) -> None:
    """End the process at once: all is said, and the interpreter would tidy up for longer than the check has taken."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def main() -> int:
    """Run `triage` with the arguments of this process; returns the exit status."""
    arguments = sys.argv[1:]
    if "--overdue" in arguments and "--sync" not in arguments:
        from triage.overdue import quick

        status = quick(arguments)
        if status is not None:
            leave(status)
    from triage.cli import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
