"""Class cards: a printed card with a QR code and four pictures, by which a pupil signs in without typing anything.

The code holds an address with a secret of 144 random bits behind its `#`; kept are its SHA-256, and one of secret and pictures
together, so that neither can be found out from the database. In clear both stand on the printed sheet alone, which is made outside of
the unit and goes out with the answer. Printing anew kills the card before. Only confirmed teachers of the pupil's own school print
cards and take them away; a teacher may limit a card to hours of the week, best those of the school's lessons. A card that was shown
with wrong pictures too often stops for good, and the teacher prints another.
"""

import asyncio
import base64
import hashlib
import secrets
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta
from sqlalchemy import BigInteger, Column, ColumnElement, Table, Text, bindparam, delete, select, update

from twinspace_server import identity, ids
from twinspace_server.clock import iso
from twinspace_server.errors import Conflict, NotAllowed, NotFound, Reason, SignedOut
from twinspace_server.identity import people, sessions
from twinspace_server.law.hours import Hours, checked, stretches, within
from twinspace_server.law.members import members
from twinspace_server.law.rights import STAFF
from twinspace_server.live.dispatch import HOUSE
from twinspace_server.live.feature import Asking, CommandParams, Context, Feature, Gate, Gone, Id, Item, ItemKind, Prepared, Ref
from twinspace_server.people import throttle
from twinspace_server.people.accounts import Person, checked_zone
from twinspace_server.people.attachments import attachments, taught
from twinspace_server.people.card_sheet import SIGNS, Printed, Sign, pdf
from twinspace_server.people.last_sign_in import day_of
from twinspace_server.people.own_pupils import require_own
from twinspace_server.people.schools import schools
from twinspace_server.people.sign_in import counted, device_name
from twinspace_server.storage.hot import Hot, upsert
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

SESSION_MS = 8 * 3_600_000
"""A card is used at computers that many share: its session lasts a school day."""
PIN_LENGTH = 4
MOST_WRONG, MOST_WRONG_EVER = 30, 200
"""Wrong pictures after which a card stops: since it last opened, and in its life. Of 11,880 orders that is one in sixty at most."""

cards = Table(
    "cards",
    metadata,
    Column("person", Text, primary_key=True),
    Column("secret_hash", Text, nullable=False, unique=True),
    Column("pin_hash", Text, nullable=False),
    Column("pin", Text, nullable=False),
    Column("hours", Text),
    Column("made_by", Text, nullable=False),
    Column("made_at", BigInteger, nullable=False),
    Column("used_on", Text),
    # Wrong pictures since it last opened, and in its life.
    Column("wrong", BigInteger, nullable=False, server_default="0"),
    Column("wrong_ever", BigInteger, nullable=False, server_default="0"),
)
_works = (cards.c.wrong < MOST_WRONG) & (cards.c.wrong_ever < MOST_WRONG_EVER)

feature = Feature("cards")

Pin = Literal["shown", "apart"]
"""Where the pictures are printed: on the card (for young pupils), or on a list that the teacher keeps."""

_PUT = upsert(cards, ["person"], ["secret_hash", "pin_hash", "pin", "hours", "made_by", "made_at", "used_on", "wrong", "wrong_ever"])
_random = secrets.SystemRandom()


class Card(Item, tag="card", frozen=True):
    """That a pupil has a card, for the staff of a space; `id` is the pupil's. Nothing in it opens anything.

    `stopped`: it was shown with wrong pictures too often and opens nothing any more; another has to be printed.
    """

    printed_at: str
    pin: Pin
    hours: Hours | None
    used_on: str | None
    stopped: bool


def of(db: Db, persons: Sequence[str]) -> dict[str, Card]:
    """The cards of these persons; who has none is absent."""
    columns = (cards.c.person, cards.c.made_at, cards.c.pin, cards.c.hours, cards.c.used_on, _works)
    return {
        person: Card(id=person, printed_at=iso(at), pin=pin, hours=_hours(hours), used_on=used_on, stopped=not works)
        for person, at, pin, hours, used_on, works in db.execute(select(*columns).where(cards.c.person.in_(list(persons))))
    }


def _hours(text: str | None) -> Hours | None:
    return msgspec.json.decode(text, type=Hours) if text is not None else None


feature.item(ItemKind("card", Card, of, place=lambda _card: None, audience=lambda _card: STAFF))


# -- printing --------------------------------------------------------------------------------------------------------


class _Made(msgspec.Struct, frozen=True):
    """A card that is about to be: what is kept of it."""

    person: str
    secret_hash: str
    pin_hash: str


class _Sheet(msgspec.Struct, frozen=True):
    made: list[_Made]
    pdf: str


def pin_hash(secret: str, pin: Sequence[str]) -> str:
    """What is kept of the pictures: nobody without the card's secret can try them out."""
    return identity.digest(f"{secret}:{','.join(pin)}")


class PrintCards(CommandParams, kw_only=True):
    space: Id
    persons: Annotated[list[Id], Meta(min_length=1, max_length=200)]
    pin: Pin = "shown"
    hours: Hours | None = None


class _Subject(msgspec.Struct, frozen=True):
    name: str
    username: str
    school: str
    hue: str


async def _printed(asking: Asking, p: Any) -> Prepared:
    """Makes secrets and sheet for those whom the asker teaches; the unit decides again, and throws it away or keeps its hashes."""
    who, settings = asking.who, asking.tools.settings
    assert who is not None
    wanted = list(dict.fromkeys(p.persons))
    found = await asking.tools.store.read(lambda db: _subjects(db, who.person, wanted))
    if len(found) < len(wanted):
        return Prepared()
    made, printed = [], []
    for person in wanted:
        secret, pin = secrets.token_urlsafe(18), _random.sample(SIGNS, PIN_LENGTH)
        made.append(_Made(person, identity.digest(secret), pin_hash(secret, pin)))
        printed.append(Printed(found[person].name, found[person].username, f"{settings.address}/card#{secret}", pin))
    first = found[wanted[0]]
    draw = partial(
        pdf, printed, school=first.school, hue=first.hue, installation=settings.name, language=who.language or settings.default_language,
        shown=p.pin == "shown",
    )  # fmt: skip
    async with _one_at_a_time:
        drawn = await asyncio.to_thread(draw)
    return Prepared(_Sheet(made, base64.b64encode(drawn).decode()))


_one_at_a_time = asyncio.Lock()
"""A sheet takes a core for half a second: two teachers wait for each other, and nobody else does."""


def _subjects(db: Db, teacher: str, persons: Sequence[str]) -> dict[str, _Subject]:
    """What stands on the cards of those among these whom the teacher keeps."""
    own = select(attachments.c.school).where(attachments.c.person == teacher, attachments.c.state == "confirmed")
    query = (
        select(people.c.id, people.c.name, people.c.username, schools.c.name, schools.c.hue)
        .join_from(people, attachments, attachments.c.person == people.c.id)
        .join(schools, schools.c.id == attachments.c.school)
        .where(people.c.id.in_(taught(db, teacher, persons)), attachments.c.state == "confirmed", attachments.c.school.in_(own))
    )
    return {person: _Subject(name, username, school, hue) for person, name, username, school, hue in db.execute(query)}


@feature.command("cards.print", answers={"pdf": str}, emits=["cards.printed"], keyed=False, prepare=_printed)
def print_cards(ctx: Context, p: PrintCards) -> Mapping[str, Any]:
    """Make class cards for pupils of one's own school: a PDF (base64), made once and kept nowhere.

    A card from before stops working, and so do the sessions that it began. With `hours` a card opens only within them.
    """
    _require_pupils(ctx, p.persons)
    sheet: _Sheet | None = ctx.prepared
    if sheet is None:
        raise Conflict(code="changed_meanwhile")
    hours = None
    if p.hours is not None:
        checked_zone(p.hours.zone, "$.hours.zone")
        checked(p.hours.week, "$.hours.week")
        hours = msgspec.json.encode(p.hours).decode()
    for made in sheet.made:
        _PUT(
            ctx.db,
            {
                "person": made.person, "secret_hash": made.secret_hash, "pin_hash": made.pin_hash, "pin": p.pin, "hours": hours,
                "made_by": ctx.person, "made_at": ctx.now, "used_on": None, "wrong": 0, "wrong_ever": 0,
            },
        )  # fmt: skip
    persons = [made.person for made in sheet.made]
    _end_sessions(ctx, persons)
    ctx.emit("cards.printed", *(Ref("card", person) for person in persons))
    return {"pdf": sheet.pdf}


class TakeCards(CommandParams, kw_only=True):
    space: Id
    persons: Annotated[list[Id], Meta(min_length=1, max_length=200)]


@feature.command("cards.take", emits=["cards.taken"], when_closed=True)
def take(ctx: Context, p: TakeCards) -> None:
    """Take cards away: from now on they open nothing, and the sessions that they began are over."""
    _require_pupils(ctx, p.persons)
    ctx.db.execute(delete(cards).where(cards.c.person.in_(p.persons)))
    _end_sessions(ctx, p.persons)
    ctx.emit("cards.taken", gone=[Gone("card", person) for person in dict.fromkeys(p.persons)], gone_for=STAFF)


def _require_pupils(ctx: Context, persons: Sequence[str]) -> None:
    """Go on only if all of them take part here, and the asker is a confirmed teacher of their own school."""
    if any(person not in ctx.rules.members for person in persons):
        raise NotFound()
    require_own(ctx, persons)


def _end_sessions(ctx: Context, persons: Sequence[str]) -> None:
    """Sessions begun by the cards of before. They end in this unit; their sockets hear of it at each desk at once after it."""
    now = ctx.now
    query = (
        select(sessions.c.id, people.c.desk)
        .join_from(sessions, people, people.c.id == sessions.c.person)
        .where(sessions.c.person.in_(list(persons)), sessions.c.type == "card", sessions.c.ended_at.is_(None), sessions.c.expires_at > now)
    )
    by_desk: dict[str, list[str]] = {}
    for session, desk in ctx.db.execute(query).fetchall():
        identity.end(ctx.db, session, now)
        by_desk.setdefault(desk, []).append(session)
    for desk, ended in by_desk.items():
        ctx.later("cards.tell_ended", {"sessions": ended}, space=desk)


class TellEnded(CommandParams, kw_only=True):
    sessions: list[Id]


@feature.command("cards.tell_ended", gate=Gate.HOUSE, emits=["session.ended"])
def tell_ended(ctx: Context, p: TellEnded) -> None:
    """Tell a desk, and the sockets there, that sessions are over."""
    ctx.emit("session.ended", gone=[Gone("session", session) for session in p.sessions])


# -- signing in ------------------------------------------------------------------------------------------------------


class SignInByCard(CommandParams, kw_only=True):
    card: Annotated[str, Meta(min_length=1, max_length=64, pattern=r"^[0-9A-Za-z_-]+$(?!\n)", description="What the QR code holds.")]
    pin: Annotated[list[Sign], Meta(min_length=PIN_LENGTH, max_length=PIN_LENGTH)]
    token: Annotated[bool, Meta(description="Answer a bearer token instead of setting the cookie.")] = False


class _Tried(msgspec.Struct, frozen=True):
    right: bool
    tried: throttle.Try


_CARD = Hot(
    select(cards.c.person, people.c.desk, cards.c.pin_hash)
    .join_from(cards, people, people.c.id == cards.c.person)
    .where(cards.c.secret_hash == bindparam("hash"))
)


async def _looked(asking: Asking, p: Any) -> Prepared:
    """Count the try below the limits, then look at card and pictures, in the same steps for a card that isn't there."""
    tried = throttle.tried_for(identity.digest(p.card), asking.address, "card")

    def look(db: Db) -> Any:
        throttle.refuse(db, asking.tools.settings, tried, asking.now)
        return _CARD.one(db, {"hash": identity.digest(p.card)})

    person, desk, kept = await asking.tools.store.read(look) or (None, None, hashlib.sha256().hexdigest())
    tried = await counted(asking, tried)
    right = secrets.compare_digest(kept, pin_hash(p.card, p.pin)) and person is not None
    found = _Tried(right, tried)
    return Prepared(found, desk, person) if right else Prepared(found, HOUSE)


@feature.command(
    "cards.sign_in",
    gate=Gate.ANYBODY,
    when_owing=True,
    answers={"person": Person, "token": str | None},
    emits=["session.started"],
    keyed=False,
    prepare=_looked,
)
def sign_in(ctx: Context, p: SignInByCard) -> Mapping[str, Any]:
    """Begin a session with a class card and its four pictures; outside its hours: why.

    `wrong_card` for a wrong card, for wrong pictures, and for a card that has stopped after too many of them.
    """
    found: _Tried = ctx.prepared
    tried = found.tried
    # Once more inside the unit: what failed meanwhile counts for the address and for all.
    throttle.refuse(ctx.db, ctx.settings, tried, ctx.now)
    row = None
    shown = cards.c.secret_hash == identity.digest(p.card)
    if found.right:  # stopped, printed anew or taken away meanwhile?
        row = ctx.db.execute(select(cards.c.hours, cards.c.pin_hash).where(cards.c.person == ctx.person, shown, _works)).first()
    if row is None:
        throttle.failed(ctx.db, tried, ctx.now)
        _count_wrong(ctx, shown)
        ctx.refuse(SignedOut(code="wrong_card"))
        return {}
    hours, until = _hours(row[0]), ctx.now + SESSION_MS
    if hours is not None:
        if not within(hours, ctx.now):
            throttle.dropped(ctx.db, tried)
            ctx.refuse(NotAllowed(why=(Reason("card_outside_hours"),)))
            return {}
        until = max(end for _, end in stretches(hours.week, hours.zone, ctx.now, until))
        until = min(until, ctx.now + SESSION_MS)
    throttle.succeeded(ctx.db, tried, ctx.now)
    ctx.db.execute(update(cards).where(cards.c.person == ctx.person).values(used_on=day_of(ctx.now), wrong=0))
    session = ids.new(ctx.now)
    token = identity.start(
        ctx.db, session=session, person=ctx.person, kind="card", name=device_name(ctx.device) or "card", now=ctx.now, until=until
    )
    ctx.emit("session.started", Ref("session", session))
    if not p.token:
        ctx.cookie, ctx.cookie_until = token, until
    return {"person": Ref("person", ctx.person), **({"token": token} if p.token else {})}


def _count_wrong(ctx: Context, shown: ColumnElement[bool]) -> None:
    """Once more wrong pictures for a card that works, if it is there; in the same statements if it isn't. With the last one it stops."""
    more = update(cards).where(shown, _works).values(wrong=cards.c.wrong + 1, wrong_ever=cards.c.wrong_ever + 1)
    counted_ = ctx.db.execute(more).rowcount
    person = ctx.db.execute(select(cards.c.person).where(shown, ~_works)).scalar()
    if counted_ and person is not None:
        spaces = select(members.c.space).where(members.c.person == person, members.c.left.is_(None))
        for (space,) in ctx.db.execute(spaces).fetchall():
            ctx.later("cards.tell_stopped", {"person": person}, space=space)


class TellStopped(CommandParams, kw_only=True):
    person: Id


@feature.command("cards.tell_stopped", gate=Gate.HOUSE, emits=["cards.stopped"])
def tell_stopped(ctx: Context, p: TellStopped) -> None:
    """Tell the staff of a space that a pupil's card has stopped."""
    ctx.emit("cards.stopped", Ref("card", p.person))


_PIA = {"space": "{space}", "persons": ["{pia}"]}

feature.example("cards.print", "alice", {**_PIA, "pin": "shown", "hours": None})
feature.example("cards.take", "alice", _PIA)

feature.keeps(cards, "person", "own", everywhere=True, secret=["secret_hash", "pin_hash", "pin"])
feature.keeps(cards, "made_by", "stays", everywhere=True, given=False, why="which teacher printed a card, by id")
