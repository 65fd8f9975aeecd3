"""Rows of the list of clock cases in which I act, played hour by hour on Dovecot and a real way out for mail."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest

from tests.support.dovecot import Dovecot
from tests.support.flows import Home, hour_of, letter
from tests.support.imap_host import ImapHost
from tests.support.mails import delivery_report
from tests.support.smtp_sink import SmtpSink
from tests.support.stories import ME, hours
from tests.support.studio import UNDO_SECONDS, Studio
from triage.model.act import Tone, Work
from triage.model.draft import Template
from triage.model.intents import (
    Acknowledge,
    AddNote,
    FlagTone,
    FollowUp,
    Intent,
    MarkDone,
    MovePromise,
    OnlyAcknowledged,
    Promise,
    SetWork,
    Snooze,
)

pytestmark = pytest.mark.dovecot

Threads = tuple[str, ...]
FRIDAY, MONDAY = 4 * 24, 7 * 24
THANKS, MORE = "Thanks, all clear!", "Thanks! Could you also send the invoice?"
AGREED = """
[[client]]
match = ["@40.example", "@41.example"]
reply_within = "2h"
hours = "office"
[[client]]
match = ["@46.example", "@45.example"]
hours = "kyiv"
[[client]]
match = ["@38.example"]
reply_within = "8h"
[[client]]
match = ["ann@38.example", "@55.example"]
reply_within = "4h"
[hours.office]
zone = "UTC"
open = { mon-fri = ["09:00-18:00"] }
[hours.kyiv]
zone = "Europe/Kyiv"
open = { mon-fri = ["09:00-18:00"] }
[tone.angry]
reply_within = "2h"
"""


@dataclass(frozen=True)
class Story:
    """What happens in one thread, by the hour, and what the list must say of it at an hour.

    Mails lie in folders, each referring to those before it; acts are keys of mine; `sends` leaves through the server.
    """

    name: str
    mails: tuple[tuple[float, str, dict[str, Any]], ...] = ()
    acts: tuple[tuple[float, Callable[[Studio, Threads], object]], ...] = ()
    at: float = 20
    said: tuple[object, ...] = ()

    @property
    def ann(self) -> str:
        """The client, whose domain no other story has."""
        return f"ann@{self.name.partition(':')[0]}.example"

    @property
    def subject(self) -> str:
        return f"Case {self.name}"

    def theirs(self, at: float, text: str = "Hello", **told: Any) -> Story:
        """A mail to me."""
        return self._mail(at, "INBOX", {"frm": self.ann, "text": text, **told})

    def mine(self, at: float, text: str = "Here you are.") -> Story:
        """A mail of mine from another program."""
        return self._mail(at, "Sent", {"frm": ME, "to": self.ann, "text": text})

    def bounce(self, at: float) -> Story:
        """My newest mail did not reach them."""
        status = f"Final-Recipient: rfc822; {self.ann}\nAction: failed\nStatus: 5.1.1"
        return self._mail(at, "INBOX", {"report": status})

    def does(self, at: float, meant: Callable[[Threads], Intent]) -> Story:
        """A key of mine."""
        return replace(self, acts=(*self.acts, (at, lambda studio, threads: studio.desk.do(meant(threads)))))

    def acknowledges(self, at: float, until: float) -> Story:
        """The acknowledgement with this answer time leaves."""
        return self.does(at, lambda threads: Acknowledge(threads, hours(until), confirmed=True))

    def sends(self, at: float, template: Template, until: float | None = None) -> Story:
        """A mail of this kind leaves from the composer."""

        def send(studio: Studio, threads: Threads) -> None:
            draft = replace(studio.desk.write(threads[0], template).draft, until=until and hours(until))
            studio.desk.send(draft, confirmed=True)

        return replace(self, acts=(*self.acts, (at, send)))

    def moves(self, at: float, until: float) -> Story:
        """The one promise that stands gets another time."""

        def move(studio: Studio, threads: Threads) -> None:
            (row,) = (row for row in studio.desk.refresh().rows if row.id == threads[0])
            studio.desk.do(MovePromise(threads, row.promises[0].id, hours(until)))

        return replace(self, acts=(*self.acts, (at, move)))

    def then(
        self, at: float, lane: str, clock: str | None = None, since: float | None = None, due: float | None = None
    ) -> Story:
        """What the list says at that hour."""
        return replace(self, at=at, said=(lane, clock, since, due))

    def _mail(self, at: float, folder: str, told: dict[str, Any]) -> Story:
        return replace(self, mails=(*self.mails, (at, folder, told)))


def case(number: str, what: str = "") -> Story:
    """A story named after its row."""
    return Story(f"{number}{what.replace(' ', '-')}: {what}" if what else number)


def promise(until: float) -> Callable[[Threads], Intent]:
    return lambda threads: Promise(threads, hours(until))


def work(state: Work, until: float | None = None) -> Callable[[Threads], Intent]:
    return lambda threads: SetWork(threads, state, until and hours(until), "waits for the printer" if until else "")


STORIES = (
    case("5").theirs(0).does(3, lambda threads: AddNote(threads, "call her")).then(20, "due_soon", "reply", 0, 24),
    case("6").theirs(0).acknowledges(1, 30).then(20, "owed", "answer", 1, 30),
    case("8").theirs(0).acknowledges(1, 30).theirs(12).then(20, "owed", "answer", 1, 30),
    case("8", "the nearer decides").theirs(0).acknowledges(1, 90).theirs(12).then(20, "waiting", "reply", 12, 36),
    case("9").theirs(0).acknowledges(1, 30).sends(20, Template.REPLY).then(21, "theirs"),
    case("9b").theirs(0).acknowledges(1, 30).sends(20, Template.PROGRESS).then(21, "owed", "answer", 1, 30),
    case("9c").theirs(0).acknowledges(1, 30).sends(20, Template.DELAY, 60).then(40, "owed", "answer", 1, 60),
    case("10").theirs(0).acknowledges(1, 30).then(31, "overdue", "answer", 1, 30),
    case("12").theirs(0).mine(1).does(2, OnlyAcknowledged).then(20, "owed", "answer", 1, 25),
    case("13").theirs(0).acknowledges(1, 30).theirs(2, fields=[("Auto-Submitted", "auto-replied")]).then(20, "owed", "answer", 1, 30),
    case("15c").theirs(0).acknowledges(1, 30).bounce(2).then(20, "due_soon", "reply", 0, 24),
    case("29").theirs(0).does(1, MarkDone).theirs(5).then(20, "waiting", "reply", 5, 29),
    case("30").theirs(0).does(1, lambda threads: Snooze(threads, hours(48))).theirs(10).then(20, "due_soon", "reply", 0, 24),
    case("31").theirs(0).mine(1).does(2, lambda threads: Snooze(threads, hours(48))).theirs(10, THANKS).then(20, "rest"),
    case("32").theirs(0).does(1, lambda threads: Snooze(threads, hours(48))).then(30, "rest", "reply", 0, 24),
    case("33").theirs(0).mine(5).theirs(10, THANKS).then(40, "theirs"),
    case("34").theirs(0).mine(5).theirs(10, MORE).then(20, "waiting", "reply", 10, 34),
    case("38").theirs(0).then(5, "overdue", "reply", 0, 4),
    case("39").theirs(0).does(10, lambda threads: FlagTone(threads, Tone.ANGRY)).then(13, "overdue", "reply", 0, 12),
    case("40").theirs(FRIDAY + 17).then(MONDAY + 9.5, "due_soon", "reply", FRIDAY + 17, MONDAY + 10),
    case("41").theirs(FRIDAY + 20).then(MONDAY + 11.5, "overdue", "reply", FRIDAY + 20, MONDAY + 11),
    case("46").theirs(FRIDAY + 13).then(FRIDAY + 14, "waiting", "reply", FRIDAY + 13, MONDAY + 13),
    case("47").theirs(0).mine(1).does(2, work(Work.ON)).then(74, "contact", "contact", 1, 73),
    case("48").theirs(0).mine(1).does(2, work(Work.PAUSED, 240)).then(100, "theirs"),
    case("48", "it ends").theirs(0).mine(1).does(2, work(Work.PAUSED, 60)).then(140, "contact", "contact", 60, 132),
    case("49").theirs(0).mine(1).does(2, promise(FRIDAY + 17)).then(FRIDAY + 13, "due_soon", "promise", 2, FRIDAY + 17),
    case("50").theirs(0).mine(1).does(2, promise(30)).moves(20, 60).then(40, "owed", "promise", 2, 60),
    case("50b").theirs(0).mine(1).does(2, promise(90)).sends(40, Template.REPLY).then(41, "owed", "promise", 2, 90),
    case("51").theirs(0).sends(1, Template.QUESTIONS).then(122, "theirs", "nudge", 1, 121),
    case("55").theirs(2).then(5, "due_soon", "reply", 2, 6),
    case("60").theirs(0).mine(1).does(2, work(Work.ON)).theirs(70).then(80, "waiting", "reply", 70, 94),
    case("R22", "it comes back on a day").theirs(0).mine(1).does(2, lambda threads: FollowUp(threads, hours(100))).then(101, "contact", "contact", 100, 100),
)  # fmt: skip


def play(studio: Studio) -> None:
    """Hour by hour: what has come is read, keys are pressed, and what I wrote leaves."""
    moments = sorted({at for story in STORIES for at, *_ in (*story.mails, *story.acts)})
    ids: dict[str, list[str]] = {story.name: [] for story in STORIES}
    for moment in moments:
        for story in STORIES:
            for at, folder, told in story.mails:
                if at == moment:
                    _put(studio, story, at, folder, told, ids[story.name])
        studio.home.now = hours(moment)
        studio.read()
        threads = {row.subject.removeprefix("Re: "): row.id for row in studio.desk.refresh().rows}
        for story in STORIES:
            for at, act in story.acts:
                if at == moment:
                    act(studio, (threads[story.subject],))
        studio.later(seconds=UNDO_SECONDS)
        studio.desk.deliver()
        studio.home.now = hours(moment)
        for mail in studio.sent():
            story = next(story for story in STORIES if mail["Subject"] == f"Re: {story.subject}")
            ids[story.name] = list(dict.fromkeys([*ids[story.name], mail["Message-ID"].strip("<>")]))
    studio.read()


def _put(studio: Studio, story: Story, at: float, folder: str, told: dict[str, Any], ids: list[str]) -> None:
    if "report" in told:
        source = delivery_report(told["report"], original=f"<{ids[-1]}>")
    else:
        own = f"{len(ids)}.{story.ann}"
        source = letter(at, id=own, subject=story.subject, refs=" ".join(ids), **told)
        ids.append(own)
    studio.host.add(folder, source, hours(at))


@pytest.fixture(scope="module")
def studio(dovecot: Dovecot, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """All stories in one mailbox, played to their ends."""
    host = ImapHost(dovecot.account("acts"), condstore=True)
    with SmtpSink() as sink:
        home = Home(tmp_path_factory.mktemp("acts"), {"work": host}, now=0, sink=sink)
        home.settings.write_text(home.settings.read_text() + AGREED)
        studio = Studio(home, host, sink)
        play(studio)
        yield studio
    host.close()


@pytest.fixture(scope="module")
def told(studio: Studio) -> Callable[[float], dict[str, dict[str, Any]]]:
    """What the list says at an hour, each hour asked for once."""
    known: dict[float, dict[str, dict[str, Any]]] = {}

    def at(hour: float) -> dict[str, dict[str, Any]]:
        if hour not in known:
            threads = studio.home.document(hour)["threads"]
            known[hour] = {thread["subject"].removeprefix("Re: "): thread for thread in threads}
        return known[hour]

    return at


@pytest.mark.parametrize("story", STORIES, ids=[story.name for story in STORIES])
def test_case(told: Callable[[float], dict[str, dict[str, Any]]], story: Story) -> None:
    thread = told(story.at)[story.subject]
    assert (thread["lane"], thread["clock"], hour_of(thread["since"]), hour_of(thread["due"])) == story.said
