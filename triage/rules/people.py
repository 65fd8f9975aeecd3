"""Who is who: which addresses are mine, which are colleagues', and which people belong to one party."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from triage.model.message import Address, Message
from triage.rules.clients import NO_CLIENTS, ClientBook


@dataclass(frozen=True, slots=True)
class AddressBook:
    """A set of addresses and "@domain" entries, in lower case."""

    addresses: frozenset[str]
    domains: frozenset[str]

    @classmethod
    def of(cls, entries: Iterable[str]) -> AddressBook:
        """Take entries as the settings hold them: "someone@client.example" or "@client.example"."""
        lower = {entry.strip().lower() for entry in entries}
        domains = frozenset(entry[1:] for entry in lower if entry.startswith("@"))
        return cls(frozenset(entry for entry in lower if not entry.startswith("@")), domains)

    def holds(self, address: str) -> bool:
        """The address itself, its form without a plus tag, or its domain stands in the book."""
        if address in self.addresses:
            return True
        local, _, domain = address.rpartition("@")
        if domain in self.domains:
            return True
        tag = local.find("+")
        return tag > 0 and f"{local[:tag]}@{domain}" in self.addresses


@dataclass(frozen=True, slots=True)
class People:
    """My addresses, my colleagues', the domains of public mail providers, and the clients of the settings.

    See clock cases 20, 20b, 21, 22, 58.
    """

    mine: AddressBook
    colleagues: AddressBook
    is_public: Callable[[str], bool]
    clients: ClientBook = NO_CLIENTS
    _is_mine: Callable[[str], bool] = field(init=False, repr=False, compare=False)
    _is_colleague: Callable[[str], bool] = field(init=False, repr=False, compare=False)
    _party: Callable[[str], str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_is_mine", lru_cache(maxsize=None)(self.mine.holds))
        object.__setattr__(self, "_is_colleague", lru_cache(maxsize=None)(self.colleagues.holds))
        object.__setattr__(self, "_party", lru_cache(maxsize=None)(self._find_party))

    def is_mine(self, address: str) -> bool:
        """Mine: an address, an alias, any address of an alias domain, or a plus address of one of these."""
        return self._is_mine(address)

    def is_ours(self, address: str) -> bool:
        """Mine or a colleague's."""
        return self._is_mine(address) or self._is_colleague(address)

    def party(self, address: str) -> str:
        """The people who count as one: "@domain", or the address alone at a public mail provider."""
        return self._party(address)

    def _find_party(self, address: str) -> str:
        domain = address.rpartition("@")[2]
        return address if not domain or self.is_public(domain) else "@" + domain

    def outsiders(self, addresses: Iterable[Address]) -> tuple[Address, ...]:
        """Those who are neither me nor a colleague."""
        return tuple(a for a in addresses if a.address and not self.is_ours(a.address))

    def is_contact_form(self, message: Message) -> bool:
        """From me to me with a stranger's Reply-To: a form on my own site (clock case 59)."""
        return (
            self.is_mine(message.author.address)
            and bool(message.reply_to)
            and not any(self.is_mine(a.address) for a in message.reply_to)
            and all(self.is_mine(a.address) for a in message.recipients)
        )

    def wrote(self, message: Message) -> bool:
        """The message is from our side: mine, or a colleague's to somebody outside (DESIGN, "in / out")."""
        author = message.author.address
        if self._is_mine(author):
            return not self.is_contact_form(message)
        return self._is_colleague(author) and bool(self.outsiders(message.recipients))
