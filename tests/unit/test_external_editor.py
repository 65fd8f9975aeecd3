"""A text written in the person's own editor: whatever that does, no text is lost and none stays behind."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from triage.tui.external_editor import EditorError, edit_text, editor_command

TEXT = "Доброго дня,\n\nготово"


def editor(tmp_path: Path, script: str) -> list[str]:
    """A program that finds the file's path in `path`."""
    program = tmp_path / "my editor.py"
    program.write_text(f"import sys\nfrom pathlib import Path\npath = Path(sys.argv[-1])\n{script}\n", encoding="utf-8")
    return [sys.executable, str(program)]


@pytest.mark.parametrize(
    ("environment", "command"),
    [
        ({"VISUAL": "code --wait", "EDITOR": "vi"}, ["code", "--wait"]),
        ({"VISUAL": "", "EDITOR": "'my editor' -x"}, ["my editor", "-x"]),
        ({"EDITOR": "vi; rm -r x"}, ["vi;", "rm", "-r", "x"]),
    ],
)
def test_the_command_is_split_into_words(environment: dict[str, str], command: list[str]) -> None:
    assert editor_command(environment) == command


@pytest.mark.parametrize(("environment", "why"), [({}, "No editor is set"), ({"EDITOR": "'vi"}, "quotation mark")])
def test_without_a_command_it_says_why(environment: dict[str, str], why: str) -> None:
    with pytest.raises(EditorError, match=why):
        editor_command(environment)


def test_what_was_saved_is_the_text(tmp_path: Path) -> None:
    script = "path.write_text(path.read_text('utf-8') + 'і ще\\x1b[31m\\r\\n', 'utf-8')"
    assert edit_text(TEXT, editor(tmp_path, script)) == TEXT + "\nі ще[31m"


def test_a_text_that_was_not_changed_stays_to_the_letter(tmp_path: Path) -> None:
    for text in (TEXT, TEXT + "\n", ""):
        assert edit_text(text, editor(tmp_path, "")) == text


def test_the_file_is_private_and_gone_afterwards(tmp_path: Path) -> None:
    report = tmp_path / "report"
    script = (
        f"Path({str(report)!r}).write_text(f'{{path}} {{path.stat().st_mode:o}} {{path.parent.stat().st_mode:o}}')\n"
        "path.with_suffix('.swp').write_text('left behind')"
    )
    edit_text(TEXT, editor(tmp_path, script))
    path, mode, folder_mode = report.read_text().split()
    assert (mode, folder_mode) == ("100600", "40700")
    assert not Path(path).parent.exists()


@pytest.mark.parametrize(
    ("script", "why"),
    [
        ("sys.exit(3)", "status 3"),
        ("path.write_text(' \\n')", "empty file"),
        ("path.unlink()", "cannot be read"),
    ],
)
def test_an_editor_that_fails_changes_nothing_and_says_so(tmp_path: Path, script: str, why: str) -> None:
    with pytest.raises(EditorError, match=why):
        edit_text(TEXT, editor(tmp_path, script))


def test_what_a_failing_editor_has_saved_is_taken(tmp_path: Path) -> None:
    assert edit_text(TEXT, editor(tmp_path, "path.write_text('new')\nsys.exit(1)")) == "new"


def test_an_editor_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(EditorError, match="no-such-editor could not be started"):
        edit_text(TEXT, [str(tmp_path / "no-such-editor")])
