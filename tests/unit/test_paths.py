"""Where settings and data lie, on each platform, with each way to say otherwise."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from config import paths

HOME = {"HOME": "/home/me", "USERPROFILE": "/users/me"}


@pytest.mark.parametrize(
    ("argument", "environ", "platform", "expected"),
    [
        ("/a/s.toml", {"TRIAGE_CONFIG": "/b/s.toml"}, "linux", "/a/s.toml"),
        (None, {"TRIAGE_CONFIG": "/b/s.toml", "XDG_CONFIG_HOME": "/c"}, "linux", "/b/s.toml"),
        ("", {"TRIAGE_CONFIG": ""}, "linux", "/home/me/.config/triage/settings.toml"),
        (None, {"XDG_CONFIG_HOME": "/c"}, "linux", "/c/triage/settings.toml"),
        (None, {"XDG_CONFIG_HOME": "c"}, "linux", "/home/me/.config/triage/settings.toml"),
        (None, {}, "freebsd14", "/home/me/.config/triage/settings.toml"),
        (None, {"XDG_CONFIG_HOME": "/c"}, "darwin", "/home/me/Library/Application Support/triage/settings.toml"),
        (None, {"APPDATA": "/roaming"}, "win32", "/roaming/triage/settings.toml"),
        (None, {}, "win32", "/users/me/AppData/Roaming/triage/settings.toml"),
        ("~/s.toml", {}, "linux", "/home/me/s.toml"),
        ("/a/../b/s.toml", {}, "linux", "/b/s.toml"),
    ],
)
def test_settings_file(argument: str | None, environ: dict[str, str], platform: str, expected: str) -> None:
    assert paths.settings_file(argument, HOME | environ, platform) == expected


@pytest.mark.parametrize(
    ("argument", "environ", "platform", "expected"),
    [
        ("/a", {"TRIAGE_DATA": "/b"}, "linux", "/a"),
        (None, {"TRIAGE_DATA": "~/b", "XDG_DATA_HOME": "/c"}, "linux", "/home/me/b"),
        (None, {"XDG_DATA_HOME": "/c"}, "linux", "/c/triage"),
        (None, {}, "linux", "/home/me/.local/share/triage"),
        (None, {}, "darwin", "/home/me/Library/Application Support/triage"),
        (None, {"LOCALAPPDATA": "/local"}, "win32", "/local/triage"),
        (None, {}, "win32", "/users/me/AppData/Local/triage"),
    ],
)
def test_data_folder(argument: str | None, environ: dict[str, str], platform: str, expected: str) -> None:
    assert paths.data_folder(argument, HOME | environ, platform) == expected


def test_a_relative_path_counts_from_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert paths.settings_file("s.toml", HOME) == str(tmp_path / "s.toml")


def test_the_environment_counts_as_it_is_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRIAGE_CONFIG", "/b/s.toml")
    monkeypatch.setenv("TRIAGE_DATA", "/b")
    assert (paths.settings_file(None), paths.data_folder(None)) == ("/b/s.toml", "/b")


def test_files_lie_in_the_data_folder_each_for_itself() -> None:
    found = (paths.due_file, paths.tracking_file, paths.cache_file, paths.outbox_folder, paths.drafts_folder)
    files = [file("/data") for file in found]
    assert {str(Path(file).parent) for file in files} == {"/data"}
    assert len(set(files)) == len(files)


def test_paths_load_nothing_that_python_has_not_loaded_by_itself() -> None:
    program = "import sys; before = set(sys.modules); import config.paths; print(*sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["config", "config.paths"]
