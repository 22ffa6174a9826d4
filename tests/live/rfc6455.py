"""A websocket client that does what it is told, byte by byte: also what RFC 6455 forbids. Used by test_frames."""

import asyncio
import base64
import os
import socket
from dataclasses import dataclass, field

CONT, TEXT, BINARY, CLOSE, PING, PONG = 0x0, 0x1, 0x2, 0x8, 0x9, 0xA


@dataclass
class Peer:
    """One raw connection."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)

    @classmethod
    async def open(cls, port: int, path: str, *, version: str = "13", rcvbuf: int | None = None, extra: str = "") -> "Peer":
        """Shake hands (whatever the answer is) and return."""
        sock = socket.socket()
        if rcvbuf is not None:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, rcvbuf)
        sock.setblocking(False)
        await asyncio.get_running_loop().sock_connect(sock, ("127.0.0.1", port))
        reader, writer = await asyncio.open_connection(sock=sock, limit=2**16)
        key = base64.b64encode(os.urandom(16)).decode()
        writer.write(
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: {version}\r\n{extra}\r\n".encode()
        )
        peer = cls(reader, writer)
        head = (await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 5)).decode().split("\r\n")
        peer.status = int(head[0].split()[1])
        peer.headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:] if line)}
        return peer

    def send(self, opcode: int, data: bytes = b"", *, fin: bool = True, masked: bool = True, rsv: int = 0) -> None:
        """Write one frame, valid or not."""
        first = (0x80 if fin else 0) | rsv << 4 | opcode
        mask_bit = 0x80 if masked else 0
        if len(data) < 126:
            head = bytes((first, mask_bit | len(data)))
        elif len(data) < 65536:
            head = bytes((first, mask_bit | 126)) + len(data).to_bytes(2, "big")
        else:
            head = bytes((first, mask_bit | 127)) + len(data).to_bytes(8, "big")
        if masked:
            mask = os.urandom(4)
            data = bytes(byte ^ mask[i % 4] for i, byte in enumerate(data))
            head += mask
        self.writer.write(head + data)

    async def frame(self) -> tuple[int, bytes]:
        """The next frame of the server as (opcode, payload); the server must not fragment, mask or use reserved bits."""
        first, second = await asyncio.wait_for(self.reader.readexactly(2), 5)
        assert first & 0xF0 == 0x80
        assert not second & 0x80
        length = second
        if length >= 126:
            length = int.from_bytes(await self.reader.readexactly(2 if length == 126 else 8), "big")
        return first & 0x0F, await asyncio.wait_for(self.reader.readexactly(length), 5)

    async def closing(self) -> int:
        """Read up to the close frame; its code (1005 for none, 1006 if the connection just ended)."""
        try:
            while True:
                opcode, data = await self.frame()
                if opcode == CLOSE:
                    return int.from_bytes(data[:2], "big") if data else 1005
        except (asyncio.IncompleteReadError, ConnectionError):
            return 1006

    async def gone(self) -> None:
        """The server has ended the connection."""
        try:
            while await asyncio.wait_for(self.reader.read(65536), 5):
                pass
        except ConnectionError:
            pass

    def abort(self) -> None:
        """End without a word."""
        self.writer.transport.abort()
