"""Which folders to read: those of the settings, else SPECIAL-USE (RFC 6154), else the usual names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from imapclient.imap_utf7 import decode

import config.schema as settings
from triage.mail.clean import clean_line
from triage.mail.mailbox import Folder, MailboxError
from triage.mail.trouble import quoted
from triage.model.message import Role

SENT_NAMES = (
    ("Sent", "Sent Mail", "Sent Items", "Sent Messages", "Sent-Mail", "SentMail", "Sent Email"),
    ("Gesendet", "Gesendete Elemente", "Gesendete Objekte", "Gesendete Nachrichten", "Gesendete"),
    ("Отправленные", "Отправленные письма", "Отправленные элементы", "Отправленная почта"),
    ("Надіслані", "Надіслані листи", "Надіслані елементи", "Надіслана пошта", "Відправлені", "Відправлена пошта"),
    ("Изпратени", "Изпратена поща", "Изпратени елементи", "Изпратени писма", "Изпратени съобщения"),
    ("Envoyés", "Éléments envoyés", "Messages envoyés", "Courrier envoyé", "Envoyes", "Elements envoyes"),
    ("Enviados", "Elementos enviados", "Mensajes enviados", "Correo enviado"),
    ("Inviati", "Inviata", "Posta inviata", "Elementi inviati", "Messaggi inviati"),
    ("Wysłane", "Elementy wysłane", "Wysłane elementy", "Poczta wysłana"),
    ("Enviadas", "Itens enviados", "Mensagens enviadas", "E-mails enviados", "Correio enviado"),
    ("Verzonden", "Verzonden items", "Verzonden berichten"),
    ("Odeslané", "Odeslaná pošta", "Odoslané", "Odoslaná pošta"),
    ("Sendt", "Sendt post", "Sendte elementer", "Skickat", "Skickade objekt", "Lähetetyt", "Lähetetyt kohteet"),
    ("Elküldött", "Elküldött elemek", "Trimise", "Elemente trimise", "Poslano", "Poslato"),
    ("Gönderilmiş Öğeler", "Gönderilmiş Postalar", "Απεσταλμένα"),
    ("送信済みアイテム", "送信済みメール", "已发送邮件", "寄件備份"),
)

_LIST = re.compile(rb'\* LIST \(([^)]*)\) (?:"(\\?.)"|NIL) (.+)', re.IGNORECASE | re.DOTALL)
_QUOTED = re.compile(rb'"((?:[^"\\]|\\.)*+)"', re.DOTALL)
_PARENTS = frozenset({(), ("inbox",), ("[gmail]",), ("[google mail]",)})
_NO_MAIL = frozenset({"\\noselect", "\\nonexistent"})


@dataclass(frozen=True, slots=True)
class Listed:
    """A folder of a LIST answer: its name decoded, the name as the server spells it, attributes in lower case."""

    name: str
    raw: str
    separator: str
    attributes: frozenset[str]

    @property
    def holds_mail(self) -> bool:
        """It can be opened."""
        return not self.attributes & _NO_MAIL

    @property
    def path(self) -> tuple[str, ...]:
        """The parts of the name, folded for comparing."""
        name = _folded(self.name)
        return tuple(name.split(self.separator)) if self.separator else (name,)


def read_listed(answer: Sequence[bytes]) -> Listed | None:
    """One LIST answer; None if it is something else, or a name that can't be decoded or shown."""
    found = _LIST.fullmatch(answer[0])
    if not found:
        return None
    attributes, separator, spelt = found.groups()
    if len(answer) > 1:
        spelt = answer[1]
    elif quoted := _QUOTED.match(spelt):
        spelt = re.sub(rb"\\(.)", rb"\1", quoted[1])
    else:
        spelt = spelt.partition(b" ")[0]
    try:
        raw, name = spelt.decode("ascii"), decode(spelt)
    except ValueError:
        return None
    if not name or not name.isprintable():
        return None
    words = frozenset(attributes.decode("ascii", "replace").lower().split())
    return Listed(name, raw, (separator or b"")[-1:].decode("ascii", "replace"), words)


def choose(listed: Sequence[Listed], wanted: settings.Folders) -> tuple[Folder, ...]:
    """Sent first, then inboxes, then the rest, each folder once; without a Sent where none is named or found.

    Raises MailboxError for a folder that the settings name and the server does not have.
    """
    sent = (_named(wanted.sent, listed),) if wanted.sent else _find_sent(listed)
    inboxes = [_named(name, listed) for name in wanted.inbox or ("INBOX",)]
    also = [_named(name, listed) for name in wanted.also]
    roles: dict[str, Role] = {}
    for names, role in ((sent, Role.SENT), (inboxes, Role.INBOX), (also, Role.ALSO)):
        for name in names:
            roles.setdefault(name, role)
    return tuple(Folder(name, role) for name, role in roles.items())


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The name most like `name`: the same last part, or few letters apart."""
    folded = {_folded(known): known for known in names}
    wanted = _folded(name)
    for known, spelt in folded.items():
        if re.split(r"[/.\\]", known)[-1] == re.split(r"[/.\\]", wanted)[-1]:
            return spelt
    close = get_close_matches(wanted, folded, n=1, cutoff=0.5)
    return folded[close[0]] if close else None


def missing(name: str, names: Iterable[str], words: bytes = b"") -> MailboxError:
    """The error for a folder that is not there, or can't be opened for the reason in the server's `words`."""
    near = nearest(name, [known for known in names if known != name])
    advice = f'Did you mean "{near}"?' if near else "Check [account.folders]."
    why = f'There is no folder "{clean_line(name, 100)}" on the server{quoted(words)}. {advice}'
    return MailboxError(why, permanent=True)


def _named(name: str, listed: Sequence[Listed]) -> str:
    if name.upper() == "INBOX":
        return "INBOX"
    usable = [folder.name for folder in listed if folder.holds_mail]
    if name not in usable:
        raise missing(name, usable)
    return name


def _find_sent(listed: Sequence[Listed]) -> tuple[str, ...]:
    usable = [folder for folder in listed if folder.holds_mail]
    for folder in usable:
        if "\\sent" in folder.attributes:
            return (folder.name,)
    by_leaf: dict[str, str] = {}
    for folder in sorted(usable, key=lambda folder: len(folder.path)):
        if folder.path[:-1] in _PARENTS:
            by_leaf.setdefault(folder.path[-1], folder.name)
    for language in SENT_NAMES:
        for usual in language:
            if name := by_leaf.get(_folded(usual)):
                return (name,)
    return ()


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
