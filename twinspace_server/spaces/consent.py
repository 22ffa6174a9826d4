"""Consent marks: may a member be seen in pictures inside the space, in public ones, and be called by first name in public?

Parents say so on paper; a teacher of the pupil's own school keeps it here, for this one space. Adults decide for themselves. What
nobody has said is no. Publishing asks these marks each time something is shown to a stranger, so taking one back takes effect at once.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import BigInteger, Column, Table, Text, select

from twinspace_server.clock import iso_or_none
from twinspace_server.errors import Conflict, NotAllowed, NotFound, Reason
from twinspace_server.identity import people
from twinspace_server.law.members import members
from twinspace_server.law.rights import named
from twinspace_server.live.feature import CommandParams, Context, Feature, Id, Item, ItemKind, Params, Ref
from twinspace_server.people.attachments import taught
from twinspace_server.storage.hot import upsert
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

consents = Table(
    "consents",
    metadata,
    Column("space", Text, primary_key=True),
    Column("person", Text, primary_key=True),
    Column("photo_inside", BigInteger, nullable=False),
    Column("photo_public", BigInteger, nullable=False),
    Column("name_public", BigInteger, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)

MARKS = ("photo_inside", "photo_public", "name_public")

feature = Feature("consent")

_PUT = upsert(consents, ["space", "person"], [*MARKS, "by", "at"])


class Consent(Item, tag="consent", frozen=True):
    """What may be shown of a member; `id` is the person's. For that person and the staff. `at` is null while nobody has said anything."""

    photo_inside: bool
    photo_public: bool
    name_public: bool
    by: str | None
    at: str | None


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Marks by `<space>.<person>`; of a member of whom nobody has said anything, three times no."""
    found: dict[str, Item] = {}
    for key in wanted:
        space, _, person = key.partition(".")
        known = of_persons(db, space, [person])
        if person in known:
            found[key] = known[person]
    return found


feature.item(ItemKind("consent", Consent, load, place=lambda _consent: None, audience=lambda consent: named([consent.id], staff=True)))


def of_persons(db: Db, space: str, persons: Iterable[str] | None = None) -> dict[str, Consent]:
    """The marks of these (of all) who take part in a space, or did."""
    query = (
        select(members.c.person, *(consents.c[name] for name in (*MARKS, "by", "at")))
        .select_from(members.outerjoin(consents, (consents.c.space == members.c.space) & (consents.c.person == members.c.person)))
        .where(members.c.space == space)
    )
    if persons is not None:
        query = query.where(members.c.person.in_(list(persons)))
    return {
        person: Consent(
            id=person, photo_inside=bool(inside), photo_public=bool(public), name_public=bool(name), by=by, at=iso_or_none(at)
        )
        for person, inside, public, name, by, at in db.execute(query)
    }  # fmt: skip


class SetConsent(CommandParams, kw_only=True):
    space: Id
    person: Id
    photo_inside: bool | None = None
    photo_public: bool | None = None
    name_public: bool | None = None


@feature.command("consent.set", answers={"consent": Consent}, emits=["consent.changed"], when_closed=True, when_quiet=True)
def set_consent(ctx: Context, p: SetConsent) -> Mapping[str, Any]:
    """Keep what may be shown of a pupil of one's own school, or, as an adult, of oneself. What is not named stays.

    Taking back goes on in a closed space, and of those who have left.
    """
    if ctx.rules.kind != "project":
        raise Conflict(code="not_for_desks")
    before = of_persons(ctx.db, p.space, [p.person]).get(p.person)
    if before is None:
        raise NotFound()
    _require_keeper(ctx, p.person)
    after = {name: getattr(before, name) if getattr(p, name) is None else getattr(p, name) for name in MARKS}
    if any(after[name] and not getattr(before, name) for name in MARKS):
        ctx.require_open()
    values = {name: int(on) for name, on in after.items()}
    _PUT(ctx.db, {"space": p.space, "person": p.person, **values, "by": ctx.person, "at": ctx.now})
    ctx.emit("consent.changed", Ref("consent", f"{p.space}.{p.person}"))
    return {"consent": Ref("consent", f"{p.space}.{p.person}")}


def _require_keeper(ctx: Context, person: str) -> None:
    """Confirmed teachers keep the marks of their own school's pupils (ROL-20), adults their own."""
    role = ctx.db.execute(select(members.c.role).where(members.c.space == ctx.space, members.c.person == person)).scalar()
    if role == "pupil" and not taught(ctx.db, ctx.person, [person]):
        raise NotAllowed(why=(Reason("consent_by_own_teachers"),))
    if role != "pupil" and person != ctx.person:
        raise NotAllowed(why=(Reason("consent_by_oneself"),))


class OfSpace(Params, kw_only=True):
    space: Id


class Kept(msgspec.Struct):
    """The marks of those of whom I may know; `mine_to_keep` are the persons whose marks I may change."""

    consents: list[Consent]
    mine_to_keep: list[str]


@feature.query("consent.of", answers=Kept)
def list_consents(ctx: Context, p: OfSpace) -> Kept:
    """What may be shown of whom: for the staff of everybody, for others of themselves."""
    if ctx.rules.kind != "project":
        return Kept([], [])
    known = of_persons(ctx.db, p.space)
    rows = ctx.db.execute(select(members.c.person, members.c.role).where(members.c.space == p.space).order_by(members.c.person)).fetchall()
    own = taught(ctx.db, ctx.person, [person for person, role in rows if role == "pupil"])
    mine = [person for person, role in rows if person in own or (role != "pupil" and person == ctx.person)]
    staff = ctx.view.staff_at(p.space)
    return Kept([known[person] for person in sorted(known) if staff or person == ctx.person], mine)


def names_of(db: Db, space: str) -> list[tuple[str, str, str]]:
    """Person, full name and role of everybody who takes part in a space, or did."""
    query = select(members.c.person, people.c.name, members.c.role).join_from(members, people, people.c.id == members.c.person)
    return [(person, name, role) for person, name, role in db.execute(query.where(members.c.space == space).order_by(members.c.person))]


_PIA = {"space": "{space}", "person": "{pia}"}

feature.example("consent.set", "alice", {**_PIA, "photo_inside": False, "photo_public": False, "name_public": False})
feature.example("consent.of", "alice", {"space": "{space}"})

feature.keeps(consents, "person", "own", why="what nobody has said is no")
