"""Single sign-on: which account of ours a provider's account opens (OpenID Connect; EUL-03, EUL-07).

`web/single_sign_on` speaks with the browser and the provider and runs the commands of the house below when it has verified what was said.
A provider's account is known by issuer and subject, never by its e-mail. It is joined to an account here once, only by an address that
the provider has verified, and only after somebody has signed in with the password, or has registered with that address and
opened the mail that went there; it never makes an account, let alone rights.
"""

import secrets
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import msgspec
from sqlalchemy import BigInteger, Column, Table, Text, UniqueConstraint, insert, select, update

from twinspace_server import identity, ids
from twinspace_server.clock import iso
from twinspace_server.errors import NotFound
from twinspace_server.identity import people, sessions
from twinspace_server.live.dispatch import HOUSE
from twinspace_server.live.feature import Asking, CommandParams, Context, Feature, Gate, Gone, Item, ItemKind, Prepared
from twinspace_server.people import factors, links, throttle, tickets
from twinspace_server.people.accounts import by_email
from twinspace_server.people.post import mail
from twinspace_server.people.sign_in import begin, device_name
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
    if joined(ctx.db, p.issuer, person):
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
    """A link that says to registration that this address was verified, and of whom; answers its token."""
    data = {"issuer": p.issuer, "subject": p.subject}
    link = links.make(ctx.db, "vouched", lives_ms=REGISTER_MS, now=ctx.now, address=email, language=p.language, data=data)
    token, hashed = links.token()
    links.hand_out(ctx.db, link, hashed)
    return token


def joined(db: Db, issuer: str, person: str) -> bool:
    """Whether this person has joined an account of this provider."""
    query = select(sign_ons.c.id).where(sign_ons.c.issuer == issuer, sign_ons.c.person == person)
    return db.execute(query).first() is not None


def join_to(ctx: Context, person: str, told: Mapping[str, str]) -> str | None:
    """Let the provider's account (`issuer`, `subject`, `email`) open this person's; nothing where one of the two is joined already."""
    theirs = select(sign_ons.c.id).where(sign_ons.c.issuer == told["issuer"], sign_ons.c.subject == told["subject"])
    if joined(ctx.db, told["issuer"], person) or ctx.db.execute(theirs).first() is not None:
        return None
    sign_on = ids.new(ctx.now)
    ctx.db.execute(
        insert(sign_ons),
        {
            "id": sign_on, "person": person, "issuer": told["issuer"], "subject": told["subject"], "email": told["email"],
            "made_at": ctx.now, "used_at": ctx.now,
        },
    )  # fmt: skip
    mail(ctx, "sign-on-joined", person=person, args={"provider": ctx.settings.sso_name})
    return sign_on


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


@feature.sweep
def sweep(ctx: Context) -> None:
    """Tickets that ran out go."""
    tickets.forget(ctx.db, ctx.now)


feature.keeps(sign_ons, "person", "own", everywhere=True)
