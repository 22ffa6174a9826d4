"""From registering a project to the partner's word and the answers to support organisations (PRJ-02..04, PRJ-06, PRJ-20).

Only two contacts found a project (PRJ-11). Each of them acts at their own desk and holds the project's row while it changes. Where an
installation wants no approval, both must be known at their schools, since nobody else looks; then one teacher may also found alone.
"""

from collections.abc import Mapping
from typing import Annotated, Any

from msgspec import Meta
from sqlalchemy import func, select

from twinspace_server import ids, texts
from twinspace_server.errors import BadInput, Conflict, NotFound
from twinspace_server.live.feature import CommandParams, Context, Gate, Id
from twinspace_server.people import arrangements
from twinspace_server.people.contacts import are_contacts, schools_said
from twinspace_server.people.schools import School
from twinspace_server.people.schools import load as load_schools
from twinspace_server.projects import rows
from twinspace_server.projects.details import Age, Day, Description, Languages, Subjects, Title, checked
from twinspace_server.projects.shown import Project, feature
from twinspace_server.projects.telling import mine, tell, tell_desks, write

MOST_UNDECIDED = 300
"""Of one person, registered and not yet open or refused."""

Words = Annotated[str, Meta(max_length=1000)]
Needed = Annotated[str, Meta(min_length=1, max_length=1000)]


class Form(CommandParams, kw_only=True):
    title: Title
    description: Description
    subjects: Subjects
    ages_from: Age
    ages_to: Age
    languages: Languages
    start: Day
    end: Day

    def kept(self) -> dict[str, Any]:
        """The details as columns; refuses what can't be so."""
        return checked(
            title=self.title, description=self.description, subjects=list(self.subjects), ages_from=self.ages_from, ages_to=self.ages_to,
            languages=list(self.languages), start=self.start, end=self.end,
        )  # fmt: skip


class Register(Form, kw_only=True):
    partner: Annotated[Id, Meta(description="One of my contacts; nobody where projects need no approval and I found it alone.")] | None
    school: Annotated[Id, Meta(description="Which of my schools takes part; the first one without it.")] | None = None


@feature.command("project.register", gate=Gate.PERSON, answers={"project": Project}, emits=["project.changed"])
def register(ctx: Context, p: Register) -> Mapping[str, Any]:
    """Register a project with a contact, who is asked (PRJ-02, PRJ-03). The founders' countries say for ever what kind it is (PRJ-21)."""
    details = p.kept()
    school = _school(ctx, ctx.person, p.school)
    free = arrangements.said(ctx.db, "approval") == "none"
    if p.partner is None and not free:
        raise BadInput(code="partner_needed", path="$.partner")
    if p.partner is not None and not are_contacts(ctx.db, ctx.person, p.partner):
        raise BadInput(code="contact_needed", path="$.partner")
    if free:
        _require_known(ctx, ctx.person, school.id)
    waiting = select(func.count()).where(rows.projects.c.by == ctx.person, rows.projects.c.stage.in_(("asked", "deciding")))
    if ctx.db.execute(waiting).scalar_one() >= MOST_UNDECIDED:
        raise Conflict(code="too_many_undecided", most=MOST_UNDECIDED)
    project = ids.new(ctx.now)
    seats, countries = [(ctx.person, school.id, True)], [school.country]
    if p.partner is not None:
        theirs = _school(ctx, p.partner, None)
        seats.append((p.partner, theirs.id, False))
        countries.append(theirs.country)
    stage = "asked" if p.partner is not None else "opening"
    values = {**details, "stage": stage, "by": ctx.person, "made_at": ctx.now, "changed_at": ctx.now}
    rows.add(ctx.db, project, values, seats, countries)
    rows.note(ctx, project, "registered")
    if p.partner is None:
        ctx.later("project.open", {"project": project}, space=project)
    tell(ctx, project, "project_asked")
    write(ctx, "project-asked", project, [p.partner] if p.partner is not None else [])
    return {"project": mine(ctx, project)}


class Edit(Form, kw_only=True):
    project: Id


@feature.command("project.edit", gate=Gate.PERSON, answers={"project": Project}, emits=["project.changed"])
def edit(ctx: Context, p: Edit) -> Mapping[str, Any]:
    """Change the form while the partner has not answered, or while a support organisation asks for more (PRJ-06).

    An organisation that had approved it decides anew: nobody approves what they have not seen.
    """
    row, _ = rows.held_by_founder(ctx, p.project)
    said = rows.decided(ctx.db, p.project)
    asked_for_more = row.stage == "deciding" and any(one == "question" for one, _, _ in said.values())
    if not asked_for_more and not (row.stage == "asked" and row.by == ctx.person):
        raise Conflict(code="not_to_edit_now")
    rows.change(ctx.db, p.project, ctx.now, **p.kept())
    anew = [country for country, (one, _, _) in said.items() if one == "approved"]
    for country in anew:
        rows.decide(ctx.db, p.project, country, "waiting")
    rows.note(ctx, p.project, "edited")
    tell(ctx, p.project)
    tell_desks(ctx, p.project, new=anew)
    return {"project": mine(ctx, p.project)}


class SayYes(CommandParams, kw_only=True):
    project: Id
    school: Annotated[Id, Meta(description="Which of my schools takes part, of the same country; as registered without it.")] | None = None


@feature.command("project.accept", gate=Gate.PERSON, answers={"project": Project}, emits=["project.changed"])
def accept(ctx: Context, p: SayYes) -> Mapping[str, Any]:
    """Say yes to a project that a contact registered with me; then the support organisations are asked (PRJ-03, PRJ-04)."""
    row, seats = _asked(ctx, p.project)
    other, own = seats[0], seats[1]
    if not are_contacts(ctx.db, ctx.person, other.person):
        raise Conflict(code="contact_needed")
    school = own.school if p.school is None else _of_same_country(ctx, p.school, own.school)
    free = arrangements.said(ctx.db, "approval") == "none"
    if free:
        _require_known(ctx, ctx.person, school)
        _require_known(ctx, other.person, other.school)
    ctx.db.execute(
        rows.founders.update()
        .where(rows.founders.c.project == p.project, rows.founders.c.seat == own.seat)
        .values(said=1, school=school)
    )  # fmt: skip
    rows.note(ctx, p.project, "accepted")
    if free:
        rows.change(ctx.db, p.project, ctx.now, stage="opening")
        ctx.later("project.open", {"project": p.project}, space=p.project)
    else:
        rows.change(ctx.db, p.project, ctx.now, stage="deciding")
        for country in row.countries:
            rows.decide(ctx.db, p.project, country, "waiting")
        tell_desks(ctx, p.project, new=row.countries)
    tell(ctx, p.project, "project_accepted")
    return {"project": mine(ctx, p.project)}


class SayNo(CommandParams, kw_only=True):
    project: Id
    word: Words = ""


@feature.command("project.decline", gate=Gate.PERSON, answers={"project": Project}, emits=["project.changed"])
def decline(ctx: Context, p: SayNo) -> Mapping[str, Any]:
    """Say no to a project that a contact registered with me, with a word if I like; that is the end of it."""
    _asked(ctx, p.project)
    word = _word(p.word)
    rows.change(ctx.db, p.project, ctx.now, stage="declined", reason=word)
    rows.note(ctx, p.project, "declined", word=word)
    tell(ctx, p.project, "project_declined")
    write(ctx, "project-declined", p.project, [seat.person for seat in rows.founders_of(ctx.db, p.project)])
    return {"project": mine(ctx, p.project)}


@feature.command("project.withdraw", gate=Gate.PERSON, answers={"project": Project}, emits=["project.changed"])
def withdraw(ctx: Context, p: SayNo) -> Mapping[str, Any]:
    """Take a project back before it is open: whoever registered it at any time, the partner once they have said yes."""
    row, seats = rows.held_by_founder(ctx, p.project)
    own = next(seat for seat in seats if seat.person == ctx.person)
    if row.stage not in ("asked", "deciding") or not own.said:
        raise Conflict(code="not_to_withdraw_now")
    word = _word(p.word)
    rows.change(ctx.db, p.project, ctx.now, stage="withdrawn", reason=word)
    rows.note(ctx, p.project, "withdrawn", word=word)
    tell(ctx, p.project, "project_withdrawn")
    tell_desks(ctx, p.project)
    return {"project": mine(ctx, p.project)}


class AnswerDesk(CommandParams, kw_only=True):
    project: Id
    text: Needed


@feature.command("project.answer", gate=Gate.PERSON, answers={"project": Project}, emits=["project.changed"])
def answer(ctx: Context, p: AnswerDesk) -> Mapping[str, Any]:
    """Answer what the support organisations asked (PRJ-06); they decide again with the answer beside the form."""
    row, _ = rows.held_by_founder(ctx, p.project)
    said = rows.decided(ctx.db, p.project)
    asking = [country for country, (one, _, _) in said.items() if one == "question"]
    if row.stage != "deciding" or not asking:
        raise Conflict(code="nothing_asked")
    text = texts.prose(p.text, "$.text")
    for country in asking:
        rows.decide(ctx.db, p.project, country, "waiting", said[country][1], text)
    rows.change(ctx.db, p.project, ctx.now)
    rows.note(ctx, p.project, "answered", word=text)
    tell(ctx, p.project)
    tell_desks(ctx, p.project, new=asking)
    return {"project": mine(ctx, p.project)}


def _asked(ctx: Context, project: str) -> tuple[rows.Row, list[rows.Founder]]:
    """The project that waits for my word as its partner."""
    row, seats = rows.held_by_founder(ctx, project)
    if row.stage != "asked" or ctx.person == row.by:
        raise Conflict(code="nothing_asked")
    return row, seats


def _school(ctx: Context, person: str, chosen: str | None) -> School:
    """The school with which somebody founds; both have one, or they would be no contacts."""
    theirs = schools_said(ctx.db, person)
    if not theirs:
        raise Conflict(code="school_first" if ctx.who is not None and ctx.who.adult else "adults_only")
    if chosen is not None and chosen not in theirs:
        raise BadInput(code="unknown_school", path="$.school")
    # The confirmed ones first, in the order in which they joined.
    first = chosen or next((school for school, state in theirs.items() if state == "confirmed"), next(iter(theirs)))
    school = load_schools(ctx.db, [first]).get(first)
    if not isinstance(school, School):
        raise NotFound()
    return school


def _of_same_country(ctx: Context, chosen: str, registered: str) -> str:
    """Another of my schools, but of the country that the kind of the project was fixed by."""
    school = _school(ctx, ctx.person, chosen)
    known = load_schools(ctx.db, [registered]).get(registered)
    if not isinstance(known, School) or school.country != known.country:
        raise BadInput(code="other_country", path="$.school")
    return school.id


def _require_known(ctx: Context, person: str, school: str) -> None:
    """Where nobody approves projects, founders are confirmed members of their schools."""
    if schools_said(ctx.db, person).get(school) != "confirmed":
        raise Conflict(code="school_not_confirmed")


def _word(word: str) -> str:
    return texts.prose(word, "$.word") if word.strip() else ""
