"""Reports that servers write in plain text: the part that is their own, the addresses and the answer in it."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from triage.mail.clean import clean_line
from triage.mail.delivery_status import distinct
from triage.mail.server_words import ANSWERED, CODE, COMPLAINED, COPY, DELAYED, FAILED, NO_FAILED_ADDRESS

_SEARCHED = 20_000  # characters
_ADDRESS = r"[^\s<>()\[\]:;,\"'=\\|]{1,64}@[^\s<>()\[\]:;,\"'=\\|]{1,255}"
_LISTED = re.compile(
    rf"^[ \t>*+-]{{0,12}}(?:(?:final-recipient|original-recipient|recipient|address):?[ \t]*(?:rfc822;)?[ \t]*)?"
    rf"[<\"(\[]{{0,3}}(?:smtp:)?({_ADDRESS})[>\")\]]{{0,3}}:?[ \t]*(?:$|[(:;,]|\.\s|\.\.\.|- | on )",
    re.MULTILINE | re.IGNORECASE,
)
_TOLD = re.compile(
    rf"(?:RCPT TO:?|expanded from:?|originally addressed to|smtp=|emailaddress\W{{2,12}}) ?<?({_ADDRESS})",
    re.IGNORECASE,
)
_HEADED = re.compile(rf"^[ \t]{{0,12}}to:[ \t]{{0,8}}<?({_ADDRESS})", re.MULTILINE | re.IGNORECASE)
_LINE = re.compile(rf"^([^@\n]{{0,90}}?)({_ADDRESS})[^\n]{{0,200}}", re.MULTILINE)
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
_LONGEST_ANSWER = 600
_SERVERS = ("postmaster@", "mailer-daemon@")


@dataclass(frozen=True, slots=True)
class ServerText:
    """The text of a mail, without the copy of the mail that came back."""

    said: str
    has_copy: bool

    @property
    def failed(self) -> bool:
        """It says that a mail failed."""
        return bool(FAILED.search(self.said))

    @property
    def delayed(self) -> bool:
        """It says that the server will go on trying."""
        return bool(DELAYED.search(self.said))

    @property
    def answered(self) -> bool:
        """It holds the code of an answer."""
        return bool(ANSWERED.search(self.said))

    @property
    def complained(self) -> bool:
        """It says that somebody complained about a mail."""
        return bool(COMPLAINED.search(self.said))

    def addresses(self, mine: Container[str]) -> tuple[str, ...]:
        """The addresses that failed, by the surest signs that there are; not one of `mine` where there is another."""
        listed = _LISTED.findall(self.said)
        for found in (listed, _TOLD.findall(self.said), _HEADED.findall(self.said), self._named()):
            plain = (one.lower().rstrip(".>") for one in found)
            if others := distinct(one for one in plain if one not in mine and not one.startswith(_SERVERS)):
                return others
        return distinct(one.lower() for one in listed)

    def _named(self) -> list[str]:
        """The addresses in its sentences, but for those that are to be written to."""
        lines = (line for line in _LINE.finditer(self.said) if not NO_FAILED_ADDRESS.search(line[1]))
        return [line[2] for line in lines if "." in line[2].rpartition("@")[2]]

    @property
    def answer(self) -> str:
        """The server's line that says why: from its code on, else what stands at the address, else its sentence."""
        if found := CODE.search(self.said):
            return self._paragraph(found.start(), found.end())
        for listed in _LISTED.finditer(self.said):
            if line := self._paragraph(listed.end(1), listed.end(1)).lstrip(">)]\"':;,.- "):
                return line
        if found := FAILED.search(self.said):
            return self._paragraph(self.said.rfind("\n", 0, found.start()) + 1, found.end())
        return self._paragraph(0, 0)

    def _paragraph(self, start: int, least: int) -> str:
        """The text from `start` to the end of the paragraph in which `least` lies."""
        end = _PARAGRAPH_END.search(self.said, least)
        return clean_line(self.said[start : end.start() if end else len(self.said)][:_LONGEST_ANSWER], _LONGEST_ANSWER)


def read_server_text(text: str) -> ServerText:
    """The server's own words in the text of a mail."""
    searched = text[:_SEARCHED].strip("\n")
    copy = next((found for found in COPY.finditer(searched) if searched[: found.start()].strip()), None)
    return ServerText(searched[: copy.start()] if copy else searched, copy is not None)
