"""The law out of the database: resolving it, its tag, and which space something belongs to.

Called in every unit and read (`tag`, `space_of`) and whenever a tag is new (`load`). It writes nothing but the tag.
"""

from typing import Any

from sqlalchemy import bindparam, select, update

from twinspace_server import ids
from twinspace_server.law.gates import gates
from twinspace_server.law.members import members
from twinspace_server.law.places import places, rights_rows, spaces
from twinspace_server.law.published import Published, of_space
from twinspace_server.law.rights import Law, PlaceRow, Role, Standing
from twinspace_server.storage.hot import Hot
from twinspace_server.storage.store import Db

_TAG = Hot(select(spaces.c.law).where(spaces.c.id == bindparam("space")))
_TOUCH = Hot(update(spaces).where(spaces.c.id == bindparam("b_space")).values(law=bindparam("b_tag")))
_SPACE_OF = Hot(select(places.c.space).where(places.c.id == bindparam("place")))
_DESK_OF = Hot(select(spaces.c.id).where(spaces.c.owner == bindparam("person")))
_SPACES_OF = Hot(select(members.c.space).where(members.c.person == bindparam("person"), members.c.left.is_(None)).order_by(members.c.space))
_SPACE = Hot(select(spaces.c.law, spaces.c.kind, spaces.c.owner, spaces.c.closed_at).where(spaces.c.id == bindparam("space")))
_MEMBERS = Hot(
    select(
        members.c.person, members.c.role, members.c.administrator, members.c.school, members.c.since, members.c.sees_since,
        members.c.quiet_until, members.c.held,
    )
    .where(members.c.space == bindparam("space"), members.c.left.is_(None))
    .order_by(members.c.person)
)  # fmt: skip
_PLACES = Hot(
    select(
        places.c.id, places.c.parent, places.c.kind, places.c.title, places.c.own_table, places.c.author, places.c.binned_at, gates.c.place,
        places.c.description, places.c.icon, places.c.binned_by,
    )
    .join_from(places, gates, gates.c.place == places.c.id, isouter=True)
    .where(places.c.space == bindparam("space"))
    .order_by(places.c.id)
)  # fmt: skip
_ROWS = Hot(
    select(rights_rows.c.place, rights_rows.c.subject, rights_rows.c.mask)
    .join(places, places.c.id == rights_rows.c.place)
    .where(places.c.space == bindparam("space"))
)


def tag(db: Db, space: str) -> str | None:
    """The tag of the law in force; None where there is no such space."""
    row = _TAG.one(db, {"space": space})
    return row[0] if row else None


def touch(db: Db, space: str) -> str:
    """Gives the law a new tag, in the unit that changed it: everybody resolves it anew. Random, so that none comes twice."""
    fresh = ids.tag()
    _TOUCH(db, {"b_space": space, "b_tag": fresh})
    return fresh


def space_of(db: Db, place: str) -> str | None:
    """The space in which a place stands (that never changes); a space's id is its root's."""
    row = _SPACE_OF.one(db, {"place": place})
    return row[0] if row else None


def desk_of(db: Db, person: str) -> str | None:
    """The person's desk."""
    row = _DESK_OF.one(db, {"person": person})
    return row[0] if row else None


def spaces_of(db: Db, person: str) -> list[str]:
    """The spaces that the person is a member of, the oldest first; the desk is not among them."""
    return [row[0] for row in _SPACES_OF(db, {"person": person})]


def load(db: Db, space: str) -> Law | None:
    """Resolves the law in five statements, which must see one moment: a unit under the law's lock, or a read."""
    found = _SPACE.one(db, {"space": space})
    if found is None:
        return None
    version, kind, owner, closed_at = found
    standings = [Standing(owner, "owner")] if owner is not None else [_member(*row) for row in _MEMBERS(db, {"space": space})]
    tables: dict[str, dict[str, int]] = {}
    for place, subject, bits in _ROWS(db, {"space": space}):
        tables.setdefault(place, {})[subject] = bits
    rows = _PLACES(db, {"space": space})
    public = of_space(db, space)
    binned = _binned({row[0]: row[1] for row in rows}, {row[0] for row in rows if row[6] is not None})
    return Law(
        space=space,
        tag=version,
        kind=kind,
        owner=owner,
        closed_at=closed_at,
        members={standing.person: standing for standing in standings},
        places={row[0]: _place(row, tables.get(row[0], {}), row[0] in binned, public.get(row[0])) for row in rows},
    )


def _member(person: str, role: Role, mark: int, school: str | None, since: int, sees: int, quiet: int | None, held: int | None) -> Standing:
    """Time-outs and holding bind pupils and guests: they end with the first step among the staff."""
    administrator = bool(mark)
    if role == "teacher" or administrator:
        return Standing(person, role, administrator, school, since, sees)
    return Standing(person, role, administrator, school, since, sees, quiet or 0, bool(held))


def _place(row: tuple[Any, ...], table: dict[str, int], binned: bool, public: Published | None) -> PlaceRow:
    place, parent, kind, title, own_table, author, binned_at, gate, description, icon, binned_by = row
    return PlaceRow(
        id=place,
        parent=parent,
        kind=kind,
        title=title,
        own_table=bool(own_table),
        author=author,
        binned=binned,
        binned_here=binned_at is not None,
        binned_by=binned_by,
        gated=gate is not None,
        description=description,
        icon=icon,
        published=public,
        table=table if own_table else None,
    )


def _binned(parents: dict[str, str | None], here: set[str]) -> set[str]:
    """Those in the bin themselves, and everything inside them."""
    known: dict[str, bool] = {}

    def in_bin(place: str) -> bool:
        if place not in known:
            above = parents[place]
            known[place] = place in here or (above is not None and in_bin(above))
        return known[place]

    return {place for place in parents if in_bin(place)}
