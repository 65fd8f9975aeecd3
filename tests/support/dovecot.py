"""A private Dovecot 2.3 in a temporary folder: plain and TLS ports on the loopback, any user name, one password."""

from __future__ import annotations

import getpass
import grp
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from typing import Self

import trustme
from imapclient.imap_utf7 import encode

from config.schema import Account, Folders, Security, Server

PASSWORD = "secret"
ODD_USER = "müller (x)"
ODD_PASSWORD = 'пароль \\ "ü'

FOUND = Folders()
_CAPABILITIES = (
    "IMAP4rev1",
    "SASL-IR",
    "ENABLE",
    "IDLE",
    "NAMESPACE",
    "UIDPLUS",
    "LITERAL+",
    "MOVE",
    "THREAD=REFERENCES",
)
_EXTENSIONS = ("CONDSTORE", "QRESYNC", "ESEARCH", "LIST-EXTENDED", "SPECIAL-USE")
_START_LIMIT = 15.0

_CONFIG = """\
protocols = imap
listen = 127.0.0.1
base_dir = {root}/run
state_dir = {root}/state
log_path = {root}/dovecot.log
ssl = yes
ssl_cert = <{root}/cert.pem
ssl_key = <{root}/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_username_chars =
auth_failure_delay = 0
default_internal_user = {internal}
default_internal_group = {group}
default_login_user = {login}
first_valid_uid = 0
first_valid_gid = 0
mail_max_userip_connections = 100
mail_location = maildir:{root}/mail/%u
passdb {{
  driver = passwd-file
  args = username_format=%u {root}/passwd
}}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={root}/home/%u
}}
namespace inbox {{
  inbox = yes
  separator = {separator}
  prefix = {prefix}
{mailboxes}}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
service imap-login {{
  chroot =
  service_count = 0
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
protocol imap {{
  imap_capability = {capabilities}
}}
"""


def why_not() -> str | None:
    """Why Dovecot can't be run here; None where it can."""
    program = _program()
    if program is None:
        return "Dovecot is not installed (Debian: dovecot-imapd)"
    version = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    return (
        None if version.startswith("2.3.") else f"these tests know the configuration of Dovecot 2.3, not of {version}"
    )


class Dovecot:
    """A server while its context lasts; `hidden` capabilities are not offered, without SPECIAL-USE Sent has no mark."""

    def __init__(self, ca: trustme.CA, hidden: Collection[str] = (), separator: str = "/", prefix: str = "") -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="dovecot-")
        self.root = root = Path(self._folder.name)
        self.port, self.tls_port = _free_ports()
        self.separator = separator
        self.prefix = prefix
        self.hidden = hidden
        self._process: subprocess.Popen[bytes] | None = None
        for name in ("run", "state", "mail", "home"):
            (root / name).mkdir(parents=True)
        ca.cert_pem.write_to_path(str(root / "ca.pem"))
        certificate = ca.issue_cert("localhost", "127.0.0.1")
        certificate.private_key_pem.write_to_path(str(root / "key.pem"))
        certificate.cert_chain_pems[0].write_to_path(str(root / "cert.pem"))
        (root / "passwd").write_text(f"{ODD_USER}:{{PLAIN}}{ODD_PASSWORD}::::::\n")
        (root / "dovecot.conf").write_text(self._config())

    def __enter__(self) -> Self:
        program = _program()
        assert program
        self.root.chmod(0o755)  # other users serve what is in it
        self._give_away()
        output = (self.root / "output").open("wb")
        self._process = subprocess.Popen(
            [program, "-F", "-c", str(self.root / "dovecot.conf")],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
        output.close()
        self._wait()
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._folder.cleanup()

    def server(
        self, user: str, security: Security = "none", host: str = "127.0.0.1", password: str = PASSWORD
    ) -> Server:
        """The settings for one of its ports."""
        port = self.tls_port if security == "tls" else self.port
        ca_file = "" if security == "none" else str(self.root / "ca.pem")
        return Server(host, user, port, security, password_command=("printf", "%s\\n", password), ca_file=ca_file)

    def account(self, user: str, folders: Folders = FOUND) -> Account:
        """The settings for one of its users, who need not exist before."""
        return Account("test", "me@studio.example", self.server(user), folders=folders)

    def maildir(self, user: str, folder: str = "INBOX") -> Path:
        """Where a folder's files lie (Maildir++)."""
        home = self.root / "mail" / user
        return home if folder == "INBOX" else home / f".{encode(folder.replace(self.separator, '.')).decode()}"

    def write(self, user: str, folder: str, mails: Collection[tuple[bytes, datetime]], flags: str = "") -> None:
        """Put mails into a folder as files: the time becomes the INTERNALDATE, `flags` are Maildir letters ("S": seen)."""
        home = self.maildir(user, folder)
        for name in ("cur", "new", "tmp"):
            (home / name).mkdir(parents=True, exist_ok=True)
        start = sum(1 for _ in (home / "cur").iterdir())
        for number, (source, arrived) in enumerate(mails, start):
            path = home / "cur" / f"{int(arrived.timestamp())}.M{number:06}.test:2,{flags}"
            path.write_bytes(source)
            os.utime(path, (arrived.timestamp(),) * 2)
        self._give_away()

    def _config(self) -> str:
        root_user = os.getuid() == 0
        me = getpass.getuser()
        uid, gid = _mail_ids()
        marks = "" if "SPECIAL-USE" in self.hidden else "    special_use = \\Sent\n"
        return _CONFIG.format(
            root=self.root,
            internal="dovecot" if root_user else me,
            group="dovecot" if root_user else grp.getgrgid(gid).gr_name,
            login="dovenull" if root_user else me,
            uid=uid,
            gid=gid,
            password=PASSWORD,
            separator=self.separator,
            prefix=self.prefix,
            mailboxes=f"  mailbox Sent {{\n    auto = create\n{marks}  }}\n",
            port=self.port,
            tls_port=self.tls_port,
            capabilities=" ".join(name for name in _CAPABILITIES + _EXTENSIONS if name not in self.hidden),
        )

    def _give_away(self) -> None:
        """Root may not serve mail: the files go to the user "mail"."""
        if os.getuid() == 0:
            uid, gid = _mail_ids()
            for top in ("mail", "home"):
                for folder, _, files in os.walk(self.root / top):
                    os.chown(folder, uid, gid)
                    for name in files:
                        os.chown(Path(folder, name), uid, gid)

    def _wait(self) -> None:
        """Until the greeting comes."""
        end = time.monotonic() + _START_LIMIT
        while time.monotonic() < end:
            assert self._process
            if self._process.poll() is not None:
                break
            try:
                with socket.create_connection(("127.0.0.1", self.port), 5) as connection:
                    if connection.recv(4096).startswith(b"* OK"):
                        return
            except OSError:
                time.sleep(0.02)
        said = "".join(log.read_text() for log in (self.root / "output", self.root / "dovecot.log") if log.exists())
        self.__exit__()
        raise RuntimeError(said)


def _program() -> str | None:
    return shutil.which("dovecot", path=os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin")))


def _mail_ids() -> tuple[int, int]:
    if os.getuid():
        return os.getuid(), os.getgid()
    user = pwd.getpwnam("mail")
    return user.pw_uid, user.pw_gid


def _free_ports() -> tuple[int, int]:
    with socket.create_server(("127.0.0.1", 0)) as first, socket.create_server(("127.0.0.1", 0)) as second:
        return first.getsockname()[1], second.getsockname()[1]
