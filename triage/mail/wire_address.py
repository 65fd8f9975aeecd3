"""A mail address as it goes over the wire: checked, and its domain in ASCII (RFC 5321, 4.1.2; RFC 5890)."""

from __future__ import annotations

import re
import unicodedata

from triage.mail.clean import clean_line

_LONGEST = 320
_LONGEST_LABEL = 63
_UNICODE = r"[^\x00-\x9f\s]"
_LOCAL = re.compile(rf"(?:[A-Za-z0-9!#$%&'*+/=?^_`{{|}}~.-]|{_UNICODE})+|\"(?:[ !#-\[\]-~]|\\[ -~])*\"")
_LABEL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?")
_LITERAL = re.compile(r"\[(?:IPv6:)?[0-9A-Fa-f:.]+\]", re.IGNORECASE)
_DOTS = re.compile("[.\u3002\uff0e\uff61]")
_IN_LABELS = frozenset({"Ll", "Lm", "Lo", "Mn", "Mc", "Nd"})


class AddressError(ValueError):
    """A sentence for the screen about an address that no mail can be sent to."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def wire_address(address: str) -> str:
    """The address with its domain in ASCII; a local part with other letters stays and needs SMTPUTF8 (RFC 6531).

    What it gives, it gives again for its own answer. Raises AddressError.
    """
    local, at, domain = address.rpartition("@")
    if at and len(address) <= _LONGEST and _LOCAL.fullmatch(local) and local.isprintable():
        if _LITERAL.fullmatch(domain):
            return address
        labels = [_ascii_label(label) for label in _DOTS.split(domain)]
        if all(labels):
            return f"{local}@{'.'.join(labels)}"
    raise AddressError(f"“{clean_line(address, 100)}” is no address that mail can be sent to.")


def _ascii_label(label: str) -> str:
    """One label in ASCII; empty where it can't be one.

    Python's own codec knows IDNA of 2003, which makes another domain of "straße"; here only case and width are folded.
    """
    if not label.isascii():
        label = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", label).lower())
        if not all(char in "-\u200c\u200d" or unicodedata.category(char) in _IN_LABELS for char in label):
            return ""
        if not label.isascii():
            label = "xn--" + label.encode("punycode").decode("ascii")
    return label if len(label) <= _LONGEST_LABEL and _LABEL.fullmatch(label) else ""
