"""Subjects that programs write to lists: of builds, commits, tickets and of the keeping of lists."""

from __future__ import annotations

import re
from functools import lru_cache

_NOTICE = re.compile(
    r"(?:\[[^\[\]]{1,60}\] )?(?:(?:CVS|SVN|svn|cvs): |(?:cvs|svn|git) commit|\[(?:git|svn|cvs|jira|JIRA|jenkins|gerrit)"
    r"\]|\[Bug \d|(?:Build failed in |Build back to normal)|(?:Jenkins|jenkins|Hudson) build|Cron <"
    r"|\d{1,5} \S{1,60} (?:admin|moderator) requests?\b|\S{1,60} mailing list memberships reminder)"
)


@lru_cache(maxsize=4096)
def is_notice_title(subject: str) -> bool:
    """A program of a build, a repository, a ticket system or a list wrote it; an answer to such is none."""
    return _NOTICE.match(subject) is not None
