"""The rows of projects, and how one stands (PRJ-20). No commands here, and nothing of a space's content.

A project has the id that its space gets. Until it is open there is no space: what is said of it is told at the desks of those whom
it concerns. Once it is open, whether it is active or closed is not kept here but read from the space, so the two can't contradict
each other. Countries and kind are written once and never again (PRJ-21).
"""

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

import msgspec
from sqlalchemy import BigInteger, Column, Index, Table, Text, insert, select, update

from twinspace_server import ids
from twinspace_server.errors import NotFound
from twinspace_server.identity import people
from twinspace_server.live.feature import Context
from twinspace_server.people import support
from twinspace_server.storage.hot import upsert
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

Stage = Literal["asked", "deciding", "opening", "open", "declined", "withdrawn"]
"""`asked`: the partner has not answered. `deciding`: the support organisations have not. `opening`: all have said yes, and the house
is about to open the space. The last two are the end of it."""
Said = Literal["waiting", "question", "approved", "declined"]
Step = Literal[
    "registered", "accepted", "declined", "withdrawn", "edited", "approved", "question", "answered", "opened", "closed", "reopened",
    "joined", "left", "handed_over",
]  # fmt: skip

projects = Table(
    "projects",
    metadata,
    Column("id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("subjects", Text, nullable=False),
    Column("ages_from", BigInteger, nullable=False),
    Column("ages_to", BigInteger, nullable=False),
    Column("languages", Text, nullable=False),
    Column("starts", Text, nullable=False),
    Column("ends", Text, nullable=False),
    Column("european", BigInteger, nullable=False),
    Column("countries", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("made_at", BigInteger, nullable=False),
    Column("changed_at", BigInteger, nullable=False),
    Column("diary", Text),
    Index("ix_projects_stage", "stage"),
)

founders = Table(
    "project_founders",
    metadata,
    Column("project", Text, primary_key=True),
    Column("seat", BigInteger, primary_key=True),
    Column("person", Text, nullable=False),
    Column("school", Text, nullable=False),
    Column("said", BigInteger, nullable=False),
    Column("left_at", BigInteger),
    Index("ix_project_founders_person", "person"),
)

decisions = Table(
    "project_decisions",
    metadata,
    Column("project", Text, primary_key=True),
    Column("country", Text, primary_key=True),
    Column("said", Text, nullable=False),
    Column("word", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Index("ix_project_decisions_country", "country", "said"),
)

partners = Table(
    "project_partners",
    metadata,
    Column("project", Text, primary_key=True),
    Column("person", Text, primary_key=True),
    Column("state", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("word", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index("ix_project_partners_person", "person"),
)

steps = Table(
    "project_steps",
    metadata,
    Column("id", Text, primary_key=True),
    Column("project", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("country", Text, nullable=False),
    Column("word", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index("ix_project_steps_project", "project"),
)

_DECISION = upsert(decisions, ["project", "country"], ["said", "word", "answer"])
_PARTNER = upsert(partners, ["project", "person"], ["state", "by", "word", "at"])
_countries = msgspec.json.Decoder(list[str]).decode


class Founder(NamedTuple):
    """A founder's seat: who sits on it, of which school, whether they have said yes, and when they left the project (ms)."""

    seat: int
    person: str
    school: str
    said: bool
    left_at: int | None


class Row(NamedTuple):
    """What is decided by: stage, the founders' countries, kind, and who registered it."""

    id: str
    title: str
    stage: Stage
    countries: list[str]
    european: bool
    by: str


def find(db: Db, project: str, *, hold: bool = False) -> Row | None:
    """The project; with `hold` nobody else changes it before this unit ends, at whichever desk they are."""
    query = select(projects.c.id, projects.c.title, projects.c.stage, projects.c.countries, projects.c.european, projects.c.by)
    row: Any = db.execute((query.with_for_update() if hold else query).where(projects.c.id == project)).first()
    return None if row is None else Row(row[0], row[1], row[2], _countries(row[3]), bool(row[4]), row[5])


def add(db: Db, project: str, values: dict[str, Any], seats: Sequence[tuple[str, str, bool]], countries: Sequence[str]) -> None:
    """A new project with its founders (person, school, has said yes) and the countries that say for ever what kind it is."""
    kept = sorted(set(countries))
    fixed = {"european": int(len(kept) > 1), "countries": msgspec.json.encode(kept).decode()}
    db.execute(insert(projects), {**values, **fixed, "id": project, "reason": "", "diary": None})
    for seat, (person, school, said) in enumerate(seats):
        row = {"project": project, "seat": seat, "person": person, "school": school, "said": int(said), "left_at": None}
        db.execute(insert(founders), row)


def change(db: Db, project: str, now: int, **values: Any) -> None:
    """Other details, or another stage; never the countries or the kind."""
    assert not {"countries", "european"} & set(values)
    db.execute(update(projects).where(projects.c.id == project).values(changed_at=now, **values))


def founders_of(db: Db, project: str) -> list[Founder]:
    """The seats of the founders, the one who registered first."""
    query = select(founders.c.seat, founders.c.person, founders.c.school, founders.c.said, founders.c.left_at)
    rows = db.execute(query.where(founders.c.project == project).order_by(founders.c.seat))
    return [Founder(seat, person, school, bool(said), left) for seat, person, school, said, left in rows]


def decided(db: Db, project: str) -> dict[str, tuple[Said, str, str]]:
    """By country what its organisation has said, its word, and the founders' answer to it."""
    query = select(decisions.c.country, decisions.c.said, decisions.c.word, decisions.c.answer).where(decisions.c.project == project)
    found: Any = db.execute(query.order_by(decisions.c.country))
    return {country: (said, word, answer) for country, said, word, answer in found}


def decide(db: Db, project: str, country: str, said: Said, word: str = "", answer: str = "") -> None:
    """So says the organisation of this country, from now on."""
    _DECISION(db, {"project": project, "country": country, "said": said, "word": word, "answer": answer})


def partner(
    db: Db, project: str, person: str, state: Literal["invited", "joined", "declined", "gone"], by: str, word: str, at: int
) -> None:
    """So a further partner stands in the project, from now on."""
    _PARTNER(db, {"project": project, "person": person, "state": state, "by": by, "word": word, "at": at})


def word_to(db: Db, project: str, person: str) -> str:
    """What whoever asked this partner wrote to go with it."""
    query = select(partners.c.word).where(partners.c.project == project, partners.c.person == person)
    return str(db.execute(query).scalar() or "")


def partners_of(db: Db, project: str) -> dict[str, tuple[str, str]]:
    """By person: state, and who asked them."""
    query = select(partners.c.person, partners.c.state, partners.c.by).where(partners.c.project == project).order_by(partners.c.at)
    return {person: (state, by) for person, state, by in db.execute(query)}


def note(ctx: Context, project: str, what: Step, *, word: str = "", country: str = "", by: str | None = None) -> None:
    """One more line of its story, which is only ever added to."""
    row = {
        "id": ids.new(ctx.now),
        "project": project,
        "what": what,
        "by": by or ctx.person,
        "country": country,
        "word": word,
        "at": ctx.now,
    }
    ctx.db.execute(insert(steps), row)


def deciders(db: Db, project: str, country: str) -> list[str]:
    """Who decides for a country: those at its desk, and where nobody sits there, the operators. Never one of the founders."""
    own = {founder.person for founder in founders_of(db, project)}
    sitting = [person for person in support.sits_at(db, country) if person not in own]
    return sitting or [row[0] for row in db.execute(select(people.c.id).where(people.c.operator == 1)) if row[0] not in own]


def held_by_founder(ctx: Context, project: str) -> tuple[Row, list[Founder]]:
    """The project, held, for one of its founders; for all others there is nothing."""
    row = find(ctx.db, project, hold=True)
    seats = founders_of(ctx.db, project)
    if row is None or ctx.person not in {seat.person for seat in seats if seat.left_at is None}:
        raise NotFound()
    return row, seats
