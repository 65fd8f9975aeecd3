"""Letters and endings by which a language shows, as patterns for words in small letters: data for `rules.languages`."""

from __future__ import annotations

ENDINGS = {
    "en": "...(?:ing|ly|ness|ful)$",
    "de": "...(?:ung|ungen|keit|heit|lich|liche[nrs]?|isch|ische[nrs]?|schaft)$",
    "ru": "..(?:ться|тся|шься|ешь|ость|остью|ости|ением|ения|ания|ать|ить|еть|ого|ому|ыми|ими)$",
    "uk": "..(?:ння|ття|ість|тися|тись|ється|ються|ати|ити|іти|ого|ому|ими|ім|ів)$",
    "bg": "..(?:хме|хте|овете|евете|ването|нето|ията|ият|ският|ската|ското|ските|аме|яме|ение|ания|ения|вам|ваш|ваме)$",
    "sv": "...(?:ing|lig|het)$",
    "nl": "...(?:ing|lijk|heid)$",
    "be": "..(?:цца|ння|ць|ага|аму)$",
    "sr": "..(?:ање|ење|ост|ити|ати|ски)$",
}
"""How longer words end that show a language."""

LETTERS = {
    "ru": "[ыэё]|ъ[еёюя]",
    "uk": "[іїєґ]",
    "be": "[ыэёі]",
    "bg": "ъ(?![еёюя])|^ъ|^(?:по|най)-(?!.*(?:ому|ему|ски)$)",
    "de": "[äöüß]",
    "fr": "[éèêçàùœîôûë]",
    "es": "[áíóúü]",
    "pt": "[ãõçâêô]",
    "pl": "ó",
    "cs": "[ýáíé]",
    "sv": "[äö]",
    "tr": "[çöü]",
    "ro": "[âî]",
    "hu": "[áéö]",
}
"""Letters that show a language, as patterns; in a name they show nothing."""

ABSENT_LETTERS = {
    "ru": "[іїєґў]",
    "uk": "[ыэёъў]",
    "bg": "[ыэёіїєґў]",
    "be": "[ищъїєґ]",
    "sr": "[йщъьюяыэёіїєґў]",
    "en": "[äöüßñčšžłąęőűşğ]",
}
"""Letters that a language's own words never have."""

STRANGE_LETTERS = {
    "be": "ў",
    "sr": "[ђјљњћџѓѕќ]",
    "kk": "[әғқңөұүһӯҳҷ]",
    "es": "ñ",
    "pl": "[ąćęłńśźż]",
    "cs": "[čďěňřšťůž]",
    "sv": "[åæø]",
    "tr": "[ğış]",
    "ro": "[ășțşţ]",
    "hu": "[őű]",
    "vi": "[đơưạảấầẩậắằặẹẻẽếềệịọỏốồộớờợụủứừựỳ]",
}
"""Letters that none of the five has."""
