"""The support organisation's side of registering: who is stuck between the mail and the form's end (REG-08, HLP-02).

A desk sees the registrations of its own country. One that has not said its country yet is found only by its whole mail address, as
somebody who calls for help gives it. The link goes to that address again and to nowhere else: no desk can take an account over.
"""

from typing import Annotated, Any

import msgspec
from msgspec import Meta
from sqlalchemy import and_, func, or_, select

from twinspace_server.clock import iso
from twinspace_server.errors import NotFound
from twinspace_server.live.dispatch import HOUSE
from twinspace_server.live.feature import CommandParams, Context, Feature, Gate, Id, Params
from twinspace_server.people import checks, knocks, support
from twinspace_server.people.accounts import looked_up
from twinspace_server.people.registration import LINK_MS, registrations
from twinspace_server.people.schools import schools

MOST = 200

feature = Feature("stuck")


class AskRegistrations(Params, kw_only=True):
    search: Annotated[str, Meta(max_length=254, description="A part of the mail address; the whole of it where no country is known.")] = ""


class StuckRegistration(msgspec.Struct):
    """A registration that is not complete: when it was begun, when its link was mailed last, when something was last typed."""

    id: str
    email: str
    country: str | None
    begun_at: str
    sent_at: str | None
    saved_at: str | None
    link_stands: bool


class StuckRegistrations(msgspec.Struct):
    registrations: list[StuckRegistration]


@feature.query("support.registrations", answers=StuckRegistrations, gate=Gate.PERSON)
def stuck(ctx: Context, p: AskRegistrations) -> StuckRegistrations:
    """Registrations of my countries that are not complete, newest first; found by mail address (REG-08)."""
    countries = support.require(ctx)
    wanted = looked_up(p.search)
    mine: Any = registrations.c.country.in_(countries)
    if wanted:
        part = and_(mine, registrations.c.email.contains(wanted, autoescape=True))
        mine = or_(part, and_(registrations.c.country.is_(None), registrations.c.email == wanted))
    columns = [registrations.c[name] for name in ("id", "email", "country", "begun_at", "sent_at", "saved_at")]
    rows = ctx.db.execute(select(*columns).where(mine).order_by(registrations.c.begun_at.desc()).limit(MOST))
    return StuckRegistrations(
        [
            StuckRegistration(
                key, email, country, iso(begun), iso(sent) if sent else None, iso(saved) if saved else None,
                sent is not None and sent + LINK_MS > ctx.now,
            )
            for key, email, country, begun, sent, saved in rows
        ]
    )  # fmt: skip


class SendAgain(CommandParams, kw_only=True):
    registration: Id


@feature.command("registration.send_again", gate=Gate.PERSON)
def send_again(ctx: Context, p: SendAgain) -> None:
    """Mail the link of a stuck registration once more (REG-08); the one before opens nothing from then on."""
    countries = support.require(ctx)
    row = ctx.db.execute(select(registrations.c.country).where(registrations.c.id == p.registration)).first()
    if row is None or (row[0] is not None and row[0] not in countries):
        raise NotFound()
    knocks.take(ctx.db, knocks.marks("again", p.registration, ctx.person), ctx.now)
    ctx.later("registration.invite", {"registration": p.registration}, space=HOUSE)
    support.note(ctx, row[0] or countries[0], "registration", p.registration, "sent_again")


class AskWaiting(Params, kw_only=True):
    pass


class Waiting(msgspec.Struct):
    """How much waits for a desk in matters of people and schools."""

    registrations: int
    schools: int


@feature.query("support.waiting", answers=Waiting, gate=Gate.PERSON)
def waiting(ctx: Context, p: AskWaiting) -> Waiting:
    """How many registrations are stuck, and how many schools and claims wait, in my countries."""
    countries = support.require(ctx)
    query = select(func.count()).select_from(registrations).where(registrations.c.country.in_(countries))
    number = ctx.db.execute(query).scalar_one()
    new = ctx.db.execute(
        select(func.count()).select_from(schools).where(schools.c.to_check == 1, schools.c.country.in_(countries))
    ).scalar_one()
    claims = checks.to_check(ctx, checks.AskSupport()).claims
    return Waiting(number, new + len(claims))


_DESK = {"country": "BE", "person": "{bob}"}

feature.example("support.open", "nora", {"country": "BE", "name": "The support of Belgium"})
feature.example("support.appoint", "nora", _DESK)
feature.example("support.registrations", "bob", {"search": "teacher@"})
feature.example("support.waiting", "bob", {})
feature.example("registration.send_again", "bob", {"registration": "{registration}"})
