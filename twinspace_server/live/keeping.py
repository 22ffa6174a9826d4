"""What tables keep of persons: said beside each table, read by whoever gives a person all of it or erases it (GDPR 15, 17, 20).

A feature declares with `Feature.keeps` whose a row is, what becomes of it when that person is erased, and what is not given out; and
with `Feature.keeps_nothing` that a table has nothing of anybody, and why. Nothing here knows a subject or decides who may erase whom;
no table may go undeclared (`tests/test_keeping.py`).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import ColumnElement, Select, Table, and_, delete, false, or_, select, update

from twinspace_server.law.places import places
from twinspace_server.storage.store import Db

if TYPE_CHECKING:
    from twinspace_server.live.feature import Context

Choice = Literal["remove", "former", "thread"]
"""What erasing a person does with what they made for others; in every case they have no name, no account and no way in any more.

`remove`: all their words, files and pictures go; a trace stays where something stood. `former`: everything stays, signed "former pupil".
`thread`: what they said in conversations (chat, forum, letters, notes) stays readable without a name; files, pictures, parts of pages
and all else go.
"""

Sort = Literal["own", "said", "made", "stays"]
"""`own`: theirs alone, it goes in every case (drafts, read marks, devices). `said`: words in a conversation. `made`: other work, shown to
others. `stays`: names them by id only, as a trace."""

SECRET = frozenset({"hash", "token_hash", "secret_hash", "pin_hash", "pin", "secret", "credential", "public_key"})
"""Columns that are never given out, whatever a table says."""


def goes(sort: Sort, choice: Choice) -> bool:
    """Whether what is of this sort goes with that choice."""
    return sort == "own" or (sort == "said" and choice == "remove") or (sort == "made" and choice != "former")


@dataclass(slots=True)
class Erasing:
    """An erasure under way, in one space or (`space` None) at everything that belongs to no space. `told` are the items that change."""

    ctx: "Context"
    person: str
    choice: Choice
    space: str | None
    told: list[tuple[str, str]] = field(default_factory=list)

    @property
    def db(self) -> Db:
        return self.ctx.db

    def goes(self, sort: Sort) -> bool:
        """Whether what is of this sort goes."""
        return goes(sort, self.choice)


Whose = Callable[[str], ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class Keeping:
    """What one table keeps of a person. A table may have several: rows of their own, and rows that only quote them.

    `mine(person)` are their rows. `becomes` are the values that their words are replaced by; without it the rows go. `kind` is the kind
    of item that a row is, named by the column `key` (or by what `name` says). `also` does what no statement can. `given`: it belongs into
    what a person gets of themselves, apart from the columns `secret`.
    """

    table: Table
    mine: Whose
    sort: Sort
    why: str
    becomes: Mapping[str, Any] | None
    kind: str | None
    key: str
    within: Whose | None
    also: "Callable[[Erasing], None] | None"
    given: bool
    secret: frozenset[str]
    gives: "Callable[[Db, str], Iterable[Mapping[str, Any]]] | None" = None
    """What a person gets instead of the rows as they stand, where these would tell them nothing."""
    contents: "Callable[[Db, str], Iterable[tuple[str, str]]] | None" = None
    """Contents of the file store that are theirs, as (what it is called, its name in the store)."""

    def rows(self, person: str, space: str | None) -> ColumnElement[bool] | None:
        """The person's rows in a space, or (None) in no space; nothing where the table has none of that."""
        if self.within is None:
            return self.mine(person) if space is None else None
        return and_(self.mine(person), self.within(space)) if space is not None else None

    def forget(self, erasing: Erasing) -> None:
        """Do to the table what its declaration says."""
        if self.also is not None and (erasing.space is None) == (self.within is None):
            self.also(erasing)
        rows = self.rows(erasing.person, erasing.space) if erasing.goes(self.sort) else None
        if rows is None:
            return
        if self.becomes is None:
            erasing.db.execute(delete(self.table).where(rows))
        elif self.becomes:
            erasing.db.execute(update(self.table).where(rows).values(**self.becomes))

    def touched(self, erasing: Erasing) -> list[tuple[str, str]]:
        """The items that this will change, to be asked before."""
        if self.kind is None or not erasing.goes(self.sort):
            return []
        rows = self.rows(erasing.person, erasing.space)
        if rows is None:
            return []
        return [(self.kind, str(row[0])) for row in erasing.db.execute(select(self.table.c[self.key]).where(rows))]


@dataclass(frozen=True, slots=True)
class NothingKept:
    """A table that keeps nothing of anybody."""

    table: Table
    why: str


Named = str | Sequence[str] | Whose


def rows_of(table: Table, named: Named) -> Whose:
    """The rows in which one of these columns names the person."""
    if callable(named):
        return named
    columns = [named] if isinstance(named, str) else list(named)
    return lambda person: or_(false(), *(table.c[column] == person for column in columns))


def through(table: Table, column: str, above: Table, named: str, key: str = "id") -> Whose:
    """The rows that belong to a row of another table which names the person: what a message said before belongs to its author."""
    return lambda person: table.c[column].in_(select(above.c[key]).where(above.c[named] == person))


def inside(table: Table) -> Whose | None:
    """How a table's rows are told apart by space: by its own column, or by that of their place; None for what lies in no space."""
    if "space" in table.c:
        return lambda space: table.c.space == space
    if "place" in table.c:
        return lambda space: table.c.place.in_(_places(space))
    return None


def inside_of(table: Table, column: str, above: Table, key: str = "id") -> Whose:
    """The same for rows that hang on a row of another table."""
    whole = inside(above)
    assert whole is not None
    return lambda space: table.c[column].in_(select(above.c[key]).where(whole(space)))


def _places(space: str) -> Select[Any]:
    return select(places.c.id).where(places.c.space == space)
