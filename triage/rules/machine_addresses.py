"""Addresses that tell what writes from them: programs that nobody answers, and senders of mail to many."""

from __future__ import annotations

import re
from functools import lru_cache

from triage.rules.daemons import is_daemon

_MACHINE = re.compile(
    r"(?:^|[._+-])(?:no[._-]?repl(?:y|ies)|do[._-]?not[._-]?(?:reply|use|respond|answer)|nicht[._-]?antworten"
    r"|ne[._-]?pas[._-]?repondre|no[._-]?responder|no[._-]?contestar|non[._-]?rispondere|nao[._-]?responda"
    r"|nie[._-]?odpowiadaj|unattended|notifications?|notify|notifier|alerts?|receipts?|auto(?:mated|confirm)"
    r"|auto-?mailer|auto-?respond(?:er)?|robot|system|cron|www-data|wordpress|bounces?|rss2e?mail"
    r"|rss[._-]?feeds?|order-?(?:update|confirmation|status)s?|shipment-?tracking)(?:$|[._+-])"
)
# Words that are people's names too, or parts of them, where they are not the whole.
_PROGRAM = re.compile(
    r"(?:.{1,40}[._-]daemon|mailer|root|nobody|httpd|tomcat|logwatch|anacron|nagios|zabbix|icinga|monit|munin|grafana"
    r"|prometheus"
    r"|alertmanager|sentry|buildbot|circleci|jira|bugzilla|redmine|gitlab|github|dependabot|git|svn|cvs|commits?"
    r"|rss|feeds?|feedburner|feed2imap)(?:[+-].*)?"
)
_MACHINE_DOMAIN = re.compile(r"^(?:[a-z0-9-]{1,63}\.){0,5}(?:alerts?|bounces?|no-?reply|notifications?|notify)\.")
_NEWSLETTER = re.compile(r"(?:^|[._+-])(?:e-?)?(?:newsletters?|mailings?|digest|rundbrief)(?:$|[._+-])")
_NEWSLETTER_DOMAIN = re.compile(r"^(?:[a-z0-9-]{1,63}\.){0,5}(?:newsletters?|mailings?)\.")
_MAILING = re.compile(
    r"(?:^|[._+-])(?:e?-?news|updates?|announce(?:ments?)?|offers?|deals?|promo(?:tions?)?|specials|campaigns?"
    r"|subscriptions?|subscribers?|list|listmanager|daily|weekly|angebote?)(?:$|[._+-])|[#=]"
)
_MAILING_DOMAIN = re.compile(
    r"^(?:[a-z0-9-]{1,63}\.){0,5}(?:e|em|e-?mail\d{0,2}|e?mailer\d{0,2}|e?news|lists?|reply|mkt|marketing|campaigns?"
    r"|promo|offers?|updates?|click|engage)\.(?=[^.]{1,63}\.)"
)
_OWNER = re.compile(
    r"^owner-|-(?:owner|admin|bounces?|request|return|errors)(?:$|[+-])|^bounces?[+-]|^listserv$|^sentto-"
)


@lru_cache(maxsize=65536)
def is_machine_address(address: str) -> bool:
    """One that nobody reads."""
    local, _, domain = address.rpartition("@")
    told = _MACHINE.search(local) or _PROGRAM.fullmatch(local) or _MACHINE_DOMAIN.match(domain)
    return bool(told) or is_daemon(address)


@lru_cache(maxsize=4096)
def is_newsletter_address(address: str) -> bool:
    """One that calls itself a newsletter's."""
    local, _, domain = address.rpartition("@")
    return bool(_NEWSLETTER.search(local) or _NEWSLETTER_DOMAIN.match(domain))


@lru_cache(maxsize=4096)
def is_mailing_address(address: str) -> bool:
    """One from which mail to many is often sent; people write from such ones too."""
    local, _, domain = address.rpartition("@")
    return bool(_MAILING.search(local) or _MAILING_DOMAIN.match(domain))


@lru_cache(maxsize=4096)
def is_list_owner(address: str) -> bool:
    """The address of a list's program or keeper, to which what cannot be delivered goes back."""
    return bool(_OWNER.search(address.rpartition("@")[0]))
