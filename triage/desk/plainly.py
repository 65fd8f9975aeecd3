"""What mail, store and rules raise, told as the one error that the interface knows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from config.errors import SettingsError
from triage.desk.port import DeskError, NotPossibleError
from triage.mail.compose import ComposeError
from triage.mail.mailbox import MailboxError
from triage.rules.recipients import NoReplyError
from triage.store.files import StoreError


@contextmanager
def speaking_plainly() -> Iterator[None]:
    """Raise DeskError in the place of what is raised inside."""
    try:
        yield
    except (ComposeError, NoReplyError) as error:
        raise NotPossibleError(error.why) from error
    except SettingsError as error:
        raise DeskError(str(error)) from error
    except (MailboxError, StoreError) as error:
        raise DeskError(error.why) from error
