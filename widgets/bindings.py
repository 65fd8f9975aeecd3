"""Textual bindings made from the table of keys."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from config.keymap import KEYMAP, key_of, keys_on

_NAMES = {",": "comma"}


def bindings(*acts: str, priority: bool = False) -> list[BindingType]:
    """A binding for each act, which the widget answers with `action_<act>`."""
    return [
        Binding(_joined(key_of(act).keys), act, key_of(act).label, show=False, priority=priority, id=act)
        for act in acts
    ]


def keymap_on(layout: str) -> dict[str, str]:
    """For `App.set_keymap`: the acts that have more keys on a Cyrillic layout, with all of them."""
    acts = ((key, keys_on(layout, key)) for key in KEYMAP)
    return {key.id: _joined(keys) for key, keys in acts if keys != key.keys}


def _joined(keys: tuple[str, ...]) -> str:
    return ",".join(_NAMES.get(key, key) for key in keys)
