"""The demo's delivery reports (RFC 3464) and calendar entries (RFC 5545, RFC 6047)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import parseaddr

from triage.demo.script import Invitation, Report, span

_REPORT = """\
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
 boundary="{boundary}"

--{boundary}
Content-Type: text/plain; charset=us-ascii

{text}
--{boundary}
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.studio.example
Arrival-Date: {sent}

Final-Recipient: rfc822; {recipient}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; {said}

--{boundary}
Content-Type: text/rfc822-headers

{headers}

--{boundary}--
"""

_ENTRY = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//Calendar//EN
METHOD:REQUEST
BEGIN:VEVENT
UID:{uid}
DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}
DTSTART:{start:%Y%m%dT%H%M%SZ}
DTEND:{end:%Y%m%dT%H%M%SZ}
SUMMARY:{title}
LOCATION:{place}
ORGANIZER:mailto:{organizer}
ATTENDEE;RSVP=TRUE:mailto:{attendee}
END:VEVENT
END:VCALENDAR
"""


def delivery_report(report: Report, text: str, boundary: str, about: bytes, sent: str) -> bytes:
    """The Content-Type field and the body of a report about a mail that was `sent` at the Date it carries."""
    headers = about.partition(b"\r\n\r\n")[0].decode("ascii").replace("\r\n", "\n")
    filled = _REPORT.format(
        boundary=boundary,
        text=text,
        sent=sent,
        recipient=report.recipient,
        action=report.action,
        status=report.status,
        said=report.said,
        headers=headers,
    )
    return filled.replace("\n", "\r\n").encode("ascii")


def calendar_entry(invitation: Invitation, people: tuple[str, str], uid: str, now: datetime) -> EmailMessage:
    """The calendar part of an invitation; `people` are who invites and who is asked. It starts on a full hour."""
    start = (now + span(invitation.ahead)).astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    entry = _ENTRY.format(
        uid=uid,
        stamp=now.astimezone(UTC),
        start=start + timedelta(hours=1),
        end=start + timedelta(hours=1) + span(invitation.takes),
        title=invitation.title,
        place=invitation.place,
        organizer=parseaddr(people[0])[1],
        attendee=parseaddr(people[1])[1],
    )
    part = EmailMessage(policy=SMTP)
    part.set_content(entry.replace("\n", "\r\n"), subtype="calendar", charset="utf-8", cte="base64")
    del part["MIME-Version"]
    part.set_param("method", "REQUEST")
    return part
