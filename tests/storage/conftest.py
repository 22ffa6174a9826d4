"""A started store on a fresh database with the small tables of these tests."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from tests.databases import fresh_url
from tests.storage.tables import add_space, metadata
from twinspace_server.storage import open_store
from twinspace_server.storage.store import Db, Lock, Store, Unit


@pytest_asyncio.fixture
async def url(kind: str, tmp_path: Path) -> AsyncIterator[str]:
    async with fresh_url(kind, tmp_path, metadata) as fresh:
        yield fresh


@pytest_asyncio.fixture
async def store(url: str) -> AsyncIterator[Store]:
    started = open_store(url)
    await started.start()
    await found(started, "bridge", "rivers")
    yield started
    await started.close()


async def found(store: Store, *names: str) -> None:
    """Spaces whose counter stands at 0."""

    def run(db: Db) -> None:
        for name in names:
            add_space(db, {"id": name, "seq": 0})

    await store.write(Unit("house", run, law=Lock.NONE))
