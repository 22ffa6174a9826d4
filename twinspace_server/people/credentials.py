"""Changing one's password or mail address, and getting back in when either is forgotten (SGN-04 to SGN-06).

Asking for a link answers the same after the same work whether or not there is somebody: it counts the knock, looks once, and puts one
job. A new password ends all other sessions, sockets too, and signs nobody in: a second factor is still asked for. A new address
counts when the link that was mailed there was opened; the old one is told (PRO-09: nobody else ever sees an address).
"""

from collections.abc import Mapping
from typing import Annotated, Any, NamedTuple

from msgspec import Meta
from sqlalchemy import or_, select, update

from twinspace_server import identity
from twinspace_server.errors import BadInput, Conflict, NotFound
from twinspace_server.identity import people
from twinspace_server.live.dispatch import HOUSE
from twinspace_server.live.feature import Asking, CommandParams, Context, Feature, Gate, Gone, Id, Prepared, Ref
from twinspace_server.people import knocks, links
from twinspace_server.people.accounts import Address, Password, by_email, credentials, looked_up
from twinspace_server.people.own_pupils import SET_PASSWORD
from twinspace_server.people.passwords import ADULTS, PUPILS
from twinspace_server.people.post import NOWHERE, PATHS, checked_address, mail
from twinspace_server.people.registration import Token
from twinspace_server.storage.store import Db

MINUTE_MS = 60_000
PASSWORD_LINK_MS = 30 * MINUTE_MS
ADDRESS_LINK_MS = 24 * 60 * MINUTE_MS

feature = Feature("credentials")
PATHS.update(password="/new-password", address="/new-address")  # noqa: S106 - an address, no secret

Current = Annotated[str, Meta(min_length=1, max_length=256, description="The password as it is now.")]


# -- forgotten -----------------------------------------------------------------------------------------------------


class Forgot(CommandParams, kw_only=True):
    name: Annotated[str, Meta(min_length=1, max_length=254, description="The user name or the mail address.")]


async def _knocked(asking: Asking, p: Any) -> Prepared:
    return Prepared(knocks.marks("forgot", looked_up(p.name), asking.address), HOUSE)


@feature.command("people.forgot", gate=Gate.ANYBODY, when_owing=True, keyed=False, prepare=_knocked)
def forgot(ctx: Context, p: Forgot) -> None:
    """Ask for a link to a new password, which also says the user name. The same answer for everybody, also for who has no address here."""
    knocks.take(ctx.db, ctx.prepared, ctx.now)
    name = looked_up(p.name)
    found = ctx.db.execute(select(people.c.id).where(or_(people.c.username == name, people.c.email == name))).scalar()
    ctx.later("people.help_in", {"person": found})


class HelpIn(CommandParams, kw_only=True):
    person: Id | None


@feature.command("people.help_in", gate=Gate.HOUSE)
def help_in(ctx: Context, p: HelpIn) -> None:
    """Mail the link. Where there is nobody with an address it is written all the same and goes nowhere: work that is left undone would
    show in how soon the next request is answered."""
    address = ctx.db.execute(select(people.c.email).where(people.c.id == (p.person or ""))).scalar()
    whose = {"person": p.person} if address is not None else {"address": NOWHERE}
    mail(ctx, "password", link=links.make(ctx.db, "password", lives_ms=PASSWORD_LINK_MS, now=ctx.now, **whose))


class NewPassword(CommandParams, kw_only=True):
    token: Token
    password: Password


class _Owner(NamedTuple):
    person: str
    desk: str
    adult: bool
    words: list[str]


def _owner(db: Db, person: str) -> _Owner:
    row = db.execute(
        select(people.c.desk, people.c.adult, people.c.username, people.c.name, people.c.email).where(people.c.id == person)
    ).one()
    return _Owner(person, row.desk, bool(row.adult), [row.username, row.name, row.email or ""])


async def _renewed(asking: Asking, p: Any) -> Prepared:
    def look(db: Db) -> _Owner:
        link = links.opened_by(db, "password", p.token, asking.now)
        if link is None or link.person is None:
            raise NotFound(code="link_dead")
        return _owner(db, link.person)

    owner = await asking.tools.store.read(look)
    least = ADULTS if owner.adult else PUPILS
    hashed = await asking.tools.passwords.chosen(p.password, [*owner.words, asking.tools.settings.name], least)
    return Prepared(hashed, owner.desk, owner.person)


@feature.command(
    "people.new_password", gate=Gate.ANYBODY, when_owing=True, answers={"username": str}, emits=["session.ended"], ends_sessions=True,
    keyed=False,
    prepare=_renewed,
)  # fmt: skip
def new_password(ctx: Context, p: NewPassword) -> Mapping[str, Any]:
    """Set a new password by the link of a mail (once, within half an hour), and hear one's user name. All sessions end. `link_dead`."""
    link = links.opened_by(ctx.db, "password", p.token, ctx.now)
    if link is None or link.person != ctx.person or not links.use(ctx.db, link, ctx.now):
        raise NotFound(code="link_dead")
    _set(ctx, ctx.prepared)
    _end_sessions(ctx, keep=None)
    return {"username": ctx.db.execute(select(people.c.username).where(people.c.id == ctx.person)).scalar_one()}


# -- changing ------------------------------------------------------------------------------------------------------


class ChangePassword(CommandParams, kw_only=True):
    current: Current
    password: Password


class _Confirmed(NamedTuple):
    stored: str | None
    right: bool
    counted: Mapping[str, int]
    hash: str | None


async def _confirmed(asking: Asking, current: str) -> _Confirmed:
    """Whether the current password is right; wrong ones are counted."""
    assert asking.who is not None
    person = asking.who.person
    counted = knocks.marks("password", person, asking.address)

    def look(db: Db) -> str | None:
        knocks.refuse(db, counted, asking.now)
        return db.execute(select(credentials.c.hash).where(credentials.c.person == person)).scalar()

    stored = await asking.tools.store.read(look)
    return _Confirmed(stored, await asking.tools.passwords.check(current, stored), counted, None)


async def _changed(asking: Asking, p: Any) -> Prepared:
    confirmed = await _confirmed(asking, p.current)
    if not confirmed.right:
        return Prepared(confirmed)
    assert asking.who is not None
    person = asking.who.person
    owner = await asking.tools.store.read(lambda db: _owner(db, person))
    least = ADULTS if owner.adult else PUPILS
    return Prepared(
        confirmed._replace(hash=await asking.tools.passwords.chosen(p.password, [*owner.words, asking.tools.settings.name], least))
    )


def _is_right(ctx: Context, path: str) -> bool:
    """Whether the current password was given; a wrong one is counted and refused."""
    confirmed: _Confirmed = ctx.prepared
    # Once more inside the unit: of many tries at once, no more than the limit learn whether they were right.
    knocks.refuse(ctx.db, confirmed.counted, ctx.now)
    stored = ctx.db.execute(select(credentials.c.hash).where(credentials.c.person == ctx.person)).scalar()
    if confirmed.right and stored == confirmed.stored:
        return True
    knocks.take(ctx.db, confirmed.counted, ctx.now)
    ctx.refuse(BadInput(code="wrong_current", path=path))
    return False


@feature.command("people.change_password", gate=Gate.PERSON, emits=["session.ended"], ends_sessions=True, keyed=False, prepare=_changed)
def change_password(ctx: Context, p: ChangePassword) -> None:
    """Choose another password (SGN-06), with the current one (`wrong_current`). All other sessions and tokens end; a mail says so."""
    if not _is_right(ctx, "$.current"):
        return
    assert ctx.who is not None
    _set(ctx, ctx.prepared.hash)
    _end_sessions(ctx, keep=ctx.who.session)
    mail(ctx, "password-changed", person=ctx.person)


def _set(ctx: Context, hashed: str) -> None:
    SET_PASSWORD(ctx.db, {"person": ctx.person, "hash": hashed, "changed_at": ctx.now})
    links.drop(ctx.db, "password", person=ctx.person)


def _end_sessions(ctx: Context, keep: str | None) -> None:
    ended = [one for one in identity.standing(ctx.db, ctx.person, ctx.now) if one != keep]
    for session in ended:
        identity.end(ctx.db, session, ctx.now)
    if ended:
        ctx.emit("session.ended", gone=[Gone("session", session) for session in ended])


# -- the mail address ----------------------------------------------------------------------------------------------


class ChangeAddress(CommandParams, kw_only=True):
    password: Current
    email: Address


async def _address_asked(asking: Asking, p: Any) -> Prepared:
    checked_address(p.email)
    return Prepared(await _confirmed(asking, p.password))


@feature.command("people.change_address", gate=Gate.PERSON, keyed=False, prepare=_address_asked)
def change_address(ctx: Context, p: ChangeAddress) -> None:
    """Ask for another mail address: the link that goes there makes it mine. The same answer whoever has that address (PRO-09)."""
    if ctx.who is None or not ctx.who.adult:
        raise Conflict(code="adults_only")
    if not _is_right(ctx, "$.password"):
        return
    email = checked_address(p.email)
    knocks.take(ctx.db, knocks.marks("address", email, ctx.person), ctx.now)
    link = links.make(ctx.db, "address", lives_ms=ADDRESS_LINK_MS, now=ctx.now, person=ctx.person, address=email)
    ctx.later("people.ask_address", {"link": link}, space=HOUSE)


class AskAddress(CommandParams, kw_only=True):
    link: Id


@feature.command("people.ask_address", gate=Gate.HOUSE)
def ask_address(ctx: Context, p: AskAddress) -> None:
    """Mail the link to the new address, or tell the account that has it already."""
    link = links.by_id(ctx.db, p.link)
    if link is None or link.address is None:
        return
    owner = by_email(ctx.db, link.address)
    if owner is None:
        mail(ctx, "address", link=link.id)
        return
    links.drop(ctx.db, "address", person=link.person)
    if owner != link.person:
        mail(ctx, "address-known", person=owner)


class ConfirmAddress(CommandParams, kw_only=True):
    token: Token


async def _confirming(asking: Asking, p: Any) -> Prepared:
    def look(db: Db) -> _Owner:
        link = links.opened_by(db, "address", p.token, asking.now)
        if link is None or link.person is None:
            raise NotFound(code="link_dead")
        return _owner(db, link.person)

    owner = await asking.tools.store.read(look)
    return Prepared(None, owner.desk, owner.person)


@feature.command("people.confirm_address", gate=Gate.ANYBODY, when_owing=True, emits=["person.changed"], keyed=False, prepare=_confirming)
def confirm_address(ctx: Context, p: ConfirmAddress) -> None:
    """Make the address to which this link was mailed one's own; the old one is told. `link_dead`."""
    link = links.opened_by(ctx.db, "address", p.token, ctx.now)
    if link is None or link.person != ctx.person or link.address is None or not links.use(ctx.db, link, ctx.now):
        raise NotFound(code="link_dead")
    if by_email(ctx.db, link.address) is not None:
        raise NotFound(code="link_dead")
    old = ctx.db.execute(select(people.c.email, people.c.language).where(people.c.id == ctx.person)).one()
    ctx.db.execute(update(people).where(people.c.id == ctx.person).values(email=link.address))
    if old.email:
        note = links.make(ctx.db, "old-address", lives_ms=0, now=ctx.now, address=old.email, language=old.language)
        mail(ctx, "address-changed", link=note)
    ctx.emit("person.changed", Ref("person", ctx.person))


feature.example("people.new_password", "", {"token": "{password_token}", "password": "zon fiets kaas boom"})
feature.example("people.confirm_address", "", {"token": "{address_token}"})
feature.example("people.forgot", "", {"name": "alice"})
