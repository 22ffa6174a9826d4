"""The live socket's wire: pre-encoded websocket frames out, whole messages in, a bounded outbox between.

`FrameProtocol` is given to uvicorn as `ws=`. Besides ordinary ASGI websockets it offers an endpoint to *detach*: the
endpoint hands over plain callbacks and returns, so that an idle listener has no task, queue or scope (some 4 KB).
`attach` is the one call for endpoints: it detaches where that is offered and else does the same on ordinary ASGI send.
Nothing here knows what the messages mean, and nothing here ever waits for a reader: one who is too slow is dropped.
"""

import asyncio
import logging
import socket
from collections.abc import Callable, Iterable, Sequence
from http import HTTPStatus
from typing import Any, cast

from starlette.websockets import WebSocket
from uvicorn.config import Config
from uvicorn.server import ServerState
from websockets.frames import Frame as Received
from websockets.frames import Opcode
from websockets.http11 import Request
from websockets.protocol import State
from websockets.server import ServerProtocol
from websockets.typing import BytesLike

from twinspace_server.live.fallback import plain
from twinspace_server.live.keepalive import Pinged, Wheel
from twinspace_server.live.talk import Talk
from twinspace_server.live.wire import (
    GRACE,
    KERNEL_OUTBOX,
    LARGEST,
    MAX_MESSAGE,
    NO_LONGER_MEMBER,
    OUTBOX,
    RESTARTING,
    SIGN_IN_AGAIN,
    TOO_SLOW,
    Detach,
    Frame,
    OnClose,
    OnData,
    OnDrain,
    Wire,
    frame,
    head,
    text_frame,
)

__all__ = [
    "MAX_MESSAGE",
    "NO_LONGER_MEMBER",
    "OUTBOX",
    "RESTARTING",
    "SIGN_IN_AGAIN",
    "TOO_SLOW",
    "Frame",
    "FrameProtocol",
    "Wire",
    "attach",
    "frame",
    "plain",
    "text_frame",
]

log = logging.getLogger(__name__)
# websockets logs whole payloads at DEBUG and a line for every connection at INFO: neither may reach a log file.
_parser_log = logging.getLogger(f"{__name__}.parser")
_parser_log.setLevel(logging.ERROR)


async def attach(
    websocket: WebSocket,
    on_open: Callable[[Wire], None],
    on_text: OnData,
    on_close: OnClose,
    on_binary: OnData | None = None,
    on_drain: OnDrain | None = None,
    *,
    max_size: int = MAX_MESSAGE,
    outbox: int = OUTBOX,
) -> None:
    """Hand an accepted websocket to callbacks. Returns at once on the protocol class, at the end of the socket elsewhere.

    `on_open` gets the wire before anything else is called. `on_text` gets each whole text message as valid UTF-8 (what
    is not is closed with 1007), `on_binary` each binary one (without it: 1003). Over `max_size` bytes the socket is
    closed with 1009, so an endpoint that answers too long a message with an error sets this above its own bound.
    `on_close` is called exactly once, with the code of whichever side closed, 1006 where the connection just ended.
    All are called in the loop, must not block, and must not raise (that is logged and closes with 1011).
    """
    extension = websocket.scope.get("extensions", {}).get("twinspace.detach")
    if extension is None:
        await plain(websocket, on_open, on_text, on_close, on_binary, on_drain, max_size=max_size, outbox=outbox)
    else:
        detach: Detach = extension["detach"]
        on_open(detach(on_text, on_close, on_binary, on_drain, max_size=max_size, outbox=outbox))


class _Parser(ServerProtocol):
    """websockets' sans-I/O layer, with RFC 6455 section 7.1.5 mended: a close between the fragments of a message is clean.

    Pings are left to us, so that a pong keeps its place among our answers when much arrives at once.
    """

    def recv_frame(self, frame: Received) -> None:
        if frame.opcode is Opcode.PING:
            self.events.append(frame)
            return
        if frame.opcode is Opcode.CLOSE:
            self.current_size = None
        super().recv_frame(frame)


class FrameProtocol(asyncio.Protocol):
    """One connection, from the HTTP upgrade that uvicorn hands over to its end; is itself the `Wire` of a detached one."""

    __slots__ = (
        "closed",
        "conn",
        "connections",
        "extra",
        "failed",
        "fragments",
        "loop",
        "on_binary",
        "on_close",
        "on_drain",
        "on_text",
        "outbox",
        "partial",
        "partial_is_text",
        "paused",
        "pinged",
        "slow",
        "spoke",
        "talk",
        "timer",
        "transport",
        "wheel",
    )

    transport: asyncio.Transport

    def __init__(
        self, config: Config, server_state: ServerState, app_state: dict[str, Any], _loop: asyncio.AbstractEventLoop | None = None
    ) -> None:
        if not config.loaded:
            config.load()
        self.loop = _loop or asyncio.get_running_loop()
        self.connections = server_state.connections
        self.conn: ServerProtocol = _Parser(max_size=config.ws_max_size, logger=_parser_log)
        self.talk: Talk | None = Talk(self, config, server_state, app_state)
        self.on_text: OnData | None = None
        self.on_binary: OnData | None = None
        self.on_close: OnClose | None = None
        self.on_drain: OnDrain | None = None
        self.outbox = OUTBOX
        self.extra = 0  # what may wait above it, until the reader has caught up
        self.closed = False
        self.slow = False
        self.paused = False  # the transport holds more than the mark (half of the outbox)
        self.failed = False  # the parser has given up; what still comes in is thrown away
        self.partial: bytearray | None = None
        self.partial_is_text = False
        self.fragments = 0
        self.timer: asyncio.TimerHandle | None = None
        self.wheel: Wheel | None = None
        self.spoke: set[Pinged] | None = None
        self.pinged: bytes | None = None

    # What asyncio and uvicorn call

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)
        self.connections.add(self)  # type: ignore[arg-type]  # uvicorn names its own classes; shutdown() is all it calls
        sock = transport.get_extra_info("socket")
        if sock is not None and sock.family in (socket.AF_INET, socket.AF_INET6):
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, KERNEL_OUTBOX)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def data_received(self, data: bytes) -> None:
        conn = self.conn
        conn.receive_data(data)
        if self.failed:
            return
        for event in conn.events_received():
            if isinstance(event, Received):
                self._received(event)
            elif isinstance(event, Request):
                self._requested(event)
        if conn.writes:
            self.flush()
        if conn.parser_exc is not None or conn.handshake_exc is not None:
            self._gave_up()

    def eof_received(self) -> None:
        # Returning None makes the transport close itself, after it has flushed: bound that.
        self._cut_later()

    def connection_lost(self, exc: Exception | None) -> None:
        self.connections.discard(self)
        if self.wheel is not None:
            self.wheel.remove(self)
        if self.timer is not None:
            self.timer.cancel()
            self.timer = None
        self.ended(1006)
        if self.talk is not None:
            self.talk.writable.set()
        if exc is None:
            self.transport.close()

    def pause_writing(self) -> None:
        # Called inside transport.write(), often while a group is walked: only take note.
        self.paused = True
        if self.talk is not None:
            self.talk.writable.clear()
        else:
            self._measure()

    def resume_writing(self) -> None:
        self.paused = False
        self.extra = 0
        if self.talk is not None:
            self.talk.writable.set()
        elif self.on_drain is not None and not self.closed:
            try:
                self.on_drain()
            except Exception:
                log.exception("a live socket's on_drain failed")
                self.close(1011)

    def shutdown(self) -> None:
        """The server stops: the client is told to come back."""
        if self.talk is not None and not self.talk.accepted:
            self.talk.refuse(HTTPStatus.SERVICE_UNAVAILABLE)
        else:
            self.close(RESTARTING, "restarting")

    # Wire

    def write(self, frame: Frame) -> None:
        # The hottest lines of the server, once for each delivery: `send` written out, a call saved.
        if self.closed:
            return
        try:
            self.transport.write(frame.wire)
        except RuntimeError:
            self.closed = True
            return
        if self.paused:
            self._measure()

    def write_many(self, frames: Iterable[Frame]) -> None:
        if not self.closed:
            self.send(b"".join([frame.wire for frame in frames]))

    def write_large(self, frames: Sequence[Frame]) -> None:
        self.extra = min(self.extra + sum(len(one.wire) for one in frames), LARGEST)
        self.write_many(frames)
        if not self.paused:
            self.extra = 0

    def room(self) -> int:
        if self.closed or self.paused:
            return 0
        # The transport pauses above the mark, not at it: so this is 0 only when resume_writing() will come.
        return max(0, self.outbox // 2 + 1 - self.transport.get_write_buffer_size())

    def close(self, code: int, reason: str = "") -> None:
        if self.closed:
            return
        self.closed = True
        self.loop.call_soon(self.ended, code)
        if self.conn.state is State.OPEN:
            self.conn.send_close(code, reason.encode()[:120].decode(errors="ignore"))
            self.flush()
        self._cut_later()

    # Detaching

    def detach(
        self, on_text: OnData, on_close: OnClose, on_binary: OnData | None, on_drain: OnDrain | None, *, max_size: int, outbox: int
    ) -> Wire:
        """Take an accepted socket out of ASGI (`Detach`)."""
        talk = self.talk
        if talk is None or not talk.accepted:
            raise RuntimeError("only an accepted websocket can be detached, and only once")
        self.talk = None
        self.on_text, self.on_close, self.on_binary, self.on_drain = on_text, on_close, on_binary, on_drain
        self.outbox = outbox
        limit = self.conn.max_message_size
        self.conn.max_message_size = max_size if limit is None else min(limit, max_size)
        self.transport.set_write_buffer_limits(high=outbox // 2, low=outbox // 8)
        if talk.queue or talk.reading_paused or self.closed:
            # What came before: reading is paused while something waits, so the order holds.
            self.loop.call_soon(self._catch_up, talk)
        return self

    def _catch_up(self, talk: Talk) -> None:
        for message in talk.queue:
            if message["type"] == "websocket.disconnect":
                self.ended(message["code"])
            elif message.get("text") is not None:
                self._hand_over(True, message["text"].encode())
            elif message.get("bytes") is not None:
                self._hand_over(False, message["bytes"])
        if self.closed:
            self.ended(1006)
        talk.resume_reading()

    # Out

    def send(self, data: bytes) -> None:
        try:
            self.transport.write(data)
        except RuntimeError:  # uvloop says so of a handle that has just gone; connection_lost() is on its way
            self.closed = True
            return
        if self.paused:
            self._measure()

    def flush(self) -> None:
        """Send what the parser wants sent: the handshake, a close."""
        data = b"".join(self.conn.data_to_send())
        if data and not self.transport.is_closing():
            self.send(data)

    def _measure(self) -> None:
        if not self.closed and self.talk is None and self.transport.get_write_buffer_size() > self.outbox + self.extra:
            self.slow = self.closed = True
            # Not now: our caller is a write, and closing would change the group that is being walked.
            self.loop.call_soon(self._drop)

    def _drop(self) -> None:
        if self.conn.state is State.OPEN and not self.transport.is_closing():
            self.conn.send_close(TOO_SLOW, "too slow, come back")
            self.flush()
        self._cut_later()
        self.ended(TOO_SLOW)

    def _cut_later(self) -> None:
        if self.timer is None:
            self.timer = self.loop.call_later(GRACE, self.transport.abort)

    def ended(self, code: int, reason: str = "") -> None:
        """Tell whoever listens, once; lets go of them."""
        self.closed = True
        if self.talk is not None:
            self.talk.put_end(code, reason)
        on_close = self.on_close
        self.on_text = self.on_binary = self.on_close = self.on_drain = None
        self.partial = None
        if on_close is not None:
            try:
                on_close(code)
            except Exception:
                log.exception("a live socket's on_close failed")

    # In

    def _requested(self, request: Request) -> None:
        assert self.talk is not None
        response = self.conn.accept(request)
        if response.status_code != 101:
            self.talk.answered = True
            self.conn.send_response(response)
            return  # data_received() flushes; handshake_exc is set
        self.talk.start(request, response)
        # The parser's generator keeps the request for as long as the connection lives: 3 KB of headers.
        request.headers.clear()

    def _received(self, event: Received) -> None:
        opcode = event.opcode
        if opcode is Opcode.CLOSE:
            assert self.conn.close_rcvd is not None
            self.flush()
            self.transport.close()
            self._cut_later()
            self.ended(int(self.conn.close_rcvd.code), self.conn.close_rcvd.reason)
        elif self.closed:
            pass
        elif opcode is Opcode.TEXT or opcode is Opcode.BINARY:
            if event.fin:
                self._message(opcode is Opcode.TEXT, event.data)
            else:
                self.partial, self.partial_is_text, self.fragments = bytearray(event.data), opcode is Opcode.TEXT, 1
        elif opcode is Opcode.CONT:
            partial = self.partial
            assert partial is not None
            partial += event.data
            self.fragments += 1
            if event.fin:
                self.partial = None
                self._message(self.partial_is_text, partial)
            elif self.fragments > 256 + (self.conn.max_message_size or 2**30) // 16:
                # Empty fragments never reach the size limit, so they have one of their own.
                self._fail(1008, "too many fragments")
        elif opcode is Opcode.PING:
            # Pongs for one who reads nothing would pile up; RFC 6455 5.5.3 lets us answer the latest ping only.
            if self.talk is None or not self.paused:
                self.send(head(0x8A, len(event.data)) + event.data)
        elif opcode is Opcode.PONG and event.data == self.pinged:
            self.pinged = None

    def _message(self, is_text: bool, data: BytesLike) -> None:
        whole = bytes(data)
        if self.talk is not None:
            try:
                self.talk.put({"type": "websocket.receive", **({"text": whole.decode()} if is_text else {"bytes": whole})})
            except UnicodeDecodeError:
                self._fail(1007, "invalid UTF-8")
            return
        if is_text and not whole.isascii():
            try:
                whole.decode()
            except UnicodeDecodeError:
                self._fail(1007, "invalid UTF-8")
                return
        self._hand_over(is_text, whole)

    def _hand_over(self, is_text: bool, whole: bytes) -> None:
        handler = self.on_text if is_text else self.on_binary
        if self.closed:
            return
        if handler is None:
            self.close(1003, "text only")
            return
        try:
            handler(whole)
        except Exception:
            log.exception("a live socket's callback failed")
            self.close(1011)

    def _fail(self, code: int, reason: str) -> None:
        """Fail the connection (RFC 6455 7.1.7) for what the parser doesn't check."""
        if not self.failed:
            self.conn.fail(code, reason)
            self.flush()
            self._gave_up()

    def _gave_up(self) -> None:
        """The close frame or the refusal is written. End our half and read on for a moment: closing now, with bytes
        unread, would make the kernel send a reset that can overtake the close frame."""
        if self.failed:
            return
        self.failed = True
        if self.talk is not None and not self.talk.answered:
            self.talk.answered = True
            if not self.transport.is_closing() and self.conn.handshake_exc is not None and self.talk.scope is None:
                self.send(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
        sent = self.conn.close_sent
        self.ended(int(sent.code) if sent is not None else 1006, sent.reason if sent is not None else "")
        self.end_output()

    def end_output(self) -> None:
        """Nothing more is sent; the other side closes, or is cut off."""
        if not self.transport.is_closing():
            if self.transport.can_write_eof():
                self.transport.write_eof()
            else:
                self.transport.close()
        self._cut_later()

    # Keepalive (called by the wheel)

    def ping(self, payload: bytes, wire: bytes) -> bool:
        """Send a ping unless one is unanswered; say whether it was sent."""
        if self.closed or self.pinged is not None or self.transport.is_closing():
            return False
        self.pinged = payload
        self.send(wire)
        return True

    def pong_due(self, payload: bytes) -> None:
        """The time for answering this ping is over."""
        if self.pinged is payload and not self.closed:
            self._fail(1011, "keepalive ping timeout")
