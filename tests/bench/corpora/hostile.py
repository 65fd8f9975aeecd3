"""Mails of 1 MB each that hold one piece again and again: where work grows faster than the length, they show it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from random import Random

_SIZE = 1_000_000
_NOISE = b64encode(Random(1).randbytes(3000)).decode()

PIECES = {
    **{f"one character, {char!r}": char for char in "a \n\t.,:;-_=*#?!>|<&\"'([{@/1яß漢\xa0\u0301\x00"},
    **{
        f"{piece!r}": piece
        for piece in (
            *(
                "> ",
                ">\n",
                "> > ",
                ">a\n",
                "a> ",
                "\r\n",
                "\n\n",
                " \n",
                "a ",
                "a\n",
                "я\n",
                "A. ",
                "1. ",
                "a? ",
                "? ",
                "...",
                "!?",
            ),
            *(
                "a@",
                "@a",
                "a@b.example ",
                "http://",
                "www.",
                "://",
                "http://a.example/?a=b ",
                "a" * 999 + "\n",
                "a" * 60 + "\n",
            ),
            *(
                "(",
                ")",
                "((",
                "[1] ",
                "- a\n",
                "* ",
                "-- \n",
                "--\n",
                "----\n",
                "____\n",
                "-----Original Message-----\n",
            ),
            *("On ", "On a wrote:\n", "On Mon, 2 Mar 2026, a wrote: ", "wrote:\n", "Am 02.03.2026 schrieb ", "пише:\n"),
            *(
                "From: ",
                "From: a\n",
                "From: a\nTo: b\n",
                "Subject: a\nSent: b\n",
                "From a@b Mon Mar  2 12:00:00 2026\n",
            ),
            *(
                "please ",
                "Please send. ",
                "if ",
                "could you ",
                "пожалуйста ",
                "bitte, ",
                "would like to ",
                "Sent from my iPhone\n",
            ),
            *(
                "Regards,\n",
                "Ann Client\n",
                "+49 30 1234567\n",
                "unsubscribe\n",
                "confidential ",
                "&amp;",
                "&#",
                "&#x1",
                "=20",
                "=\n",
            ),
            *(
                "<div>",
                "</div>",
                "<a href='",
                "<a href=x>y</a>",
                "<blockquote>",
                "<blockquote>a",
                "<!--",
                "<!-- -->",
                "<",
                "<a b ",
            ),
            *(
                "<p>a",
                "<br>",
                "<table><tr><td>",
                "<td>",
                "<ul><li>",
                "<li>a",
                "<pre>",
                "<style>",
                "<style>.a{",
                "<script>",
                "a{",
            ),
            *(
                "<span style='display:none'>",
                "<div class=gmail_quote>",
                "<hr>",
                "<img alt=a>",
                "<a/",
                "<font =",
                "]]>",
                "<?",
                "<!",
            ),
            *("--x\n", "--x--\n", "begin 644 a\n", "\x1b[31m", "\u202e", "\ufdd0", "a\u0301"),
            _NOISE,
        )
    },
}

FIELDS = ("Subject", "From", "To", "References", "Received", "Date", "Content-Type", "Message-ID", "Auto-Submitted")
FIELD_PIECES = (
    *(
        "a",
        "a ",
        "a,",
        "<a@b>",
        "<",
        "(",
        '"',
        "=?utf-8?q?a",
        "=?utf-8?q?a?= ",
        "=?",
        ";a=b",
        "\n ",
        "a@b,",
        "\\",
        ":",
        "a:b;",
    ),
    *("; name*0=a", "@", "1 "),
)
TYPES = ("multipart/mixed", "multipart/alternative", "multipart/report", "multipart/related", "multipart/digest")
PARTS = (
    *("--x\n", "--x\n\na\n", "--x--\n", "--", "\n--x", "--x\nContent-Type: text/html\n\n<p>a\n"),
    *("--x\nContent-Type: message/rfc822\n\n", "--x\nContent-Type: multipart/mixed; boundary=x\n\n"),
    *("--x\nContent-Type: message/delivery-status\n\nAction: failed\n\n", "Final-Recipient: rfc822;a@b\n\n"),
)
ENCODINGS = ("quoted-printable", "base64", "x-uuencode")
ENCODED = ("=", "=\n", "=20", "QUJD", "QUJD\n", "\n", "A", "begin 644 a\n", "=3D\n")


def hostile_mails() -> Iterator[tuple[str, bytes]]:
    """Each mail with what it consists of."""
    for form in ("plain", "html"):
        for name, piece in PIECES.items():
            yield f"text/{form} of {name}", as_mail(again(piece), form)
    for field in FIELDS:
        for piece in FIELD_PIECES:
            yield f"{field} of {piece!r}", f"{field}: {again(piece)}\n\nHello".encode()
    for kind in TYPES:
        for piece in PARTS:
            yield f"{kind} of {piece!r}", f"Content-Type: {kind}; boundary=x\n\n{again(piece)}".encode()
    for encoding in ENCODINGS:
        for piece in ENCODED:
            yield f"{encoding} of {piece!r}", f"Content-Transfer-Encoding: {encoding}\n\n{again(piece)}".encode()


def as_mail(text: str, form: str) -> bytes:
    """The text as the body of a mail, "plain" or "html"."""
    head = f"From: Ann <ann@client.example>\nTo: me@studio.example\nContent-Type: text/{form}; charset=utf-8\n\n"
    return head.encode() + text.encode("utf-8", "replace")


def again(piece: str) -> str:
    """The piece as often as 1 MB holds it."""
    return piece * (_SIZE // len(piece.encode()))
