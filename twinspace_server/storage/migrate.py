"""Bringing a database to this program's tables, and writing the next migration when the tables have changed.

The roof calls it, after importing all features so that their tables are known: at the start for SQLite, by command for
PostgreSQL, `check_migrations` in `make check`, `revision` in `make migration`.
All functions are plain `def` and block; inside an event loop run them in a thread. Two traps of SQLite are closed here: rebuilding
a table with foreign keys on would empty the tables that point to it, and it loses the table's triggers (make them in `after`).
"""

import asyncio
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from alembic import autogenerate, command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import URL, Connection, MetaData, create_engine, event, make_url, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import NullPool
from sqlalchemy.util import greenlet_spawn

from . import fulltext
from .copies import copied
from .lockfile import LockFile
from .store import CannotStart
from .tables import metadata as program_tables

_HERE = Path(__file__).parent / "migrations"
_PG_LOCK = 0x7457_696E_5370
"""Session-level advisory lock: of several processes that start at once one migrates, the others wait and find it done."""

T = TypeVar("T")
After = Callable[[Connection], None]


@dataclass(frozen=True)
class State:
    """`current` is None for an empty database; `head` is None while the program has no migrations."""

    current: str | None
    head: str | None

    @property
    def is_newest(self) -> bool:
        """Nothing is left to do."""
        return self.current == self.head


def state(url: str, versions: Path | None = None) -> State:
    """Where the database stands; raises `CannotStart` when a newer program has written it."""
    return _on_database(url, lambda connection: _state(connection, _config(versions)))


def known(revision_id: str, versions: Path | None = None) -> bool:
    """This program can read data of that revision (a backup's)."""
    try:
        return ScriptDirectory.from_config(_config(versions)).get_revision(revision_id) is not None
    except CommandError:
        return False


def upgrade(url: str, to: str = "head", *, after: After | None = None, versions: Path | None = None) -> Path | None:
    """Runs what is missing up to the revision `to` and answers the copy that was made before (SQLite with something in it), or None.

    `after` makes what tables alone don't have (search triggers); it is called after every upgrade that changed something, and
    must be repeatable. Raises `CannotStart` with a sentence; then the database is as it was after the last whole step.
    """
    config = _config(versions)
    parsed = make_url(url)
    goal = ScriptDirectory.from_config(config).get_current_head() if to == "head" else to
    if parsed.get_backend_name() != "sqlite":
        _on_database(url, lambda connection: _upgrade_postgres(connection, config, goal, after))
        return None
    if not parsed.database:
        raise CannotStart("A SQLite store needs a file: sqlite:///DIR/twinspace.db.")
    file = Path(parsed.database).absolute()
    file.parent.mkdir(parents=True, exist_ok=True)
    lock = LockFile(file.parent)
    lock.take()
    try:
        before = state(url, versions)
        if goal is None or before.current == goal:
            return None
        copy = copied(file, f"{file.name}.before-{goal}") if before.current is not None else None
        _on_database(url, lambda connection: _run(connection, config, goal, after))
        return copy
    finally:
        lock.release()


def tables() -> frozenset[str]:
    """The names of all tables that the program, as far as it was imported, has."""
    return frozenset(program_tables.tables)


def check(url: str, metadata: MetaData = program_tables, versions: Path | None = None) -> list[str]:
    """What the tables in the code and in the migrated database differ in, one line each; empty is well."""
    return _on_database(url, lambda connection: _differences(connection, metadata, versions))


def check_migrations(metadata: MetaData = program_tables, versions: Path | None = None) -> list[str]:
    """`check` on an empty SQLite database that ran all migrations: did somebody forget `make migration`?"""
    with tempfile.TemporaryDirectory() as directory:
        url = f"sqlite:///{directory}/twinspace.db"
        upgrade(url, versions=versions)
        return check(url, metadata, versions)


def revision(message: str, metadata: MetaData = program_tables, versions: Path | None = None) -> Path:
    """Writes the next migration: what the tables in the code have more or less than the migrations so far."""
    config = _config(versions)
    number = f"{len(list(ScriptDirectory.from_config(config).walk_revisions())) + 1:04d}"
    with tempfile.TemporaryDirectory() as directory:
        url = f"sqlite:///{directory}/twinspace.db"
        upgrade(url, versions=versions)

        def write(connection: Connection) -> Path:
            _give(config, connection, metadata)
            script = command.revision(config, message, autogenerate=True, rev_id=number)
            if script is None or isinstance(script, list):
                raise RuntimeError("Alembic wrote no single migration.")
            return Path(script.path)

        return _on_database(url, write)


def _config(versions: Path | None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_HERE).replace("%", "%%"))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.set_main_option("path_separator", "os")
    config.set_main_option("version_locations", str(versions or _HERE / "versions").replace("%", "%%"))
    return config


def _give(config: Config, connection: Connection, metadata: MetaData, after_step: Callable[..., None] | None = None) -> None:
    config.attributes["connection"] = connection
    config.attributes["metadata"] = metadata
    config.attributes["after_step"] = after_step


def _state(connection: Connection, config: Config) -> State:
    script = ScriptDirectory.from_config(config)
    current = MigrationContext.configure(connection).get_current_revision()
    connection.rollback()
    if current is not None:
        try:
            script.get_revision(current)
        except CommandError as error:
            raise CannotStart(
                f"The database was written by a newer TwinSpace (its revision is {current}). Install that version, or restore a backup."
            ) from error
    return State(current, script.get_current_head())


def _run(connection: Connection, config: Config, goal: str, after: After | None) -> None:
    def after_step(*, ctx: MigrationContext, **_: Any) -> None:
        # Still inside the step's transaction: a violation undoes it.
        if ctx.connection is not None and ctx.connection.dialect.name == "sqlite":
            broken = {row[0] for row in ctx.connection.execute(text("PRAGMA foreign_key_check"))}
            if broken:
                raise CannotStart(f"A migration would have broken what {', '.join(sorted(broken))} point to; nothing was changed by it.")

    _give(config, connection, program_tables, after_step)
    command.upgrade(config, goal)
    fulltext.prepare(connection)
    if after is not None:
        after(connection)
    connection.commit()


def _upgrade_postgres(connection: Connection, config: Config, goal: str | None, after: After | None) -> None:
    if goal is None:
        return
    connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": _PG_LOCK})
    connection.commit()
    try:
        if _state(connection, config).current != goal:
            _run(connection, config, goal, after)
    finally:
        connection.rollback()
        connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": _PG_LOCK})
        connection.commit()


def _differences(connection: Connection, metadata: MetaData, versions: Path | None) -> list[str]:
    found = _state(connection, _config(versions))
    if not found.is_newest:
        return [f"the database is at {found.current}, the program at {found.head}"]
    context = MigrationContext.configure(
        connection, opts={"compare_type": True, "include_name": lambda name, _type, _parents: not fulltext.ours(name)}
    )
    differences = autogenerate.compare_metadata(context, metadata)
    connection.rollback()
    return [repr(difference) for difference in differences]


def _on_database(url: str, fn: Callable[[Connection], T]) -> T:
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return _on_sqlite(parsed, fn)
    answer: T = asyncio.run(greenlet_spawn(_on_postgres, parsed.set(drivername="postgresql+asyncpg"), fn))
    return answer


def _on_sqlite(url: URL, fn: Callable[[Connection], T]) -> T:
    engine = create_engine(
        url.set(drivername="sqlite+pysqlite"),
        poolclass=NullPool,
        hide_parameters=True,
        connect_args={"isolation_level": None, "timeout": 10},
    )

    @event.listens_for(engine, "connect")
    def _prepare(raw: DBAPIConnection, _record: object) -> None:
        cursor = raw.cursor()
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=OFF", "busy_timeout=10000"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    try:
        with engine.connect() as connection:
            return fn(connection)
    finally:
        engine.dispose()


def _on_postgres(url: URL, fn: Callable[[Connection], T]) -> T:
    engine = create_engine(url, poolclass=NullPool, hide_parameters=True, connect_args={"timeout": 10})
    try:
        opened = engine.connect()
    except Exception as error:
        raise CannotStart(f"The database {url.database} at {url.host} can't be reached: {error}.") from error
    with opened:
        return fn(opened)
