"""Saying that one belongs to a school, and having it confirmed (ROL-20, REG-12).

A claim gives no power. It is confirmed or refused by a grown-up who is confirmed at that school, or by the support organisation of the
school's country (which writes it into its record); nobody confirms themselves. Everybody concerned hears of it at their desk, live, and
by the bell. To all others neither the claim nor the claimant is there.
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import msgspec
from msgspec import Meta
from sqlalchemy import delete, func, select

from twinspace_server import texts
from twinspace_server.clock import iso
from twinspace_server.errors import BadInput, Conflict, NotFound
from twinspace_server.identity import people
from twinspace_server.live.feature import CommandParams, Context, Feature, Gate, Gone, Id, Item, ItemKind, Params, Ref
from twinspace_server.people import new_schools, support, teaching, wishes
from twinspace_server.people.attachments import State, attach, attachments, schools_of
from twinspace_server.people.new_schools import NewSchool
from twinspace_server.people.post import mail
from twinspace_server.people.schools import Country, School, schools
from twinspace_server.storage.store import Db

AGAIN_MS = 30 * 24 * 3_600_000
"""Who was refused may say it again after this."""
MOST_TOLD = 30
"""Of a school's teachers; one of them is enough."""
MOST_SCHOOLS = 50
"""Of one person."""

feature = Feature("belonging")

Reason = Annotated[str, Meta(max_length=500)]


class Attachment(Item, tag="attachment", frozen=True):
    """That a person says they belong to a school, and what became of it."""

    person: str
    name: str
    school: str
    school_name: str
    town: str
    country: str
    to_check: bool
    state: State
    at: str


def key(person: str, school: str) -> str:
    """The id of an attachment as an item."""
    return f"{person}_{school}"


def _query() -> Any:
    return (
        select(
            attachments.c.person, people.c.name, attachments.c.school, schools.c.name, schools.c.town, schools.c.country,
            schools.c.to_check, attachments.c.state, attachments.c.at,
        )
        .join_from(attachments, people, people.c.id == attachments.c.person)
        .join(schools, schools.c.id == attachments.c.school)
        .order_by(attachments.c.at, attachments.c.person)
    )  # fmt: skip


def _read(rows: Any) -> list[Attachment]:
    return [
        Attachment(
            id=key(person, school), person=person, name=name, school=school, school_name=called, town=town, country=country,
            to_check=bool(new), state=state, at=iso(at),
        )
        for person, name, school, called, town, country, new, state, at in rows
    ]  # fmt: skip


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """By the ids of person and school."""
    found: dict[str, Item] = {}
    for one in wanted:
        person, _, school = one.partition("_")
        for read in _read(db.execute(_query().where(attachments.c.person == person, attachments.c.school == school))):
            found[one] = read
    return found


feature.item(ItemKind("attachment", Attachment, load, place=lambda _attachment: None))


def claims_at(db: Db, where: Any, most: int = 500) -> list[Attachment]:
    """Claims that wait, of grown-ups at schools for which `where` holds."""
    return _read(db.execute(_query().where(attachments.c.state == "claimed", people.c.adult == 1, where).limit(most)))


def keepers(db: Db, school: str) -> list[str]:
    """The grown-ups who are confirmed at this school, those first who have been for longest, and no more than are told."""
    query = (
        select(attachments.c.person)
        .join_from(attachments, people, people.c.id == attachments.c.person)
        .where(attachments.c.school == school, attachments.c.state == "confirmed", people.c.adult == 1)
        .order_by(attachments.c.at)
        .limit(MOST_TOLD)
    )
    return [row[0] for row in db.execute(query)]


def tell(ctx: Context, person: str, school: str) -> None:
    """Let the desks of the claimant and of those who decide hear of it; each in a unit of its own."""
    country = ctx.db.execute(select(schools.c.country).where(schools.c.id == school)).scalar_one()
    concerned = {person, *keepers(ctx.db, school), *support.sits_at(ctx.db, country)}
    rows = ctx.db.execute(select(people.c.id, people.c.desk).where(people.c.id.in_(sorted(concerned))))
    for one, desk in sorted(rows.fetchall()):
        if one != ctx.person or desk != ctx.space:
            ctx.later("belonging.told", {"person": person, "school": school}, space=desk)


class Told(CommandParams, kw_only=True):
    person: Id
    school: Id


@feature.command("belonging.told", gate=Gate.HOUSE, emits=["attachment.changed"])
def told(ctx: Context, p: Told) -> None:
    """Tell one desk that somebody's belonging has changed."""
    name = key(p.person, p.school)
    if load(ctx.db, [name]):
        ctx.emit("attachment.changed", Ref("attachment", name))
    else:
        ctx.emit("attachment.changed", gone=[Gone("attachment", name)])


def claim(ctx: Context, person: str, school: str) -> None:
    """Write the claim down, and ask those who can confirm it: the school's own teachers, or the desk when there are none."""
    attach(ctx.db, person, school, "claimed", by=person, at=ctx.now)
    tell(ctx, person, school)
    country = ctx.db.execute(select(schools.c.country).where(schools.c.id == school)).scalar_one()
    colleagues = [one for one in keepers(ctx.db, school) if one != person]
    asked = colleagues or support.sits_at(ctx.db, country)
    for one in asked:
        mail(ctx, "claim", person=one)
    ctx.notify(asked, "claim" if colleagues else "claim_to_check", Ref("attachment", key(person, school)), by=person)


def _grown_up(ctx: Context) -> None:
    if ctx.who is None or not ctx.who.adult:
        raise Conflict(code="adults_only")


def _not_too_many(ctx: Context) -> None:
    query = select(func.count()).select_from(attachments).where(attachments.c.person == ctx.person, attachments.c.state != "refused")
    if ctx.db.execute(query).scalar_one() >= MOST_SCHOOLS:
        raise Conflict(code="too_many_schools", most=MOST_SCHOOLS)


class ClaimSchool(CommandParams, kw_only=True):
    school: Id


@feature.command("schools.claim", gate=Gate.PERSON, answers={"attachment": Attachment}, emits=["attachment.changed"])
def claim_school(ctx: Context, p: ClaimSchool) -> Mapping[str, Any]:
    """Say that this is my school. `refused_before` for thirty days after it was refused."""
    _grown_up(ctx)
    if ctx.db.execute(select(schools.c.id).where(schools.c.id == p.school)).first() is None:
        raise BadInput(code="unknown_school", path="$.school")
    mine = select(attachments.c.state, attachments.c.at).where(attachments.c.person == ctx.person, attachments.c.school == p.school)
    state, at = ctx.db.execute(mine).first() or ("", 0)
    if state == "refused" and at > ctx.now - AGAIN_MS:
        raise Conflict(code="refused_before")
    if state in ("", "refused"):
        _not_too_many(ctx)
        claim(ctx, ctx.person, p.school)
    ctx.emit("attachment.changed", Ref("attachment", key(ctx.person, p.school)))
    return {"attachment": Ref("attachment", key(ctx.person, p.school))}


class ClaimNewSchool(CommandParams, kw_only=True):
    country: Country
    school: NewSchool


@feature.command("schools.claim_new", gate=Gate.PERSON, answers={"school": School, "attachment": Attachment}, emits=["attachment.changed"])
def claim_new(ctx: Context, p: ClaimNewSchool) -> Mapping[str, Any]:
    """Bring a school along that is not in the list, and say that it is mine."""
    _grown_up(ctx)
    _not_too_many(ctx)
    school = new_schools.add(ctx.db, p.country, p.school, by=ctx.person, at=ctx.now, path="$.school")
    claim(ctx, ctx.person, school)
    ctx.emit("attachment.changed", Ref("attachment", key(ctx.person, school)))
    return {"school": Ref("school", school), "attachment": Ref("attachment", key(ctx.person, school))}


@feature.command("schools.leave", gate=Gate.PERSON, emits=["attachment.changed"])
def leave(ctx: Context, p: ClaimSchool) -> None:
    """I no longer belong to this school; what it gave me the power to do ends with it. A refusal stays known for its thirty days."""
    _grown_up(ctx)
    gone = delete(attachments).where(attachments.c.person == ctx.person, attachments.c.school == p.school, attachments.c.state != "refused")
    if not ctx.db.execute(gone).rowcount:
        raise NotFound()
    tell(ctx, ctx.person, p.school)
    ctx.emit("attachment.changed", gone=[Gone("attachment", key(ctx.person, p.school))])


class Decide(CommandParams, kw_only=True):
    school: Id
    person: Id
    reason: Reason = ""


def _decide(ctx: Context, p: Decide, state: State) -> None:
    """Confirm or refuse it, by those who may; for everybody else there is nothing to decide on."""
    row = ctx.db.execute(
        select(attachments.c.state, schools.c.country)
        .join_from(attachments, schools, schools.c.id == attachments.c.school)
        .join(people, people.c.id == attachments.c.person)
        .where(attachments.c.person == p.person, attachments.c.school == p.school, people.c.adult == 1)
    ).first()
    if row is None:
        raise NotFound()
    known, country = row
    at_desk = country in support.countries_of(ctx.db, ctx.person)
    colleague = ctx.who is not None and ctx.who.adult and p.school in schools_of(ctx.db, ctx.person, "confirmed")
    if not at_desk and not colleague:
        raise NotFound()
    if p.person == ctx.person:
        raise Conflict(code="not_yourself")
    if known != "claimed":
        raise Conflict(code="not_claimed")
    attach(ctx.db, p.person, p.school, state, by=ctx.person, at=ctx.now)
    if at_desk:
        reason = texts.line(p.reason, "$.reason") if p.reason.strip() else ""
        support.note(ctx, country, "attachment", key(p.person, p.school), state, reason)
    tell(ctx, p.person, p.school)
    mail(ctx, f"attachment-{state}", person=p.person)
    ctx.notify([p.person], f"attachment_{state}", Ref("attachment", key(p.person, p.school)))
    ctx.emit("attachment.changed", Ref("attachment", key(p.person, p.school)))


@feature.command("schools.confirm", gate=Gate.PERSON, answers={"attachment": Attachment}, emits=["attachment.changed"])
def confirm(ctx: Context, p: Decide) -> Mapping[str, Any]:
    """Confirm that somebody belongs to a school: from then on they have the power of its teachers over its pupils."""
    _decide(ctx, p, "confirmed")
    return {"attachment": Ref("attachment", key(p.person, p.school))}


@feature.command("schools.refuse", gate=Gate.PERSON, answers={"attachment": Attachment}, emits=["attachment.changed"])
def refuse(ctx: Context, p: Decide) -> Mapping[str, Any]:
    """Say that somebody does not belong to a school."""
    _decide(ctx, p, "refused")
    return {"attachment": Ref("attachment", key(p.person, p.school))}


class AskAboutMe(Params, kw_only=True):
    pass


class AboutMe(msgspec.Struct):
    """My schools, those who say that they are of a school where I am confirmed, what I do there, and my wishes."""

    schools: list[Attachment]
    claims: list[Attachment]
    teaching: teaching.Teaching | None
    wishes: wishes.Wishes | None


@feature.query("people.about_me", answers=AboutMe, gate=Gate.PERSON)
def about_me(ctx: Context, p: AskAboutMe) -> AboutMe:
    """What I have said of myself as a teacher; and who waits for my word at my schools."""
    mine = _read(ctx.db.execute(_query().where(attachments.c.person == ctx.person)))
    confirmed = [one.school for one in mine if one.state == "confirmed"] if ctx.who is not None and ctx.who.adult else []
    claims = claims_at(ctx.db, attachments.c.school.in_(confirmed)) if confirmed else []
    return AboutMe(
        mine, [one for one in claims if one.person != ctx.person], teaching.of(ctx.db, ctx.person), wishes.of(ctx.db, ctx.person)
    )


_NEW = {"name": "{space}", "town": "Gent", "region": "", "zone": "Europe/Brussels", "hue": "coral", "head": "An De Wit"}

feature.example("schools.claim_new", "olga", {"country": "BE", "school": _NEW}, gives="fresh")
feature.example("schools.attach", "nora", {"school": "{fresh}", "person": "{alice}"})
feature.example("schools.claim", "gerda", {"school": "{fresh}"})
feature.example("schools.refuse", "alice", {"school": "{fresh}", "person": "{gerda}", "reason": "Nobody here knows you."})
feature.example("schools.confirm", "alice", {"school": "{fresh}", "person": "{olga}"})
feature.example("people.about_me", "alice", {})
feature.example("schools.leave", "olga", {"school": "{fresh}"})
