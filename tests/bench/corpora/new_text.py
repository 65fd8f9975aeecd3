"""How well `new_text` keeps what the writer wrote, on replies with a known truth: strict first, then a kinder reading.

Text sets (topic `reply`): each case's own assertions, strictly, all white space left out of the comparison; `discourse`
also without "*" and "_" (its truth is Markdown), and only its mails without HTML. A signature's case (`talon_signature`,
`zammad_signature`) is right where no line of the annotated signature is left. The sets do not agree whether a greeting
at the end and a name belong to the text: "but for the sign-off" takes a text that is longer or shorter than the truth by
at most three short last lines.

Quagga sets: "something below" are the cases whose layout says that older mail lies under own words. The truth is the
annotated body of the newest mail (`first_body`) with greeting (Intro) and sign-off (Outro), without what is annotated as
Signature; cases in which nothing is left then are not counted. "With or without signature" takes the body with its
signature too, and a text that ends up to three short lines earlier or later.

"Own text damaged": mails of the Quagga sets without a quote (layout single, no ">" mark), and those of the text sets
that are to stay whole: a line of the truth is not in the new text. No own text is what is annotated as Signature, what
stands below "-- ", and footers of lists and firms ("to unsubscribe", "this mail is confidential") among the last six
paragraphs with all below them. "Any line gone" counts these footers too.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.bench.corpora.figure import Figure
from triage.mail.clean import clean_text
from triage.mail.parse import read_words
from triage.rules.quoting import new_text

Case = Mapping[str, Any]
TEXT_SETS = (
    "trimmer", "crisp", "edgetier", "mpr", "zapier", "talon_text", "talon_eml", "talon_signature", "discourse",
    "zammad_signature",
)  # fmt: skip
QUAGGA = {"quagga_enron": 0.8, "quagga_asf": 0.9}
_SIGN_OFF_LINES = 3
_SHORT = 60
_FOOTER = re.compile(
    r"unsubscri|confidential|privileged|intended (?:solely|only|for|recipient)|received this .{0,20} in error|mailing list|nabble"
    r"|disclaim|terms of use",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W\d_]")
_LAST_PARAGRAPHS = 6


def figures(corpora: Path) -> Iterator[Figure]:
    """The figures of all sets in the folder of the corpora, by set first."""
    total = strict = kind = 0
    for name in TEXT_SETS:
        cases = text_cases(corpora, name)
        right = sum(is_right(case, new_text(text)) for case, text in cases)
        near = sum(is_near(case, new_text(text)) for case, text in cases)
        total, strict, kind = total + len(cases), strict + right, kind + near
        yield Figure("new text equal", name, right, len(cases))
        yield Figure("new text equal but for the sign-off", name, near, len(cases))
    yield Figure("new text equal", "text sets pooled", strict, total, wanted=0.8)
    yield Figure("new text equal but for the sign-off", "text sets pooled", kind, total)
    for name, wanted in QUAGGA.items():
        cases = [case for case in quagga_cases(corpora, name) if case["layout"] == "top" and bare(own_body(case))]
        right = sum(is_own_body(case) for case in cases)
        yield Figure("new text, something below", name, right, len(cases), wanted=wanted)
        near = sum(is_own_body_or_nearly(case) for case in cases)
        yield Figure("new text, something below, with or without signature", name, near, len(cases))
    quoteless = [
        (own_body(case), case["text"])
        for name in QUAGGA
        for case in quagga_cases(corpora, name)
        if case["layout"] == "single" and not case["quoted_gt"]
    ]
    whole = [
        (text, text)
        for name in TEXT_SETS
        for case, text in text_cases(corpora, name)
        if bare(wanted_text(case)) == bare(text)
    ]
    for of, mails in (("quagga sets", quoteless), ("text sets", whole)):
        gone = sum(bool(lost_lines(own, text)) for own, text in mails)
        yield Figure("any line gone from mails that quote nothing", of, gone, len(mails))
    hurt = sum(bool(lost_lines(without_footers(own), text)) for own, text in quoteless + whole)
    yield Figure("own text damaged", "mails that quote nothing", hurt, len(quoteless + whole), wanted=0, at_most=True)


def text_cases(corpora: Path, name: str) -> list[tuple[Case, str]]:
    """The cases of a set of texts or mails, each with the text that is looked at."""
    found = []
    for case in _cases(corpora / "reply" / name):
        source = (corpora / "reply" / name / case["file"]).read_bytes()
        if name == "discourse" and b"text/html" in source.lower():
            continue
        if case["kind"] == "eml":
            text = read_words(source, whole=True, size=len(source)).text
        else:
            text = clean_text(source.decode(errors="replace"))
        found.append((case, text))
    return found


def quagga_cases(corpora: Path, name: str) -> list[Case]:
    """The cases of a Quagga set."""
    return _cases(corpora / "reply" / name)


def _cases(folder: Path) -> list[Case]:
    with (folder / "cases.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def bare(text: str, marks: str = "") -> str:
    """The text without white space and without these marks."""
    return "".join(clean_text(text).translate({ord(mark): None for mark in marks}).split())


def wanted_text(case: Case) -> str:
    """What the new text is said to be, "" where a case says less."""
    return case.get("expected") or case.get("equal") or ""


def is_right(case: Case, new: str) -> bool:
    """All that a case of a text set asserts holds."""
    if "signature" in case:
        kept = {bare(line) for line in new.split("\n")}
        return not any(bare(line) in kept for line in case["signature"].split("\n") if bare(line))
    marks = "*_" if case["check"] == "equal_markdown" else ""
    if (wanted_text(case) or case.get("equal") is not None) and bare(wanted_text(case), marks) != bare(new, marks):
        return False
    return _holds(case, bare(new), new)


def _holds(case: Case, squeezed: str, new: str) -> bool:
    return (
        squeezed.startswith(bare(case.get("startswith") or ""))
        and squeezed.endswith(bare(case.get("endswith") or ""))
        and all(bare(piece) in squeezed for piece in case.get("contains", ()))
        and not any(bare(piece) in squeezed for piece in case.get("excludes", ()))
        and all(re.search(pattern, new) for pattern in case.get("match", ()))
        and not any(re.search(pattern, new) for pattern in case.get("no_match", ()))
    )


def is_near(case: Case, new: str) -> bool:
    """Right as it is, or but for a few short last lines."""
    return any(is_right(case, text) for text in _shorter(new)) or any(
        is_right({**case, "expected": text, "equal": None}, new) for text in _shorter(wanted_text(case)) if bare(text)
    )


def _shorter(text: str) -> Iterator[str]:
    """The text, and what is left of it without up to three short last lines."""
    lines = [line for line in text.split("\n") if line.strip()]
    yield "\n".join(lines)
    for _ in range(_SIGN_OFF_LINES):
        if len(lines) < 2 or len(lines[-1]) > _SHORT:
            return
        lines.pop()
        yield "\n".join(lines)


def own_body(case: Case) -> str:
    """The annotated body of the newest mail without its annotated signature."""
    end = len(case["first_body"])
    start = next((zone[0] for zone in case["zones"] if zone[2] == "Body"), 0)
    body = case["first_body"]
    for left, right, zone in sorted(case["zones"], reverse=True):
        if zone == "Body/Signature" and start <= left < start + end:
            body = body[: left - start] + "\n" + body[right - start :]
    return body


def is_own_body(case: Case) -> bool:
    """The new text is the newest body without its signature."""
    return bare(new_text(clean_text(case["text"]))) == bare(own_body(case))


def is_own_body_or_nearly(case: Case) -> bool:
    """The new text is the newest body with or without signature and sign-off."""
    new = new_text(clean_text(case["text"]))
    truths = {bare(text) for whole in (own_body(case), case["first_body"]) for text in _shorter(whole)}
    return any(bare(text) in truths for text in _shorter(new))


def without_footers(own: str) -> str:
    """The text above "-- " and above the first footer among its last paragraphs."""
    above = re.split(r"^-- ?$", own, maxsplit=1, flags=re.MULTILINE)[0]
    paragraphs = re.split(r"\n\s*\n", clean_text(above).rstrip())
    last = range(max(0, len(paragraphs) - _LAST_PARAGRAPHS), len(paragraphs))
    first = next((at for at in last if _FOOTER.search(paragraphs[at])), len(paragraphs))
    return "\n\n".join(paragraphs[:first])


def lost_lines(own: str, text: str) -> list[str]:
    """Lines with letters of the writer's own text that the new text of the whole lacks."""
    kept = Counter(bare(line) for line in new_text(clean_text(text)).split("\n"))
    wanted = Counter(bare(line) for line in own.split("\n") if _LETTER.search(line))
    return list((wanted - kept).elements())
