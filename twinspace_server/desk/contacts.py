"""My contacts: finding teachers of other schools, asking, accepting, declining, removing (CON-01..06).

Each of the two has an item of their own at their own desk, told in a unit of its own there. Adults with a school only; a pupil is
never found, and who may not be asked can't be told from who does not exist. Declining is quiet: whoever asked goes on waiting until
they take it back, and asking again rings no bell for a month.
"""

import asyncio
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta
from sqlalchemy import BigInteger, Column, Index, Table, Text, delete, func, insert, select

from twinspace_server import ids, texts
from twinspace_server.clock import iso
from twinspace_server.errors import BadInput, Conflict, NotFound, TooMany
from twinspace_server.identity import people
from twinspace_server.law.load import desk_of
from twinspace_server.live.feature import (
    Asking,
    CommandParams,
    Context,
    Feature,
    Gate,
    Gone,
    Id,
    Item,
    ItemKind,
    Params,
    Prepared,
    Ref,
)
from twinspace_server.people.attachments import attachments
from twinspace_server.people.contacts import Between, between, held, of, put, schools_said, waiting_of
from twinspace_server.people.post import mail
from twinspace_server.people.schools import Country, School
from twinspace_server.people.schools import load as load_schools
from twinspace_server.people.schools import schools as school_rows
from twinspace_server.storage.fulltext import fold
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

HOUR_MS = 3_600_000
QUIET_MS = 30 * 24 * HOUR_MS
"""After a refusal: asking once more tells nobody anything for so long."""
MOST_WAITING = 50
MOST_FOUND = 20
MOST_SEARCHES = 240
"""Of one person in an hour: enough to search while one types, too few to copy everybody out."""
AT_ONCE = 1_000
"""Adults that one read of a search brings: they are compared in a thread, and the readers of others come in between."""

searches = Table(
    "contact_searches",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index("ix_contact_searches_person", "person", "at"),
)

feature = Feature("contacts")

State = Literal["asked_me", "waiting", "accepted"]
Word = Annotated[str, Meta(max_length=500, description="A word to go with it; may be empty.")]


class Contact(Item, tag="contact", frozen=True):
    """Another adult, as their contact sees them at the own desk: whose `id` it is and who they are, joined by `_`.

    `asked_me` waits for my answer, `waiting` for theirs. Their address is never shown (CON-02).
    """

    person: str
    name: str
    state: State
    word: str
    at: str
    schools: list[School]


def _name(owner: str, other: str) -> str:
    return f"{owner}_{other}"


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Contacts by `<owner>_<other>`, as the owner sees them."""
    found: dict[str, Item] = {}
    for key in wanted:
        owner, _, other = key.partition("_")
        now = between(db, owner, other)
        state = _seen_by(owner, now)
        row = db.execute(select(people.c.name).where(people.c.id == other, people.c.adult == 1)).first() if state is not None else None
        if state is None or row is None:
            continue
        belongs = load_schools(db, list(schools_said(db, other)))
        found[key] = Contact(
            id=key, person=other, name=row[0], state=state, word="" if state == "accepted" else now.word, at=iso(now.at),
            schools=[school for school in belongs.values() if isinstance(school, School)],
        )  # fmt: skip
    return found


def _seen_by(owner: str, now: Between) -> State | None:
    if now.state == "accepted":
        return "accepted"
    if now.asker == owner:
        return "waiting" if now.state in ("asked", "declined") else None
    return "asked_me" if now.state == "asked" else None


feature.item(ItemKind("contact", Contact, load, place=lambda _contact: None))


class AskContact(CommandParams, kw_only=True):
    person: Id
    word: Word = ""


@feature.command("contacts.ask", gate=Gate.PERSON, answers={"contact": Contact}, emits=["contacts.changed"])
def ask(ctx: Context, p: AskContact) -> Mapping[str, Any]:
    """Ask another adult to be my contact (CON-02). Asking again changes nothing; who has asked me already is answered with yes."""
    _require_school(ctx)
    if p.person == ctx.person or not schools_said(ctx.db, p.person):
        raise NotFound()
    now = held(ctx.db, ctx.person, p.person)
    if now.state in ("asked", "declined") and now.asker == p.person:
        return _accept(ctx, p.person, now)
    if _seen_by(ctx.person, now) is None:
        if waiting_of(ctx.db, ctx.person) >= MOST_WAITING:
            raise Conflict(code="too_many_undecided", most=MOST_WAITING)
        word = texts.prose(p.word, "$.word") if p.word.strip() else ""
        quiet = now.state == "dropped" and now.asker == ctx.person and ctx.now < now.declined_at + QUIET_MS
        state: Literal["declined", "asked"] = "declined" if quiet else "asked"
        put(ctx.db, ctx.person, p.person, Between(ctx.person, state, word, ctx.now, now.declined_at if quiet else 0))
        if not quiet:
            _tell(ctx, p.person, "contact_asked")
            mail(ctx, "contact-asked", person=p.person, args={"name": _name_of(ctx.db, ctx.person)})
    return _mine(ctx, p.person)


class Answer(CommandParams, kw_only=True):
    person: Id


@feature.command("contacts.accept", gate=Gate.PERSON, answers={"contact": Contact}, emits=["contacts.changed"])
def accept(ctx: Context, p: Answer) -> Mapping[str, Any]:
    """Say yes to who asked me (CON-03): from now on both are in each other's list, and can found projects together."""
    _require_school(ctx)
    now = held(ctx.db, ctx.person, p.person)
    if now.state not in ("accepted", "asked", "declined") or (now.state != "accepted" and now.asker == ctx.person):
        raise NotFound()
    return _accept(ctx, p.person, now)


@feature.command("contacts.decline", gate=Gate.PERSON, emits=["contacts.changed"])
def decline(ctx: Context, p: Answer) -> None:
    """Say no, quietly: whoever asked is told nothing and sees their question waiting (CON-03)."""
    now = held(ctx.db, ctx.person, p.person)
    if now.state == "asked" and now.asker == p.person:
        put(ctx.db, ctx.person, p.person, now._replace(state="declined", declined_at=ctx.now))
        ctx.emit("contacts.changed", gone=[Gone("contact", _name(ctx.person, p.person))])


@feature.command("contacts.remove", gate=Gate.PERSON, emits=["contacts.changed"])
def remove(ctx: Context, p: Answer) -> None:
    """End a contact, or take my question back (CON-05); projects that run go on. Where nothing is, nothing happens."""
    now = between(ctx.db, ctx.person, p.person)
    if _seen_by(ctx.person, now) not in ("accepted", "waiting"):
        return
    now = held(ctx.db, ctx.person, p.person)
    state: Literal["dropped", "none"] = "dropped" if now.state == "declined" else "none"
    put(ctx.db, ctx.person, p.person, now._replace(state=state, word=""))
    ctx.emit("contacts.changed", gone=[Gone("contact", _name(ctx.person, p.person))])
    if now.state != "declined":
        _tell(ctx, p.person)


def _accept(ctx: Context, other: str, now: Between) -> Mapping[str, Any]:
    if now.state != "accepted":
        put(ctx.db, ctx.person, other, now._replace(state="accepted", word="", at=ctx.now))
        _tell(ctx, other, "contact_accepted")
    return _mine(ctx, other)


def _mine(ctx: Context, other: str) -> Mapping[str, Any]:
    contact = Ref("contact", _name(ctx.person, other))
    ctx.emit("contacts.changed", contact)
    return {"contact": contact}


def _tell(ctx: Context, other: str, ring: str | None = None) -> None:
    """Let the other's desk know, in a unit of its own there."""
    desk = desk_of(ctx.db, other)
    if desk is None:
        return
    ctx.later("contacts.tell", {"person": ctx.person}, space=desk)
    if ring is not None:
        ctx.notify([other], ring, Ref("contact", _name(other, ctx.person)), about=ctx.person)


@feature.command("contacts.tell", gate=Gate.HOUSE, emits=["contacts.changed"])
def tell(ctx: Context, p: Answer) -> None:
    """Something changed between the owner of this desk and that person."""
    name = _name(str(ctx.rules.owner), p.person)
    if load(ctx.db, [name]):
        ctx.emit("contacts.changed", Ref("contact", name))
    else:
        ctx.emit("contacts.changed", gone=[Gone("contact", name)])


class AskContacts(Params, kw_only=True):
    pass


class Contacts(msgspec.Struct):
    """Everybody with whom something stands; `may_ask`: I am an adult with a school."""

    contacts: list[Contact]
    may_ask: bool


@feature.query("contacts.mine", gate=Gate.PERSON, answers=Contacts)
def mine(ctx: Context, p: AskContacts) -> Contacts:
    """My contacts, who asks to be one, and whom I have asked (CON-01)."""
    names = [_name(ctx.person, other) for other in of(ctx.db, ctx.person)]
    found = [contact for contact in ctx.load("contact", names) if isinstance(contact, Contact)]
    return Contacts(found, bool(schools_said(ctx.db, ctx.person)))


class Search(CommandParams, kw_only=True):
    text: Annotated[str, Meta(min_length=2, max_length=60, description="Parts of a name, a school or a town.")]
    country: Country | None = None


class Found(msgspec.Struct):
    """An adult with a school whom one could ask; `state` is how it stands between us already."""

    person: str
    name: str
    schools: list[School]
    state: State | None


class FoundPeople(msgspec.Struct):
    people: list[Found]
    more: bool


async def _searched(asking: Asking, p: Any) -> Prepared:
    """Looks outside the unit, some at a time, so that nobody else waits for it; whoever asks too often is not answered."""
    assert asking.who is not None
    person, store = asking.who.person, asking.tools.store
    await store.read(lambda db: _refuse_too_many(db, person, asking.now))
    words = [folded for word in texts.line(p.text, "$.text").split() if (folded := _folded(word))]
    if not words:
        raise BadInput(code="empty_text", path="$.text")
    hits: dict[str, None] = {}
    after = ""
    while len(hits) <= MOST_FOUND:
        rows = await store.read(lambda db, after=after: _some(db, person, p.country, after))
        if not rows:
            break
        hits |= dict.fromkeys(await asyncio.to_thread(_matching, rows, words))
        after = rows[-1][0]
    return Prepared(await store.read(lambda db: _found(db, person, list(hits))))


@feature.command("contacts.search", gate=Gate.PERSON, answers={"found": FoundPeople}, keyed=False, prepare=_searched)
def search(ctx: Context, p: Search) -> Mapping[str, Any]:
    """Find adults with a school by name, school or town, at most twenty; each search is counted, and so many an hour are enough."""
    ctx.db.execute(insert(searches), {"id": ids.new(ctx.now), "person": ctx.person, "at": ctx.now})
    return {"found": ctx.prepared}


def _refuse_too_many(db: Db, person: str, now: int) -> None:
    _refuse_without_school(db, person)
    query = select(func.count(), func.min(searches.c.at)).where(searches.c.person == person, searches.c.at > now - HOUR_MS)
    number, oldest = db.execute(query).one()
    if number >= MOST_SEARCHES:
        raise TooMany(retry_after=max(1, (oldest + HOUR_MS - now) // 1000))


def _some(db: Db, person: str, country: str | None, after: str) -> list[Any]:
    """The next adults with their schools, each with all of them: (id, name, school, town)."""
    grown_up = select(people.c.id).where(people.c.adult == 1, people.c.id > after, people.c.id != person)
    some = grown_up.order_by(people.c.id).limit(AT_ONCE).subquery()
    query = (
        select(people.c.id, people.c.name, school_rows.c.name, school_rows.c.town)
        .join_from(some, people, people.c.id == some.c.id)
        .outerjoin(attachments, (attachments.c.person == people.c.id) & (attachments.c.state != "refused"))
        .outerjoin(school_rows, (school_rows.c.id == attachments.c.school) & (school_rows.c.country == (country or school_rows.c.country)))
        .order_by(people.c.id)
    )
    return [tuple(row) for row in db.execute(query)]


def _matching(rows: Sequence[Any], words: Sequence[str]) -> list[str]:
    """Those with a school in whose name, school and town each of the words stands somewhere."""
    return [person for person, *told in rows if None not in told and all(any(word in _folded(text) for text in told) for word in words)]


def _found(db: Db, person: str, hits: Sequence[str]) -> FoundPeople:
    """At most twenty of them by name, as it stands now."""
    names = dict(tuple(row) for row in db.execute(select(people.c.id, people.c.name).where(people.c.id.in_(hits[:MOST_FOUND]))))
    found = []
    for other, name in sorted(names.items(), key=lambda one: (_folded(one[1]), one[0])):
        belongs = load_schools(db, list(schools_said(db, other)))
        schools = [school for school in belongs.values() if isinstance(school, School)]
        found.append(Found(other, name, schools, _seen_by(person, between(db, person, other))))
    return FoundPeople(found, len(hits) > MOST_FOUND)


@lru_cache(maxsize=100_000)
def _folded(text: str) -> str:
    """Without case and accents; kept, because names come again with each search."""
    return " ".join(fold(word) for word in text.split())


def _require_school(ctx: Context) -> None:
    _refuse_without_school(ctx.db, ctx.person)


def _refuse_without_school(db: Db, person: str) -> None:
    """Pupils have no contacts; an adult without a school is told what is missing."""
    if not schools_said(db, person):
        adult = db.execute(select(people.c.adult).where(people.c.id == person)).scalar()
        raise Conflict(code="school_first" if adult else "adults_only")


def _name_of(db: Db, person: str) -> str:
    return str(db.execute(select(people.c.name).where(people.c.id == person)).scalar() or "")


@feature.sweep
def sweep(ctx: Context) -> None:
    """Searches count for an hour."""
    ctx.db.execute(delete(searches).where(searches.c.at < ctx.now - HOUR_MS))


_ALICE, _BOB = {"person": "{alice}"}, {"person": "{bob}"}

feature.example("contacts.search", "alice", {"text": "batumi", "country": "GE"})
feature.example("contacts.remove", "alice", _BOB)
feature.example("contacts.ask", "alice", {**_BOB, "word": "Shall our classes meet at the river?"})
feature.example("contacts.decline", "bob", _ALICE)
feature.example("contacts.accept", "bob", _ALICE)
feature.example("contacts.mine", "alice", {})

feature.keeps(searches, "person", "own", everywhere=True, given=False)
