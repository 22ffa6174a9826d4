"""Everything that is kept of a person, given to them as open files (GDPR 15 and 20).

An adult or pupil asks for their own, a confirmed teacher of the pupil's own school for a pupil's. The answer is an address that works
once, for ten minutes and only in the session that asked; `web/my_data` sends what stands behind it, table by table as each feature has
declared (`live/keeping.py`), a piece at a time. Nobody else's words are in it, and no secret.
"""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

import msgspec
from msgspec import Meta
from sqlalchemy import BigInteger, select

from twinspace_server.clock import iso
from twinspace_server.errors import NotFound
from twinspace_server.identity import people
from twinspace_server.law import load as law_load
from twinspace_server.law.members import members
from twinspace_server.law.places import places
from twinspace_server.live.feature import CommandParams, Context, Feature, Gate, Id, Registry
from twinspace_server.live.keeping import SECRET, Keeping
from twinspace_server.people import links
from twinspace_server.people.attachments import teaches
from twinspace_server.storage.store import Db

PURPOSE = "my_data"
LIVES_MS = 10 * 60_000
AT_ONCE = 500
"""Rows in one read: what is sent is never whole in memory."""
PATH = "/my-data"
_MOMENTS = frozenset({"at", "since", "left", "until", "first", "last", "mailed_at"})
_LISTS = frozenset({"to", "files", "news", "params", "skips", "frozen"})

feature = Feature("my_data")


class AskData(CommandParams, kw_only=True):
    person: Annotated[Id, Meta(description="A pupil of one's own school; without it, oneself.")] | None = None


@feature.command("my_data.ask", gate=Gate.PERSON, answers={"address": str}, keyed=False)
def ask(ctx: Context, p: AskData) -> Mapping[str, Any]:
    """Ask for a copy of all that is kept of oneself, or of a pupil of one's own school: a ZIP, at an address that works once."""
    assert ctx.who is not None
    whom = p.person or ctx.person
    if whom != ctx.person and not teaches(ctx.db, ctx.person, whom):
        raise NotFound()
    link = links.make(ctx.db, PURPOSE, lives_ms=LIVES_MS, now=ctx.now, person=ctx.person, data={"of": whom, "session": ctx.who.session})
    token, hashed = links.token()
    links.hand_out(ctx.db, link, hashed)
    return {"address": f"{PATH}/{token}"}


class Take(CommandParams, kw_only=True):
    token: str
    session: str


@feature.command("my_data.take", gate=Gate.HOUSE)
def take(ctx: Context, p: Take) -> Mapping[str, Any]:
    """Use such an address up; answers whose data it leads to. Not found for every other session, and the second time."""
    link = links.opened_by(ctx.db, PURPOSE, p.token, ctx.now)
    if link is None or link.data["session"] != p.session:
        raise NotFound()
    if not links.use(ctx.db, link, ctx.now):
        raise NotFound()
    whom = str(link.data["of"])
    if whom != link.person and not teaches(ctx.db, str(link.person), whom):
        raise NotFound()
    username = ctx.db.execute(select(people.c.username).where(people.c.id == whom)).scalar()
    return {"of": whom, "username": username}


# -- what stands in it -----------------------------------------------------------------------------------------------


def kept(registry: Registry) -> list[Keeping]:
    """What is given out, table by table."""
    return [keeping for keeping in registry.keepings if keeping.given]


def page(db: Db, keeping: Keeping, person: str, start: int) -> list[Mapping[str, Any]]:
    """The next of the person's rows in a table, in the order of their keys."""
    if keeping.gives is not None:
        return [*keeping.gives(db, person)] if start == 0 else []
    columns = [column for column in keeping.table.columns if column.name not in SECRET | (keeping.secret - {"username"})]
    query = select(*columns).where(keeping.mine(person)).order_by(*keeping.table.primary_key.columns).offset(start).limit(AT_ONCE)
    return [{column.name: _plain(column, value) for column, value in zip(columns, row, strict=True)} for row in db.execute(query)]


def _plain(column: Any, value: Any) -> Any:
    """Moments as RFC 3339, lists as lists: what other programs read."""
    if isinstance(value, int) and isinstance(column.type, BigInteger) and (column.name in _MOMENTS or column.name.endswith("_at")):
        return iso(value) if value > 1_000_000_000_000 else value
    if isinstance(value, str) and column.name in _LISTS:
        try:
            return msgspec.json.decode(value)
        except msgspec.DecodeError:
            return value
    return value


def where(db: Db, person: str) -> Iterator[Mapping[str, Any]]:
    """The spaces in which they take part, and what the places that they may read there are called: the ids in the other files mean these.

    Of a space that they have left there is its own name alone: what is in it now is nothing of theirs.
    """
    for space in law_load.spaces_of(db, person):
        law = law_load.load(db, space)
        if law is not None:
            for one in sorted(law.readable(person)):
                row = law.places[one]
                yield {"id": row.id, "space": space, "type": row.kind, "title": row.title}
    left = select(members.c.space).where(members.c.person == person, members.c.left.is_not(None))
    for space, kind, title in db.execute(
        select(places.c.id, places.c.kind, places.c.title).where(places.c.id.in_(left)).order_by(places.c.id)
    ):
        yield {"id": space, "space": space, "type": kind, "title": title}


def contents(db: Db, registry: Registry, person: str) -> list[tuple[str, str]]:
    """The files and pictures that are theirs: what each is called, and its name in the file store."""
    return [one for keeping in kept(registry) if keeping.contents is not None for one in keeping.contents(db, person)]


feature.example("my_data.ask", "alice", {"person": None})
