"""Messages to threads: by References and In-Reply-To, and by subject where a client lost them.

What belongs together is what the headers connect (also over messages that are not in the mailbox), so the order in
which mail is read changes nothing and a late parent joins what it belongs to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from hashlib import blake2b
from operator import itemgetter

from triage.model.message import Message
from triage.model.thread import Thread
from triage.rules.people import People
from triage.rules.subjects import base_subject

LOST_REFERENCES_WITHIN = timedelta(days=30)
REMINDER_WITHIN = timedelta(days=90)
"""A client who writes again under the same subject, with nothing from us in between, may take longer."""


def thread_id(key: str) -> str:
    """The id of a thread whose oldest message has this key: twelve hexadecimal digits."""
    return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def build_threads(messages: Iterable[Message], people: People, when: Callable[[Message], datetime]) -> list[Thread]:
    """All threads of these messages, in no particular order; `when` gives a message's time (rules.times)."""
    timed = sorted([(when(m), m.key, m) for m in messages], key=itemgetter(0, 1))
    ordered = [m for _, _, m in timed]
    times = {key: at for at, key, _ in timed}
    groups = _Groups()
    by_id = _keys_by_message_id(ordered)
    _join_by_references(ordered, by_id, groups)
    _join_by_subject(ordered, times, groups, people)
    members: dict[str, list[Message]] = defaultdict(list)
    for message in ordered:
        members[groups.root(message.key)].append(message)
    return [Thread(thread_id(group[0].key), tuple(group), find_parents(group)) for group in members.values()]


def find_parents(messages: Sequence[Message]) -> Mapping[str, str]:
    """Who answers whom: the nearest reference that is here, In-Reply-To first; a loop is cut where it would close."""
    if len(messages) == 1:
        return {}
    by_id = _keys_by_message_id(messages)
    parents: dict[str, str] = {}
    for message in messages:
        for reference in reversed(message.references):
            parent = by_id.get(reference)
            if parent is not None and not _is_under(parent, message.key, parents):
                parents[message.key] = parent
                break
    return parents


def _is_under(key: str, ancestor: str, parents: Mapping[str, str]) -> bool:
    at: str | None = key
    while at is not None:
        if at == ancestor:
            return True
        at = parents.get(at)
    return False


def _keys_by_message_id(messages: Iterable[Message]) -> dict[str, str]:
    keys: dict[str, str] = {}
    for message in messages:
        if message.message_id is not None:
            keys.setdefault(message.message_id, message.key)
    return keys


class _Groups:
    """Union-find over keys and Message-IDs that are only referred to."""

    def __init__(self) -> None:
        self._up: dict[str, str] = {}

    def root(self, name: str) -> str:
        up = self._up
        top = name
        while (above := up.get(top, top)) != top:
            top = above
        while name != top:
            up[name], name = top, up.get(name, name)
        return top

    def join(self, one: str, other: str) -> None:
        first, second = self.root(one), self.root(other)
        if first != second:
            self._up[second] = first


def _join_by_references(messages: Sequence[Message], by_id: Mapping[str, str], groups: _Groups) -> None:
    for message in messages:
        key = message.key
        for reference in message.references:
            groups.join(by_id.get(reference, reference), key)
        report = message.words.report if message.words else None
        about = by_id.get(report.message_id) if report and report.message_id else None
        if about is not None:
            groups.join(about, key)


def _join_by_subject(
    messages: Sequence[Message],
    times: Mapping[str, datetime],
    groups: _Groups,
    people: People,
) -> None:
    newest: dict[tuple[str, str], Message] = {}
    for message in messages:
        subject, is_reply = base_subject(message.subject)
        if not subject:
            continue
        parties = _other_parties(message, people)
        if is_reply and not message.references:
            earlier = [newest[subject, party] for party in parties if (subject, party) in newest]
            near = [other for other in earlier if _is_near(other, message, times, people)]
            if near:
                groups.join(max((times[other.key], other.key) for other in near)[1], message.key)
        for party in parties:
            newest[subject, party] = message


def _is_near(earlier: Message, message: Message, times: Mapping[str, datetime], people: People) -> bool:
    is_reminder = earlier.author.address == message.author.address and not people.wrote(message)
    between = times[message.key] - times[earlier.key]
    return between <= (REMINDER_WITHIN if is_reminder else LOST_REFERENCES_WITHIN)


def _other_parties(message: Message, people: People) -> Collection[str]:
    if people.wrote(message):
        return {people.party(a.address) for a in message.recipients if not people.is_mine(a.address)}
    return (people.party(message.author.address),)
