"""Fresh databases for tests, on both kinds: plain functions and context managers, so that any fixture can use them.

`tests/conftest.py` makes fixtures of them. They talk to a PostgreSQL server on loopback (TWINSPACE_TEST_POSTGRES names another),
make databases with random names there and drop exactly those. Copies of one that is filled are used again: making a database takes
PostgreSQL half a second, emptying one and filling it anew a fifteenth of that.
"""

import io
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
        yield _address(name)
    finally:
        await _on_server(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@asynccontextmanager
async def copied_url(source: str, directory: Path) -> AsyncIterator[str]:
    """The address of a copy of the database at `source`, to which nobody may be connected and which nobody changes any more."""
    if make_url(source).get_backend_name() == "sqlite":
        file = directory / "twinspace.db"
        shutil.copyfile(str(make_url(source).database), file)
        yield f"sqlite:///{file}"
        return
    name, shape = await _from_the_shelf(source) or (f"twinspace_test_{secrets.token_hex(6)}", "")
    if not shape:
        await _on_server(f"CREATE DATABASE {name} TEMPLATE {make_url(source).database}")
        async with _talking(_address(name)) as there:
            shape = await there.fetchval(_SHAPE)
    try:
        yield _address(name)
    finally:
        _shelf.append((name, shape))


_shelf: list[tuple[str, str]] = []
"""Copies that no test uses now, as the last one left them, each with the shape in which it was made."""
_ON_A_SHELF = 4
_contents: dict[str, dict[str, bytes]] = {}
"""By address of a source, the rows of each of its tables, as COPY has them."""
_CATALOGUES = ("pg_class", "pg_attribute", "pg_attrdef", "pg_constraint", "pg_index", "pg_trigger", "pg_proc")
_SHAPE = f"""SELECT concat_ws(' ', {", ".join(f"(SELECT max(xmin::text::bigint) || ' ' || count(*) FROM {one})" for one in _CATALOGUES)},
  (SELECT string_agg(setconfig::text, ' ') FROM pg_db_role_setting WHERE setdatabase <> 0))"""
"""Changes whenever anything of a database does that is no row of its tables."""


async def _from_the_shelf(source: str) -> tuple[str, str] | None:
    """A copy that was used before, with the rows of `source` and no others, and its shape; None where there is none."""
    if source not in _contents:
        async with _talking(source) as there:
            tables = [name for (name,) in await there.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]
            kept: dict[str, bytes] = {}
            for table in tables:
                read = io.BytesIO()
                await there.copy_from_table(table, schema_name="public", output=read, format="binary")
                kept[table] = read.getvalue()
            _contents.clear()  # an older source comes no more
            _contents[source] = kept
    rows = _contents[source]
    while _shelf:
        name, shape = _shelf.pop()
        async with _talking(_address(name)) as there:
            others = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()"
            await there.fetch(others, name)
            fits = await there.fetchval(_SHAPE) == shape
            if fits:
                async with there.transaction():
                    await there.execute("SET LOCAL session_replication_role = replica")  # no foreign keys, no triggers
                    await there.execute(";".join(f'DELETE FROM public."{table}"' for table in rows))
                    for table, taken in rows.items():
                        if len(taken) > _NO_ROWS:
                            await there.copy_to_table(table, schema_name="public", source=io.BytesIO(taken), format="binary")
        if fits and len(_shelf) < _ON_A_SHELF:
            return name, shape
        await _on_server(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    return None


_NO_ROWS = 21
"""Bytes of a binary COPY without any: its signature, flags and end."""


def _address(name: str) -> str:
    return str(make_url(SERVER).set(database=name).render_as_string(hide_password=False))


@asynccontextmanager
async def _talking(url: str) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(url, timeout=5)
    try:
        yield connection
    finally:
        await connection.close()


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
    """At the end of a run: removes what `fresh_url` cloned from, and the copies that may be used again."""
    while _shelf:
        await _on_server(f"DROP DATABASE IF EXISTS {_shelf.pop()[0]} WITH (FORCE)")
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
    async with _talking(_address("postgres")) as connection:
        await connection.execute(sql)
