"""My projects: all of them with their state and what is next (PRJ-01, PRJ-18), and the whole story of the features in this folder."""

from typing import Any

import msgspec
from sqlalchemy import select

from twinspace_server.errors import NotFound
from twinspace_server.law import load as law_load
from twinspace_server.live.feature import Context, Gate, Id, Params
from twinspace_server.people import arrangements
from twinspace_server.people.contacts import schools_said
from twinspace_server.people.schools import School
from twinspace_server.people.schools import load as load_schools
from twinspace_server.projects import rows
from twinspace_server.projects.deciding import waiting_for
from twinspace_server.projects.shown import Project, feature
from twinspace_server.projects.telling import name_of

MOST = 200


class AskMine(Params, kw_only=True):
    pass


class MySchool(msgspec.Struct):
    """One of my schools, and whether it is known that I belong there."""

    school: School
    confirmed: bool


class MyProjects(msgspec.Struct):
    """`approval`: whether support organisations decide on projects here. `desks`: those at which I sit; `to_decide` waits for me there."""

    projects: list[Project]
    schools: list[MySchool]
    approval: bool
    desks: list[str]
    to_decide: int


@feature.query("project.mine", gate=Gate.PERSON, answers=MyProjects)
def mine(ctx: Context, p: AskMine) -> MyProjects:
    """Every project I found, take part in or am asked into, the newest first; and what I need to know to register one."""
    seats = select(rows.founders.c.project).where(rows.founders.c.person == ctx.person, rows.founders.c.left_at.is_(None))
    asked = select(rows.partners.c.project).where(rows.partners.c.person == ctx.person, rows.partners.c.state == "invited")
    spaces = select(rows.projects.c.id).where(rows.projects.c.id.in_(law_load.spaces_of(ctx.db, ctx.person)))
    known = {row[0] for query in (seats, asked, spaces) for row in ctx.db.execute(query)} if ctx.who and ctx.who.adult else set()
    names = [name_of(project, ctx.person) for project in sorted(known, reverse=True)[:MOST]]
    found = [item for item in ctx.load("project", names) if isinstance(item, Project)]
    belongs = schools_said(ctx.db, ctx.person)
    known_schools: Any = load_schools(ctx.db, list(belongs))
    schools = [MySchool(known_schools[key], state == "confirmed") for key, state in belongs.items() if key in known_schools]
    desks, waiting = waiting_for(ctx)
    return MyProjects(found, schools, arrangements.said(ctx.db, "approval") != "none", desks, waiting)


class Show(Params, kw_only=True):
    project: Id


class Shown(msgspec.Struct):
    project: Project


@feature.query("project.show", gate=Gate.PERSON, answers=Shown)
def show(ctx: Context, p: Show) -> Shown:
    """One project as I see it; to whom it is no business there is none."""
    found = ctx.load("project", [name_of(p.project, ctx.person)])
    if not found or not isinstance(found[0], Project):
        raise NotFound()
    return Shown(found[0])


_FORM = {
    "title": "Otters of two rivers", "description": "We look for otters, and tell each other where.", "subjects": ["biology"],
    "ages_from": 11, "ages_to": 13, "languages": ["en"], "start": "2026-09-01", "end": "2027-06-30",
}  # fmt: skip
_WITH_BOB = {**_FORM, "partner": "{bob}"}
_SPACE = {"space": "{space}"}
_BE_ASKS = {"country": "BE", "decision": "ask", "word": "Who goes to the river with them?"}

feature.example("people.me", "gerda", {}, gives="gerda")
feature.example("schools.attach", "nora", {"school": "{school}", "person": "{gerda}"})
feature.example("contacts.ask", "alice", {"person": "{bob}"})
feature.example("contacts.accept", "bob", {"person": "{alice}"})
feature.example("contacts.ask", "alice", {"person": "{gerda}"})
feature.example("contacts.accept", "gerda", {"person": "{alice}"})
feature.example("project.mine", "alice", {})
feature.example("project.register", "alice", _WITH_BOB, gives="otters")
feature.example("project.show", "bob", {"project": "{otters}"})
feature.example("project.edit", "alice", {**_FORM, "project": "{otters}", "title": "Otters"})
feature.example("project.accept", "bob", {"project": "{otters}"})
feature.example("project.decide", "nora", {**_BE_ASKS, "project": "{otters}"})
feature.example("project.answer", "alice", {"project": "{otters}", "text": "Both of us, and two parents."})
feature.example("project.cases", "nora", {"text": "otters", "decided": False})
feature.example("project.register", "alice", _WITH_BOB, gives="herons")
feature.example("project.decline", "bob", {"project": "{herons}", "word": "Not this year."})
feature.example("project.withdraw", "alice", {"project": "{otters}", "word": "We begin next year."})
feature.example("project.change", "alice", {**_FORM, **_SPACE, "title": "Two rivers"})
feature.example("project.invite", "alice", {**_SPACE, "person": "{gerda}", "word": "Come and look with us."})
feature.example("project.uninvite", "alice", {**_SPACE, "person": "{gerda}"})
feature.example("project.invite", "alice", {**_SPACE, "person": "{gerda}"})
feature.example("project.refuse", "gerda", {"project": "{space}"})
feature.example("project.invite", "alice", {**_SPACE, "person": "{gerda}"})
feature.example("project.join", "gerda", {"project": "{space}", "school": "{school}"})
feature.example("project.hand_over", "alice", {**_SPACE, "founder": "{alice}", "person": "{gerda}"})
