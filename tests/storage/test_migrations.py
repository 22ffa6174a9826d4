"""Migrations: made from the tables, run on both databases, and SQLite's two data-loss traps."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy import BigInteger, Column, Connection, ForeignKey, MetaData, Table, Text, text
from sqlalchemy.ext.asyncio import create_async_engine

from tests.databases import fresh_url
from twinspace_server.storage import migrate
from twinspace_server.storage.lockfile import LockFile
from twinspace_server.storage.store import CannotStart
from twinspace_server.storage.tables import metadata as ours


@pytest_asyncio.fixture
async def url(kind: str, tmp_path: Path) -> AsyncIterator[str]:
    async with fresh_url(kind, tmp_path) as fresh:
        yield fresh


@pytest.fixture
def versions(tmp_path: Path) -> Path:
    directory = tmp_path / "versions"
    directory.mkdir()
    return directory


def tables(*, with_motto: bool = False, motto_required: bool = False) -> MetaData:
    """Schools, and classes that vanish with their school."""
    metadata = MetaData(naming_convention=ours.naming_convention)
    schools = Table("schools", metadata, Column("id", Text, primary_key=True), Column("name", Text, nullable=False))
    if with_motto:
        schools.append_column(Column("motto", Text, nullable=not motto_required, server_default="" if motto_required else None))
    Table(
        "classes",
        metadata,
        Column("id", Text, primary_key=True),
        Column("school", Text, ForeignKey("schools.id", ondelete="CASCADE"), nullable=False),
        Column("size", BigInteger, nullable=False),
    )
    return metadata


async def run(url: str, *statements: str) -> list[tuple[object, ...]]:
    """All rows of the last statement."""
    engine = create_async_engine(url.replace("sqlite:", "sqlite+aiosqlite:").replace("postgresql:", "postgresql+asyncpg:"))
    try:
        async with engine.begin() as connection:
            for statement in statements:
                result = await connection.execute(text(statement))
            return [tuple(row) for row in result] if result.returns_rows else []
    finally:
        await engine.dispose()


async def test_a_revision_is_made_run_and_found_complete(url: str, versions: Path) -> None:
    path = await asyncio.to_thread(migrate.revision, "first", tables(), versions)
    assert path.name == "0001_first.py"
    assert await asyncio.to_thread(migrate.upgrade, url, versions=versions) is None
    assert await asyncio.to_thread(migrate.check, url, tables(), versions) == []
    assert (await asyncio.to_thread(migrate.state, url, versions)).is_newest
    assert await asyncio.to_thread(migrate.check_migrations, tables(), versions) == []


async def test_a_forgotten_revision_is_noticed(url: str, versions: Path) -> None:
    await asyncio.to_thread(migrate.revision, "first", tables(), versions)
    await asyncio.to_thread(migrate.upgrade, url, versions=versions)
    assert "motto" in "".join(await asyncio.to_thread(migrate.check, url, tables(with_motto=True), versions))


async def test_data_survives_and_after_is_called_only_when_something_changed(url: str, versions: Path) -> None:
    calls: list[str] = []

    def after(connection: Connection) -> None:
        calls.append(connection.dialect.name)

    await asyncio.to_thread(migrate.revision, "first", tables(), versions)
    await asyncio.to_thread(migrate.upgrade, url, versions=versions, after=after)
    await run(url, "INSERT INTO schools VALUES ('s', 'De Brug')", "INSERT INTO classes VALUES ('c', 's', 21)")
    await asyncio.to_thread(migrate.revision, "mottoes", tables(with_motto=True), versions)
    await asyncio.to_thread(migrate.upgrade, url, versions=versions, after=after)
    await asyncio.to_thread(migrate.upgrade, url, versions=versions, after=after)
    assert await run(url, "SELECT name, motto, size FROM schools JOIN classes ON school = schools.id") == [("De Brug", None, 21)]
    assert len(calls) == 2


async def test_several_processes_may_start_at_once(tmp_path: Path, versions: Path) -> None:
    await asyncio.to_thread(migrate.revision, "first", tables(), versions)
    async with fresh_url("postgresql", tmp_path) as url:
        await asyncio.gather(*[asyncio.to_thread(migrate.upgrade, url, versions=versions) for _ in range(4)])
        assert await asyncio.to_thread(migrate.check, url, tables(), versions) == []


async def test_rebuilding_a_table_on_sqlite_keeps_what_points_to_it_and_its_triggers(tmp_path: Path, versions: Path) -> None:
    """The two traps: DROP TABLE cascades with foreign keys on, and takes the triggers along."""

    def after(connection: Connection) -> None:
        connection.execute(text("DROP TRIGGER IF EXISTS heard"))
        effect = "INSERT INTO classes VALUES ('t' || new.id, new.id, 0)"
        connection.execute(text(f"CREATE TRIGGER heard AFTER INSERT ON schools BEGIN {effect}; END"))

    url = f"sqlite:///{tmp_path}/twinspace.db"
    await asyncio.to_thread(migrate.revision, "first", tables(with_motto=True), versions)
    await asyncio.to_thread(migrate.upgrade, url, versions=versions, after=after)
    await run(url, "INSERT INTO schools VALUES ('s', 'De Brug', '')", "INSERT INTO classes VALUES ('c', 's', 21)")
    changed = tables(with_motto=True, motto_required=True)
    path = await asyncio.to_thread(migrate.revision, "mottoes are required", changed, versions)
    assert "batch_alter_table" in path.read_text()
    await asyncio.to_thread(migrate.upgrade, url, versions=versions, after=after)
    assert [row[0] for row in await run(url, "SELECT id FROM classes ORDER BY id")] == ["c", "ts"]
    await run(url, "INSERT INTO schools VALUES ('z', 'School 5', '')")
    assert [row[0] for row in await run(url, "SELECT id FROM classes ORDER BY id")] == ["c", "ts", "tz"]


async def test_a_step_that_breaks_references_is_undone(tmp_path: Path, versions: Path) -> None:
    url = f"sqlite:///{tmp_path}/twinspace.db"
    await asyncio.to_thread(migrate.revision, "first", tables(), versions)
    await asyncio.to_thread(migrate.upgrade, url, versions=versions)
    await run(url, "INSERT INTO schools VALUES ('s', 'De Brug')", "INSERT INTO classes VALUES ('c', 's', 21)")
    path = await asyncio.to_thread(migrate.revision, "careless", tables(), versions)
    path.write_text(path.read_text().replace("    pass", '    op.execute("DELETE FROM schools")'))
    with pytest.raises(CannotStart, match="classes"):
        await asyncio.to_thread(migrate.upgrade, url, versions=versions)
    assert await run(url, "SELECT id FROM schools") == [("s",)]
    assert (await asyncio.to_thread(migrate.state, url, versions)).current == "0001"


async def test_sqlite_is_copied_before_it_is_changed(tmp_path: Path, versions: Path) -> None:
    url = f"sqlite:///{tmp_path}/twinspace.db"
    await asyncio.to_thread(migrate.revision, "first", tables(), versions)
    assert await asyncio.to_thread(migrate.upgrade, url, versions=versions) is None
    await run(url, "INSERT INTO schools VALUES ('s', 'De Brug')")
    await asyncio.to_thread(migrate.revision, "mottoes", tables(with_motto=True), versions)
    copy = await asyncio.to_thread(migrate.upgrade, url, versions=versions)
    assert copy == tmp_path / "twinspace.db.before-0002"
    with sqlite3.connect(copy) as before:
        assert before.execute("SELECT * FROM schools").fetchall() == [("s", "De Brug")]
    before.close()


async def test_a_database_of_a_newer_program_is_refused(url: str, versions: Path) -> None:
    await asyncio.to_thread(migrate.revision, "first", tables(), versions)
    await asyncio.to_thread(migrate.upgrade, url, versions=versions)
    await run(url, "UPDATE alembic_version SET version_num = '0099'")
    with pytest.raises(CannotStart, match=r"newer TwinSpace.*0099"):
        await asyncio.to_thread(migrate.upgrade, url, versions=versions)


async def test_a_running_server_keeps_migrations_away(tmp_path: Path, versions: Path) -> None:
    lock = LockFile(tmp_path)
    lock.take()
    with pytest.raises(CannotStart, match="Another TwinSpace server"):
        await asyncio.to_thread(migrate.upgrade, f"sqlite:///{tmp_path}/twinspace.db", versions=versions)
    lock.release()
