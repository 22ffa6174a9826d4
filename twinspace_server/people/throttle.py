"""Guessing, held down in one place: passwords, codes, cards, invitations and links that are asked for (safety S12).

Only failures count, by what was tried (`tried_for`: a name, a card, a mail address), by where from, and overall. Kept are hashes alone.
Names that got in from an address before are exempt from the limits of addresses and of all: a whole school sits behind one. For them
count the failures from that address alone, so that nobody elsewhere shuts a class out by guessing at its names.
Whoever checks a secret calls `refuse` before the costly part and once more inside the unit, then `failed` or `succeeded`. Where the
unit of a right guess runs in another lane than that of a wrong one, the try is counted first (`begun`): else, of many at once, the right
one would overtake the wrong ones that ought to stop it.
"""

import hashlib
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, Column, Index, Table, Text, bindparam, delete, func, insert, or_, select, update

from twinspace_server import ids
from twinspace_server.errors import TooMany
from twinspace_server.storage.hot import Hot, upsert
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

HOUR_MS = 3_600_000
MET_MS = 90 * 24 * HOUR_MS
OPEN = "open "
"""Before the address of a try that is not decided yet: it counts for its name, and not against the school where it was made."""

failures = Table(
    "sign_in_failures",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name_mark", Text, nullable=False),
    Column("address_mark", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index("ix_sign_in_failures_name", "name_mark", "at"),
    Index("ix_sign_in_failures_address", "address_mark", "at"),
    Index("ix_sign_in_failures_at", "at"),
)

met = Table(
    "sign_in_addresses",
    metadata,
    Column("name_mark", Text, primary_key=True),
    Column("address_mark", Text, primary_key=True),
    Column("at", BigInteger, nullable=False),
)


class Try(NamedTuple):
    """Somebody tries something from somewhere; both are hashes. `row` is its own, once it is counted (`begun`)."""

    name_mark: str
    address_mark: str
    row: str = ""


def mark(text: str) -> str:
    """What is kept of a name or an address."""
    return hashlib.sha256(text.encode()).hexdigest()


def tried_for(name: str, address: str, kind: str = "") -> Try:
    """A try for a name, from an address. Another `kind` ("card", "reset", "invitation", "second") is counted apart by name.

    Failures of all kinds count together for the address and overall.
    """
    return Try(mark(f"{kind} {name}" if kind else name), mark(address))


def _of(*condition: Any) -> tuple[Any, Any]:
    """How many failures of the last hour there are, and when the oldest was."""
    recent = (failures.c.at > bindparam("since"), *condition)
    return select(func.count()).where(*recent).scalar_subquery(), select(func.min(failures.c.at)).where(*recent).scalar_subquery()


_NAME = failures.c.name_mark == bindparam("name_mark")
_COUNTED = Hot(
    select(
        *_of(_NAME),
        *_of(failures.c.address_mark == bindparam("address_mark")),
        *_of(),
        *_of(_NAME, or_(failures.c.address_mark == bindparam("address_mark"), failures.c.address_mark == bindparam("open_mark"))),
        select(func.count())
        .where(met.c.name_mark == bindparam("name_mark"), met.c.address_mark == bindparam("address_mark"))
        .scalar_subquery(),
    )
)
"""All that decides, in one statement: a flood of guesses asks it two hundred times a second, beside people who talk."""


def refuse(db: Db, settings: Any, tried: Try, now: int, *, most: int | None = None) -> None:
    """Go on only below the limits, else `too_many_tries` with the seconds to wait. `most` an hour for the name, unless settings say."""
    of_name, of_address, of_all, of_name_here, met_here = _counted(db, tried, now)
    own, most = bool(tried.row), most or settings.sign_in_tries_per_name

    def wait(counted: tuple[int, int | None], limit: int) -> int:
        """Seconds until there are fewer than `limit`; nought when there are."""
        number, oldest = counted
        return 0 if number < limit or oldest is None else max(1, (oldest + HOUR_MS - now) // 1000)

    # A try that is counted already is one of its name and of all; one of its address only when it has failed.
    seconds = wait(of_name, most + own) or wait(of_address, settings.sign_in_tries) or wait(of_all, settings.sign_in_tries_overall + own)
    if seconds and met_here:
        seconds = wait(of_name_here, most + own)
    if seconds:
        raise TooMany(code="too_many_tries", retry_after=seconds)


def _counted(db: Db, tried: Try, now: int) -> Any:
    marks = {"name_mark": tried.name_mark, "address_mark": tried.address_mark, "open_mark": OPEN + tried.address_mark}
    row = _COUNTED.one(db, {"since": now - HOUR_MS, **marks})
    assert row is not None
    return row[0:2], row[2:4], row[4:6], row[6:8], row[8]


def begun(db: Db, settings: Any, tried: Try, now: int) -> Try:
    """Count a try before anybody knows whether it is right, or refuse it. It ends as `failed`, `succeeded` or `dropped`."""
    refuse(db, settings, tried, now)
    row = ids.new(now)
    db.execute(insert(failures), {"id": row, "name_mark": tried.name_mark, "address_mark": OPEN + tried.address_mark, "at": now})
    return tried._replace(row=row)


def dropped(db: Db, tried: Try) -> None:
    """It was no failure, and let nobody in yet."""
    db.execute(delete(failures).where(failures.c.id == tried.row))


def failed(db: Db, tried: Try, now: int) -> None:
    """Count a failure. In a handler: together with `ctx.refuse`, or it is rolled back with the rest."""
    if tried.row:
        db.execute(update(failures).where(failures.c.id == tried.row).values(address_mark=tried.address_mark))
        return
    db.execute(insert(failures), {"id": ids.new(now), "name_mark": tried.name_mark, "address_mark": tried.address_mark, "at": now})


_MET = upsert(met, ["name_mark", "address_mark"], ["at"])


def succeeded(db: Db, tried: Try, now: int) -> None:
    """This name got in from there: others who fail there don't shut it out."""
    if tried.row:
        dropped(db, tried)
    _MET(db, {"name_mark": tried.name_mark, "address_mark": tried.address_mark, "at": now})


def forget(db: Db, now: int) -> int:
    """Drop failures older than an hour, and addresses not met for long; answers how many rows went."""
    old = db.execute(delete(failures).where(failures.c.at < now - HOUR_MS)).rowcount
    return int(old + db.execute(delete(met).where(met.c.at < now - MET_MS)).rowcount)
