"""What a body tells of who or what wrote it, as a small closed vocabulary.

- `unsubscribe`: how to get no more of such mail
- `subscribed`: why it came: the reader once subscribed, registered or bought
- `web_view`: it is a page that a program may not show, and can be seen in a browser
- `newsletter`: it speaks of itself as of a newsletter
- `issue`: it counts its issues, or begins with what is in this one
- `rights`: a firm's claim of rights, or its rules of privacy
- `links`: so many as people do not write
- `list`: the footer of a mailing list
- `digest`: several mails or stories in one
- `feed`: an item of a feed, with its address and date above it
- `automatic`: a program wrote it, or nobody reads what is answered; not where the new text has a question mark
- `auto_reply`: the writer is away, or the mail has come in and somebody will see to it
- `challenge`: the sender must confirm something before the mail passes

Quoted and forwarded text tells nothing, nor does the middle of a long mail: what is looked at is bounded.
"""

from __future__ import annotations

import re

from triage.rules import auto_reply_words as replies
from triage.rules import challenge_words as challenges
from triage.rules import sign_words as words
from triage.rules import subscription_words as subscriptions
from triage.rules.sign_pattern import Patterns, Told, tell

_HEAD, _TAIL = 1200, 2000  # characters: where newsletters say what they are
_REPLY = 1200  # characters of an automatic reply that are read
_LONGEST_REPLY = 3000  # of a whole one
_LONGEST_CHALLENGE = 6000
_MANY_LINKS = 8
_FEED = re.compile(r"url: ?https?://\S{1,500} date: ")
_FORWARDED = re.compile(r"\W{0,80}(?:begin )?(?:forwarded|original message|weitergeleitet|пересыл|переслан|препрат)")
_NONE: frozenset[str] = frozenset()

_AT_THE_EDGES: tuple[tuple[str, Patterns], ...] = (
    ("unsubscribe", subscriptions.UNSUBSCRIBE),
    ("subscribed", subscriptions.SUBSCRIBED),
    ("web_view", words.WEB_VIEW),
    ("newsletter", words.NEWSLETTER),
    ("issue", words.ISSUE),
    ("digest", words.DIGEST),
    ("automatic", words.AUTOMATIC),
)
# They tell something only beside others.
_BESIDE: tuple[tuple[str, Patterns], ...] = (("rights", words.RIGHTS), ("list", words.LIST_FOOTER))


def find_signs(own: str, new: str, links: int) -> frozenset[str]:
    """The signs of a mail: `own` is its text without quotes, `new` its new text, `links` how many links it has."""
    edges = tell(own) if len(own) <= _HEAD + _TAIL else tell(own[:_HEAD], own[-_TAIL:])
    if _FORWARDED.match(edges.text):
        return _NONE
    signs = {sign for sign, patterns in _AT_THE_EDGES if patterns.are_in(edges)}
    if "?" in new:
        # Whoever asks may speak of such mails: of the two mistakes, to hide a person is the worse.
        signs.discard("automatic")
    if links >= _MANY_LINKS or edges.text.count("://") >= _MANY_LINKS:
        signs.add("links")
    if signs:
        signs.update(sign for sign, patterns in _BESIDE if patterns.are_in(edges))
    if edges.text.startswith("url:") and _FEED.match(edges.text):
        signs.add("feed")
    if len(new) <= _LONGEST_REPLY and _is_auto_reply(edges, new[:_REPLY]):
        signs.add("auto_reply")
    if len(own) <= _LONGEST_CHALLENGE and challenges.HELD.are_in(edges) and challenges.CONFIRM.are_in(edges):
        signs.add("challenge")
    return frozenset(signs) if signs else _NONE


def _is_auto_reply(edges: Told, new: str) -> bool:
    """`edges` hold the new text's words, and perhaps others."""
    if replies.ITSELF.are_in(edges) and replies.ITSELF.are_in(tell(new)):
        return True
    if "?" in new or not (replies.AWAY.are_in(edges) or replies.RECEIVED.are_in(edges)):
        return False
    told = tell(new)
    if replies.ASKING.are_in(told):
        return False
    if replies.AWAY.are_in(told):
        return replies.MEANWHILE.are_in(told)
    return replies.RECEIVED.are_in(told) and replies.PROMISED.are_in(told)
