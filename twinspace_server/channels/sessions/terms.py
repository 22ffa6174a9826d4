"""The rules of booked sessions: who may book and change them, which times will do, when everybody has agreed; and how all hear of it."""

from collections.abc import Iterable, Sequence

from sqlalchemy import insert, select

from twinspace_server import texts
from twinspace_server.errors import BadInput, Conflict, NotAllowed, NotFound, Reason
from twinspace_server.law import gates, hours
from twinspace_server.law.rights import Right, Standing, person_subject
from twinspace_server.live.feature import Context, Ref
from twinspace_server.people.accounts import checked_zone
from twinspace_server.spaces import groups, policies

from .items import ChatSession, invited, load

MINUTE_MS = 60_000
LONGEST_MS = 12 * 3_600_000
AHEAD_MS = 400 * 86_400_000


def leads(standing: Standing) -> bool:
    return standing.role == "teacher" or standing.administrator


def may_book(me: Standing, allowed: policies.Policies) -> None:
    if not leads(me) and not (me.role == "pupil" and allowed.pupils_book):
        raise NotAllowed(why=(Reason("teachers_book"),))


def moments(start: str, end: str | None, minutes: int | None, zone: str, extra: int) -> tuple[int, int]:
    opens_at = hours.named_moment(start, zone)
    closes_at = hours.named_moment(end, zone) if end is not None else opens_at + (minutes or 0) * MINUTE_MS
    return opens_at, closes_at + extra * MINUTE_MS


def window(start: str, end: str | None, minutes: int | None, zone: str, extra: int) -> tuple[int, int]:
    """The moments of a new agreement, which must be times that the zone's clocks show."""
    if (end is None) == (minutes is None):
        raise BadInput(code="minutes_or_end", path="$.minutes")
    checked_zone(zone)
    hours.agreed(start, zone, "$.start")
    if end is not None:
        hours.agreed(end, zone, "$.end")
    return moments(start, end, minutes, zone, extra)


def in_time(ctx: Context, opens_at: int, closes_at: int) -> None:
    if closes_at <= opens_at:
        raise BadInput(code="ends_before_start", path="$.end")
    if closes_at - opens_at > LONGEST_MS:
        raise Conflict(code="session_too_long", path="$.end")
    if closes_at <= ctx.now:
        raise Conflict(code="in_the_past", path="$.start")
    if opens_at > ctx.now + AHEAD_MS:
        raise Conflict(code="too_far_ahead", path="$.start")


def those_invited(ctx: Context, people: Sequence[str], schools: Sequence[str], of_groups: Sequence[str], asker: str) -> list[str]:
    """Those named and all of those schools and groups, without the asker: members who may read in the space."""
    members = ctx.rules.members
    found = set()
    for at, person in enumerate(people):
        if person not in members:
            raise BadInput(code="unknown_person", path=f"$.people[{at}]")
        found.add(person)
    for at, school in enumerate(schools):
        theirs = {one.person for one in members.values() if one.school == school}
        if not theirs:
            raise BadInput(code="unknown_school", path=f"$.schools[{at}]")
        found |= theirs
    taking_part = groups.taking_part(ctx.db, ctx.space, of_groups)
    for at, group in enumerate(of_groups):
        if group not in taking_part:
            raise BadInput(code="unknown_group", path=f"$.groups[{at}]")
        found.update(taking_part[group])
    found.discard(asker)
    if not found:
        raise BadInput(code="nobody_invited", path="$.people")
    if len(found) > 300:
        raise BadInput(code="too_many_invited", path="$.people", most=300)
    return sorted(found)


def rows_for(people: Iterable[str]) -> dict[str, int]:
    """The fixed table: those who take part read and add, teachers read."""
    return {"role:teacher": int(Right.READ), **{person_subject(person): int(Right.READ | Right.ADD) for person in people}}


def invite(ctx: Context, place: str, people: Iterable[str]) -> None:
    for person in people:
        ctx.db.execute(insert(invited), {"place": place, "person": person, "answer": None, "word": "", "at": None})


def is_agreed(ctx: Context, place: str, asker: Standing | None) -> bool:
    """Somebody of each other school has accepted; a teacher, where one of that school is invited. The asker's school has asked.

    Guests have no school and are waited for only where nobody else is.
    """
    members = ctx.rules.members
    rows = ctx.db.execute(select(invited.c.person, invited.c.answer).where(invited.c.place == place)).fetchall()
    taking_part = [(members[person], answer) for person, answer in rows if person in members]
    with_school = {standing.school for standing, _ in taking_part} - {None}
    for school in with_school - {asker.school if asker is not None else None} if with_school else {None}:
        theirs = [(standing, answer) for standing, answer in taking_part if standing.school == school]
        teachers = [pair for pair in theirs if pair[0].role == "teacher"]
        if not any(answer == "accepted" for _, answer in teachers or theirs):
            return False
    return True


def the_session(ctx: Context, place: str) -> tuple[ChatSession, gates.Gate]:
    ctx.require_open()
    session, gate = load(ctx.db, [place]).get(place), gates.of(ctx.db, place)
    if not isinstance(session, ChatSession) or gate is None:
        raise NotFound()
    return session, gate


def theirs_only(ctx: Context, session: ChatSession) -> None:
    """Who asked for it, and those who keep order there."""
    if session.by != ctx.person:
        ctx.require_moderator(session.id)


def not_over(ctx: Context, gate: gates.Gate) -> None:
    if gate.shut in ("cancelled", "ended") or gate.closes_at is None or ctx.now >= gate.closes_at:
        raise Conflict(code="session_over")


def under_way(ctx: Context, gate: gates.Gate) -> None:
    not_over(ctx, gate)
    if gate.shut is not None or gate.opens_at is None or ctx.now < gate.opens_at:
        raise Conflict(code="session_not_open")


def shut(ctx: Context, place: str, how: gates.Shut, gate: gates.Gate) -> None:
    gates.change(ctx.db, place, shut=how, closed=ctx.now if gate.closed is None else gate.closed)
    gates.settle(ctx.db, ctx.rules, place, ctx.now)


def tell(ctx: Context, event: str, place: str, *more: Ref) -> None:
    ctx.emit(event, Ref("chat_session", place), Ref("gate", place), *more, place=place)


def ring(ctx: Context, what: str, place: str, people: Iterable[str], about: str | None = None) -> None:
    ctx.notify(sorted(people), f"session_{what}", Ref("chat_session", place), place=place, about=about)


def note_of(note: str) -> str:
    return texts.prose(note, "$.note") if note.strip() else ""
