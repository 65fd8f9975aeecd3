"""What the schema says of itself: the type of a setting without its wrapping, and the tables that a key belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, NamedTuple, Union, get_args, get_origin

import msgspec

from config.errors import Path

ANY_NAME = "NAME"
"""Stands in a path for the name that a person gives a table."""


class Shape(NamedTuple):
    """A setting's bare type, the phrase for what is allowed ("": the type says it), and whether None is a value."""

    kind: object
    description: str
    optional: bool


def shape_of(annotation: object) -> Shape:
    """Look inside Annotated and `| None`."""
    description, optional = "", False
    while True:
        origin, inner = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            annotation = inner[0]
            description = description or next(
                (m.description or "" for m in inner[1:] if isinstance(m, msgspec.Meta)), ""
            )
        elif origin in (Union, UnionType):
            annotation = next(member for member in inner if member is not type(None))
            optional = True
        else:
            return Shape(annotation, description, optional)


def table_type(annotation: object) -> type[msgspec.Struct] | None:
    """The struct of a table, or of each in a list or under names; None for any other type."""
    kind = shape_of(annotation).kind
    if get_origin(kind) in (tuple, dict):
        return table_type(get_args(kind)[0 if get_origin(kind) is tuple else 1])
    return kind if isinstance(kind, type) and issubclass(kind, msgspec.Struct) else None


def homes(key: str, kind: type[msgspec.Struct], at: Path = ()) -> Iterator[Path]:
    """The paths of the tables in which `key` is a setting, from `kind` at `at` downwards."""
    for field in msgspec.structs.fields(kind):
        if field.name == key:
            yield at
        table = table_type(field.type)
        if table is not None:
            named = (ANY_NAME,) if get_origin(field.type) is dict else ()
            yield from homes(key, table, (*at, field.name, *named))
