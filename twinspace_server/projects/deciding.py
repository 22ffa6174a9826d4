"""The support organisations' part: what waits for them, and their word on it (PRJ-04, PRJ-06, HLP-04, ROL-13).

Both founders' countries decide; a national project has one. Where nobody sits at a country's desk the operators decide in its place,
and nobody ever decides on a project of their own. To everybody else the desk does not exist, and it sees nothing of a space.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta
from sqlalchemy import select

from twinspace_server import texts
from twinspace_server.errors import BadInput, Conflict, NotFound
from twinspace_server.live.feature import CommandParams, Context, Gate, Id, Params, Ref
from twinspace_server.people import support
from twinspace_server.people.schools import Country
from twinspace_server.projects import rows
from twinspace_server.projects.registering import Words
from twinspace_server.projects.shown import ProjectCase, feature, load_cases
from twinspace_server.projects.telling import name_of, tell, tell_desks, write
from twinspace_server.storage.fulltext import fold

MOST = 50
MOST_LOOKED_AT = 200


class Decide(CommandParams, kw_only=True):
    project: Id
    country: Country
    decision: Literal["approve", "ask", "decline"]
    word: Annotated[Words, Meta(description="A question needs one, and so does a refusal.")] = ""


@feature.command("project.decide", gate=Gate.PERSON, answers={"case": ProjectCase}, emits=["project.case_changed"])
def decide(ctx: Context, p: Decide) -> Mapping[str, Any]:
    """Say for a country: approve, ask for more, or decline with reasons. When all countries approve, the space opens (PRJ-17)."""
    row = rows.find(ctx.db, p.project, hold=True)
    said = rows.decided(ctx.db, p.project) if row is not None else {}
    if row is None or p.country not in said or ctx.person not in rows.deciders(ctx.db, p.project, p.country):
        raise NotFound()
    if row.stage != "deciding" or said[p.country][0] == "approved":
        raise Conflict(code="decided_already")
    word = texts.prose(p.word, "$.word") if p.word.strip() else ""
    if not word and p.decision != "approve":
        raise BadInput(code="reason_needed", path="$.word")
    if p.decision == "approve":
        _approve(ctx, p.project, p.country)
    elif p.decision == "ask":
        rows.decide(ctx.db, p.project, p.country, "question", word, "")
        rows.change(ctx.db, p.project, ctx.now)
    else:
        rows.decide(ctx.db, p.project, p.country, "declined", word, "")
        rows.change(ctx.db, p.project, ctx.now, stage="declined", reason=word)
    what: Any = {"approve": "approved", "ask": "question", "decline": "declined"}[p.decision]
    rows.note(ctx, p.project, what, country=p.country, word=word)
    support.note(ctx, p.country, "project", p.project, what, word)
    _tell(ctx, p.project, p.decision)
    case = Ref("project_case", name_of(p.project, ctx.person))
    ctx.emit("project.case_changed", case)
    return {"case": case}


def _approve(ctx: Context, project: str, country: str) -> None:
    rows.decide(ctx.db, project, country, "approved")
    if all(one == "approved" for one, _, _ in rows.decided(ctx.db, project).values()):
        rows.change(ctx.db, project, ctx.now, stage="opening")
        ctx.later("project.open", {"project": project}, space=project)
    else:
        rows.change(ctx.db, project, ctx.now)


def _tell(ctx: Context, project: str, decision: str) -> None:
    """The founders hear what they can do something about; that all have approved they hear when the space is open."""
    persons = [seat.person for seat in rows.founders_of(ctx.db, project)]
    ring = {"ask": "project_question", "decline": "project_refused"}.get(decision)
    tell(ctx, project, ring)
    if decision == "ask":
        write(ctx, "project-question", project, persons)
    elif decision == "decline":
        write(ctx, "project-declined", project, persons)
    tell_desks(ctx, project)


class AskCases(Params, kw_only=True):
    text: Annotated[str, Meta(max_length=80, description="Words of a title, a founder or a school.")] = ""
    decided: Annotated[bool, Meta(description="Those that were decided, instead of those that wait.")] = False


class Cases(msgspec.Struct):
    """`countries` are the desks at which I sit; `waiting` counts what waits for me, whatever was searched."""

    cases: list[ProjectCase]
    countries: list[str]
    waiting: int
    more: bool


@feature.query("project.cases", gate=Gate.PERSON, answers=Cases)
def cases(ctx: Context, p: AskCases) -> Cases:
    """The projects on which I decide for a support organisation, the oldest first; the newest first of those that were decided."""
    assert ctx.who is not None
    countries = support.countries_of(ctx.db, ctx.person)
    if not countries and not ctx.who.operator:
        raise NotFound()
    waiting = _cases(ctx, decided=False)
    found = _cases(ctx, decided=True) if p.decided else waiting
    words = [fold(word) for word in p.text.split()]
    hits = [case for case in found if all(word in _about(case) for word in words)]
    return Cases(hits[:MOST], countries, sum(case.waits for case in waiting), len(hits) > MOST)


def _cases(ctx: Context, *, decided: bool) -> list[ProjectCase]:
    assert ctx.who is not None
    stage, column, country = rows.projects.c.stage, rows.projects.c.id, rows.decisions.c.country
    query = select(column).order_by(column.desc() if decided else column).limit(MOST_LOOKED_AT)
    query = query.where(stage.in_(("opening", "open", "declined", "withdrawn")) if decided else stage == "deciding")
    # Operators stand in wherever nobody sits, or only a founder: what waits they look through as a whole, what was decided by country.
    if decided or not ctx.who.operator:
        theirs = support.countries_of(ctx.db, ctx.person)
        if ctx.who.operator:
            theirs += [row[0] for row in ctx.db.execute(select(country).distinct()) if not support.has_desk(ctx.db, row[0])]
        query = query.where(column.in_(select(rows.decisions.c.project).where(country.in_(theirs))))
    names = [name_of(row[0], ctx.person) for row in ctx.db.execute(query)]
    return [case for case in load_cases(ctx.db, names).values() if isinstance(case, ProjectCase)]


def _about(case: ProjectCase) -> str:
    told = [case.title, *(f"{founder.name} {founder.school.name} {founder.school.town}" for founder in case.founders)]
    return " ".join(fold(word) for text in told for word in text.split())


def waiting_for(ctx: Context) -> tuple[list[str], int]:
    """The desks at which I sit, and how much waits for me there: what leads me to them."""
    countries = support.countries_of(ctx.db, ctx.person)
    operator = ctx.who is not None and ctx.who.operator
    return countries, sum(case.waits for case in _cases(ctx, decided=False)) if countries or operator else 0
