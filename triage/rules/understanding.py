"""What was read of a body, made complete by what its words tell of themselves: the one place where both are joined."""

from __future__ import annotations

from dataclasses import replace

from triage.model.message import Words
from triage.rules.body_signs import find_signs
from triage.rules.quoting import read_own


def understand(words: Words) -> Words:
    """The same words with `new_text`, what the writer wrote in this mail, and `signs`, what it tells of the writer."""
    own = read_own(words.text)
    return replace(words, new_text=own.new, signs=find_signs(own.unquoted, own.new, len(words.links)))
