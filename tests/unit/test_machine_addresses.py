"""Addresses that programs write from, and people's that look like them."""

from __future__ import annotations

import pytest

from triage.rules.machine_addresses import (
    is_list_owner,
    is_machine_address,
    is_mailing_address,
    is_newsletter_address,
)


@pytest.mark.parametrize(
    "address",
    [
        "noreply@shop.example",
        "no-reply+7@shop.example",
        "donotreply@shop.example",
        "do.not.use@shop.example",
        "nicht-antworten@laden.example",
        "ne-pas-repondre@boutique.example",
        "order-update@shop.example",
        "bugzilla-daemon@forge.example",
        "cron@host.example",
        "root@host.example",
        "jira@forge.example",
        "git@forge.example",
        "rssfeeds@home.example",
        "weather@alerts.city.example",
        "ann@bounces.shop.example",
        "mailer-daemon@mx.example",
    ],
)
def test_nobody_reads_it(address: str) -> None:
    assert is_machine_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "ann@client.example",
        "kate.mailer@client.example",
        "jan.jira@client.example",
        "jane.root@client.example",
        "travis@client.example",
        "gitta@client.example",
        "systemat@client.example",
        "office@client.example",
        "info@client.example",
        "ann@mail.client.example",
        "alertson@client.example",
    ],
)
def test_somebody_reads_it(address: str) -> None:
    assert not is_machine_address(address)
    assert not is_newsletter_address(address)


@pytest.mark.parametrize(
    "address", ["newsletter@shop.example", "e-newsletter+3@shop.example", "offers@newsletter.shop.example"]
)
def test_a_newsletter_s(address: str) -> None:
    assert is_newsletter_address(address)


@pytest.mark.parametrize(
    ("address", "many"),
    [
        ("news@shop.example", True),
        ("offers@shop.example", True),
        ("shop#4711@shop.example", True),
        ("ann@email.shop.example", True),
        ("ann@shop.example", False),
        ("info@client.example", False),
        ("marketing@client.example", False),
        ("ann@email.example", False),
    ],
)
def test_often_writes_to_many(address: str, many: bool) -> None:
    assert is_mailing_address(address) is many


@pytest.mark.parametrize(
    ("address", "owner"),
    [
        ("owner-talk@lists.example", True),
        ("talk-bounces+ann=client.example@lists.example", True),
        ("talk-admin@lists.example", True),
        ("talk-request@lists.example", True),
        ("bounce-talk-7@lists.example", True),
        ("owner@house.example", False),
        ("ann@lists.example", False),
    ],
)
def test_a_list_s_own(address: str, owner: bool) -> None:
    assert is_list_owner(address) is owner
