"""Calm grounds, one accent, red only past the rule: a dark and a light one."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="triage-dark",
    primary="#7aa2c8",
    accent="#7fb3c8",
    warning="#d0a55c",
    error="#e06c68",
    success="#8fb58a",
    foreground="#d6d9dc",
    background="#15181b",
    surface="#1b1f23",
    panel="#22272c",
    dark=True,
)
LIGHT = Theme(
    name="triage-light",
    primary="#2f6690",
    accent="#22708c",
    warning="#8a5a00",
    error="#b3261e",
    success="#3d6b3a",
    foreground="#22272b",
    background="#f7f6f2",
    surface="#efeee9",
    panel="#e6e4de",
    dark=False,
)
THEMES = (DARK, LIGHT)
