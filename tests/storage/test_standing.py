"""Where a database stands, asked without Alembic: only what is at the newest revision is called so."""

import asyncio
from pathlib import Path

from sqlalchemy import create_engine, make_url, text
from sqlalchemy.util import greenlet_spawn

from tests.databases import fresh_url
from twinspace_server.storage import migrate, standing


async def is_newest(url: str) -> bool:
    return await asyncio.to_thread(standing.is_newest, url)


async def leave_at(url: str, revision: str) -> None:
    """As if another version of the program had been here."""
    driver = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}[make_url(url).get_backend_name()]

    def change() -> None:
        engine = create_engine(make_url(url).set(drivername=driver))
        with engine.begin() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})
        engine.dispose()

    await greenlet_spawn(change)


async def test_only_the_newest_revision_will_do(kind: str, tmp_path: Path) -> None:
    async with fresh_url(kind, tmp_path) as url:
        assert not await is_newest(url), "nothing was founded yet"
        await asyncio.to_thread(migrate.upgrade, url)
        assert await is_newest(url)
        for another in ("0000", "9999"):
            await leave_at(url, another)
            assert not await is_newest(url)


async def test_a_server_that_is_not_there_is_left_to_migrate() -> None:
    assert not await is_newest("postgresql://alice:hunter2@127.0.0.1:1/nothing")
