"""The commands: each takes the parsed options and returns an exit status."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from config.paths import data_folder, settings_file
from triage.overdue import CALM, STALE, Options, accounts_read, answer, is_current, said, search, staleness
from triage.rules.standing import deciding_clock, listed_lane, order_of
from triage.store.due_reader import DueFileError, DueThread, Header, read_due_file

if TYPE_CHECKING:
    from triage.desk.desk import LocalDesk
    from triage.desk.house import House
    from triage.rules.limits import Limits


class WrongCallError(Exception):
    """The call can't be followed; its text says why and what can be asked for."""


def check_overdue(options: argparse.Namespace) -> int:
    """The quick check's long way: read mail if asked to, work the rows out anew, then answer as the short way does."""
    house = the_house(options)
    _check_account(options.account, house)
    desk = open_desk(house)
    trouble = _read_all(desk, options.account, headers_only=False) if options.sync else None
    desk.refresh()
    say_warnings(desk)
    now = int(now_utc().timestamp())
    asked = Options()
    asked.json, asked.count, asked.all = options.json, options.count, options.all
    asked.at, asked.account = options.at, options.account
    with house.due.open(encoding="utf-8", newline="\n") as file:
        at = now if asked.at is None else asked.at
        found = search(Header(file.readline()), file, at, asked.account, everything=asked.all)
    return said(lambda: answer(found, asked, now, trouble))


def list_lanes(options: argparse.Namespace) -> int:
    """All lanes, or one, from the due file; worked out anew where the settings have changed since."""
    from triage.report import json_document, lane_lines

    house = the_house(options)
    _check_account(options.account, house)
    header, threads = _current_due_file(house)
    now = int(now_utc().timestamp())
    at = now if options.at is None else options.at
    chosen = _in_order(threads, at, options.lane, options.account)

    def say() -> int:
        if options.json:
            print(json_document(at, accounts_read(header, options.account), [thread for _, thread in chosen]))
        else:
            print("\n".join(lane_lines(chosen, at)) or "Nothing here.")
        sys.stdout.flush()
        if warning := staleness(header, options.account, now):
            print(warning.replace("triage --overdue --sync", "triage sync"), file=sys.stderr)
        return CALM

    return said(say)


def sync_mail(options: argparse.Namespace) -> int:
    """Read mail now, with progress on a terminal."""
    house = the_house(options)
    _check_account(options.account, house)
    desk = open_desk(house)
    trouble = _read_all(desk, options.account, headers_only=options.headers_only)
    say_warnings(desk)
    if trouble:
        print(trouble, file=sys.stderr)
    return STALE if trouble else CALM


def open_inbox(options: argparse.Namespace) -> int:
    """The interface."""
    house = the_house(options)
    return _run_inbox(house)


def open_demo(_: argparse.Namespace) -> int:
    """The interface on demo mail, in a folder that is gone afterwards."""
    from triage.demo.run import open_demo as demo_folder
    from triage.desk.house import open_house

    with demo_folder(now_utc()) as demo:
        return _run_inbox(open_house(str(demo.settings), demo.data))


def _run_inbox(house: House) -> int:
    # Before Textual is imported: what an act has changed is not to wait for the next of sixty frames a second.
    os.environ.setdefault("TEXTUAL_FPS", "240")
    from triage.desk.remote import RemoteDesk
    from triage.tui.run import run
    from triage.tui.view import View

    desk = RemoteDesk(house, now_utc)
    try:
        settings = house.settings
        view = View(
            read_every=settings.rule.read_every,
            layout=settings.layout,
            answer_within=settings.rule.answer_within,
            agreed=partial(_work_out_limits, house.settings_path),
            undo_for=settings.send.undo_for,
        )
        return run(desk, view)
    finally:
        desk.close()


def _work_out_limits(path: str) -> Limits:
    """What is agreed with clients; a first look at each calendar brings in holidays, which takes a while."""
    from config.load import load
    from triage.desk.limits import read_limits
    from triage.desk.plainly import speaking_plainly
    from triage.rules.clients import Limit

    with speaking_plainly():
        settings = load(path)
    limits = read_limits(settings)
    for client in settings.client:
        limits.due(Limit.ANSWER, client.match[0], now_utc())
    return limits


def _current_due_file(house: House) -> tuple[Header, list[DueThread]]:
    try:
        header, threads = read_due_file(str(house.due))
        if is_current(header, house.settings_path, str(house.folder)):
            return header, threads
    except (OSError, DueFileError, UnicodeDecodeError):
        pass
    desk = open_desk(house)
    desk.refresh()
    say_warnings(desk)
    return read_due_file(str(house.due))


def _in_order(threads: list[DueThread], at: int, lane: str | None, account: str | None) -> list[tuple[str, DueThread]]:
    ordered = []
    for thread in threads:
        clock = deciding_clock(thread.clocks, at)
        stands = listed_lane(clock, thread.resting, thread.snoozed, at)
        if lane in (None, stands) and (account is None or account in thread.accounts):
            ordered.append((order_of(stands, clock, at, thread.last, thread.id), stands, thread))
    ordered.sort(key=lambda item: item[0])
    return [(stands, thread) for _, stands, thread in ordered]


def _read_all(desk: LocalDesk, account: str | None, *, headers_only: bool) -> str | None:
    """Read the accounts, each in a thread of its own; what went wrong, or None where all went well."""
    import gc

    from triage.desk.rounds import read_accounts
    from triage.progress import Progress

    # The process ends after this; looking for garbage among fifty thousand mails would take longer than reading them.
    gc.disable()

    names = [name for name in desk.accounts() if account in (None, name)]
    with Progress(sys.stderr) as progress:
        failures = read_accounts(desk, names, progress.tell, headers_only=headers_only)
    return "\n".join(failures) or None


def the_house(options: argparse.Namespace) -> House:
    """The house that the options name. Raises SettingsError."""
    from triage.desk.house import open_house

    return open_house(settings_file(options.config), data_folder(options.data))


def open_desk(house: House, undo_for: timedelta | None = None) -> LocalDesk:
    """The desk over the real servers; `undo_for` as LocalDesk takes it."""
    from triage.desk.desk import LocalDesk
    from triage.mail.accounts import connect

    return LocalDesk(house, connect, now_utc, undo_for=undo_for)


def _check_account(name: str | None, house: House) -> None:
    if name is not None and name not in house.accounts:
        raise WrongCallError(f'There is no account "{name}" in the settings. There are: {", ".join(house.accounts)}.')


def say_warnings(desk: LocalDesk) -> None:
    """What was found damaged, and mended."""
    for warning in desk.warnings:
        print(warning, file=sys.stderr)


def now_utc() -> datetime:
    """The present moment."""
    return datetime.now(UTC)
