"""Looking at booked sessions: lists, invitations, transcripts, and when all schools are in their lessons (RCH-03, SGN-08).

Queries only, beside `sessions.py`, which books; and the lesson hours of schools, which the finder of slots works from.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated, Any

import msgspec
from msgspec import Meta
from sqlalchemy import Column, Table, Text, func, or_, select

from twinspace_server.channels.sessions.items import ANSWER, ChatSession, SessionAnswer, answers_in, invited, load, sessions
from twinspace_server.clock import iso
from twinspace_server.errors import BadInput, NotAllowed, NotFound, Reason
from twinspace_server.identity import people
from twinspace_server.law import gates, hours
from twinspace_server.law import load as law_load
from twinspace_server.law.members import members
from twinspace_server.live.feature import CommandParams, Context, Feature, Gate, Id, Item, ItemKind, Params, Ref
from twinspace_server.live.gates import Gate as RoomGate
from twinspace_server.live.gates import attendance
from twinspace_server.people.schools import School
from twinspace_server.spaces.spaces import Space
from twinspace_server.storage.hot import upsert
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

MOST_SLOTS = 200
LISTED = 50

feature = Feature("session_records")


class ListSessions(Params, kw_only=True):
    space: Id
    over: bool = False
    before: Id | None = None


class Sessions(msgspec.Struct):
    """Sessions, with their gates (by the same ids), and the answers that one may see."""

    sessions: list[ChatSession]
    gates: list[RoomGate]
    answers: list[SessionAnswer]
    more: bool
    seq: int


@feature.query("session.list", answers=Sessions)
def list_sessions(ctx: Context, p: ListSessions) -> Sessions:
    """The sessions to come and under way, the next first; or those that are over, the last first, 50 at a time."""
    table = gates.gates.c
    # Without a word in `shut` a comparison with it is neither true nor false.
    done = or_(table.closes_at <= ctx.now, func.coalesce(table.shut, "").in_(["cancelled", "ended"]))
    query = select(sessions.c.place).join(gates.gates, table.place == sessions.c.place).where(sessions.c.space == p.space)
    if p.over:
        query = query.where(done).order_by(table.opens_at.desc(), sessions.c.place.desc())
    else:
        query = query.where(~done).order_by(table.opens_at, sessions.c.place)
    places = [row[0] for row in ctx.db.execute(query) if ctx.rules.sees(ctx.person, row[0])]
    if p.before is not None:
        places = places[places.index(p.before) + 1 :] if p.before in places else []
    shown = places[:LISTED]
    found, doors = load(ctx.db, shown), ctx.load("gate", shown)
    return Sessions(
        [one for place in shown if isinstance(one := found.get(place), ChatSession)],
        [one for one in doors if isinstance(one, RoomGate)],
        [one for one in answers_in(ctx.db, shown) if ctx.sees(ANSWER, one)],
        len(places) > LISTED,
        ctx.as_of[0],
    )


class Invitation(msgspec.Struct):
    """`by_name` is who asks; `schools` are those of the space, whose clocks count."""

    session: ChatSession
    gate: RoomGate
    space_name: str
    by_name: str
    schools: list[School]


class Invitations(msgspec.Struct):
    invitations: list[Invitation]


class AskInvitations(Params, kw_only=True):
    pass


@feature.query("session.invitations", answers=Invitations, gate=Gate.PERSON)
def invitations(ctx: Context, p: AskInvitations) -> Invitations:
    """What I was asked for and have not answered, in all my spaces, the next first (SGN-08, RCH-03)."""
    table = gates.gates.c
    waiting = (
        select(invited.c.place, sessions.c.space)
        .join(sessions, sessions.c.place == invited.c.place)
        .join(gates.gates, table.place == invited.c.place)
        .where(invited.c.person == ctx.person, invited.c.answer.is_(None), table.closes_at > ctx.now)
        .where(or_(table.shut.is_(None), table.shut == "proposed"), sessions.c.space.in_(law_load.spaces_of(ctx.db, ctx.person)))
        .order_by(table.opens_at)
        .limit(LISTED)
    )
    found = []
    for place, space in ctx.db.execute(waiting).fetchall():
        law = ctx.law_of(space)
        if law is None or law.closed or not law.sees(ctx.person, place):
            continue
        session, gate = load(ctx.db, [place])[place], ctx.registry.items["gate"].load(ctx.db, [place])[place]
        assert isinstance(session, ChatSession)
        assert isinstance(gate, RoomGate)
        about = ctx.registry.items["space"].load(ctx.db, [space])[space]
        assert isinstance(about, Space)
        by_name = ctx.db.execute(select(people.c.name).where(people.c.id == session.by)).scalar() or ""
        found.append(Invitation(session, gate, about.name, by_name, about.schools))
    return Invitations(found)


# -- transcripts -----------------------------------------------------------------------------------------------------


class Line(msgspec.Struct):
    """`clocks` are what the clocks of the schools show, in the order of `Transcript.zones`. `who` is a name, or a letter."""

    at: str
    clocks: list[str]
    who: str
    text: str
    state: str


class Attended(msgspec.Struct):
    who: str
    first: str
    last: str


class Transcript(msgspec.Struct):
    """What was said, oldest first; `more` says that there is older, before `oldest`."""

    session: ChatSession
    gate: RoomGate
    zones: list[str]
    lines: list[Line]
    attended: list[Attended]
    oldest: str | None
    more: bool


class AskTranscript(Params, kw_only=True):
    place: Id
    letters: bool = False
    before: Id | None = None


@feature.query("session.transcript", answers=Transcript)
def transcript(ctx: Context, p: AskTranscript) -> Transcript:
    """What was said in a session, 100 lines at a time from the end back, and who was there; with letters instead of names if asked."""
    session, gate = load(ctx.db, [p.place]).get(p.place), next(iter(ctx.load("gate", [p.place])), None)
    if not isinstance(session, ChatSession) or not isinstance(gate, RoomGate):
        raise NotFound()
    zones = list(dict.fromkeys(school.zone for school in _schools(ctx)))
    page = ctx.ask("chat.history", place=p.place, limit=100, **({"before": p.before} if p.before is not None else {}))
    who = _letters(ctx, session) if p.letters else _names(ctx)
    lines = [
        Line(line.at, [hours.local(_ms(line.at), zone) for zone in zones], who.get(line.author, "?"), line.text, line.state)
        for line in page.messages
    ]
    rows = ctx.db.execute(select(attendance).where(attendance.c.place == p.place).order_by(attendance.c.first, attendance.c.person))
    attended = [Attended(who.get(person, "?"), iso(first), iso(last)) for _, person, first, last, _ in rows]
    oldest = page.messages[0].id if page.messages else None
    return Transcript(session, gate, zones, lines, attended, oldest, page.more)


def _names(ctx: Context) -> dict[str, str]:
    query = select(members.c.person, people.c.name).join(people, people.c.id == members.c.person).where(members.c.space == ctx.space)
    return {row[0]: row[1] for row in ctx.db.execute(query)}


def _letters(ctx: Context, session: ChatSession) -> dict[str, str]:
    """A letter for each who takes part, the same on every page: who asked, the invited, then whoever else is or was a member."""
    others = ctx.db.execute(select(members.c.person).where(members.c.space == ctx.space).order_by(members.c.person))
    order = dict.fromkeys([*session.people, *(row[0] for row in others)])
    return {person: _letter(at) for at, person in enumerate(order)}


def _letter(at: int) -> str:
    """A to Z, then AA, AB and so on."""
    rest, last = divmod(at, 26)
    return (_letter(rest - 1) if rest else "") + chr(65 + last)


def _ms(moment: str) -> int:
    return int(datetime.fromisoformat(moment).timestamp() * 1000)


# -- when all are at school ------------------------------------------------------------------------------------------

school_hours = Table("school_hours", metadata, Column("school", Text, primary_key=True), Column("week", Text, nullable=False))


class SchoolHours(Item, tag="school_hours", frozen=True):
    """A school's lesson hours, in its own zone. `id` is the school."""

    week: list[hours.Stretch]


def load_hours(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Lesson hours by school."""
    rows = db.execute(select(school_hours).where(school_hours.c.school.in_(list(wanted))))
    return {row[0]: SchoolHours(id=row[0], week=msgspec.json.decode(row[1], type=list[hours.Stretch])) for row in rows}


feature.item(ItemKind("school_hours", SchoolHours, load_hours, place=lambda _hours: None))

_PUT = upsert(school_hours, ["school"], ["week"])


class SetHours(CommandParams, kw_only=True):
    space: Id
    school: Id
    week: hours.Week


@feature.command("school.set_hours", answers={"hours": SchoolHours}, emits=["school.hours_set"])
def set_hours(ctx: Context, p: SetHours) -> Mapping[str, Any]:
    """Say when a school of the space has lessons, in its local time: teachers of that school, and administrators."""
    ctx.require_open()
    me = ctx.rules.members[ctx.person]
    if not me.administrator and not (me.role == "teacher" and me.school == p.school):
        raise NotAllowed(why=(Reason("own_school_only"),))
    if p.school not in {school.id for school in _schools(ctx)}:
        raise BadInput(code="unknown_school", path="$.school")
    hours.checked(p.week, "$.week")
    _PUT(ctx.db, {"school": p.school, "week": msgspec.json.encode(p.week).decode()})
    ctx.emit("school.hours_set", Ref("school_hours", p.school))
    return {"hours": Ref("school_hours", p.school)}


class Lessons(msgspec.Struct):
    hours: list[SchoolHours]
    seq: int


class AskHours(Params, kw_only=True):
    space: Id


@feature.query("school.hours", answers=Lessons)
def ask_hours(ctx: Context, p: AskHours) -> Lessons:
    """When the schools of the space have lessons, as far as they have said so."""
    found = load_hours(ctx.db, [school.id for school in _schools(ctx)])
    return Lessons([one for one in found.values() if isinstance(one, SchoolHours)], ctx.as_of[0])


class Slot(msgspec.Struct):
    """A stretch of time; `clocks` are its local beginnings, in the order of `Slots.schools`."""

    at: str
    until: str
    clocks: list[str]


class Slots(msgspec.Struct):
    """`schools` are those of the space; `unknown` those of them that have not said when they have lessons."""

    schools: list[str]
    slots: list[Slot]
    unknown: list[str]


class FindSlots(Params, kw_only=True):
    space: Id
    since: Annotated[str, Meta(max_length=10, pattern=r"^20[0-9]{2}-[01][0-9]-[0-3][0-9]$(?!\n)", description="A day, 2026-11-24.")]
    days: Annotated[int, Meta(ge=1, le=31)] = 14
    minutes: Annotated[int, Meta(ge=5, le=480)] = 45


@feature.query("session.slots", answers=Slots)
def slots(ctx: Context, p: FindSlots) -> Slots:
    """When all schools of the space are in their lessons for at least so many minutes, from a day on."""
    schools = _schools(ctx)
    known = {key: one for key, one in load_hours(ctx.db, [school.id for school in schools]).items() if isinstance(one, SchoolHours)}
    since = max(hours.day_begins(p.since, schools[0].zone if schools else "UTC", "$.since"), ctx.now)
    weeks = [(known[school.id].week, school.zone) for school in schools if school.id in known]
    found = hours.common(weeks, since, since + p.days * hours.DAY_MS, p.minutes * 60_000)
    return Slots(
        [school.id for school in schools],
        [Slot(iso(begins), iso(ends), [hours.local(begins, school.zone) for school in schools]) for begins, ends in found[:MOST_SLOTS]],
        [school.id for school in schools if school.id not in known],
    )


def _schools(ctx: Context) -> list[School]:
    space = next(iter(ctx.load("space", [ctx.space])))
    assert isinstance(space, Space)
    return space.schools


feature.example("session.list", "pia", {"space": "{space}"})
feature.example("session.invitations", "pia", {})
feature.example(
    "session.book",
    "alice",
    {"space": "{space}", "subject": "Our rivers", "zone": "Europe/Brussels", "minutes": 45, "start": "{now}", "people": ["{bob}", "{pia}"]},
    gives="told",
)
feature.example("session.transcript", "pia", {"place": "{told}", "letters": True})
feature.example("school.set_hours", "bob", {"space": "{space}", "school": "{school}", "week": [{"day": 0, "from": "08:30", "to": "15:00"}]})
feature.example("school.hours", "pia", {"space": "{space}"})
feature.example("session.slots", "pia", {"space": "{space}", "since": "2027-01-04", "days": 14, "minutes": 45})

feature.keeps(attendance, "person", "made")
feature.keeps_nothing(school_hours, "the lessons of a school")
