"""Twinning wishes: what a teacher would like to do with another school (REG-21 to REG-27).

Filled in when registering and changed at any time under *My account*; they feed the search for partners. Texts stand in the
language in which they were written, and are not translated (REG-23). At most three languages to work in (REG-25).
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta
from sqlalchemy import BigInteger, Column, Table, Text, select

from twinspace_server import texts
from twinspace_server.errors import Conflict
from twinspace_server.live.feature import CommandParams, Context, Feature, Gate, Item, ItemKind, Ref
from twinspace_server.storage.hot import upsert
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

Topic = Literal[
    "animals", "art", "books", "citizenship", "climate", "cooking", "culture", "environment", "europe", "games", "health", "history",
    "languages", "mathematics", "media", "music", "peace", "robots", "science", "space", "sport", "stories", "town", "travel", "water",
]  # fmt: skip
Tongue = Literal[
    "bg", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "es", "et", "eu", "fi", "fr", "ga", "gl", "hr", "hu", "hy", "is", "it", "ka",
    "lt", "lv", "mk", "mt", "nb", "nl", "pl", "pt", "ro", "sk", "sl", "sq", "sr", "sv", "tr", "uk", "ar", "az",
]  # fmt: skip
Ages = Literal["under-8", "8-9", "10-11", "12-13", "14-15", "16-18"]
Kit = Literal["one-day", "recipes", "river", "stories", "weather"]
"""Ready-made projects to begin with (REG-21): a day in our lives, our recipes, along the river, a story that travels, the weather."""

Ideas = Annotated[str, Meta(max_length=3000)]
Topics = Annotated[list[Topic], Meta(max_length=8)]
Tongues = Annotated[list[Tongue], Meta(max_length=3, description="At most three (REG-25).")]
AgeGroups = Annotated[list[Ages], Meta(max_length=6)]

wishes = Table(
    "wishes",
    metadata,
    Column("person", Text, primary_key=True),
    Column("ideas", Text, nullable=False),
    Column("topics", Text, nullable=False),
    Column("languages", Text, nullable=False),
    Column("ages", Text, nullable=False),
    Column("kit", Text),
    Column("at", BigInteger, nullable=False),
)

feature = Feature("wishes")

_PUT = upsert(wishes, ["person"], ["ideas", "topics", "languages", "ages", "kit", "at"])


class Wishes(Item, tag="wishes", frozen=True):
    """What a person (`id`) would like to do with another school."""

    ideas: str
    topics: list[Topic]
    languages: list[Tongue]
    ages: list[Ages]
    project_kit: Kit | None


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """By person."""
    read = msgspec.json.decode
    rows = db.execute(select(wishes).where(wishes.c.person.in_(list(wanted))))
    return {
        row[0]: Wishes(id=row[0], ideas=row[1], topics=read(row[2]), languages=read(row[3]), ages=read(row[4]), project_kit=row[5])
        for row in rows
    }


feature.item(ItemKind("wishes", Wishes, load, place=lambda _wishes: None))


def put(
    db: Db, person: str, *, ideas: str, topics: Sequence[str], languages: Sequence[str], ages: Sequence[str], kit: str | None, at: int,
    path: str = "$",
) -> None:  # fmt: skip
    """Keep them."""

    def listed(chosen: Sequence[str]) -> str:
        return msgspec.json.encode(list(dict.fromkeys(chosen))).decode()

    _PUT(
        db,
        {
            "person": person, "ideas": texts.prose(ideas, f"{path}.ideas") if ideas.strip() else "", "topics": listed(topics),
            "languages": listed(languages), "ages": listed(ages), "kit": kit, "at": at,
        },
    )  # fmt: skip


def of(db: Db, person: str) -> Wishes | None:
    """The wishes of this person, if they have any."""
    found = load(db, [person]).get(person)
    return found if isinstance(found, Wishes) else None


class ChangeWishes(CommandParams, kw_only=True):
    ideas: Ideas
    topics: Topics
    languages: Tongues
    ages: AgeGroups
    project_kit: Kit | None


@feature.command("wishes.change", gate=Gate.PERSON, answers={"wishes": Wishes}, emits=["wishes.changed"])
def change(ctx: Context, p: ChangeWishes) -> Mapping[str, Any]:
    """Say what one would like to do with another school; for grown-ups."""
    if ctx.who is None or not ctx.who.adult:
        raise Conflict(code="adults_only")
    put(
        ctx.db, ctx.person, ideas=p.ideas, topics=p.topics, languages=p.languages, ages=p.ages, kit=p.project_kit, at=ctx.now,
    )  # fmt: skip
    ctx.emit("wishes.changed", Ref("wishes", ctx.person))
    return {"wishes": Ref("wishes", ctx.person)}


feature.example(
    "wishes.change", "bob",
    {"ideas": "A map of two rivers.", "topics": ["water", "town"], "languages": ["en", "ka"], "ages": ["12-13"], "project_kit": "river"},
)  # fmt: skip

feature.keeps(wishes, "person", "own", everywhere=True)
