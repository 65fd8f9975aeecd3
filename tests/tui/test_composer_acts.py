"""What the composer's keys do to the mail, and how it leaves."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.composing import Host, Job, change, opened, replying
from tests.support.screen_text import screen_text
from tests.support.still_desk import NOW, StillDesk
from tests.tui.conftest import NARROW, WIDE
from triage.model.draft import Draft, Template
from triage.model.message import Address

TEXT = "Hello Olha,\n\n\n\nMe"
TOMORROW = NOW + timedelta(hours=24)


@pytest.fixture
def desk() -> StillDesk:
    return replying()


@pytest.fixture
def host(desk: StillDesk) -> Host:
    return Host(desk)


def draft(host: Host) -> Draft:
    return host.composer.written()


@pytest.mark.parametrize(("answer", "text"), [("y", "delay in en"), ("n", "Hello Olha,\n\nx\n\nMe")])
async def test_a_text_changed_by_hand_is_replaced_only_on_a_yes(host: Host, answer: str, text: str) -> None:
    async with host.run_test(size=NARROW) as pilot:
        await opened(host, pilot)
        await pilot.press("x", "ctrl+t", "2", answer)
        assert (draft(host).template, draft(host).text) == (Template.DELAY, text)


async def test_going_back_leaves_kind_and_text(host: Host) -> None:
    async with host.run_test(size=NARROW) as pilot:
        await opened(host, pilot)
        await pilot.press("x", "f5", "2", "escape", "f5", "escape")
        assert draft(host).template is Template.REPLY
        assert len(host.screen_stack) == 2


async def test_a_language_fills_the_text_anew_and_is_kept(host: Host, desk: StillDesk) -> None:
    async with host.run_test(size=WIDE) as pilot:
        await opened(host, pilot)
        await pilot.press("ctrl+l", "3")
        assert (draft(host).language, draft(host).text) == ("uk", "reply in uk")
        assert desk.kept[-1].language == "uk"
        assert " · uk · reply" in screen_text(host)


async def test_what_is_typed_while_a_template_is_filled_stays(desk: StillDesk) -> None:
    jobs: list[Job] = []
    host = Host(desk, jobs.append)
    async with host.run_test(size=NARROW) as pilot:
        host.compose_mail()
        jobs.pop()()
        await pilot.pause()
        await pilot.press("ctrl+t", "2", "x")
        jobs.pop()()
        await pilot.pause()
        assert (draft(host).template, draft(host).text) == (Template.DELAY, "Hello Olha,\n\nx\n\nMe")


async def test_a_time_fills_the_text_that_is_the_templates(host: Host, desk: StillDesk) -> None:
    async with host.run_test(size=WIDE) as pilot:
        await opened(host, pilot)
        await pilot.press("ctrl+n", *"24h")
        assert "tomorrow 12:00, in 24 h" in screen_text(host)
        await pilot.press("enter")
        assert (draft(host).until, draft(host).text) == (TOMORROW, "reply in en")
        assert desk.kept[-1].until == TOMORROW


async def test_a_time_leaves_a_text_changed_by_hand_and_says_so(host: Host) -> None:
    async with host.run_test(size=NARROW) as pilot:
        await opened(host, pilot)
        await pilot.press("x", "f6", *"24h", "enter")
        assert (draft(host).until, draft(host).text) == (TOMORROW, "Hello Olha,\n\nx\n\nMe")
        assert "The mail names Tue 3 Mar 12:00: write it into the text." in screen_text(host)


async def test_a_time_that_is_not_understood_is_not_taken(host: Host) -> None:
    async with host.run_test(size=NARROW) as pilot:
        await opened(host, pilot)
        await pilot.press("f6", *"soon", "enter")
        assert "Not understood" in screen_text(host)
        await pilot.press("escape")
        assert draft(host).until is None


async def test_questions_are_quoted_once_with_their_numbers(host: Host) -> None:
    async with host.run_test(size=NARROW) as pilot:
        await opened(host, pilot)
        await pilot.press("ctrl+r", "x")
        assert draft(host).text == "Hello Olha,\n\n> 1. In time?\nx\n> 2. With the files?\n\n\n\nMe"
        assert "2 questions, all in the text" in screen_text(host)
        await pilot.press("f8")
        assert "All questions are in the text." in screen_text(host)


async def test_a_file_is_attached_by_its_path_and_taken_away(host: Host, desk: StillDesk, tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"x" * 84_211)
    change(desk, attachments=(str(path),))
    async with host.run_test(size=WIDE) as pilot:
        await opened(host, pilot)
        assert "plan.pdf  84 kB" in screen_text(host)
        await pilot.press("ctrl+b", "2")
        assert draft(host).attachments == ()
        await pilot.press("f9", *"/no")
        assert "No such file." in screen_text(host)
        host.screen.query_one("Input").value = str(path)  # type: ignore[attr-defined]
        await pilot.press("enter")
        assert draft(host).attachments == (str(path),)
        assert desk.kept[-1].attachments == (str(path),)


async def test_a_file_that_is_gone_is_said_at_once(host: Host, desk: StillDesk) -> None:
    change(desk, attachments=("/nowhere/plan.pdf",))
    async with host.run_test(size=NARROW) as pilot:
        await opened(host, pilot)
        await pilot.press("ctrl+s")
        assert "plan.pdf is not there any more" in screen_text(host)
        assert desk.sent == []


@contextmanager
def suspended() -> Iterator[None]:
    """A terminal that can be handed over."""
    yield


async def test_the_editors_text_is_taken_and_can_be_undone(
    host: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "editor.py"
    program.write_text("import sys; open(sys.argv[1], 'w').write('By editor')")
    monkeypatch.setenv("VISUAL", f"{sys.executable} {program}")
    monkeypatch.setattr(host, "suspend", suspended)
    async with host.run_test(size=NARROW) as pilot:
        await opened(host, pilot)
        await pilot.press("ctrl+x")
        assert draft(host).text == "By editor"
        await pilot.press("ctrl+z")
        assert draft(host).text == TEXT


@pytest.mark.parametrize(
    ("editor", "why"), [("", "No editor is set"), ("vi", "This terminal cannot be handed over to an editor.")]
)
async def test_without_an_editor_it_says_why(
    host: Host, monkeypatch: pytest.MonkeyPatch, editor: str, why: str
) -> None:
    monkeypatch.setenv("VISUAL", editor)
    monkeypatch.delenv("EDITOR", raising=False)
    async with host.run_test(size=NARROW) as pilot:
        await opened(host, pilot)
        await pilot.press("f10")
        assert why in screen_text(host)
        assert draft(host).text == TEXT


async def test_a_removed_recipient_is_shown(host: Host, desk: StillDesk) -> None:
    change(desk, cc=(Address("The team", "team@client.example"),))
    async with host.run_test(size=NARROW) as pilot:
        await opened(host, pilot)
        host.composer._paper.cc.enter()
        await pilot.press("ctrl+u")
        assert "! without The team" in screen_text(host)
        await pilot.press("enter", "ctrl+s")
        assert desk.sent[-1].cc == ()


@pytest.mark.parametrize(("line", "why"), [("Olha", "“Olha” is no mail address."), (" ", "Nobody stands in To.")])
async def test_without_an_address_nothing_leaves(host: Host, desk: StillDesk, line: str, why: str) -> None:
    async with host.run_test(size=NARROW) as pilot:
        await opened(host, pilot)
        host.composer._paper.to.query_one("Input").value = line  # type: ignore[attr-defined]
        await pilot.press("ctrl+s")
        assert f"! {why}" in screen_text(host)
        assert desk.sent == []
        assert host.composer.focused is host.composer._paper.to.query_one("Input")
