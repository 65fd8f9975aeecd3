"""The command line: which command was asked for, and how it ends; a command imports what it needs when it runs."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import NoReturn

from triage.overdue import BROKEN, USAGE, read_time
from triage.rules.standing import LANES

_EPILOG = """exit status of --overdue: 0 nobody is overdue, 1 somebody is, 2 wrong usage or settings, 3 nobody is
overdue but mail was last read too long ago (or --sync failed), 4 it broke"""


TONES = ("delighted", "calm", "worried", "annoyed", "angry", "none")
_COMMANDS = {
    None: ("triage.commands", "open_inbox"),
    "list": ("triage.commands", "list_lanes"),
    "sync": ("triage.commands", "sync_mail"),
    "ack": ("triage.act_commands", "acknowledge"),
    "tone": ("triage.act_commands", "flag_tone"),
    "done": ("triage.act_commands", "mark_done"),
    "explain": ("triage.act_commands", "explain"),
    "outbox": ("triage.act_commands", "show_outbox"),
    "inspect": ("triage.inspecting.command", "inspect"),
}


_INSPECT = """Shows what Triage makes of mails: their kind and why, the language, the new text, and what it asks.
Mails come first, then --text and --html. Files need no settings.
Exit status: 0, 1 where something could not be read, 2 wrong usage."""


class Parser(argparse.ArgumentParser):
    """argparse with one line for a mistake; `anywhere` are flags that may stand among several names."""

    anywhere: tuple[str, ...] = ()

    def parse_known_args(self, args=None, namespace=None):  # type: ignore[no-untyped-def]
        """Flags that may stand anywhere come first: argparse takes names in one go only."""
        ordered = None if args is None else sorted(args, key=lambda one: one not in self.anywhere)
        return super().parse_known_args(ordered, namespace)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the call, and exit with 2."""
        self.exit(USAGE, f"triage: {message}. See: triage --help\n")


def run(arguments: list[str]) -> int:
    """Run one command; returns the exit status, errors said on standard error in a sentence."""
    options = make_parser().parse_args(arguments)
    if options.version:
        return _say_version()
    try:
        return _find_command(options)(options)
    except KeyboardInterrupt:
        return complain("Stopped. What was done so far is kept.", BROKEN)
    except BrokenPipeError:
        sys.stderr.close()
        return BROKEN
    except Exception as error:
        return _explain(error)


def _say_version() -> int:
    from importlib.metadata import PackageNotFoundError, version

    try:
        print(f"triage {version('triage-inbox')}")
    except PackageNotFoundError:
        return complain("This Triage runs from its source and is not installed, so it has no version.", BROKEN)
    return 0


def complain(sentence: str, status: int) -> int:
    """Say it on standard error; returns the status."""
    print(sentence, file=sys.stderr)
    return status


def _explain(error: Exception) -> int:
    """An error as a sentence; one that nobody foresaw with its traceback only where TRIAGE_DEBUG asks for it."""
    from config.errors import SettingsError
    from triage.commands import WrongCallError
    from triage.demo.servers import DemoMissing
    from triage.desk.port import DeskError, NotPossibleError
    from triage.store.due_reader import DueFileError
    from triage.store.files import StoreError

    if isinstance(error, SettingsError | WrongCallError | DemoMissing | NotPossibleError):
        return complain(str(error), USAGE)
    if isinstance(error, StoreError | DeskError):
        return complain(error.why, BROKEN)
    if isinstance(error, DueFileError):
        return complain('What was worked out of your mail is damaged. Run "triage sync" to make it anew.', BROKEN)
    if isinstance(error, OSError):
        return complain(f"{error.strerror or 'The system refused'}: {error.filename or 'no file named'}.", BROKEN)
    if os.environ.get("TRIAGE_DEBUG"):
        raise error
    return complain(f"Triage broke: {type(error).__name__}. Set TRIAGE_DEBUG=1 to see where.", BROKEN)


def make_parser() -> Parser:
    """All commands and their options."""
    parser = Parser(
        prog="triage",
        description="Who is waiting for me, and for how long?",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--demo", action="store_true", help="look around with demo mail; nothing is kept")
    parser.add_argument("--version", action="store_true", help="say the version")
    parser.add_argument("--overdue", action="store_true", help="who waits past the rule, from the last read")
    parser.add_argument("--count", action="store_true", help="with --overdue: only how many")
    parser.add_argument("--all", action="store_true", help="with --overdue: also who is to be contacted or asked again")
    parser.add_argument("--sync", action="store_true", help="with --overdue: read mail first")
    _add_places(parser, None)
    _add_report(parser, None, json=False)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    listing = commands.add_parser("list", help="all threads, by lane", allow_abbrev=False)
    listing.add_argument("--lane", choices=LANES, help="one lane alone")
    _add_report(listing, argparse.SUPPRESS, json=argparse.SUPPRESS)
    sync = commands.add_parser("sync", help="read mail now", allow_abbrev=False)
    sync.add_argument("--headers-only", action="store_true", help="leave the bodies for later")
    sync.add_argument("--account", metavar="NAME", default=argparse.SUPPRESS, help="one account alone")
    for command in (listing, sync, *_add_acts(commands), _add_inspect(commands)):
        _add_places(command, argparse.SUPPRESS)
    return parser


def _add_acts(commands: argparse._SubParsersAction[Parser]) -> list[argparse.ArgumentParser]:
    """The commands that act on a thread: ID is its id, or any Message-ID in it."""
    ack = commands.add_parser("ack", help="acknowledge: it has arrived, and when the answer comes", allow_abbrev=False)
    ack.add_argument("--eta", metavar="TIME", help="when the answer comes: 2h, 'fri 17:00' (else as the settings say)")
    ack.add_argument("--yes", action="store_true", help="send without asking")
    ack.add_argument("--queue", action="store_true", help="into the outbox only")
    tone = commands.add_parser("tone", help="flag how the client sounds", allow_abbrev=False)
    done = commands.add_parser("done", help="no answer is needed", allow_abbrev=False)
    explain = commands.add_parser("explain", help="why a thread stands where it does", allow_abbrev=False)
    for command in (ack, tone, done, explain):
        command.add_argument("id", metavar="ID", help="a thread's id, or any Message-ID in it")
    tone.add_argument("tone", choices=TONES)
    tone.add_argument("--note", help="a word for yourself, never part of a mail")
    outbox = commands.add_parser("outbox", help="mails that have not left", allow_abbrev=False)
    outbox.add_argument("--send", action="store_true", help="send what waits")
    return [ack, tone, done, explain, outbox]


def _add_inspect(commands: argparse._SubParsersAction[Parser]) -> argparse.ArgumentParser:
    """Mails, bare texts and bare HTML bodies, in the order in which they are named."""
    inspect = commands.add_parser(
        "inspect", help="what Triage makes of a mail, and why", description=_INSPECT, allow_abbrev=False
    )
    inspect.set_defaults(inspected=[])
    inspect.anywhere = ("--json",)
    inspect.add_argument(
        "mail", metavar="FILE", nargs="*", action=_Inspected, help="an .eml, an mbox, a folder, a thread's ID, or -"
    )
    inspect.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="JSON lines, one a mail")
    inspect.add_argument("--text", metavar="FILE", nargs="+", action=_Inspected, help="bare texts in place of mails")
    inspect.add_argument("--html", metavar="FILE", nargs="+", action=_Inspected, help="bare HTML bodies")
    return inspect


class _Inspected(argparse.Action):
    """Notes what is to be looked at, and as what."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,  # noqa: ARG002
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        """Add the names to those before."""
        assert isinstance(values, list)
        what = option_string.removeprefix("--") if option_string else "mail"
        namespace.inspected = [*namespace.inspected, *((what, name) for name in values)]


def _add_places(parser: argparse.ArgumentParser, default: str | None) -> None:
    parser.add_argument("--config", metavar="FILE", default=default, help="the settings file (else TRIAGE_CONFIG)")
    parser.add_argument("--data", metavar="FOLDER", default=default, help="the data folder (else TRIAGE_DATA)")


def _add_report(parser: argparse.ArgumentParser, default: str | None, *, json: bool | str) -> None:
    parser.add_argument("--json", action="store_true", default=json, help="the same as JSON")
    parser.add_argument("--at", metavar="TIME", type=_time, default=default, help="then: 2026-03-02T09:00, 'mon 9:00'")
    parser.add_argument("--account", metavar="NAME", default=default, help="one account alone")


def _time(text: str) -> int:
    """An ISO time; else a time ahead as people say it, which is said back as it was understood."""
    moment = read_time(text)
    if moment is not None:
        return moment
    from datetime import UTC, datetime

    from triage.local_zone import local_zone
    from triage.rules.moments import read_moment, spell_moment

    now, zone = datetime.now(UTC), local_zone()
    meant = read_moment(text, now, zone)
    if meant is None:
        raise argparse.ArgumentTypeError(f'"{text}" is no time such as 2026-03-02T09:00 or "mon 9:00"')
    print(f"At {spell_moment(meant, now, zone)}:", file=sys.stderr)
    return int(meant.timestamp())


def _find_command(options: argparse.Namespace) -> Callable[[argparse.Namespace], int]:
    if options.demo or options.overdue:
        module, name = "triage.commands", "open_demo" if options.demo else "check_overdue"
    else:
        module, name = _COMMANDS[options.command]
    command: Callable[[argparse.Namespace], int] = getattr(import_module(module), name)
    return command
