"""Members of spaces: the rows, and the plain functions that write them.

Called by the features inside law-changing units; the dispatcher then lets the law change its tag (`load.touch`).
Nothing here asks who may do it (the features ask the `Law`), knows accounts, emits, or commits. Each function looks at
the `Law` of before: a unit that changes two memberships must resolve the law between them.
"""

from collections.abc import Collection, Iterable
from typing import Any

from msgspec import UNSET, UnsetType
from sqlalchemy import BigInteger, Column, ForeignKey, Index, Table, Text, insert, select, update

from twinspace_server.errors import Conflict, NotFound
from twinspace_server.law.rights import Law, Role, Standing
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

members = Table(
    "members",
    metadata,
    Column("space", Text, ForeignKey("spaces.id"), primary_key=True),
    Column("person", Text, primary_key=True),
    Column("role", Text, nullable=False),
    Column("administrator", BigInteger, nullable=False),
    Column("school", Text),
    Column("since", BigInteger, nullable=False),
    Column("left", BigInteger),
    Column("sees_since", BigInteger, nullable=False),
    Column("quiet_until", BigInteger),
    Column("quiet_reason", Text),
    Column("held", BigInteger),
    Index("ix_members_person", "person"),
)


def add_member(
    db: Db,
    space: str,
    *,
    person: str,
    role: Role,
    administrator: bool = False,
    school: str | None = None,
    at: int,
    seq: int,
) -> None:
    """Makes somebody a member from the number `seq` of the log on; one who left comes back in the same row.

    Rows that tables still hold for them count again: nobody gets rid of a restriction by leaving.
    Raises Conflict `already_member`, `administrator_must_be_adult`, `guest_has_no_school`.
    """
    _check(role, administrator, school)
    key = (members.c.space == space) & (members.c.person == person)
    known = db.execute(select(members.c.left).where(key)).first()
    values = {"role": role, "administrator": int(administrator), "school": school, "since": at, "left": None, "sees_since": seq}
    if known is None:
        db.execute(insert(members).values(space=space, person=person, **values))
    elif known[0] is None:
        raise Conflict(code="already_member")
    else:
        db.execute(update(members).where(key).values(**values))


def change_member(
    db: Db,
    law: Law,
    person: str,
    *,
    role: Role | None = None,
    administrator: bool | None = None,
    school: str | UnsetType | None = UNSET,
    shut: Collection[str] = (),
) -> None:
    """Gives a member another role, mark or school; what is not named stays. `shut`: who keep no space, because their accounts are.

    Raises NotFound, Conflict `last_administrator`, `administrator_must_be_adult`, `guest_has_no_school`.
    """
    before = _standing(law, person)
    after = Standing(
        person=person,
        role=before.role if role is None else role,
        administrator=before.administrator if administrator is None else administrator,
        school=before.school if isinstance(school, UnsetType) else school,
    )
    _check(after.role, after.administrator, after.school)
    if not after.administrator:
        _keep_one_administrator(law, before, shut)
    key = (members.c.space == law.space) & (members.c.person == person)
    db.execute(update(members).where(key).values(role=after.role, administrator=int(after.administrator), school=after.school))


def remove_member(db: Db, law: Law, person: str, *, at: int, shut: Collection[str] = (), erased: bool = False) -> None:
    """Ends a membership; the row stays, so that what was written keeps its author's name. `shut`: as above. `erased`: there is no account
    any more that could keep the space.

    Raises NotFound, Conflict `last_administrator`.
    """
    standing = _standing(law, person)
    if not erased:
        _keep_one_administrator(law, standing, shut)
    db.execute(update(members).where(members.c.space == law.space, members.c.person == person).values(left=at, administrator=0))


def set_quiet(db: Db, law: Law, person: str, *, until: int | None, reason: str | None) -> None:
    """Gives a pupil or guest a time-out, or ends it (None). It stays with the row when they leave and come back.

    Raises NotFound, Conflict `not_for_staff`.
    """
    _restrain(db, law, person, quiet_until=until, quiet_reason=reason)


def set_held(db: Db, law: Law, person: str, held: bool) -> None:
    """Lets what a pupil writes wait for a teacher from now on, or no longer.

    Raises NotFound, Conflict `not_for_staff`, `only_pupils_are_held`.
    """
    if _standing(law, person).role == "guest":
        raise Conflict(code="only_pupils_are_held", path="$.person")
    _restrain(db, law, person, held=int(held))


def _restrain(db: Db, law: Law, person: str, **values: Any) -> None:
    standing = _standing(law, person)
    if standing.role == "teacher" or standing.administrator:
        raise Conflict(code="not_for_staff", path="$.person")
    db.execute(update(members).where(members.c.space == law.space, members.c.person == person).values(**values))


def raise_sees_since(db: Db, space: str, persons: Iterable[str], seq: int) -> None:
    """What these members may see changed with the number `seq`: an older bookmark of theirs means "load anew"."""
    changed = sorted(persons)
    if changed:
        db.execute(update(members).where(members.c.space == space, members.c.person.in_(changed)).values(sees_since=seq))


def _standing(law: Law, person: str) -> Standing:
    standing = law.members.get(person)
    if standing is None:
        raise NotFound
    return standing


def _check(role: Role, administrator: bool, school: str | None) -> None:
    if administrator and role not in ("teacher", "guest"):
        raise Conflict(code="administrator_must_be_adult")
    if role == "guest" and school is not None:
        raise Conflict(code="guest_has_no_school")


def _keep_one_administrator(law: Law, standing: Standing, shut: Collection[str]) -> None:
    others = (one for one in law.members.values() if one.administrator and one.person != standing.person and one.person not in shut)
    if standing.administrator and next(others, None) is None:
        raise Conflict(code="last_administrator")
