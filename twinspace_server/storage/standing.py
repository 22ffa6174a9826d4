"""Where a database stands among the migrations, asked without Alembic: an ordinary start need not load it.

The command line asks before each start; anything but a plain "at the newest" is left to `migrate`, which knows what to say.
"""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import URL, create_engine, make_url
from sqlalchemy.pool import NullPool
from sqlalchemy.util import greenlet_spawn

from .lockfile import LockFile

VERSIONS = Path(__file__).parent / "migrations" / "versions"
_ASK = "SELECT version_num FROM alembic_version"


def is_newest(url: str) -> bool:
    """Whether the database is there and at the newest revision (revisions are numbered files: `0001_first.py`).

    Raises `CannotStart` with a sentence when a running server has the directory of a SQLite file.
    """
    parsed = make_url(url)
    newest = max(path.name.partition("_")[0] for path in VERSIONS.glob("[0-9]*_*.py"))
    if parsed.get_backend_name() == "sqlite":
        return _on_sqlite(parsed) == [(newest,)]
    found: list[tuple[str]] = asyncio.run(greenlet_spawn(_on_postgres, parsed))
    return found == [(newest,)]


def _on_sqlite(url: URL) -> list[tuple[str]]:
    file = url.database
    if not file or not Path(file).is_file():
        return []
    lock = LockFile(Path(file).absolute().parent)
    lock.take()
    lock.release()
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=5)) as connection:
            return connection.execute(_ASK).fetchall()
    except sqlite3.Error:
        return []


def _on_postgres(url: URL) -> list[tuple[str]]:
    try:
        engine = create_engine(url.set(drivername="postgresql+asyncpg"), poolclass=NullPool, connect_args={"timeout": 10})
        with engine.connect() as connection:
            return [(row[0],) for row in connection.exec_driver_sql(_ASK)]
    except Exception:  # not reached, not founded, no driver: `migrate` meets it again
        return []
