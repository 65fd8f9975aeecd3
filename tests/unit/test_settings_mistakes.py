"""Each mistake in the settings: its line, and its sentence."""

from __future__ import annotations

import pytest

from config.errors import SettingsError
from config.load import parse
from tests.support.settings_text import HERE, IMAP, imap_table, marked_line, settings_text

ADDRESS = 'an address such as "me@studio.example"'
ENTRY = f'{ADDRESS}, or "@studio.example" for every address there'
TIME = "a time such as 90m, 24h, 2d"
PORT = "a whole number from 1 to 65535"
SERVER = 'the name of a server such as "imap.studio.example"'
COMMAND = 'a list of words such as ["pass", "show", "mail/work"]'
UNSHOWN = "something else (not shown here)"


def mistakes(text: str) -> list[tuple[int | None, str]]:
    with pytest.raises(SettingsError) as caught:
        parse(text, "settings.toml")
    return [(mistake.line, mistake.says) for mistake in caught.value.mistakes]


def assert_says(text: str, says: str) -> None:
    assert mistakes(text) == [(marked_line(text), says)]


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("host", '""', f'is ""; allowed: {SERVER}'),
        ("host", '"imap://h.example"', f'is "imap://h.example"; allowed: {SERVER}'),
        ("host", "7", f"is 7; allowed: {SERVER}"),
        ("user", '""', 'is ""; allowed: the name to log in with'),
        ("user", "false", "is false; allowed: the name to log in with"),
        ("user", "2026-03-02", "is 2026-03-02; allowed: the name to log in with"),
        ("user", '"a\\u001b[31m\\n"', 'is "a\\u001b[31m\\n"; allowed: the name to log in with'),
        ("port", "0", f"is 0; allowed: {PORT}"),
        ("port", "65536", f"is 65536; allowed: {PORT}"),
        ("port", '"993"', f'is "993"; allowed: {PORT}'),
        ("port", "true", f"is true; allowed: {PORT}"),
        ("port", "993.0", f"is 993.0; allowed: {PORT}"),
        ("port", "0x" + "f" * 9_999, f"is a huge number; allowed: {PORT}"),
        ("security", '"ssl"', 'is "ssl"; allowed: "tls", "starttls" or "none"'),
        ("security", "{ tls = true }", 'is a table; allowed: "tls", "starttls" or "none"'),
        ("security", f'"{"s" * 99}"', f'is "{"s" * 40}…"; allowed: "tls", "starttls" or "none"'),
        ("ca_file", "[]", "is a list; allowed: a text of one line"),
    ],
)
def test_a_wrong_value_of_a_server(key: str, value: str, says: str) -> None:
    assert_says(settings_text(imap=imap_table(f"{key} = {value} {HERE}")), f"account.imap.{key} {says}")


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ({"address": f'address = "me" {HERE}'}, f'account.address is "me"; allowed: {ADDRESS}'),
        (
            {"address": f'address = "@studio.example" {HERE}'},
            f'account.address is "@studio.example"; allowed: {ADDRESS}',
        ),
        ({"address": f'address = "me@studio." {HERE}'}, f'account.address is "me@studio."; allowed: {ADDRESS}'),
        (
            {"address": f'address = "Me <me@s.example>" {HERE}'},
            f'account.address is "Me <me@s.example>"; allowed: {ADDRESS}',
        ),
        (
            {"account": f'aliases = "@old.example" {HERE}'},
            f'account.aliases is "@old.example"; allowed: a list in brackets; each in it: {ENTRY}',
        ),
        (
            {"account": f'aliases = [\n"@old.example",\n"old" {HERE}\n]'},
            f'account.aliases holds "old"; allowed: {ENTRY}',
        ),
        (
            {"account": f'send_as = ["@old.example"] {HERE}'},
            f'account.send_as holds "@old.example"; allowed: {ADDRESS}',
        ),
        (
            {"account": f'smtp = "smtp.studio.example" {HERE}'},
            'account.smtp is "smtp.studio.example"; allowed: a table [account.smtp]',
        ),
        (
            {"rest": f'[account.folders]\ninbox = [""] {HERE}'},
            'account.folders.inbox holds ""; allowed: a text of one line, not empty',
        ),
        ({"top": f"colleagues = [1] {HERE}"}, f"colleagues holds 1; allowed: {ENTRY}"),
        ({"top": f'layout = "de" {HERE}'}, 'layout is "de"; allowed: "", "ru", "uk", "bg" or "bg-phonetic"'),
        ({"top": f'me = {{ language = "fr" }} {HERE}'}, 'me.language is "fr"; allowed: "en", "ru", "uk", "bg" or "de"'),
        (
            {"top": f'me = {{ full_name = "A\\r\\nBcc: x@y.example" }} {HERE}'},
            'me.full_name is "A\\r\\nBcc: x@y.example"; allowed: a text of one line',
        ),
        ({"rest": f'[rule]\nreply_within = "soon" {HERE}'}, f'rule.reply_within is "soon"; allowed: {TIME}'),
        ({"rest": f"[rule]\nreply_within = 24 {HERE}"}, f"rule.reply_within is 24; allowed: {TIME}"),
        ({"rest": f'[rule]\nstale_after = "all" {HERE}'}, f'rule.stale_after is "all"; allowed: {TIME}'),
        ({"rest": f'[rule]\nread_every = "0m" {HERE}'}, f'rule.read_every is "0m"; allowed: {TIME}'),
        ({"rest": f'[rule]\nwindow = "ever" {HERE}'}, 'rule.window is "ever"; allowed: a time such as 90d, or "all"'),
    ],
)
def test_a_wrong_value(lines: dict[str, str], says: str) -> None:
    assert_says(settings_text(**lines), says)


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (
            {"imap": imap_table(f'securty = "tls" {HERE}')},
            'account.imap.securty is not a setting; did you mean "security"?',
        ),
        ({"imap": imap_table(f'HOST = "h" {HERE}')}, 'account.imap.HOST is not a setting; did you mean "host"?'),
        (
            {"rest": f"[{'x' * 99}] {HERE}"},
            f'"{"x" * 40}…" is not a setting; allowed: account, me, client, group, hours, colleagues, layout, rule, send, tone, complaint, urgent',
        ),
        ({"rest": f"[acount] {HERE}"}, 'acount is not a setting; did you mean "account"?'),
        (
            {"rest": f'[rule]\n"b c\\u001b" = 1 {HERE}'},
            'rule."b c\\u001b" is not a setting; allowed: reply_within, answer_within, due_soon, warn_before,'
            " contact_every, emergency_every, nudge_after, window, stale_after, read_every, archived",
        ),
        (
            {"account": f'layout = "uk" {HERE}'},
            "account.layout is not a setting; layout belongs at the top of the file, before any table",
        ),
        ({"top": f'due_soon = "4h" {HERE}'}, "due_soon is not a setting; due_soon belongs in [rule]"),
        (
            {"account": f'password_env = "P" {HERE}'},
            "account.password_env is not a setting; password_env belongs in [account.imap] or in [account.smtp]",
        ),
        (
            {"imap": imap_table(f'password_cmd = "x" {HERE}')},
            'account.imap.password_cmd is not a setting; did you mean "password_command"?',
        ),
    ],
)
def test_an_unknown_key(lines: dict[str, str], says: str) -> None:
    assert_says(settings_text(**lines), says)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("", None, "account is missing; needed: [[account]] tables"),
        ("account = []", 1, "there is no account; at least one [[account]] is needed"),
        ("[account]", 1, "account is a table; allowed: [[account]] tables"),
        (settings_text(imap=""), 2, "account.imap is missing; needed: a table [account.imap]"),
        (settings_text(address=""), 2, f"account.address is missing; needed: {ADDRESS}"),
        (settings_text(imap='[account.imap]\nuser = "me"'), 6, f"account.imap.host is missing; needed: {SERVER}"),
    ],
)
def test_what_is_missing(text: str, line: int | None, says: str) -> None:
    assert mistakes(text) == [(line, says)]


NO_PASSWORD = 'has no password; needed: password_command = ["pass", "show", "mail"] or password_env = "NAME"'
REMOTE = 'is another machine; allowed: "tls" or "starttls" ("none" is for localhost, 127.0.0.1 and ::1)'
CLIENT = 'match = ["ann@client.example"]'


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (f"[[client]]\nmatch = [] {HERE}", 'is empty; needed: addresses, or "@domain" for every address there'),
        (
            f'[[client]]\n{CLIENT}\n[[client]]\nmatch = ["Ann@client.example"] {HERE}',
            'holds "Ann@client.example" a second time; allowed: each address and domain once',
        ),
    ],
)
def test_each_client_is_named_once(lines: str, says: str) -> None:
    assert_says(settings_text(rest=lines), f"client.match {says}")


@pytest.mark.parametrize("value", ['"all"', '"0h"', "4"])
def test_a_clients_limit_is_a_time(value: str) -> None:
    (mistake,) = mistakes(settings_text(rest=f"[[client]]\n{CLIENT}\nreply_within = {value}"))
    assert mistake[1].startswith("client.reply_within is ")
    assert mistake[1].endswith("; allowed: a time such as 90m, 24h, 2d")


PUBLIC = "a public mail provider where clients may have addresses too; allowed: the single addresses"
TWICE = "a second time; allowed: each folder once, in inbox, sent or also"
SECOND = IMAP.replace("account.imap", "account.smtp")


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (
            {"imap": imap_table('password_env = ""').replace("[account.imap]", f"[account.imap] {HERE}")},
            f"account.imap {NO_PASSWORD}",
        ),
        ({"rest": f'[account.smtp] {HERE}\nhost = "h"\nuser = "u"'}, f"account.smtp {NO_PASSWORD}"),
        (
            {"imap": imap_table('password_command = ["pass"]', f'password_env = "P" {HERE}')},
            "account.imap has both password_command and password_env; allowed: one of them",
        ),
        (
            {"imap": imap_table(f'security = "none" {HERE}')},
            f'account.imap.security is "none" and "imap.studio.example" {REMOTE}',
        ),
        (
            {"imap": imap_table(f'security = "none" {HERE}', 'host = "127.1"')},
            f'account.imap.security is "none" and "127.1" {REMOTE}',
        ),
        (
            {"imap": imap_table(f'security = "none" {HERE}', 'host = "::2"')},
            f'account.imap.security is "none" and "::2" {REMOTE}',
        ),
        (
            {"imap": imap_table(f'security = "none" {HERE}', 'host = "localhost.example"')},
            f'account.imap.security is "none" and "localhost.example" {REMOTE}',
        ),
        ({"account": f'aliases = ["@gmail.com"] {HERE}'}, f'account.aliases holds "@gmail.com", {PUBLIC}'),
        ({"top": f'colleagues = [\n"@UKR.net", {HERE}\n]'}, f'colleagues holds "@UKR.net", {PUBLIC}'),
        ({"rest": f'[account.folders]\nsent = "S"\nalso = ["S"] {HERE}'}, f'account.folders.also names "S" {TWICE}'),
        ({"rest": f'[account.folders]\ninbox = ["A", "A"] {HERE}'}, f'account.folders.inbox names "A" {TWICE}'),
        (
            {"rest": f'[rule]\ndue_soon = "1d" {HERE}'},
            "rule.due_soon is 24h and rule.reply_within is 24h; allowed: a due_soon that is shorter than reply_within",
        ),
        (
            {"rest": f'[rule] {HERE}\nreply_within = "90m"'},
            "rule.due_soon is 4h and rule.reply_within is 90m; allowed: a due_soon that is shorter than reply_within",
        ),
        (
            {"rest": f'[[account]]\nname = "Work" {HERE}\naddress = "x@y.example"\n{IMAP}'},
            'account.name is "Work" a second time; allowed: a name that no other account has',
        ),
    ],
)
def test_values_that_do_not_go_together(lines: dict[str, str], says: str) -> None:
    assert_says(settings_text(**lines), says)


@pytest.mark.parametrize("host", ["localhost", "LocalHost", "127.0.0.1", "127.8.9.10", "::1"])
def test_no_encryption_on_this_machine_is_allowed(host: str) -> None:
    text = settings_text(imap=imap_table('security = "none"', f'host = "{host}"'))
    assert parse(text, "settings.toml").account[0].imap.security == "none"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (
            'password = "hunter2"',
            "password is not a setting: a password never stands in this file; use password_command or password_env",
        ),
        (
            'app-Passwd = "hunter2"',
            "app-Passwd is not a setting: a password never stands in this file; use password_command or password_env",
        ),
        ('password_command = "hunter2"', f"password_command is {UNSHOWN}; allowed: {COMMAND}"),
        (
            'password_command = ["hunter2", 2]',
            f"password_command holds {UNSHOWN}; allowed: a text of one line, not empty",
        ),
        (
            'password_env = "hunter2!"',
            f'password_env is {UNSHOWN}; allowed: the name of an environment variable such as "MAIL_PASSWORD"',
        ),
        ('host = "imaps://me:hunter2@h.example"', f"host is {UNSHOWN}; allowed: {SERVER}"),
        ('user = { password = "hunter2" }', "user is a table; allowed: the name to log in with"),
    ],
)
def test_no_password_stands_in_an_error(line: str, says: str) -> None:
    text = settings_text(imap=imap_table(f"{line} {HERE}"))
    assert_says(text, f"account.imap.{says}")
    assert "hunter2" not in str(mistakes(text))


def test_all_mistakes_are_told_in_the_order_of_the_file() -> None:
    text = settings_text(
        top="layuot = 1",
        account='aliases = [1, "old"]',
        imap=imap_table("port = 0"),
        rest='[account.smtp]\nhost = "h"\nuser = "u"\n[rule]\nwindow = "x"',
    )
    with pytest.raises(SettingsError) as caught:
        parse(text, "settings.toml")
    assert str(caught.value).splitlines() == [
        'settings.toml, line 1: layuot is not a setting; did you mean "layout"?',
        f"settings.toml, line 5: account.aliases holds 1; allowed: {ENTRY}",
        f'settings.toml, line 5: account.aliases holds "old"; allowed: {ENTRY}',
        f"settings.toml, line 10: account.imap.port is 0; allowed: {PORT}",
        f"settings.toml, line 11: account.smtp {NO_PASSWORD}",
        'settings.toml, line 15: rule.window is "x"; allowed: a time such as 90d, or "all"',
    ]
