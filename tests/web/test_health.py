"""Health: alive, ready, ending, and never why in words that could hold a password."""

import asyncio
from pathlib import Path

import httpx2
from starlette.applications import Starlette

from twinspace_server import __version__
from twinspace_server.web.health import Health


def _client(health: Health) -> httpx2.AsyncClient:
    return httpx2.AsyncClient(transport=httpx2.ASGITransport(app=Starlette(routes=health.routes())), base_url="http://localhost")


async def _well() -> bool:
    return True


async def test_alive_even_when_nothing_is_ready() -> None:
    health = Health()
    health.watch("database", _broken)
    async with _client(health) as client:
        response = await client.get("/healthz")
    assert response.json() == {"status": "ok", "version": __version__}


async def _broken() -> bool:
    raise ConnectionError("password=hunter2")


async def test_ready_names_each_part_and_the_log_of_writes(tmp_path: Path) -> None:
    (tmp_path / "wal").write_bytes(b"x" * 4096)
    health = Health(wal=tmp_path / "wal")
    health.watch("database", _well)
    health.watch("broker", _well)
    async with _client(health) as client:
        response = await client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {"status": "ok", "version": __version__, "database": "ok", "broker": "ok", "wal_bytes": 4096}


async def test_what_fails_is_named_without_its_words() -> None:
    health = Health()
    health.watch("database", _broken)
    health.watch("broker", _well)
    async with _client(health) as client:
        response = await client.get("/readyz")
    assert response.status_code == 503
    assert response.headers["retry-after"] == "2"
    assert response.json() == {"status": "unavailable", "version": __version__, "database": "unreachable", "broker": "ok"}
    assert "hunter2" not in response.text


async def test_what_hangs_counts_as_unreachable() -> None:
    async def hangs() -> bool:
        await asyncio.sleep(60)
        return True

    health = Health()
    health.watch("database", hangs)
    async with _client(health) as client:
        began = asyncio.get_running_loop().time()
        response = await client.get("/readyz")
    assert response.status_code == 503
    assert asyncio.get_running_loop().time() - began < 5


async def test_while_ending_no_new_work_is_wanted() -> None:
    health = Health()
    health.watch("database", _well)
    health.ending = True
    async with _client(health) as client:
        assert (await client.get("/readyz")).json()["status"] == "ending"
        assert (await client.get("/healthz")).status_code == 200


async def test_a_crowd_of_watchers_asks_the_database_once() -> None:
    asked = 0

    async def counts() -> bool:
        nonlocal asked
        asked += 1
        await asyncio.sleep(0.05)
        return True

    health = Health()
    health.watch("database", counts)
    async with _client(health) as client:
        await asyncio.gather(*(client.get("/readyz") for _ in range(20)))
    assert asked == 1
