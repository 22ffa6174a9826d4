"""Single sign-on: which account of ours a provider's account opens (OpenID Connect; EUL-03, EUL-07).

`web/single_sign_on` speaks with the browser and the provider and runs the commands of the house below when it has verified what was said.
A provider's account is known by issuer and subject, never by its e-mail. It is joined to an account here once, only by an address that
the provider has verified, and only after somebody has signed in with the password; it never makes an account, let alone rights.
"""

import secrets
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta
from sqlalchemy import BigInteger, Column, Table, Text, UniqueConstraint, delete, insert, select, update

from twinspace_server import identity, ids
from twinspace_server.clock import iso
from twinspace_server.errors import Conflict, NotFound, SignedOut
from twinspace_server.identity import people, sessions
from twinspace_server.live.dispatch import HOUSE
from twinspace_server.live.feature import Asking, CommandParams, Context, Feature, Gate, Gone, Id, Item, ItemKind, Params, Prepared, Ref
from twinspace_server.people import factors, links, post, throttle, tickets
from twinspace_server.people.accounts import Person, by_email, credentials
from twinspace_server.people.factors import Second, accept_password, password_shown
from twinspace_server.people.sign_in import Ticketed, begin, device_name
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

REGISTER_MS = 60 * 60_000

sign_ons = Table(
    "sign_ons",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person", Text, nullable=False),
    Column("issuer", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("email", Text, nullable=False),
    Column("made_at", BigInteger, nullable=False),
    Column("used_at", BigInteger),
    UniqueConstraint("issuer", "subject"),
    UniqueConstraint("issuer", "person"),
)

feature = Feature("single_sign_on")


class SignOn(Item, tag="sign_on", frozen=True):
    """An account at the provider that opens mine; seen by me alone."""

    email: str
    created_at: str
    used_at: str | None


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Joined accounts by id."""
    rows = db.execute(select(sign_ons.c.id, sign_ons.c.email, sign_ons.c.made_at, sign_ons.c.used_at).where(sign_ons.c.id.in_(wanted)))
    return {
        key: SignOn(id=key, email=email, created_at=iso(made_at), used_at=None if used_at is None else iso(used_at))
        for key, email, made_at, used_at in rows
    }


feature.item(ItemKind("sign_on", SignOn, load, place=lambda _sign_on: None))


# -- what the house does for a verified browser ----------------------------------------------------------------------


class Begin(CommandParams, kw_only=True):
    address: str


@feature.command("sign_on.begin", gate=Gate.HOUSE, answers={"ticket": str, "state": str, "nonce": str, "verifier": str})
def start(ctx: Context, p: Begin) -> Mapping[str, Any]:
    """Somebody goes to the provider: what must come back with them (state), in the token (nonce) and to its door (PKCE's verifier)."""
    made = {name: secrets.token_urlsafe(32) for name in ("state", "nonce", "verifier")}
    return {"ticket": tickets.make(ctx.db, "sign_on", address=p.address, now=ctx.now, data=made), **made}


class Back(CommandParams, kw_only=True):
    ticket: str
    state: str
    address: str


class Flow(msgspec.Struct):
    """What the answer of the provider must fit."""

    nonce: str
    verifier: str


@feature.command("sign_on.back", gate=Gate.HOUSE, answers={"flow": Flow | None})
def back(ctx: Context, p: Back) -> Mapping[str, Any]:
    """Somebody comes back: what they left with, once; nothing for a state that is not theirs."""
    ticket = tickets.held(ctx.db, "sign_on", p.ticket, address=p.address, now=ctx.now)
    if ticket is None or not tickets.use(ctx.db, ticket) or not secrets.compare_digest(ticket.data["state"].encode(), p.state.encode()):
        return {"flow": None}
    return {"flow": Flow(ticket.data["nonce"], ticket.data["verifier"])}


class Land(CommandParams, kw_only=True):
    """What the provider has said, and the web part has verified."""

    issuer: str
    subject: str
    session: str
    email: str
    verified: bool
    address: str
    device: str
    language: str


Outcome = Literal["in", "second", "join", "register", "unverified", "taken"]


class _Known(msgspec.Struct, frozen=True):
    sign_on: str


async def _whose(asking: Asking, p: Any) -> Prepared:
    """The account that this provider's account opens; its desk is the lane."""
    query = (
        select(sign_ons.c.id, people.c.id, people.c.desk)
        .join_from(sign_ons, people, people.c.id == sign_ons.c.person)
        .where(sign_ons.c.issuer == p.issuer, sign_ons.c.subject == p.subject)
    )
    row = await asking.tools.store.read(lambda db: db.execute(query).first())
    return Prepared(None, HOUSE) if row is None else Prepared(_Known(row[0]), row[2], row[1])


@feature.command(
    "sign_on.land", gate=Gate.HOUSE, answers={"outcome": Outcome, "ticket": str | None}, emits=["session.started"], prepare=_whose
)
def land(ctx: Context, p: Land) -> Mapping[str, Any]:
    """Where somebody whom the provider vouches for goes: in, to a step that is still asked, or away with a plain sentence."""
    known: _Known | None = ctx.prepared
    if known is not None:
        still = update(sign_ons).where(sign_ons.c.id == known.sign_on, sign_ons.c.person == ctx.person)
        if ctx.db.execute(still.values(used_at=ctx.now)).rowcount != 1:
            raise NotFound()  # taken away between the look and the unit
        return _enter(ctx, known.sign_on, p.session, p.address, device_name(p.device))
    email = p.email.strip().lower()
    if not email or not p.verified:
        return {"outcome": "unverified"}
    person = by_email(ctx.db, email)
    if person is None:
        return {"outcome": "register", "ticket": _to_register(ctx, p, email)}
    if _joined(ctx.db, p.issuer, person):
        return {"outcome": "taken"}  # once is once: another account with the same address is not joined (EUL-07)
    kept = {"issuer": p.issuer, "subject": p.subject, "session": p.session, "email": email}
    return {"outcome": "join", "ticket": tickets.make(ctx.db, "join", address=p.address, now=ctx.now, person=person, data=kept)}


def came_by(sign_on: str, session: str) -> str:
    """What a session of ours keeps of the provider's, to be found when that ends."""
    return f"{sign_on}:{throttle.mark(session)}"


def _enter(ctx: Context, sign_on: str, session: str, address: str, device: str) -> Mapping[str, Any]:
    """In, unless a second factor of our own is still asked: whoever takes over the provider's account has not got that."""
    origin = came_by(sign_on, session)
    second = factors.asked(ctx, address, {"name_mark": throttle.mark(ctx.person), "token": False, "device": device, "came_by": origin})
    if second is not None:
        return {"outcome": "second", "ticket": second.ticket}
    begin(ctx, device=device or None, came_by=origin)
    return {"outcome": "in"}


def _to_register(ctx: Context, p: Land, email: str) -> str:
    """A link that says to registration that this address was verified, and needs no mail any more; answers its token."""
    data = {"issuer": p.issuer, "subject": p.subject}
    link = links.make(ctx.db, "vouched", lives_ms=REGISTER_MS, now=ctx.now, address=email, language=p.language, data=data)
    token, hashed = links.token()
    links.hand_out(ctx.db, link, hashed)
    return token


def _joined(db: Db, issuer: str, person: str) -> bool:
    query = select(sign_ons.c.id).where(sign_ons.c.issuer == issuer, sign_ons.c.person == person)
    return db.execute(query).first() is not None


class End(CommandParams, kw_only=True):
    """Of the provider's session or account; one of the two may be empty."""

    issuer: str
    subject: str
    session: str


async def _whose_session(asking: Asking, p: Any) -> Prepared:
    """The lane of whoever signed in by it; nothing when nobody did."""
    query = select(sign_ons.c.id, people.c.id, people.c.desk).join_from(sign_ons, people, people.c.id == sign_ons.c.person)
    query = query.where(sign_ons.c.issuer == p.issuer)
    if p.subject:
        query = query.where(sign_ons.c.subject == p.subject)
    else:
        ours = select(sessions.c.person).where(sessions.c.came_by.endswith(f":{throttle.mark(p.session)}", autoescape=True))
        query = query.where(sign_ons.c.person.in_(ours))
    row = await asking.tools.store.read(lambda db: db.execute(query).first())
    return Prepared(None, HOUSE) if row is None else Prepared(_Known(row[0]), row[2], row[1])


@feature.command("sign_on.end", gate=Gate.HOUSE, emits=["session.ended"], ends_sessions=True, prepare=_whose_session)
def end(ctx: Context, p: End) -> None:
    """The provider says that its session has ended, or all of an account: so do ours that began by it, on every open socket too."""
    known: _Known | None = ctx.prepared
    if known is None:
        return
    mine = select(sessions.c.id).where(sessions.c.person == ctx.person, sessions.c.ended_at.is_(None))
    if p.session:
        mine = mine.where(sessions.c.came_by == came_by(known.sign_on, p.session))
    else:
        mine = mine.where(sessions.c.came_by.startswith(f"{known.sign_on}:", autoescape=True))
    ended = list(ctx.db.execute(mine).scalars())
    for session in ended:
        identity.end(ctx.db, session, ctx.now)
    if ended:
        ctx.emit("session.ended", gone=[Gone("session", session) for session in ended])


# -- joining ---------------------------------------------------------------------------------------------------------


class Look(Ticketed, kw_only=True):
    pass


async def _from(asking: Asking, p: Any) -> Prepared:
    return Prepared(value=asking.address)


@feature.command(
    "people.look_joining", gate=Gate.ANYBODY, answers={"provider": str, "email": str | None, "second": Second | None}, keyed=False,
    prepare=_from,
)  # fmt: skip
def look(ctx: Context, p: Look) -> Mapping[str, Any]:
    """What is still asked of somebody whom the provider has sent back with this ticket: the password of `email`, or a second step."""
    at = {"address": ctx.prepared, "now": ctx.now}
    ticket = tickets.held(ctx.db, "join", p.ticket, **at)
    if ticket is not None:
        return {"provider": ctx.settings.sso_name, "email": ticket.data["email"], "second": None}
    ticket = tickets.held(ctx.db, "second", p.ticket, **at)
    if ticket is None or ticket.person is None:
        raise SignedOut(code="sign_in_over")
    ways = factors.ways(ctx.db, ticket.person)
    asked = factors.options(ctx.db, ctx.settings, ticket.data["challenge"], ticket.person) if "passkey" in ways else None
    return {"provider": ctx.settings.sso_name, "email": None, "second": Second(ways, p.ticket, asked)}


class Join(Ticketed, kw_only=True):
    password: Annotated[str, Meta(min_length=1, max_length=256)]


class _Joining(msgspec.Struct, frozen=True):
    ticket: tickets.Ticket
    right: bool
    hash: str | None
    tried: throttle.Try
    address: str
    device: str


async def _verify(asking: Asking, p: Any) -> Prepared:
    store, settings = asking.tools.store, asking.tools.settings

    def find(db: Db) -> Any:
        ticket = tickets.held(db, "join", p.ticket, address=asking.address, now=asking.now)
        if ticket is None:
            return None
        throttle.refuse(db, settings, throttle.tried_for(str(ticket.person), asking.address, "join"), asking.now)
        query = select(people.c.desk, credentials.c.hash).join_from(people, credentials, people.c.id == credentials.c.person)
        return ticket, *(db.execute(query.where(people.c.id == ticket.person)).first() or (None, None))

    found = await store.read(find)
    if found is None or found[1] is None:
        return Prepared(None, HOUSE)
    ticket, desk, stored = found
    right = await asking.tools.passwords.check(p.password, stored)
    tried = throttle.tried_for(ticket.person, asking.address, "join")
    return Prepared(_Joining(ticket, right, stored, tried, asking.address, asking.device), desk, ticket.person)


@feature.command(
    "people.join", gate=Gate.ANYBODY, answers={"person": Person | None, "second": Second | None},
    emits=["sign_on.joined", "session.started"], keyed=False, prepare=_verify,
)  # fmt: skip
def join(ctx: Context, p: Join) -> Mapping[str, Any]:
    """The account at the provider opens mine from now on: here is my password, once. Wrong: `wrong_password`; too late: `sign_in_over`."""
    joining: _Joining | None = ctx.prepared
    if joining is None:
        raise SignedOut(code="sign_in_over")
    throttle.refuse(ctx.db, ctx.settings, joining.tried, ctx.now)
    current = ctx.db.execute(select(credentials.c.hash).where(credentials.c.person == ctx.person)).scalar()
    if not joining.right or current != joining.hash:
        throttle.failed(ctx.db, joining.tried, ctx.now)
        tickets.missed(ctx.db, joining.ticket)
        ctx.refuse(SignedOut(code="wrong_password", path="$.password"))
        return {}
    if not tickets.use(ctx.db, joining.ticket):
        raise SignedOut(code="sign_in_over")
    told = joining.ticket.data
    ctx.hold()
    theirs = select(sign_ons.c.id).where(sign_ons.c.issuer == told["issuer"], sign_ons.c.subject == told["subject"])
    if _joined(ctx.db, told["issuer"], ctx.person) or ctx.db.execute(theirs).first() is not None:
        raise Conflict(code="joined_already")
    sign_on = ids.new(ctx.now)
    ctx.db.execute(
        insert(sign_ons),
        {
            "id": sign_on, "person": ctx.person, "issuer": told["issuer"], "subject": told["subject"], "email": told["email"],
            "made_at": ctx.now, "used_at": ctx.now,
        },
    )  # fmt: skip
    ctx.emit("sign_on.joined", Ref("sign_on", sign_on))
    post.mail(ctx, "sign-on-joined", person=ctx.person, args={"provider": ctx.settings.sso_name})
    throttle.succeeded(ctx.db, joining.tried, ctx.now)
    origin = came_by(sign_on, told["session"])
    kept = {"name_mark": joining.tried.name_mark, "token": False, "device": None, "came_by": origin}
    second = factors.asked(ctx, joining.address, kept)
    if second is not None:
        return {"person": None, "second": second}
    begin(ctx, came_by=origin)
    return {"person": Ref("person", ctx.person), "second": None}


class Mine(Params, kw_only=True):
    pass


class SignOns(msgspec.Struct):
    """`provider` is what the button is called; nothing where there is none."""

    provider: str | None
    sign_ons: list[SignOn]


@feature.query("people.sign_ons", answers=SignOns, gate=Gate.PERSON)
def mine(ctx: Context, p: Mine) -> SignOns:
    """The accounts at the provider that open mine."""
    keys = list(ctx.db.execute(select(sign_ons.c.id).where(sign_ons.c.person == ctx.person)).scalars())
    found = [one for one in ctx.load("sign_on", keys) if isinstance(one, SignOn)]
    return SignOns(ctx.settings.sso_name if ctx.settings.sso_issuer else None, found)


class Part(CommandParams, kw_only=True):
    sign_on: Id
    password: Annotated[str, Meta(min_length=1, max_length=256)]


@feature.command("people.part", gate=Gate.PERSON, emits=["sign_on.parted"], keyed=False, prepare=password_shown)
def part(ctx: Context, p: Part) -> None:
    """The account at the provider no longer opens mine. It asks for the password, so that nobody shuts themselves out."""
    wanted = (sign_ons.c.id == p.sign_on, sign_ons.c.person == ctx.person)
    if ctx.db.execute(select(sign_ons.c.id).where(*wanted)).first() is None:
        raise NotFound()
    if not accept_password(ctx):
        return
    ctx.db.execute(delete(sign_ons).where(*wanted))
    ctx.emit("sign_on.parted", gone=[Gone("sign_on", p.sign_on)])
    post.mail(ctx, "sign-on-parted", person=ctx.person, args={"provider": ctx.settings.sso_name})


@feature.sweep
def sweep(ctx: Context) -> None:
    """Tickets that ran out go."""
    tickets.forget(ctx.db, ctx.now)


feature.keeps(sign_ons, "person", "own", everywhere=True)
