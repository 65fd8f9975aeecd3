"""Wrong calls and wrong settings end with 2 and a sentence that says what is allowed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.settings_text import settings_text
from tests.support.shell import triage


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A home with settings that are right, and no mail read yet."""
    (tmp_path / "settings.toml").write_text(settings_text(), "utf-8")
    return tmp_path


def ask(house: Path, *arguments: str) -> tuple[int, str]:
    done = triage(
        house, *arguments, env={"TRIAGE_CONFIG": str(house / "settings.toml"), "TRIAGE_DATA": str(house / "data")}
    )
    assert done.said == ""
    return done.status, done.complained


@pytest.mark.parametrize("arguments", [["--overdue"], ["list"], ["sync"]])
def test_no_settings(tmp_path: Path, arguments: list[str]) -> None:
    status, complained = ask(tmp_path, *arguments)
    assert status == 2
    assert str(tmp_path / "settings.toml") in complained


@pytest.mark.parametrize("arguments", [["--overdue"], ["sync"]])
def test_wrong_settings(house: Path, arguments: list[str]) -> None:
    (house / "settings.toml").write_text(settings_text(rest='[rule]\nreply_withn = "24h"'), "utf-8")
    status, complained = ask(house, *arguments)
    assert status == 2
    for word in ("settings.toml", "reply_withn", "reply_within"):
        assert word in complained


@pytest.mark.parametrize("arguments", [["--overdue"], ["--overdue", "--sync"], ["list"], ["sync"]])
def test_an_account_that_is_not_there(house: Path, arguments: list[str]) -> None:
    assert ask(house, *arguments, "--account", "shop") == (
        2,
        'There is no account "shop" in the settings. There are: work.\n',
    )


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--overdue", "--at", "someday"], '"someday" is no time such as'),
        (["list", "--at", "2026-13-01"], '"2026-13-01" is no time such as'),
        (["list", "--lane", "late"], "due_soon"),
        (["--overdu"], "--overdu"),
        (["read"], "read"),
    ],
)
def test_a_wrong_call(house: Path, arguments: list[str], word: str) -> None:
    status, complained = ask(house, *arguments)
    assert status == 2
    assert word in complained
    assert complained.startswith("triage: ")
    assert len(complained.splitlines()) == 1


def test_mail_that_was_never_read(house: Path) -> None:
    done = triage(house, "--overdue", "--config", str(house / "settings.toml"), "--data", str(house / "data"))
    assert (done.status, done.said) == (3, "")
    assert done.complained == 'Mail of work was never read: run "triage --overdue --sync".\n'
