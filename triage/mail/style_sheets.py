"""Classes that the style sheets of an HTML mail hide; rules for some screens alone (@media) do not count."""

from __future__ import annotations

import re

_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all")
_CLASS = re.compile(r"[a-z0-9]{0,10}\.([\w-]{1,60})")
_LONGEST_RULE = 2000
_LONGEST_SELECTOR = 500


def hidden_classes(html: str) -> frozenset[str]:
    """The classes of HTML in lower case; each rule is looked at once, whatever else the sheets hold."""
    found: set[str] = set()
    at = 0
    while (start := html.find("<style", at)) >= 0 and (end := html.find("</style", start)) >= 0:
        found.update(_in_sheet(html[start:end].partition("@media")[0]))
        at = end
    return frozenset(found)


def _in_sheet(sheet: str) -> set[str]:
    found: set[str] = set()
    for hiding in _HIDING.finditer(sheet):
        brace = sheet.rfind("{", max(0, hiding.start() - _LONGEST_RULE), hiding.start())
        if brace >= 0 and "}" not in sheet[brace : hiding.start()]:
            selectors = sheet[max(0, brace - _LONGEST_SELECTOR) : brace].rpartition("}")[2]
            found.update(name[1] for one in selectors.split(",") if (name := _CLASS.fullmatch(one.strip())))
    return found
