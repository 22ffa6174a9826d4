"""A person's profile (SET-01): what adults call themselves, and the languages that somebody speaks.

Pupils' names are kept by the teachers of their school. Language and zone of the app are in `accounts`, the photo in `portraits`. A new
name reaches every space in a unit of its own.
"""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any

import msgspec
from babel import Locale
from msgspec import UNSET, Meta, UnsetType
from sqlalchemy import Column, Table, Text, delete, insert, select, update

from twinspace_server import texts
from twinspace_server.errors import BadInput, NotAllowed, Reason
from twinspace_server.identity import people
from twinspace_server.law.load import spaces_of
from twinspace_server.live.feature import CommandParams, Context, Feature, Gate, Params, Ref
from twinspace_server.people.accounts import Name, Person
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

MOST_LANGUAGES = 8

spoken = Table(
    "spoken",
    metadata,
    Column("person", Text, primary_key=True),
    Column("language", Text, primary_key=True),
)

feature = Feature("profile")

Spoken = Annotated[str, Meta(pattern=r"^[a-z]{2,3}$(?!\n)", description="A language by its code, such as nl or ka (ISO 639).")]


class ChangeProfile(CommandParams, kw_only=True):
    name: Name | UnsetType = UNSET
    speaks: Annotated[list[Spoken], Meta(max_length=MOST_LANGUAGES)] | UnsetType = UNSET


@feature.command("profile.change", gate=Gate.PERSON, answers={"person": Person}, emits=["person.changed"])
def change(ctx: Context, p: ChangeProfile) -> Mapping[str, Any]:
    """Change one's name, as an adult, and the languages that one speaks. What is not named stays."""
    assert ctx.who is not None
    if not isinstance(p.name, UnsetType):
        if not ctx.who.adult:
            raise NotAllowed(why=(Reason("name_by_own_teachers"),))
        ctx.db.execute(update(people).where(people.c.id == ctx.person).values(name=texts.line(p.name, "$.name")))
        tell_spaces(ctx, ctx.person)
    if not isinstance(p.speaks, UnsetType):
        for at, language in enumerate(p.speaks):
            if language not in known():
                raise BadInput(code="unknown_language", path=f"$.speaks[{at}]")
        ctx.db.execute(delete(spoken).where(spoken.c.person == ctx.person))
        for language in dict.fromkeys(p.speaks):
            ctx.db.execute(insert(spoken), {"person": ctx.person, "language": language})
    ctx.emit("person.changed", Ref("person", ctx.person))
    return {"person": Ref("person", ctx.person)}


@cache
def known() -> frozenset[str]:
    """Read when somebody first asks: CLDR's names are a large file for a start to open."""
    return frozenset(code for code in map(str, Locale("en").languages) if 2 <= len(code) <= 3 and code.isalpha())


def tell_spaces(ctx: Context, person: str) -> None:
    """Let every space in which they take part show them as they are now."""
    for space in spaces_of(ctx.db, person):
        ctx.later("member.renew", {"person": person}, space=space)


def speaks(db: Db, person: str) -> list[str]:
    """The languages that somebody speaks, by their codes."""
    return [row[0] for row in db.execute(select(spoken.c.language).where(spoken.c.person == person).order_by(spoken.c.language))]


class AskProfile(Params, kw_only=True):
    pass


class Profile(msgspec.Struct):
    speaks: list[str]


@feature.query("profile.mine", gate=Gate.PERSON, answers=Profile)
def mine(ctx: Context, p: AskProfile) -> Profile:
    """What I have said of myself, apart from what stands in my account."""
    return Profile(speaks(ctx.db, ctx.person))


feature.keeps(spoken, "person", "own", everywhere=True)

feature.example("profile.change", "bob", {"name": "Bob Lomidze", "speaks": ["ka", "en"]})
feature.example("profile.mine", "bob", {})
