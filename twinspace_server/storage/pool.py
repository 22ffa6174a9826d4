"""A few database connections that stay open and are lent one at a time, the one used last first.

The stores lend from it; SQLAlchemy's own pool costs more than a short read (it opens, resets and wraps at every loan).
It never looks at a connection: whoever borrowed it gives it back clean or drops it. The connections are Core's plain ones
over an asynchronous driver, used inside `greenlet_spawn`. SQLAlchemy's asyncio extension does just that, too, but brings the
ORM, which costs a start a tenth of a second and nobody here uses.
"""

import asyncio
from collections import deque

from sqlalchemy import Connection, Engine
from sqlalchemy.util import greenlet_spawn


class Pool:
    """At most `size` connections of an engine (made with NullPool); who waits is served in order of arrival."""

    def __init__(self, engine: Engine, size: int) -> None:
        self._engine = engine
        self._size = size
        self._free = asyncio.Semaphore(size)
        self._idle: deque[Connection] = deque()

    async def take(self) -> Connection:
        """An open connection; raises what the driver raises when none can be opened."""
        await self._free.acquire()
        if self._idle:
            return self._idle.pop()
        try:
            connection: Connection = await greenlet_spawn(self._engine.connect)
            return connection
        except BaseException:
            self._free.release()
            raise

    def give(self, connection: Connection) -> None:
        """Takes back a connection without an open transaction."""
        self._idle.append(connection)
        self._free.release()

    async def drop(self, connection: Connection) -> None:
        """Throws away a connection that is broken, or whose state is not known."""
        try:
            await greenlet_spawn(connection.invalidate)
            await greenlet_spawn(connection.close)
        finally:
            self._free.release()

    async def drop_idle(self) -> None:
        """After one connection was lost the others mostly are, too (the database restarted)."""
        while self._idle:
            connection = self._idle.pop()
            await greenlet_spawn(connection.invalidate)
            await greenlet_spawn(connection.close)

    async def close(self) -> None:
        """Waits for all loans to come back and closes them."""
        for _ in range(self._size):
            await self._free.acquire()
        while self._idle:
            await greenlet_spawn(self._idle.pop().close)
        await greenlet_spawn(self._engine.dispose)
