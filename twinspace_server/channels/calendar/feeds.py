"""A person's own calendar feed: a secret address from which the calendar on a telephone reads what stands in a space.

One for each person and space. The token is kept as its hash; it answers what that person may read at that moment, and nothing
once it was taken back or renewed, or the membership ended (coming back later does not wake it), or the account is gone or shut. It
is a token like any other: where a second factor is required, that of a grown-up without one rests until there is one.
"""

import secrets
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
from sqlalchemy import BigInteger, Column, Table, Text, bindparam, delete, select

from twinspace_server import identity
from twinspace_server.channels.calendar.events import COLUMNS, KIND, CalendarEvent, events, feature, item
from twinspace_server.clock import iso_or_none
from twinspace_server.errors import NotAllowed, NotFound
from twinspace_server.live.feature import CommandParams, Context, Gate, Id, Params
from twinspace_server.people import factors
from twinspace_server.storage.hot import Hot, upsert
from twinspace_server.storage.tables import metadata

PREFIX = "twf_"
PAST_DAYS = 400
MOST_EVENTS = 2_000
"""In one feed, those that end last."""

feeds = Table(
    "calendar_feeds",
    metadata,
    Column("person", Text, primary_key=True),
    Column("space", Text, primary_key=True),
    Column("token_hash", Text, nullable=False, unique=True),
    Column("made_at", BigInteger, nullable=False),
)

_PUT = upsert(feeds, ["person", "space"], ["token_hash", "made_at"])
_BY_TOKEN = Hot(
    select(feeds.c.person, feeds.c.space, feeds.c.made_at, identity.people.c.adult)
    .join(identity.people, identity.people.c.id == feeds.c.person)
    .where(feeds.c.token_hash == bindparam("hash"), identity.people.c.blocked_at.is_(None))
)


class OfSpace(Params, kw_only=True):
    space: Id


class Feed(msgspec.Struct):
    """Whether I have a feed of this space, and since when; its address was shown once."""

    made_at: str | None


@feature.query("calendar.feed", answers=Feed)
def mine(ctx: Context, p: OfSpace) -> Feed:
    """My feed of this space."""
    query = select(feeds.c.made_at).where(feeds.c.person == ctx.person, feeds.c.space == p.space)
    made_at = ctx.db.execute(query).scalar()
    since = ctx.rules.members[ctx.person].since if ctx.person in ctx.rules.members else 0
    return Feed(iso_or_none(made_at if made_at is not None and made_at >= since else None))


class OnFeed(CommandParams, kw_only=True):
    space: Id


@feature.command("calendar.renew_feed", answers={"address": str}, keyed=False, when_closed=True)
def renew(ctx: Context, p: OnFeed) -> Mapping[str, Any]:
    """A secret address of my own for this space's calendars; the one before stops at once. It is shown only now."""
    if ctx.rules.kind != "project":
        raise NotFound()
    token = PREFIX + secrets.token_urlsafe(32)
    _PUT(ctx.db, {"person": ctx.person, "space": p.space, "token_hash": identity.digest(token), "made_at": ctx.now})
    return {"address": f"/feeds/{token}.ics"}


@feature.command("calendar.end_feed", when_closed=True)
def end(ctx: Context, p: OnFeed) -> None:
    """Take my feed of this space back: its address answers nothing any more."""
    ctx.db.execute(delete(feeds).where(feeds.c.person == ctx.person, feeds.c.space == p.space))


class ByToken(Params, kw_only=True):
    token: str


class Content(msgspec.Struct):
    """What stands behind an address now."""

    name: str
    events: list[CalendarEvent]

    def written(self) -> bytes:
        """As a file."""
        from twinspace_server.channels.calendar import ical  # with the first file: iCalendar's library is large

        return ical.write(self.name, self.events)


@feature.query("calendar.read_feed", answers=Content, gate=Gate.HOUSE)
def read(ctx: Context, p: ByToken) -> Content:
    """What the owner of an address may read now; not found for every address that does not stand, `factor_first` for one that rests."""
    row = _BY_TOKEN.one(ctx.db, {"hash": identity.digest(p.token)})
    law = ctx.law_of(row[1]) if row is not None else None
    if row is None or law is None:
        raise NotFound()
    person, space, made_at, adult = row
    standing, view = law.members.get(person), law.view(person)
    if standing is None or view is None or standing.since > made_at:
        raise NotFound()
    if ctx.settings.second_factor == "required" and factors.lacks(ctx.db, person, adult=bool(adult)):
        raise NotAllowed(code="factor_first")
    readable = [place for place in view.rights if law.places[place].kind == "calendar"]
    early = (datetime.fromtimestamp(ctx.now / 1000, UTC) - timedelta(days=PAST_DAYS)).strftime("%Y-%m-%d")
    query = (
        select(*COLUMNS)
        .where(events.c.place.in_(readable), events.c.removed_at.is_(None), events.c.reach.is_(None) | (events.c.reach >= early))
        .order_by(events.c.reach.is_(None).desc(), events.c.reach.desc(), events.c.id)
        .limit(MOST_EVENTS)
    )
    kind = ctx.registry.items[KIND]
    planned = [event for event in map(item, ctx.db.execute(query)) if law.sees(person, str(kind.place(event)), kind.audience(event))]
    return Content(law.places[space].title, sorted(planned, key=lambda event: event.id))


feature.keeps(feeds, "person", "own", everywhere=True)
