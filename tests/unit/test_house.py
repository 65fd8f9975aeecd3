"""Who may import whom, seen in a fresh interpreter: what a package brings in, however indirectly."""

from __future__ import annotations

import pkgutil
import subprocess
import sys

import pytest

import config
import triage.model
import triage.rules
import widgets

OUTSIDE = ("textual", "rich", "imapclient", "smtplib", "tinydb", "mailparser", "asyncio", "sqlite3")
HOUSES = {
    "triage.model": (triage.model, (*OUTSIDE, "triage.rules", "triage.mail", "triage.store", "config")),
    "triage.rules": (triage.rules, (*OUTSIDE, "triage.mail", "triage.store", "triage.desk")),
    "config": (config, (*OUTSIDE, "triage")),
    "widgets": (
        widgets,
        ("imapclient", "tinydb", "mailparser", "triage.mail", "triage.store", "triage.desk", "triage.rules"),
    ),
}
ENTRANCES = {
    "triage.__main__": ("argparse", "config", "triage.overdue", "triage.cli"),
    "triage.cli": ("textual", "imapclient", "tinydb", "mailparser", "msgspec", "sqlite3"),
    "triage.tui.app": ("imapclient", "tinydb", "mailparser", "msgspec", "sqlite3", "triage.mail"),
    # What reads mail's words has large patterns to compile: not before the first paint.
    "triage.tui.main": ("triage.mail", "triage.rules.sides", "triage.rules.thanks", "triage.rules.kinds", "zoneinfo"),
    "triage.desk.remote": ("textual", "imapclient", "tinydb", "mailparser", "sqlite3", "triage.mail"),
}


def brought_in(statement: str) -> set[str]:
    """The modules that are there after this statement, in an interpreter of its own."""
    code = f"{statement}\nimport sys\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    return set(done.stdout.split())


def unwanted(modules: set[str], names: tuple[str, ...]) -> set[str]:
    return {module for module in modules for name in names if module == name or module.startswith(name + ".")}


@pytest.mark.parametrize("name", HOUSES)
def test_a_package_brings_in_nothing_from_above_or_outside(name: str) -> None:
    package, forbidden = HOUSES[name]
    modules = [found.name for found in pkgutil.walk_packages(package.__path__, package.__name__ + ".")]
    statement = "\n".join(f"import {module}" for module in modules if not module.startswith("config.providers"))
    assert unwanted(brought_in(statement), forbidden) == set()


@pytest.mark.parametrize("name", ENTRANCES)
def test_an_entrance_stays_light(name: str) -> None:
    assert unwanted(brought_in(f"import {name}"), ENTRANCES[name]) == set()
