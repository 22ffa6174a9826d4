"""The bounds of a head while it arrives, on a real uvicorn: what is too long or too slow is refused."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send

from twinspace_server.web import heads


async def _app(scope: Scope, receive: Receive, send: Send) -> None:
    body = b""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        body += message["body"]
        if not message["more_body"]:
            break
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", str(len(str(len(body)))).encode())]})
    await send({"type": "http.response.body", "body": str(len(body)).encode()})


@pytest.fixture
async def port() -> AsyncIterator[int]:
    config = uvicorn.Config(_app, port=0, http=heads.BoundedHttp, lifespan="off", log_config=None)
    server = uvicorn.Server(config)
    task = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    yield server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    await task


async def _answer(port: int, *parts: bytes, wait: float = 5) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        for part in parts:
            writer.write(part)
            await writer.drain()
            await asyncio.sleep(0.02)
        return await asyncio.wait_for(reader.read(4096), wait)
    except ConnectionResetError:
        return b"reset"
    finally:
        writer.close()


async def test_an_ordinary_request_passes(port: int) -> None:
    body = b"x" * 100_000
    answer = await _answer(port, b"POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 100000\r\n\r\n" + body[:30_000], body[30_000:])
    assert answer.startswith(b"HTTP/1.1 200")
    assert answer.endswith(b"100000")


async def test_requests_on_one_connection_are_counted_one_by_one(port: int) -> None:
    one = b"GET / HTTP/1.1\r\nhost: a\r\nx-pad: " + b"x" * 9000 + b"\r\n\r\n"
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for _ in range(4):
        writer.write(one)
        assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 200")
        assert await reader.readexactly(1) == b"0"
    writer.close()


async def test_a_head_without_end_is_refused(port: int) -> None:
    answer = await _answer(port, b"GET / HTTP/1.1\r\nhost: a\r\n", *[b"x-more: " + b"x" * 4000 + b"\r\n"] * 6)
    assert answer.startswith(b"HTTP/1.1 431")


async def test_a_head_that_trickles_in_is_refused(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heads, "HEAD_SECONDS", 0.3)
    assert (await _answer(port, b"GET / HTTP/1.1\r\nhost: a\r\n")).startswith(b"HTTP/1.1 408")
    assert (await _answer(port)).startswith(b"HTTP/1.1 408")


async def test_a_body_that_never_comes_is_refused(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heads, "BODY_SECONDS", 0.3)
    assert (await _answer(port, b"POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 10\r\n\r\nabc")).startswith(b"HTTP/1.1 408")


@pytest.mark.parametrize(
    "head",
    [
        b"GET / HTTP/1.1\r\nhost: a\r\ncontent-length: 3\r\ncontent-length: 4\r\n\r\nabcd",
        b"POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
        b"GET / HTTP/1.1\r\nhost: a\r\nx : 1\r\n\r\n",
        b"GET / HTTP/1.1\r\nhost: a\r\nx: a\rb\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00",
    ],
    ids=["two lengths", "length and chunked", "space before colon", "bare return", "TLS to a plain port"],
)
async def test_ambiguous_requests_are_refused(port: int, head: bytes) -> None:
    assert (await _answer(port, head)).startswith(b"HTTP/1.1 400")
