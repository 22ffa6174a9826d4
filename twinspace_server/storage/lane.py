"""A lane: the waiting units of one space on PostgreSQL, and how a batch of them becomes one transaction.

`postgres.py` keeps a lane per space that has work. A busy space then waits for the disk once a batch, not once a unit. All
locks of a batch are taken up front (the law's, then the persons' in the order of their keys), in statements of their own: a
statement that waited for a lock would read from a moment before it. Units that hold a lock exclusively run alone, and before
the lane's next batch. There are no savepoints: a refusal before the first write needs none; after it, all is rolled back and
the units are run one by one.
"""

import time
from collections import deque
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.engine import Dialect
from sqlalchemy.util import await_

from .answers import Outcome, Waiting
from .asyncpg_errors import as_core, is_lost
from .store import Db, Lock, Unit

BATCH = 64
"""Units in one transaction at most: an exclusive unit of another process waits for one batch of each process."""


class Lost(Exception):
    """The connection broke before COMMIT was sent: nothing was done."""


class Unsure(Exception):
    """The connection broke while COMMIT was under way: nobody knows."""


class Transaction:
    """What the units of one transaction share: the database's clock, and the writes that are put off to its end."""

    __slots__ = ("_asked", "_base", "driver", "put_off")

    def __init__(self, driver: Any) -> None:
        self.driver = driver
        self.put_off: dict[str, list[tuple[Any, ...]]] = {}
        self._base: int | None = None
        self._asked = 0.0

    def clock(self) -> int:
        """Asks the server once, then is carried on by this machine's steady clock."""
        if self._base is None:
            asked = await_(self.driver.fetchval("SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint"))
            self._base, self._asked = int(asked), time.monotonic()
        return self._base + int((time.monotonic() - self._asked) * 1000)

    def write_put_off(self) -> None:
        """One message to the server for each statement, however many units put it off."""
        for sql, rows in self.put_off.items():
            try:
                if len(rows) == 1:
                    await_(self.driver.fetch(sql, *rows[0]))
                else:
                    await_(self.driver.executemany(sql, rows))
            except Exception as error:
                raise as_core(sql, error) from error
        self.put_off.clear()

    def rollback(self) -> None:
        """Raises `Lost` when not even that works."""
        try:
            await_(self.driver.execute("ROLLBACK"))
        except Exception as error:
            raise Lost from error


class PostgresDb(Db):
    """Runs in the loop's thread inside a greenlet; each statement is one round trip."""

    __slots__ = ("_transaction",)

    def __init__(self, connection: Connection, dialect: Dialect, transaction: Transaction) -> None:
        super().__init__(connection, dialect)
        self._transaction = transaction

    def fetch(self, sql: str, values: tuple[Any, ...]) -> list[tuple[Any, ...]]:
        """See `Db.fetch`."""
        try:
            rows = await_(self._transaction.driver.fetch(sql, *values))
        except Exception as error:
            self.broken = True
            raise as_core(sql, error) from error
        return [tuple(row) for row in rows]

    def put_off(self, sql: str, values: tuple[Any, ...]) -> None:
        """See `Db.put_off`."""
        self._transaction.put_off.setdefault(sql, []).append(values)

    def _clock(self) -> int:
        return self._transaction.clock()


class Lane:
    """Exclusive units go first, but never two in a row while others wait."""

    __slots__ = ("_alone", "_shared", "_was_alone")

    def __init__(self) -> None:
        self._alone: deque[Waiting] = deque()
        self._shared: deque[Waiting] = deque()
        self._was_alone = False

    def add(self, waiting: Waiting) -> None:
        """At the end of its queue."""
        (self._alone if _runs_alone(waiting.unit) else self._shared).append(waiting)

    def next(self) -> list[Waiting]:
        """The next batch; empty when nothing waits."""
        if self._alone and not (self._was_alone and self._shared):
            self._was_alone = True
            return [self._alone.popleft()]
        self._was_alone = False
        return [self._shared.popleft() for _ in range(min(BATCH, len(self._shared)))]


def run_batch(connection: Connection, batch: list[Waiting]) -> tuple[Outcome, int]:
    """One transaction: its outcome and the number of statements.

    Raises only when nothing was committed and all is rolled back; `Lost` and `Unsure` leave a connection to throw away.
    """
    transaction = Transaction(connection.connection.driver_connection)
    try:
        return _run_and_commit(connection, transaction, batch)
    finally:
        if connection.in_transaction():
            # Core only believes to be in one; the driver's has ended.
            connection.rollback()


def _run_and_commit(connection: Connection, transaction: Transaction, batch: list[Waiting]) -> tuple[Outcome, int]:
    driver = transaction.driver
    committing = False
    try:
        await_(driver.execute(_begin(batch)))
        outcome, statements = _run_units(connection, transaction, batch)
        if outcome.rest:
            transaction.rollback()
            return outcome, statements
        try:
            transaction.write_put_off()
            committing = True
            if await_(driver.execute("COMMIT")) != "COMMIT":
                raise RuntimeError("PostgreSQL rolled back instead of committing, because a failed statement was passed over.")
        except Exception as error:
            if is_lost(driver, error):
                raise
            if len(batch) == 1:
                raise as_core("COMMIT", error) from error
            # What fails this late (a write that was put off, a deferred constraint) names no unit: find it one by one.
            if not committing:
                transaction.rollback()
            return outcome.only_refusals(batch), statements
    except Lost:
        raise
    except Exception as error:
        if is_lost(driver, error):
            raise (Unsure if committing else Lost) from error
        if not committing:
            transaction.rollback()
        raise
    return outcome, statements


def _run_units(connection: Connection, transaction: Transaction, batch: list[Waiting]) -> tuple[Outcome, int]:
    """Runs the units up to the first that can't be undone alone; then `rest` names those to be run again."""
    outcome = Outcome()
    statements = 0
    for waiting in batch:
        db = PostgresDb(connection, connection.dialect, transaction)
        try:
            value = waiting.unit.run(db)
            if db.broken:
                raise RuntimeError("A unit went on after a failed statement; PostgreSQL refuses all that follows.")
        except Exception as error:
            if len(batch) == 1 or is_lost(transaction.driver, error):
                raise
            if db.wrote or db.broken:
                return outcome.only_refusals(batch), statements
            outcome.refused(waiting, error)
        else:
            outcome.done(waiting, value, db)
        finally:
            statements += db.statements
    return outcome, statements


def _runs_alone(unit: Unit[Any]) -> bool:
    return unit.law is Lock.EXCLUSIVE or (unit.person is not None and unit.person_lock is Lock.EXCLUSIVE)


@lru_cache(65536)
def lock_key(kind: str, name: str) -> int:
    """The 64-bit advisory lock of a space's law or a person. Sorting by it orders the locks, even if two names share one."""
    return int.from_bytes(blake2b(f"{kind}:{name}".encode(), digest_size=8).digest(), signed=True)


def _begin(batch: list[Waiting]) -> str:
    """BEGIN and all the batch's locks, one statement each, in one message to the server."""
    sql = ["BEGIN ISOLATION LEVEL READ COMMITTED"]
    laws = {waiting.unit.law for waiting in batch}
    if laws != {Lock.NONE}:
        sql.append(_take(Lock.EXCLUSIVE if Lock.EXCLUSIVE in laws else Lock.SHARED, lock_key("law", batch[0].unit.space)))
    persons = {
        lock_key("person", unit.person): unit.person_lock
        for unit, _ in batch
        if unit.person is not None and unit.person_lock is not Lock.NONE
    }
    sql += [_take(persons[key], key) for key in sorted(persons)]
    return "; ".join(sql)


def _take(lock: Lock, key: int) -> str:
    return f"SELECT pg_advisory_xact_lock{'' if lock is Lock.EXCLUSIVE else '_shared'}({key})"
