"""What an installation has arranged for itself: who runs it, and whether projects wait for a support organisation.

Rows, not settings: the first administrator says it on a set-up page, and it moves with the data. Whoever needs one asks `said`;
what names there are, and what they mean, stands here alone.
"""

from typing import Any, Literal

from sqlalchemy import Column, Table, Text, delete, select

from twinspace_server.settings import Settings
from twinspace_server.storage.hot import upsert
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

arrangements = Table(
    "arrangements",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

Name = Literal["name", "organisation", "approval", "set_up_at", "setup_code"]
"""`name`: what the installation is called; empty while only the setting says it. `organisation`: who runs it. `approval`: "support"
(both countries' support organisations decide on projects) or "none". `set_up_at`: the moment at which somebody finished setting
up. `setup_code`: the hash of the code that opens the set-up page, which is there as long as this stands."""

DEFAULTS: dict[str, str] = {"name": "", "organisation": "", "approval": "support", "set_up_at": "", "setup_code": ""}

_PUT = upsert(arrangements, ["name"], ["value"])


def said(db: Db, name: Name) -> str:
    """What was arranged, or the default."""
    found: Any = db.execute(select(arrangements.c.value).where(arrangements.c.name == name)).scalar()
    return DEFAULTS[name] if found is None else str(found)


def say(db: Db, name: Name, value: str) -> None:
    """Arrange it so."""
    _PUT(db, {"name": name, "value": value})


def called(db: Db, settings: Settings) -> str:
    """What the installation is called: what somebody here said, else the setting."""
    return said(db, "name") or settings.name


def take_away(db: Db, name: Name, value: str) -> bool:
    """Take it back, if it still has this value; of several who try at once, one is told that they did."""
    return bool(db.execute(delete(arrangements).where(arrangements.c.name == name, arrangements.c.value == value)).rowcount)


def set_up(db: Db, now: int) -> None:
    """Somebody runs this installation from now on: the set-up page is gone, for ever."""
    db.execute(delete(arrangements).where(arrangements.c.name == "setup_code"))
    say(db, "set_up_at", str(now))
