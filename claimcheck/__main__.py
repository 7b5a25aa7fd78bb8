"""`python -m claimcheck`, and the console script."""

from __future__ import annotations

import sys

from claimcheck.ending import end_in_order
from claimcheck.scale.collecting import collect_seldom

INTERRUPTED = 130  # 128 + SIGINT, as shells report it


def main() -> None:
    """Run the command line and exit with its code."""
    collect_seldom()
    end_in_order()
    try:
        from claimcheck.cli import run  # noqa: PLC0415 - an interrupt while it is imported ends quietly too

        run()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
