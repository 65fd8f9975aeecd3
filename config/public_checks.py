"""Entries that would take strangers for somebody: the domain of a public mail provider stands for nobody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from config.errors import Fault, Path
from config.public_domains import is_public
from config.wording import name, quoted


def strangers_in(entries: Iterable[str], at: Path) -> Iterator[Fault]:
    """A fault for each "@domain" at which clients may have addresses too; single addresses are allowed."""
    for index, entry in enumerate(entries):
        if entry.startswith("@") and is_public(entry[1:]):
            yield Fault(
                (*at, index),
                f"{name(at)} holds {quoted(entry)}, a public mail provider where clients may have addresses too;"
                " allowed: the single addresses",
            )
