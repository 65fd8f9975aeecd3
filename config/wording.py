"""The words of a settings mistake: the key, what was found, what is allowed. A secret's value is never among them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args, get_origin

from config.errors import Path
from config.shapes import ANY_NAME, shape_of, table_type

_LONGEST = 40
_ESCAPES = {"\n": r"\n", "\r": r"\r", "\t": r"\t", "\\": r"\\", '"': r"\""}
_SECRETS = ("password", "passwd", "passphrase", "pwd", "secret", "token")


def name(at: Path) -> str:
    """The key as a person writes it, without positions in lists: account.imap.host."""
    return ".".join(_key(part) for part in at if isinstance(part, str))


def found(value: object, at: Path) -> str:
    """What stands there; of tables, lists and what may be a secret only that they are."""
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    if _may_be_secret(value, at):
        return "something else (not shown here)"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) and value.bit_length() > 64:
        return "a huge number"
    return quoted(value) if isinstance(value, str) else str(value)


def quoted(text: str) -> str:
    """The text in quotes, safe to print and not too long."""
    shown = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
    return '"' + "".join(_ESCAPES.get(c) or (c if c.isprintable() else f"\\u{ord(c):04x}") for c in shown) + '"'


def allowed(annotation: object, at: Path) -> str:
    """What a value of this type may be at this place."""
    kind, description, _ = shape_of(annotation)
    if description:
        return description
    if get_origin(kind) is Literal:
        return _either([quoted(choice) for choice in get_args(kind)])
    if get_origin(kind) is tuple and table_type(kind) is None:
        return f"a list in brackets; each in it: {allowed(get_args(kind)[0], at)}"
    if get_origin(kind) is dict:
        named = table_type(kind) is not None
        return f"tables [{name((*at, ANY_NAME))}]" if named else "a table in braces, { … = [ … ] }"
    return f"[[{name(at)}]] tables" if get_origin(kind) is tuple else f"a table [{name(at)}]"


def unknown(at: Path, siblings: Iterable[str], elsewhere: Iterable[Path]) -> str:
    """A key that is no setting here: where it belongs, the nearest name, or else all names that this table has."""
    from difflib import get_close_matches

    key, names = str(at[-1]), list(siblings)
    says = f"{name(at)} is not a setting"
    tables = [f"in [{name(table)}]" if table else "at the top of the file, before any table" for table in elsewhere]
    if tables:
        return f"{says}; {_key(key)} belongs {_either(tables)}"
    if _sounds_secret(key) and not get_close_matches(key, names, n=1, cutoff=0.85):
        return f"{says}: a password never stands in this file; use password_command or password_env"
    nearest = get_close_matches(key.lower(), names, n=1)
    return f'{says}; did you mean "{nearest[0]}"?' if nearest else f"{says}; allowed: {', '.join(names)}"


def _either(choices: list[str]) -> str:
    return " or ".join(filter(None, (", ".join(choices[:-1]), choices[-1])))


def _may_be_secret(value: object, at: Path) -> bool:
    """Under a key for secrets, or a password that was pasted into a host's name: "imaps://me:password@host"."""
    return _sounds_secret(name(at)) or (at[-1:] == ("host",) and isinstance(value, str) and "@" in value)


def _sounds_secret(key: str) -> bool:
    return any(word in key.lower() for word in _SECRETS)


def _key(part: str) -> str:
    bare = part.isascii() and part.replace("-", "_").isidentifier() and len(part) <= _LONGEST
    return part if bare else quoted(part)
