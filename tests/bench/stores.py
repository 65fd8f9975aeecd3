"""Data folders of any size for the benches: seeded mails put into the real cache, rows and due file made from them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from triage.desk.desk import LocalDesk
from triage.desk.house import open_house
from triage.mail.accounts import connect
from triage.model.message import Address, Message, Role, Words
from triage.rules.ranking import rank
from triage.store.cache import Cache

ME = Address("Daria Kovalenko", "daria@studio.example")
_SETTINGS = """\
[[account]]
name = "work"
address = "daria@studio.example"
[account.imap]
host = "127.0.0.1"
port = 1
security = "none"
user = "daria"
password_command = ["echo", "secret"]
[rule]
window = "all"
"""
_NAMES = ("Anna Kovalenko", "Björn Weiß", "Georgi Dimitrov", "Вера Сидорова", "Grace Hall", "Богдан Ткаченко")
_TEXTS = ("Could you send me the revised quote by Friday?", "Можно ли перенести созвон на четверг?", "Danke, passt so.")
_Arrival = tuple[int, datetime, bool, Message]


@dataclass(frozen=True, slots=True)
class Store:
    """Settings whose server answers nobody, a data folder, and the subject of the list's first row."""

    settings: Path
    data: Path
    first: str

    def options(self) -> tuple[str, ...]:
        """What to call `triage` with."""
        return ("--config", str(self.settings), "--data", str(self.data))


def build_store(folder: Path, threads: int, seed: int = 1, waiting: float = 0.1) -> Store:
    """A store of so many threads: a share of them waits, half of these too long. It was read just now."""
    settings, data = folder / "settings.toml", folder / "data"
    folder.mkdir(parents=True, exist_ok=True)
    settings.write_text(_SETTINGS)
    house = open_house(str(settings), data)
    now = datetime.now(UTC).replace(microsecond=0)
    desk = LocalDesk(house, connect, lambda: now)
    _fill(Cache(house.cache, now), threads, now, random.Random(seed), waiting)
    rows = rank(desk.refresh().rows, now)
    desk.close()
    return Store(settings, data, rows[0].row.subject)


def _fill(cache: Cache, threads: int, now: datetime, chance: random.Random, waiting: float) -> None:
    inbox: list[_Arrival] = []
    sent: list[_Arrival] = []
    for number in range(threads):
        for message, mine in _thread(number, now, chance, waiting):
            into = sent if mine else inbox
            into.append((len(into) + 1, message.arrived, chance.random() < 0.9, message))
    words = Words(text := chance.choice(_TEXTS), text)
    with cache.writing():
        for name, role, arrivals in (("Sent", Role.SENT, sent), ("INBOX", Role.INBOX, inbox)):
            id_ = cache.begin_folder("work", name, role, 1)
            cache.add(id_, arrivals)
            cache.add_words((message.key, words) for _, _, _, message in arrivals)
            cache.finish_folder(id_, len(arrivals) + 1, len(arrivals), None, None)
        cache.set_read("work", now)
    cache.close()


def _thread(number: int, now: datetime, chance: random.Random, waiting: float) -> Iterator[tuple[Message, bool]]:
    """A mail of a client and, where they do not wait, my answer; then perhaps both once more."""
    client = Address(chance.choice(_NAMES), f"c{number}@client{number // 3}.example")
    waits = chance.random() < waiting
    at = now - timedelta(minutes=chance.randint(1, 2880) if waits else chance.randint(3000, 100_000))
    turns = (False,) if waits else (False, True) * chance.randint(1, 2)
    references: tuple[str, ...] = ()
    for turn, mine in enumerate(turns):
        key = f"{number}.{turn}@mail.example"
        arrived = at + timedelta(minutes=10 * turn)
        yield _message(key, client, mine=mine, arrived=arrived, references=references), mine
        references += (key,)


def _message(key: str, client: Address, *, mine: bool, arrived: datetime, references: tuple[str, ...]) -> Message:
    return Message(
        key=key,
        message_id=key,
        author=ME if mine else client,
        reply_to=(),
        to=(client,) if mine else (ME,),
        cc=(),
        subject=f"{'Re: ' if references else ''}Banner{key.partition('.')[0]}",
        references=references,
        date=arrived,
        arrived=arrived,
        received=not mine,
        hints=frozenset(),
        size=4000,
    )
