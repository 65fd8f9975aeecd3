"""Cyrillic keyboard layouts as data: which character a key sends that bears a given Latin letter.

Sources: the symbols of xkeyboard-config: ru, ua, bg(bds) and bg(phonetic).
"""

from __future__ import annotations

_LATIN = "qwertyuiop asdfghjkl zxcvbnm / QWERTYUIOP ASDFGHJKL ZXCVBNM ?"
_SAME_KEYS = {
    "ru": "йцукенгшщз фывапролд ячсмить . ЙЦУКЕНГШЩЗ ФЫВАПРОЛД ЯЧСМИТЬ ,",
    "uk": "йцукенгшщз фівапролд ячсмить . ЙЦУКЕНГШЩЗ ФІВАПРОЛД ЯЧСМИТЬ ,",
    "bg": ",уеишщксдз ьяаожгтнв юйъэфхп б ыУЕИШЩКСДЗ ѝЯАОЖГТНВ ЮЙЪЭФХП Б",
    "bg-phonetic": "явертъуиоп асдфгхйкл зьцжбнм / ЯВЕРТЪУИОП АСДФГХЙКЛ ЗѝЦЖБНМ ?",
}

LAYOUTS = tuple(_SAME_KEYS)


def characters_of(layout: str) -> dict[str, str]:
    """Latin letter, "/" or "?" → what the same key sends on that layout; nothing for "" (a Latin keyboard)."""
    return {
        latin: character
        for latin, character in zip(_LATIN, _SAME_KEYS.get(layout, _LATIN), strict=True)
        if latin != character
    }
