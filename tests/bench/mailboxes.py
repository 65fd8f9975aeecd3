"""A generated mailbox on a private Dovecot, and settings to read all of it.

The generator is a program of the caller's: `PROGRAM MAILDIR --messages N --seed S --truth FILE` writes a Maildir++
tree and, as JSON, who waits in it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import trustme

from tests.support.dovecot import PASSWORD, Dovecot, why_not

USER = "reader"
_SETTINGS = """\
[[account]]
name = "work"
address = "{address}"
aliases = {aliases}
[account.imap]
host = "127.0.0.1"
port = {port}
security = "none"
user = "{user}"
password_command = ["echo", "{password}"]
[account.folders]
also = ["Archive"]
[rule]
window = "all"
"""


@dataclass(frozen=True, slots=True)
class Served:
    """A mailbox that is being served: its truth, the port, its Maildir, and a private folder for what reads it."""

    truth: dict[str, Any]
    port: int
    maildir: Path
    folder: Path

    def settings(self, port: int | None = None) -> Path:
        """A settings file for it, perhaps by way of another port."""
        address, *aliases = self.truth["me"]
        path = self.folder / f"settings-{port or self.port}.toml"
        path.write_text(
            _SETTINGS.format(
                address=address, aliases=json.dumps(aliases), port=port or self.port, user=USER, password=PASSWORD
            )
        )
        return path

    def forget_index(self) -> None:
        """Remove what Dovecot has noted of the mails, as if they had just been delivered."""
        for index in self.maildir.rglob("dovecot.index*"):
            index.unlink()


@contextmanager
def serve(generator: Path, messages: int, seed: int) -> Iterator[Served]:
    """Make a mailbox and serve it while the context lasts."""
    if reason := why_not():
        raise SystemExit(reason)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, Dovecot(trustme.CA()) as dovecot:
        maildir, truth = dovecot.maildir(USER), Path(folder, "truth.json")
        size = ["--messages", str(messages), "--seed", str(seed)]
        subprocess.run(
            [sys.executable, generator, maildir, *size, "--truth", truth], check=True, stdout=subprocess.DEVNULL
        )
        dovecot.write(USER, "INBOX", [])  # gives the files to whom they are served as
        yield Served(json.loads(truth.read_text()), dovecot.port, maildir, Path(folder))
