"""Agreeing on a session: asking, answering, changing, cancelling."""

from collections.abc import Mapping
from typing import Annotated, Any

from msgspec import UNSET, Meta, UnsetType, field
from sqlalchemy import delete, insert, update

from twinspace_server import texts
from twinspace_server.errors import Conflict, NotAllowed, Reason
from twinspace_server.law import gates, hours
from twinspace_server.law import places as law_places
from twinspace_server.live.feature import CommandParams, Context, Id, Ref
from twinspace_server.live.gates import Gate as RoomGate
from twinspace_server.people.accounts import Zone
from twinspace_server.spaces import policies
from twinspace_server.spaces.tree import Place, Title

from .items import ChatSession, Reply, feature, invited, sessions
from .terms import (
    in_time,
    invite,
    is_agreed,
    leads,
    may_book,
    not_over,
    note_of,
    ring,
    rows_for,
    shut,
    tell,
    the_session,
    theirs_only,
    those_invited,
    window,
)

Minutes = Annotated[int, Meta(ge=5, le=480)]
Note = Annotated[str, Meta(max_length=1000)]
Word = Annotated[str, Meta(max_length=300)]
People = Annotated[list[Id], Meta(max_length=300)]
Schools = Annotated[list[Id], Meta(max_length=12)]
Groups = Annotated[list[Id], Meta(max_length=60)]


class Book(CommandParams, kw_only=True):
    space: Id
    subject: Title
    start: hours.LocalTime
    zone: Zone
    minutes: Minutes | None = None
    end: hours.LocalTime | None = None
    people: People = field(default_factory=list)
    schools: Schools = field(default_factory=list)
    groups: Groups = field(default_factory=list)
    note: Note = ""
    teachers: gates.Teachers | None = None


@feature.command(
    "session.book",
    answers={"place": Place, "session": ChatSession, "gate": RoomGate},
    emits=["session.booked", "session.confirmed"],
    law=True,
)
def book(ctx: Context, p: Book) -> Mapping[str, Any]:
    """Ask others for a chat session, named persons, whole schools and groups. Teachers; pupils where the space allows it.

    It is confirmed when somebody of each other school has accepted: a teacher, where one of that school is invited.
    """
    ctx.require_open()
    if ctx.rules.kind != "project":
        raise Conflict(code="not_for_desks")
    me, allowed = ctx.rules.members[ctx.person], policies.of(ctx.db, p.space)
    may_book(me, allowed)
    opens_at, closes_at = window(p.start, p.end, p.minutes, p.zone, 0)
    in_time(ctx, opens_at, closes_at)
    people = those_invited(ctx, p.people, p.schools, p.groups, ctx.person)
    teachers = p.teachers if p.teachers is not None and leads(me) else allowed.teachers
    subject = texts.line(p.subject, "$.subject")
    place = law_places.make_place(
        ctx.db,
        space=p.space,
        parent=p.space,
        kind="session",
        title=subject,
        author=ctx.person,
        at=ctx.now,
        rows=rows_for([me.person, *people]),
        most=ctx.settings.most_places,
    )
    ctx.db.execute(
        insert(sessions),
        {
            "place": place, "space": p.space, "subject": subject, "note": note_of(p.note), "by": ctx.person, "start": p.start, "end": p.end,
            "minutes": p.minutes, "zone": p.zone, "extra": 0, "reason": None, "made_at": ctx.now,
        },
    )  # fmt: skip
    invite(ctx, place, people)
    agreed = is_agreed(ctx, place, me)
    gates.put(
        ctx.db, place=place, space=p.space, opens_at=opens_at, closes_at=closes_at, teachers=teachers, shut=None if agreed else "proposed"
    )
    tell(ctx, "session.booked", place, Ref("place", place))
    ring(ctx, "asked", place, people)
    if agreed:
        tell(ctx, "session.confirmed", place)
    return {"place": Ref("place", place), "session": Ref("chat_session", place), "gate": Ref("gate", place)}


class InSession(CommandParams, kw_only=True):
    place: Id


class Answer(InSession, kw_only=True):
    answer: Reply
    word: Word = ""


@feature.command(
    "session.answer", answers={"session": ChatSession, "gate": RoomGate}, emits=["session.answered", "session.confirmed"], waits=True
)
def answer(ctx: Context, p: Answer) -> Mapping[str, Any]:
    """Accept or decline, with a word if one likes. Until it is over one may think better of it."""
    ctx.hold()
    session, gate = the_session(ctx, p.place)
    if ctx.person not in session.people[1:]:
        raise NotAllowed(why=(Reason("not_invited"),))
    not_over(ctx, gate)
    mine = (invited.c.place == p.place) & (invited.c.person == ctx.person)
    word = texts.prose(p.word, "$.word") if p.word.strip() else ""
    ctx.db.execute(update(invited).where(mine).values(answer=p.answer, word=word, at=ctx.now))
    agreed = gate.shut == "proposed" and is_agreed(ctx, p.place, ctx.rules.members.get(session.by))
    if agreed:
        gates.change(ctx.db, p.place, shut=None)
        gates.settle(ctx.db, ctx.rules, p.place, ctx.now)
    tell(ctx, "session.answered", p.place, Ref("session_answer", f"{p.place}.{ctx.person}"))
    if agreed:
        tell(ctx, "session.confirmed", p.place)
        ring(ctx, "confirmed", p.place, session.people)
    else:
        ring(ctx, p.answer, p.place, [session.by])
    return {"session": Ref("chat_session", p.place), "gate": Ref("gate", p.place)}


class Change(InSession, kw_only=True):
    subject: Title | UnsetType = UNSET
    start: hours.LocalTime | UnsetType = UNSET
    zone: Zone | UnsetType = UNSET
    minutes: Minutes | UnsetType | None = UNSET
    end: hours.LocalTime | UnsetType | None = UNSET
    people: People | UnsetType = UNSET
    schools: Schools | UnsetType = UNSET
    groups: Groups | UnsetType = UNSET
    note: Note | UnsetType = UNSET
    teachers: gates.Teachers | UnsetType = UNSET


@feature.command(
    "session.change", answers={"session": ChatSession, "gate": RoomGate}, emits=["session.changed", "session.confirmed"], law=True
)
def change(ctx: Context, p: Change) -> Mapping[str, Any]:
    """Change what was asked for, before it opens. Another time makes all answers void: everybody is asked again."""
    session, gate = the_session(ctx, p.place)
    theirs_only(ctx, session)
    not_over(ctx, gate)
    if gate.opens_at is not None and ctx.now >= gate.opens_at:
        raise Conflict(code="session_open")
    times = {name: value for name in ("start", "zone", "minutes", "end") if (value := getattr(p, name)) is not UNSET}
    if "end" in times and "minutes" not in times:
        times["minutes"] = None
    elif "minutes" in times and "end" not in times:
        times["end"] = None
    known = {name: getattr(session, name) for name in ("start", "zone", "minutes", "end")}
    then = {**known, **times}
    if then != known:
        opens_at, closes_at = window(then["start"], then["end"], then["minutes"], then["zone"], session.extra)
        in_time(ctx, opens_at, closes_at)
        again = {"announced": None, "opened": None, "closed": None}
        gates.change(ctx.db, p.place, opens_at=opens_at, closes_at=closes_at, shut="proposed", **again)
        ctx.db.execute(update(invited).where(invited.c.place == p.place).values(answer=None, word="", at=None))
    if p.teachers is not UNSET:
        if not leads(ctx.rules.members[ctx.person]):
            raise NotAllowed(why=(Reason("teachers_only"),))
        gates.change(ctx.db, p.place, teachers=str(p.teachers))
    values = {**then, "changed_at": ctx.now}
    if p.subject is not UNSET:
        values["subject"] = texts.line(str(p.subject), "$.subject")
        law_places.change(ctx.db, p.place, {"title": values["subject"]})
    if p.note is not UNSET:
        values["note"] = note_of(str(p.note))
    ctx.db.execute(update(sessions).where(sessions.c.place == p.place).values(**values))
    people = session.people[1:]
    if not all(isinstance(told, UnsetType) for told in (p.people, p.schools, p.groups)):
        named, of_schools, of_groups = ([] if isinstance(told, UnsetType) else told for told in (p.people, p.schools, p.groups))
        people = those_invited(ctx, named, of_schools, of_groups, session.by)
        ctx.db.execute(delete(invited).where(invited.c.place == p.place, invited.c.person.not_in(people)))
        invite(ctx, p.place, [person for person in people if person not in session.people])
        law_places.fix_table(ctx.db, p.place, rows_for([session.by, *people]))
    now_shut = gates.of(ctx.db, p.place)
    agreed = now_shut is not None and now_shut.shut == "proposed" and is_agreed(ctx, p.place, ctx.rules.members.get(session.by))
    if agreed:
        gates.change(ctx.db, p.place, shut=None)
    gates.settle(ctx.db, ctx.rules, p.place, ctx.now)
    tell(ctx, "session.changed", p.place, Ref("place", p.place))
    ring(ctx, "asked", p.place, set(people) - set(session.people))
    ring(ctx, "changed", p.place, {session.by, *people} & set(session.people), about=f"{p.place}-{ctx.now}")
    if agreed:
        tell(ctx, "session.confirmed", p.place)
    return {"session": Ref("chat_session", p.place), "gate": Ref("gate", p.place)}


class Cancel(InSession, kw_only=True):
    reason: Word = ""


@feature.command("session.cancel", answers={"session": ChatSession, "gate": RoomGate}, emits=["session.cancelled"])
def cancel(ctx: Context, p: Cancel) -> Mapping[str, Any]:
    """Call it off, with a reason if one likes; nobody writes there any more. Who asked for it, and teachers."""
    ctx.hold()
    session, gate = the_session(ctx, p.place)
    theirs_only(ctx, session)
    not_over(ctx, gate)
    reason = texts.prose(p.reason, "$.reason") if p.reason.strip() else None
    ctx.db.execute(update(sessions).where(sessions.c.place == p.place).values(reason=reason))
    shut(ctx, p.place, "cancelled", gate)
    tell(ctx, "session.cancelled", p.place)
    ring(ctx, "cancelled", p.place, session.people)
    return {"session": Ref("chat_session", p.place), "gate": Ref("gate", p.place)}
