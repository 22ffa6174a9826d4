"""Cursors and names in a page that several people write: what y-protocols calls awareness, rebuilt by the server.

A client's word counts only for its own cursor, and only in a shape that no editor breaks on; name and school come from the
session. Everything else is dropped silently, because stock clients echo what others have said. `page_room` and `page_socket` call this.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from twinspace_server.live.lib0 import Scanner, sized, varuint

MESSAGE = 1
MOST_STATE = 2_048
MOST_ENTRIES = 500
LASTS_SECONDS = 45.0

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder().decode


class Name(msgspec.Struct, forbid_unknown_fields=True):
    client: int
    clock: int


class Spot(msgspec.Struct, forbid_unknown_fields=True):
    """A position that moves with the text (Yjs' relative position)."""

    type: Name | None = None
    item: Name | None = None
    tname: str | None = None
    assoc: int = 0


class Cursor(msgspec.Struct, forbid_unknown_fields=True):
    anchor: Spot
    head: Spot


class _State(msgspec.Struct):
    cursor: Cursor | None = None


_state = msgspec.json.Decoder(_State | None)


@dataclass(slots=True)
class Shown:
    """What others see of one editor."""

    clock: int
    state: bytes
    until: float
    socket: Any


def said(payload: bytes) -> list[tuple[int, int, bytes]]:
    """What a client says of itself and others: client, clock, state as JSON."""
    scan = Scanner(payload)
    entries = [(scan.uint(), scan.uint(), scan.bytes()) for _ in range(min(scan.uint(), MOST_ENTRIES))]
    if not scan.done:
        raise ValueError("more than it says")
    return entries


def cursor_in(state: bytes) -> tuple[bool, Any]:
    """Whether the client is still there, and its cursor, if that is one; ValueError for what is no state."""
    if len(state) > MOST_STATE:
        raise ValueError("too large")
    try:
        told = _decode(state)
        if told is None:
            return False, None
        good = _state.decode(_encode({"cursor": told.get("cursor")} if isinstance(told, dict) else {}))
    except (msgspec.DecodeError, RecursionError, UnicodeError):
        return True, None
    cursor = good.cursor if good is not None else None
    return True, None if cursor is None or not _within(cursor) else told["cursor"]


def _within(cursor: Cursor) -> bool:
    names = [name for spot in (cursor.anchor, cursor.head) for name in (spot.type, spot.item) if name is not None]
    numbers = all(0 <= name.client < 2**32 and 0 <= name.clock < 2**31 for name in names)
    named = all(spot.tname is None or spot.tname == "default" for spot in (cursor.anchor, cursor.head))
    return numbers and named and all(spot.type or spot.item or spot.tname for spot in (cursor.anchor, cursor.head))


def state_of(user: Mapping[str, Any], cursor: Any) -> bytes:
    """What others get to see."""
    return _encode({"user": user, "cursor": cursor})


def message(entries: Iterable[tuple[int, int, bytes]]) -> bytes:
    """States of clients as one awareness message."""
    some = list(entries)
    return bytes((MESSAGE,)) + sized(varuint(len(some)) + b"".join(varuint(c) + varuint(clock) + sized(state) for c, clock, state in some))
