"""A triage round as a person does it: flagged, acknowledged, drafted, answered, on real servers and in the rows at once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.flows import hour_of
from tests.support.stories import CLIENT
from tests.support.studio import UNTIL, Studio, text_of
from triage.model.act import Tone
from triage.model.clock import ClockKind
from triage.model.draft import Template
from triage.model.intents import FlagTone
from triage.model.outgoing import OutState

pytestmark = pytest.mark.dovecot
ID = "a@mail.example"
QUESTION = "Чи встигнемо до п'ятниці?"


def test_acknowledgement_draft_and_tone_in_one_round(studio: Studio) -> None:
    studio.came(0, id=ID, frm=f"Olha Kovalenko <{CLIENT}>", cc="team@client.example", text=QUESTION)
    thread = studio.thread()

    flagged = studio.desk.do(FlagTone((thread,), Tone.WORRIED))
    assert (flagged.rows[0].tone, flagged.undoable) == (Tone.WORRIED, True)

    (queued,) = studio.acknowledge().rows
    assert queued.outgoing is not None
    assert (queued.outgoing.state, queued.clocks) == (OutState.QUEUED, flagged.rows[0].clocks)
    assert studio.desk.deliver().outbox is None
    done = studio.deliver()
    assert [(clock.kind, clock.due) for row in done.rows for clock in row.clocks] == [(ClockKind.ANSWER, UNTIL)]
    assert done.outbox == ()
    (mail,) = studio.sent()
    assert (mail["To"], mail["Cc"], mail["Subject"]) == (
        f"Olha Kovalenko <{CLIENT}>",
        "team@client.example",
        "Re: Logo",
    )
    assert "Відповім вам до" in text_of(mail)

    sheet = studio.desk.write(thread, Template.PROGRESS)
    assert (sheet.questions, sheet.tone, sheet.changed) == ((QUESTION,), Tone.WORRIED, False)
    first = studio.desk.save_draft(sheet.draft)
    second = studio.desk.save_draft(replace(first, text=f"{first.text}\n\nP. S."))
    (draft,) = studio.folder("Drafts")
    assert (draft["Message-ID"], text_of(draft)) == (f"<{second.saved}>", f"{second.text}\n")
    assert draft["In-Reply-To"] == f"<{ID}>"

    shown = studio.home.threads()["Logo"]
    assert (shown["lane"], shown["tone"], hour_of(shown["due"]), hour_of(shown["asked"])) == ("owed", "worried", 30, 0)
    assert studio.desk.write(thread, Template.DELAY).draft.text == second.text
    studio.desk.send(studio.desk.write(thread, Template.REPLY).draft)
    assert studio.deliver().said == "Sent to Olha Kovalenko"
    assert (len(studio.folder("Sent")), studio.folder("Drafts")) == (2, [])
