"""Where one person's settings and data lie; light to import."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from config.load import load
from config.paths import cache_file, drafts_folder, due_file, outbox_folder, tracking_file
from config.schema import Settings
from triage.store.due_file import file_stamp


@dataclass(frozen=True, slots=True)
class House:
    """Where one person's settings and data lie, and what the settings say; `settings_stamp` as in the due file."""

    settings: Settings
    settings_path: str
    settings_stamp: str
    folder: Path

    @property
    def cache(self) -> Path:
        """The mail cache's file."""
        return Path(cache_file(str(self.folder)))

    @property
    def tracking(self) -> Path:
        """The tracked record's file."""
        return Path(tracking_file(str(self.folder)))

    @property
    def due(self) -> Path:
        """The due file."""
        return Path(due_file(str(self.folder)))

    @property
    def outbox(self) -> Path:
        """The folder of mail that is to leave."""
        return Path(outbox_folder(str(self.folder)))

    @property
    def drafts(self) -> Path:
        """The folder of mail that is being written."""
        return Path(drafts_folder(str(self.folder)))

    @property
    def accounts(self) -> tuple[str, ...]:
        """The accounts' names, in the order of the settings."""
        return tuple(account.name for account in self.settings.account)


def open_house(settings: str, folder: str | Path) -> House:
    """The house with this settings file and data folder. Raises SettingsError."""
    # Looked at before the file is read: if it changes while Triage runs, the quick check sees that it does.
    stamp = file_stamp(settings)
    return House(load(settings), settings, stamp, Path(folder))
