"""Messages between Triage's two processes, over a pipe that nobody else holds: a length, then a pickle."""

from __future__ import annotations

import pickle
from typing import Any, BinaryIO

_LENGTH_BYTES = 4


def write_frame(pipe: BinaryIO, content: Any) -> None:
    """Send one object. Raises OSError when the other side is gone."""
    data = pickle.dumps(content, pickle.HIGHEST_PROTOCOL)
    pipe.write(len(data).to_bytes(_LENGTH_BYTES, "big") + data)
    pipe.flush()


def read_frame(pipe: BinaryIO) -> Any:
    """Receive one object; EOFError when the other side is gone."""
    length = int.from_bytes(_read(pipe, _LENGTH_BYTES), "big")
    return pickle.loads(_read(pipe, length))  # noqa: S301 - written by this program's other process


def _read(pipe: BinaryIO, length: int) -> bytes:
    data = pipe.read(length)
    if len(data) < length:
        raise EOFError
    return data
