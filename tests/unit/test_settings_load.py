"""What a settings file becomes, and what is said of one that can't be read at all."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

import config
from config.agreements import Client, Group, Hours, Sharper, Tones
from config.durations import Length
from config.errors import SettingsError
from config.load import LARGEST, load, parse
from config.schema import Account, Folders, Me, Rule, Server, Settings
from config.shapes import table_type
from tests.support.settings_text import settings_text

SAMPLE = Path(config.__file__).with_name("defaults.toml")

FULL = """\
me = { full_name = "First Last", signature = "First", language = "uk" }
colleagues = ["@partner.example"]
layout = "uk"
[[account]]
name = "work"
address = "me@studio.example"
aliases = ["me+work@studio.example", "@old.example"]
send_as = ["me+work@studio.example"]
[account.imap]
host = "imap.studio.example"
port = 993
security = "tls"
user = "me"
password_command = ["pass", "show", "mail/studio"]
[account.smtp]
host = "smtp.studio.example"
security = "starttls"
user = "me"
password_env = "SMTP_PASSWORD"
ca_file = "~/ca.pem"
[account.folders]
inbox = ["INBOX", "Clients"]
sent = "Sent"
also = ["Archive"]
[[client]]
match = ["ann@client.example", "@client.example"]
name = "Ann and team"
group = "vip"
reply_within = "4h"
answer_within = "2d"
contact_every = "1d"
emergency_every = "1h"
nudge_after = "3d"
hours = "office"
cc = true
language = "uk"
[group.vip]
reply_within = "1d4h"
hours = "always"
[hours.office]
zone = "Europe/Kyiv"
open = { mon-thu = ["09:00-13:00", "14:00-18:00"], fri = ["09:00-15:00"] }
days_off = ["12-24"]
holidays = "DE-BY"
[rule]
reply_within = "2d"
due_soon = "90m"
warn_before = "6h"
contact_every = "7d"
emergency_every = "2h"
nudge_after = "10d"
window = "all"
stale_after = "1h30m"
read_every = "30s"
[tone.angry]
reply_within = "2h"
[complaint]
reply_within = "4h"
"""


def test_every_key_of_a_full_file() -> None:
    assert parse(FULL, "settings.toml") == Settings(
        me=Me("First Last", "First", "uk"),
        colleagues=("@partner.example",),
        layout="uk",
        account=(
            Account(
                name="work",
                address="me@studio.example",
                aliases=("me+work@studio.example", "@old.example"),
                send_as=("me+work@studio.example",),
                imap=Server("imap.studio.example", "me", port=993, password_command=("pass", "show", "mail/studio")),
                smtp=Server(
                    "smtp.studio.example",
                    "me",
                    security="starttls",
                    password_env="SMTP_PASSWORD",
                    ca_file="~/ca.pem",
                ),
                folders=Folders(inbox=("INBOX", "Clients"), sent="Sent", also=("Archive",)),
            ),
        ),
        client=(
            Client(
                match=("ann@client.example", "@client.example"),
                name="Ann and team",
                group="vip",
                reply_within=Length(time=timedelta(hours=4)),
                answer_within=Length(2),
                contact_every=Length(1),
                emergency_every=Length(time=timedelta(hours=1)),
                nudge_after=Length(3),
                hours="office",
                cc=True,
                language="uk",
            ),
        ),
        group={"vip": Group(reply_within=Length(1, timedelta(hours=4)), hours="always")},
        hours={
            "office": Hours(
                zone="Europe/Kyiv",
                open={"mon-thu": ("09:00-13:00", "14:00-18:00"), "fri": ("09:00-15:00",)},
                days_off=("12-24",),
                holidays="DE-BY",
            )
        },
        rule=Rule(
            reply_within=timedelta(days=2),
            due_soon=timedelta(minutes=90),
            warn_before=timedelta(hours=6),
            contact_every=timedelta(days=7),
            emergency_every=timedelta(hours=2),
            nudge_after=timedelta(days=10),
            window=None,
            stale_after=timedelta(minutes=90),
            read_every=timedelta(seconds=30),
        ),
        tone=Tones(angry=Sharper(Length(time=timedelta(hours=2)))),
        complaint=Sharper(Length(time=timedelta(hours=4))),
    )


def test_what_a_small_file_leaves_out_has_its_default() -> None:
    settings = parse(settings_text(), "settings.toml")
    (account,) = settings.account
    assert (settings.me, settings.rule, settings.layout, settings.colleagues) == (Me(), Rule(), "", ())
    assert (account.smtp, account.folders, account.aliases, account.send_as) == (None, Folders(), (), ())


def test_the_sample_says_the_defaults() -> None:
    settings = load(str(SAMPLE))
    assert settings.rule == Rule()
    assert (settings.layout, settings.me.language) == ("", Me().language)
    assert settings.account[0].imap.security == Server("h", "u").security


def test_the_sample_is_right_with_all_its_options_taken() -> None:
    text = re.sub(r"^#(?=[\w\[])", "", SAMPLE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    settings = parse(text, "defaults.toml")
    assert settings.colleagues
    assert settings.account[0].folders.also


def test_the_sample_names_every_setting() -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    assert [name for name in _names(Settings) if not re.search(rf"\b{name}\b", text)] == []


def _names(table: type[msgspec.Struct]) -> list[str]:
    names = []
    for field in msgspec.structs.fields(table):
        inner = table_type(field.type)
        names += [field.name, *(_names(inner) if inner else [])]
    return names


@pytest.mark.parametrize(
    ("server", "imap", "smtp"),
    [
        (Server("h", "u"), 993, 465),
        (Server("h", "u", security="starttls"), 143, 587),
        (Server("localhost", "u", security="none"), 143, 587),
        (Server("h", "u", port=1143), 1143, 1143),
    ],
)
def test_ports(server: Server, imap: int, smtp: int) -> None:
    assert (server.imap_port, server.smtp_port) == (imap, smtp)


def test_mine_is_the_address_the_aliases_and_what_i_send_as() -> None:
    (account,) = parse(FULL, "settings.toml").account
    assert account.mine == ("me@studio.example", "me+work@studio.example", "@old.example")


def test_a_byte_order_mark_and_windows_line_ends_are_no_mistake(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(b"\xef\xbb\xbf" + FULL.replace("\n", "\r\n").encode())
    assert load(str(file)) == parse(FULL, "settings.toml")


def _says(path: str) -> str:
    with pytest.raises(SettingsError) as caught:
        load(path)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__ or caught.value.__context__ is None
    return str(caught.value)


@pytest.mark.parametrize(
    ("source", "says"),
    [
        (b"a = 1\nb = \xff\n", ", line 2: this is not UTF-8 text; save the file as UTF-8"),
        (b"a = 1\nb = soon\n", ", line 2: this is not TOML: Invalid value (column 5); a line is key = value, and text"),
        (b"[rule]\na = 1\na = 2\n", ", line 3: this is not TOML: Cannot overwrite a value"),
        (b'a = 1\nb = """\n\n', " at the end; a line is key = value"),
        (b"a = " + b"[" * 20_000, ": lists or tables are nested too deeply"),
        (b"a = " + b"9" * 5_000, ": this is not TOML: "),
        (b"#" * (LARGEST + 1), ": this is no settings file: it is longer than 1000000 bytes"),
    ],
)
def test_a_file_that_is_no_toml(source: bytes, says: str, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(source)
    assert _says(str(file)).startswith(str(file))
    assert says in _says(str(file))


def test_no_file(tmp_path: Path) -> None:
    file = str(tmp_path / "settings.toml")
    assert _says(file) == (
        f"{file}: there is no settings file here; write one, or look around without one: triage --demo"
    )


def test_a_folder(tmp_path: Path) -> None:
    assert _says(str(tmp_path)) == f"{tmp_path}: this is a folder; give the settings file in it"


def test_a_file_in_place_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "triage").touch()
    file = str(tmp_path / "triage" / "settings.toml")
    assert _says(file) == f"{file}: the settings can't be read: Not a directory"


def test_a_file_that_this_user_may_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("config.load.open", refuse, raising=False)
    assert _says("s.toml") == "s.toml: the settings can't be read: this user has no permission to"
