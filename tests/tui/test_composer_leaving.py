"""How a mail goes from the composer to the Drafts folder or on its way: nothing is lost, what is odd is asked first."""

from __future__ import annotations

import pytest

from tests.support.composing import Host, Job, change, opened, replying
from tests.support.screen_text import screen_text
from tests.support.still_desk import StillDesk
from tests.tui.conftest import NARROW, WIDE
from triage.desk.port import DeskError
from triage.model.draft import Draft
from triage.model.intents import Outcome


@pytest.fixture
def desk() -> StillDesk:
    return replying()


@pytest.fixture
def host(desk: StillDesk) -> Host:
    return Host(desk)


def draft(host: Host) -> Draft:
    return host.composer.written()


async def test_it_is_saved_in_drafts(host: Host, desk: StillDesk) -> None:
    async with host.run_test(size=WIDE) as pilot:
        await opened(host, pilot)
        await pilot.press("x", "ctrl+o")
        assert "saved in Drafts 12:00" in screen_text(host)
        assert draft(host).saved == "saved@studio.example"
        await pilot.press("y", "escape")
        assert (desk.kept[-1].text, desk.kept[-1].saved) == ("Hello Olha,\n\nxy\n\nMe", "saved@studio.example")


async def test_what_is_typed_while_it_is_saved_is_kept_too(desk: StillDesk) -> None:
    jobs: list[Job] = []
    host = Host(desk, jobs.append)
    async with host.run_test(size=WIDE) as pilot:
        host.compose_mail()
        jobs.pop()()
        await pilot.pause()
        await pilot.press("x", "f4", "y", "ctrl+s")
        assert "saving …" in screen_text(host)
        assert "It leaves as soon as the draft is saved …" in screen_text(host)
        assert desk.sent == []
        while jobs:
            jobs.pop(0)()
            await pilot.pause()
        assert [(mail.text, mail.saved) for mail in desk.sent] == [("Hello Olha,\n\nxy\n\nMe", "saved@studio.example")]


async def test_a_text_kept_while_it_is_saved_is_kept_with_its_copy(desk: StillDesk) -> None:
    jobs: list[Job] = []
    host = Host(desk, jobs.append)
    async with host.run_test(size=WIDE) as pilot:
        host.compose_mail()
        jobs.pop()()
        await pilot.pause()
        await pilot.press("x", "ctrl+o", "y")
        saving = jobs.pop()
        host.composer._dispatch.keep()
        jobs.pop()()
        await pilot.pause()
        saving()
        await pilot.pause()
        jobs.pop()()
        await pilot.pause()
        assert [draft.saved for draft in desk.kept] == ["", "saved@studio.example"]
        assert {draft.text for draft in desk.kept} == {"Hello Olha,\n\nxy\n\nMe"}
        assert "draft kept 12:00:00" in screen_text(host)


async def test_closing_waits_for_the_copy_but_not_when_pressed_twice(desk: StillDesk) -> None:
    jobs: list[Job] = []
    host = Host(desk, jobs.append)
    async with host.run_test(size=WIDE) as pilot:
        host.compose_mail()
        jobs.pop()()
        await pilot.pause()
        await pilot.press("x", "ctrl+o", "escape")
        saving = jobs.pop()
        assert "Closing as soon as the draft is saved …   Esc closes at once" in screen_text(host)
        await pilot.press("escape")
        jobs.pop()()
        await pilot.pause()
        assert host.outcomes == [Outcome("Draft kept")]
        saving()
        await pilot.pause()
        assert jobs == []
        assert len(host.outcomes) == 1


async def test_what_cannot_be_saved_stays_and_is_said(
    host: Host, desk: StillDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def save(draft: Draft) -> Draft:
        raise DeskError("There is no Drafts folder.")

    monkeypatch.setattr(desk, "save_draft", save)
    async with host.run_test(size=WIDE) as pilot:
        await opened(host, pilot)
        await pilot.press("x", "ctrl+o")
        assert "! There is no Drafts folder." in screen_text(host)
        assert "not saved in Drafts" in screen_text(host)
        assert draft(host).text == "Hello Olha,\n\nx\n\nMe"


async def test_a_mail_leaves_and_says_so(host: Host, desk: StillDesk) -> None:
    async with host.run_test(size=NARROW) as pilot:
        await opened(host, pilot)
        await pilot.press("x", "ctrl+s")
        assert [mail.text for mail in desk.sent] == ["Hello Olha,\n\nx\n\nMe"]
        assert host.outcomes == [Outcome("reply to Olha Kovalenko", undoable=True)]
        assert len(host.screen_stack) == 1
    assert desk.kept == []


@pytest.mark.parametrize(
    ("text", "question"),
    [("Done: [what is done]", "Still to be filled in: [what is done]. Send it?"), (" ", "The text is empty. Send it?")],
)
async def test_what_is_odd_is_asked_first(host: Host, desk: StillDesk, text: str, question: str) -> None:
    change(desk, text=text)
    async with host.run_test(size=NARROW) as pilot:
        await opened(host, pilot)
        await pilot.press("f2")
        assert question in screen_text(host)
        await pilot.press("escape")
        assert desk.sent == []
        await pilot.press("f2", "enter")
        assert len(desk.sent) == 1


async def test_the_desks_question_is_asked_before_it_leaves(host: Host, desk: StillDesk) -> None:
    desk.sending = "[b]Olha[/b] has written again since. Send it?"
    async with host.run_test(size=NARROW) as pilot:
        await opened(host, pilot)
        await pilot.press("ctrl+s")
        assert desk.sending in screen_text(host)
        await pilot.press("n", "x", "ctrl+s", "y")
        assert [mail.text for mail in desk.sent] == ["Hello Olha,\n\nx\n\nMe"]
        assert len(host.screen_stack) == 1


async def test_what_cannot_be_sent_stays_and_is_said(
    host: Host, desk: StillDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def send(draft: Draft, *, confirmed: bool = False) -> Outcome:
        raise DeskError("plan.pdf cannot be read.")

    monkeypatch.setattr(desk, "send", send)
    async with host.run_test(size=NARROW) as pilot:
        await opened(host, pilot)
        await pilot.press("x", "ctrl+s", "y")
        assert "! plan.pdf cannot be read." in screen_text(host)
        assert draft(host).text == "Hello Olha,\n\nxy\n\nMe"
        await pilot.press("escape")
        assert desk.kept[-1].text == "Hello Olha,\n\nxy\n\nMe"
