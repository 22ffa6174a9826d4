"""Brokers whose server hands what is said to everybody who listens, the speaker too: Redis and NATS.

What we say we hear ourselves, and that is the receipt: it went out, and we hear. So an empty packet is the heartbeat, and a
line that only seems to stand is noticed. Packets stay far below what any server takes.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import msgspec

from .linked import HEARTBEAT, Linked

T = TypeVar("T")

log = logging.getLogger(__name__)

PACKET_BYTES = 65_536
"""No packet is larger. (NATS takes 1 MB unless told otherwise, Redis 512 MB.)"""
_ROOM = PACKET_BYTES - 256


class Packet(msgspec.Struct, array_like=True):
    """What travels, as MessagePack. New fields only at the end: processes of two versions run side by side during an upgrade."""

    sender: str
    number: int
    pokes: list[tuple[str, int]] = []
    signals: list[bytes] = []


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Packet).decode


class Echoed(Linked):
    """A kind of broker brings `_listen`, `_publish` and `_hang_up`, and calls `_heard` and `_failed`."""

    def __init__(self, where: str, channel: str) -> None:
        """`channel` keeps the installations on one server apart."""
        super().__init__(where)
        self._channel = channel
        self._number = 0
        self._receipt = asyncio.Event()

    async def _listen(self) -> None:
        """Connect; what is said on the channel from the moment in which this returns goes to `_heard`."""
        raise NotImplementedError

    async def _publish(self, packet: bytes) -> None:
        """Say it on the channel, after what was said before."""
        raise NotImplementedError

    async def _connect(self) -> None:
        await self._listen()
        try:
            await self._beat()
        except TimeoutError:
            raise ConnectionError("what is said there does not come back") from None

    async def _beat(self) -> None:
        await self._say([Packet(self._me, 0)])

    async def _deliver(self, pokes: dict[str, int], signals: list[bytes]) -> None:
        packets = [Packet(self._me, 0, signals=some) for some in _parts(signals, lambda signal: len(signal) + 8)]
        packets += [Packet(self._me, 0, pokes=some) for some in _parts(pokes.items(), lambda poke: 4 * len(poke[0]) + 16)]
        await self._say(packets)

    async def _say(self, packets: list[Packet]) -> None:
        self._receipt.clear()
        first, self._number = self._number + 1, self._number + len(packets)
        async with asyncio.timeout(HEARTBEAT):
            for number, packet in enumerate(packets, first):
                packet.number = number
                await self._publish(_encode(packet))
            await self._receipt.wait()
        if self._broken is not None:
            raise self._broken

    def _failed(self, error: BaseException) -> None:
        super()._failed(error)
        self._receipt.set()

    def _heard(self, payload: bytes) -> None:
        try:
            packet = _decode(payload)
        except msgspec.DecodeError:
            log.warning("something else than TwinSpace speaks on the channel %s", self._channel)
            return
        if packet.sender == self._me:
            if packet.number == self._number:
                self._receipt.set()
            return
        for space, number in packet.pokes:
            self._heard_poke(space, number)
        for signal in packet.signals:
            self._heard_signal(signal)


def _parts(things: Iterable[T], size: Callable[[T], int]) -> Iterator[list[T]]:
    """The things in order, in parts that each fit into a packet."""
    part: list[T] = []
    room = _ROOM
    for thing in things:
        if part and size(thing) > room:
            yield part
            part, room = [], _ROOM
        part.append(thing)
        room -= size(thing)
    if part:
        yield part
