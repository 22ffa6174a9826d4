"""Many websocket clients in one process, light enough to load a server that is meant to be fast.

A reader doesn't parse: it counts marks in the bytes that come (each text said holds exactly one), and takes the times of
some. Only senders look at frames, because a reply holds the text once more. Frames that clients send are masked with
zeros, which is a mask like any other for the server.
"""

import asyncio
import base64
import json
import os
import re
import time
from collections.abc import Callable
from typing import Any

MARK = b"~M"
TIMES = re.compile(rb"~M(\d\d):(\d{16})~")
REPLY = b'{"jsonrpc":"2.0","id"'
_BUFFER = bytearray(1 << 20)
_VIEW = memoryview(_BUFFER)


def now_us() -> int:
    """Microseconds on a clock that only goes forward."""
    return time.monotonic_ns() // 1000


def client_frame(text: bytes) -> bytes:
    """A masked text frame."""
    length = len(text)
    if length < 126:
        return bytes((0x81, 0x80 | length)) + bytes(4) + text
    if length < 65536:
        return b"\x81\xfe" + length.to_bytes(2, "big") + bytes(4) + text
    return b"\x81\xff" + length.to_bytes(8, "big") + bytes(4) + text


class Client(asyncio.BufferedProtocol):
    """One connection. Parses frames until `count()` is called, then only counts."""

    def __init__(self, number: int, *, timed: bool = False) -> None:
        self.number = number
        self.timed = timed
        self.counting = False
        self.transport: asyncio.Transport | None = None
        self.opened: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self.gone: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self.replies: dict[int, asyncio.Future[Any]] = {}
        self.on_text: Callable[[bytes], None] | None = None
        self.pending = bytearray()
        self.shaken = False
        self.split = False
        self.heard = 0
        self.bytes = 0
        self.reads = 0
        self.waits: list[int] = []
        self.code = 1006
        self.next_id = 0

    # asyncio's side

    def connection_made(self, transport: Any) -> None:
        self.transport = transport

    def get_buffer(self, sizehint: int) -> memoryview:
        return _VIEW

    def buffer_updated(self, count: int) -> None:
        if not self.counting:
            self.pending += _VIEW[:count]
            self._parse()
            return
        self.reads += 1
        self.bytes += count
        self.heard += _BUFFER.count(MARK, 0, count) + (self.split and _BUFFER[0] == 77)
        self.split = _BUFFER[count - 1] == 126
        if self.timed:
            now = now_us()
            self.waits += [now - int(found[2]) for found in TIMES.finditer(_BUFFER, 0, count)]

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.opened.done():
            self.opened.set_exception(ConnectionError("refused"))
        if not self.gone.done():
            self.gone.set_result(self.code)
        for reply in self.replies.values():
            if not reply.done():
                reply.cancel()

    # Frames

    def _parse(self) -> None:
        data = self.pending
        if not self.shaken:
            end = data.find(b"\r\n\r\n")
            if end < 0:
                return
            status = int(data[9:12])
            del data[: end + 4]
            self.shaken = True
            if status != 101:
                self.opened.set_exception(ConnectionError(f"handshake answered with {status}"))
                return
            self.opened.set_result(status)
        at = 0
        while len(data) - at >= 2:
            opcode, length, start = data[at] & 0x0F, data[at + 1], at + 2
            if length == 126:
                length, start = int.from_bytes(data[at + 2 : at + 4], "big"), at + 4
            elif length == 127:
                length, start = int.from_bytes(data[at + 2 : at + 10], "big"), at + 10
            if len(data) < start + length or start > len(data):
                break
            at = start + length
            self._frame(opcode, bytes(data[start:at]))
        del data[:at]

    def _frame(self, opcode: int, payload: bytes) -> None:
        assert self.transport is not None
        if opcode == 1:
            if payload.startswith(REPLY):
                reply = json.loads(payload)
                waiting = self.replies.pop(reply["id"], None)
                if waiting is not None and not waiting.done():
                    waiting.set_result(reply)
            else:
                marks = payload.count(MARK)
                self.heard += marks
                self.bytes += len(payload)
                if self.timed and marks:
                    now = now_us()
                    self.waits += [now - int(found[2]) for found in TIMES.finditer(payload)]
                if self.on_text is not None:
                    self.on_text(payload)
        elif opcode == 8:
            self.code = int.from_bytes(payload[:2], "big") if payload else 1005
            self.transport.write(b"\x88" + bytes([0x80 | len(payload)]) + bytes(4) + payload)
        elif opcode == 9:
            self.transport.write(b"\x8a" + bytes([0x80 | len(payload)]) + bytes(4) + payload)

    # Ours

    def count(self) -> None:
        """From here on only count. Nothing may be half read: call it when the room is quiet."""
        self.counting = True
        self.split = False

    def reset(self) -> None:
        """Start a new measurement."""
        self.heard = self.bytes = self.reads = 0
        self.waits = []

    def text(self, payload: bytes) -> None:
        """Send a text message."""
        assert self.transport is not None
        self.transport.write(client_frame(payload))

    def call(self, method: str, **params: Any) -> asyncio.Future[Any]:
        """A JSON-RPC call; the answer's future."""
        self.next_id += 1
        self.replies[self.next_id] = reply = asyncio.get_running_loop().create_future()
        self.text(json.dumps({"jsonrpc": "2.0", "id": self.next_id, "method": method, "params": params}).encode())
        return reply

    async def ask(self, method: str, **params: Any) -> Any:
        """The result of a call; raises on an error."""
        reply = await asyncio.wait_for(self.call(method, **params), 30)
        if "error" in reply:
            raise RuntimeError(f"{method}: {reply['error']}")
        return reply["result"]

    def close(self) -> None:
        """End without a word."""
        if self.transport is not None:
            self.transport.abort()


async def connect(port: int, number: int, token: str | None, *, timed: bool = False) -> Client:
    """Open `/live`, as whoever the token is of."""
    loop = asyncio.get_running_loop()
    transport, client = await loop.create_connection(lambda: Client(number, timed=timed), "127.0.0.1", port)
    key = base64.b64encode(os.urandom(16)).decode()
    bearer = f"Authorization: Bearer {token}\r\n" if token else ""
    transport.write(
        f"GET /live HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n{bearer}\r\n".encode()
    )
    await asyncio.wait_for(client.opened, 60)
    return client


async def connect_all(
    port: int, tokens: list[str | None], *, space: str | None = None, timed_each: int = 0, width: int = 50
) -> list[Client]:
    """One client for each token, listening to the space if there is one."""
    limit = asyncio.Semaphore(width)

    async def one(number: int, token: str | None) -> Client:
        async with limit:
            client = await connect(port, number, token, timed=bool(timed_each) and number % timed_each == 0)
            if space is not None:
                await client.ask("space.listen", space=space)
            return client

    return list(await asyncio.gather(*(one(number, token) for number, token in enumerate(tokens))))
