"""The live socket on any ASGI server: the same `Wire` as the protocol class gives, at a task and a queue per socket.

Called by `frames.attach` where the server doesn't offer to detach. A slow reader is dropped here too, never waited for.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Iterable, Sequence

from starlette.websockets import WebSocket, WebSocketDisconnect

from twinspace_server.live.wire import GRACE, LARGEST, MAX_MESSAGE, OUTBOX, RESTARTING, TOO_SLOW, Frame, OnClose, OnData, OnDrain, Wire

log = logging.getLogger(__name__)


async def plain(
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
    """`attach` on any ASGI server: a queue bounded by bytes and one writing task. Returns when the socket has ended.

    ASGI can't cut a connection: a reader that has stopped is let go after `GRACE`, the server keeps its socket longer.
    """
    wire = _PlainWire(on_close, on_drain, outbox)
    on_open(wire)
    writer = asyncio.create_task(wire.pump(websocket))
    reader = asyncio.create_task(_listen(websocket, wire, on_text, on_binary, max_size))
    try:
        code, _ = await wire.ending
        wire.tell(code)
        if not wire.gone:
            # Give what is queued before the close frame its chance, but not for ever.
            await asyncio.wait({writer}, timeout=GRACE)
    finally:
        wire.closed = True
        reader.cancel()
        writer.cancel()
        wire.tell(RESTARTING)  # unless told before: the server cancels what is left when it stops
        await asyncio.gather(reader, writer, return_exceptions=True)


async def _listen(websocket: WebSocket, wire: "_PlainWire", on_text: OnData, on_binary: OnData | None, max_size: int) -> None:
    while not wire.ending.done():
        try:
            message = await websocket.receive()
        except (WebSocketDisconnect, RuntimeError):
            message = {"type": "websocket.disconnect", "code": 1006}
        if message["type"] == "websocket.disconnect":
            wire.gone = True
            wire.end(message.get("code") or 1005, "")
            return
        if wire.closed:
            continue
        text, data = message.get("text"), message.get("bytes")
        whole = text.encode() if text is not None else data or b""
        handler = on_text if text is not None else on_binary
        if len(whole) > max_size:
            wire.close(1009, "message too big")
        elif handler is None:
            wire.close(1003, "text only")
        else:
            try:
                handler(whole)
            except Exception:
                log.exception("a live socket's callback failed")
                wire.close(1011)


class _PlainWire:
    """The `Wire` of the fallback."""

    __slots__ = ("above", "closed", "ending", "extra", "gone", "on_close", "on_drain", "outbox", "queue", "slow", "waiting", "wake")

    def __init__(self, on_close: OnClose, on_drain: OnDrain | None, outbox: int) -> None:
        self.closed = False
        self.slow = False
        self.gone = False  # the client is: no use in sending
        self.on_close: OnClose | None = on_close
        self.on_drain = on_drain
        self.outbox = outbox
        self.extra = 0
        self.queue: deque[Frame] = deque()
        self.waiting = 0
        self.above = False
        self.wake = asyncio.Event()
        self.ending: asyncio.Future[tuple[int, str]] = asyncio.get_running_loop().create_future()

    def write(self, frame: Frame) -> None:
        if self.closed:
            return
        self.queue.append(frame)
        self.waiting += len(frame.wire)
        self.above = self.above or self.waiting > self.outbox // 2
        self.wake.set()
        if self.waiting > self.outbox + self.extra:
            self.slow = True
            self.close(TOO_SLOW, "too slow, come back")

    def write_many(self, frames: Iterable[Frame]) -> None:
        for one in frames:
            self.write(one)

    def write_large(self, frames: Sequence[Frame]) -> None:
        self.extra = min(self.extra + sum(len(one.wire) for one in frames), LARGEST)
        self.write_many(frames)
        if not self.above:
            self.extra = 0

    def room(self) -> int:
        if self.closed or self.above:
            return 0
        return self.outbox // 2 + 1 - self.waiting

    def close(self, code: int, reason: str = "") -> None:
        self.end(code, reason)

    def end(self, code: int, reason: str) -> None:
        self.closed = True
        if not self.ending.done():
            self.ending.set_result((code, reason))  # its waiters run in a later turn
        self.wake.set()

    def tell(self, code: int) -> None:
        """Call `on_close`, once."""
        on_close, self.on_close = self.on_close, None
        if on_close is not None:
            try:
                on_close(code)
            except Exception:
                log.exception("a live socket's on_close failed")

    async def pump(self, websocket: WebSocket) -> None:
        """The one task that sends."""
        try:
            while not self.gone:
                while self.queue and not self.gone:
                    one = self.queue.popleft()
                    await websocket.send({"type": "websocket.send", **({"bytes": one.text} if one.binary else {"text": one.text.decode()})})
                    self.waiting -= len(one.wire)
                    if self.above and self.waiting <= self.outbox // 8 and not self.closed:
                        self.above, self.extra = False, 0
                        self._drained()
                if self.ending.done():
                    if not self.gone:
                        code, reason = self.ending.result()
                        await websocket.close(code, reason)
                    return
                self.wake.clear()
                await self.wake.wait()
        except (WebSocketDisconnect, RuntimeError, OSError):
            self.gone = True
        finally:
            self.end(1006, "")  # unless another code was first: nothing that happens here may leave `plain` waiting

    def _drained(self) -> None:
        if self.on_drain is not None:
            try:
                self.on_drain()
            except Exception:
                log.exception("a live socket's on_drain failed")
                self.close(1011)
