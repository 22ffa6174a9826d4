"""The people of an open project: further partners, marks, handing over, and its details (PRJ-07..13).

The space knows who takes part and who administers it; `space.change_member` and `space.remove_member` stay the only way to that.
Here are the founders' seats and the invitations of contacts, and what follows when somebody comes or goes.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select, update

from twinspace_server import texts
from twinspace_server.errors import BadInput, Conflict, NotAllowed, NotFound, Reason
from twinspace_server.identity import people
from twinspace_server.law import members as law_members
from twinspace_server.live.feature import Asking, CommandParams, Context, Emission, Gate, Id, Prepared, Ref
from twinspace_server.people.contacts import are_contacts, schools_said
from twinspace_server.people.schools import School
from twinspace_server.people.schools import load as load_schools
from twinspace_server.projects import rows
from twinspace_server.projects.details import Age, Day, Languages, Subjects, dates, kept
from twinspace_server.projects.registering import Words
from twinspace_server.projects.shown import Project, adults_in, feature
from twinspace_server.projects.telling import name_of, tell, write
from twinspace_server.spaces.spaces import Description, SpaceName, let_in
from twinspace_server.spaces.team import Member


class Change(CommandParams, kw_only=True):
    space: Id
    title: SpaceName
    description: Description
    subjects: Subjects
    ages_from: Age
    ages_to: Age
    languages: Languages
    start: Day
    end: Day


@feature.command("project.change", administrator=True, answers={"project": Project}, emits=["space.changed"], law=True)
def change(ctx: Context, p: Change) -> Mapping[str, Any]:
    """Change the details of a running project (PRJ-07); its kind stays (PRJ-21).

    A space that an operator founded has no project until its administrators describe one here: the first two of them are its founders.
    """
    if ctx.rules.kind != "project":
        raise Conflict(code="not_for_desks")
    if p.ages_to < p.ages_from:
        raise BadInput(code="ages_reversed", path="$.ages_to")
    values = {
        "subjects": kept(list(p.subjects)), "ages_from": p.ages_from, "ages_to": p.ages_to, "languages": kept(list(p.languages)),
        **dates(p.start, p.end),
    }  # fmt: skip
    if rows.find(ctx.db, p.space, hold=True) is None:
        _describe(ctx, p, values)
    else:
        rows.change(ctx.db, p.space, ctx.now, **values)
        rows.note(ctx, p.space, "edited")
    ctx.command("space.change", {"name": p.title, "description": p.description})
    return {"project": Ref("project", name_of(p.space, ctx.person))}


def _describe(ctx: Context, p: Change, values: dict[str, Any]) -> None:
    marked = {person: school for person, (mark, school) in adults_in(ctx.db, p.space).items() if mark and school is not None}
    first = list(marked.items())[:2]
    if not first:
        raise Conflict(code="school_first")
    schools = load_schools(ctx.db, [school for _, school in first]).values()
    made = {
        **values, "title": texts.line(p.title, "$.title"), "description": p.description, "stage": "open", "by": first[0][0],
        "made_at": ctx.now, "changed_at": ctx.now,
    }  # fmt: skip
    countries = [school.country for school in schools if isinstance(school, School)]
    rows.add(ctx.db, p.space, made, [(person, school, True) for person, school in first], countries)
    rows.note(ctx, p.space, "opened")


class Invite(CommandParams, kw_only=True):
    space: Id
    person: Id
    word: Words = ""


@feature.command("project.invite", administrator=True, answers={"project": Project}, law=False)
def invite(ctx: Context, p: Invite) -> Mapping[str, Any]:
    """Ask one of my contacts to join as a partner with their school (PRJ-08, PRJ-11)."""
    _of_project(ctx)
    if p.person in ctx.rules.members:
        raise Conflict(code="already_member")
    if not are_contacts(ctx.db, ctx.person, p.person):
        raise BadInput(code="contact_needed", path="$.person")
    word = texts.prose(p.word, "$.word") if p.word.strip() else ""
    asked = rows.partners_of(ctx.db, p.space).get(p.person, ("", ""))[0] == "invited"
    rows.partner(ctx.db, p.space, p.person, "invited", ctx.person, word, ctx.now)
    tell(ctx, p.space)
    if not asked:
        tell(ctx, p.space, "project_invited", [p.person])
        write(ctx, "project-invited", p.space, [p.person])
    return {"project": Ref("project", name_of(p.space, ctx.person))}


class Uninvite(CommandParams, kw_only=True):
    space: Id
    person: Id


@feature.command("project.uninvite", administrator=True, answers={"project": Project}, when_closed=True)
def uninvite(ctx: Context, p: Uninvite) -> Mapping[str, Any]:
    """Take back that somebody was asked; whoever has joined is removed like any member (PRJ-09)."""
    _of_project(ctx)
    state, by = rows.partners_of(ctx.db, p.space).get(p.person, ("", ""))
    if state == "invited":
        rows.partner(ctx.db, p.space, p.person, "gone", by, "", ctx.now)
        tell(ctx, p.space)
        tell(ctx, p.space, persons=[p.person])
    return {"project": Ref("project", name_of(p.space, ctx.person))}


class Join(CommandParams, kw_only=True):
    project: Id
    school: Id | None = None


async def _in_its_space(asking: Asking, p: Any) -> Prepared:
    """Who joins is no member yet, and yet it happens in the lane of the space."""
    return Prepared(space=p.project)


@feature.command(
    "project.join", gate=Gate.PERSON, answers={"member": Member}, emits=["member.added", "space.changed"], law=True, keyed=False,
    prepare=_in_its_space,
)  # fmt: skip
def join(ctx: Context, p: Join) -> Mapping[str, Any]:
    """Join a project to which a contact has asked me, as a teacher of my school, which takes part from now on (PRJ-08).

    Done twice it is done once. To who was not asked there is no such project.
    """
    member = Ref("member", f"{p.project}.{ctx.person}")
    state, by = rows.partners_of(ctx.db, p.project).get(ctx.person, ("", ""))
    inside = ctx.law is not None and ctx.person in ctx.rules.members
    if rows.find(ctx.db, p.project) is None or not (state == "invited" or (inside and state == "joined")):
        raise NotFound()
    if ctx.rules.closed:
        raise NotAllowed(why=(Reason("closed"),))
    if not inside:
        theirs = schools_said(ctx.db, ctx.person)
        school = p.school or next(iter(theirs), None)
        if school not in theirs:
            raise BadInput(code="unknown_school" if theirs else "school_first", path="$.school")
        if not are_contacts(ctx.db, ctx.person, by):
            raise Conflict(code="contact_needed")
        assert school is not None
        let_in(ctx, school)
        law_members.add_member(ctx.db, p.project, person=ctx.person, role="teacher", school=school, at=ctx.now, seq=ctx.seq)
        rows.note(ctx, p.project, "joined")
    rows.partner(ctx.db, p.project, ctx.person, "joined", by, "", ctx.now)
    ctx.emit("member.added", member)
    ctx.emit("space.changed", Ref("space", p.project))
    tell(ctx, p.project, persons=[by], ring="project_joined")
    return {"member": member}


class Refuse(CommandParams, kw_only=True):
    project: Id


@feature.command("project.refuse", gate=Gate.PERSON)
def refuse(ctx: Context, p: Refuse) -> None:
    """Say no to being asked into a project; whoever asked sees that the question is gone."""
    state, by = rows.partners_of(ctx.db, p.project).get(ctx.person, ("", ""))
    if state == "invited":
        rows.partner(ctx.db, p.project, ctx.person, "declined", by, "", ctx.now)
        tell(ctx, p.project)


class HandOver(CommandParams, kw_only=True):
    space: Id
    founder: Id
    person: Id


@feature.command("project.hand_over", administrator=True, answers={"project": Project}, emits=["member.changed"], law=True)
def hand_over(ctx: Context, p: HandOver) -> Mapping[str, Any]:
    """Give a founder's seat to another teacher, who becomes an administrator, so that they can take over (PRJ-12, PRJ-13).

    The one who sat there stays an administrator until somebody changes that. The project's kind stays (PRJ-21).
    """
    _of_project(ctx)
    seats = rows.founders_of(ctx.db, p.space)
    seat = next((seat for seat in seats if seat.person == p.founder), None)
    standing = ctx.rules.members.get(p.person)
    if seat is None or standing is None or standing.role == "pupil":
        raise NotFound()
    if standing.role != "teacher" or standing.school is None:
        raise Conflict(code="founder_must_teach", path="$.person")
    if p.person in {seat.person for seat in seats}:
        raise Conflict(code="founder_already", path="$.person")
    mine = (rows.founders.c.project == p.space) & (rows.founders.c.seat == seat.seat)
    ctx.db.execute(update(rows.founders).where(mine).values(person=p.person, school=standing.school, left_at=None))
    ctx.command("space.change_member", {"person": p.person, "administrator": True})
    rows.note(ctx, p.space, "handed_over")
    tell(ctx, p.space)
    return {"project": Ref("project", name_of(p.space, ctx.person))}


def _of_project(ctx: Context) -> None:
    row = rows.find(ctx.db, ctx.space, hold=True)
    if row is None or row.stage != "open":
        raise Conflict(code="no_project_yet")


@feature.on("member.added")
def came(ctx: Context, emission: Emission) -> None:
    """Who came by another way than by being asked has a project to see, too; a founder who comes back sits where they sat."""
    _told(ctx, emission, here=True)


@feature.on("member.changed")
def changed(ctx: Context, emission: Emission) -> None:
    """Marks show in the project."""
    _told(ctx, emission, here=True)


@feature.on("member.removed")
def went(ctx: Context, emission: Emission) -> None:
    """Who left or was removed keeps no seat; to them the project is gone."""
    _told(ctx, emission, here=False)


def _told(ctx: Context, emission: Emission, *, here: bool) -> None:
    if rows.find(ctx.db, ctx.space) is None:
        return
    named = [ref.id.partition(".")[2] for ref in emission.items if ref.kind == "member"]
    # A project is among adults: that a pupil came or went stands nowhere in it.
    persons = [row[0] for row in ctx.db.execute(select(people.c.id).where(people.c.id.in_(named), people.c.adult == 1))]
    if not persons:
        return
    seats = (rows.founders.c.project == ctx.space) & rows.founders.c.person.in_(persons)
    ctx.db.execute(update(rows.founders).where(seats).values(left_at=None if here else ctx.now))
    if not here:
        for person in persons:
            by = rows.partners_of(ctx.db, ctx.space).get(person, ("", ctx.person))[1]
            rows.partner(ctx.db, ctx.space, person, "gone", by, "", ctx.now)
            rows.note(ctx, ctx.space, "left", by=person)
    tell(ctx, ctx.space)
    if not here:
        tell(ctx, ctx.space, persons=persons)
