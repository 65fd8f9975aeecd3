"""Which domains say nothing of who belongs together."""

from __future__ import annotations

import re

import pytest

from config.public_domains import is_public, public_domains

USUAL = """
gmail.com googlemail.com outlook.com hotmail.de live.com yahoo.co.uk icloud.com me.com aol.com
proton.me fastmail.com tutanota.com zoho.com hey.com posteo.de gmx.net web.de t-online.de freenet.de
mail.ru list.ru bk.ru inbox.ru yandex.ru ya.ru rambler.ru ukr.net i.ua meta.ua bigmir.net abv.bg mail.bg dir.bg
seznam.cz wp.pl o2.pl libero.it orange.fr free.fr laposte.net comcast.net verizon.net qq.com 163.com
GMail.com gmail.com.
"""


@pytest.mark.parametrize("domain", USUAL.split())
def test_public(domain: str) -> None:
    assert is_public(domain)


@pytest.mark.parametrize(
    "domain", ["", "client.example", "mail.client.example", "notgmail.com", "x.gmail.com", "com", "google.com", "#"]
)
def test_not_public(domain: str) -> None:
    assert not is_public(domain)


def test_the_list_is_one_of_domains() -> None:
    form = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
    assert [domain for domain in public_domains() if not form.fullmatch(domain)] == []
    assert len(public_domains()) > 1_000
