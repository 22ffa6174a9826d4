"""A whole class into the team in one go: names proposed and looked at first, then all made in one unit or none (TEAM, ROL-20).

Who adds is an administrator of the space and a confirmed teacher of the pupils' school. The accounts have no password until a
teacher sets one, or prints class cards: so that two hundred pupils take no minute, and nobody has to make up two hundred passwords.
"""

from collections import Counter
from typing import Annotated, Any

import msgspec
from msgspec import Meta
from sqlalchemy import select

from twinspace_server import texts
from twinspace_server.errors import BadInput, Conflict, NotAllowed, Reason, TwinspaceError
from twinspace_server.identity import people
from twinspace_server.law import members as law_members
from twinspace_server.law.members import members
from twinspace_server.live.feature import CommandParams, Context, Feature, Id, Params, Ref
from twinspace_server.people.accounts import Address, Language, Name, UserName, credentials
from twinspace_server.people.attachments import schools_of, taught
from twinspace_server.people.cards import Card
from twinspace_server.people.cards import of as cards_of
from twinspace_server.people.own_pupils import make_pupil
from twinspace_server.people.post import checked_address
from twinspace_server.spaces.proposed_names import PROPOSED, propose
from twinspace_server.storage.store import Db

MOST = 200
TOLD = 50
"""Members in one event: a frame holds them however long their names are."""

feature = Feature("pupils")

Group = Annotated[str, Meta(max_length=40, description="The class, for the user name.")]


def _require_school(ctx: Context, school: str) -> None:
    """Go on only as a confirmed teacher of this school, which takes part here."""
    if ctx.rules.kind != "project":
        raise Conflict(code="not_for_desks")
    space = ctx.load("space", [ctx.space])[0]
    if school not in {one.id for one in space.schools}:  # type: ignore[attr-defined]
        raise BadInput(code="unknown_school", path="$.school")
    if schools_of(ctx.db, ctx.person).get(school) != "confirmed":
        raise NotAllowed(why=(Reason("pupils_by_confirmed_teachers"),))


# -- looking first ---------------------------------------------------------------------------------------------------


class Row(msgspec.Struct, forbid_unknown_fields=True):
    """A pupil as the teacher wrote them; bounds are told row by row, so the types have wide ones."""

    name: Annotated[str, Meta(max_length=500)]
    group: Annotated[str, Meta(max_length=200)] = ""
    email: Annotated[str, Meta(max_length=500)] = ""


class ProposePupils(Params, kw_only=True):
    space: Id
    school: Id
    rows: Annotated[list[Row], Meta(max_length=MOST)]


class Proposed(msgspec.Struct):
    """A row as it would be made. `wrong` are codes (`pupils-wrong-<code>` has the words): with any of them it can't be; `known`: somebody
    of that name and school is in the team already."""

    name: str
    username: str
    email: str | None
    wrong: list[str]
    known: bool


class Proposals(msgspec.Struct):
    rows: list[Proposed]


@feature.query("team.propose_pupils", answers=Proposals)
def propose_pupils(ctx: Context, p: ProposePupils) -> Proposals:
    """What would be made of these rows: the user names, and what is wrong with which row. Nothing is made."""
    ctx.require_administrator()
    _require_school(ctx, p.school)
    here = _names_here(ctx, p.school)
    addresses = Counter(row.email.strip().lower() for row in p.rows if row.email.strip())
    names = Counter(_line(row.name) for row in p.rows)
    taken = _taken_addresses(ctx.db, list(addresses))
    used: set[str] = set()
    found = []
    for row in p.rows:
        name, wrong = _line(row.name), []
        if not name:
            wrong.append("name_missing")
        elif len(name) > 80:
            wrong.append("name_too_long")
        if names[name] > 1 and name:
            wrong.append("name_twice")
        if len(row.group.strip()) > 40:
            wrong.append("class_too_long")
        email = row.email.strip().lower() or None
        if email is not None:
            wrong += [code for code, bad in (("address_twice", addresses[email] > 1), ("address_taken", email in taken)) if bad]
            if not _is_address(email):
                wrong.append("not_an_address")
        username = _free(ctx.db, name, row.group, used)
        found.append(Proposed(name[:80], username, email, wrong, name in here))
    return Proposals(found)


def _line(text: str) -> str:
    try:
        return texts.line(text, "$.name")
    except BadInput:
        return ""


def _is_address(email: str) -> bool:
    try:
        return bool(checked_address(email))
    except TwinspaceError:
        return False


def _names_here(ctx: Context, school: str) -> set[str]:
    query = select(people.c.name).join_from(members, people, people.c.id == members.c.person)
    return {
        row[0] for row in ctx.db.execute(query.where(members.c.space == ctx.space, members.c.left.is_(None), members.c.school == school))
    }


def _taken_addresses(db: Db, wanted: list[str]) -> set[str]:
    return {row[0] for row in db.execute(select(people.c.email).where(people.c.email.in_(wanted)))}


def _free(db: Db, name: str, group: str, used: set[str]) -> str:
    """A proposal that nobody has."""
    while True:
        username = propose(name, group)
        if username not in used and db.execute(select(people.c.id).where(people.c.username == username)).first() is None:
            used.add(username)
            return username


# -- making ----------------------------------------------------------------------------------------------------------


class NewPupil(msgspec.Struct, forbid_unknown_fields=True):
    name: Name
    username: UserName | None = None
    email: Address | None = None


class AddPupils(CommandParams, kw_only=True):
    space: Id
    school: Id
    group: Group = ""
    language: Language | None = None
    pupils: Annotated[list[NewPupil], Meta(min_length=1, max_length=MOST)]


@feature.command("team.add_pupils", administrator=True, emits=["member.added"], law=True)
def add_pupils(ctx: Context, p: AddPupils) -> None:
    """Make accounts for pupils of one's own school and let them take part: all of them, or with the first fault none.

    User names are those of `team.propose_pupils`, or new ones; others are refused (`username_guessable`).
    """
    _require_school(ctx, p.school)
    added: list[Ref] = []
    used: set[str] = set()
    seq = ctx.seq
    for at, pupil in enumerate(p.pupils):
        path = f"$.pupils[{at}]"
        name = texts.line(pupil.name, f"{path}.name")
        email = checked_address(pupil.email, f"{path}.email") if pupil.email else None
        if email is not None and _taken_addresses(ctx.db, [email]):
            raise Conflict(code="address_taken", path=f"{path}.email")
        username = pupil.username or _free(ctx.db, name, p.group, used)
        if PROPOSED.fullmatch(username) is None:
            raise BadInput(code="username_guessable", path=f"{path}.username")
        if pupil.username and ctx.db.execute(select(people.c.id).where(people.c.username == username)).first() is not None:
            raise Conflict(code="name_taken", path=f"{path}.username")
        person = make_pupil(ctx, username=username, name=name, school=p.school, language=p.language, email=email)
        law_members.add_member(ctx.db, p.space, person=person, role="pupil", school=p.school, at=ctx.now, seq=seq)
        added.append(Ref("member", f"{p.space}.{person}"))
    for at in range(0, len(added), TOLD):
        ctx.emit("member.added", *added[at : at + TOLD])


# -- whom I keep -----------------------------------------------------------------------------------------------------


class OwnPupil(msgspec.Struct):
    """A pupil of my own school in this space. `password`: one is set."""

    person: str
    username: str
    email: str | None
    language: Language | None
    password: bool
    card: Card | None


class OwnPupils(msgspec.Struct):
    """`schools` are those of the space of which I am a confirmed teacher."""

    pupils: list[OwnPupil]
    schools: list[str]


class AskPupils(Params, kw_only=True):
    space: Id


@feature.query("team.my_pupils", answers=OwnPupils)
def my_pupils(ctx: Context, p: AskPupils) -> OwnPupils:
    """The pupils whose passwords, cards and names are mine to keep: those of my own school, if I am a confirmed teacher there."""
    if ctx.rules.kind != "project":
        return OwnPupils([], [])
    space = ctx.load("space", [ctx.space])[0]
    here = [school.id for school in space.schools]  # type: ignore[attr-defined]
    own = schools_of(ctx.db, ctx.person, "confirmed")
    adult = bool(ctx.db.execute(select(people.c.adult).where(people.c.id == ctx.person)).scalar())
    mine = taught(ctx.db, ctx.person, [person for person, one in ctx.rules.members.items() if one.role == "pupil"])
    rows = ctx.db.execute(
        select(people.c.id, people.c.username, people.c.email, people.c.language, credentials.c.hash.is_not(None))
        .outerjoin_from(people, credentials, credentials.c.person == people.c.id)
        .where(people.c.id.in_(mine))
        .order_by(people.c.name, people.c.id)
    )
    cards = cards_of(ctx.db, list(mine))
    return OwnPupils(
        [OwnPupil(key, username, email, language, bool(set_), cards.get(key)) for key, username, email, language, set_ in rows],
        [school for school in here if adult and school in own],
    )


_ROWS: list[dict[str, Any]] = [{"name": "Noor Peeters", "group": "4B", "email": ""}]

feature.example("team.propose_pupils", "alice", {"space": "{space}", "school": "{school}", "rows": _ROWS})
feature.example(
    "team.add_pupils",
    "alice",
    {"space": "{space}", "school": "{school}", "group": "4B", "language": "nl", "pupils": [{"name": "Noor Peeters"}]},
)
feature.example("team.my_pupils", "alice", {"space": "{space}"})
