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

from sqlalchemy import BigInteger, Column, Index, Table, Text, delete, func, insert, select, update

from twinspace_server import ids
from twinspace_server.errors import TooMany
from twinspace_server.storage.hot import upsert
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


def refuse(db: Db, settings: Any, tried: Try, now: int, *, most: int | None = None) -> None:
    """Go on only below the limits, else `too_many_tries` with the seconds to wait. `most` an hour for the name, unless settings say."""
    since = now - HOUR_MS
    known = select(met.c.at).where(met.c.name_mark == tried.name_mark, met.c.address_mark == tried.address_mark)
    by_name, most = failures.c.name_mark == tried.name_mark, most or settings.sign_in_tries_per_name

    def wait(limit: int, *condition: Any) -> int:
        """Seconds until there are fewer than `limit`; nought when there are."""
        counted = select(func.count(), func.min(failures.c.at)).where(failures.c.at > since, failures.c.id != tried.row, *condition)
        number, oldest = db.execute(counted).one()
        return 0 if number < limit else max(1, (oldest + HOUR_MS - now) // 1000)

    of_name = wait(most, by_name)
    of_others = wait(settings.sign_in_tries, failures.c.address_mark == tried.address_mark) or wait(settings.sign_in_tries_overall)
    if not of_name and not of_others:
        return
    if db.execute(known).first() is None:
        raise TooMany(code="too_many_tries", retry_after=of_name or of_others)
    of_name_here = wait(most, by_name, failures.c.address_mark.in_((tried.address_mark, OPEN + tried.address_mark)))
    if of_name_here:
        raise TooMany(code="too_many_tries", retry_after=of_name_here)


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
