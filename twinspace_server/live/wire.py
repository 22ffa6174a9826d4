"""What a message to clients is (`Frame`) and what one holds of a connected client (`Wire`).

Used by everything that writes to live sockets (hub, streams, replays) and by the two kinds of wire: the protocol class
in `frames` and the fallback in `fallback`. Nothing here touches a connection.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, Protocol

OUTBOX: Final = 256 * 1024
"""Bytes that may wait for one reader in this process before it counts as too slow."""
LARGEST: Final = 4 * 1024 * 1024
"""Bytes that `Wire.write_large` lets wait above the outbox."""
KERNEL_OUTBOX: Final = 64 * 1024
"""SO_SNDBUF of each socket: without it the kernel takes some 4 MB more for a reader that has stopped."""
MAX_MESSAGE: Final = 64 * 1024
GRACE: Final = 3.0
"""Seconds that the other side gets to take its last bytes and close, then the connection is cut."""

SIGN_IN_AGAIN: Final = 4001
NO_LONGER_MEMBER: Final = 4003
TOO_SLOW: Final = 4008
RESTARTING: Final = 1012


class Frame:
    """One message to clients, encoded once and sent to many. Made by `frame()`, a binary one by `binary_frame()`.

    `wire` is the whole unmasked websocket frame and is what the protocol class writes; `text` is the message inside it
    and is what the fallback sends. The bytes are held once.
    """

    __slots__ = ("start", "wire")

    def __init__(self, start: int, wire: bytes) -> None:
        self.start = start
        self.wire = wire

    @property
    def text(self) -> bytes:
        """The UTF-8 text (or the bytes) inside."""
        return self.wire[self.start :]

    @property
    def binary(self) -> bool:
        """Whether it is a binary message."""
        return self.wire[0] == 0x82


def text_frame(payload: bytes) -> bytes:
    """`payload` (UTF-8) as one unmasked, unfragmented text frame of a server."""
    return head(0x81, len(payload)) + payload


def frame(text: bytes) -> Frame:
    """Encode a message for any number of `Wire.write` calls."""
    start = head(0x81, len(text))
    return Frame(len(start), start + text)


def binary_frame(data: bytes) -> Frame:
    """The same for bytes."""
    start = head(0x82, len(data))
    return Frame(len(start), start + data)


def head(first: int, length: int) -> bytes:
    """The head of an unmasked frame; `first` is its first byte: final bit and opcode."""
    if length < 126:
        return bytes((first, length))
    if length < 65536:
        return bytes((first, 126)) + length.to_bytes(2, "big")
    return bytes((first, 127)) + length.to_bytes(8, "big")


class Wire(Protocol):
    """What an endpoint holds of one connected client. Same behaviour on the protocol class and on the fallback."""

    closed: bool
    """Nothing written from now on goes out. True before `on_close` is called."""
    slow: bool
    """Closed with 4008 because the outbox was full."""

    def write(self, frame: Frame) -> None:
        """Send; never blocks, never raises, calls nobody back; does nothing when closed."""

    def write_many(self, frames: Iterable[Frame]) -> None:
        """The same for several, in one write."""

    def write_large(self, frames: Sequence[Frame]) -> None:
        """The same for what the reader asked for, or must be told, whole: it may wait above the outbox until the reader has caught up once.

        A space of a thousand places is more than the outbox: who was closed for it would come back, ask again and be closed again.
        """

    def room(self) -> int:
        """Bytes that one who can wait (a replay) may write now: up to half of the outbox, the rest is for live events.

        0 means: stop, and go on in `on_drain`, which is then sure to be called (or `on_close`).
        """

    def close(self, code: int, reason: str = "") -> None:
        """Send a close frame; `on_close(code)` follows in a later turn of the loop, never inside this call."""


OnData = Callable[[bytes], None]
OnClose = Callable[[int], None]
OnDrain = Callable[[], None]


class Detach(Protocol):
    """`scope["extensions"]["twinspace.detach"]["detach"]`: take the socket over from ASGI. See `attach` for the arguments."""

    def __call__(
        self, on_text: OnData, on_close: OnClose, on_binary: OnData | None, on_drain: OnDrain | None, *, max_size: int, outbox: int
    ) -> Wire: ...
