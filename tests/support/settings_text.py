"""Settings files for tests: a small right one, to which lines can be added."""

from __future__ import annotations

HERE = "# here"
"""Marks the line of a settings text that a mistake is expected on."""

IMAP = """\
[account.imap]
host = "imap.studio.example"
user = "me"
password_env = "MAIL_PASSWORD"
"""

ADDRESS = 'address = "me@studio.example"'


def settings_text(*, top: str = "", address: str = ADDRESS, account: str = "", imap: str = IMAP, rest: str = "") -> str:
    """A settings file with one account: lines before it, in it, its table for IMAP, and what follows."""
    return f'{top}\n[[account]]\nname = "work"\n{address}\n{account}\n{imap}\n{rest}\n'


def imap_table(*lines: str) -> str:
    """A table for IMAP where each line given stands in the place of the usual one for its key, or is added."""
    keys = {line.partition("=")[0].strip() for line in lines}
    kept = [line for line in IMAP.splitlines() if line.partition("=")[0].strip() not in keys]
    return "\n".join([*kept, *lines])


def marked_line(text: str) -> int | None:
    """The number of the line that ends in the mark; None where there is no mark."""
    return next((number for number, line in enumerate(text.split("\n"), 1) if line.endswith(HERE)), None)
