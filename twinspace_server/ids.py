"""Ids: time-sortable text, unguessable, made here and nowhere else.

Layout as in ULID: 48 bits of milliseconds, then 80 random bits, in Crockford's base32 (26 characters, no I, L, O, U).
Ids carry no right and no order that anything relies on: order is the log's number, access is the law's.
"""

import secrets
import time

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_PAIRS = [a + b for a in _ALPHABET for b in _ALPHABET]

LENGTH = 26


def new(at_ms: int | None = None) -> str:
    """A fresh id of 26 characters; `at_ms` (milliseconds since 1970) dates it, for data that is brought in."""
    ms = time.time_ns() // 1_000_000 if at_ms is None else at_ms
    value = (ms << 80) | secrets.randbits(80)
    return "".join([_PAIRS[(value >> shift) & 1023] for shift in range(120, -10, -10)])


def tag() -> str:
    """A short random tag (64 bits) for bookmarks and law versions, which must never match by accident."""
    return secrets.token_urlsafe(8)
