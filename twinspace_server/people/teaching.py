"""What somebody does at school: function and subjects taught (REG-17 to REG-20).

For statistics only: nobody is found by it, and nobody but its owner reads it. It is filled in when registering and changed at
any time under *My account* (REG-19).
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta
from sqlalchemy import BigInteger, Column, Table, Text, select

from twinspace_server.errors import Conflict
from twinspace_server.live.feature import CommandParams, Context, Feature, Gate, Item, ItemKind, Ref
from twinspace_server.storage.hot import upsert
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

Function = Literal["teacher", "head", "deputy", "librarian", "counsellor", "ict", "support", "other"]
Subject = Literal[
    "none", "art", "biology", "chemistry", "citizenship", "class", "computing", "crafts", "cross", "drama", "economics", "ethics",
    "foreign", "geography", "health", "history", "mathematics", "media", "mother", "music", "physics", "science", "special", "sport",
    "technology", "other",
]  # fmt: skip
"""`none` is "I do not teach" (REG-18), `class` a class teacher of all subjects, `mother` the mother tongue, `cross` across subjects."""
Subjects = Annotated[list[Subject], Meta(max_length=12)]

teaching = Table(
    "teaching",
    metadata,
    Column("person", Text, primary_key=True),
    Column("function", Text, nullable=False),
    Column("subjects", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)

feature = Feature("teaching")

_PUT = upsert(teaching, ["person"], ["function", "subjects", "at"])


class Teaching(Item, tag="teaching", frozen=True):
    """A person's (`id`) function at school and the subjects they teach, for themselves."""

    function: Function
    subjects: list[Subject]


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """By person."""
    rows = db.execute(select(teaching.c.person, teaching.c.function, teaching.c.subjects).where(teaching.c.person.in_(list(wanted))))
    return {person: Teaching(id=person, function=function, subjects=msgspec.json.decode(told)) for person, function, told in rows}


feature.item(ItemKind("teaching", Teaching, load, place=lambda _teaching: None))


def put(db: Db, person: str, function: str, subjects: Sequence[str], at: int) -> None:
    """Keep it."""
    kept = ["none"] if "none" in subjects else sorted(set(subjects))
    _PUT(db, {"person": person, "function": function, "subjects": msgspec.json.encode(kept).decode(), "at": at})


def of(db: Db, person: str) -> Teaching | None:
    """What this person does at school, if they have said."""
    found = load(db, [person]).get(person)
    return found if isinstance(found, Teaching) else None


class ChangeTeaching(CommandParams, kw_only=True):
    function: Function
    subjects: Subjects


@feature.command("teaching.change", gate=Gate.PERSON, answers={"teaching": Teaching}, emits=["teaching.changed"])
def change(ctx: Context, p: ChangeTeaching) -> Mapping[str, Any]:
    """Say what one does at school; for statistics only, for grown-ups."""
    if ctx.who is None or not ctx.who.adult:
        raise Conflict(code="adults_only")
    put(ctx.db, ctx.person, p.function, p.subjects, ctx.now)
    ctx.emit("teaching.changed", Ref("teaching", ctx.person))
    return {"teaching": Ref("teaching", ctx.person)}


feature.example("teaching.change", "alice", {"function": "teacher", "subjects": ["geography", "foreign"]})

feature.keeps(teaching, "person", "own", everywhere=True)
