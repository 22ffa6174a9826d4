"""Erasing a person (GDPR 17): three choices of what becomes of what they made, and a nameless tombstone in every one of them.

An adult erases themselves, a confirmed teacher of their own school a pupil; nobody else can, and for nobody else is there anybody to
erase. The account is closed at once. What is kept follows in units of the house, one for each space, each table as its feature has
declared (`live/keeping.py`); then the bytes go, and the database leaves nothing of it in its file. A list beside the database remembers
it, so that an old backup doesn't bring anybody back.
"""

import asyncio
from collections.abc import Mapping, Sequence
from email import message_from_bytes
from email.policy import default as plain_policy
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta
from sqlalchemy import BigInteger, Column, Index, Table, Text, delete, insert, select, update

from twinspace_server import i18n, identity, jobs
from twinspace_server.errors import BadInput, Conflict, NotAllowed, NotFound, Reason
from twinspace_server.identity import people
from twinspace_server.law import members as law_members
from twinspace_server.law.load import desk_of
from twinspace_server.law.members import members
from twinspace_server.law.places import places, spaces
from twinspace_server.law.rights import Audience
from twinspace_server.live import indexing, log
from twinspace_server.live.dispatch import HOUSE
from twinspace_server.live.feature import LATER, Asking, CommandParams, Context, Feature, Gate, Gone, Id, Params, Prepared, Ref
from twinspace_server.live.keeping import Choice, Erasing
from twinspace_server.live.log import Loaded
from twinspace_server.people.accounts import credentials, looked_up
from twinspace_server.people.attachments import teaches
from twinspace_server.storage import fulltext
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

TOLD_AT_ONCE = 200
"""Items in one event."""
LIST = "erasures.jsonl"
"""In the data directory: who was erased, by id, and how. It is read after a backup was brought back."""

erasures = Table(
    "erasures",
    metadata,
    Column("person", Text, primary_key=True),
    Column("choice", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("done_at", BigInteger),
    Index("ix_erasures_done", "done_at"),
)

feature = Feature("erasure")


def may(db: Db, person: str, whom: str) -> bool:
    """Whether a person has the say over somebody's data: a confirmed teacher of a pupil's own school."""
    return teaches(db, person, whom)


def erased(db: Db, persons: Sequence[str]) -> set[str]:
    """Those of these who were erased, or are about to be."""
    return {row[0] for row in db.execute(select(erasures.c.person).where(erasures.c.person.in_(list(persons))))}


# -- asking ----------------------------------------------------------------------------------------------------------


class Erase(CommandParams, kw_only=True):
    choice: Choice
    username: Annotated[
        str, Meta(min_length=1, max_length=40, description="The user name of who is to be erased: nobody is erased by a slip.")
    ]
    person: Annotated[Id, Meta(description="A pupil of one's own school; without it, oneself.")] | None = None


async def _whose(asking: Asking, p: Any) -> Prepared:
    """The lane is that of the desk of whoever is erased: their sessions end there."""
    assert asking.who is not None
    if p.person is None or p.person == asking.who.person:
        return Prepared()
    asker, whom = asking.who.person, p.person
    desk = await asking.tools.store.read(lambda db: desk_of(db, whom) if may(db, asker, whom) else None)
    if desk is None:
        raise NotFound()
    return Prepared(space=desk, person=whom)


@feature.command("erasure.ask", gate=Gate.PERSON, emits=["session.ended"], ends_sessions=True, keyed=False, prepare=_whose)
def ask(ctx: Context, p: Erase) -> None:
    """Erase oneself, as an adult, or a pupil of one's own school. It can't be undone.

    The account is closed in this moment, on every device; the rest is done within a minute. `last_administrator` and `last_operator`
    first hand over what hangs on them.
    """
    assert ctx.who is not None
    whom = p.person or ctx.person
    row = ctx.db.execute(select(people.c.username, people.c.adult, people.c.operator).where(people.c.id == whom)).first()
    if row is None or (whom != ctx.who.person and not may(ctx.db, ctx.who.person, whom)):
        raise NotFound()
    if whom == ctx.who.person and not row.adult:
        raise NotAllowed(why=(Reason("erased_by_own_teachers"),))
    if erased(ctx.db, [whom]):
        raise Conflict(code="erased_already")
    if looked_up(p.username) != row.username:
        raise BadInput(code="another_user_name", path="$.username")
    _hand_over_first(ctx, whom, bool(row.operator))
    ctx.db.execute(insert(erasures), {"person": whom, "choice": p.choice, "by": ctx.person, "at": ctx.now, "done_at": None})
    _shut(ctx, whom)
    if whom == ctx.who.person:
        ctx.cookie = ""
    ctx.later("erasure.account", {"person": whom}, space=HOUSE)


def _shut(ctx: Context, whom: str) -> None:
    """Nobody comes in as them from now on, and who is in is out."""
    ended = identity.standing(ctx.db, whom, ctx.now)
    for session in ended:
        identity.end(ctx.db, session, ctx.now)
    ctx.db.execute(delete(credentials).where(credentials.c.person == whom))
    ctx.db.execute(update(people).where(people.c.id == whom).values(blocked_at=ctx.now))  # for cards, passkeys and other houses, too
    ctx.emit("session.ended", gone=[Gone("session", session) for session in ended])


def _hand_over_first(ctx: Context, whom: str, operator: bool) -> None:
    """A space never loses its last administrator, nor an installation its last operator: of two who go at once the second is told so."""
    if operator:
        standing = select(people.c.id, people.c.blocked_at).where(people.c.operator == 1).order_by(people.c.id).with_for_update()
        if not any(one != whom and blocked is None for one, blocked in ctx.db.execute(standing)):
            raise Conflict(code="last_operator")
    mine = select(members.c.space).where(members.c.person == whom, members.c.administrator == 1, members.c.left.is_(None))
    ctx.db.execute(select(spaces.c.id).where(spaces.c.id.in_(mine)).order_by(spaces.c.id).with_for_update())
    alone = _left_alone(ctx.db, whom)
    if alone:
        raise Conflict(code="last_administrator_of", space=alone[0])


def _left_alone(db: Db, whom: str) -> list[str]:
    """Titles of the spaces that nobody would administer without this person; whose account is shut administers nothing."""
    mine = select(members.c.space).where(members.c.person == whom, members.c.administrator == 1, members.c.left.is_(None))
    others = (
        select(members.c.space)
        .join(people, people.c.id == members.c.person)
        .where(members.c.person != whom, members.c.administrator == 1, members.c.left.is_(None), people.c.blocked_at.is_(None))
    )
    alone = select(places.c.title).where(places.c.id.in_(mine), places.c.id.not_in(others), places.c.parent.is_(None))
    return [row[0] for row in db.execute(alone.order_by(places.c.title))]


# -- doing it --------------------------------------------------------------------------------------------------------


class Step(CommandParams, kw_only=True):
    person: Id


async def _noted(asking: Asking, p: Any) -> Prepared:
    """Written on the list beside the database first; and mails that lie in the folder of an installation without a mail server go."""
    settings = asking.tools.settings

    def known(db: Db) -> Any:
        asked = select(erasures.c.choice, erasures.c.at, people.c.email).join(people, people.c.id == erasures.c.person)
        return db.execute(asked.where(erasures.c.person == p.person)).first()

    row = await asking.tools.store.read(known)
    if row is not None:
        await asyncio.to_thread(_write_down, settings.data_path, {"person": p.person, "choice": row.choice, "at": row.at})
        if row.email is not None:
            await asyncio.to_thread(_drop_mails, settings.data_path / "mail", row.email)
    return Prepared()


def _write_down(data: Path, line: Mapping[str, Any]) -> None:
    data.mkdir(parents=True, exist_ok=True)
    with (data / LIST).open("ab") as handle:
        handle.write(msgspec.json.encode(line) + b"\n")


def _drop_mails(folder: Path, address: str) -> None:
    for file in sorted(folder.glob("*.eml")):
        to = message_from_bytes(file.read_bytes(), policy=plain_policy)["To"]
        if any(one.addr_spec.lower() == address.lower() for one in to.addresses):
            file.unlink(missing_ok=True)


@feature.command("erasure.account", gate=Gate.HOUSE, prepare=_noted)
def account(ctx: Context, p: Step) -> None:
    """Everything of theirs that is in no space, and the account itself: a tombstone without a name is left."""
    choice = _choice(ctx, p.person)
    if choice is None:
        return
    _forget(Erasing(ctx, p.person, choice, None))
    language = ctx.settings.default_language
    name = i18n.words(language, "self-name-former" if choice == "former" else "self-name-nobody")
    nobody = {"username": f"-{p.person}", "name": name, "email": None, "language": None, "zone": None, "operator": 0}
    ctx.db.execute(update(people).where(people.c.id == p.person).values(**nobody))
    desk = desk_of(ctx.db, p.person)
    ctx.db.execute(update(places).where(places.c.space == desk).values(title=name))
    ctx.db.execute(delete(log.log).where(log.log.c.space == desk))
    _go_on(ctx, p.person, "")


def _choice(ctx: Context, person: str) -> Choice | None:
    found: Any = ctx.db.execute(select(erasures.c.choice).where(erasures.c.person == person)).scalar()
    return found  # type: ignore[no-any-return]


def _go_on(ctx: Context, person: str, after: str) -> None:
    """The next space in which they take part, or did; behind the last one, what is to be done when nothing of them is left."""
    further = select(members.c.space).where(members.c.person == person, members.c.space > after).order_by(members.c.space).limit(1)
    space = ctx.db.execute(further).scalar()
    if space is not None:
        ctx.later("erasure.space", {"person": person}, space=space)
    else:
        ctx.later("erasure.clean", {"person": person}, space=HOUSE)


@feature.command("erasure.space", gate=Gate.HOUSE, emits=["person.erased", "member.removed"], law=True)
def of_space(ctx: Context, p: Step) -> None:
    """What they made in this space goes, or loses its name, as was chosen; everybody there sees it at once."""
    choice = _choice(ctx, p.person)
    if choice is not None:
        erasing = Erasing(ctx, p.person, choice, ctx.space)
        before = _told_of(erasing)
        _forget(erasing)
        if p.person in ctx.rules.members:
            law_members.remove_member(ctx.db, ctx.rules, p.person, at=ctx.now, erased=True)
            ctx.emit("member.removed", Ref("member", f"{ctx.space}.{p.person}"))
        _tell(ctx, [*before, *log.load(ctx.db, ctx.registry, [Ref(*one) for one in erasing.told])])
    # Also where nothing of theirs was shown: whoever keeps names keeps this one no longer.
    ctx.emit("person.erased", Ref("member", f"{ctx.space}.{p.person}"))
    _go_on(ctx, p.person, ctx.space)


def _forget(erasing: Erasing) -> None:
    for keeping in erasing.ctx.registry.keepings:
        keeping.forget(erasing)


def _told_of(erasing: Erasing) -> list[Loaded]:
    """The items that are about to change, as they are now: whoever could see one is told."""
    named = [one for keeping in erasing.ctx.registry.keepings for one in keeping.touched(erasing)]
    return log.load(erasing.db, erasing.ctx.registry, [Ref(kind, name) for kind, name in dict.fromkeys(named)])


def _tell(ctx: Context, before: Sequence[Loaded]) -> None:
    """Say what has changed and what is gone, place by place; the index loses the words in this very unit."""
    now = {(x.kind.name, x.name): x for x in log.load(ctx.db, ctx.registry, [Ref(x.kind.name, x.name) for x in before])}
    by_place: dict[str | None, tuple[list[Ref], dict[Audience, list[Gone]]]] = {}
    for one in before:
        key = (one.kind.name, one.name)
        changed, lost = by_place.setdefault(one.place, ([], {}))
        if key in now:
            changed.append(Ref(*key))
            indexing.put(ctx.db, ctx.space, now[key])
        else:
            lost.setdefault(one.audience, []).append(Gone(*key))
            fulltext.empty(ctx.db, *key)
    for place, (changed, lost) in by_place.items():
        for at in range(0, len(changed), TOLD_AT_ONCE):
            ctx.emit("person.erased", *changed[at : at + TOLD_AT_ONCE], place=place)
        for audience, gone in lost.items():
            for at in range(0, len(gone), TOLD_AT_ONCE):
                ctx.emit("person.erased", place=place, gone=gone[at : at + TOLD_AT_ONCE], gone_for=audience)


# -- leaving nothing -------------------------------------------------------------------------------------------------


async def scoured(asking: Asking) -> None:
    """Bytes that nobody names go; and the database writes its file anew, without what was deleted."""
    await asking.tools.clear_files()
    await asking.tools.store.scour()


async def _cleaned(asking: Asking, p: Any) -> Prepared:
    await scoured(asking)
    return Prepared()


@feature.command("erasure.clean", gate=Gate.HOUSE, prepare=_cleaned)
def clean(ctx: Context, p: Step) -> None:
    """The end of it: from here on nothing of theirs is in any file."""
    ctx.db.execute(update(erasures).where(erasures.c.person == p.person).values(done_at=ctx.now))


class AskErasure(Params, kw_only=True):
    person: Id | None = None


class Erasable(msgspec.Struct):
    """Whether I may erase them, and what stands in the way: titles of spaces that would be left without an administrator."""

    may: bool
    alone: list[str]
    username: str | None = None
    """What is to be typed, for who may."""


@feature.query("erasure.about", gate=Gate.PERSON, answers=Erasable)
def about(ctx: Context, p: AskErasure) -> Erasable:
    """Whether I may erase myself, or a pupil; nothing else is said of anybody."""
    assert ctx.who is not None
    whom = p.person or ctx.person
    if whom != ctx.person:
        if not may(ctx.db, ctx.person, whom):
            return Erasable(False, [])
        return Erasable(True, [], ctx.db.execute(select(people.c.username).where(people.c.id == whom)).scalar())
    return Erasable(ctx.who.adult, _left_alone(ctx.db, whom), ctx.who.username)


def again(db: Db, data: Path, now: int) -> int:
    """After a backup was brought back: whoever was erased since is erased once more. Answers how many."""
    file, count = data / LIST, 0
    if not file.exists():
        return 0
    for line in file.read_bytes().splitlines():
        told = msgspec.json.decode(line)
        there = db.execute(select(people.c.id).where(people.c.id == told["person"])).first()
        if there is None:
            continue
        db.execute(delete(erasures).where(erasures.c.person == told["person"]))
        db.execute(insert(erasures), {**told, "by": HOUSE, "done_at": None})
        db.execute(update(people).where(people.c.id == told["person"]).values(blocked_at=now))
        for session in identity.standing(db, told["person"], now):
            identity.end(db, session, now)
        step = {"method": "erasure.account", "params": {"person": told["person"]}, "space": HOUSE}
        jobs.put(db, LATER, step, now, f"erasure:{told['person']}")
        count += 1
    return count


feature.keeps(
    erasures,
    ("person", "by"),
    "stays",
    everywhere=True,
    given=False,
    why="that somebody was erased, so that a backup doesn't bring them back",
)
