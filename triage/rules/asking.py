"""The form in which a language's ways of asking are written down; `asking_en` and its like are made of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Sense(Enum):
    """What a sign in a sentence means.

    - OFFER: a formula that leaves something to the reader ("feel free to call"), and NOTHING: one that asks nothing
      ("please note"); they are taken out before anything is sought
    - SALE: an advertisement's sentence, which asks nothing as a whole
    - COURTESY: a question that only greets ("How are you?")
    - INVITATION to meet or talk; with a question mark only WOULD_YOU is one as well, without it only PROPOSAL
    - REQUEST, and QUESTION: one that lacks its mark or is put indirectly
    - ANNOUNCEMENT of a call or a visit, which wants no answer
    - ORDER: a verb that may ask for something, which depends on its place
    """

    OFFER = auto()
    NOTHING = auto()
    SALE = auto()
    COURTESY = auto()
    WOULD_YOU = auto()
    INVITATION = auto()
    PROPOSAL = auto()
    REQUEST = auto()
    QUESTION = auto()
    ANNOUNCEMENT = auto()
    ORDER = auto()


@dataclass(frozen=True, slots=True)
class Sign:
    """Patterns, any of which may match, tried on a sentence in small letters where one of `words` stands in it.

    `start`: it must be one of the first words. `also`: one of these must stand in it too, if there are any; they
    spare a search where the words alone are frequent.
    """

    sense: Sense
    words: tuple[str, ...]
    patterns: tuple[str, ...]
    start: bool
    also: frozenset[str]


def sign(sense: Sense, words: str, *patterns: str, start: bool = False, also: str = "") -> Sign:
    """A sign; its words are parted by spaces."""
    return Sign(sense, tuple(words.split()), patterns, start, frozenset(also.split()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """How one language asks. Words are parted by spaces, all in small letters, "'" for any apostrophe.

    - `orders`: forms of verbs that ask for something wherever they stand, `endings` of such forms; `no_orders` end
      so as well, and right behind a word of `not_after` none orders anything
    - `first`: verbs that do so where they begin a sentence or a clause, `first_with` only before one of `objects`
    - `before`: what may stand before those
    - `lists`: headings of lists in which each item asks for something
    - `signs`: everything else
    """

    orders: str = ""
    endings: str = ""
    no_orders: str = ""
    not_after: str = ""
    first: str = ""
    first_with: str = ""
    objects: str = ""
    before: str = ""
    lists: str = ""
    signs: tuple[Sign, ...]
