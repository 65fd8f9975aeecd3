"""A conversation: its messages in the order of their times, and who answers whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from triage.model.message import Message


@dataclass(frozen=True, slots=True)
class Thread:
    """Messages of one conversation, oldest first; `parents` maps a message's key to the key of the one it answers.

    A message whose parent is not in the mailbox has no entry in `parents`. `id` is a short digest of the oldest
    message's key; `rules.threads.thread_id` of any of its messages' keys finds the thread as well.
    """

    id: str
    messages: tuple[Message, ...]
    parents: Mapping[str, str]
