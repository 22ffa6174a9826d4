"""What asyncpg's errors mean to a store: the connection is gone, try again, the machine's fault, a broken constraint.

`postgres.py`, `lane.py` and the broker on PostgreSQL ask here; nobody else knows asyncpg's names.
"""

from typing import Any

import asyncpg  # type: ignore[import-untyped]
from sqlalchemy.exc import DBAPIError, IntegrityError

_HUNG_UP = (
    ConnectionError,
    TimeoutError,
    asyncpg.PostgresConnectionError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.IdleInTransactionSessionTimeoutError,
)
_IN_THE_WAY = (
    asyncpg.SerializationError,
    asyncpg.DeadlockDetectedError,
    asyncpg.InvalidCachedStatementError,
    asyncpg.OutdatedSchemaCacheError,
)
_OUTSIDE = (
    OSError,
    TimeoutError,
    asyncpg.PostgresConnectionError,
    asyncpg.InsufficientResourcesError,
    asyncpg.OperatorInterventionError,
    asyncpg.PostgresSystemError,
    asyncpg.LockNotAvailableError,
    asyncpg.ReadOnlySQLTransactionError,
)


def driver_error(error: BaseException) -> BaseException:
    """asyncpg's own error, also when Core has wrapped it (a DBAPIError, whose `orig` is an adapter's error caused by it)."""
    if isinstance(error, DBAPIError) and error.orig is not None:
        return error.orig.__cause__ or error.orig
    return error


def is_lost(driver: Any, error: BaseException) -> bool:
    """The session is over, even when the socket doesn't know it yet."""
    return bool(driver.is_closed()) or isinstance(driver_error(error), _HUNG_UP)


def is_in_the_way(error: BaseException) -> bool:
    """Two transactions met (or the tables were changed meanwhile): the same again will most likely work."""
    return isinstance(driver_error(error), _IN_THE_WAY)


def is_outside(error: BaseException) -> bool:
    """The machine's or the network's fault, not the statement's: the caller may try again."""
    return isinstance(driver_error(error), _OUTSIDE)


def in_words(error: BaseException | None) -> str:
    """For the log and the console: the server's own sentence."""
    return "nothing more is known" if error is None else str(driver_error(error)).rstrip(".") or type(error).__name__


def as_core(sql: str, error: Exception) -> Exception:
    """Broken constraints look the same from `Hot` and from Core, on both databases; the values stay out of the message."""
    if isinstance(error, asyncpg.IntegrityConstraintViolationError):
        return IntegrityError(sql, None, error, hide_parameters=True)
    return error
