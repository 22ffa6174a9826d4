"""Telling people of a project, each at their own desk in a unit of its own, by the bell and by mail (PRJ-03..06).

Jobs name ids. Whoever acts sees it in the answer to what they did; `tell` is for all others.
"""

from collections.abc import Iterable

from twinspace_server.law.load import desk_of
from twinspace_server.live.feature import CommandParams, Context, Gate, Gone, Id, Ref
from twinspace_server.people.post import mail
from twinspace_server.projects import rows
from twinspace_server.projects.shown import concerned, feature, load, load_cases


def name_of(project: str, person: str) -> str:
    """How a project, or a case, is called in the log of somebody's desk."""
    return f"{project}_{person}"


def mine(ctx: Context, project: str) -> Ref:
    """The project as whoever acts sees it; said at their own desk."""
    item = Ref("project", name_of(project, ctx.person))
    ctx.emit("project.changed", item)
    return item


def tell(ctx: Context, project: str, ring: str | None = None, persons: Iterable[str] | None = None) -> None:
    """Let everybody whom it concerns know; with `ring` the bell says why (`bell-<ring>`), to all but the actor.

    At the actor's own desk it is told by `mine`, if that is where this happens.
    """
    for person in concerned(ctx.db, project) if persons is None else persons:
        if person != ctx.person:
            _tell(ctx, "project.tell", "project", project, person, ring)
        elif ctx.who is not None and ctx.space != ctx.who.desk:
            _tell(ctx, "project.tell", "project", project, person, None)


def tell_desks(ctx: Context, project: str, *, new: Iterable[str] = ()) -> None:
    """Let those who decide know; for the countries in `new` something waits now, and bell and mail say so (PRJ-04)."""
    waits = set(new)
    for country in rows.decided(ctx.db, project):
        for person in rows.deciders(ctx.db, project, country):
            if person == ctx.person:
                continue
            _tell(ctx, "project.tell_case", "project_case", project, person, "project_to_decide" if country in waits else None)
            if country in waits:
                mail(ctx, "project-to-decide", person=person)


def write(ctx: Context, kind: str, project: str, persons: Iterable[str]) -> None:
    """Mail these, but the actor, about the project by its title."""
    row = rows.find(ctx.db, project)
    for person in persons:
        if row is not None and person != ctx.person:
            mail(ctx, kind, person=person, args={"title": row.title})


def _tell(ctx: Context, method: str, kind: str, project: str, person: str, ring: str | None) -> None:
    desk = desk_of(ctx.db, person)
    if desk is None:
        return
    ctx.later(method, {"project": project}, space=desk, dedupe=f"{method}:{project}:{person}")
    if ring is not None:
        ctx.notify([person], ring, Ref(kind, name_of(project, person)), about=project)


class Tell(CommandParams, kw_only=True):
    project: Id


@feature.command("project.tell", gate=Gate.HOUSE, emits=["project.changed"])
def tell_one(ctx: Context, p: Tell) -> None:
    """A project changed for the owner of this desk; to whom it is no longer shown it is gone."""
    name = name_of(p.project, str(ctx.rules.owner))
    if load(ctx.db, [name]):
        ctx.emit("project.changed", Ref("project", name))
    else:
        ctx.emit("project.changed", gone=[Gone("project", name)])


@feature.command("project.tell_case", gate=Gate.HOUSE, emits=["project.case_changed"])
def tell_case(ctx: Context, p: Tell) -> None:
    """What the owner of this desk decides on has changed."""
    name = name_of(p.project, str(ctx.rules.owner))
    if load_cases(ctx.db, [name]):
        ctx.emit("project.case_changed", Ref("project_case", name))
    else:
        ctx.emit("project.case_changed", gone=[Gone("project_case", name)])
