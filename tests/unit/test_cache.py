"""The mail cache: what is put in comes out, and each read sees one whole state."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.support.cached import put
from tests.support.random_rows import addresses, clean_texts, moments, words
from tests.support.stories import START, hours, mail
from triage.mail.clean import clean_text
from triage.mail.headers import read_envelope
from triage.model.message import LISTED_TEXT, Attachment, Message, Place, Report, Role, Tells, Words
from triage.store.cache import Cache

texts = st.text(max_size=60).map(clean_text)
lists = {name: st.lists(of, max_size=3).map(tuple) for name, of in (("words", words), ("addresses", addresses))}
messages = st.builds(
    Message,
    key=words,
    message_id=st.none() | words,
    author=addresses,
    reply_to=lists["addresses"],
    to=lists["addresses"],
    cc=lists["addresses"],
    subject=clean_texts,
    references=lists["words"],
    date=st.none() | moments,
    arrived=moments,
    received=st.booleans(),
    hints=st.frozensets(words, max_size=3),
    size=st.integers(0, 1 << 40),
)
read_words = st.builds(
    Words,
    texts,
    texts,
    st.lists(st.builds(Attachment, st.integers(0, 9), clean_texts, words, st.integers(0, 1 << 40)), max_size=2).map(
        tuple
    ),
    lists["words"],
    st.none() | st.builds(Report, lists["words"], st.none() | words, clean_texts, st.sampled_from(Tells)),
    st.sampled_from(["", "request", "reply", "cancel"]),
    st.frozensets(st.sampled_from(["automatic", "auto_reply", "unsubscribe"])),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "mail.cache"


@pytest.fixture
def cache(path: Path) -> Iterator[Cache]:
    with closing(Cache(path, START)) as opened:
        yield opened


def bare(message: Message) -> Message:
    return replace(message, places=(), words=None)


def uids(cache: Cache) -> dict[str, list[tuple[str, str, int]]]:
    """Key → account, folder and UID of each of its places."""
    return {m.key: [(place.account, place.folder, place.uid) for place in m.places] for m in cache.messages()}


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(message=messages, read=read_words)
def test_every_field_survives(cache: Cache, message: Message, read: Words) -> None:
    put(cache, message)
    with cache.writing():
        cache.add_words([(message.key, read)])
    assert cache.envelope(message.key) == message
    assert cache.words(message.key) == read
    (listed,) = cache.messages()
    brief = replace(read, text="", links=(), new_text=(read.new_text or read.text)[:LISTED_TEXT])
    assert listed == replace(message, places=(Place("work", "INBOX", Role.INBOX, 1),), words=brief)
    with cache.writing():
        cache.remove_messages([message.key])


SEPARATORS = b"\x1e\x1f\t\x00\x1b[31m =?utf-8?q?=1E=1F=00x?= "


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    noise=st.lists(
        st.binary(max_size=12).map(lambda data: data.replace(b"\n", b"").replace(b"\r", b"")), min_size=6, max_size=6
    )
)
@example(noise=[SEPARATORS] * 6)
def test_whatever_enters_by_the_parser_survives(cache: Cache, noise: list[bytes]) -> None:
    fields = (b"From", b"To", b"Cc", b"Subject", b"Message-ID", b"References")
    bodies = (
        b"%s <a%s@b.example>",
        b"%s <a%s@b.example>, c@d.example",
        b"%s <a%s@b.example>",
        b"%s %s",
        b"<%s%s>",
        b"<%s %s>",
    )
    source = b"".join(
        field + b": " + body % (bytes_, bytes_) + b"\r\n"
        for field, body, bytes_ in zip(fields, bodies, noise, strict=True)
    )
    message = read_envelope(source, START)
    put(cache, message)
    assert cache.envelope(message.key) == message
    with cache.writing():
        cache.remove_messages([message.key])


def test_a_new_cache_holds_nothing(cache: Cache) -> None:
    assert (cache.messages(), cache.accounts(), cache.read_times(), cache.last_stored()) == ([], set(), {}, {})
    assert cache.folder("work", "INBOX") is None
    assert cache.envelope("none") is cache.words("none") is None
    assert cache.warnings == []


def test_it_is_private(path: Path, cache: Cache) -> None:
    put(cache, mail(0))
    assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_places_tell_when_a_message_was_stored_and_whether_it_was_seen(cache: Cache) -> None:
    message = mail(0)
    with cache.writing():
        inbox = cache.begin_folder("work", "INBOX", Role.INBOX, 7)
        cache.add(inbox, [(5, hours(2), True, message), (6, hours(3), False, message)])
        cache.set_seen(inbox, [(6, True), (5, False)])
    stored = int(START.timestamp())
    assert cache.places(inbox) == {5: (stored + 7200, False), 6: (stored + 10800, True)}
    assert cache.last_stored() == {message.key: stored + 10800}


def test_a_copy_adds_a_place_and_changes_nothing_else(cache: Cache) -> None:
    message = mail(0, subject="first")
    put(cache, message)
    put(cache, replace(message, subject="second"), folder="Клієнти", account="shop", first=9)
    assert cache.envelope(message.key) == bare(message)
    assert uids(cache) == {message.key: [("shop", "Клієнти", 9), ("work", "INBOX", 1)]}
    assert cache.uids_of([message.key, "none"], "shop") == {"Клієнти": {9: message.key}}


def test_a_moved_message_keeps_its_words(cache: Cache) -> None:
    message, read = mail(0), Words("text", "new")
    inbox = put(cache, message)
    with cache.writing():
        cache.add_words([(message.key, read)])
        cache.remove_places(inbox, [1])
    assert cache.messages()[0].gone
    assert cache.last_stored() == {}
    put(cache, message, folder="Archive", first=3)
    assert uids(cache) == {message.key: [("work", "Archive", 3)]}
    assert cache.words(message.key) == read


def test_removed_messages_leave_nothing_behind(cache: Cache) -> None:
    kept, dropped = mail(0), mail(1)
    inbox = put(cache, kept, dropped)
    with cache.writing():
        cache.add_words([(m.key, Words("text", "")) for m in (kept, dropped)])
        cache.remove_messages([dropped.key])
    assert uids(cache) == {kept.key: [("work", "INBOX", 1)]}
    assert list(cache.places(inbox)) == [1]
    assert cache.known([kept.key, dropped.key]) == {kept.key}
    assert cache.words(dropped.key) is None


def test_another_uidvalidity_forgets_the_places_alone(cache: Cache) -> None:
    message = mail(0)
    inbox = put(cache, message)
    with cache.writing():
        cache.finish_folder(inbox, 2, 1, 55, None)
        assert cache.begin_folder("work", "INBOX", Role.ALSO, 7) == inbox
    known = cache.folder("work", "INBOX")
    assert known is not None
    assert (known.uidvalidity, known.uidnext, known.present, known.modseq, known.since, bool(known.complete)) == (
        7,
        2,
        1,
        55,
        None,
        True,
    )
    with cache.writing():
        again = cache.begin_folder("work", "INBOX", Role.INBOX, 8)
    known = cache.folder("work", "INBOX")
    assert known is not None
    assert (known.id, known.uidvalidity, bool(known.complete)) == (again, 8, False)
    assert cache.places(again) == {}
    assert uids(cache) == {message.key: []}


def test_folders_and_accounts_are_forgotten_each_for_itself(cache: Cache) -> None:
    put(cache, mail(0))
    put(cache, mail(1), folder="Clients")
    put(cache, mail(2), account="shop")
    with cache.writing():
        cache.set_read("work", hours(1))
        cache.set_read("shop", hours(2))
        cache.forget_folder(cache.folders_of("work")["Clients"])
    assert set(cache.folders_of("work")) == {"INBOX"}
    assert (cache.accounts(), cache.read_times()) == ({"work", "shop"}, {"work": hours(1), "shop": hours(2)})
    with cache.writing():
        cache.forget_account("shop")
    assert (cache.accounts(), cache.read_times()) == ({"work"}, {"work": hours(1)})
    assert sorted(len(places) for places in uids(cache).values()) == [0, 0, 1]


def test_half_a_change_is_none(cache: Cache) -> None:
    put(cache, mail(0))
    with pytest.raises(ZeroDivisionError), cache.writing():
        cache.add(1, ((1 // zero, START, False, mail(1)) for zero in (1, 0)))
    assert len(cache.messages()) == 1
    put(cache, mail(1), first=2)


def test_a_reader_sees_the_last_whole_state_beside_a_writer(path: Path, cache: Cache) -> None:
    put(cache, mail(0))
    with closing(Cache(path, START)) as reader:
        with cache.writing():
            cache.add(cache.folders_of("work")["INBOX"], [(2, START, False, mail(1))])
            assert len(reader.messages()) == 1
        assert len(reader.messages()) == 2


def test_a_read_of_all_messages_is_of_one_state(path: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    put(cache, mail(0))
    with closing(Cache(path, START)) as writer:
        real = cache._all_words

        def words_after_another_write() -> dict[str, Words]:
            put(writer, mail(1), first=2)
            return real()

        monkeypatch.setattr(cache, "_all_words", words_after_another_write)
        assert [len(places) for places in uids(cache).values()] == [1]
        monkeypatch.undo()
        assert [len(places) for places in uids(cache).values()] == [1, 1]


def test_times_come_back_aware(cache: Cache) -> None:
    put(cache, mail(0))
    with cache.writing():
        cache.set_read("work", datetime(2026, 3, 2, 14, tzinfo=timezone(timedelta(hours=2))))
    assert cache.read_times() == {"work": datetime(2026, 3, 2, 12, tzinfo=UTC)}
    assert cache.messages()[0].arrived.tzinfo is UTC
