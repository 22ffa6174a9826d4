"""The clock: moments are milliseconds since 1970 UTC inside, RFC 3339 UTC on the wire.

Everything that asks for the time asks a `Clock`, so that tests and the demo's founding can set it.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from time import time_ns

Clock = Callable[[], int]
"""Answers the present moment in milliseconds since 1970 UTC."""


def system() -> int:
    """The machine's own clock."""
    return time_ns() // 1_000_000


def iso(ms: int) -> str:
    """RFC 3339 with milliseconds: `2026-11-21T22:08:59.123Z`."""
    seconds, rest = divmod(ms, 1000)
    return f"{_second(seconds)}.{rest:03d}Z"


@lru_cache(maxsize=256)
def _second(seconds: int) -> str:
    """Kept, because what is said in a busy room is said in the same few seconds."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S")


def iso_or_none(ms: int | None) -> str | None:
    """`iso` for a moment that may not have come."""
    return None if ms is None else iso(ms)
