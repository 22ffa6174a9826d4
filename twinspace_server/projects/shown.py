"""How a project looks to whoever has to do with it, and to a support organisation that decides on it.

Both are items at a person's own desk, named `<project>_<person>` in its log: the loader looks as that person, so who has left, was
never asked, or sits at no desk any more gets nothing. A case is the form and who founds it; it never reads the space (HLP-04).
"""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import msgspec
from sqlalchemy import select

from twinspace_server.clock import iso
from twinspace_server.identity import people
from twinspace_server.law.members import members
from twinspace_server.live.feature import Feature, Item, ItemKind
from twinspace_server.people import support
from twinspace_server.people.attachments import schools_of
from twinspace_server.people.schools import School
from twinspace_server.people.schools import load as load_schools
from twinspace_server.projects import diary, rows
from twinspace_server.projects.rows import Founder, Said, Step
from twinspace_server.spaces.spaces import Space
from twinspace_server.spaces.spaces import load as load_spaces
from twinspace_server.storage.store import Db

feature = Feature("projects")
"""Of everything in this folder: it is one story."""

State = Literal["awaiting_partner", "awaiting_support", "more_information", "opening", "active", "closed", "declined", "withdrawn"]
Mark = Literal["founder", "administrator", "member", "invited"]


class ProjectPerson(msgspec.Struct, frozen=True):
    """An adult of a project. Before it is open `said` tells whether a founder has said yes; `here`: still takes part."""

    person: str
    name: str
    school: School | None
    mark: Mark
    administrator: bool
    said: bool
    here: bool


class Decision(msgspec.Struct, frozen=True):
    """What the support organisation of a country says, its question or reasons, and what the founders answered."""

    country: str
    organisation: str
    said: Said
    word: str
    answer: str


class Told(msgspec.Struct, frozen=True):
    """One line of a project's story. Whoever decided at a desk is not named, their country is."""

    what: Step
    name: str
    country: str
    word: str
    at: str


class _Form(Item, frozen=True, kw_only=True):
    """What founders write, and what is fixed when they register."""

    title: str
    description: str
    subjects: list[str]
    ages_from: int
    ages_to: int
    languages: list[str]
    start: str
    end: str
    european: bool
    countries: list[str]
    made_at: str
    changed_at: str


class Project(_Form, tag="project", frozen=True, kw_only=True):
    """A project as one of its people sees it (PRJ-01): its state, how they stand in it (`mine`), and who else is in it.

    `by` registered it, `reason` is the last word of a refusal, or of whoever asks me to join.
    It has a space as soon as it is active, under the same id, and in it a folder as its `diary`, until somebody deletes that.
    """

    state: State
    mine: Mark
    by: str
    reason: str
    people: list[ProjectPerson]
    decisions: list[Decision]
    steps: list[Told]
    diary: str | None


class CaseFounder(msgspec.Struct, frozen=True):
    """A founder as a support organisation sees one: name, school, and whether it is known that they belong there."""

    name: str
    school: School
    attachment: str


class ProjectCase(_Form, tag="project_case", frozen=True, kw_only=True):
    """A project that a support organisation decides on. `decides`: the countries for which the reader does; `waits`: for them."""

    state: State
    founders: list[CaseFounder]
    decisions: list[Decision]
    decides: list[str]
    waits: bool


def _row(db: Db, project: str) -> Any:
    return db.execute(select(rows.projects).where(rows.projects.c.id == project)).first()


def _form(row: Any, space: Space | None) -> dict[str, Any]:
    """Once there is a space its name and description are the project's."""
    decode = msgspec.json.decode
    return {
        "id": row.id, "title": space.name if space else row.title, "description": space.description if space else row.description,
        "subjects": decode(row.subjects), "ages_from": row.ages_from, "ages_to": row.ages_to, "languages": decode(row.languages),
        "start": row.starts, "end": row.ends, "european": bool(row.european), "countries": decode(row.countries),
        "made_at": iso(row.made_at), "changed_at": iso(row.changed_at),
    }  # fmt: skip


def _state(row: Any, said: Mapping[str, tuple[Said, str, str]], space: Space | None) -> State:
    if row.stage == "open":
        return "closed" if space is not None and space.closed_at else "active"
    if row.stage == "deciding":
        return "more_information" if any(one == "question" for one, _, _ in said.values()) else "awaiting_support"
    return "awaiting_partner" if row.stage == "asked" else row.stage


def adults_in(db: Db, space: str) -> dict[str, tuple[bool, str | None]]:
    """The adults who take part in a space, by id: administrator, and their school."""
    query = (
        select(members.c.person, members.c.administrator, members.c.school)
        .join_from(members, people, people.c.id == members.c.person)
        .where(members.c.space == space, members.c.left.is_(None), people.c.adult == 1)
        .order_by(members.c.since, members.c.person)
    )
    return {person: (bool(mark), school) for person, mark, school in db.execute(query)}


def concerned(db: Db, project: str) -> list[str]:
    """Everybody to whom the project is shown."""
    row = rows.find(db, project)
    seats = [seat.person for seat in rows.founders_of(db, project) if seat.left_at is None]
    if row is None or row.stage != "open":
        return seats
    invited = [person for person, (state, _) in rows.partners_of(db, project).items() if state == "invited"]
    return list(dict.fromkeys([*adults_in(db, project), *invited]))


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Projects by `<project>_<person>`, as that person sees them."""
    found: dict[str, Item] = {}
    for key in wanted:
        project, _, person = key.partition("_")
        item = _project(db, project, person)
        if item is not None:
            found[key] = item
    return found


def _project(db: Db, project: str, person: str) -> Project | None:
    row = _row(db, project)
    if row is None:
        return None
    seats, said = rows.founders_of(db, project), rows.decided(db, project)
    space = load_spaces(db, [project]).get(project) if row.stage == "open" else None
    assert space is None or isinstance(space, Space)
    adults = adults_in(db, project) if space is not None else {}
    partners = rows.partners_of(db, project)
    mine = _mark(person, seats, adults, partners, open=space is not None)
    if mine is None:
        return None
    inside = mine != "invited"
    return Project(
        **_form(row, space), state=_state(row, said, space), mine=mine, by=row.by,
        reason=row.reason if inside else rows.word_to(db, project, person),
        people=_people(db, seats, adults, partners if inside else {}, open=space is not None, inside=inside),
        decisions=_decisions(db, said) if inside else [], steps=_steps(db, project) if inside else [],
        diary=diary.of(db, project) if inside and space is not None else None,
    )  # fmt: skip


def _mark(
    person: str, seats: Sequence[Founder], adults: Mapping[str, Any], partners: Mapping[str, tuple[str, str]], *, open: bool
) -> Mark | None:
    seat = next((seat for seat in seats if seat.person == person and seat.left_at is None), None)
    if not open:
        return "founder" if seat is not None else None
    if person in adults:
        return "founder" if seat is not None else "administrator" if adults[person][0] else "member"
    return "invited" if partners.get(person, ("", ""))[0] == "invited" else None


def _people(
    db: Db, seats: Sequence[Founder], adults: Mapping[str, Any], partners: Mapping[str, tuple[str, str]], *, open: bool, inside: bool
) -> list[ProjectPerson]:
    """The founders first; whoever is only asked sees nobody else."""
    invited = [person for person, (state, _) in partners.items() if state == "invited" and person not in adults]
    others = [person for person in adults if person not in {seat.person for seat in seats}] if inside else []
    ids = [*(seat.person for seat in seats), *others, *invited]
    names = dict(tuple(row) for row in db.execute(select(people.c.id, people.c.name).where(people.c.id.in_(ids))).fetchall())
    wanted = {*(seat.school for seat in seats), *(adults[person][1] for person in others if adults[person][1])}
    schools: Any = load_schools(db, sorted(wanted))
    found = []
    for seat in seats:
        here = seat.left_at is None
        leads = here and (not open or adults.get(seat.person, (False, None))[0])
        found.append(ProjectPerson(seat.person, names.get(seat.person, ""), schools.get(seat.school), "founder", leads, seat.said, here))
    for person in others:
        leads, school = adults[person]
        mark: Mark = "administrator" if leads else "member"
        found.append(ProjectPerson(person, names.get(person, ""), schools.get(school), mark, leads, True, True))
    return [*found, *(ProjectPerson(person, names.get(person, ""), None, "invited", False, False, False) for person in invited)]


def _decisions(db: Db, said: Mapping[str, tuple[Said, str, str]]) -> list[Decision]:
    query = select(support.desks.c.country, support.desks.c.name).where(support.desks.c.country.in_(list(said)))
    names = dict(tuple(row) for row in db.execute(query).fetchall())
    return [Decision(country, names.get(country, ""), one, word, answer) for country, (one, word, answer) in said.items()]


def _steps(db: Db, project: str) -> list[Told]:
    """Its story, the newest last; bounded, because a project may run for years."""
    query = (
        select(rows.steps.c.what, people.c.name, rows.steps.c.country, rows.steps.c.word, rows.steps.c.at)
        .outerjoin_from(rows.steps, people, people.c.id == rows.steps.c.by)
        .where(rows.steps.c.project == project)
        .order_by(rows.steps.c.id.desc())
        .limit(60)
    )
    told = db.execute(query).fetchall()
    return [Told(what, "" if country else name or "", country, word, iso(at)) for what, name, country, word, at in reversed(told)]


def load_cases(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Cases by `<project>_<person>`, for those who decide on them or have a seat where it was decided."""
    found: dict[str, Item] = {}
    for key in wanted:
        project, _, person = key.partition("_")
        row = _row(db, project)
        said = rows.decided(db, project) if row is not None else {}
        decides = [country for country in said if person in rows.deciders(db, project, country)]
        if not decides:
            continue
        waits = row.stage == "deciding" and any(said[country][0] == "waiting" for country in decides)
        found[key] = ProjectCase(
            **_form(row, None), state=_state(row, said, None), founders=_case_founders(db, project), decisions=_decisions(db, said),
            decides=decides, waits=waits,
        )  # fmt: skip
    return found


def _case_founders(db: Db, project: str) -> list[CaseFounder]:
    found = []
    for seat in rows.founders_of(db, project):
        school: Any = load_schools(db, [seat.school]).get(seat.school)
        name = db.execute(select(people.c.name).where(people.c.id == seat.person)).scalar()
        if school is not None:
            found.append(CaseFounder(str(name or ""), school, schools_of(db, seat.person).get(seat.school, "refused")))
    return found


feature.item(ItemKind("project", Project, load, place=lambda _project: None))
feature.item(ItemKind("project_case", ProjectCase, load_cases, place=lambda _case: None))

feature.keeps(rows.projects, "by", "stays", everywhere=True, why="who registered a project, by id; it is the schools' work")
feature.keeps(rows.founders, "person", "stays", everywhere=True, why="who founded a project, by id, so that it never has none")
feature.keeps(rows.partners, ("person", "by"), "made", everywhere=True, becomes={"word": ""})
feature.keeps(rows.steps, "by", "made", everywhere=True, becomes={"word": ""})
feature.keeps_nothing(rows.decisions, "what the desks of the countries said; who spoke for them is in their record")
