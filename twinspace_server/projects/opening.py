"""The space of a project: opened by the house when all have said yes, and its life told to the project's people (PRJ-14..17).

Closing and reopening are the space's own commands (`space.close`, `space.reopen`): whether a project is active or closed is read from
there. Here is only what follows: the line in its story, and the news at everybody's desk, of its diary too.
"""

from sqlalchemy import update

from twinspace_server.errors import NotFound
from twinspace_server.law.places import all_within
from twinspace_server.live.feature import CommandParams, Context, Emission, Gate, Id, Ref
from twinspace_server.people.erasure import erased
from twinspace_server.projects import diary, rows
from twinspace_server.projects.shown import feature
from twinspace_server.projects.telling import tell, tell_desks, write
from twinspace_server.spaces.spaces import establish


class Open(CommandParams, kw_only=True):
    project: Id


@feature.command("project.open", gate=Gate.HOUSE, law=True, emits=["space.founded"])
def open_space(ctx: Context, p: Open) -> None:
    """Found the space of an approved project: both founders are its administrators, their schools take part, a diary is begun (PRJ-17).

    A founder who was erased meanwhile administers nothing; where both were, the project is withdrawn.

    Runs in the lane of the space. A job may come twice: then there is a space already, and it is only said once more.
    """
    row = rows.find(ctx.db, p.project, hold=True)
    if row is None or row.stage not in ("opening", "open"):
        raise NotFound()
    if row.stage == "open":
        ctx.emit("space.founded", Ref("space", p.project), Ref("place", p.project))
        return
    seats = rows.founders_of(ctx.db, p.project)
    gone = erased(ctx.db, [seat.person for seat in seats])
    here = [seat.person for seat in seats if seat.person not in gone]
    if not here:  # nobody is left who could keep it
        rows.change(ctx.db, p.project, ctx.now, stage="withdrawn")
        return
    theirs = (rows.founders.c.project == p.project) & rows.founders.c.person.in_(gone)
    ctx.db.execute(update(rows.founders).where(theirs).values(left_at=ctx.now))
    text = ctx.db.execute(rows.projects.select().with_only_columns(rows.projects.c.description).where(rows.projects.c.id == p.project))
    # The school with which they founded; who left it meanwhile takes part with it all the same: the form was approved so.
    schools = {seat.person: seat.school for seat in seats}
    administrators = {person: schools[person] for person in here}
    establish(ctx, p.project, row.title, str(text.scalar_one()), list(dict.fromkeys(schools.values())), administrators)
    rows.change(ctx.db, p.project, ctx.now, stage="open", diary=diary.begin(ctx, here[0]))
    rows.note(ctx, p.project, "opened")
    tell(ctx, p.project, "project_opened", here)
    write(ctx, "project-opened", p.project, here)
    tell_desks(ctx, p.project)


@feature.on("space.closed")
def closed(ctx: Context, emission: Emission) -> None:
    """The space was closed: so is the project."""
    _noted(ctx, "closed", "project_closed")


@feature.on("space.reopened")
def reopened(ctx: Context, emission: Emission) -> None:
    """The space goes on: so does the project (PRJ-15)."""
    _noted(ctx, "reopened", "project_reopened")


@feature.on("space.changed")
def renamed(ctx: Context, emission: Emission) -> None:
    """Name and description of an open project are those of its space."""
    if rows.find(ctx.db, ctx.space) is not None:
        tell(ctx, ctx.space, persons=None)


@feature.on("place.binned")
@feature.on("place.restored")
def diary_went_or_came(ctx: Context, emission: Emission) -> None:
    """The diary went into the bin, or out of it, alone or with the folder around it: the project's screen shows the way to it or none."""
    found = diary.named(ctx.db, ctx.space)
    if found is not None and emission.place is not None and found in all_within(ctx.rules, emission.place):
        tell(ctx, ctx.space)


def _noted(ctx: Context, what: rows.Step, ring: str) -> None:
    if rows.find(ctx.db, ctx.space, hold=True) is not None:
        rows.note(ctx, ctx.space, what)
        tell(ctx, ctx.space, ring)
