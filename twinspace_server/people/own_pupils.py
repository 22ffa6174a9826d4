"""What a confirmed teacher keeps for the pupils of their own school: password, name, language (ROL-20), and who that is.

A pupil's account is made by their teacher (`spaces/pupils`), without a password until somebody sets one. Nobody sees one that is
set, and setting another ends the pupil's sessions. Other teachers of a space are told whose business it is; outsiders learn nothing.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import UNSET, UnsetType
from sqlalchemy import insert, select, update

from twinspace_server import identity, ids, texts
from twinspace_server.errors import BadInput, Conflict, NotAllowed, NotFound, Reason
from twinspace_server.identity import people
from twinspace_server.law import places
from twinspace_server.law.members import members
from twinspace_server.live import log
from twinspace_server.live.feature import Asking, CommandParams, Context, Feature, Gate, Gone, Id, Prepared, Ref
from twinspace_server.people.accounts import Language, Name, Password, credentials
from twinspace_server.people.attachments import attach, taught
from twinspace_server.people.passwords import PUPILS
from twinspace_server.storage.hot import upsert
from twinspace_server.storage.store import Db

feature = Feature("own_pupils")

SET_PASSWORD = upsert(credentials, ["person"], ["hash", "changed_at"])
"""Whether or not there is one: a pupil begins without."""


def make_pupil(ctx: Context, *, username: str, name: str, school: str, language: str | None, email: str | None) -> str:
    """A pupil's account with its desk and no password, attached to the school of the teacher who makes it. Answers the person's id."""
    person = ids.new(ctx.now)
    desk = places.make_space(ctx.db, kind="desk", title=name, author=person, at=ctx.now, owner=person)
    log.begin(ctx.db, desk)
    ctx.db.execute(
        insert(people),
        {
            "id": person, "username": username, "name": name, "adult": 0, "operator": 0, "desk": desk, "language": language, "zone": None,
            "made_at": ctx.now, "email": email,
        },
    )  # fmt: skip
    attach(ctx.db, person, school, "confirmed", by=ctx.person, at=ctx.now)
    return person


def require_own(ctx: Context, persons: Iterable[str]) -> None:
    """Go on only as a confirmed teacher of the own school of all these pupils.

    Who meets them in a space is told whose business it is; for all others there is nobody.
    """
    wanted = set(persons)
    others = wanted - taught(ctx.db, ctx.person, wanted)
    if not others:
        return
    mine = select(members.c.space).where(members.c.person == ctx.person, members.c.left.is_(None))
    met = select(members.c.person).where(members.c.person.in_(others), members.c.left.is_(None), members.c.space.in_(mine))
    if others - {row[0] for row in ctx.db.execute(met)}:
        raise NotFound()
    raise NotAllowed(why=(Reason("pupils_by_own_teachers"),))


def desk_of(db: Db, person: str) -> str | None:
    """The desk of a person, where what happens to their account is told."""
    return db.execute(select(people.c.desk).where(people.c.id == person)).scalar()


def end_sessions(ctx: Context, person: str) -> None:
    """End all sessions of the person at whose desk this runs."""
    ended = identity.standing(ctx.db, person, ctx.now)
    for session in ended:
        identity.end(ctx.db, session, ctx.now)
    if ended:
        ctx.emit("session.ended", gone=[Gone("session", session) for session in ended])


async def _at_their_desk(asking: Asking, p: Any) -> Prepared:
    """In the lane of the pupil's desk and with the pupil's lock, so that nothing of theirs slips in between."""
    desk = await asking.tools.store.read(lambda db: desk_of(db, p.person))
    if desk is None:
        raise NotFound()
    return Prepared(None, desk, p.person)


async def _hashed(asking: Asking, p: Any) -> Prepared:
    who = asking.who
    assert who is not None

    def look(db: Db) -> tuple[str | None, tuple[str, ...]]:
        if not taught(db, who.person, [p.person]):
            return None, ()
        named = db.execute(select(people.c.username, people.c.name).where(people.c.id == p.person)).one()
        return desk_of(db, p.person), tuple(named)

    desk, words = await asking.tools.store.read(look)
    if desk is None:
        return await _at_their_desk(asking, p)  # which costs no hash, and is refused
    return Prepared(await asking.tools.passwords.chosen(p.password, [*words, asking.tools.settings.name], PUPILS), desk, p.person)


class SetPassword(CommandParams, kw_only=True):
    person: Id
    password: Password


@feature.command("pupil.set_password", gate=Gate.PERSON, emits=["session.ended"], ends_sessions=True, keyed=False, prepare=_hashed)
def set_password(ctx: Context, p: SetPassword) -> None:
    """Give a pupil of one's own school another password, without seeing the old one. It ends the pupil's sessions."""
    require_own(ctx, [p.person])
    if ctx.prepared is None:
        raise Conflict(code="changed_meanwhile")
    SET_PASSWORD(ctx.db, {"person": p.person, "hash": ctx.prepared, "changed_at": ctx.now})
    end_sessions(ctx, p.person)


class ChangePupil(CommandParams, kw_only=True):
    person: Id
    name: Name | None = None
    language: Language | None | UnsetType = UNSET


@feature.command("pupil.change", gate=Gate.PERSON, emits=["person.changed", "person.renamed"], keyed=False, prepare=_at_their_desk)
def change(ctx: Context, p: ChangePupil) -> None:
    """Change how a pupil of one's own school is called, or their language; null leaves the language to the browser."""
    require_own(ctx, [p.person])
    values: dict[str, str | None] = {}
    if p.name is not None:
        values["name"] = texts.line(p.name, "$.name")
    if not isinstance(p.language, UnsetType):
        values["language"] = p.language
    if not values:
        raise BadInput(code="nothing_to_change")
    ctx.db.execute(update(people).where(people.c.id == p.person).values(**values))
    ctx.emit("person.changed", Ref("person", p.person))
    if "name" in values:
        ctx.emit("person.renamed", Ref("person", p.person))


_PIA: Mapping[str, Any] = {"person": "{pia}"}

feature.example("pupil.change", "alice", {**_PIA, "name": "Pia Claes", "language": "nl"})
