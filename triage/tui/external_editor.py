"""A text written in the person's own editor; whatever the editor does, no text is lost and none stays behind."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.app import App, SuspendNotSupported

from triage.mail.clean import clean_text

_MOST = 1_000_000


class EditorError(Exception):
    """A sentence for the screen: why the text was not edited."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def editor_command(environment: Mapping[str, str]) -> list[str]:
    """The words of `VISUAL`, else of `EDITOR`. Raises EditorError."""
    for name in ("VISUAL", "EDITOR"):
        try:
            words = shlex.split(environment.get(name, ""))
        except ValueError as error:
            raise EditorError(f"${name} cannot be read: a quotation mark is left open.") from error
        if words:
            return words
    raise EditorError("No editor is set: give $EDITOR the name of the program you write with.")


def edit_outside(app: App[object], text: str, environment: Mapping[str, str]) -> str:
    """What the person makes of the text in their editor, while the interface waits. Raises EditorError."""
    command = editor_command(environment)
    edited: str | EditorError
    try:
        with app.suspend():
            # An exception that left this block would leave the terminal to the editor.
            try:
                edited = edit_text(text, command)
            except EditorError as error:
                edited = error
    except SuspendNotSupported as error:
        raise EditorError("This terminal cannot be handed over to an editor.") from error
    if isinstance(edited, EditorError):
        raise edited
    return edited


def edit_text(text: str, command: Sequence[str]) -> str:
    """What the person has saved in the editor, cleaned; blocks until the editor has ended. Raises EditorError.

    The text lies in a file of mode 0600 in a folder of its own, mode 0700; both are gone afterwards. An editor that
    fails may have saved all the same: what was changed is taken.
    """
    with TemporaryDirectory(prefix="triage-") as folder:
        path = Path(folder, "mail.txt")
        sent = text if text.endswith("\n") else text + "\n"
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(sent)
        status = _run([*command, str(path)])
        saved = _saved(path)
    if saved == sent:
        if status:
            raise EditorError(f"The editor ended with status {status}; the text is as it was.")
        return text
    if not saved.strip():
        raise EditorError("The editor left an empty file; the text is as it was.")
    return clean_text(saved if text.endswith("\n") else saved.removesuffix("\n"))


def _run(command: list[str]) -> int:
    try:
        return subprocess.run(command, check=False).returncode  # noqa: S603 (the person's own editor, no shell)
    except OSError as error:
        raise EditorError(f"{command[0]} could not be started: {error.strerror}.") from error


def _saved(path: Path) -> str:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return file.read(_MOST)
    except OSError as error:
        raise EditorError(f"What the editor saved cannot be read: {error.strerror}; the text is as it was.") from error
