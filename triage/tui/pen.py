"""The draft under the person's hand: what they wrote themselves is never replaced unasked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, tzinfo
from functools import partial

from triage.desk.port import Desk
from triage.model.draft import Draft, Sheet, Template
from triage.tui.composer_words import named_of
from triage.tui.crew import Crew
from triage.tui.paper import Paper
from triage.tui.prompts import Reading
from triage.tui.wording import trouble_of
from widgets.drawing import Piece

Answer = Callable[[bool | None], None]


class Pen:
    """`changed` is called after each change, `may_replace` asks whether a text changed by hand may be replaced."""

    def __init__(
        self,
        desk: Desk,
        crew: Crew,
        sheet: Sheet,
        paper: Paper,
        now: Callable[[], datetime],
        zone: tzinfo,
        changed: Callable[[], None],
        may_replace: Callable[[Answer], None],
        say: Callable[[Sequence[Piece]], None],
    ) -> None:
        self.draft = sheet.draft
        self._desk = desk
        self._crew = crew
        self._sheet = sheet
        self._paper = paper
        self._now = now
        self._zone = zone
        self._changed = changed
        self._may_replace = may_replace
        self._say = say
        self._filled = None if sheet.changed else sheet.draft.text

    @property
    def by_hand(self) -> bool:
        """The text is not just what a template gave."""
        return self._paper.area.text != self._filled

    @property
    def worth_keeping(self) -> bool:
        """There is something in it that the person would miss."""
        now, before = self.written(), self._sheet.draft
        if not now.text.strip() and not now.attachments:
            return False
        if self._sheet.changed or now.saved or self.by_hand:
            return True
        return (now.to, now.cc, now.until, now.attachments) != (before.to, before.cc, before.until, before.attachments)

    def written(self) -> Draft:
        """The draft with what stands on the paper."""
        return self._paper.written(self.draft)

    def learn(self, draft: Draft) -> None:
        """What the desk has added to it."""
        self.draft = replace(self.draft, kept=draft.kept, saved=draft.saved, saving=draft.saving)

    def take_kind(self, template: Template) -> None:
        """It is of this kind from now on; a kept draft may be filled anew with its own."""
        if template is not self.draft.template or self._sheet.changed:
            self._rewrite(replace(self.written(), template=template))

    def take_language(self, language: str | None) -> None:
        """It is written in this language from now on."""
        if language is not None and language != self.draft.language:
            self._rewrite(replace(self.written(), language=language))

    def take_time(self, reading: Reading[datetime | None] | None) -> None:
        """It names this time from now on; a text changed by hand stays as it is."""
        if reading is None or reading.value == self.draft.until:
            return
        draft = replace(self.written(), until=reading.value)
        if self.by_hand:
            self._adopt(draft)
            self._say(named_of(draft.until, self._now(), self._zone))
        else:
            self._fill(draft)

    def attach(self, reading: Reading[str] | None) -> None:
        """This file goes with it."""
        if reading is not None and reading.value not in self.draft.attachments:
            self._adopt(replace(self.draft, attachments=(*self.draft.attachments, reading.value)))

    def detach(self, place: int) -> None:
        """The file at this place does not go with it."""
        paths = self.draft.attachments
        self._adopt(replace(self.draft, attachments=paths[:place] + paths[place + 1 :]))

    def _rewrite(self, draft: Draft) -> None:
        def answered(replaced: bool | None) -> None:
            if replaced:
                self._fill(draft)
            elif replaced is False:
                self._adopt(draft)

        if self.by_hand:
            self._may_replace(answered)
        else:
            self._fill(draft)

    def _fill(self, draft: Draft) -> None:
        filled = partial(self._was_filled, self._paper.area.text)
        self._crew.do(partial(self._desk.fill, draft), filled, lambda error: self._say(trouble_of(error.why)))

    def _was_filled(self, before: str, draft: Draft) -> None:
        # What was typed meanwhile stays.
        if self._paper.area.text == before:
            self._filled = draft.text
            self._paper.area.fill(draft.text)
            self._paper.to_beginning()
        named = draft.until != self.draft.until
        self._adopt(draft)
        if named and draft.text == before:
            self._say(named_of(draft.until, self._now(), self._zone))

    def _adopt(self, draft: Draft) -> None:
        self.draft = draft
        self._changed()
