"""Spaces, their trees of places, and the rights tables on them: the rows, and the plain functions that write them.

Called by the features inside law-changing units; the dispatcher then lets the law change its tag (`load.touch`).
Nothing here asks who may do it (the features ask the `Law`), emits, or commits.
"""

import json
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Literal

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Table, Text, bindparam, delete, insert, select, update

from twinspace_server import ids
from twinspace_server.errors import BadInput, Conflict, NotFound
from twinspace_server.law.rights import FIXED, ROLES, Law, Right, role_subject
from twinspace_server.storage.hot import Hot
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

spaces = Table(
    "spaces",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("owner", Text, unique=True),
    Column("closed_at", BigInteger),
    Column("law", Text, nullable=False),
    Column("policies", Text, nullable=False),
)

places = Table(
    "places",
    metadata,
    Column("id", Text, primary_key=True),
    Column("space", Text, ForeignKey("spaces.id"), nullable=False),
    Column("parent", Text, ForeignKey("places.id")),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("description", Text, nullable=False, server_default=""),
    Column("icon", Text, nullable=False, server_default=""),
    Column("own_table", BigInteger, nullable=False),
    Column("author", Text, nullable=False),
    Column("made_at", BigInteger, nullable=False),
    Column("binned_at", BigInteger),
    Column("binned_by", Text),
    Index("ix_places_space", "space"),
    Index("ix_places_parent", "parent"),
)

rights_rows = Table(
    "rights_rows",
    metadata,
    Column("place", Text, ForeignKey("places.id"), primary_key=True),
    Column("subject", Text, primary_key=True),
    Column("mask", BigInteger, nullable=False),
)

_PARENTS = Hot(select(places.c.id, places.c.parent).where(places.c.space == bindparam("space")))

SpaceKind = Literal["project", "desk"]

MOST_PLACES = 1_000
"""In one space, those in the bin too; the setting `most_places` may say otherwise."""
DEEPEST = 12
"""Steps from the root down to the deepest place."""
MOST_ROWS = 500
"""In one table."""

ROOT_ROWS: Mapping[str, int] = {
    "role:teacher": int(Right.READ | Right.ADD | Right.EDIT | Right.DELETE),
    "role:pupil": int(Right.READ | Right.ADD),
    "role:guest": int(Right.READ),
}
"""The table with which the root of a new project begins."""


def make_space(db: Db, *, kind: SpaceKind, title: str, author: str, at: int, owner: str | None = None, id: str | None = None) -> str:
    """A space and its root, which has the same id. A desk has an `owner` and needs no table; one person has one desk."""
    if (kind == "desk") != (owner is not None):
        raise ValueError("a desk has an owner, a project has none")
    space = id or ids.new(at)
    db.execute(insert(spaces), {"id": space, "kind": kind, "owner": owner, "closed_at": None, "law": ids.tag(), "policies": "{}"})
    _insert_place(
        db, ROOT_ROWS if kind == "project" else {}, id=space, space=space, parent=None, kind="space", title=title, author=author, made_at=at
    )
    return space


def make_place(
    db: Db,
    *,
    space: str,
    parent: str,
    kind: str,
    title: str,
    author: str,
    at: int,
    description: str = "",
    icon: str = "",
    rows: Mapping[str, int] | None = None,
    id: str | None = None,
    most: int | None = None,
) -> str:
    """A place inside another; with `rows` it gets a table of its own at once, else it inherits.

    Raises NotFound for a parent that is not in this space, Conflict `too_many_places` or `too_deep`.
    """
    parents: dict[str, str | None] = dict(_PARENTS(db, {"space": space}))
    if parent not in parents:
        raise NotFound
    most = MOST_PLACES if most is None else most
    if len(parents) >= most:
        raise Conflict(code="too_many_places", most=most)
    depth, above = 1, parents[parent]
    while above is not None:
        depth, above = depth + 1, parents[above]
    if depth > DEEPEST:
        raise Conflict(code="too_deep", most=DEEPEST)
    if rows is not None:
        _check_rows(rows)
    place = id or ids.new(at)
    _insert_place(
        db,
        rows,
        id=place,
        space=space,
        parent=parent,
        kind=kind,
        title=title,
        description=description,
        icon=icon,
        author=author,
        made_at=at,
    )
    return place


def starting_rows(law: Law, place: str) -> dict[str, int]:
    """What a new table at (or inside) this place begins with: a copy of the role rows that applied there."""
    table = law.places[law.nearest_table(place)].table or {}
    return {subject: table[subject] for role in ROLES if (subject := role_subject(role)) in table}


def check_table(law: Law, place: str, rows: Mapping[str, int] | None) -> None:
    """May the place have this table (None: inherit)? Asked before it is set, and before it is shown what it would mean.

    Raises NotFound, Conflict `root_keeps_table` or `table_is_fixed`, and BadInput naming the row (`row`): `row_unknown` for a subject that
    is no role, no member and was no row before (those who left keep theirs), `row_without_read` for one that has other
    rights without *read*, `row_not_rights`, `too_many_rows`.
    """
    known = law.places.get(place)
    if known is None:
        raise NotFound
    if rows is None and known.parent is None:
        raise Conflict(code="root_keeps_table")
    if known.kind in FIXED:
        raise Conflict(code="table_is_fixed")
    if rows is not None:
        _check_rows(rows)
        for at, subject in enumerate(rows):
            who = subject.removeprefix("person:")
            if who != subject and who not in law.members and subject not in (known.table or {}):
                raise BadInput(code="row_unknown", path=f"$.rows[{at}]", row=subject)


def set_table(db: Db, law: Law, place: str, rows: Mapping[str, int] | None) -> None:
    """Gives the place this table, or with None lets it inherit again. Rows are subject → sum of rights. Raises what `check_table` does."""
    check_table(law, place, rows)
    db.execute(delete(rights_rows).where(rights_rows.c.place == place))
    db.execute(update(places).where(places.c.id == place).values(own_table=int(rows is not None)))
    _insert_rows(db, place, rows or {})


def table_tag(law: Law, place: str) -> str:
    """A short name of what decides at the place: another table, another one above it from which it inherits, another name."""
    at = law.nearest_table(place)
    told = [law.places[place].own_table, at, sorted((law.places[at].table or {}).items())]
    return blake2b(json.dumps(told).encode(), digest_size=8).hexdigest()


def fix_table(db: Db, place: str, rows: Mapping[str, int]) -> None:
    """Gives a place of a `FIXED` kind its table anew; only the command that makes such places asks for it."""
    _check_rows(rows)
    db.execute(delete(rights_rows).where(rights_rows.c.place == place))
    _insert_rows(db, place, rows)


def first_table(db: Db, place: str, rows: Mapping[str, int]) -> None:
    """Gives a place that this very unit has made, and that no law knows yet, a table of its own."""
    fix_table(db, place, rows)
    db.execute(update(places).where(places.c.id == place).values(own_table=1))


def change(db: Db, place: str, values: Mapping[str, str]) -> None:
    """Gives the place another title, description or icon; its id and address stay."""
    db.execute(update(places).where(places.c.id == place).values(**values))


def may_hang(law: Law, place: str, to: str, *, back: bool = False) -> None:
    """Raises Conflict `into_itself`, `there_already` (unless it comes `back`), or `too_deep`.

    What is inside it in the bin counts, as it may be restored.
    """
    if law.places[place].parent == to and not back:
        raise Conflict(code="there_already")
    depth, above = 1, to
    while above != place:
        parent = law.places[above].parent
        if parent is None:
            break
        depth, above = depth + 1, parent
    else:
        raise Conflict(code="into_itself")
    if depth + height(law, place) > DEEPEST:
        raise Conflict(code="too_deep", most=DEEPEST)


def move(db: Db, law: Law, place: str, to: str, *, back: bool = False) -> None:
    """Puts the place, with all that is inside it, there; raises what `may_hang` does."""
    may_hang(law, place, to, back=back)
    db.execute(update(places).where(places.c.id == place).values(parent=to))


def height(law: Law, place: str) -> int:
    """Steps from the place down to the deepest one inside it, in the bin or not."""
    steps, level = -1, [place]
    inside = _inside(law)
    while level:
        steps, level = steps + 1, [inner for one in level for inner in inside.get(one, ())]
    return steps


def all_within(law: Law, place: str) -> list[str]:
    """The place and all inside it, in the bin or not; each before those inside it."""
    inside, found = _inside(law), [place]
    for one in found:  # grows while it is walked
        found += inside.get(one, ())
    return found


def _inside(law: Law) -> dict[str, list[str]]:
    inside: dict[str, list[str]] = {}
    for row in law.places.values():
        if row.parent is not None:
            inside.setdefault(row.parent, []).append(row.id)
    return inside


def bin(db: Db, place: str, *, by: str, at: int) -> None:
    """Puts the place, with all that is inside it, in the bin. The root can't be: Conflict `root_stays`."""
    rooted = places.c.parent.is_not(None)
    if not db.execute(update(places).where(places.c.id == place, rooted).values(binned_at=at, binned_by=by)).rowcount:
        raise Conflict(code="root_stays")


def restore(db: Db, place: str) -> None:
    """Takes the place out of the bin, where it was; what was binned before it, inside it, stays there."""
    db.execute(update(places).where(places.c.id == place).values(binned_at=None, binned_by=None))


def erase(db: Db, gone: Sequence[str]) -> None:
    """Drops these places with their tables, for ever: each with all that is inside it, after the kinds dropped what is theirs."""
    db.execute(delete(rights_rows).where(rights_rows.c.place.in_(gone)))
    db.execute(delete(places).where(places.c.id.in_(gone)))


def close(db: Db, space: str, *, at: int) -> None:
    """From now on the space can only be read. Conflict `closed` if it is already."""
    if not db.execute(update(spaces).where(spaces.c.id == space, spaces.c.closed_at.is_(None)).values(closed_at=at)).rowcount:
        raise Conflict(code="closed")


def reopen(db: Db, space: str) -> None:
    """Work goes on. Conflict `not_closed` if it does already."""
    if not db.execute(update(spaces).where(spaces.c.id == space, spaces.c.closed_at.is_not(None)).values(closed_at=None)).rowcount:
        raise Conflict(code="not_closed")


def _insert_place(db: Db, rows: Mapping[str, int] | None, **values: str | int | None) -> None:
    db.execute(insert(places), {**values, "own_table": int(rows is not None), "binned_at": None, "binned_by": None})
    _insert_rows(db, str(values["id"]), rows or {})


def _insert_rows(db: Db, place: str, rows: Mapping[str, int]) -> None:
    if rows:
        db.execute(insert(rights_rows).values([{"place": place, "subject": subject, "mask": int(bits)} for subject, bits in rows.items()]))


def _check_rows(rows: Mapping[str, int]) -> None:
    if len(rows) > MOST_ROWS:
        raise BadInput(code="too_many_rows", path="$.rows", most=MOST_ROWS)
    for at, (subject, bits) in enumerate(rows.items()):
        where = f"$.rows[{at}]"
        kind, _, name = subject.partition(":")
        if not ((kind == "role" and name in ROLES) or (kind == "person" and name)):
            raise BadInput(code="row_unknown", path=where, row=subject)
        if not 0 <= bits <= Right.ALL:
            raise BadInput(code="row_not_rights", path=where, row=subject)
        if bits and not bits & Right.READ:
            raise BadInput(code="row_without_read", path=where, row=subject)
