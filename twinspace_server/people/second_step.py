"""The step after the password, and showing once more that it is really me (SGN-02, safety S12).

A ticket leads from `people.sign_in` here. Failures count for the person, whoever tries and with whatever ticket, and for the address; after
a few the ticket itself is worth nothing. `people.confirm` asks the same of somebody signed in, before what a stolen session must not do.
"""

from collections.abc import Mapping
from typing import Annotated, Any

import msgspec
from msgspec import Meta
from sqlalchemy import select

from twinspace_server import identity
from twinspace_server.errors import BadInput, SignedOut
from twinspace_server.identity import people
from twinspace_server.live.dispatch import HOUSE
from twinspace_server.live.feature import Asking, CommandParams, Context, Feature, Gate, Prepared, Ref
from twinspace_server.people import authenticator, factors, passkeys, throttle, tickets
from twinspace_server.people.accounts import Person, credentials
from twinspace_server.people.factors import Code, Recovery, Signed
from twinspace_server.people.post import mail
from twinspace_server.people.sign_in import Ticketed, begin
from twinspace_server.storage.store import Db

feature = Feature("second_step")


class SignInSecond(Ticketed, kw_only=True):
    code: Code | None = None
    recovery: Recovery | None = None
    passkey: Signed | None = None


class _Second(msgspec.Struct, frozen=True):
    """Whose second step this is, and what its passkey has signed."""

    ticket: tickets.Ticket
    seen: passkeys.Seen | None
    tried: throttle.Try


def _tried(person: str, address: str) -> throttle.Try:
    return throttle.tried_for(person, address, "second")


async def _held(asking: Asking, p: Any) -> Prepared:
    store, settings = asking.tools.store, asking.tools.settings

    def look(db: Db) -> tuple[tickets.Ticket, str] | None:
        ticket = tickets.held(db, "second", p.ticket, address=asking.address, now=asking.now)
        if ticket is None or ticket.person is None:
            return None
        throttle.refuse(db, settings, _tried(ticket.person, asking.address), asking.now)
        desk = db.execute(select(people.c.desk).where(people.c.id == ticket.person)).scalar()
        return None if desk is None else (ticket, desk)

    found = await store.read(look)
    if found is None:
        return Prepared(None, HOUSE)
    ticket, desk = found
    seen = await passkeys.signed(asking, ticket.data["challenge"], p.passkey, ticket.person) if p.passkey is not None else None
    return Prepared(_Second(ticket, seen, _tried(str(ticket.person), asking.address)), desk, ticket.person)


def _accepts(ctx: Context, p: Any, seen: passkeys.Seen | None) -> bool:
    """Whether what was given is right; it is used up by this."""
    if p.code is not None:
        return authenticator.accept(ctx.db, ctx.person, p.code, ctx.now)
    if p.recovery is not None:
        spent = factors.spend(ctx.db, ctx.person, p.recovery, ctx.now)
        if spent:
            ctx.emit("factor.changed", Ref("factor", factors.codes_of(ctx.person)))
            mail(ctx, "recovery-used", person=ctx.person)
        return spent
    return seen is not None and passkeys.used(ctx.db, seen, ctx.now)


@feature.command(
    "people.sign_in_second", gate=Gate.ANYBODY, when_owing=True, answers={"person": Person, "token": str | None},
    emits=["factor.changed", "session.started"], keyed=False, prepare=_held,
)  # fmt: skip
def sign_in_second(ctx: Context, p: SignInSecond) -> Mapping[str, Any]:
    """The second step of `people.sign_in`: with its ticket one of a code, a recovery code, or what a passkey has signed.

    Wrong: `wrong_code`, and after five of them, or ten minutes, `sign_in_over`: then one begins anew.
    """
    second: _Second | None = ctx.prepared
    if second is None:
        raise SignedOut(code="sign_in_over")
    throttle.refuse(ctx.db, ctx.settings, second.tried, ctx.now)
    if not _accepts(ctx, p, second.seen):
        throttle.failed(ctx.db, second.tried, ctx.now)
        tickets.missed(ctx.db, second.ticket)
        ctx.refuse(SignedOut(code="wrong_code"))
        return {}
    if not tickets.use(ctx.db, second.ticket):
        raise SignedOut(code="sign_in_over")
    data = second.ticket.data
    throttle.succeeded(ctx.db, throttle.Try(data["name_mark"], second.tried.address_mark), ctx.now)
    throttle.succeeded(ctx.db, second.tried, ctx.now)
    token = begin(ctx, token=data["token"], device=data["device"], came_by=data.get("came_by"))
    return {"person": Ref("person", ctx.person), **({"token": token} if data["token"] else {})}


# -- once more -------------------------------------------------------------------------------------------------------


class Confirm(CommandParams, kw_only=True):
    password: Annotated[str, Meta(min_length=1, max_length=256, description="Of somebody who has no second factor.")] | None = None
    code: Code | None = None
    recovery: Recovery | None = None
    ticket: Annotated[str, Meta(min_length=1, max_length=100, description="Of `people.begin_passkey`.")] | None = None
    passkey: Signed | None = None


class _Shown(msgspec.Struct, frozen=True):
    tried: throttle.Try
    right: bool
    hash: str | None
    ticket: tickets.Ticket | None
    seen: passkeys.Seen | None


async def _shown(asking: Asking, p: Any) -> Prepared:
    assert asking.who is not None
    # Counted apart from signing in: who has found an open session must not shut its owner out by guessing here.
    person, tried = asking.who.person, throttle.tried_for(asking.who.person, asking.address, "confirm")

    def look(db: Db) -> tuple[Any, tickets.Ticket | None]:
        throttle.refuse(db, asking.tools.settings, tried, asking.now)
        stored = db.execute(select(credentials.c.hash).where(credentials.c.person == person)).scalar()
        asked = tickets.held(db, "passkey", p.ticket, address=asking.address, now=asking.now) if p.ticket is not None else None
        return stored, asked if asked is not None and asked.person == person else None

    stored, ticket = await asking.tools.store.read(look)
    right = await asking.tools.passwords.check(p.password, stored) if p.password is not None else False
    seen = await passkeys.signed(asking, ticket.data["challenge"], p.passkey, person) if ticket and p.passkey is not None else None
    return Prepared(value=_Shown(tried, right, stored, ticket, seen))


@feature.command("people.confirm", gate=Gate.PERSON, when_owing=True, emits=["factor.changed"], keyed=False, prepare=_shown)
def confirm(ctx: Context, p: Confirm) -> None:
    """Show once more that it is me, for the next quarter of an hour: with my second factor, or, without one, with my password.

    Wrong: `wrong_code` or `wrong_password`.
    """
    shown: _Shown = ctx.prepared
    assert ctx.who is not None
    throttle.refuse(ctx.db, ctx.settings, shown.tried, ctx.now)
    if factors.ways(ctx.db, ctx.person):
        asked = shown.ticket is None or tickets.use(ctx.db, shown.ticket)
        right, error = asked and _accepts(ctx, p, shown.seen), BadInput(code="wrong_code", path="$.code")
    else:
        current = ctx.db.execute(select(credentials.c.hash).where(credentials.c.person == ctx.person)).scalar()
        right, error = shown.right and current == shown.hash, BadInput(code="wrong_password", path="$.password")
    if not right:
        throttle.failed(ctx.db, shown.tried, ctx.now)
        ctx.refuse(error)
        return
    identity.confirm(ctx.db, ctx.who.session, ctx.now)
