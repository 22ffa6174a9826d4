"""Units that wait for their commit, and how they are answered after it; shared by both stores, used by nobody else.

The order is the promise of `Store.on_commit`: first the hub hears what was committed, then sleepers are woken, then the
callers get their answers. It runs in the loop's thread only.
"""

import asyncio
import logging
from collections.abc import Callable
from typing import Any, NamedTuple

from .. import errors
from .store import Db, Unit

log = logging.getLogger(__name__)


class Waiting(NamedTuple):
    """A unit and the future of whoever wrote it."""

    unit: Unit[Any]
    future: "asyncio.Future[Any]"


class Outcome:
    """What came of units that shared a commit; `rest` was rolled back and must be run one by one."""

    __slots__ = ("_answers", "entries", "rest", "wakes")

    def __init__(self) -> None:
        self._answers: list[tuple[asyncio.Future[Any], Any, BaseException | None]] = []
        self.entries: list[Any] = []
        self.wakes: set[str] = set()
        self.rest: list[Waiting] = []

    def done(self, waiting: Waiting, value: Any, db: Db) -> None:
        """The unit's writes are in the transaction that is about to be committed."""
        self._answers.append((waiting.future, value, None))
        self.entries += db.committed
        if db.wakes:
            self.wakes |= db.wakes

    def refused(self, waiting: Waiting, error: BaseException) -> None:
        """The unit wrote nothing, or what it wrote was undone."""
        self._answers.append((waiting.future, None, error))

    def only_refusals(self, group: list[Waiting]) -> "Outcome":
        """After a rollback: refusals stand, everybody else of the group must be run again."""
        outcome = Outcome()
        outcome._answers = [answer for answer in self._answers if answer[2] is not None]
        refused = {id(future) for future, _, _ in outcome._answers}
        outcome.rest = [waiting for waiting in group if id(waiting.future) not in refused]
        return outcome

    def tell(self, on_commit: Callable[[list[Any]], None], wakes: dict[str, Callable[[], None]]) -> None:
        """Called in the loop's thread after the commit; whatever `on_commit` does, everybody is answered."""
        try:
            if self.entries:
                on_commit(self.entries)
            for name in self.wakes:
                if name in wakes:
                    wakes[name]()
        except Exception:
            log.exception("on_commit failed")
        for future, value, error in self._answers:
            resolve(future, value, error)


def all_unavailable(group: list[Waiting], cause: BaseException | None) -> Outcome:
    """Nobody's unit is known to be committed."""
    outcome = Outcome()
    for waiting in group:
        outcome.refused(waiting, unavailable(cause))
    return outcome


def unavailable(cause: BaseException | None) -> errors.Unavailable:
    """Each caller gets an error of its own, because raising one adds to its traceback."""
    error = errors.Unavailable()
    error.__cause__ = cause
    return error


def resolve(future: "asyncio.Future[Any]", value: Any, error: BaseException | None) -> None:
    """Answers a future unless its caller has gone."""
    if future.done():
        return
    if error is None:
        future.set_result(value)
    elif isinstance(error, StopIteration):
        future.set_exception(RuntimeError("StopIteration came out of a unit"))
    else:
        future.set_exception(error)
