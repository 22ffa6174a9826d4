"""The live socket's wire, on the protocol class (both loops) and on the fallback: RFC 6455, outbox, endings, handshakes."""

import asyncio
import logging
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Literal

import pytest
import uvicorn
import websockets
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect
from websockets.asyncio.client import connect
from websockets.datastructures import Headers
from websockets.exceptions import ConnectionClosed, InvalidStatus

from tests.live.rfc6455 import CLOSE, CONT, PING, PONG, TEXT, Peer
from twinspace_server.live.frames import FrameProtocol, Wire, attach, frame, text_frame

OUTBOX = 256 * 1024


@dataclass(eq=False)
class Listener:
    """An endpoint's half: notes what it hears, echoes text and binary, does as it is told."""

    house: "House"
    wire: Wire | None = None
    heard: list[bytes] = field(default_factory=list)
    codes: list[int] = field(default_factory=list)
    waiting: list[bytes] = field(default_factory=list)

    def opened(self, wire: Wire) -> None:
        self.wire = wire
        self.house.group.add(self)

    def text(self, data: bytes) -> None:
        assert self.wire is not None
        self.heard.append(data)
        if data.startswith(b"close "):
            self.wire.close(int(data[6:]), "as told")
            self.wire.write(frame(b"after the close"))
        elif data == b"fail":
            raise RuntimeError("a bug in a callback")
        elif data.startswith(b"replay "):
            self.waiting = [b"%06d" % number + b"." * 1000 for number in range(int(data[7:]))]
            self.drained()
        else:
            self.wire.write(frame(data))

    def binary(self, data: bytes) -> None:
        assert self.wire is not None
        self.wire.write(frame(b"binary %d" % len(data)))

    def drained(self) -> None:
        assert self.wire is not None
        while self.waiting and self.wire.room():
            self.wire.write(frame(self.waiting.pop(0)))

    def closed(self, code: int) -> None:
        self.codes.append(code)
        self.house.group.remove(self)
        self.house.codes.append(code)


class House:
    """A real uvicorn in a thread, with a tiny app."""

    def __init__(self, ws: Any, loop: Literal["uvloop", "asyncio"], **settings: Any) -> None:
        self.group: set[Listener] = set()
        self.codes: list[int] = []
        self.ended: list[int] = []
        self.detaches = ws is FrameProtocol
        sock = socket.create_server(("127.0.0.1", 0), backlog=500)
        self.port: int = sock.getsockname()[1]
        routes = [
            WebSocketRoute("/live", self.live),
            WebSocketRoute("/late", self.late),
            WebSocketRoute("/texts", self.texts),
            WebSocketRoute("/asgi", self.asgi),
            WebSocketRoute("/refused", self.refused),
            WebSocketRoute("/signed-out", self.signed_out),
            WebSocketRoute("/broken", self.broken),
        ]
        config = uvicorn.Config(
            Starlette(routes=routes), ws=ws, loop=loop, log_config=None, ws_per_message_deflate=False, lifespan="off", **settings
        )
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(target=self.server.run, kwargs={"sockets": [sock]}, daemon=True)
        self.loop: asyncio.AbstractEventLoop | None = None
        self.thread.start()

    def url(self, path: str) -> str:
        return f"ws://127.0.0.1:{self.port}{path}"

    def stop(self) -> None:
        self.server.should_exit = True
        self.thread.join(10)
        assert not self.thread.is_alive(), "the server did not stop"

    async def do(self, work: Callable[[], Any]) -> Any:
        """Run in the server's loop."""

        async def run() -> Any:
            return work()

        assert self.loop is not None
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(run(), self.loop))

    def say(self, data: bytes) -> None:
        """As the hub does: one encoding, a walk over the group itself."""
        one = frame(data)
        for listener in self.group:
            assert listener.wire is not None
            listener.wire.write(one)

    async def live(self, websocket: WebSocket) -> None:
        await websocket.accept()
        await self.listen(websocket)

    async def late(self, websocket: WebSocket) -> None:
        await websocket.accept()
        await asyncio.sleep(0.2)
        await self.listen(websocket)

    async def listen(self, websocket: WebSocket) -> None:
        self.loop = asyncio.get_running_loop()
        one = Listener(self)
        await attach(
            websocket,
            one.opened,
            one.text,
            one.closed,
            on_binary=one.binary,
            on_drain=one.drained,
            max_size=128 * 1024,
            outbox=OUTBOX,
        )

    async def texts(self, websocket: WebSocket) -> None:
        await websocket.accept()
        one = Listener(self)
        await attach(websocket, one.opened, one.text, one.closed)

    async def asgi(self, websocket: WebSocket) -> None:
        await websocket.accept(subprotocol=next(iter(websocket.scope["subprotocols"]), None), headers=[(b"x-room", b"one")])
        try:
            while True:
                message = await websocket.receive()
                if message["type"] == "websocket.disconnect":
                    raise WebSocketDisconnect(message["code"])
                if message.get("text") == "bye":
                    await websocket.close(4003, "tot ziens")
                elif message.get("text") is not None:
                    await websocket.send_text(message["text"])
                else:
                    await websocket.send_bytes(message["bytes"])
        except WebSocketDisconnect as end:
            self.ended.append(end.code)

    async def refused(self, websocket: WebSocket) -> None:
        await websocket.close()

    async def signed_out(self, websocket: WebSocket) -> None:
        await websocket.send_denial_response(JSONResponse({"code": "signed_out"}, 401, headers={"x-reason": "session"}))

    async def broken(self, websocket: WebSocket) -> None:
        raise RuntimeError("a bug in an endpoint")


WAYS: dict[str, tuple[Any, Literal["uvloop", "asyncio"]]] = {
    "class-uvloop": (FrameProtocol, "uvloop"),
    "class-asyncio": (FrameProtocol, "asyncio"),
    "fallback": ("websockets-sansio", "uvloop"),
}
CLASS_ONLY = pytest.mark.parametrize("house", ["class-uvloop", "class-asyncio"], indirect=True)


@pytest.fixture(scope="module")
def houses() -> Iterator[dict[str, House]]:
    built: dict[str, House] = {}
    yield built
    for house in built.values():
        house.stop()


@pytest.fixture(params=WAYS)
async def house(request: pytest.FixtureRequest, houses: dict[str, House]) -> House:
    """One server for each way, empty at the start of each test."""
    way: str = request.param
    if way not in houses:
        ws, loop = WAYS[way]
        houses[way] = House(ws, loop, ws_max_size=2**20)
    house = houses[way]
    await until(lambda: not house.group)
    house.codes.clear()
    house.ended.clear()
    return house


async def until(what: Callable[[], bool], seconds: float = 5.0) -> None:
    """Wait for something that another thread does."""
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "waited in vain"
        await asyncio.sleep(0.01)


async def joined(house: House, count: int = 1) -> list[Listener]:
    await until(lambda: len(house.group) == count)
    return list(house.group)


# Frames


@pytest.mark.parametrize("length", [0, 125, 126, 65535, 65536])
def test_a_frame_is_what_the_websockets_library_makes(length: int) -> None:
    from websockets.frames import Frame, Opcode

    payload = b"x" * length
    assert text_frame(payload) == Frame(Opcode.TEXT, payload).serialize(mask=False)
    assert frame(payload).wire == text_frame(payload)
    assert frame(payload).text == payload


# An ordinary life


async def test_text_binary_and_close(house: House) -> None:
    async with connect(house.url("/live"), compression="deflate") as client:
        assert not client.protocol.extensions  # compression is off, whatever the client asks
        (one,) = await joined(house)
        for text in ["hoi", "ça va? გამარჯობა 👋", "x" * 70_000]:
            await client.send(text)
            assert await client.recv() == text
        await client.send(b"\x00\xff")
        assert await client.recv() == "binary 2"
    await until(lambda: one.codes == [1000])
    assert not house.group


async def test_what_comes_before_detaching_is_heard_in_order(house: House) -> None:
    async with connect(house.url("/late")) as client:
        for number in range(50):
            await client.send(f"{number}")
        assert [await client.recv() for _ in range(50)] == [f"{number}" for number in range(50)]


async def test_gone_before_detaching_is_told(house: House) -> None:
    peer = await Peer.open(house.port, "/late")
    peer.send(TEXT, b"hoi")
    await peer.writer.drain()
    peer.abort()
    await until(lambda: len(house.codes) == 1)
    assert not house.group


async def test_closing_says_the_code_and_nothing_after(house: House) -> None:
    async with connect(house.url("/live")) as client:
        (one,) = await joined(house)
        await client.send("close 4001")
        with pytest.raises(ConnectionClosed) as end:
            await client.recv()
        assert end.value.rcvd is not None
        assert (end.value.rcvd.code, end.value.rcvd.reason) == (4001, "as told")
    assert one.codes == [4001]
    assert one.wire is not None
    assert one.wire.closed
    assert not one.wire.slow
    one.wire.write(frame(b"to nobody"))
    one.wire.write_many([frame(b"to nobody")])
    assert one.wire.room() == 0


async def test_a_bare_end_is_told_once(house: House) -> None:
    peers = [await Peer.open(house.port, "/live") for _ in range(5)]
    listeners = await joined(house, 5)
    for peer in peers:
        peer.abort()
    await until(lambda: not house.group)
    # The other server says 1005 to its app for both a bare end and a close without a code.
    assert {code for one in listeners for code in one.codes} <= ({1006} if house.detaches else {1005, 1006})
    assert all(len(one.codes) == 1 for one in listeners)


async def test_half_an_end_is_an_end(house: House) -> None:
    peer = await Peer.open(house.port, "/live")
    (one,) = await joined(house)
    peer.writer.write_eof()
    await peer.gone()
    await until(lambda: len(one.codes) == 1)


async def test_a_failing_callback_is_logged_without_the_text(house: House, caplog: pytest.LogCaptureFixture) -> None:
    async with connect(house.url("/live")) as client:
        (one,) = await joined(house)
        with caplog.at_level(logging.DEBUG):
            await client.send("fail")
            with pytest.raises(ConnectionClosed) as end:
                await client.recv()
    assert end.value.rcvd is not None
    assert end.value.rcvd.code == 1011
    await until(lambda: one.codes == [1011])
    assert "a live socket's callback failed" in caplog.text


async def test_binary_is_refused_where_nobody_wants_it(house: House) -> None:
    async with connect(house.url("/texts")) as client:
        await client.send(b"bytes")
        with pytest.raises(ConnectionClosed) as end:
            await client.recv()
    assert end.value.rcvd is not None
    assert end.value.rcvd.code == 1003
    await until(lambda: house.codes == [1003])


async def test_no_payload_is_logged(house: House, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="twinspace_server"):
        async with connect(house.url("/live")) as client:
            await client.send("planted-marker")
            assert await client.recv() == "planted-marker"
    assert not [record for record in caplog.records if record.name.startswith("twinspace") and "planted-marker" in record.getMessage()]


# RFC 6455


async def test_fragments_with_pings_between(house: House) -> None:
    peer = await Peer.open(house.port, "/live")
    peer.send(TEXT, "één ".encode()[:2], fin=False)
    peer.send(PING, b"between")
    peer.send(CONT, "één ".encode()[2:], fin=False)
    peer.send(PONG, b"unasked")
    peer.send(CONT, b"", fin=False)
    peer.send(CONT, b"twee")
    assert await peer.frame() == (PONG, b"between")
    assert await peer.frame() == (TEXT, "één twee".encode())
    peer.abort()


@CLASS_ONLY
async def test_a_close_inside_a_fragmented_message_is_clean(house: House) -> None:
    """RFC 6455 7.1.5: websockets' own layer calls it a protocol error; here the close is answered with its own code."""
    peer = await Peer.open(house.port, "/live")
    (one,) = await joined(house)
    peer.send(TEXT, b"half of a ", fin=False)
    peer.send(CLOSE, code(1000, b"bye"))
    peer.send(CONT, b"message")
    assert await peer.frame() == (CLOSE, code(1000, b"bye"))
    await peer.gone()
    assert one.codes == [1000]
    assert one.heard == []


def one(opcode: int, data: bytes = b"", *, fin: bool = True, masked: bool = True, rsv: int = 0) -> Callable[[Peer], None]:
    return lambda peer: peer.send(opcode, data, fin=fin, masked=masked, rsv=rsv)


def fragments(*parts: bytes, last: bool = True) -> Callable[[Peer], None]:
    def send(peer: Peer) -> None:
        for number, part in enumerate(parts):
            peer.send(CONT if number else TEXT, part, fin=last and number == len(parts) - 1)

    return send


def twice_begun(peer: Peer) -> None:
    peer.send(TEXT, b"a", fin=False)
    peer.send(TEXT, b"b")


def code(number: int, reason: bytes = b"") -> bytes:
    return number.to_bytes(2, "big") + reason


ERRORS: dict[str, tuple[int, Callable[[Peer], None]]] = {
    "not masked": (1002, one(TEXT, b"hoi", masked=False)),
    "reserved bit": (1002, one(TEXT, b"hoi", rsv=4)),
    "reserved opcode": (1002, one(0x3, b"hoi")),
    "reserved control": (1002, one(0xB)),
    "long ping": (1002, one(PING, b"x" * 126)),
    "fragmented ping": (1002, one(PING, b"x", fin=False)),
    "nothing to continue": (1002, one(CONT, b"hoi")),
    "text inside fragments": (1002, twice_begun),
    "invalid text": (1007, one(TEXT, b"\xce\xba\xed\xa0\x80")),
    "invalid text in fragments": (1007, fragments(b"\xce", b"a")),
    "close of one byte": (1002, one(CLOSE, b"\x03")),
    "close code 999": (1002, one(CLOSE, code(999))),
    "close code 1005": (1002, one(CLOSE, code(1005))),
    "close code 1016": (1002, one(CLOSE, code(1016))),
    "close code 5000": (1002, one(CLOSE, code(5000))),
    "close with invalid text": (1007, one(CLOSE, code(1000, b"\xff"))),
    "too long": (1009, one(TEXT, b"x" * (128 * 1024 + 1))),
    "too long in fragments": (1009, fragments(*[b"x" * 1024] * 129)),
    "promised too long": (1009, lambda peer: peer.writer.write(b"\x81\xff" + (2**62).to_bytes(8, "big"))),
    "empty fragments": (1008, fragments(*[b""] * 9000, last=False)),
}


@pytest.mark.parametrize("error", ERRORS)
@CLASS_ONLY
async def test_an_error_closes_with_its_code(house: House, error: str) -> None:
    expected, send = ERRORS[error]
    peer = await Peer.open(house.port, "/live")
    (listener,) = await joined(house)
    send(peer)
    assert await peer.closing() == expected
    await peer.gone()
    await until(lambda: listener.codes == [expected])
    assert listener.heard == []


@pytest.mark.parametrize("number", [1000, 1001, 1003, 1007, 1011, 3000, 3999, 4000, 4999])
async def test_a_valid_close_is_answered_with_its_code(house: House, number: int) -> None:
    peer = await Peer.open(house.port, "/live")
    (listener,) = await joined(house)
    peer.send(CLOSE, code(number))
    assert await peer.closing() == number
    await peer.gone()
    await until(lambda: listener.codes == [number])


async def test_a_close_without_a_code(house: House) -> None:
    peer = await Peer.open(house.port, "/live")
    (one,) = await joined(house)
    peer.send(CLOSE)
    assert await peer.closing() == 1005
    await until(lambda: one.codes == [1005])


@CLASS_ONLY
async def test_byte_by_byte(house: House) -> None:
    peer = await Peer.open(house.port, "/live")
    for byte in b"\x81\x83\x00\x00\x00\x00hoi":
        peer.writer.write(bytes([byte]))
        await peer.writer.drain()
        await asyncio.sleep(0.001)
    assert await peer.frame() == (TEXT, b"hoi")
    peer.abort()


@CLASS_ONLY
async def test_the_error_code_arrives_while_the_client_still_sends(house: House) -> None:
    peer = await Peer.open(house.port, "/live")
    peer.writer.write(b"\x81\xff" + (2**40).to_bytes(8, "big") + b"mask" + b"x" * 4_000_000)
    assert await peer.closing() == 1009
    peer.abort()


# Handshakes


@pytest.mark.parametrize(
    ("path", "status", "body"), [("/refused", 403, b""), ("/signed-out", 401, b'{"code":"signed_out"}'), ("/broken", 500, None)]
)
async def test_a_refusal_is_an_http_answer(house: House, path: str, status: int, body: bytes | None) -> None:
    with pytest.raises(InvalidStatus) as refusal:
        await connect(house.url(path))
    assert refusal.value.response.status_code == status
    if body is not None:
        assert refusal.value.response.body == body
    if status == 401:
        assert refusal.value.response.headers["x-reason"] == "session"
    assert not house.group


@CLASS_ONLY
async def test_a_wrong_handshake_is_a_bad_request(house: House) -> None:
    assert (await Peer.open(house.port, "/live", version="12")).status == 400
    peer = await Peer.open(house.port, "/live", extra="Content-Length: 5\r\n")
    assert peer.status == 400
    await peer.gone()


async def test_an_asgi_endpoint_has_everything(house: House) -> None:
    headers = Headers({"cookie": "a=b", "x-name": "ünï"})
    async with connect(house.url("/asgi?q=%20"), subprotocols=[websockets.Subprotocol("page")], additional_headers=headers) as client:
        assert client.subprotocol == "page"
        assert client.response is not None
        assert client.response.headers["x-room"] == "one"
        messages: list[str | bytes] = ["hoi", b"\x00\x01", "x" * 300_000, b"y" * 300_000]
        for message in messages:
            await client.send(message)
            assert await client.recv() == message
        await client.send("bye")
        with pytest.raises(ConnectionClosed) as end:
            await client.recv()
    assert end.value.rcvd is not None
    assert (end.value.rcvd.code, end.value.rcvd.reason) == (4003, "tot ziens")
    await until(lambda: house.ended == [4003])
    async with connect(house.url("/asgi")) as client:
        await client.close(4999)
    await until(lambda: house.ended == [4003, 4999])


async def test_an_asgi_endpoint_waits_for_a_slow_reader(house: House) -> None:
    """Ordinary endpoints keep ASGI's backpressure: nothing is dropped."""
    async with connect(house.url("/asgi"), max_size=None) as client:
        for _ in range(20):
            await client.send(b"z" * 500_000)
        await asyncio.sleep(0.3)
        for _ in range(20):
            assert len(await client.recv()) == 500_000


# Slow readers


async def test_a_stuck_reader_is_dropped_and_nobody_waits(house: House) -> None:
    stuck = [await Peer.open(house.port, "/live", rcvbuf=4096) for _ in range(5)]
    for peer in stuck:
        peer.writer.transport.pause_reading()  # type: ignore[attr-defined]
    away = await joined(house, 5)
    async with connect(house.url("/live"), max_queue=None) as client:
        await until(lambda: len(house.group) == 6)
        (here,) = house.group - set(away)
        # Big steps: the mark is passed inside the walk over the group itself.
        # Where the app can't bound it, the kernel takes some megabytes more for each.
        for size in [60_000] * 10 + [3500] * (200 if house.detaches else 4000):
            if len(house.group) == 1 and size < 60_000:
                break
            await house.do(partial(house.say, b"." * size))
            assert len(await asyncio.wait_for(client.recv(), 5)) == size
        await until(lambda: len(house.group) == 1)
        assert [one.codes for one in away] == [[4008]] * 5
        assert all(one.wire is not None and one.wire.slow and one.wire.closed for one in away)
        assert here.codes == []
        await client.send("still here")
        assert await client.recv() == "still here"
    if house.detaches:
        # The connections are cut, not left to the kernel.
        await until(lambda: not house.server.server_state.connections, 5)
    for peer in stuck:
        peer.abort()


async def test_what_must_arrive_whole_may_be_larger_than_the_outbox(house: House) -> None:
    async with connect(house.url("/live"), max_size=None) as client:
        (one,) = await joined(house)
        assert one.wire is not None
        whole = [frame(b"t" * 400_000), frame(b"u" * 400_000)]
        for _ in range(3):  # a reader that reads may ask again and again
            await house.do(partial(one.wire.write_large, whole))
            assert [len(await client.recv()) for _ in whole] == [400_000] * 2
        assert not one.wire.slow


async def test_who_does_not_read_what_it_asked_for_is_dropped_all_the_same(house: House) -> None:
    peer = await Peer.open(house.port, "/live", rcvbuf=4096)
    peer.writer.transport.pause_reading()  # type: ignore[attr-defined]
    (one,) = await joined(house)
    wire = one.wire
    assert wire is not None
    for asked in range(40):  # noqa: B007 - looked at behind the loop
        await house.do(partial(wire.write_large, [frame(b"t" * 400_000)]))
        if wire.closed:
            break
    assert 1 <= asked <= 12 + 10 * (not house.detaches)  # four megabytes and the outbox; the kernel's own where the app can't bound it
    await until(lambda: one.codes == [4008])
    peer.abort()


@CLASS_ONLY
async def test_a_stuck_reader_holds_no_more_than_its_outbox(house: House) -> None:
    peer = await Peer.open(house.port, "/live", rcvbuf=4096)
    peer.writer.transport.pause_reading()  # type: ignore[attr-defined]
    (one,) = await joined(house)
    wire = one.wire
    assert isinstance(wire, FrameProtocol)
    most = written = 0
    while not wire.closed:
        await house.do(lambda: house.say(b"." * 1000))
        written += 1004
        most = max(most, await house.do(wire.transport.get_write_buffer_size))
    assert most <= OUTBOX + 2000
    # The kernel holds SO_SNDBUF (which it doubles for its own bookkeeping), and the reader's own small buffer.
    assert written <= OUTBOX + 3 * 64 * 1024
    assert one.codes == [4008]
    peer.abort()


async def test_one_who_reads_again_gets_everything_and_then_4008(house: House) -> None:
    peer = await Peer.open(house.port, "/live", rcvbuf=4096)
    peer.writer.transport.pause_reading()  # type: ignore[attr-defined]
    (one,) = await joined(house)
    number = 0
    while not one.codes:
        await house.do(partial(house.say, b"%06d" % number + b"." * 4000))
        number += 1
    peer.writer.transport.resume_reading()  # type: ignore[attr-defined]
    seen = []
    while True:
        opcode, data = await peer.frame()
        if opcode == CLOSE:
            break
        seen.append(int(data[:6]))
    assert int.from_bytes(data[:2], "big") == 4008
    assert seen == list(range(len(seen)))
    assert len(seen) > 50
    peer.send(CLOSE, data)
    await peer.gone()


async def test_a_replay_is_written_as_the_outbox_drains(house: House) -> None:
    async with connect(house.url("/live"), max_queue=None) as client:
        (one,) = await joined(house)
        await client.send("replay 5000")  # 5 MB, twenty times the outbox
        for number in range(5000):
            text = await asyncio.wait_for(client.recv(), 5)
            assert isinstance(text, str)
            assert int(text[:6]) == number
        assert one.codes == []


# Keepalive and stopping


@pytest.mark.parametrize("loop", ["uvloop", "asyncio"])
async def test_the_silent_are_closed_and_the_others_are_not(loop: Literal["uvloop", "asyncio"]) -> None:
    house = House(FrameProtocol, loop, ws_ping_interval=0.2, ws_ping_timeout=0.3)
    try:
        silent = await Peer.open(house.port, "/live")
        async with connect(house.url("/live"), ping_interval=None) as client, connect(house.url("/asgi"), ping_interval=None) as other:
            await joined(house, 2)
            opcode, data = await silent.frame()
            assert opcode == PING
            assert len(data) == 4
            assert await silent.closing() == 1011
            await until(lambda: house.codes == [1011])
            await asyncio.sleep(0.6)
            await client.send("alive")
            assert await client.recv() == "alive"
            await other.send("alive")
            assert await other.recv() == "alive"
    finally:
        house.stop()


@pytest.mark.parametrize("way", WAYS)
async def test_a_stop_tells_everybody_to_come_back(way: str) -> None:
    ws, loop = WAYS[way]
    house = House(ws, loop, timeout_graceful_shutdown=5)
    clients = [await connect(house.url("/live")) for _ in range(3)] + [await connect(house.url("/asgi"))]
    deaf = await Peer.open(house.port, "/live")  # never answers the close
    await joined(house, 4)
    started = time.monotonic()
    stopping = asyncio.get_running_loop().run_in_executor(None, house.stop)
    for client in clients:
        with pytest.raises(ConnectionClosed) as end:
            await client.recv()
        assert end.value.rcvd is not None
        assert end.value.rcvd.code == 1012
    assert await deaf.closing() == 1012
    await stopping
    assert time.monotonic() - started < 6
    assert house.codes == [1012] * 4
    assert not house.group


@CLASS_ONLY
async def test_nothing_is_left_of_the_endpoint_when_it_has_detached(house: House) -> None:
    async with connect(house.url("/live")) as client:
        (one,) = await joined(house)
        await client.send("hoi")
        await client.recv()
        wire = one.wire
        assert isinstance(wire, FrameProtocol)
        assert wire.talk is None
        tasks = house.server.server_state.tasks
        await until(lambda: not tasks)  # the server's loop, in another thread, forgets a finished task a moment later
