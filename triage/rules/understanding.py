"""What was read of a body, made complete by what its words tell of themselves: the one place where both are joined."""

from __future__ import annotations

from dataclasses import replace

from triage.model.message import Words
from triage.rules.quoting import new_text


def understand(words: Words) -> Words:
    """The same words with `new_text`, what the writer wrote in this mail."""
    return replace(words, new_text=new_text(words.text))
