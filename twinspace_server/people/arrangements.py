"""What an installation has arranged for itself: who runs it, and whether projects wait for a support organisation.

Rows, not settings: the first administrator says it on a set-up page, and it moves with the data. Whoever needs one asks `said`;
what names there are, and what they mean, stands here alone.
"""

from typing import Any, Literal

from sqlalchemy import Column, Table, Text, select

from twinspace_server.storage.hot import upsert
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

arrangements = Table(
    "arrangements",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

Name = Literal["organisation", "approval", "set_up_at"]
"""`organisation`: who runs it. `approval`: "support" (both countries' support organisations decide on projects) or "none".
`set_up_at`: the moment at which somebody finished setting up."""

DEFAULTS: dict[str, str] = {"organisation": "", "approval": "support", "set_up_at": ""}

_PUT = upsert(arrangements, ["name"], ["value"])


def said(db: Db, name: Name) -> str:
    """What was arranged, or the default."""
    found: Any = db.execute(select(arrangements.c.value).where(arrangements.c.name == name)).scalar()
    return DEFAULTS[name] if found is None else str(found)


def say(db: Db, name: Name, value: str) -> None:
    """Arrange it so."""
    _PUT(db, {"name": name, "value": value})
