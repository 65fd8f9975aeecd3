"""The command that shows what Triage makes of mails, and why; each is told as soon as it is read."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from functools import partial

from config.errors import SettingsError
from triage.commands import WrongCallError, now_utc, open_desk, say_warnings, the_house
from triage.desk.port import DeskError
from triage.inspecting.as_json import line_of
from triage.inspecting.as_page import LINE, page_of
from triage.inspecting.findings import Finding, KeptMail, RawBody, RawMail, Trouble
from triage.inspecting.sources import STANDARD_INPUT, body_of, mails_of
from triage.local_zone import local_zone
from triage.overdue import CALM, said
from triage.report import room, safe
from triage.store.files import StoreError

SOME_FAILED = 1
_WIDEST = 80
_NO_SUCH = "There is no such file"
_BROKE = "Triage broke on this mail ({}): please report it. Set TRIAGE_DEBUG=1 to see where."

Item = RawMail | RawBody | KeptMail | Trouble


def inspect(options: argparse.Namespace) -> int:
    """Show what Triage makes of each file, folder or thread; 1 where there was trouble with one of them."""
    if not options.inspected:
        raise WrongCallError("Name at least one FILE: an .eml, an mbox, a folder, or a thread's ID.")
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    tell = _tell_programs if options.json else _tell_people
    return said(partial(tell, map(_find_out, _items(options))))


def _items(options: argparse.Namespace) -> Iterator[Item]:
    for what, name in options.inspected:
        if what != "mail":
            yield body_of(name, html=what == "html")
        elif name == STANDARD_INPUT or os.path.lexists(name):
            yield from mails_of(name)
        else:
            yield from _mails_of_thread(name, options)


def _mails_of_thread(name: str, options: argparse.Namespace) -> Iterator[KeptMail | Trouble]:
    """The mails of a thread, the oldest first; their texts are read from the server where the store lacks them."""
    try:
        house = the_house(options)
        if not house.due.exists():
            yield Trouble(
                name,
                None,
                f'{_NO_SUCH}, and no mail was read yet in which a thread could have this ID: "triage sync" reads it.',
            )
            return
        desk = open_desk(house)
        try:
            desk.fetch_conversation(name)
        except DeskError as error:
            print(safe(f"{error.why} What was read before is shown."), file=sys.stderr)
        judged = desk.judged(name)
        desk.close()
        say_warnings(desk)
    except SettingsError as error:
        yield Trouble(name, None, f"{_NO_SUCH}. To look for a thread with this ID, Triage needs settings: {error}")
        return
    except (DeskError, StoreError) as error:
        yield Trouble(name, None, error.why)
        return
    if not judged:
        yield Trouble(name, None, f'{_NO_SUCH}, and no thread with this ID: "triage list --json" tells the IDs.')
    for number, (message, judgement) in enumerate(judged, 1):
        yield KeptMail(name, number if len(judged) > 1 else None, message, judgement)


def _find_out(item: Item) -> Finding | Trouble:
    """What is found out; whatever a mail does to Triage, the next one is looked at."""
    if isinstance(item, Trouble):
        return item
    try:
        return item.find_out()
    except Exception as error:
        if os.environ.get("TRIAGE_DEBUG"):
            raise
        number = None if isinstance(item, RawBody) else item.number
        return Trouble(item.file, number, _BROKE.format(type(error).__name__))


def _tell_programs(findings: Iterable[Finding | Trouble]) -> int:
    status = CALM
    for found in findings:
        print(line_of(found), flush=True)
        if isinstance(found, Trouble):
            status = _complain(found)
    return status


def _tell_people(findings: Iterable[Finding | Trouble]) -> int:
    status, width = CALM, min(room(sys.stdout), _WIDEST)
    zone, now = local_zone(), now_utc()
    between = ""
    for found in findings:
        if isinstance(found, Trouble):
            status = _complain(found)
            continue
        print(between + "\n".join(page_of(found, width, now, zone)), flush=True)
        between = f"\n{LINE * width}\n\n"
    return status


def _complain(trouble: Trouble) -> int:
    place = trouble.file if trouble.number is None else f"{trouble.file}, mail {trouble.number}"
    print(safe(f"{place}: {trouble.why}"), file=sys.stderr)
    return SOME_FAILED
