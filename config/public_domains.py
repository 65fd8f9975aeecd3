"""Domains of public mail providers: people there have the provider in common, and nothing else (clock case 20b)."""

from __future__ import annotations

import os
from functools import cache

_FILE = os.path.join(os.path.dirname(__file__), "providers", "public_domains.txt")  # noqa: PTH118, PTH120


def is_public(domain: str) -> bool:
    """Whether anybody can have an address at exactly this domain; case and a final dot don't matter."""
    return domain.lower().removesuffix(".") in public_domains()


@cache
def public_domains() -> frozenset[str]:
    """All of them, in lower case; read from the file beside this module, once."""
    with open(_FILE, encoding="utf-8") as file:  # noqa: PTH123
        lines = (line.partition("#")[0].strip() for line in file)
        return frozenset(line for line in lines if line)
