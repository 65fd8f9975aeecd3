"""From the tables of a TOML file to the settings; every fault is collected on the way, not the first alone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, TypeVar, get_args, get_origin

import msgspec

from config.checks import faults_in
from config.durations import Length, duration, length
from config.errors import Fault, Path
from config.shapes import homes, shape_of
from config.wording import allowed, found, name, unknown

S = TypeVar("S", bound=msgspec.Struct)


def convert(kind: type[S], table: dict[str, Any]) -> tuple[S | None, list[Fault]]:
    """The value of `kind` that the table describes, and what is wrong with it; the value is None where anything is."""
    reader = _Reader(kind)
    made = reader.struct(kind, table, ())
    return (None if reader.faults else made), reader.faults


class _Reader:
    """Reads values by their types; where one can't be read, `faults` grows and None stands in its place."""

    def __init__(self, top: type[msgspec.Struct]) -> None:
        self.top = top
        self.faults: list[Fault] = []

    def struct(self, kind: type[S], raw: object, at: Path) -> S | None:
        """A table, key by key; what holds between its keys is checked once each is right by itself."""
        if not isinstance(raw, dict):
            self._wrong(kind, raw, at)
            return None
        before = len(self.faults)
        fields = {field.name: field for field in msgspec.structs.fields(kind)}
        for key in raw:
            if key not in fields:
                self._fault((*at, key), unknown((*at, key), fields, homes(key, self.top)))
        for key, field in fields.items():
            if field.required and key not in raw:
                self._fault((*at, key), f"{name((*at, key))} is missing; needed: {allowed(field.type, (*at, key))}")
        values = {key: self.value(field.type, raw[key], (*at, key)) for key, field in fields.items() if key in raw}
        if len(self.faults) > before:
            return None
        made = kind(**values)
        self.faults += faults_in(made, at)
        return made

    def value(self, annotation: object, raw: object, at: Path) -> object:
        """Any value: a table, a list, a time, or one that msgspec knows."""
        kind, _, optional = shape_of(annotation)
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            return self.struct(kind, raw, at)
        if get_origin(kind) is tuple and isinstance(raw, list):
            return tuple(self.value(get_args(kind)[0], item, (*at, index)) for index, item in enumerate(raw))
        if get_origin(kind) is dict and isinstance(raw, dict):
            return {key: self.value(get_args(kind)[1], item, (*at, key)) for key, item in raw.items()}
        try:
            if kind is Length:
                return length(raw)
            if kind is timedelta:
                return None if raw == "all" and optional else duration(raw)
            return msgspec.convert(raw, annotation)
        except (ValueError, msgspec.ValidationError):
            self._wrong(annotation, raw, at)
            return None

    def _wrong(self, annotation: object, raw: object, at: Path) -> None:
        verb = "holds" if at and isinstance(at[-1], int) else "is"
        self._fault(at, f"{name(at)} {verb} {found(raw, at)}; allowed: {allowed(annotation, at)}")

    def _fault(self, at: Path, says: str) -> None:
        self.faults.append(Fault(at, says))
