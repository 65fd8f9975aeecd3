"""After all that Triage can do so far, a server's files are the same: no flag, no name, no folder has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.dovecot import Dovecot
from tests.support.flows import Home, letter
from tests.support.imap_host import ImapHost
from tests.support.mails import multipart, part
from tests.support.stories import CLIENT, ME, hours

pytestmark = pytest.mark.dovecot

WITH_FILE = multipart(
    "mixed", part("See the file"), part("%PDF", "application/pdf", encoding="base64", name="plan.pdf")
)
OWN_FILES = ("dovecot", "maildirfolder", "subscriptions")  # Dovecot's own indexes


def mails_of(home: Path) -> dict[str, bytes]:
    """Every mail's file of a Maildir tree with its flags (they stand in the name), and every folder."""
    return {
        str(path.relative_to(home)): path.read_bytes() if path.is_file() else b""
        for path in home.rglob("*")
        if not path.name.startswith(OWN_FILES)
    }


@pytest.mark.parametrize("server", ["dovecot", "dovecot_plain"])
def test_nothing_on_the_server_changes(
    server: str, user: str, said: list[str], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    dovecot: Dovecot = request.getfixturevalue(server)
    answer = letter(5, frm=ME, to=CLIENT, subject="Re: Logo", refs="a@mail.example")
    dovecot.write(user, "INBOX", [(letter(0, id="a@mail.example", content=WITH_FILE), hours(0))])
    dovecot.write(user, "INBOX", [(letter(1, subject="Print"), hours(1))], "S")
    dovecot.write(user, "INBOX", [(letter(1, subject="Deleted"), hours(1))], "T")
    dovecot.write(user, "Sent", [(answer, hours(5))], "S")
    host = ImapHost(dovecot.account(user), condstore=server == "dovecot")
    home = Home(tmp_path, {"work": host})
    host.close()
    dovecot.maildir(user).joinpath("new", "1.M1.test").write_bytes(letter(2, subject="Just delivered"))
    dovecot.write(user, "INBOX", [])
    before = mails_of(dovecot.maildir(user))
    said.clear()

    home.read(bodies=True)
    home.read(bodies=True)
    desk = home.desk()
    desk.refresh()
    assert {row.subject for row in desk.inbox().rows} == {"Logo", "Print", "Just delivered"}
    for row in desk.inbox().rows:
        talk = desk.fetch_conversation(row.id)
        assert talk is not None
        assert talk.complete
    desk.save_attachment("a@mail.example", 1, tmp_path)
    desk.settle_older(home.now, 0)
    desk.undo()
    desk.close()

    assert mails_of(dovecot.maildir(user)) == before
    assert {line.split(" ")[0] for line in said} == {"CAPABILITY", "LOGIN", "LIST", "EXAMINE", "UID", "LOGOUT"}
    assert all(line.startswith(("UID SEARCH ", "UID FETCH ")) for line in said if line.startswith("UID"))
    assert all("BODY.PEEK[" in line for line in said if line.startswith("UID FETCH"))
