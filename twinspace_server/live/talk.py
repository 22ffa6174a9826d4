"""The ASGI side of a websocket that `frames.FrameProtocol` carries: scope, receive, send, the answer to the handshake.

One `Talk` exists from the upgrade until the socket ends or its endpoint detaches it; then it is dropped as a whole, which
is most of what an idle socket would cost. It reads nothing from the network itself.
"""

import asyncio
import email.utils
import logging
from collections import deque
from http import HTTPStatus
from typing import Any, Protocol
from urllib.parse import unquote

from uvicorn.config import Config
from uvicorn.protocols.utils import ClientDisconnected, get_local_addr, get_remote_addr, is_ssl
from uvicorn.server import ServerState
from websockets.datastructures import Headers
from websockets.http11 import Request, Response
from websockets.server import ServerProtocol

from twinspace_server.live.keepalive import Pinged, Wheel
from twinspace_server.live.wire import Detach, head


class Line(Pinged, Protocol):
    """What a talk needs of the connection under it."""

    transport: asyncio.Transport
    conn: ServerProtocol
    closed: bool
    talk: "Talk | None"

    @property
    def detach(self) -> Detach:
        """The extension's function."""

    def send(self, data: bytes) -> None:
        """Write encoded frames."""

    def flush(self) -> None:
        """Write what the parser wants sent."""

    def close(self, code: int, reason: str = "") -> None:
        """Start the closing handshake."""

    def ended(self, code: int, reason: str = "") -> None:
        """Nothing is delivered any more, either way."""

    def end_output(self) -> None:
        """Nothing more is sent; the other side closes, or is cut off."""


class Talk:
    """The ASGI side of one connection: dropped as a whole when the endpoint detaches."""

    def __init__(self, wire: Line, config: Config, server_state: ServerState, app_state: dict[str, Any]) -> None:
        self.wire = wire
        self.config = config
        self.server_state = server_state
        self.app_state = app_state
        self.scope: dict[str, Any] | None = None
        self.response: Response | None = None
        self.denial: tuple[int, Headers, bytearray] | None = None
        self.queue: deque[dict[str, Any]] = deque()
        self.waiter: asyncio.Future[None] | None = None
        self.writable = asyncio.Event()
        self.writable.set()
        self.accepted = False
        self.answered = False  # the handshake has its HTTP answer, whatever it is
        self.ended = False
        self.reading_paused = False

    def start(self, request: Request, response: Response) -> None:
        transport = self.wire.transport
        raw_path, _, query = request.path.partition("?")
        root = self.config.root_path
        self.response = response
        self.scope = {
            "type": "websocket",
            "asgi": {"version": self.config.asgi_version, "spec_version": "2.4"},
            "http_version": "1.1",
            "scheme": "wss" if is_ssl(transport) else "ws",
            "server": get_local_addr(transport),
            "client": get_remote_addr(transport),
            "root_path": root,
            "path": root + unquote(raw_path),
            "raw_path": (root + raw_path).encode("ascii"),
            "query_string": query.encode("ascii"),
            "headers": [(name.lower().encode("ascii"), value.encode("latin-1")) for name, value in request.headers.raw_items()],
            "subprotocols": [token.strip() for line in request.headers.get_all("Sec-WebSocket-Protocol") for token in line.split(",")],
            "state": self.app_state.copy(),
            "extensions": {"websocket.http.response": {}, "twinspace.detach": {"detach": self.wire.detach}},
        }
        self.put({"type": "websocket.connect"})  # which stops reading: no frame is parsed before the handshake is answered
        task = self.wire.loop.create_task(self.run())
        self.server_state.tasks.add(task)
        task.add_done_callback(self.server_state.tasks.discard)

    async def run(self) -> None:
        assert self.scope is not None
        try:
            await self.config.loaded_app(self.scope, self.receive, self.send)
        except ClientDisconnected:
            pass
        except Exception:
            logging.getLogger("uvicorn.error").exception("Exception in ASGI application\n")
            if self.wire.talk is self and self.accepted:
                self.wire.close(1011)
        wire = self.wire
        if wire.talk is not self:
            return  # detached: the callbacks have it now
        if not self.answered:
            self.refuse(HTTPStatus.INTERNAL_SERVER_ERROR)
        elif self.accepted:
            wire.close(1000)
        self.resume_reading()

    # In

    def put(self, message: dict[str, Any]) -> None:
        self.queue.append(message)
        self.pause_reading()
        if self.waiter is not None and not self.waiter.done():
            self.waiter.set_result(None)

    def put_end(self, code: int, reason: str) -> None:
        if not self.ended:
            self.ended = True
            self.queue.append({"type": "websocket.disconnect", "code": code, "reason": reason})
            if self.waiter is not None and not self.waiter.done():
                self.waiter.set_result(None)

    def pause_reading(self) -> None:
        if not self.reading_paused and not self.wire.transport.is_closing():
            self.reading_paused = True
            self.wire.transport.pause_reading()

    def resume_reading(self) -> None:
        if self.reading_paused:
            self.reading_paused = False
            if not self.wire.transport.is_closing():
                self.wire.transport.resume_reading()

    async def receive(self) -> dict[str, Any]:
        while not self.queue:
            if self.ended:
                return {"type": "websocket.disconnect", "code": 1006, "reason": ""}
            self.waiter = self.wire.loop.create_future()
            await self.waiter
        message = self.queue.popleft()
        if not self.queue and self.answered:
            self.resume_reading()
        return message

    # Out

    async def send(self, message: dict[str, Any]) -> None:
        await self.writable.wait()
        wire = self.wire
        if wire.talk is not self:
            raise RuntimeError("this websocket was detached: write to the wire")
        kind = message["type"]
        if self.denial is not None:
            self._deny(message)
        elif not self.answered:
            if wire.transport.is_closing():
                raise ClientDisconnected
            if kind == "websocket.accept":
                self._accept(message)
            elif kind == "websocket.close":
                self.refuse(HTTPStatus.FORBIDDEN)
            elif kind == "websocket.http.response.start":
                headers = Headers((name.decode("latin-1"), value.decode("latin-1")) for name, value in message.get("headers", []))
                self.denial = (HTTPStatus(message["status"]).value, headers, bytearray())
            else:
                raise RuntimeError(f"{kind} before the handshake is answered")
        elif wire.closed or wire.transport.is_closing():
            raise ClientDisconnected
        elif kind == "websocket.send":
            data = message.get("bytes")
            payload = message["text"].encode() if data is None else data
            wire.send(head(0x81 if data is None else 0x82, len(payload)) + payload)
        elif kind == "websocket.close":
            wire.close(message.get("code", 1000), message.get("reason") or "")
            self.resume_reading()
        else:
            raise RuntimeError(f"{kind} after the handshake")

    def _accept(self, message: dict[str, Any]) -> None:
        assert self.response is not None
        wire, headers = self.wire, self.response.headers
        del headers["Date"]  # the server's default headers bring one
        for name, value in [*self.server_state.default_headers, *message.get("headers", [])]:
            headers[name.decode("latin-1")] = value.decode("latin-1")
        if message.get("subprotocol"):
            headers["Sec-WebSocket-Protocol"] = message["subprotocol"]
        wire.conn.send_response(self.response)
        self.response = None
        self.accepted = self.answered = True
        wire.flush()
        Wheel.of(wire, self.config.ws_ping_interval, self.config.ws_ping_timeout)
        if not self.queue:
            self.resume_reading()

    def _deny(self, message: dict[str, Any]) -> None:
        if message["type"] != "websocket.http.response.body":
            raise RuntimeError(f"{message['type']} inside a denial response")
        assert self.denial is not None
        status, headers, body = self.denial
        body += message.get("body", b"")
        if message.get("more_body", False) or self.answered:
            return
        for name, value in (
            ("Date", email.utils.formatdate(usegmt=True)),
            ("Connection", "close"),
            ("Content-Length", str(len(body))),
            ("Content-Type", "text/plain; charset=utf-8"),
        ):
            if name not in headers:
                headers[name] = value
        self._answer(Response(status, HTTPStatus(status).phrase, headers, bytes(body)))

    def refuse(self, status: HTTPStatus) -> None:
        """Answer the handshake with a bare HTTP error."""
        self._answer(self.wire.conn.reject(status, ""))

    def _answer(self, response: Response) -> None:
        if not self.answered:
            self.answered = True
            self.wire.conn.send_response(response)
            self.wire.flush()
            self.wire.ended(1006)
            self.resume_reading()
            self.wire.end_output()
