"""When each account is read, and what the header says about it: pure, told what happens and what time it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from triage.desk.port import Event
from triage.model.events import AccountRead, ReadFailed, ReadProgress
from triage.model.inbox import AccountRow
from widgets.words import clock_time, number, span

_AGAIN = (timedelta(minutes=1), timedelta(minutes=2), timedelta(minutes=5))


@dataclass(slots=True)
class _Account:
    """One account: when it was read, whether it is being read, and since when it cannot be."""

    name: str
    read: datetime | None
    busy: bool = False
    progress: ReadProgress | None = None
    failure: ReadFailed | None = None
    failures: int = 0
    since: datetime | None = None
    next: datetime | None = None


class Readings:
    """The accounts of one session."""

    def __init__(self, names: Sequence[str], every: timedelta) -> None:
        self._accounts = {name: _Account(name, None) for name in names}
        self._every = every

    def know(self, rows: Sequence[AccountRow]) -> None:
        """When the accounts were read in earlier sessions."""
        for row in rows:
            if row.name in self._accounts:
                self._accounts[row.name].read = row.read

    def stage(self, account: str) -> str:
        """What is being read of an account: "headers", "words", or "" before that is known."""
        progress = self._accounts[account].progress if account in self._accounts else None
        return progress.stage if progress else ""

    @property
    def ever(self) -> bool:
        """Some account was read to its end, now or in an earlier session."""
        return any(account.read for account in self._accounts.values())

    @property
    def whole(self) -> bool:
        """Every account was read to its end."""
        return all(account.read for account in self._accounts.values())

    @property
    def busy(self) -> bool:
        """Mail is being read."""
        return any(account.busy for account in self._accounts.values())

    def due(self, now: datetime) -> tuple[str, ...]:
        """The accounts to be read now; from here on they are being read."""
        due = [
            account
            for account in self._accounts.values()
            if not account.busy
            and not (account.failure and account.failure.permanent)
            and (account.next is None or account.next <= now)
        ]
        for account in due:
            account.busy, account.progress = True, None
        return tuple(account.name for account in due)

    def ask_all(self) -> None:
        """The person wants all of them read, also those that failed for good."""
        for account in self._accounts.values():
            account.next = None
            if account.failure and account.failure.permanent:
                account.failure = None

    def take(self, event: Event) -> None:
        """Something was told about an account."""
        account = self._accounts.get(event.account)
        if account is None:
            return
        if isinstance(event, ReadProgress):
            account.progress = event
            return
        account.busy, account.progress = False, None
        if isinstance(event, AccountRead):
            account.read, account.next = event.at, event.at + self._every
            account.failure, account.failures, account.since = None, 0, None
        else:
            account.next = event.at + _AGAIN[min(account.failures, len(_AGAIN) - 1)]
            account.failures += 1
            account.failure, account.since = event, account.since or event.at

    def words(self, now: datetime, zone: tzinfo | None) -> tuple[str, ...]:
        """What is going on, in fewer and fewer words."""
        progress = [account.progress for account in self._accounts.values() if account.progress]
        if progress:
            return _progress_words(progress, now)
        if self.busy:
            return ("reading mail …", "reading …")
        read = [account.read for account in self._accounts.values() if account.read]
        if len(read) < len(self._accounts) or not read:
            return ("not read yet",)
        return (f"read {clock_time(min(read), zone)}",)

    def troubles(self, now: datetime, zone: tzinfo | None) -> tuple[str, ...]:
        """A sentence for each thing that is wrong; accounts out of reach share one."""
        failed = [account for account in self._accounts.values() if account.failure]
        lasting = [account for account in failed if account.failure and account.failure.permanent]
        offline = [account for account in failed if account not in lasting]
        troubles = [f"{account.failure.why} R reads again." for account in lasting if account.failure]
        if offline:
            troubles.append(self._offline(offline, now, zone))
        return tuple(troubles)

    def _offline(self, offline: Sequence[_Account], now: datetime, zone: tzinfo | None) -> str:
        since = min(account.since for account in offline if account.since)
        next_ = min(account.next for account in offline if account.next)
        names = "" if len(self._accounts) == 1 else ", ".join(account.name for account in offline) + ": "
        minutes = max(1, -(-int((next_ - now).total_seconds()) // 60))
        again = "trying again now" if any(account.busy for account in offline) else f"trying again in {minutes} min"
        why = next(account.failure.why for account in offline if account.failure)
        return f"{names}offline since {clock_time(since, zone)}, {again} · {why}"


def _progress_words(progress: Sequence[ReadProgress], now: datetime) -> tuple[str, ...]:
    stage = "headers" if any(one.stage == "headers" for one in progress) else progress[0].stage
    progress = [one for one in progress if one.stage == stage]
    done, total = sum(one.done for one in progress), sum(one.total for one in progress)
    what = "reading" if stage == "headers" else "reading texts,"
    short = f"{what} {number(done)} of {number(total)}"
    seconds = (now - min(one.started for one in progress)).total_seconds()
    rate = done / seconds if seconds >= 1 else 0
    words = [short, "reading …"]
    if rate >= 1 and total > done:
        left = int((total - done) / rate) + 1
        words.insert(0, f"{short} · {number(round(rate))}/s · {f'{left} s' if left < 60 else span(left)} left")
    return tuple(words)
