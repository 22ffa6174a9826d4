"""The guard: hosts, origins, sizes and headers, on HTTP and at the handshake of the live connection."""

import re
from typing import Any

import httpx2
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient, WebSocketDenialResponse
from starlette.websockets import WebSocket

from twinspace_server.settings import Settings, load
from twinspace_server.web.security import BODY_BYTES, Guard

SCHOOL = load({"TWINSPACE_PUBLIC_URL": "https://twinspace.example.eu", "TWINSPACE_HOST": "10.0.0.5"})
HERE = load({})
LIVE = "wss://twinspace.example.eu/live"


async def _hello(request: Request) -> Response:
    return PlainTextResponse("hello")


async def _length(request: Request) -> Response:
    return PlainTextResponse(str(len(await request.body())))


async def _kept(request: Request) -> Response:
    return PlainTextResponse("kept", headers={"cache-control": "public, max-age=60"})


async def _bug(request: Request) -> Response:
    raise RuntimeError("pia said: my secret")


async def _live(socket: WebSocket) -> None:
    if "signed-out" in socket.headers:
        await socket.send_denial_response(PlainTextResponse("sign in", 401))
        return
    await socket.accept()
    await socket.send_text("hello")
    await socket.close()


def _app(settings: Settings) -> Starlette:
    routes = [
        Route("/", _hello),
        Route("/healthz", _hello),
        Route("/api/length", _length, methods=["POST"]),
        Route("/kept", _kept),
        Route("/bug", _bug),
        WebSocketRoute("/live", _live),
    ]
    return Starlette(routes=routes, middleware=[Middleware(Guard, settings=settings)])


def _client(settings: Settings = SCHOOL, base: str = "https://twinspace.example.eu") -> httpx2.AsyncClient:
    return httpx2.AsyncClient(transport=httpx2.ASGITransport(app=_app(settings)), base_url=base)


async def test_every_answer_carries_the_headers() -> None:
    async with _client() as client:
        for response in (
            await client.get("/"),
            await client.get("/nothing"),
            await client.get("/bug"),
            await client.get("/", headers={"host": "evil"}),
        ):
            policy = response.headers["content-security-policy"]
            assert "default-src 'none'" in policy
            assert "frame-ancestors 'none'" in policy
            assert not re.search(r"unsafe|nonce|sha256|\*|https:|http:|data:", policy), policy
            assert response.headers["x-content-type-options"] == "nosniff"
            assert response.headers["referrer-policy"] == "no-referrer"
            assert response.headers["cross-origin-opener-policy"] == "same-origin"
            assert response.headers["cross-origin-resource-policy"] == "same-origin"
            assert "geolocation=()" in response.headers["permissions-policy"]
            assert response.headers["strict-transport-security"].startswith("max-age=")
            assert "server" not in response.headers


async def test_nothing_is_kept_by_caches_unless_it_says_so() -> None:
    async with _client() as client:
        assert (await client.get("/")).headers["cache-control"] == "no-store"
        assert (await client.get("/kept")).headers["cache-control"] == "public, max-age=60"


async def test_plain_http_promises_no_https() -> None:
    async with _client(HERE, "http://localhost:8000") as client:
        response = await client.get("/")
    assert response.status_code == 200
    assert "strict-transport-security" not in response.headers
    assert "connect-src 'self' ws://localhost:8000" in response.headers["content-security-policy"]


@pytest.mark.parametrize("host", ["evil.example", "twinspace.example.eu.evil.example", "twinspace.example.eu:8000", "", "localhost"])
async def test_a_foreign_host_is_refused(host: str) -> None:
    async with _client() as client:
        response = await client.get("/", headers={"host": host})
    assert response.status_code == 400
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["code"] == "unknown_host"


async def test_a_watcher_may_ask_by_the_machines_address() -> None:
    async with _client() as client:
        assert (await client.get("/healthz", headers={"host": "10.0.0.5:8000"})).status_code == 200


FOREIGN = [
    {"origin": "https://evil.example"},
    {"origin": "null"},
    {"origin": ""},
    {"origin": "http://twinspace.example.eu"},
    {"origin": "https://twinspace.example.eu.evil.example"},
    {"origin": "https://twinspace.example.eu:8443"},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site", "origin": "https://other.example.eu"},
    {"sec-fetch-site": "same-origin", "origin": "https://evil.example"},
]
OURS: list[dict[str, str]] = [
    {},
    {"origin": "https://twinspace.example.eu"},
    {"origin": "https://twinspace.example.eu", "sec-fetch-site": "same-origin"},
]


@pytest.mark.parametrize("headers", FOREIGN)
async def test_another_site_can_not_write(headers: dict[str, str]) -> None:
    async with _client() as client:
        response = await client.post("/api/length", content=b"{}", headers=headers)
    assert response.status_code == 403
    assert response.json()["code"] == "foreign_origin"


@pytest.mark.parametrize("headers", OURS)
async def test_our_own_pages_and_programs_can(headers: dict[str, str]) -> None:
    async with _client() as client:
        assert (await client.post("/api/length", content=b"{}", headers=headers)).text == "2"


async def test_another_site_can_link_to_us() -> None:
    async with _client() as client:
        assert (await client.get("/", headers={"sec-fetch-site": "cross-site"})).status_code == 200


@pytest.mark.parametrize("headers", [h for h in FOREIGN if "origin" in h])
def test_another_site_can_not_open_the_live_connection(headers: dict[str, str]) -> None:
    client = TestClient(_app(SCHOOL))
    with pytest.raises(WebSocketDenialResponse) as refused, client.websocket_connect(LIVE, headers=dict(headers)):
        pass
    assert refused.value.status_code == 403


@pytest.mark.parametrize("headers", OURS)
def test_our_own_pages_can_open_it(headers: dict[str, str]) -> None:
    client = TestClient(_app(SCHOOL))
    with client.websocket_connect(LIVE, headers=dict(headers)) as socket:
        assert socket.receive_text() == "hello"


def test_a_foreign_host_can_not_open_it() -> None:
    client = TestClient(_app(SCHOOL))
    with pytest.raises(WebSocketDenialResponse) as refused, client.websocket_connect("wss://evil.example/live"):
        pass
    assert refused.value.status_code == 400


def test_a_refused_handshake_carries_the_headers_too() -> None:
    client = TestClient(_app(SCHOOL))
    for headers in ({"signed-out": "1"}, {"origin": "https://evil.example"}):
        with pytest.raises(WebSocketDenialResponse) as refused, client.websocket_connect(LIVE, headers=dict(headers)):
            pass
        assert refused.value.headers["x-content-type-options"] == "nosniff"


async def test_a_body_up_to_the_bound_is_taken() -> None:
    async with _client() as client:
        assert (await client.post("/api/length", content=b"x" * BODY_BYTES)).text == str(BODY_BYTES)
        assert (await client.post("/api/length", content=b"x" * (BODY_BYTES + 1))).status_code == 413


async def test_a_body_that_hides_its_length_is_counted() -> None:
    async def trickle() -> Any:
        for _ in range(5):
            yield b"x" * (BODY_BYTES // 4)

    async with _client() as client:
        response = await client.post("/api/length", content=trickle())
    assert response.status_code == 413
    assert response.json()["code"] == "too_large"


@pytest.mark.parametrize("length", ["-1", "1e9", "x", "9" * 30])
async def test_a_length_that_is_none_is_refused(length: str) -> None:
    async with _client() as client:
        assert (await client.post("/api/length", content=b"", headers={"content-length": length})).status_code in (400, 413)


async def test_a_head_has_an_end() -> None:
    async with _client() as client:
        assert (await client.get("/", headers={"x-long": "x" * 17_000})).status_code == 431
        assert (await client.get("/", headers={f"x-{n}": "1" for n in range(101)})).status_code == 431
        assert (await client.get("/?q=" + "x" * 17_000)).status_code == 414


async def test_a_bug_is_a_reference_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    async with _client() as client:
        response = await client.get("/bug")
    told = response.json()
    assert response.status_code == 500
    assert told["code"] == "internal"
    assert len(told["ref"]) >= 8
    assert "secret" not in response.text
