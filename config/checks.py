"""What must hold beyond the type of each single value: between the keys of a table, and between tables."""

from __future__ import annotations

from collections.abc import Iterator

from config.agreed_checks import clients_in, hours_in
from config.agreements import Hours
from config.durations import spell
from config.errors import Fault, Path
from config.public_checks import strangers_in
from config.schema import Account, Folders, Rule, Server, Settings
from config.wording import name, quoted


def faults_in(table: object, at: Path) -> Iterator[Fault]:
    """The faults of one table of the settings that lies at `at`; those of tables inside it are not repeated."""
    match table:
        case Settings():
            yield from _accounts(table)
            yield from strangers_in(table.colleagues, (*at, "colleagues"))
            yield from clients_in(table)
        case Account():
            yield from strangers_in(table.aliases, (*at, "aliases"))
        case Folders():
            yield from _folders(table, at)
        case Server():
            yield from _password(table, at)
            yield from _encryption(table, at)
        case Rule():
            yield from _rule(table, at)
        case Hours():
            yield from hours_in(table, at)
        case _:
            pass


def _accounts(settings: Settings) -> Iterator[Fault]:
    if not settings.account:
        yield Fault(("account",), "there is no account; at least one [[account]] is needed")
    names: set[str] = set()
    for index, account in enumerate(settings.account):
        if account.name.casefold() in names:
            yield Fault(
                ("account", index, "name"),
                f"account.name is {quoted(account.name)} a second time; allowed: a name that no other account has",
            )
        names.add(account.name.casefold())


def _folders(folders: Folders, at: Path) -> Iterator[Fault]:
    taken: set[str] = set()
    listed = [(("inbox", index), folder) for index, folder in enumerate(folders.inbox)]
    listed += [(("also", index), folder) for index, folder in enumerate(folders.also)]
    for place, folder in [(("sent",), folders.sent), *listed]:
        if folder and folder in taken:
            yield Fault(
                (*at, *place),
                f"{name((*at, *place))} names {quoted(folder)} a second time; allowed: each folder once,"
                " in inbox, sent or also",
            )
        taken.add(folder)


def _password(server: Server, at: Path) -> Iterator[Fault]:
    if server.password_command and server.password_env:
        yield Fault(
            (*at, "password_env"), f"{name(at)} has both password_command and password_env; allowed: one of them"
        )
    elif not server.password_command and not server.password_env:
        ways = 'password_command = ["pass", "show", "mail"] or password_env = "NAME"'
        yield Fault(at, f"{name(at)} has no password; needed: {ways}")


def _encryption(server: Server, at: Path) -> Iterator[Fault]:
    if server.security == "none" and not _is_loopback(server.host):
        yield Fault(
            (*at, "security"),
            f'{name(at)}.security is "none" and {quoted(server.host)} is another machine; allowed: "tls" or "starttls"'
            ' ("none" is for localhost, 127.0.0.1 and ::1)',
        )


def _is_loopback(host: str) -> bool:
    from ipaddress import IPv4Address, ip_address

    if host.lower() == "localhost":
        return True
    try:
        address = ip_address(host)
    except ValueError:
        return False
    return address.is_loopback if isinstance(address, IPv4Address) else host == "::1"


def _rule(rule: Rule, at: Path) -> Iterator[Fault]:
    if rule.due_soon >= rule.reply_within:
        yield Fault(
            (*at, "due_soon"),
            f"rule.due_soon is {spell(rule.due_soon)} and rule.reply_within is {spell(rule.reply_within)};"
            " allowed: a due_soon that is shorter than reply_within",
        )
