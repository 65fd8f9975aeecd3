"""What senders call charsets, and which codec is meant by it: data for `mail.charsets`."""

from __future__ import annotations

import re

ALIASES = {
    "ansi": "cp1252",
    "chinese": "gb18030",
    "cn-big5": "big5hkscs",
    "cn-gb": "gb18030",
    "big5": "big5hkscs",
    "eucjp-ms": "euc-jp",
    "eucjp-win": "euc-jp",
    "eucgb2312-cn": "gb18030",
    "euckr": "cp949",
    "euc-kr": "cp949",
    "gb-2312-80": "gb18030",
    "gb2312": "gb18030",
    "gb-2312": "gb18030",
    "gbk": "gb18030",
    "iso-2022-jp-ms": "iso-2022-jp",
    "iso-10646-ucs-2": "utf-16",
    "iso-8859-1": "cp1252",
    "iso-8859-6-e": "iso-8859-6",
    "iso-8859-6-i": "iso-8859-6",
    "iso-8859-8-e": "iso-8859-8",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "iso8859-1": "cp1252",
    "jis": "iso-2022-jp",
    "koi-8": "koi8-r",
    "koi8-ru": "koi8-u",
    "koi8r": "koi8-r",
    "koi8u": "koi8-u",
    "ks-c-5601-1987": "cp949",
    "ks-c-5601": "cp949",
    "ksc-5601": "cp949",
    "ksc5601": "cp949",
    "l1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "mac": "mac-roman",
    "mac-ce": "mac-latin2",
    "mac-centraleurroman": "mac-latin2",
    "mac-ukraine": "mac-cyrillic",
    "mac-ukrainian": "mac-cyrillic",
    "macintosh": "mac-roman",
    "shift-jis": "cp932",
    "shiftjis": "cp932",
    "sjis": "cp932",
    "sjis-win": "cp932",
    "tis-620": "cp874",
    "unicode": "utf-16",
    "ucs-2": "utf-16",
    "unicode-1-1-utf-7": "utf-7",
    "unicode-1-1-utf-8": "utf-8",
    "utf-8mb4": "utf-8",
    "utf8mb4": "utf-8",
    "visual": "iso-8859-8",
    "windows-31j": "cp932",
}
"""The narrow name of a charset stands for the wider one that its senders write in. Lower case, "_" as "-"."""

NUMBERED = re.compile(r"(?:windows|win|cp|ibm|dos|ms)-?(\d{3,4})")
"""A code page by its number, as Windows, DOS and IBM name them."""

REFUSED = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "mbcs", "oem"})
"""Codecs that Python counts as text but no mail is written in; some of them take quadratic time."""
