"""The store on PostgreSQL: a lane per space (`lane.py`), fair locks, several processes side by side.

`open_store` makes it. Transactions are steered on the driver's own connection; Core's is kept in autocommit and only carries
rare statements. Units and readers run in the loop's thread, so they must be short; the database does its part meanwhile.
"""

import asyncio
import logging
from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine
from sqlalchemy.pool import NullPool
from sqlalchemy.util import await_, greenlet_spawn

from .. import errors
from .answers import Outcome, Waiting, all_unavailable, unavailable
from .asyncpg_errors import in_words, is_in_the_way, is_lost, is_outside
from .lane import Lane, Lost, PostgresDb, Transaction, Unsure, run_batch
from .pool import Pool
from .store import CannotStart, Db, Unit

T = TypeVar("T")

log = logging.getLogger(__name__)

TRIES = 5
"""How often a unit is run when PostgreSQL says that it got in another's way."""
LOCK_SECONDS = 15
STATEMENT_SECONDS = 30


class PostgresStore:
    """See `store.Store`. Any number of processes may use one database."""

    name = "postgresql"

    def __init__(self, url: URL, *, pool: int = 8) -> None:
        self.url = url.set(drivername="postgresql+asyncpg")
        self.on_commit: Callable[[list[Any]], None] = lambda entries: None
        self.wakes: dict[str, Callable[[], None]] = {}
        self.statements = 0
        self._pool = pool
        self._lanes: dict[str, Lane] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._open = False
        self._writers: Pool
        self._readers: Pool
        self._loop: asyncio.AbstractEventLoop

    async def start(self) -> None:
        """Connects once and looks at what the server promises."""
        self._loop = asyncio.get_running_loop()
        settings = await greenlet_spawn(_look_at, self.url)
        self._writers = Pool(_engine(self.url, "twinspace writer", settings), self._pool)
        self._readers = Pool(_engine(self.url, "twinspace reader", settings), self._pool)
        self._open = True

    async def close(self) -> None:
        """Commits what waits, closes all connections."""
        if not self._open:
            return
        self._open = False
        while self._tasks:
            await asyncio.wait(self._tasks)
        await self._writers.close()
        await self._readers.close()

    async def write(self, unit: Unit[T]) -> T:
        """See `Store.write`. The unit belongs to its lane's task at once; nothing the caller does takes it back."""
        if not self._open:
            raise errors.Unavailable()
        future: asyncio.Future[T] = self._loop.create_future()
        lane = self._lanes.get(unit.space)
        if lane is None:
            lane = self._lanes[unit.space] = Lane()
            lane.add(Waiting(unit, future))
            task = self._loop.create_task(self._drain(unit.space, lane))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        else:
            lane.add(Waiting(unit, future))
        return await future

    async def read(self, fn: Callable[[Db], T]) -> T:
        """See `Store.read`. After a lost connection `fn` is called once more on a fresh one."""
        if not self._open:
            raise errors.Unavailable()
        try:
            return await self._read_once(fn)
        except Lost:
            await self._readers.drop_idle()
        try:
            return await self._read_once(fn)
        except Lost as lost:
            raise unavailable(lost.__cause__) from lost

    async def ready(self) -> bool:
        """A reader answers."""
        try:
            await self.read(lambda db: db.fetch("SELECT 1", ()))
        except Exception:
            return False
        return True

    async def identity(self) -> str:
        """The server's own number, which tells it from every other in the world, and the database's number on it."""
        rows = await self.read(
            lambda db: db.fetch(
                "SELECT system_identifier::text, (SELECT oid::text FROM pg_database WHERE datname = current_database())"
                " FROM pg_control_system()",
                (),
            )
        )
        return ".".join(rows[0])

    # --- readers ---

    async def _read_once(self, fn: Callable[[Db], T]) -> T:
        try:
            connection = await self._readers.take()
        except Exception as error:
            raise unavailable(error) from error
        try:
            answer: T = await greenlet_spawn(self._read, connection, fn)
        except Exception as error:
            if isinstance(error, Lost):
                await self._readers.drop(connection)
                raise
            self._readers.give(connection)
            if is_outside(error):
                raise unavailable(error) from error
            raise
        except BaseException:
            # Cancelled in the middle of a statement: the connection's state is not known.
            await self._readers.drop(connection)
            raise
        self._readers.give(connection)
        return answer

    def _read(self, connection: Connection, fn: Callable[[Db], T]) -> T:
        transaction = Transaction(connection.connection.driver_connection)
        db = PostgresDb(connection, connection.dialect, transaction)
        try:
            await_(transaction.driver.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"))
            answer = fn(db)
        except Exception as error:
            if is_lost(transaction.driver, error):
                raise Lost from error
            transaction.rollback()
            if db.wrote:
                raise RuntimeError("A reader tried to write.") from error
            raise
        finally:
            self.statements += db.statements
            if connection.in_transaction():
                connection.rollback()
        transaction.rollback()
        return answer

    async def scour(self) -> None:
        """See `Store.scour`: rows that nobody can read any more leave their pages. Nobody waits for it."""
        connection = await self._readers.take()
        try:
            driver: Any = connection.connection.driver_connection
            await driver.execute("VACUUM")
        except BaseException:
            await self._readers.drop(connection)
            raise
        self._readers.give(connection)

    # --- lanes ---

    async def _drain(self, space: str, lane: Lane) -> None:
        try:
            while batch := lane.next():
                await self._commit(batch)
        finally:
            del self._lanes[space]

    async def _commit(self, batch: list[Waiting]) -> None:
        """Runs and commits the units, and answers every one of them whatever happens."""
        try:
            outcome = await self._attempt(batch)
        except BaseException as error:
            if isinstance(error, (Lost, Unsure)) or is_outside(error):
                cause = error.__cause__ if isinstance(error, (Lost, Unsure)) else error
                log.error("the database can't take anything now: %s", in_words(cause))
                outcome = all_unavailable(batch, cause)
            else:
                outcome = Outcome()
                for waiting in batch:
                    outcome.refused(waiting, error)
            if not isinstance(error, Exception):
                outcome.tell(self.on_commit, self.wakes)
                raise
        outcome.tell(self.on_commit, self.wakes)
        for waiting in outcome.rest:
            await self._commit([waiting])

    async def _attempt(self, batch: list[Waiting]) -> Outcome:
        """Tries again what was certainly not committed: once after a lost connection, some times after a deadlock."""
        tries = 0
        was_lost = False
        while True:
            connection = await self._writers.take()
            try:
                outcome, statements = await greenlet_spawn(run_batch, connection, batch)
            except (Lost, Unsure) as error:
                await self._writers.drop(connection)
                await self._writers.drop_idle()
                if was_lost or isinstance(error, Unsure):
                    raise
                was_lost = True
            except Exception as error:
                self._writers.give(connection)
                tries += 1
                if tries >= TRIES or not is_in_the_way(error):
                    raise
                await asyncio.sleep(0.005 * 2**tries)
            except BaseException:
                await self._writers.drop(connection)
                raise
            else:
                self._writers.give(connection)
                self.statements += statements
                return outcome


def _look_at(url: URL) -> dict[str, str]:
    """The settings that our sessions need on this server; raises `CannotStart` when it is not fit."""
    try:
        with _engine(url, "twinspace start", {}).connect() as connection:
            row = connection.exec_driver_sql(
                "SELECT current_setting('server_encoding'), current_setting('server_version_num'),"
                " current_setting('synchronous_commit'), current_setting('fsync')"
            ).one()
    except Exception as error:
        raise CannotStart(f"The database {url.database} at {url.host} can't be reached: {in_words(error)}.") from error
    encoding, version, synced, fsync = (str(value) for value in row)
    if encoding != "UTF8":
        raise CannotStart(f"The database {url.database} has the encoding {encoding}; it must be made with UTF8.")
    if int(version) < 130000:
        raise CannotStart(f"PostgreSQL {int(version) // 10000} is too old; 13 or newer is needed.")
    if fsync == "off":
        log.warning("the PostgreSQL server runs with fsync=off: a power cut may lose or damage what was acknowledged")
    return {"synchronous_commit": "on"} if synced == "off" else {}


def _engine(url: URL, name: str, settings: dict[str, str]) -> Engine:
    return create_engine(
        url,
        poolclass=NullPool,
        hide_parameters=True,
        isolation_level="AUTOCOMMIT",
        connect_args={
            "timeout": 10,
            "command_timeout": STATEMENT_SECONDS + LOCK_SECONDS,
            "statement_cache_size": 512,
            "max_cached_statement_lifetime": 0,
            "server_settings": {
                "application_name": name,
                "jit": "off",
                "lock_timeout": str(LOCK_SECONDS * 1000),
                "statement_timeout": str(STATEMENT_SECONDS * 1000),
                # A process that hangs in a unit must not hold a space's locks for ever.
                "idle_in_transaction_session_timeout": str(STATEMENT_SECONDS * 1000),
                **settings,
            },
        },
    )
