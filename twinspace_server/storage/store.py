"""What a store promises, whichever database stands behind it.

`sqlite.py` and `postgres.py` keep the promise; the dispatcher, jobs, presence and the seed write through it with units of
work. Nothing here knows a subject (spaces, rooms, people). A unit's `run` must never commit, sleep, or touch the network:
on SQLite it holds the only writer, on PostgreSQL the event loop.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy import Connection, CursorResult, Executable
from sqlalchemy.engine import Dialect

T = TypeVar("T")

Params = Mapping[str, Any]
"""Values for a statement's bind names: text, whole numbers and None only."""


class CannotStart(Exception):
    """The server must not start; the message is one sentence for the person at the console."""


class Lock(Enum):
    """How a unit holds a lock: many may hold it shared, one holds it exclusively, and the queue is fair."""

    NONE = 0
    SHARED = 1
    EXCLUSIVE = 2


@dataclass(slots=True)
class Unit(Generic[T]):
    """One unit of work: what `run` writes is committed as a whole or not at all.

    `space` names the lane (units of one lane share a transaction and its commit) and the law lock. An exception out of `run`
    undoes this unit alone and is raised to the caller. `run` may be called again after a rollback (PostgreSQL), so it must
    change nothing but the database and its `Db`.
    """

    space: str
    run: Callable[["Db"], T]
    law: Lock = Lock.SHARED
    person: str | None = None
    person_lock: Lock = Lock.SHARED


class Db:
    """One unit's, or one reader's, way to the database; only valid while its `run` lasts.

    Hot statements go through `fetch` (see `hot.Hot`), rare ones through `execute`.
    """

    __slots__ = ("_connection", "_now", "broken", "committed", "dialect", "statements", "wakes", "wrote")

    def __init__(self, connection: Connection, dialect: Dialect) -> None:
        self._connection = connection
        self._now: int | None = None
        self.dialect = dialect
        self.committed: list[Any] = []
        """What `Store.on_commit` is handed after the commit, in this order."""
        self.wakes: set[str] | None = None
        self.wrote = False
        """Something that is not a SELECT was sent."""
        self.broken = False
        """A statement failed: PostgreSQL takes no more in this transaction."""
        self.statements = 0

    @property
    def connection(self) -> Connection:
        """The Core connection itself. Whoever takes it may write unseen, so this counts as having written."""
        self.wrote = True
        return self._connection

    def execute(self, statement: Executable, params: Params | None = None) -> CursorResult[*tuple[Any, ...]]:
        """Runs a rare statement through Core (some 20 µs dearer than `Hot`; expanding IN and any column type work)."""
        self.statements += 1
        if not getattr(statement, "is_select", False):
            self.wrote = True
        try:
            return self._connection.execute(statement, dict(params) if params is not None else None)
        except Exception:
            self.broken = True
            raise

    def fetch(self, sql: str, values: tuple[Any, ...]) -> list[tuple[Any, ...]]:
        """Runs the driver's own SQL; for `Hot`, which marks `wrote`. All rows, `[]` when there are none to give."""
        raise NotImplementedError

    def put_off(self, sql: str, values: tuple[Any, ...]) -> None:
        """For `Hot.put_off`: at the latest before the commit, the driver's own SQL is run."""
        self.fetch(sql, values)

    def now(self) -> int:
        """The present moment by the database's clock, in milliseconds since 1970; never runs backwards within a unit."""
        moment = self._clock()
        if self._now is None or moment > self._now:
            self._now = moment
        return self._now

    def _clock(self) -> int:
        return time.time_ns() // 1_000_000

    def wake(self, name: str) -> None:
        """After the commit, in this process, calls `Store.wakes[name]` (jobs use it)."""
        if self.wakes is None:
            self.wakes = set()
        self.wakes.add(name)


class Store(Protocol):
    """A database that takes units of work and answers readers."""

    name: str
    """`sqlite` or `postgresql`."""
    on_commit: Callable[[list[Any]], None]
    """Set by the hub. Called in the loop's thread, once a commit, with the entries of all its units in the order in which
    they were committed, before any of those units is answered."""
    wakes: dict[str, Callable[[], None]]
    """By the name given to `Db.wake`; called in the loop's thread after `on_commit`."""
    statements: int
    """Statements sent by units and readers since the start (transaction control not counted)."""

    async def start(self) -> None:
        """Opens the database; raises `CannotStart` with a sentence."""
        ...

    async def close(self) -> None:
        """Takes nothing new (`errors.Unavailable`), finishes what was taken, closes."""
        ...

    async def write(self, unit: Unit[T]) -> T:
        """Commits the unit and answers what `run` returned.

        A cancelled caller changes nothing for the unit: it is run and committed. `errors.Unavailable` means that the commit
        was not confirmed: with a lost connection it may yet have happened, so callers send again with the same key.
        """
        ...

    async def read(self, fn: Callable[[Db], T]) -> T:
        """Calls `fn` in one read transaction: everything it reads is of one moment, and it can't write."""
        ...

    async def ready(self) -> bool:
        """The database answers now."""
        ...

    async def scour(self) -> None:
        """Leave nothing in the database's files of what was deleted or written over. It may hold writers up for a moment."""
        ...

    async def identity(self) -> str:
        """Which database this is, in letters, digits and dots: the same in all its processes, another for every other database."""
        ...
