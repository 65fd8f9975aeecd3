"""Mail that asks before it leaves: late, old, overtaken, without an account, or no longer sure of its own record."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.office import Office, account
from tests.support.outgoing import minutes, out_mail
from triage.desk.dispatch import DAMAGED, PASSED, WAITED
from triage.model.outgoing import OutState

ID = "m1@studio.example"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "data")


@pytest.mark.parametrize(
    ("until", "leaves_at", "words"),
    [
        (minutes(60), 59, ""),
        (minutes(60), 60, PASSED),
        (None, 240, ""),
        (None, 241, WAITED),
        (minutes(60), 241, f"{PASSED} {WAITED}"),
    ],
)
def test_what_its_time_has_passed_by_asks_first(office: Office, until: object, leaves_at: int, words: str) -> None:
    office.queue(out_mail(until=until))
    assert office.deliver(leaves_at) == ["m1"]
    expected = OutState.HELD if words else OutState.SENT
    assert (office.mail().state, office.mail().words) == (expected, words or "queued as 1")
    assert office.deliver(leaves_at + 1, at_once=True) == []
    assert bool(office.work.taken) == (not words)


def test_it_asks_first_where_the_desk_says_so(office: Office) -> None:
    office.queue(out_mail(), out_mail("m2"))
    office.held["m1"] = "Ann has written again since."
    office.deliver(0)
    assert (office.mail().state, office.mail().words) == (OutState.HELD, "Ann has written again since.")
    assert office.mail("m2").state is OutState.SENT


def test_an_account_that_is_gone_or_only_reads_asks_first(office: Office) -> None:
    office.queue(out_mail(), out_mail("s", account="shop"), out_mail("x", account="old"))
    office.accounts["shop"] = account("shop", smtp=None)
    office.deliver(0)
    assert office.mail().state is OutState.SENT
    for one, name in (("s", "shop"), ("x", "old")):
        assert office.mail(one).state is OutState.HELD
        assert f"account {name}" in office.mail(one).words


def test_mail_from_before_the_record_was_damaged_asks_first(office: Office) -> None:
    """The backup is the state before: what it calls queued may have left since."""
    office.queue(out_mail())
    record = office.folder / "tracking.json"
    backup = record.read_bytes()
    office.deliver(0)
    record.with_name("tracking.json.backup").write_bytes(backup)
    record.write_bytes(b"damaged")
    office.deliver(1)
    assert (office.mail().state, office.mail().words) == (OutState.HELD, DAMAGED)
    assert office.work.taken == [ID]


def test_a_message_that_has_lost_its_bytes_asks_and_keeps_no_other_waiting(office: Office) -> None:
    office.queue(out_mail(), out_mail("m2"))
    (office.folder / "outbox" / "m1.eml").unlink()
    office.deliver(0)
    assert office.mail().state is OutState.HELD
    assert "m1.eml" in office.mail().words
    assert office.mail("m2").state is OutState.SENT
