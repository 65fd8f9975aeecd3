"""A throw-away home for the demo: settings and data in a folder of their own, removed however the program ends."""

from __future__ import annotations

import atexit
import os
import secrets
import shutil
import signal
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import FrameType

from triage.demo.mailbox import letters
from triage.demo.script import ALIAS, ME
from triage.demo.servers import USER, DemoServers
from triage.demo.wire import HOST

PASSWORD_ENV = "TRIAGE_DEMO_PASSWORD"  # noqa: S105 - the variable's name; its value is new in each run

_SERVER = """\
host = "{host}"
port = {port}
security = "none"
user = "{user}"
password_env = "{password_env}"
"""


@dataclass(frozen=True, slots=True)
class DemoFolder:
    """Where the demo lives while it runs: the settings file, the empty data folder, and its servers."""

    settings: Path
    data: Path
    servers: DemoServers


def settings_text(imap_port: int, smtp_port: int) -> str:
    """The demo's settings (TOML): one account, "studio", on the loopback; its password stands in PASSWORD_ENV."""
    imap, smtp = (
        _SERVER.format(host=HOST, port=port, user=USER, password_env=PASSWORD_ENV) for port in (imap_port, smtp_port)
    )
    return f"""\
me = {{ full_name = "Daria Kovalenko", signature = "Daria", language = "en" }}
colleagues = ["@partner.example"]

[[account]]
name = "studio"
address = "{ME}"
aliases = ["{ALIAS}"]
send_as = ["{ALIAS}"]

[account.imap]
{imap}
[account.smtp]
{smtp}
[account.folders]
also = ["Archive"]

[rule]
window = "all"
"""


@contextmanager
def open_demo(now: datetime) -> Iterator[DemoFolder]:
    """Serve the demo's mailbox, dated from `now`, and hold a folder for it (0700) while the `with` block lasts.

    Nothing is left of it afterwards, also when SIGTERM or SIGHUP ends the program: these raise SystemExit inside the
    block when it runs in the main thread. Raises DemoMissing where the `demo` extra is not installed.
    """
    password = secrets.token_urlsafe(24)
    servers = DemoServers(letters(now), password)
    with ExitStack() as stack:
        stack.enter_context(_signals_unwind())
        folder = Path(stack.enter_context(_throw_away_folder()))
        stack.enter_context(servers)
        stack.enter_context(_variable(PASSWORD_ENV, password))
        home = DemoFolder(folder / "settings.toml", folder / "data", servers)
        home.data.mkdir(mode=0o700)
        home.settings.touch(mode=0o600)
        home.settings.write_text(settings_text(servers.imap_port, servers.smtp_port), "utf-8")
        yield home


@contextmanager
def _throw_away_folder() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="triage-demo-", ignore_cleanup_errors=True) as folder:
        # A thread that outlives the block may write once more; the interpreter waits for threads before it does this.
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        yield folder


@contextmanager
def _variable(name: str, value: str) -> Iterator[None]:
    os.environ[name] = value
    try:
        yield
    finally:
        os.environ.pop(name, None)


@contextmanager
def _signals_unwind() -> Iterator[None]:
    """Let SIGTERM and SIGHUP unwind the stack, once: a second one must not stop the cleaning up."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = [number for name in ("SIGTERM", "SIGHUP") if (number := getattr(signal, name, None)) is not None]

    def leave(number: int, _frame: FrameType | None) -> None:
        for each in numbers:
            signal.signal(each, signal.SIG_IGN)
        raise SystemExit(128 + number)

    before = {number: signal.signal(number, leave) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler or signal.SIG_DFL)
