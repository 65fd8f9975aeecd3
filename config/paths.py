"""Where the settings and the data lie: names only, nothing is opened. On the quick check's path: os and sys alone."""
# pathlib takes longer to import than the quick check may take.
# ruff: noqa: PTH100, PTH111, PTH118

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


def settings_file(argument: str | None, environ: "Mapping[str, str]" = os.environ, platform: str = sys.platform) -> str:
    """The settings file's absolute path: `--config`, else TRIAGE_CONFIG, else settings.toml in the platform's folder.

    That folder is ~/Library/Application Support/triage on macOS, %APPDATA%\\triage on Windows, and
    $XDG_CONFIG_HOME/triage or ~/.config/triage elsewhere. Empty values count as not given.
    """
    chosen = argument or environ.get("TRIAGE_CONFIG")
    if chosen:
        return _absolute(chosen, _home(environ, platform))
    return os.path.join(
        _folder(("APPDATA", "Roaming"), ("XDG_CONFIG_HOME", ".config"), environ, platform), "settings.toml"
    )


def data_folder(argument: str | None, environ: "Mapping[str, str]" = os.environ, platform: str = sys.platform) -> str:
    """The data folder's absolute path: `--data`, else TRIAGE_DATA, else the platform's.

    That is ~/Library/Application Support/triage on macOS, %LOCALAPPDATA%\\triage on Windows, and
    $XDG_DATA_HOME/triage or ~/.local/share/triage elsewhere. Empty values count as not given.
    """
    chosen = argument or environ.get("TRIAGE_DATA")
    if chosen:
        return _absolute(chosen, _home(environ, platform))
    return _folder(("LOCALAPPDATA", "Local"), ("XDG_DATA_HOME", ".local/share"), environ, platform)


def due_file(folder: str) -> str:
    """What the quick check reads: derived, one line a thread."""
    return os.path.join(folder, "due")


def tracking_file(folder: str) -> str:
    """What I did and promised: the one precious file."""
    return os.path.join(folder, "tracking.json")


def outbox_folder(folder: str) -> str:
    """The bytes of mail that is to leave: precious, one file a mail."""
    return os.path.join(folder, "outbox")


def drafts_folder(folder: str) -> str:
    """Mail that is being written: precious, one file a draft."""
    return os.path.join(folder, "drafts")


def cache_file(folder: str) -> str:
    """What was read from the servers: can be rebuilt at any time."""
    return os.path.join(folder, "mail.cache")


def _folder(windows: tuple[str, str], xdg: tuple[str, str], environ: "Mapping[str, str]", platform: str) -> str:
    """Triage's own folder; `windows` and `xdg` name a variable and what stands in for it below the home folder."""
    home = _home(environ, platform)
    if platform == "darwin":
        parent = os.path.join(home, "Library", "Application Support")
    elif platform == "win32":
        parent = environ.get(windows[0]) or os.path.join(home, "AppData", windows[1])
    else:
        parent = environ.get(xdg[0], "")
        # The XDG specification has relative paths ignored.
        if not parent.startswith("/"):
            parent = os.path.join(home, xdg[1])
    return os.path.join(parent, "triage")


def _home(environ: "Mapping[str, str]", platform: str) -> str:
    return environ.get("USERPROFILE" if platform == "win32" else "HOME") or os.path.expanduser("~")


def _absolute(path: str, home: str) -> str:
    if path == "~" or path.startswith(("~/", "~" + os.sep)):
        path = home + path[1:]
    return os.path.abspath(path)
