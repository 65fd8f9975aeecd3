"""How mail programs mark in HTML what they quote and what they sign with: data for `mail.html`.

Names are those of class, id, name and data-marker, in lower case; other programs prefix them when they quote in turn.
"""

from __future__ import annotations

import re


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


HINTS = (
    "quote",
    "cite",
    "signature",
    "rplyfwdmsg",
    "appendonsend",
    "stopspelling",
    "zwchr",
    "__divider__",
    "reference-message",
    "olk_src_body",
    "separator-line",
    "airmail_on",
    "reply-intro",
    "replysection",
    "zmail_extra",
    "edo-original",
    "outlookmessageheader",
    "isreplycontent",
    "forward-container",
    "email-headers-table",
    "iosymail",
    "origbody",
    "reply139content",
    "orimsghtmlsep",
    "isforwardcontent",
    "forwardcontentmessage",
    "replysplit",
    "_mailoriginal",
    "border-top",
    "border-style",
    "border-left",
)
"""One of these stands in every HTML that is marked so."""

PREFIX = re.compile(r"(?:x_|gmail-|m_-?\d{1,30}|yiv\d{1,20}|ydp[0-9a-f]{8})++")
"""Exchange, Gmail, Yahoo and their like before the names of others."""

SUFFIX = re.compile(r"[_-]\d{4,30}$")
"""The number that makes an id unique."""

REPLIES = _names(
    "gmail_quote gmail_quote_container protonmail_quote zmail_extra nylas-quote mailspring-quote messagereplysection "
    "freshdesk_quote missive_quote outreach-quote skiff_quote"
)
"""An introduction and the quote; answers may stand below it, in the same element."""

QUOTES = _names(
    "yahoo_quoted olk_src_body_section mail-editor-reference-message-container ms-outlook-mobile-reference-message "
    "moz-forward-container edo-original isreplycontent mail-app-auto-quote quoted-content __quoted_text__ __headers__ "
    "moz-email-headers-table tutanota_quote front-blockquote iosymail origbody reply139content isforwardcontent "
    "forwardcontentmessage ik_mail_quote"
)
"""Quoted as a whole."""

INTRODUCTIONS = _names("moz-cite-prefix gmail_attr airmail_on reply-intro")
"""What only says who wrote the quote that comes."""

NAMED_QUOTE = "quote"
"""The same, but only as a name (GMX, web.de)."""

BELOW = _names(
    "divrplyfwdmsg appendonsend stopspelling zwchr __divider__ outlookmessageheader "
    "ms-outlook-mobile-body-separator-line orimsghtmlseperator replysplit _mailoriginal"
)
"""Another mail begins here and goes on to the end."""

SIGNATURES = _names(
    "gmail_signature moz-signature applemailsignature ms-outlook-mobile-signature protonmail_signature_block "
    "messagesignaturesection yahoo-signature"
)
SIGNATURE_IDS = _names("signature")
SIGNATURE_BLOCK = "data-signatureblock"

QUOTE_BORDER = re.compile(
    r"border-left(?:-style|-width)?\s*:\s*(?!none|0\b|medium none)[^;]{0,60}(?:solid|\dpx)", re.IGNORECASE
)
NO_BORDER = re.compile(r"border(?:-left|-width)?\s*:\s*(?:none|0(?:px|pt|in|cm)?)\s*(?:[;\"']|$)", re.IGNORECASE)
OUTLOOK_QUOTE = re.compile(r"border:none;border-left:solid", re.IGNORECASE)
HEADER_BORDER = re.compile(
    r"border-top(?:-style)?\s*:[^;]{0,60}solid|border-style\s*:\s*solid none none", re.IGNORECASE
)
HEADER_PADDING = re.compile(r"padding(?:-top)?\s*:\s*(?:3(?:\.0)?pt|5px)", re.IGNORECASE)
"""Borders of quotes, and of the header that Outlook and Windows Mail put above what they quote."""

WROTE = re.compile(
    r"wrote|schrieb|schreibt|писа[лв]|пише|написа|écrit|escribió|escreveu|ha scritto|napisał|schreef|skrev",
    re.IGNORECASE,
)
"""What ends the line above a quote that tells no date and no address."""
