"""The store on SQLite: one writer thread that commits in groups, readers beside it through aiosqlite.

`open_store` makes it. The writer takes all units that wait, runs them in one transaction, commits once and
answers all: the disk is synced once for a whole group. Durability is not negotiable here: WAL with `synchronous=FULL`, read
back at the start. The thread never touches the event loop but through one `call_soon_threadsafe` a commit.
"""

import asyncio
import logging
import secrets
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import Dialect
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.pool import NullPool
from sqlalchemy.util import await_, greenlet_spawn

from .. import errors
from .answers import Outcome, Waiting, all_unavailable, resolve, unavailable
from .lockfile import LockFile
from .pool import Pool
from .store import CannotStart, Db, Lock, Unit

T = TypeVar("T")

log = logging.getLogger(__name__)

GROUP = 256
"""Units in one commit at most: more would let the first of them wait for the last."""
BUSY_GROUP = 4
GATHER_SECONDS = 0.003
"""After a commit of so many units the next waits this long for company: fewer syncs, and fewer and larger writes to the readers."""
READERS = 4
_SCOUR = "scour"
BUSY_SECONDS = 10
_CACHED = 512
"""Statements that a connection keeps prepared."""

_OUTSIDE = frozenset(
    {
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_NOMEM,
    }
)
"""Primary result codes that are the machine's fault, not the statement's: the caller may try again."""


class _WriterDb(Db):
    __slots__ = ("_raw",)

    def __init__(self, connection: Connection, dialect: Dialect, raw: sqlite3.Connection) -> None:
        super().__init__(connection, dialect)
        self._raw = raw

    def fetch(self, sql: str, values: tuple[Any, ...]) -> list[tuple[Any, ...]]:
        try:
            return self._raw.execute(sql, values).fetchall()
        except Exception as error:
            self.broken = True
            raise _as_core(sql, error) from error


class _ReaderDb(Db):
    """A reader runs in the loop's thread inside a greenlet; each statement is one hop to aiosqlite's thread."""

    __slots__ = ("_driver",)

    def __init__(self, connection: Connection, dialect: Dialect, driver: Any) -> None:
        super().__init__(connection, dialect)
        self._driver = driver

    def fetch(self, sql: str, values: tuple[Any, ...]) -> list[tuple[Any, ...]]:
        try:
            rows: list[tuple[Any, ...]] = await_(self._driver.execute_fetchall(sql, values))
        except Exception as error:
            self.broken = True
            raise _as_core(sql, error) from error
        return rows


class SqliteStore:
    """See `store.Store`. One process only: a lock file in the directory refuses a second."""

    name = "sqlite"

    def __init__(self, url: URL) -> None:
        if not url.database or url.database == ":memory:":
            raise CannotStart("A SQLite store needs a file: sqlite:///DIR/twinspace.db.")
        self.path = Path(url.database).absolute()
        self.on_commit: Callable[[list[Any]], None] = lambda entries: None
        self.wakes: dict[str, Callable[[], None]] = {}
        self.statements = 0
        self._queue: SimpleQueue[Waiting | None] = SimpleQueue()
        self._scours: SimpleQueue[asyncio.Future[None]] = SimpleQueue()
        self._lock = LockFile(self.path.parent)
        self._open = False
        self._thread: threading.Thread | None = None
        self._engine: Engine | None = None
        self._connection: Connection
        self._raw: sqlite3.Connection
        self._readers: Pool
        self._loop: asyncio.AbstractEventLoop

    async def start(self) -> None:
        """Takes the lock file, opens the writer and checks that commits are synced."""
        self._loop = asyncio.get_running_loop()
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotStart(f"The data directory {self.path.parent} can't be made: {error.strerror}.") from error
        self._lock.take()
        started = self._loop.create_future()
        self._thread = threading.Thread(target=self._write_all, args=(started,), name="twinspace-writer", daemon=True)
        self._thread.start()
        try:
            await started
        except BaseException:
            self._lock.release()
            raise
        self._readers = Pool(_reader_engine(self.path), READERS)
        self._open = True

    async def close(self) -> None:
        """Commits what waits, stops the thread, lets go of the lock file."""
        if not self._open:
            return
        self._open = False
        self._queue.put(None)
        assert self._thread is not None
        await asyncio.to_thread(self._thread.join)
        await self._readers.close()
        self._lock.release()

    async def write(self, unit: Unit[T]) -> T:
        """See `Store.write`. The unit is in the thread's hands at once; nothing the caller does takes it back."""
        if not self._open:
            raise errors.Unavailable()
        future: asyncio.Future[T] = self._loop.create_future()
        self._queue.put(Waiting(unit, future))
        return await future

    async def read(self, fn: Callable[[Db], T]) -> T:
        """See `Store.read`: a deferred transaction, so its moment is that of its first statement."""
        if not self._open:
            raise errors.Unavailable()
        connection = await self._readers.take()
        try:
            answer: T = await greenlet_spawn(self._read, connection, fn)
        except Exception as error:
            if _is_outside(error):
                await self._readers.drop(connection)
                raise unavailable(error) from error
            self._readers.give(connection)
            raise
        except BaseException:
            # Cancelled in the middle of a statement: its thread may still be at work.
            await self._readers.drop(connection)
            raise
        self._readers.give(connection)
        return answer

    async def ready(self) -> bool:
        """A reader answers and the writer's thread lives."""
        if not self._open or self._thread is None or not self._thread.is_alive():
            return False
        try:
            await self.read(lambda db: db.fetch("SELECT 1", ()))
        except Exception:
            return False
        return True

    async def scour(self) -> None:
        """See `Store.scour`: the file is written anew, and the WAL emptied. Raises Unavailable while a reader is in its way."""
        asked: asyncio.Future[None] = self._loop.create_future()
        self._scours.put(asked)
        await self.write(Unit(_SCOUR, lambda db: None, law=Lock.NONE))  # so that the thread comes round
        await asked

    async def identity(self) -> str:
        """A new one for each start: no other process has the file open."""
        return secrets.token_hex(8)

    # --- readers, in the loop's thread ---

    def _read(self, connection: Connection, fn: Callable[[Db], T]) -> T:
        driver: Any = connection.connection.driver_connection
        if not driver.in_transaction:
            await_(driver.execute_fetchall("BEGIN"))
        db = _ReaderDb(connection, connection.dialect, driver)
        try:
            return fn(db)
        except Exception as error:
            if db.wrote:
                raise RuntimeError("A reader tried to write.") from error
            raise
        finally:
            self.statements += db.statements
            if connection.in_transaction():
                connection.rollback()
            # One hop ends this transaction (executescript commits first) and opens the next, which sees nothing before its
            # first statement.
            await_(driver.executescript("BEGIN"))

    # --- the writer's thread ---

    def _write_all(self, started: "asyncio.Future[None]") -> None:
        try:
            self._connect()
        except BaseException as error:
            self._call(resolve, started, None, error)
            return
        self._call(resolve, started, None, None)
        last = busy = False
        while not last:
            group: list[Waiting] = []
            taken = self._queue.get()
            if busy:
                time.sleep(GATHER_SECONDS)
            try:
                while taken is not None:
                    group.append(taken)
                    if len(group) >= GROUP:
                        break
                    taken = self._queue.get_nowait()
            except Empty:
                pass
            last = taken is None
            busy = len(group) >= BUSY_GROUP
            if group:
                self._commit(group)
                self._scour_if_asked()
        self._connection.close()
        assert self._engine is not None
        self._engine.dispose()

    def _connect(self) -> None:
        engine = self._engine = create_engine(
            f"sqlite+pysqlite:///{self.path}",
            poolclass=NullPool,
            hide_parameters=True,
            connect_args={"isolation_level": None, "timeout": BUSY_SECONDS, "cached_statements": _CACHED},
        )
        event.listen(engine, "connect", _prepare_writer)
        try:
            self._connection = engine.connect()
        except DBAPIError as error:
            raise CannotStart(f"The database file {self.path} can't be opened: {error.orig}.") from error
        raw = self._connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        self._raw = raw

    def _commit(self, group: list[Waiting]) -> None:
        """Runs and commits the units, and answers every one of them whatever happens."""
        try:
            outcome = self._run(group)
        except BaseException as error:
            if not _is_outside(error):
                log.exception("a group of %d units could not be committed", len(group))
            else:
                log.error("the database can't take anything now: %s", _driver_error(error))
            self._mend()
            outcome = all_unavailable(group, error)
        self._call(self._tell, outcome)
        for waiting in outcome.rest:
            self._commit([waiting])

    def _run(self, group: list[Waiting]) -> Outcome:
        """One transaction. Raises when all of it is lost, for the machine's fault or a bug of ours.

        A unit that fails after it has written takes the transaction with it: then the others are run again, one by one (`rest`).
        """
        execute = self._raw.execute
        dialect = self._connection.dialect
        outcome = Outcome()
        execute("BEGIN IMMEDIATE")
        for waiting in group:
            db = _WriterDb(self._connection, dialect, self._raw)
            try:
                value = waiting.unit.run(db)
                if db.broken:
                    raise RuntimeError("A unit went on after a failed statement; PostgreSQL would refuse all that follows.")
            except BaseException as error:
                if not self._raw.in_transaction:
                    # SQLite itself has rolled back all of it (disk full, I/O error): nothing of this group was done.
                    raise
                undone = db.wrote or db.broken
                if not undone or len(group) == 1:
                    outcome.refused(waiting, unavailable(error) if _is_outside(error) else error)
                if undone:
                    # A savepoint a unit would cost more than this ever does: most refusals come before the first write.
                    self._mend()
                    return outcome.only_refusals(group)
            else:
                outcome.done(waiting, value, db)
            self.statements += db.statements
        try:
            execute("COMMIT")
        except sqlite3.IntegrityError as error:
            # A deferred constraint names no unit: find the one at fault by committing each alone.
            self._mend()
            outcome = outcome.only_refusals(group)
            if len(group) == 1:
                outcome.rest.clear()
                outcome.refused(group[0], _as_core("COMMIT", error))
            return outcome
        if self._connection.in_transaction():
            self._connection.rollback()
        return outcome

    def _scour_if_asked(self) -> None:
        asked: list[asyncio.Future[None]] = []
        with suppress(Empty):
            while True:
                asked.append(self._scours.get_nowait())
        if not asked:
            return
        failure: BaseException | None = None
        try:
            self._raw.execute("VACUUM")
            # What the WAL still has of before would outlive what is in the file.
            if self._raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                failure = errors.Unavailable()
        except sqlite3.Error as error:
            log.warning("the database could not be written anew: %s", error)
            failure = unavailable(error)
        for one in asked:
            self._call(resolve, one, None, failure)

    def _mend(self) -> None:
        """Makes the connection usable again after a failed commit; opens a new one if it can't be."""
        try:
            if self._raw.in_transaction:
                self._raw.execute("ROLLBACK")
            if self._connection.in_transaction():
                self._connection.rollback()
        except Exception:
            log.exception("the writer's connection is opened anew")
            try:
                self._connection.invalidate()
                self._connection.close()
                assert self._engine is not None
                self._engine.dispose()
                self._connect()
            except Exception:
                log.exception("the writer's connection could not be opened anew")

    def _call(self, fn: Callable[..., None], *args: Any) -> None:
        try:
            self._loop.call_soon_threadsafe(fn, *args)
        except RuntimeError:
            log.warning("the event loop is closed, nobody is left to hear that units were committed")

    # --- back in the loop's thread ---

    def _tell(self, outcome: Outcome) -> None:
        outcome.tell(self.on_commit, self.wakes)


def _prepare_writer(raw: DBAPIConnection, _record: object) -> None:
    cursor = raw.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    # What is deleted is overwritten: else the words of somebody who was erased stay in the file's free pages.
    for pragma in ("synchronous=FULL", "foreign_keys=ON", "temp_store=MEMORY", "journal_size_limit=67108864", "secure_delete=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    for pragma, wanted in (("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)):
        found = cursor.execute(f"PRAGMA {pragma}").fetchone()
        if found is None or found[0] != wanted:
            raise CannotStart(f"The database can't be used safely here: SQLite answers {pragma}={found and found[0]} instead of {wanted}.")
    cursor.close()


def _reader_engine(path: Path) -> Engine:
    engine = create_engine(
        f"sqlite+aiosqlite:///{path}",
        poolclass=NullPool,
        hide_parameters=True,
        connect_args={"isolation_level": None, "timeout": BUSY_SECONDS, "cached_statements": _CACHED},
    )

    event.listen(engine, "connect", _prepare_reader)
    return engine


def _prepare_reader(raw: DBAPIConnection, _record: object) -> None:
    cursor = raw.cursor()
    for pragma in ("query_only=ON", "foreign_keys=ON", "temp_store=MEMORY"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _driver_error(error: BaseException) -> BaseException | None:
    return error.orig if isinstance(error, DBAPIError) else error


def _is_outside(error: BaseException) -> bool:
    """The machine failed (full disk, I/O, a lock held elsewhere), not the statement."""
    driver = _driver_error(error)
    return isinstance(driver, sqlite3.Error) and (getattr(driver, "sqlite_errorcode", None) or 0) & 0xFF in _OUTSIDE


def _as_core(sql: str, error: Exception) -> Exception:
    """Broken constraints look the same from `Hot` and from Core, on both databases; the values stay out of the message."""
    if isinstance(error, sqlite3.IntegrityError):
        return IntegrityError(sql, None, error, hide_parameters=True)
    return error
