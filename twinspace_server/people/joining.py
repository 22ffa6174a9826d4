"""Joining an account at a provider to one here, and parting them again (EUL-03, EUL-07).

`single_sign_on` sends somebody here with a ticket: the provider has verified an address that an account of ours has. The password of that
account is asked, once. Whom the provider sent here before they had an account is joined when they register (`registration`).
"""

from collections.abc import Mapping
from typing import Annotated, Any

import msgspec
from msgspec import Meta
from sqlalchemy import delete, select

from twinspace_server.errors import Conflict, NotFound, SignedOut
from twinspace_server.identity import people
from twinspace_server.live.dispatch import HOUSE
from twinspace_server.live.feature import Asking, CommandParams, Context, Feature, Gate, Gone, Id, Params, Prepared, Ref
from twinspace_server.people import factors, post, throttle, tickets
from twinspace_server.people.accounts import Person, credentials
from twinspace_server.people.factors import Second, accept_password, password_shown
from twinspace_server.people.sign_in import Ticketed, begin
from twinspace_server.people.single_sign_on import SignOn, came_by, join_to, sign_ons
from twinspace_server.storage.store import Db

feature = Feature("joining")


class Look(Ticketed, kw_only=True):
    pass


async def _from(asking: Asking, p: Any) -> Prepared:
    return Prepared(value=asking.address)


@feature.command(
    "people.look_joining", gate=Gate.ANYBODY, when_owing=True,
    answers={"provider": str, "email": str | None, "second": Second | None}, keyed=False,
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
    "people.join", gate=Gate.ANYBODY, when_owing=True, answers={"person": Person | None, "second": Second | None},
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
    sign_on = join_to(ctx, ctx.person, told)
    if sign_on is None:
        raise Conflict(code="joined_already")
    ctx.emit("sign_on.joined", Ref("sign_on", sign_on))
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
