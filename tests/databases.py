"""Fresh databases for tests, on both kinds: plain functions and context managers, so that any fixture can use them.

`tests/conftest.py` makes fixtures of them. They talk to a PostgreSQL server on loopback (TWINSPACE_TEST_POSTGRES names another),
make databases with random names there and drop exactly those.
"""

import os
import secrets
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path

import asyncpg  # type: ignore[import-untyped]
import pytest
from sqlalchemy import MetaData, create_engine, make_url
from sqlalchemy.ext.asyncio import create_async_engine

SERVER = os.environ.get("TWINSPACE_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432")
KINDS = ("sqlite", "postgresql")

_templates: dict[tuple[str, MetaData], str | Path] = {}
"""By kind and MetaData: a database (or file) in which its tables are made already; cloning it is quick."""
_reachable: list[bool] = []


@asynccontextmanager
async def fresh_url(kind: str, directory: Path, tables: MetaData | None = None) -> AsyncIterator[str]:
    """The address of a new database of this kind (`sqlite` or `postgresql`), with these tables in it, or empty.

    Skips the test when PostgreSQL is wanted and not there; fails instead with TWINSPACE_REQUIRE_SERVICES=1.
    """
    if kind == "sqlite":
        file = directory / "twinspace.db"
        if tables is not None:
            shutil.copyfile(_sqlite_template(tables), file)
        yield f"sqlite:///{file}"
        return
    await require_postgres()
    name = f"twinspace_test_{secrets.token_hex(6)}"
    template = await _postgres_template(tables) if tables is not None else "template0"
    await _on_server(f"CREATE DATABASE {name} TEMPLATE {template} ENCODING 'UTF8'")
    try:
        yield str(make_url(SERVER).set(database=name).render_as_string(hide_password=False))
    finally:
        await _on_server(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@asynccontextmanager
async def copied_url(source: str, directory: Path) -> AsyncIterator[str]:
    """The address of a copy of the database at `source`, to which nobody may be connected."""
    if make_url(source).get_backend_name() == "sqlite":
        file = directory / "twinspace.db"
        shutil.copyfile(str(make_url(source).database), file)
        yield f"sqlite:///{file}"
        return
    name = f"twinspace_test_{secrets.token_hex(6)}"
    await _on_server(f"CREATE DATABASE {name} TEMPLATE {make_url(source).database}")
    try:
        yield str(make_url(SERVER).set(database=name).render_as_string(hide_password=False))
    finally:
        await _on_server(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


async def require_postgres() -> None:
    """Skips, or fails where services are required, with one sentence."""
    if not _reachable:
        try:
            await _on_server("SELECT 1")
            _reachable.append(True)
        except Exception:
            _reachable.append(False)
    if not _reachable[0]:
        sentence = f"No PostgreSQL can be reached at {make_url(SERVER).render_as_string()}; start one there to run this test."
        if os.environ.get("TWINSPACE_REQUIRE_SERVICES") == "1":
            pytest.fail(sentence, pytrace=False)
        pytest.skip(sentence)


async def drop_templates() -> None:
    """At the end of a run: removes what `fresh_url` cloned from."""
    for template in _templates.values():
        if isinstance(template, str):
            await _on_server(f"DROP DATABASE IF EXISTS {template} WITH (FORCE)")
    if any(isinstance(template, Path) for template in _templates.values()):
        shutil.rmtree(_run_directory(), ignore_errors=True)
        _run_directory.cache_clear()
    _templates.clear()


async def postgres(url: str) -> asyncpg.Connection:
    """A plain connection, for looking behind the store's back; the caller closes it."""
    return await asyncpg.connect(url)


def _sqlite_template(tables: MetaData) -> Path:
    key = ("sqlite", tables)
    if key not in _templates:
        file = _run_directory() / f"{secrets.token_hex(6)}.db"
        engine = create_engine(f"sqlite:///{file}")
        tables.create_all(engine)
        engine.dispose()
        _templates[key] = file
    template = _templates[key]
    assert isinstance(template, Path)
    return template


@cache
def _run_directory() -> Path:
    return Path(tempfile.mkdtemp(prefix="twinspace-test-"))


async def _postgres_template(tables: MetaData) -> str:
    key = ("postgresql", tables)
    if key not in _templates:
        name = f"twinspace_test_{secrets.token_hex(6)}_template"
        await _on_server(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
        _templates[key] = name
        engine = create_async_engine(make_url(SERVER).set(drivername="postgresql+asyncpg", database=name))
        async with engine.begin() as connection:
            await connection.run_sync(tables.create_all)
        await engine.dispose()
    template = _templates[key]
    assert isinstance(template, str)
    return template


async def _on_server(sql: str) -> None:
    connection = await asyncpg.connect(make_url(SERVER).set(database="postgres").render_as_string(hide_password=False), timeout=5)
    try:
        await connection.execute(sql)
    finally:
        await connection.close()
