"""Mail that is being written: one file a draft, always whole, on the disk when a pause in typing is over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from triage.model.draft import Draft
from triage.store.files import disk_trouble, make_private_folder, set_aside, sync_folder, write_whole
from triage.store.locking import locked

_NEVER = datetime.min.replace(tzinfo=UTC)


class Drafts:
    """The kept drafts of one data folder. Every method may raise StoreError."""

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        """`now` only names a damaged file that is set aside."""
        self.warnings: list[str] = []
        self._folder, self._now = folder, now

    def keep(self, draft: Draft) -> None:
        """Write the draft in place of what was kept under its id."""
        make_private_folder(self._folder.parent)
        make_private_folder(self._folder)
        sync_folder(self._folder.parent)
        with locked(self._lock):
            write_whole(self._file(draft.id), msgspec.json.encode(draft))

    def all(self) -> tuple[Draft, ...]:
        """Every kept draft, the one that was kept last at the end."""
        with disk_trouble("read", self._folder):
            paths = sorted(self._folder.glob("[!.]*.json"))
        drafts = [draft for path in paths if (draft := self._read(path)) is not None]
        return tuple(sorted(drafts, key=lambda draft: draft.kept or _NEVER))

    def remove(self, id_: str) -> None:
        """Forget a draft; nothing where there is none."""
        path = self._file(id_)
        if path.exists():
            with locked(self._lock), disk_trouble("remove", path):
                path.unlink(missing_ok=True)
                path.with_name(f".{path.name}.new").unlink(missing_ok=True)
            sync_folder(self._folder)

    def _read(self, path: Path) -> Draft | None:
        try:
            return _draft_in(path)
        except ValueError:
            with locked(self._lock):
                return self._mend(path)

    def _mend(self, path: Path) -> Draft | None:
        """Under the lock: set the file aside, unless somebody else has done so or has written it anew."""
        try:
            return _draft_in(path)
        except ValueError:
            aside = set_aside(path, self._now())
            self.warnings.append(f"A mail that you were writing is damaged and can't be shown. It is kept as {aside}.")
            return None

    def _file(self, id_: str) -> Path:
        return self._folder / f"{id_}.json"

    @property
    def _lock(self) -> Path:
        return self._folder / "lock"


def _draft_in(path: Path) -> Draft | None:
    """The draft in this file, None where it is gone; raises ValueError where it holds none."""
    with disk_trouble("read", path):
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return None
    return msgspec.json.decode(data, type=Draft)
